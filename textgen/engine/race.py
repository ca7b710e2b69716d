"""A race of the three cells: equal networks, the same text, the same batches, one step for each in turn.

What is equal: every number that a network learns is a parameter, and units are chosen so that the totals agree; the
word tables begin with the same numbers; schedule, clipping, dropout and seed are the same. Each has the learning rate
that was best for it in a trial on a bundled story (docs/training.md): the plain RNN's is half the others'.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from textgen.engine.computing import fastest
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.contenders import equals, parameters
from textgen.engine.corpus import Corpus
from textgen.engine.gauges import Clock
from textgen.engine.gradient_norms import NEEDED, gradient_norms, windows
from textgen.engine.held_out import hold_out
from textgen.engine.ids import Ids
from textgen.engine.laps import PLAIN, Contender, Event, Lap, Mark, Pace, Started
from textgen.engine.learner import Learner
from textgen.engine.plan import dropout_for, rate_for
from textgen.engine.problem import Problem, noop
from textgen.engine.schedule import Schedule
from textgen.engine.scoring import losses, perplexity_of
from textgen.engine.tokenizer import Tokenizer, fitting_size

MODEL = ModelConfig(cell="lstm", units=128, embedding=128, dropout=0.0)  # the others have as many parameters
# A gradient that shall come from 50 words back must be carried so far while learning. One core: more of them bring such
# small networks little, and each step would wait for all where something else computes too.
TRAINING = TrainConfig(batch=16, truncation=60, device="cpu", precision="fp32", threads=1)
# Times the planner's learning rate: with gates, networks of this size end better; the plain RNN ends worse.
BOLDER = 2.0
MEASURED = 12_000  # tokens of the held-out part, at most
LAPS = 30  # in a race, unless measuring would take too much of the time
MEASURING = 0.15  # of the time, at most and about
REPORT_EVERY = 0.1  # seconds between two reports of the pace


@dataclass(frozen=True, eq=False)
class Course:
    """What all of them race on, and with which settings."""

    models: Mapping[str, ModelConfig]
    trains: Mapping[str, TrainConfig]
    tokenizer: Tokenizer
    train_N: Ids
    held_out_N: Ids
    windows_TB: Ids

    def started(self) -> Started:
        words = len(self.tokenizer)
        contenders = {
            cell: Contender(cell, one.units, parameters(one, words), self.trains[cell].learning_rate)
            for cell, one in self.models.items()
        }
        return Started(contenders)


class Runner:
    """One of the networks, and the seconds that its own steps have taken."""

    def __init__(self, course: Course, cell: str) -> None:
        self._course = course
        self.learner = Learner(course.train_N, course.tokenizer, course.models[cell], course.trains[cell])
        self._seconds = 0.0

    def learn(self, window_TB: Ids, rate: float) -> None:
        began = time.perf_counter()
        self.learner.learn(window_TB, rate)
        self._seconds += time.perf_counter() - began

    def mark(self) -> Mark:
        """Where it stands; takes as long as reading the held-out part."""
        model, held_out_N = self.learner.model, self._course.held_out_N
        nats = sum(losses(model, held_out_N, Tokenizer.END))
        norms = gradient_norms(model, self._course.windows_TB)
        return Mark(self._seconds, perplexity_of(nats, len(held_out_N)), norms.hidden_state, norms.cell_state)


class Race:
    """Iterate it for its events; leave the loop to stop. It takes so many minutes, preparing included.

    Raises Problem if the text is too short.
    """

    def __init__(self, corpus: Corpus, minutes: float) -> None:
        self._clock = Clock()
        self._clock.go_on()
        self._limit = minutes * 60
        self._course = course(corpus, minutes)
        self._schedule = Schedule(self._limit)
        self._step, self._next_lap = 0, 0.0
        self._measuring = 0.0  # seconds that a lap's marks take

    def __iter__(self) -> Iterator[Event]:
        yield self._course.started()
        runners = self._runners()
        first = next(iter(runners.values())).learner
        yield from self._lap(runners, first)
        reported = self._clock()
        for window_TB in first.windows():  # all of them learn from the batches of the first
            rate = self._schedule.rate(self._clock())
            for runner in runners.values():
                runner.learn(window_TB, rate)
            self._step += 1
            over = self._clock() + self._measuring >= self._limit
            if over or self._clock() >= self._next_lap:
                yield from self._lap(runners, first)
            if over:
                return
            if self._clock() - reported >= REPORT_EVERY:
                reported = self._clock()
                yield self._pace()

    def _runners(self) -> dict[str, Runner]:
        """All at the start, with one word table: making the first vectors takes random numbers, too."""
        runners = {cell: Runner(self._course, cell) for cell in self._course.models}
        tables = [runner.learner.model.table for runner in runners.values()]
        for table in tables[1:]:
            table.load_state_dict(tables[0].state_dict())
        return runners

    def _pace(self) -> Pace:
        now = self._clock()
        return Pace(min(1.0, now / self._limit), max(0.0, self._limit - now))

    def _lap(self, runners: Mapping[str, Runner], first: Learner) -> Iterator[Event]:
        """Measure all of them; the pace is told between them, so that stopping need not wait."""
        began, marks = self._clock(), {}
        for cell, runner in runners.items():
            marks[cell] = runner.mark()
            yield self._pace()
        self._measuring = self._clock() - began
        self._next_lap = self._clock() + max(self._limit / LAPS, self._measuring / MEASURING)
        yield Lap(self._step, self._step / first.stream.steps_per_pass, began, marks)


def course(corpus: Corpus, minutes: float) -> Course:
    """The same text, words and settings for all, planned for so many minutes; tries for some seconds how fast they are."""
    train_part, held_out = hold_out(corpus, None, TRAINING.held_out)
    tokenizer = Tokenizer.fit(train_part, fitting_size(train_part), MODEL.min_count)
    train_N, held_out_N = map(tokenizer.encode_corpus, (train_part, held_out))
    _check_size(corpus, held_out_N)
    models = equals(MODEL)
    passes = _passes(len(train_N), len(tokenizer), models, minutes)
    dropout, rate = dropout_for(passes, len(train_N)), rate_for(passes, len(train_N))
    return Course(
        {cell: replace(model, dropout=dropout) for cell, model in models.items()},
        {cell: replace(TRAINING, learning_rate=rate * (1 if cell == PLAIN else BOLDER)) for cell in models},
        tokenizer,
        train_N,
        held_out_N[:MEASURED],
        windows(held_out_N),
    )


def _check_size(corpus: Corpus, held_out_N: Ids) -> None:
    if len(held_out_N) < NEEDED:
        raise Problem(
            noop("Problem", "“{name}” is too short for a race: {words} words. Choose a text of {needed:,} words or more."),
            name=corpus.name, words=corpus.words, needed=round(1.2 * NEEDED / TRAINING.held_out, -2),
        )  # fmt: skip


def _passes(tokens: int, words: int, models: Mapping[str, ModelConfig], minutes: float) -> float:
    """How many times all of them can read the text in the time; found out by trying."""
    seconds_per_word = sum(1 / fastest(tokens, words, model, TRAINING)[1] for model in models.values())
    return minutes * 60 * (1 - MEASURING) / seconds_per_word / tokens
