"""Measure what the program promises: `python -m benchmarks [TEXT] [--seconds N]`, a Markdown table on stdout.

Every figure is taken from the real parts on TEXT (a bundled text if none is given). The goals are those
of an ordinary computer with two cores; compare figures of one run only.
"""

from __future__ import annotations

import argparse
import os
import platform
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure, percentile
from textgen import paths
from textgen.engine.config import ModelConfig, SamplingConfig


def reading(text: Path) -> Iterator[Figure]:
    """From a file to a text that is ready to train on."""
    from textgen.engine.corpus import read
    from textgen.engine.tokenizer import Tokenizer

    began = time.perf_counter()
    *_, last = read(text)
    assert last.corpus is not None
    Tokenizer.fit(last.corpus, ModelConfig().vocabulary).encode_corpus(last.corpus)
    seconds = time.perf_counter() - began
    yield Figure(f"reading {last.corpus.words:,} words until ready to train", f"{seconds:.2f} s", "5 s (King James)")


def next_word(words: int = 13_000, asked: int = 300) -> Iterator[Figure]:
    """The ten likeliest next words while a sentence grows word by word, with a vocabulary of `words`."""
    import torch

    from textgen.engine.model import LanguageModel
    from textgen.engine.modes import MODES, Query
    from textgen.engine.prediction import Predictor
    from textgen.engine.tokenizer import Tokenizer

    torch.set_num_threads(1)
    names = [f"word{k}" for k in range(words)]
    tokenizer = Tokenizer(names, [1] * words)
    model = LanguageModel(ModelConfig(), len(tokenizer)).eval().requires_grad_(False)
    predictor = Predictor(model, tokenizer)
    random, text, seconds = np.random.default_rng(1), "", []
    for _ in range(asked):
        text += f" word{random.integers(words)}"
        began = time.perf_counter()
        list(MODES["next-word"].run(predictor, Query(text, SamplingConfig(), 10, 50)))
        seconds.append(time.perf_counter() - began)
    measured = f"median {percentile(seconds, 0.5):.1f} ms, p99 {percentile(seconds, 0.99):.1f} ms"
    yield Figure(f"next word of {words:,}", measured, "p99 10 ms")


def writing() -> Iterator[Figure]:
    """How long answers take; what this imports loads torch, and the window is measured without."""
    from benchmarks import writing

    yield from writing.figures()


def remembering() -> Iterator[Figure]:
    """How far back a network remembers."""
    from benchmarks import remembering

    yield from remembering.figures()


def provenance(text: Path) -> Iterator[Figure]:
    """Where words come from."""
    from benchmarks import provenance

    yield from provenance.figures(text)


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=paths.samples()[0])
    parser.add_argument(
        "--seconds",
        type=float,
        default=15.0,
        help="how long to watch the window while it trains (15); a few are enough to try",
    )
    options = parser.parse_args()
    from benchmarks import draft, window

    print(f"Machine: {platform.machine()}, {platform.system()}, Python {platform.python_version()}\n")
    print("| what | measured | goal |\n|---|---|---|")
    for figures in (
        window.figures(options.text, options.seconds),
        draft.figures(options.text, options.seconds),
        reading(options.text),
        next_word(),
        writing(),
        provenance(options.text),
        remembering(),
    ):
        for figure in figures:
            print(f"| {' | '.join(figure)} |", flush=True)


if __name__ == "__main__":
    main()
    os._exit(0)  # Python's own end would destroy the window's objects in any order, which Qt does not bear
