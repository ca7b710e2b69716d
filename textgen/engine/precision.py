"""Single precision or bf16: whichever this machine trains this network faster with, found out by trying both."""

from __future__ import annotations

import time
from collections.abc import Callable

import torch

PRECISIONS = {"fp32": torch.float32, "bf16": torch.bfloat16}
TRIES = 3  # the shortest counts, because whatever else the machine does only lengthens them
GAIN = 0.9  # bf16 has to take less than this share of the time, so that noise does not decide
HOPELESS = 2.0  # times slower on the first try: bf16 is emulated here, and is not tried again


def fastest_precision(step: Callable[[torch.dtype], None]) -> tuple[str, float]:
    """The name in PRECISIONS with which `step` is done sooner, and its seconds; it is done a few times with each."""
    fp32, bf16 = PRECISIONS.values()
    single = quickest(step, fp32)
    if _seconds(step, bf16) > HOPELESS * single:
        return "fp32", single
    half = quickest(step, bf16)
    single = min(single, quickest(step, fp32))
    return ("bf16", half) if half < GAIN * single else ("fp32", single)


def quickest(step: Callable[[torch.dtype], None], precision: torch.dtype) -> float:
    """The shortest of a few tries of `step`, in seconds."""
    step(precision)  # the first of all is slow for reasons of its own
    return min(_seconds(step, precision) for _ in range(TRIES))


def _seconds(step: Callable[[torch.dtype], None], precision: torch.dtype) -> float:
    began = time.perf_counter()
    step(precision)
    return time.perf_counter() - began
