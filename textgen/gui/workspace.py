"""The state of the program and every action of its user. Panels talk to this and to nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.engine.checkpoint import SUFFIX
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.reports import Evaluation, Finished, Progress, Snapshot
from textgen.gui import jobs, log
from textgen.gui.memory import MODELS
from textgen.gui.predictions import Predictions
from textgen.gui.text_desk import TextDesk
from textgen.gui.worker import Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

CLOSING = 2000  # milliseconds that closing may take


def _at_once(action: Callable[[], None]) -> None:
    action()


class Workspace(TextDesk):
    """Facts as attributes, changes as signals, actions as methods; those of the text come from `TextDesk`.

    Facts are for reading only. All signals come in the window's thread.
    """

    trainingChanged = Signal()
    trainingEvents = Signal(list)  # Progress, Evaluation, Snapshot, Finished, in their order
    modelChanged = Signal()  # the checkpoint, its file or whether it is saved
    modelOpened = Signal()  # a model has come from a file
    modelSaved = Signal(str)  # a file has been written: its path
    predicted = Signal(object)  # Prediction
    predictionFailed = Signal(object)  # Problem
    saveWanted = Signal()  # a place asks for the model to be saved; the dialogs ask for a file where there is none

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.training: str = "idle"  # "idle", "starting", "running", "paused" or "stopping"
        self.training_name: str = ""  # the text of this or the last training
        self.evaluations: list[Evaluation] = []
        self.progress_points: list[Progress] = []
        self.latest: Progress | None = None
        self.finished: Finished | None = None
        self.checkpoint: Checkpoint | None = None  # the open model, or the latest snapshot while training
        self.saved: bool = True
        self.saving: bool = False
        self.model_path: str = ""  # the file of the model; "" if it has none yet
        #: Called with an action that would lose a model or break off a training; runs it now, later or never.
        self.guard: Callable[[Callable[[], None]], None] = _at_once
        self._new = False  # a training has begun and its first model has not come yet
        self._generation = 0  # counts the models opened and the trainings; snapshots of one training are one model
        self._trainer: Worker | None = None
        self._opener: Worker | None = None
        self._predictions = Predictions(self)
        self._predictions.predicted.connect(self.predicted)
        self._predictions.failed.connect(self._prediction_failed)

    # ---- going about ------------------------------------------------------------------------------------------------

    def open_path(self, path: str) -> None:
        """Open a model or read a text, by the file's suffix."""
        if Path(path).suffix.lower() == SUFFIX:
            self.open_model(path)
        else:
            self.read_text(path)

    def close(self) -> bool:
        """Stop everything within 2 s and keep the best model in `checkpoint`. False if a thread would not end."""
        self.cancel_reading()
        self._cancel_opening()
        self._predictions.cancel()
        if self._trainer is not None:
            self._trainer.end(CLOSING)
        return Worker.wait_for_all(CLOSING)

    # ---- the text ---------------------------------------------------------------------------------------------------

    def read_text(self, path: str) -> None:
        """Read a text in the background; the text in memory stays until the new one is there."""
        if self.training == "idle":
            self._read(path)
        else:
            self.guard(lambda: self._read(path))

    # ---- training ---------------------------------------------------------------------------------------------------

    def start_training(self, model: ModelConfig, train: TrainConfig) -> None:
        """Train a new model on the text; an unsaved one is asked about first."""
        if self.corpus is None or self.training != "idle":
            return
        self._guarded(lambda: self._train(model, train))

    def _train(self, model: ModelConfig, train: TrainConfig) -> None:
        self._cancel_opening()
        self.memory.remember(model)
        self.memory.remember(train)
        self.evaluations, self.progress_points, self.latest, self.finished = [], [], None, None
        self.training_name, self._new = self.corpus.name, True
        job = jobs.training(self.corpus, model, train)
        self._trainer = self._work(job, self._training_items, self._training_failed, self._training_done)
        self._set_training("starting")

    def pause(self) -> None:
        """Let the training stand still; its clock stands still with it."""
        if self.training == "running":
            self._trainer.pause()
            self._set_training("paused")

    def resume(self) -> None:
        """Go on with a paused training."""
        if self.training == "paused":
            self._trainer.resume()
            self._set_training("running")

    def stop_training(self) -> None:
        """End the training soon and keep the best model so far."""
        if self.training in ("starting", "running", "paused"):
            self._trainer.stop()
            self._set_training("stopping")

    def abandon_training(self) -> None:
        """Break the training off at once; what its last snapshot held stays as the model."""
        if self._trainer is not None:
            self._trainer.abandon()
            self._trainer = None
            self._set_training("idle")

    @Slot(list)
    def _training_items(self, events: list[object]) -> None:
        for event in events:
            self._training_event(event)
        if self.training == "starting":
            self._set_training("running")
        self.trainingEvents.emit(events)

    def _training_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.latest = event
            self.progress_points.append(event)
        elif isinstance(event, Evaluation):
            self.evaluations.append(event)
        elif isinstance(event, Snapshot):
            self._trained(event.checkpoint)
        elif isinstance(event, Finished):
            self.finished = event
            self._trained(event.checkpoint)

    def _trained(self, checkpoint: Checkpoint) -> None:
        """The first model of a training replaces the one before it, and its file is not to be overwritten."""
        path = "" if self._new else self.model_path
        self._generation += self._new
        self._new = False
        self._set_model(checkpoint, path, saved=False)

    @Slot(object)
    def _training_failed(self, error: Exception) -> None:
        self._training_done()
        self._say("train", error)

    @Slot()
    def _training_done(self) -> None:
        self._trainer = None
        self._set_training("idle")

    def _set_training(self, state: str) -> None:
        self.training = state
        self.trainingChanged.emit()

    # ---- the model --------------------------------------------------------------------------------------------------

    def save_model(self, path: str) -> None:
        """Write the model as it is now to `path`, in the background; `modelSaved` or `problem` follows."""
        if self.checkpoint is None or self.saving:
            return
        checkpoint, generation = self.checkpoint, self._generation
        self.saving = True
        self._work(
            jobs.saving(checkpoint, path),
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
        self.evaluations, self.progress_points, self.latest, self.finished = [], [], None, None
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

    def predict(self, mode: str, text: str, sampling: SamplingConfig, length: int = 50) -> None:
        """Ask the model how `text` goes on, in one of the MODES. The newest request wins; `predicted` follows."""
        if self.checkpoint is not None:
            self._predictions.ask(self.checkpoint, mode, text, sampling, length)

    def cancel_prediction(self) -> None:
        """Break off what is being predicted; nothing of it comes any more."""
        self._predictions.cancel()

    @Slot(object)
    def _prediction_failed(self, error: Exception) -> None:
        self.predictionFailed.emit(log.as_problem(error))

    # ---- all of them ------------------------------------------------------------------------------------------------

    def _guarded(self, action: Callable[[], None]) -> None:
        if self.saved and self.training == "idle":
            action()
        else:
            self.guard(action)
