"""“I have ten minutes”: the network and the training that make the most of a text, a machine and a time.

A larger network learns more from each word but reads fewer of them in the same time; a network that reads the same
text many times needs more dropout, or it learns the text by heart. So everything follows from how many passes over
the text fit into the time, and that from a short measurement of this machine. The numbers come from trials on texts
of 3,000 to 790,000 words; docs/training.md has them.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from textgen.engine.computing import fastest
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.problem import Problem, noop

SIZES = (64, 128, 256, 512, 1024)  # units
FEWEST_WORDS = {64: 0, 128: 8_000, 256: 20_000, 512: 200_000, 1024: 1_000_000}  # of text, for networks of so many units
FEWEST_PASSES = {64: 0.0, 128: 0.0, 256: 0.0, 512: 1.5, 1024: 20.0}  # in the time, for networks of so many units
UNLIMITED_PASSES = 20.0  # what a training without a limit comes to, more or less
SHORT, LONG = 50_000, 500_000  # words of text
NARROW, WIDE = 128, 256  # embedding for a short text and for a long one
EVEN = 32  # embeddings are multiples of it: what processors multiply well
FASTEST_RATE, SLOWEST_RATE = 6e-3, 2.5e-3  # learning rate of short trainings and of long ones
SHORT_TRAINING = 1_600_000  # words read, in all passes together; from here on smaller steps end better
CALMER = 0.5  # of the learning rate, for the plain RNN, which nothing keeps from jumping about


C = TypeVar("C", ModelConfig, TrainConfig)


@dataclass(frozen=True)
class Plan:
    """What was chosen, and what it rests on: words of text a second, passes over the text in the time."""

    model: ModelConfig
    train: TrainConfig
    words_per_second: float
    passes: float

    def reasons(self) -> tuple[Problem, Problem]:
        """Two sentences for a person: what was chosen, and why."""
        chosen = Problem(
            noop("Problem", "{cell} with {units} units and up to {words:,} words, dropout {dropout:.2f}, learning rate {rate:.4f}."),
            cell=self.model.cell.upper(), units=self.model.units, words=self.model.vocabulary,
            dropout=self.model.dropout, rate=self.train.learning_rate,
        )  # fmt: skip
        reads = noop(
            "Problem", "This computer reads about {speed:,} words a second with it: {passes:.1f} passes over the text."
        )
        if self.train.device != "cpu":
            reads = noop(
                "Problem",
                "The graphics processor of this computer reads about {speed:,} words a second with it: {passes:.1f} passes over the text.",
            )
        return chosen, Problem(reads, speed=round(self.words_per_second / 100) * 100, passes=self.passes)


def plan(tokens: int, words: int, model: ModelConfig, train: TrainConfig, fixed: Collection[str] = ()) -> Plan:
    """The best known settings for a training part of so many tokens and words, in the time that `train` gives.

    Of the PLANNED settings those named in `fixed` are kept as they are, and so is all else. Takes a second or two:
    each size that may fit is tried.
    """
    best: Plan | None = None
    for units in (model.units,) if "units" in fixed else _sizes(tokens):
        tried = _try(tokens, words, _sized(tokens, model, units, fixed), train, fixed)
        if best and tried.passes < FEWEST_PASSES[units]:
            break
        best = tried
    assert best is not None
    return best


def _sizes(tokens: int) -> list[int]:
    """The sizes that a text of so many words can use, from the largest on that is always better than the smaller ones."""
    sizes = [units for units in SIZES if FEWEST_WORDS[units] <= tokens]
    always = [units for units in sizes if FEWEST_PASSES[units] == 0]
    return sizes[len(always) - 1 :]


def _sized(tokens: int, model: ModelConfig, units: int, fixed: Collection[str]) -> ModelConfig:
    return replace(model, units=units, embedding=model.embedding if "embedding" in fixed else embedding_for(tokens))


def embedding_for(tokens: int) -> int:
    """A short text does not tell enough of its words for long vectors."""
    share = math.log(tokens / SHORT) / math.log(LONG / SHORT)
    return EVEN * round(NARROW * math.pow(WIDE / NARROW, min(1.0, max(0.0, share))) / EVEN)


def _try(tokens: int, words: int, model: ModelConfig, train: TrainConfig, fixed: Collection[str]) -> Plan:
    way, speed = fastest(tokens, words, model, train)
    passes = _passes(tokens, speed, train)
    rate = rate_for(passes, tokens) * (CALMER if model.cell == "rnn" else 1)
    ours = {"dropout": dropout_for(passes, tokens), "learning_rate": rate}
    for name in fixed:
        ours.pop(name, None)
    ours |= way._asdict()  # which is as `train` says where that is settled
    return Plan(_with(model, ours), _with(train, ours), speed, passes)


def _with(config: C, values: Mapping[str, Any]) -> C:
    return replace(config, **{name: value for name, value in values.items() if hasattr(config, name)})


def _passes(tokens: int, speed: float, train: TrainConfig) -> float:
    if train.minutes:
        return float(train.minutes * 60 * speed / tokens)
    return train.epochs or UNLIMITED_PASSES


def dropout_for(passes: float, tokens: int) -> float:
    """Nothing to forget in the first pass, more with each doubling; a short text is known by heart sooner."""
    if passes <= 2:
        return round(max(0.0, 0.1 * (passes - 1)), 2)
    short = 0.05 * min(1.0, max(0.0, math.log10(1e6 / tokens)))
    return round(min(0.7, 0.1 + 0.13 * math.log2(passes / 2) + short), 2)


def rate_for(passes: float, tokens: int) -> float:
    """Longer trainings end better with a smaller learning rate; it is the steps that count, and not the passes."""
    rate = FASTEST_RATE * math.pow(SHORT_TRAINING / (passes * tokens), 0.4)
    return round(min(FASTEST_RATE, max(SLOWEST_RATE, rate)), 5)
