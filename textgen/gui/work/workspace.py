"""The state of the program and every action of its user. Panels talk to this and to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.engine.checkpoint import SUFFIX
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.gui.parts import log
from textgen.gui.work import jobs
from textgen.gui.work.comparison import Comparison
from textgen.gui.work.course import Course
from textgen.gui.work.inside import Inside
from textgen.gui.work.kept_training import Wish
from textgen.gui.work.measurement import Measurement
from textgen.gui.work.model_desk import ModelDesk, at_once
from textgen.gui.work.origin import Origin
from textgen.gui.work.predictions import Request
from textgen.gui.work.racing import Racing
from textgen.gui.work.worker import Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

CLOSING = 2000  # milliseconds that closing may take


class Workspace(ModelDesk):
    """Facts as attributes, changes as signals, actions as methods; those of the text, the training and the model come
    from the desks that it stands on.

    Facts are for reading only. All signals come in the window's thread.
    """

    predicted = Signal(object)  # Prediction
    predictionFailed = Signal(object)  # Problem
    alternatives = Signal(object)  # Prediction: the answer to `look_up`
    alternativesFailed = Signal(object)  # Problem

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: As `guard`, for an action that the training that was left would not survive.
        self.guard_unfinished: Callable[[Callable[[], None]], None] = at_once
        self._predictions.predicted.connect(self.predicted)
        self._predictions.failed.connect(self._prediction_failed)
        self._predictions.foundAside.connect(self.alternatives)
        self._predictions.failedAside.connect(self._look_up_failed)
        self.comparison = Comparison(self)  # of the snapshots
        self.origin = Origin(self)  # of words
        for signal in (self.corpusChanged, self.modelChanged, self.trainingChanged):
            signal.connect(self._follow_origin)
        self.measurement = Measurement(self)  # of the draft
        self.inside = Inside(self)  # of the network
        self.course = Course(self.inside, self.memory, self)
        self.racing = Racing(self)
        self.modelChanged.connect(self._follow_model)
        for signal in (self.corpusChanged, self.inside.modelChanged):
            signal.connect(self._follow_moments)

    # ---- going about ------------------------------------------------------------------------------------------------

    def open_path(self, path: str) -> None:
        """Open a model or read a text, by the file's suffix."""
        if Path(path).suffix.lower() == SUFFIX:
            self.open_model(path)
        else:
            self.read_text(path)

    def close(self) -> bool:
        """Stop everything within 2 s; a training is kept for the next start. False if a thread would not end."""
        self.cancel_reading()
        self._cancel_opening()
        self._predictions.cancel()
        self.origin.stop()
        self.comparison.stop()
        self.measurement.stop()
        self.inside.stop()
        self.racing.stop()
        if self._trainer is not None:  # nobody was asked what becomes of it
            self._wish.later = True
            self._trainer.end(CLOSING)
        return Worker.wait_for_all(CLOSING)

    # ---- the text ---------------------------------------------------------------------------------------------------

    def read_text(self, path: str, *, stay: bool = False) -> None:
        """Read a text in the background; the text in memory stays until the new one is there.

        `stay`: it is of use in the place that is shown, which is left only where the text cannot be read.
        """
        if self.training == "idle":
            self._read(path, stay)
        else:
            self.guard(lambda: self._read(path, stay))

    # ---- training ---------------------------------------------------------------------------------------------------

    def start_training(self, model: ModelConfig, train: TrainConfig, fixed: Collection[str] | None = None) -> None:
        """Train a new model on the text, or the open one further; an unsaved one is asked about first.

        `fixed` is as in the engine's `TrainingRun`: without it, all settings stay as they are.
        """
        if self.corpus is None or self.training != "idle":
            return
        start = self.checkpoint if self.going_on else None
        self._guarded(lambda: self._over_unfinished(lambda: self._train(model, train, fixed, start)))

    def go_on_training(self) -> None:
        """Go on with the training that was left; an unsaved model is asked about first."""
        if self.unfinished is not None and self.training == "idle":
            self._guarded(self._go_on)

    def discard_unfinished(self) -> None:
        """Give up the training that was left, once the person has agreed."""
        self._over_unfinished(self._discard_unfinished)

    def _over_unfinished(self, action: Callable[[], None]) -> None:
        """Run `action`, of which the training that was left does not survive, once the person has agreed."""
        if self.unfinished or self.unfinished_fault:
            self.guard_unfinished(action)
        else:
            action()

    def _train(
        self, model: ModelConfig, train: TrainConfig, fixed: Collection[str] | None, start: Checkpoint | None
    ) -> None:
        self._cancel_opening()
        self.memory.remember(model)
        self.memory.remember(train)
        self._new, self._wish = True, Wish()
        self._discard_unfinished()
        self._begin_training(self.corpus.name, jobs.training(self.corpus, model, train, fixed, start, self._wish))
        self.set_going_on(False)

    def _go_on(self) -> None:
        if self.unfinished is None or self.training != "idle":  # a question was open in the meantime
            return
        self.cancel_reading()
        self._cancel_opening()
        self._new, self._wish = True, Wish()
        self._begin_training(self.unfinished.source, jobs.going_on(self._wish))
        self.set_going_on(False)
        self.go("train")

    # ---- writing ----------------------------------------------------------------------------------------------------

    def predict(
        self,
        mode: str,
        text: str,
        sampling: SamplingConfig,
        length: int = 50,
        *,
        narrow: bool = False,
        behind: str = "",
    ) -> None:
        """Ask the model how `text` goes on, in one of the MODES. The newest request wins; `predicted` follows.

        `narrow`: its last letters begin a word that is to be completed. `behind` is what stands on the page after it.
        With a limit on what is borrowed it waits for the index over the text; where that will not come, it fails.
        """
        self.origin.drop()
        if self.checkpoint is not None:
            request = Request(self.checkpoint, mode, text, sampling, length, narrow, behind=behind)
            if sampling.borrow:
                self._predictions.cancel()
                self.origin.settled(lambda: self._predictions.ask(replace(request, index=self.origin.index)))
            else:
                self._predictions.ask(request)

    def look_up(self, text: str, sampling: SamplingConfig, *, behind: str = "") -> None:
        """Ask which words may follow `text`, beside what is being predicted; `alternatives` follows.

        A limit on what is borrowed holds where the index over the text is there, for what stands `behind` the word too.
        """
        if self.checkpoint is not None:
            index = self.origin.index
            sampling = sampling if index else replace(sampling, borrow=0)
            request = Request(self.checkpoint, "next-word", text, sampling, 1, aside=True, index=index, behind=behind)
            self._predictions.ask(request)

    def cancel_prediction(self) -> None:
        """Break off what is being predicted; nothing of it comes any more."""
        self.origin.drop()
        self._predictions.cancel()

    @Slot()
    def _follow_model(self) -> None:
        self.inside.follow(self.checkpoint)

    @Slot()
    def _follow_origin(self) -> None:
        self.origin.follow(self.corpus, self.checkpoint, calm=self.training != "starting")

    @Slot()
    def _follow_moments(self) -> None:
        self.inside.moments.follow(self.inside.checkpoint, self.corpus)

    @Slot(object)
    def _prediction_failed(self, error: Exception) -> None:
        self.predictionFailed.emit(log.as_problem(error))

    @Slot(object)
    def _look_up_failed(self, error: Exception) -> None:
        self.alternativesFailed.emit(log.as_problem(error))
