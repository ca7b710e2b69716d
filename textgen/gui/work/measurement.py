"""How surprising a text is to the model, found out in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from textgen.gui.work import jobs
from textgen.gui.work.measured import Measured
from textgen.gui.work.one_job import OneJob

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint


@dataclass(frozen=True, eq=False)  # weights are not compared
class Question:
    """Which text is measured, with which model and what of it predicts."""

    checkpoint: Checkpoint
    text: str
    mix: str

    def same(self, other: Question | None) -> bool:
        """Whether it has the same answer."""
        if other is None or self.checkpoint is not other.checkpoint:
            return False
        return (self.text, self.mix) == (other.text, other.mix)


class Measurement(OneJob):
    """One question at a time, the newest counts. The network is its own, so that suggestions need not wait for it."""

    measured = Signal(object)  # Measured

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.question: Question | None = None  # that is being measured
        self.share = 0.0  # of the text, that is done
        self._since = QElapsedTimer()

    @property
    def seconds(self) -> float:
        """Since it began."""
        return self._since.elapsed() / 1000 if self._since.isValid() else 0.0

    def ask(self, question: Question) -> None:
        """Measure; what is being measured is given up."""
        self._abandon()
        self.question, self.share = question, 0.0
        self._since.start()
        self._begin(jobs.measuring(question.checkpoint, question.text, question.mix), self._on_items)
        self.changed.emit()

    def _rest(self) -> None:
        self._worker = self.question = None

    @Slot(list)
    def _on_items(self, items: list[float | Measured]) -> None:
        for item in items:
            if isinstance(item, Measured):
                self.measured.emit(item)
            else:
                self.share = item
        self.changed.emit()
