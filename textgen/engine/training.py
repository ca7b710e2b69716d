"""Training as a generator of events: the engine yields, the shell decides how far it goes."""

from __future__ import annotations

import math
import os
from collections.abc import Collection, Iterator
from dataclasses import replace

import numpy as np
import torch

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.corpus import MIN_WORDS, Corpus
from textgen.engine.gauges import Clock, Loss
from textgen.engine.growing import grown_tokenizer
from textgen.engine.held_out import hold_out
from textgen.engine.ids import Ids, blocks, counted, gather
from textgen.engine.kneser_ney import hide_half
from textgen.engine.learner import Learner
from textgen.engine.mixed_scoring import fit
from textgen.engine.model import LanguageModel, restore, weights_of
from textgen.engine.ngrams import NGrams
from textgen.engine.plan import plan
from textgen.engine.precision import PRECISIONS
from textgen.engine.prediction import Predictor
from textgen.engine.problem import Problem, noop
from textgen.engine.reports import Evaluation, Finished, Planned, Progress, Row, Setback, Snapshot
from textgen.engine.schedule import Patience, Schedule
from textgen.engine.scoreboard import baseline_rows, scoreboard
from textgen.engine.scoring import losses, perplexity_of
from textgen.engine.tokenizer import Tokenizer, fitting_size

REPORT_EVERY = 0.1  # seconds between two Progress reports
EVALUATIONS = 40  # in a training with a limit
FIRST_EVALUATION = 4.0  # seconds, so that writing and stopping have a model early
EVALUATION_COST = 20  # train at least so many times longer than an evaluation takes
SAMPLE_TOKENS = 24
SAMPLE = SamplingConfig(temperature=0.7, top_p=0.9, seed=1)

GOING_ON_RATE = 1e-3  # larger steps would spoil what the network knows before it learns anything new
COUNTED = 5_000_000  # tokens of the training part, at most, whose n-grams are counted
FITTED = 4_000  # tokens of the held-out part, at most, that the mixture is fitted on
SCORED = 12_000  # tokens of it, at most, that the scoreboard is made of
SCORING = 6.0  # evaluations: how long scoring takes, about
RISE = 1.5  # times the best held-out perplexity: a training that comes to so much has lost its way

Event = Planned | Progress | Evaluation | Snapshot | Setback | Finished


class TrainingRun:
    """One training: iterate it for its events, leave the loop to stop, take `result()` at any time.

    With `epochs` the run counts steps and is repeatable: the same corpus, settings, machine and threads
    give the same model. With `minutes` the schedule follows the clock; without either it follows the
    held-out perplexity. `valid` is a corpus to use as held-out part instead of blocks of the text; of a
    very long one, blocks from all over it are used.

    `fixed` names the settings that shall stay as they are, of those that can be planned to fit the text, the machine
    and the time; without it all of them stay. With `start` the training goes on from a checkpoint: its network, its
    words and the new ones of this text.

    Raises Problem if the text is too small to train on, or `valid` to measure with.
    """

    def __init__(
        self,
        corpus: Corpus,
        model: ModelConfig,
        train: TrainConfig,
        valid: Corpus | None = None,
        fixed: Collection[str] | None = None,
        start: Checkpoint | None = None,
    ) -> None:
        self._clock = Clock()  # what is done before the first step belongs to the time
        self._clock.go_on()
        _check_size(corpus)
        torch.set_num_threads(train.threads or _cores())
        self._source, self._pretokenised = corpus.name, corpus.pretokenised
        train_part, held_out = hold_out(corpus, valid, train.held_out)
        if fixed is not None and "vocabulary" not in fixed:
            model = replace(model, vocabulary=fitting_size(train_part))
        if start:
            model, train = _going_on(start, model, train, fixed)
            fixed = None if fixed is None else {*fixed, "units", "embedding", "learning_rate"}
            self._tokenizer = grown_tokenizer(start, train_part, model.vocabulary, model.min_count)
        else:
            self._tokenizer = Tokenizer.fit(train_part, model.vocabulary, model.min_count)
        _check_vocabulary(self._tokenizer, model)
        train_N, self._held_out_N = map(self._tokenizer.encode_corpus, (train_part, held_out))
        self._plan = None if fixed is None else plan(len(train_N), len(self._tokenizer), model, train, fixed)
        if self._plan:
            model, train = self._plan.model, self._plan.train
        self._ngrams, self._baselines = self._count(train_N, model, train.seed)
        self._learner = Learner(train_N, self._tokenizer, model, train, start)
        self._config = replace(train, precision=self._learner.precision)
        self._seed_word = _first_word(train_N, self._tokenizer)
        self._schedule = Schedule(self._limit())
        self._patience = Patience(train.patience)
        self._history: list[Evaluation] = []
        self._best: Checkpoint | None = None
        self._step, self._evaluation_seconds = 0, math.inf
        self._recent, self._since_evaluation = Loss(fading=0.95), Loss()
        self._clock.hold()

    def _count(self, train_N: Ids, model: ModelConfig, seed: int) -> tuple[NGrams, tuple[Row, ...]]:
        """The n-grams of the training part, in no more bytes than the network, and how well mere counting does."""
        words = len(self._tokenizer)
        with torch.device("meta"):
            weights = LanguageModel(model, words).parameters()
        seen_N = hide_half(train_N[:COUNTED], Tokenizer.UNKNOWN, seed)
        rows = tuple(baseline_rows(seen_N, words, self._held_out_N[:SCORED]))
        return NGrams.count(seen_N, words, most_bytes=4 * sum(weight.numel() for weight in weights)), rows

    def _limit(self) -> float:
        """The end of the training, in seconds where minutes are given, else in steps."""
        if self._config.minutes:
            return self._config.minutes * 60
        steps = self._config.epochs * self._learner.stream.steps_per_pass
        return max(1, round(steps)) if steps else math.inf

    @property
    def _position(self) -> float:
        return self._clock() if self._config.minutes else float(self._step)

    @property
    def _epoch(self) -> float:
        return self._step / self._learner.stream.steps_per_pass

    def __iter__(self) -> Iterator[Event]:
        self._clock.go_on()
        for event in self._events():
            self._clock.hold()
            yield event
            self._clock.go_on()

    def result(self) -> Checkpoint:
        """The best model so far, or the model as it stands before the first evaluation, with its mixture; takes about
        a second.
        """
        best = self._best or self._checkpoint()
        model = self._network(best)
        mixture = fit(model, self._ngrams, self._held_out_N[:FITTED], Tokenizer.END)
        return replace(best, ngrams=self._ngrams, mixture=mixture)

    def _network(self, checkpoint: Checkpoint) -> LanguageModel:
        model = restore(checkpoint)
        model.compute_in(PRECISIONS[self._learner.precision])
        return model

    def _scored(self) -> Checkpoint:
        """The result with its scoreboard; takes some seconds more."""
        made = self.result()
        assert made.mixture is not None
        scores = scoreboard(
            restore(made), self._tokenizer, made.ngrams, made.mixture, self._held_out_N[:SCORED], self._baselines
        )
        return replace(made, scores=scores)

    def vocabulary(self) -> tuple[int, float]:
        """How many words and marks the model knows, and the share of the held-out part that they are."""
        known = np.count_nonzero(self._held_out_N != Tokenizer.UNKNOWN)
        return len(self._tokenizer.words), known / len(self._held_out_N)

    def _events(self) -> Iterator[Event]:
        if self._plan:
            yield Planned(*self._plan.reasons())
        reported = -math.inf
        next_evaluation = self._position + self._first_evaluation()
        for window_TB in self._learner.windows():
            self._learn(window_TB)
            if self._clock() - reported >= REPORT_EVERY:
                reported = self._clock()
                yield self._progress("cooling" if self._schedule.cooling(self._position) else "training")
            reason = self._reason_to_end()
            if reason or self._position >= next_evaluation:
                yield from self._evaluate()
                next_evaluation = self._position + self._evaluation_distance()
                reason = reason or self._reason_to_end() or self._react()
            if reason:
                yield self._progress("scoring")
                yield Finished(reason, self._scored())
                return

    def _learn(self, window_TB: Ids) -> None:
        began = self._clock()
        nats, words = self._learner.learn(window_TB, self._schedule.rate(self._position))
        self._step += 1
        for loss in (self._recent, self._since_evaluation):
            loss.add(nats, words, self._clock() - began)

    def _reason_to_end(self) -> str | None:
        """Time or passes used up; the last evaluation belongs to the time."""
        if self._config.minutes:
            last = (1 + SCORING) * self._evaluation_seconds if self._history else 0.0
            return "time" if self._schedule.over(self._position + last) else None
        return "passes" if self._schedule.over(self._position) else None

    def _first_evaluation(self) -> float:
        if self._config.minutes:
            return min(FIRST_EVALUATION, self._schedule.limit / EVALUATIONS)
        return self._evaluation_distance()

    def _evaluation_distance(self) -> float:
        """How far it is to the next evaluation, in the units of the position.

        A count of steps where the run counts steps, so that a repeatable run does not depend on the clock.
        """
        if self._config.minutes:
            return max(self._schedule.limit / EVALUATIONS, EVALUATION_COST * self._evaluation_seconds)
        if math.isinf(self._schedule.limit):
            return float(min(max(self._learner.stream.steps_per_pass // 2, 50), 1_000))
        return float(max(10, math.ceil(self._schedule.limit / EVALUATIONS)))

    def _evaluate(self) -> Iterator[Event]:
        began = reported = self._clock()
        nats = 0.0
        for part in losses(self._learner.model, self._held_out_N, Tokenizer.END):
            nats += part
            if self._clock() - reported >= REPORT_EVERY:
                reported = self._clock()
                yield self._progress("evaluating")
        perplexity = perplexity_of(nats, len(self._held_out_N))
        improved = self._patience.see(perplexity)
        self._history.append(self._evaluation(perplexity, improved))
        self._since_evaluation = Loss()
        snapshot = self._checkpoint()
        if improved:
            self._best = snapshot
            self._learner.keep()
        # the shortest: one that something else on the machine has slowed down says nothing of the next
        self._evaluation_seconds = min(self._evaluation_seconds, self._clock() - began)
        yield self._history[-1]
        yield Snapshot(snapshot, improved)
        if not perplexity < RISE * self._patience.best:
            yield Setback(perplexity, self._learner.slow_down())

    def _react(self) -> str | None:
        """What follows from the last evaluation: nothing, winding down from the best point, or the end."""
        if not self._patience.exhausted:
            return None
        if self._schedule.cooling(self._position):
            return "no improvement"
        self._learner.go_back()
        self._schedule.cool(self._position)
        self._patience.renew()
        return None

    def _evaluation(self, held_out: float, improved: bool) -> Evaluation:
        return Evaluation(
            step=self._step,
            epoch=self._epoch,
            seconds=self._clock(),
            train_perplexity=self._since_evaluation.perplexity,
            held_out_perplexity=held_out,
            best=improved,
            sample=self._sample(),
        )

    def _sample(self) -> str:
        """A sentence from the same seed word and the same random numbers each time."""
        self._learner.model.eval()
        ids = [self._seed_word]
        for word, _ in Predictor(self._learner.model, self._tokenizer).write(ids, SAMPLE):
            if word == Tokenizer.END or len(ids) >= SAMPLE_TOKENS:
                break
            ids.append(word)
        return self._tokenizer.decode(ids)

    def _progress(self, phase: str) -> Progress:
        seconds = self._clock()
        share = self._schedule.share(seconds if self._config.minutes else self._step)
        return Progress(
            phase=phase,
            step=self._step,
            epoch=self._epoch,
            seconds=seconds,
            words_per_second=self._recent.words_per_second,
            train_perplexity=self._recent.perplexity,
            share=share,
            seconds_left=seconds * (1 - share) / share if share else None,
        )

    def _checkpoint(self) -> Checkpoint:
        return Checkpoint(
            model=self._learner.model.config,
            train=self._config,
            words=self._tokenizer.words,
            counts=self._tokenizer.counts,
            weights=weights_of(self._learner.model),
            history=tuple(self._history),
            source=self._source,
            seconds=self._clock(),
            tokens=self._learner.stream.tokens,
            pretokenised=self._pretokenised,
        )


def _check_size(corpus: Corpus) -> None:
    if corpus.words < MIN_WORDS:
        raise Problem(
            noop("Problem", "“{name}” has {words} words; training needs at least {needed}. Choose a longer text."),
            name=corpus.name, words=corpus.words, needed=MIN_WORDS,
        )  # fmt: skip


def _going_on(
    start: Checkpoint, model: ModelConfig, train: TrainConfig, fixed: Collection[str] | None
) -> tuple[ModelConfig, TrainConfig]:
    """The settings for a training that begins where another has ended: its network, and smaller steps."""
    shape = {name: getattr(start.model, name) for name in ("cell", "units", "layers", "embedding")}
    if fixed is not None and "learning_rate" not in fixed:
        train = replace(train, learning_rate=GOING_ON_RATE)
    return replace(model, **shape), train


def _check_vocabulary(tokenizer: Tokenizer, model: ModelConfig) -> None:
    if not any(map(tokenizer.is_word, range(Tokenizer.END + 1, len(tokenizer)))):
        raise Problem(
            noop("Problem", "No word stands in the text {count} times. Lower “Least count”, or raise “Vocabulary”."),
            count=model.min_count,
        )


def _cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _first_word(ids_N: Ids, tokenizer: Tokenizer) -> int:
    """The word that begins paragraphs most often: the seed of the sample sentences."""
    begins = gather(block[1:][block[:-1] == Tokenizer.END] for block in blocks(ids_N))
    counts = counted(begins, len(tokenizer))
    for word in np.argsort(-counts, kind="stable"):
        if word > Tokenizer.END and tokenizer.is_word(int(word)):
            return int(word)
    return Tokenizer.END
