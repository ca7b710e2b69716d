"""The part of the workspace that concerns the training: what is known of it, and how it is led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.engine.problem import Problem
from textgen.engine.reports import Evaluation, Finished, Planned, Progress, Reading, Scored, Setback, Snapshot
from textgen.engine.unfinished import Outlook, glance
from textgen.gui.work import kept_training
from textgen.gui.work.kept_training import Kept, Wish
from textgen.gui.work.snapshots import Snapshots, with_newest
from textgen.gui.work.text_desk import TextDesk
from textgen.gui.work.worker import Job, Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint


class TrainingDesk(TextDesk):
    """The training that runs, or the last one; its models go to `_trained`."""

    trainingChanged = Signal()
    trainingEvents = Signal(list)  # Planned, Progress, Evaluation, Snapshot, Setback, Finished, Scored, in their order
    unfinishedChanged = Signal()
    snapshotsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.training: str = "idle"  # "idle", "starting", "running", "paused" or "stopping"
        self.training_name: str = ""  # the text of this or the last training
        self.unfinished: Outlook | None = None  # the training that was left and can go on
        self.unfinished_fault: Problem | None = None  # why it cannot
        self._forget_training()
        self._trainer: Worker | None = None
        self._scorer: Worker | None = None  # the same, once its training is over and its scoreboard is still to come
        self._wish = Wish()
        kept_training.tidy()
        self._look_for_unfinished()

    def _forget_training(self) -> None:
        """There is nothing yet to tell of a training."""
        self.evaluations: list[Evaluation] = []
        self.progress_points: list[Progress] = []
        self.latest: Progress | None = None
        self.plan: Planned | None = None  # what was chosen for this training, and why
        self.setback: Setback | None = None  # the last one, until the model is better than ever
        self.finished: Finished | None = None
        self.kept = False  # it was left, and all of it is in the file
        self.snapshots: Snapshots = ()  # how it learned, the earliest first
        self._seen: Checkpoint | None = None
        self.snapshotsChanged.emit()

    def _begin_training(self, name: str, job: Job) -> None:
        self._forget_training()
        if self._scorer is not None:
            self._scorer.abandon()
            self._scorer = None
        self.training_name = name
        self._trainer = self._work(job, self._training_items, self._training_failed, self._training_done)
        self._set_training("starting")

    @property
    def scoring(self) -> bool:
        """Whether the scoreboard of the training that was stopped is still to come."""
        return self._scorer is not None

    @property
    def leaving(self) -> bool:
        """Whether the training is being kept, to go on later."""
        return self.training == "stopping" and self._wish.later

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

    def pause_or_resume(self) -> None:
        """Whichever of the two can be done."""
        if self.training == "paused":
            self.resume()
        else:
            self.pause()

    def stop_training(self) -> None:
        """End the training soon and keep the best model so far."""
        if self.training in ("starting", "running", "paused"):
            self._trainer.stop()
            self._set_training("stopping")

    def look_at(self, snapshot: Checkpoint) -> None:
        """Keep this one of the `snapshots` while the person looks at it."""
        self._seen = snapshot

    def leave_training(self) -> None:
        """End the training soon and keep all of it, so that it can go on later; `unfinished` tells of it then."""
        self._wish.later = True
        self.stop_training()

    def abandon_training(self) -> None:
        """Break the training off at once; what its last snapshot held stays as the model, and no file."""
        if self._trainer is not None:
            self._wish.void = True
            self._trainer.abandon()
            self._trainer = None
            self._discard_unfinished()
            self._set_training("idle")

    @Slot(list)
    def _training_items(self, events: list[object]) -> None:
        for event in events:
            self._training_event(event)
        if self.training == "starting" and not isinstance(events[-1], Reading):
            self._set_training("running")
        self.trainingEvents.emit(events)
        if self.finished is not None and self.training == "stopping":
            self._trainer, self._scorer = None, self._trainer
            self._look_for_unfinished()
            self._set_training("idle")

    def _training_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.latest = event
            self.progress_points.append(event)
        elif isinstance(event, Planned):
            self.plan = event
        elif isinstance(event, Evaluation):
            self.evaluations.append(event)
            self.setback = None if event.best else self.setback
        elif isinstance(event, Reading) and event.corpus:
            self._set_corpus(event.corpus)
        elif isinstance(event, Setback):
            self.setback = event
        elif isinstance(event, Snapshot):
            self._keep_snapshot(event.checkpoint)
            self._trained(event.checkpoint)
        elif isinstance(event, Finished):
            self.finished = event
            self._trained(event.checkpoint)
        elif isinstance(event, Scored):
            self._scored(event.checkpoint)
        elif isinstance(event, Kept):
            self.kept = True

    def _keep_snapshot(self, checkpoint: Checkpoint) -> None:
        if checkpoint.history:
            self.snapshots = with_newest(self.snapshots, checkpoint, self._seen)
            self.snapshotsChanged.emit()

    def _trained(self, checkpoint: Checkpoint) -> None:
        """A model has come."""
        raise NotImplementedError

    def _scored(self, checkpoint: Checkpoint) -> None:
        """The model of the training that was stopped has come with its scoreboard."""
        raise NotImplementedError

    @Slot(object)
    def _training_failed(self, error: Exception) -> None:
        self._training_done()
        self._say("train", error)

    @Slot()
    def _training_done(self) -> None:
        self._trainer = self._scorer = None
        self._look_for_unfinished()
        self._set_training("idle")

    def _look_for_unfinished(self) -> None:
        """Take note of what the file says, as often as a training ends and at the start of the program."""
        found, fault = None, None
        try:
            found = glance(kept_training.path())
        except Problem as problem:
            fault = problem
        self._set_unfinished(found, fault)

    def _set_unfinished(self, found: Outlook | None, fault: Problem | None = None) -> None:
        self.unfinished, self.unfinished_fault = found, fault
        self.unfinishedChanged.emit()

    def _discard_unfinished(self) -> None:
        kept_training.discard()
        self._set_unfinished(None)

    def _set_training(self, state: str) -> None:
        self.training = state
        self.trainingChanged.emit()
