"""How much of the machine's arithmetic a training step uses."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from benchmarks import ours, peer
from benchmarks.figures import Figure
from benchmarks.speed import rate
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.ids import Ids
from textgen.engine.learner import Learner

SIZES = (512, 1024, 2048, 4096)  # rows and columns of the matrices; one of them suits the caches best
TYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}


def figures(folder: Path, seconds: float) -> Iterator[Figure]:
    """The best rates of matrix products, and the share of them that a step of textgen's reaches at its default shape."""
    best = {name: max(product_rate(kind, size, seconds / len(SIZES)) for size in SIZES) for name, kind in TYPES.items()}
    for name, value in best.items():
        yield Figure(f"best matrix product, {name}", f"{value / 1e9:,.0f} · 10⁹ multiply-adds/s", "–")
    text = peer.Text(folder)
    learner = ours.learner(text.train.numpy(), len(text.index), ModelConfig(), TrainConfig())
    window = next(learner.windows())
    cost = multiply_adds(learner, window)
    reached = cost * rate(ours.steps(learner), seconds)
    shares = ", ".join(f"{reached / value:.0%} of {name}" for name, value in best.items())
    name = f"share of it in a training step ({cost / 1e6:.2f} · 10⁶ multiply-adds a word)"
    yield Figure(name, f"{reached / 1e9:,.0f} · 10⁹/s: {shares}", "–")


def product_rate(kind: torch.dtype, size: int, seconds: float) -> float:
    """Multiply-adds a second, the best of all products in so many seconds."""
    a, b, out = (torch.rand(size, size).to(kind) for _ in range(3))
    torch.mm(a, b, out=out)
    best, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        torch.mm(a, b, out=out)
        best = max(best, size**3 / (time.perf_counter() - began))
    return best


@torch.no_grad()
def multiply_adds(learner: Learner, window_TB: Ids) -> float:
    """Of a training step, for each word: once forward, and twice as many for the gradients of inputs and weights.

    A recurrent layer uses every number of its matrices once a word; torch counts the rest, since what the word
    table does depends on the words.
    """
    model, window = learner.model, torch.from_numpy(window_TB.astype(np.int64))
    targets_N = window[1:].flatten()
    recurrent = sum(weight.numel() for weight in model.layers.parameters() if weight.dim() == 2)
    with FlopCounterMode(display=False) as counter:
        model.table.embed(window[:-1])
        model.table.loss(model.project(torch.zeros(len(targets_N), model.config.units)), targets_N)
    rest = float(counter.get_total_flops()) / 2 / len(targets_N)
    return 3 * (recurrent + rest)
