"""Where the learning curve stands in the Train place, and how it is kept up with the training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textgen.engine.reports import Evaluation, Progress
from textgen.gui.train import train_words
from textgen.gui.work.workspace import Workspace

if TYPE_CHECKING:
    from textgen.gui.train.plots import LearningCurve


class CurvePlace(QWidget):
    """Where the learning curve stands. The plotting library is loaded once this has been painted for the first time."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.curve: LearningCurve | None = None
        self._shown: list[Evaluation] = []
        self._points = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.curve is None:
            QTimer.singleShot(0, self, self.load)

    @Slot()
    def load(self) -> None:
        """Make the curve, with everything that has come so far."""
        if self.curve is not None:
            return
        from textgen.gui.train.plots import LearningCurve

        self.curve = LearningCurve()
        self._box.addWidget(self.curve)
        self.update_curve()

    def update_curve(self) -> None:
        """Bring the curve up to the workspace."""
        if self.curve is not None:
            self._bring_up(self._workspace.progress_points, list(train_words.history(self._workspace)))
            self.curve.set_baselines(train_words.baselines(self._workspace))

    def _bring_up(self, points: list[Progress], evaluations: list[Evaluation]) -> None:
        """Add what is new, or begin again where it shows another training."""
        if not points and self._workspace.training == "idle":
            if self._shown != evaluations or self._points:
                self._shown, self._points = evaluations, 0
                self.curve.show_history(evaluations)
            return
        if len(points) < self._points or evaluations[: len(self._shown)] != self._shown or not self._points:
            self._shown, self._points = [], 0
            self.curve.clear()
        self._append(points, evaluations)

    def _append(self, points: list[Progress], evaluations: list[Evaluation]) -> None:
        self.curve.append(points[self._points :], evaluations[len(self._shown) :])
        self._points, self._shown = len(points), evaluations
        if self._workspace.training == "idle":
            self.curve.finish()
