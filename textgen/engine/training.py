"""Training as a generator of events: the engine yields, the shell decides how far it goes."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import asdict
from pathlib import Path

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.computing import check_device
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.corpus import Corpus
from textgen.engine.gauges import Clock, Loss
from textgen.engine.ids import Ids
from textgen.engine.learner import Learner
from textgen.engine.material import Material, prepare, prepare_again
from textgen.engine.model import weights_of
from textgen.engine.reports import Evaluation, Finished, Planned, Progress, Setback, Snapshot
from textgen.engine.schedule import Patience, Schedule
from textgen.engine.scoring import losses, perplexity_of
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.unfinished import Standing, Unfinished, fingerprints

REPORT_EVERY = 0.1  # seconds between two Progress reports
EVALUATIONS = 40  # in a training with a limit
FIRST_EVALUATION = 4.0  # seconds, so that writing and stopping have a model early
EVALUATION_COST = 20  # train at least so many times longer than an evaluation takes
RISE = 1.5  # times the best held-out perplexity: a training that comes to so much has lost its way

Event = Planned | Progress | Evaluation | Snapshot | Setback | Finished


class TrainingRun:
    """One training: iterate it for its events, leave the loop to stop, take `result()` at any time.

    `state()` may be taken until it has finished; scoring needs the memory.

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
        clock = Clock()  # what is done before the first step belongs to the time
        clock.go_on()
        check_device(train)
        material = prepare(corpus, valid, model, train, fixed, start)
        self._begin(corpus, valid, material, start, Standing(), clock)
        self._next_evaluation = self._position + self._first_evaluation()
        clock.hold()

    @classmethod
    def resumed(cls, left: Unfinished, corpus: Corpus, valid: Corpus | None = None) -> TrainingRun:
        """The training of a `state()`: it goes on from there as if it had never been left.

        Its clock goes on too; what is prepared anew here is not counted. Raises Problem if a text is not that of then.
        """
        run = cls.__new__(cls)
        check_device(left.now.train)
        material = prepare_again(corpus, valid, left)
        run._begin(corpus, valid, material, left.now, left.standing, Clock(left.standing.clock))
        run._learner.restore(left.learning)
        run._history, run._best = list(left.now.history), left.best
        return run

    def _begin(
        self,
        corpus: Corpus,
        valid: Corpus | None,
        material: Material,
        start: Checkpoint | None,
        at: Standing,
        clock: Clock,
    ) -> None:
        self._corpus, self._valid, self._material, self._clock = corpus, valid, material, clock
        self._learner = Learner(material.train_N, material.tokenizer, material.model, material.train, start)
        self._config = material.train
        self._schedule = Schedule(self._limit(), at.cooled_at)
        self._patience = Patience(self._config.patience, at.best, at.misses)
        self._history: list[Evaluation] = []
        self._best: Checkpoint | None = None
        self._step, self._evaluation_seconds, self._next_evaluation = at.step, at.evaluation_seconds, at.next_evaluation
        self._recent, self._since_evaluation = Loss(**at.recent), Loss(**at.since_evaluation)
        self._evaluating, self._reason = at.evaluating, at.reason

    def state(self) -> Unfinished:
        """All that `resumed` needs. What it holds are copies."""
        plan = self._material.plan
        standing = Standing(
            step=self._step,
            clock=self._clock(),
            evaluation_seconds=self._evaluation_seconds,
            next_evaluation=self._next_evaluation,
            cooled_at=self._schedule.cooled_at,
            best=self._patience.best,
            misses=self._patience.misses,
            recent=asdict(self._recent),
            since_evaluation=asdict(self._since_evaluation),
            evaluating=self._evaluating,
            reason=self._reason,
            planned=(plan.words_per_second, plan.passes) if plan else None,
        )
        texts, path = fingerprints(self._corpus, self._valid), str(Path(self._corpus.path).absolute())
        return Unfinished(self._checkpoint(), texts, path, self._progress("training"), standing, self._learner.state())

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
        return self._material.mixed(self._best or self._checkpoint())

    def scored(self, made: Checkpoint) -> Checkpoint:
        """A `result()` with its scoreboard; takes some seconds."""
        return self._material.scored(made)

    def vocabulary(self) -> tuple[int, float]:
        """How many words and marks the model knows, and the share of the held-out part that they are."""
        return self._material.vocabulary()

    def _events(self) -> Iterator[Event]:
        """Nothing is half done at a yield, but for an evaluation, which `_evaluating` then tells to do again."""
        if self._material.plan:
            yield Planned(*self._material.plan.reasons())
        reported = -math.inf
        windows = self._learner.windows()
        while self._evaluating or not self._reason:
            if not self._evaluating:
                self._learn(next(windows))
                self._reason = self._reason_to_end()
                self._evaluating = bool(self._reason) or self._position >= self._next_evaluation
            if self._clock() - reported >= REPORT_EVERY:
                reported = self._clock()
                yield self._progress("cooling" if self._schedule.cooling(self._position) else "training")
            if self._evaluating:
                yield from self._evaluate()
        yield self._progress("scoring")
        self._learner.finish()
        yield Finished(self._reason or "", self.scored(self.result()))

    def _learn(self, window_TB: Ids) -> None:
        began = self._clock()
        nats, words = self._learner.learn(window_TB, self._schedule.rate(self._position))
        self._step += 1
        for loss in (self._recent, self._since_evaluation):
            loss.add(nats, words, self._clock() - began)

    def _reason_to_end(self) -> str | None:
        """Time or passes used up; the last evaluation belongs to the time."""
        if self._config.minutes:
            last = 0.0
            if self._history:
                last = self._evaluation_seconds + self._material.scoring_seconds(self._evaluation_seconds)
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
        """Measure, draw the consequences, then tell of both."""
        began = reported = self._clock()
        held_out_N, nats = self._material.held_out_N, 0.0
        for part in losses(self._learner.model, held_out_N, Tokenizer.END):
            nats += part
            if self._clock() - reported >= REPORT_EVERY:
                reported = self._clock()
                yield self._progress("evaluating")
        perplexity = perplexity_of(nats, len(held_out_N))
        snapshot = self._note(perplexity)
        # the shortest: one that something else on the machine has slowed down says nothing of the next
        self._evaluation_seconds = min(self._evaluation_seconds, self._clock() - began)
        lost = not perplexity < RISE * self._patience.best
        setback = Setback(perplexity, self._learner.slow_down()) if lost else None
        self._next_evaluation = self._position + self._evaluation_distance()
        self._reason = self._reason or self._reason_to_end() or self._react()
        self._evaluating = False
        yield self._history[-1]
        yield snapshot
        if setback:
            yield setback

    def _note(self, perplexity: float) -> Snapshot:
        """Take note of an evaluation, and keep the model if it is the best so far."""
        improved = self._patience.see(perplexity)
        self._history.append(self._evaluation(perplexity, improved))
        self._since_evaluation = Loss()
        checkpoint = self._checkpoint()
        if improved:
            self._best = checkpoint
            self._learner.keep()
        return Snapshot(checkpoint, improved)

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
            sample=self._material.sample(self._learner.model),
        )

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
            words=self._material.tokenizer.words,
            counts=self._material.tokenizer.counts,
            weights=weights_of(self._learner.model),
            history=tuple(self._history),
            source=self._corpus.name,
            seconds=self._clock(),
            tokens=self._learner.stream.tokens,
            pretokenised=self._corpus.pretokenised,
            fingerprint=self._corpus.fingerprint,
        )
