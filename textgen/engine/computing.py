"""Where and how a training computes: on which device, in which precision, with how many cores. Found out by trying.

Which way is the fastest depends on the machine, on what torch brings for it, and on the shape of the network, and no
table of machines would be right for long. So a network of that shape learns random words for a few steps each way.

Shape letters: T time steps, B columns.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

import torch

from textgen.engine.batching import columns_for
from textgen.engine.config import FASTEST, ModelConfig, TrainConfig
from textgen.engine.model import LanguageModel
from textgen.engine.optimiser import adamw
from textgen.engine.problem import Problem, noop

PRECISIONS = {"fp32": torch.float32, "bf16": torch.bfloat16}
FREQUENT = 1_000  # words that most of a text is made of; a trial draws from them
TRIES = 3  # the shortest counts, because whatever else the machine does only lengthens them
GAIN = 0.9  # another way has to take less than this share of the time, so that noise does not decide
INCAPABLE = (RuntimeError, TypeError)  # what torch raises where a device lacks memory, an operation or a precision
HOPELESS = 2.0  # times slower on the first try: this way is emulated, or in each other's way, and is not tried again


class Way(NamedTuple):
    """A device of torch ("cpu", "cuda", "mps" or "xpu"), a name in PRECISIONS, and how many processor cores."""

    device: str
    precision: str
    threads: int


Trial = Callable[[Way], float]  # the seconds that a step takes


def check_device(train: TrainConfig) -> None:
    """Raises Problem where the device that is asked for is not there."""
    if train.device not in (FASTEST, "cpu", accelerator()):
        raise Problem(
            noop("Problem", "This computer has no device “{device}” that torch can use. Choose “cpu”, or leave the choice to the program."),
            device=train.device,
        )  # fmt: skip


def accelerator() -> str | None:
    """The kind of graphics processor that torch can use here."""
    found = torch.accelerator.current_accelerator(check_available=True)
    return found.type if found else None


def settled(tokens: int, words: int, model: ModelConfig, train: TrainConfig) -> TrainConfig:
    """The same settings, with device, precision and threads found out where they are open."""
    if FASTEST not in (train.device, train.precision) and train.threads:
        return train
    way, _ = fastest(tokens, words, model, train)
    return replace(train, **way._asdict())


def fastest(tokens: int, words: int, model: ModelConfig, train: TrainConfig) -> tuple[Way, float]:
    """The way in which this machine learns such a network soonest, and how many words a second it then reads.

    The text has so many tokens and words. What `train` says of device, precision and threads stays. Takes about a
    second. Raises Problem where the device that is asked for cannot do it.
    """
    columns = columns_for(tokens, train.batch, train.truncation)
    trials: dict[str, Trial] = {}

    def trial(way: Way) -> float:
        if way.device not in trials:
            trials[way.device] = _trial(way.device, words, model, columns, train.truncation)
        return trials[way.device](way)

    way, seconds = quickest(trial, train, accelerator())
    return way, columns * train.truncation / seconds


def quickest(trial: Trial, train: TrainConfig, other: str | None) -> tuple[Way, float]:
    """The way that takes the least time for a step, and the seconds; `other` is a device beside the processor.

    Plain single precision on all cores of the processor is the way to beat. Raises Problem where the device that is
    asked for cannot do it.
    """
    if train.device not in (FASTEST, "cpu"):
        try:
            return _quickest_on(train.device, trial, train)
        except INCAPABLE as fault:
            raise Problem(
                noop("Problem", "The device “{device}” cannot train this network ({reason}). Choose “cpu”, or leave the choice to the program."),
                device=train.device, reason=fault,
            ) from fault  # fmt: skip
    best = _quickest_on("cpu", trial, train)
    if other and train.device == FASTEST:
        with suppress(*INCAPABLE):
            best = _better(best, _quickest_on(other, trial, train))
    return best


def _quickest_on(device: str, trial: Trial, train: TrainConfig) -> tuple[Way, float]:
    way = Way(device, "fp32" if train.precision == FASTEST else train.precision, train.threads or _cores())
    best = way, _least(trial, way)
    if train.precision == FASTEST:
        best = _tried(trial, best, way._replace(precision="bf16"))
    while device == "cpu" and not train.threads and best[0].threads > 1:
        found = _tried(trial, best, best[0]._replace(threads=best[0].threads // 2))
        if found[0] == best[0]:
            break
        best = found
    return best


def _tried(trial: Trial, best: tuple[Way, float], way: Way) -> tuple[Way, float]:
    """The better of two ways; the one that was measured a while ago gets a second chance."""
    try:
        if trial(way) > HOPELESS * best[1]:
            return best
        found = way, _least(trial, way)
    except INCAPABLE:
        return best
    return _better((best[0], min(best[1], _least(trial, best[0]))), found)


def _better(best: tuple[Way, float], found: tuple[Way, float]) -> tuple[Way, float]:
    return found if found[1] < GAIN * best[1] else best


def _least(trial: Trial, way: Way) -> float:
    trial(way)  # the first of all is slow for reasons of its own
    return min(trial(way) for _ in range(TRIES))


def _trial(device: str, words: int, model: ModelConfig, columns: int, steps: int) -> Trial:
    """Steps of a network of this shape on random words."""
    with torch.random.fork_rng(devices=()):
        network = LanguageModel(model, words).train().to(device)
        ids_TB = torch.randint(0, min(words, FREQUENT), (steps + 1, columns)).to(device)
    optimiser = adamw(network, weight_decay=0.0)
    state, random = network.zero_state(columns), torch.Generator(device).manual_seed(0)

    def step(way: Way) -> float:
        torch.set_num_threads(way.threads)
        began = time.perf_counter()
        precision = PRECISIONS[way.precision]
        network.compute_in(precision)
        h_TBE, _ = network(ids_TB[:-1], state, random)
        network.table.loss(h_TBE.flatten(0, 1), ids_TB[1:].flatten(), precision).backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        optimiser.zero_grad()
        if device != "cpu":
            torch.accelerator.synchronize()  # it computes while Python goes on
        return time.perf_counter() - began

    return step


def _cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
