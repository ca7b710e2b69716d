"""Traces of any cell and size with numbers drawn by chance, without a model."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from textgen.engine.gates import BLOCKS, ROWS, STATES
from textgen.engine.trace import LayerTrace, Output, Sum, Trace

SENTENCE = ("Ada", "eats", "the", "soup", ".")


def drawn(cell: str = "lstm", words: Sequence[str] = SENTENCE, units: int = 12, layers: int = 1) -> Trace:
    """Gates between 0 and 1, states between −1 and 1; each layer and each length has numbers of its own."""
    random = np.random.default_rng(len(words))
    made = tuple(_layer(random, cell, len(words), units) for _ in range(layers))
    return Trace(tuple(words), (True,) * len(words), made, ((Output("Then", 0.5),),) * len(words))


def _layer(random: np.random.Generator, cell: str, words: int, units: int) -> LayerTrace:
    def numbers(name: str, *shape: int) -> np.ndarray:
        low = 0 if name.endswith("gate") else -1
        return random.uniform(low, 1, shape).astype(np.float32)

    return LayerTrace(
        cell,
        {name: numbers(name, words, units) for name in BLOCKS[cell]},
        {name: numbers(name, units) for name in STATES[cell]},
        {
            name: Sum(*(numbers("", *shape) for shape in ((words, units), (words, units), (units,), (units,))))
            for name in ROWS[cell]
        },
    )
