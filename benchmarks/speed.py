"""Words a second, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks import ours, peer
from benchmarks.figures import Figure
from benchmarks.peer import Step
from textgen.engine.computing import settled
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.learner import Learner

WARM = 3  # steps of each turn that do not count: the processor's caches are still full of the other's numbers
TURNS = 3
ZIPF_TOKENS = 1_000_000
FEW, MANY = 10_000, 100_000  # words


def peer_shape(cell: str) -> ModelConfig:
    """textgen's settings for a network of the peer's shape."""
    return ModelConfig(
        cell=cell,
        units=peer.UNITS,
        layers=peer.LAYERS,
        embedding=peer.UNITS,
        vocabulary=2_000_000,  # all that the text has
        dropout=peer.DROPOUT,
    )


def equal_shape(folder: Path, seconds: float) -> Iterator[Figure]:
    """Both programs with the same network, windows, words and text."""
    text = peer.Text(folder)
    words = len(text.index)
    settings = TrainConfig(batch=peer.BATCH, truncation=peer.TRUNCATION)
    for cell in peer.CELLS:
        learner = ours.learner(text.train.numpy(), words, peer_shape(cell), settings)
        rates = in_turn(peer.Peer(text, cell).steps(), ours.steps(learner), seconds)
        theirs, own = (median(rate) for rate in zip(*rates, strict=True))
        times = median(b / a for a, b in rates)
        name = f"{cell.upper()} {peer.LAYERS} × {peer.UNITS}, {words:,} words: words a second"
        yield Figure(name, f"{times:.2f} times the peer's ({own:,.0f} against {theirs:,.0f})", "5 times")


def vocabulary(seconds: float) -> Iterator[Figure]:
    """What a word costs with a vocabulary ten times as large, at textgen's default shape, computed in the same way."""
    way = settled(ZIPF_TOKENS, FEW, ModelConfig(), TrainConfig())
    rates = in_turn(ours.steps(_zipf_learner(FEW, way)), ours.steps(_zipf_learner(MANY, way)), seconds)
    cost = median(few / many for few, many in rates)
    yield Figure(f"cost of a word with {MANY:,} words against {FEW:,}", f"{cost:.2f} times", "at most 1.5 times")


def _zipf_learner(words: int, train: TrainConfig) -> Learner:
    """Words drawn by Zipf's law: the k-th is 1/k as frequent as the first."""
    shares = np.cumsum(1 / np.arange(1, words + 1))
    ids_N = np.searchsorted(shares, np.random.default_rng(1).random(ZIPF_TOKENS) * shares[-1])
    return ours.learner(ids_N, words, ModelConfig(), train)


def in_turn(first: Iterator[Step], second: Iterator[Step], seconds: float) -> list[tuple[float, float]]:
    """Words a second of two trainings that take turns: what else the machine does meets both."""
    rates = []
    for _ in range(TURNS):
        rates.append((rate(first, seconds), rate(second, seconds)))
        ours.tell("words a second: {:,.0f}, {:,.0f}".format(*rates[-1]))
    return rates


def rate(steps: Iterator[Step], seconds: float) -> float:
    """Words a second of a training that goes on for so many seconds."""
    list(islice(steps, WARM))
    words, spent = 0, 0.0
    while spent < seconds:
        step = next(steps)
        words, spent = words + step.words, spent + step.seconds
    return words / spent
