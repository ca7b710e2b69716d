"""Asks the model for words: one request at a time, of each asker the newest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.engine.config import SamplingConfig
from textgen.engine.modes import MODES, Query
from textgen.gui.work import warmup
from textgen.gui.work.limits import Limits
from textgen.gui.work.worker import Stopped, Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.prediction import Predictor
    from textgen.engine.provenance import TextIndex

CHOICES = 10  # as many as there are number keys


@dataclass(frozen=True)
class Request:
    """What to predict, with which model.

    `narrow`: the text's last letters begin a word that is to be completed. `aside`: beside what else is asked. `index`
    is that of the model's text, which a limit on what is borrowed needs; `behind` is what stands on the page behind
    the words that are asked for, which the limit looks at too.
    """

    checkpoint: Checkpoint
    mode: str
    text: str
    sampling: SamplingConfig
    length: int
    narrow: bool = False
    aside: bool = False
    index: TextIndex | None = None
    behind: str = ""


class Predictions(QObject):
    """Owns the one predictor. Two threads never use it at once: a new request waits until the earlier one has ended."""

    predicted = Signal(object)
    failed = Signal(object)
    foundAside = Signal(object)  # the same for what was asked aside
    failedAside = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._running: Request | None = None
        #: By whether they are asked aside, the one that has waited longest first.
        self._waiting: dict[bool, Request] = {}
        self._made: tuple[Checkpoint, Predictor] | None = None  # the last one that was made, and of what
        self._limits = Limits()

    def ask(self, request: Request) -> None:
        """Predict; an earlier request that is still running or waiting is given up.

        What is asked `aside` and what is not do not disturb each other: the one waits for the other's end.
        """
        self._waiting[request.aside] = request
        if self._worker is None:
            self._begin()
        elif self._running.aside == request.aside:
            self._worker.abandon()

    def prepare(self, checkpoint: Checkpoint) -> None:
        """Make the network here, in the thread that opens the model; Problem where it does not fit its settings."""
        warmup.load_torch()
        self._predictor_of(checkpoint)

    def cancel(self) -> None:
        """Give up what is running and what is waiting."""
        self._waiting.clear()
        if self._worker is not None:
            self._worker.abandon()

    @Slot()
    def _begin(self) -> None:
        self._worker = None
        if not self._waiting:
            return
        request = self._running = self._waiting.pop(next(iter(self._waiting)))
        self._worker = Worker(lambda stopped: self._predict(request, stopped))
        self._worker.items.connect(self._deliver)
        self._worker.failed.connect(self.failedAside if request.aside else self.failed)
        self._worker.finished.connect(self._begin)
        self._worker.begin()

    @Slot(list)
    def _deliver(self, predictions: list) -> None:
        told = self.foundAside if self._running.aside else self.predicted
        told.emit(predictions[-1])  # each one holds all that those before it held

    def _predict(self, request: Request, stopped: Stopped) -> Iterator[object]:
        warmup.load_torch_aside()
        predictor = self._predictor_of(request.checkpoint)
        limit = self._limits.of(request.sampling, request.index, predictor)
        limit = limit and limit.ahead_of(request.behind)
        query = Query(request.text, request.sampling, CHOICES, request.length, limit, request.narrow)
        for prediction in MODES[request.mode].run(predictor, query):
            yield prediction
            if stopped():
                return

    def _predictor_of(self, checkpoint: Checkpoint) -> Predictor:
        made = self._made
        if made is None or made[0] is not checkpoint:
            from textgen.engine.prediction import Predictor

            made = self._made = checkpoint, Predictor.of(checkpoint)
        return made[1]
