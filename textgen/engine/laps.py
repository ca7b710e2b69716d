"""What a race of the three cells tells: frozen reports, and the verdict in sentences. No torch in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from textgen.engine.problem import Problem, noop

DISTANCES = (1, 10, 50)  # steps back that are told of
MOST = 1e12  # times weaker: beyond that nothing is left
CLOSE = 0.02  # a lead of less may be chance: with another seed the same network comes out so much higher or lower
PLAIN = "rnn"


@dataclass(frozen=True)
class Contender:
    """One of the networks; `parameters` counts every number that it learns."""

    cell: str
    units: int
    parameters: int
    learning_rate: float


@dataclass(frozen=True)
class Started:
    """Who races, by their cells."""

    contenders: Mapping[str, Contender]


@dataclass(frozen=True)
class Pace:
    """How far the race has come, from 0 to 1, and when it will be over, in seconds."""

    share: float
    seconds_left: float


@dataclass(frozen=True)
class Mark:
    """Where one network stands: its held-out perplexity, and the gradient's norms 1, 2, 3 … steps back.

    `seconds` is what its own steps have taken. `cell_state` is empty but for the LSTM.
    """

    seconds: float
    perplexity: float
    hidden_state: tuple[float, ...]
    cell_state: tuple[float, ...] = ()


@dataclass(frozen=True)
class Lap:
    """All of them after the same number of steps; the first lap is before any training."""

    step: int
    passes: float
    seconds: float
    marks: Mapping[str, Mark]


Event = Started | Pace | Lap


def best(laps: tuple[Lap, ...], cell: str) -> float:
    """The lowest held-out perplexity that a network has come to."""
    return min(lap.marks[cell].perplexity for lap in laps)


def shrunk(norms: tuple[float, ...], distance: int) -> float:
    """How many times smaller the gradient is so many steps back than one step back; infinite where nothing is left."""
    return norms[0] / norms[distance - 1] if norms[distance - 1] > 0 else math.inf


def fainter(laps: tuple[Lap, ...], cell: str) -> bool:
    """Whether the gradient is smaller than before training at any distance."""
    return any(
        now < then for then, now in zip(*(lap.marks[cell].hidden_state for lap in (laps[0], laps[-1])), strict=True)
    )


def verdict(laps: tuple[Lap, ...]) -> Iterator[Problem]:
    """Who leads and by how much, and how far back the gradient reaches. Nothing before the first lap."""
    if not laps:
        return
    if laps[-1].step == 0:
        yield Problem(noop("Problem", "Before training nobody leads: all three only know how often each word occurs."))
    else:
        yield from _leader(laps)
    yield _reach(laps[-1])


def _leader(laps: tuple[Lap, ...]) -> Iterator[Problem]:
    found = {cell: best(laps, cell) for cell in laps[-1].marks}
    first, second, *_ = sorted(found, key=lambda cell: found[cell])
    values = {"cell": first.upper(), "perplexity": found[first], "other": second.upper(), "second": found[second]}
    if found[second] <= (1 + CLOSE) * found[first]:
        yield Problem(
            noop("Problem", "At their best, {cell} ({perplexity:,.1f}) and {other} ({second:,.1f}) are too close to tell who leads."), **values
        )  # fmt: skip
    else:
        yield Problem(
            noop("Problem", "{cell} leads: its best held-out perplexity so far is {perplexity:,.1f}; next is {other} with {second:,.1f}."), **values
        )  # fmt: skip
    yield _plain(found)


def _plain(found: Mapping[str, float]) -> Problem:
    """Whether the plain RNN has lost, measured against the better of the two that have gates."""
    gated, plain = min(value for cell, value in found.items() if cell != PLAIN), found[PLAIN]
    behind = plain / gated - 1
    if behind > CLOSE:
        return Problem(
            noop("Problem", "The plain RNN is {behind:.0f} % behind the best network with gates."), behind=100 * behind
        )
    if behind < -CLOSE:
        return Problem(
            noop("Problem", "On this text the plain RNN does not lose: it is {ahead:.0f} % ahead of the best network with gates."),
            ahead=100 * (gated / plain - 1),
        )  # fmt: skip
    return Problem(
        noop("Problem", "On this text the plain RNN does not lose: it keeps up with the networks with gates.")
    )


def _reach(lap: Lap) -> Problem:
    """How much weaker the gradient is at the furthest distance, for each, and whether the plain RNN's vanishes first."""
    far = DISTANCES[-1]
    times = {cell: shrunk(mark.hidden_state, far) for cell, mark in lap.marks.items()}
    told = {cell: float(f"{min(value, MOST):.2g}") for cell, value in times.items()}
    if times[PLAIN] > max(value for cell, value in times.items() if cell != PLAIN):
        return Problem(
            noop("Problem", "50 words back the gradient is so many times weaker than 1 word back: RNN {rnn:,.0f}, LSTM {lstm:,.0f}, GRU {gru:,.0f}. It vanishes fastest in the plain RNN."), **told
        )  # fmt: skip
    return Problem(
        noop("Problem", "50 words back the gradient is so many times weaker than 1 word back: RNN {rnn:,.0f}, LSTM {lstm:,.0f}, GRU {gru:,.0f}. Here it does not vanish fastest in the plain RNN."), **told
    )  # fmt: skip
