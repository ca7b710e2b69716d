"""What it costs to see how far back a network of two layers remembers. Its weights and words are random."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator

import numpy as np

from benchmarks.figures import Figure
from textgen.engine.config import CELL_NAMES, ModelConfig
from textgen.engine.memory_curve import memory_curve
from textgen.engine.remembering import SWAPS, frequencies, remembered
from textgen.engine.swapping import REACH, Swapper
from textgen.engine.tokenizer import Tokenizer

WORDS = 13_000
UNITS, LAYERS = 256, 2
THREADS = 1  # as in the window
TIMES, PASSAGES = 5, 10


def figures() -> Iterator[Figure]:
    """A sentence of so many words, and a passage of the model's curve."""
    import torch

    from textgen.engine.model import LanguageModel

    torch.set_num_threads(THREADS)
    tokenizer = Tokenizer([f"word{k}" for k in range(WORDS)], range(WORDS, 0, -1))
    ids_N = np.random.default_rng(1).integers(2, WORDS, (PASSAGES + 1) * REACH, np.int32)
    text = tokenizer.decode(ids_N[:REACH])
    for cell in CELL_NAMES:
        config = ModelConfig(cell=cell, units=UNITS, layers=LAYERS, embedding=UNITS)
        model = LanguageModel(config, len(tokenizer)).eval().requires_grad_(False)
        swapper = Swapper(model, frequencies(tokenizer))
        remembered(swapper, tokenizer, text)  # the first of all is slow for reasons of its own
        name = f"{cell.upper()} {LAYERS} × {UNITS}"
        yield Figure(f"{REACH} words, {SWAPS} swaps each, {name}", _seconds(swapper, tokenizer, text), "1 s")
        yield Figure(f"a passage of the memory curve, {name}", _passage(swapper, ids_N), "")


def _seconds(swapper: Swapper, tokenizer: Tokenizer, text: str) -> str:
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        remembered(swapper, tokenizer, text)
        taken.append(time.perf_counter() - began)
    return f"{np.median(taken):.2f} s"


def _passage(swapper: Swapper, ids_N: np.ndarray) -> str:
    began = time.perf_counter()
    list(itertools.islice(memory_curve(swapper, ids_N, Tokenizer.END), PASSAGES))
    return f"{(time.perf_counter() - began) / PASSAGES:.2f} s"
