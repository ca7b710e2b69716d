"""What a part of the workspace needs that does one piece of work at a time in the background."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from textgen.gui.parts import log
from textgen.gui.work.worker import Job, Worker


class OneJob(QObject):
    """The newest piece of work counts; what was begun before is given up."""

    changed = Signal()  # it has begun, come further or ended
    failed = Signal(object)  # Problem

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._worker is not None

    def _begin(self, job: Job, items: Callable) -> None:
        self._worker = Worker(job)
        self._worker.items.connect(items)
        self._worker.failed.connect(self._on_failed)
        self._worker.done.connect(self._on_done)
        self._worker.begin()

    @Slot()
    def stop(self) -> None:
        """Go no further; what there is stays."""
        if self._worker is not None:
            self._abandon()
            self.changed.emit()

    def _abandon(self) -> None:
        if self._worker is not None:
            self._worker.abandon()
            self._rest()

    def _rest(self) -> None:
        """Nothing is being done any more."""
        self._worker = None

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._on_done()
        self.failed.emit(log.as_problem(error))

    @Slot()
    def _on_done(self) -> None:
        self._rest()
        self.changed.emit()
