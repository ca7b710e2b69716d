"""The part of the workspace that concerns the open model: its file, and whether it may be given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.gui.parts.memory import MODELS
from textgen.gui.work import jobs
from textgen.gui.work.predictions import Predictions
from textgen.gui.work.training_desk import TrainingDesk
from textgen.gui.work.worker import Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint


def at_once(action: Callable[[], None]) -> None:
    """What a guard does where there is nobody to ask."""
    action()


class ModelDesk(TrainingDesk):
    """The model that is open: from a file, or from the training that runs or ran last."""

    modelChanged = Signal()  # the checkpoint, its file or whether it is saved
    modelOpened = Signal()  # a model has come from a file
    modelSaved = Signal(str)  # a file has been written: its path
    goingOnChanged = Signal()
    saveWanted = Signal()  # a place asks for the model to be saved; the dialogs ask for a file where there is none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.checkpoint: Checkpoint | None = None  # the open model, or the latest snapshot while training
        self.saved: bool = True
        self.saving: bool = False
        self.model_path: str = ""  # the file of the model; "" if it has none yet
        #: Called with an action that would lose a model or break off a training; runs it now, later or never.
        self.guard: Callable[[Callable[[], None]], None] = at_once
        self.going_on: bool = False  # the next training begins from the open model
        self._new = False  # a training has begun and its first model has not come yet
        self._generation = 0  # counts the models opened and the trainings; snapshots of one training are one model
        self._opener: Worker | None = None
        self._predictions = Predictions(self)

    def set_going_on(self, going_on: bool) -> None:
        """Choose whether the next training begins from the open model; without one it begins anew."""
        going_on = going_on and self.checkpoint is not None
        if going_on != self.going_on:
            self.going_on = going_on
            self.goingOnChanged.emit()

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

    # ---- its file ---------------------------------------------------------------------------------------------------

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

    def _guarded(self, action: Callable[[], None]) -> None:
        if self.saved and self.training == "idle":
            action()
        else:
            self.guard(action)
