"""The state of the program and every action of its user. Panels talk to this and to nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.engine.checkpoint import SUFFIX
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.gui import jobs, log
from textgen.gui.comparison import Comparison
from textgen.gui.course import Course
from textgen.gui.inside import Inside
from textgen.gui.kept_training import Wish
from textgen.gui.measurement import Measurement
from textgen.gui.memory import MODELS
from textgen.gui.origin import Origin
from textgen.gui.predictions import Predictions, Request
from textgen.gui.racing import Racing
from textgen.gui.training_desk import TrainingDesk
from textgen.gui.worker import Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

CLOSING = 2000  # milliseconds that closing may take


def _at_once(action: Callable[[], None]) -> None:
    action()


class Workspace(TrainingDesk):
    """Facts as attributes, changes as signals, actions as methods; those of the text and the training come from the
    desks that it stands on.

    Facts are for reading only. All signals come in the window's thread.
    """

    goingOnChanged = Signal()
    modelChanged = Signal()  # the checkpoint, its file or whether it is saved
    modelOpened = Signal()  # a model has come from a file
    modelSaved = Signal(str)  # a file has been written: its path
    predicted = Signal(object)  # Prediction
    predictionFailed = Signal(object)  # Problem
    alternatives = Signal(object)  # Prediction: the answer to `look_up`
    alternativesFailed = Signal(object)  # Problem
    saveWanted = Signal()  # a place asks for the model to be saved; the dialogs ask for a file where there is none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.going_on: bool = False  # the next training begins from the open model
        self.checkpoint: Checkpoint | None = None  # the open model, or the latest snapshot while training
        self.saved: bool = True
        self.saving: bool = False
        self.model_path: str = ""  # the file of the model; "" if it has none yet
        #: Called with an action that would lose a model or break off a training; runs it now, later or never.
        self.guard: Callable[[Callable[[], None]], None] = _at_once
        #: The same for an action that the training that was left would not survive.
        self.guard_unfinished: Callable[[Callable[[], None]], None] = _at_once
        self._new = False  # a training has begun and its first model has not come yet
        self._generation = 0  # counts the models opened and the trainings; snapshots of one training are one model
        self._opener: Worker | None = None
        self._predictions = Predictions(self)
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

    def set_going_on(self, going_on: bool) -> None:
        """Choose whether the next training begins from the open model; without one it begins anew."""
        going_on = going_on and self.checkpoint is not None
        if going_on != self.going_on:
            self.going_on = going_on
            self.goingOnChanged.emit()

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

    def _trained(self, checkpoint: Checkpoint) -> None:
        """The first model of a training replaces the one before it, and its file is not to be overwritten."""
        path = "" if self._new else self.model_path
        self._generation += self._new
        self._new = False
        self._set_model(checkpoint, path, saved=False)

    def _scored(self, checkpoint: Checkpoint) -> None:
        """It takes the place of the same model without a scoreboard, in its file too if it has one by now."""
        if self.finished is not None and self.checkpoint is self.finished.checkpoint:
            saved = self.saved
            self.finished = replace(self.finished, checkpoint=checkpoint)
            self._set_model(checkpoint, self.model_path, saved=False)
            if saved and self.model_path:
                self.save_model(self.model_path)

    # ---- the model --------------------------------------------------------------------------------------------------

    def save_model(self, path: str) -> None:
        """Write the model as it is now to `path`, in the background; `modelSaved` or `problem` follows.

        Without the short runs of its text, where the person prefers that.
        """
        if self.checkpoint is None or self.saving:
            return
        checkpoint, generation = self.checkpoint, self._generation
        written = checkpoint.without_ngrams() if self.memory.leaves_runs_out() else checkpoint
        self.saving = True
        self._work(
            jobs.saving(written, path),
            lambda paths: self._model_saved(checkpoint, generation, paths[0]),
            self._saving_failed,
        )

    def _model_saved(self, checkpoint: Checkpoint, generation: int, path: str) -> None:
        self.saving = False
        self.memory.keep_folder(path)
        self._recent(MODELS, path)
        if generation == self._generation:
            self._set_model(self.checkpoint, path, saved=self.checkpoint is checkpoint)
        self.modelSaved.emit(path)

    def open_model(self, path: str) -> None:
        """Open a model in the background; an unsaved one is asked about first, and stays if this one is no good."""
        self._guarded(lambda: self._open(path))

    def _open(self, path: str) -> None:
        self._cancel_opening()
        job = jobs.opening(path, self._predictions.prepare)
        self._opener = self._work(job, lambda models: self._model_opened(models[0], path), self._opening_failed)

    def _cancel_opening(self) -> None:
        """What the person asked for last counts: another model, or a training."""
        if self._opener is not None:
            self._opener.abandon()
            self._opener = None

    def _model_opened(self, checkpoint: Checkpoint, path: str) -> None:
        self._opener = None
        self._generation += 1
        self.abandon_training()
        self._forget_training()
        self.set_going_on(False)
        self.memory.keep_folder(path)
        self._recent(MODELS, path)
        self._set_model(checkpoint, str(Path(path).absolute()), saved=True)
        self.modelOpened.emit()
        self.go("write")

    @Slot(object)
    def _saving_failed(self, error: Exception) -> None:
        self.saving = False
        self._say("file", error)

    @Slot(object)
    def _opening_failed(self, error: Exception) -> None:
        self._opener = None
        self._say("file", error)

    def _set_model(self, checkpoint: Checkpoint, path: str, *, saved: bool) -> None:
        self.checkpoint, self.model_path, self.saved = checkpoint, path, saved
        self.modelChanged.emit()

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

        `narrow`: its last letters begin a word that is to be completed. `behind` is what stands on the page after it. With a limit on what is borrowed it waits for
        the index over the text; where that will not come, it fails.
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

    # ---- all of them ------------------------------------------------------------------------------------------------

    def _guarded(self, action: Callable[[], None]) -> None:
        if self.saved and self.training == "idle":
            action()
        else:
            self.guard(action)
