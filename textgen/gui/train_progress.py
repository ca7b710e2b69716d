"""During and after a training: the curve, the samples growing up, the figures, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QPushButton, QSplitter, QVBoxLayout, QWidget

from textgen.engine.reports import Evaluation, Progress
from textgen.gui import style, train_words
from textgen.gui.figure_row import FigureRow
from textgen.gui.growing_up import GrowingUp
from textgen.gui.widgets import Elided, button, column, row
from textgen.gui.workspace import Workspace

if TYPE_CHECKING:
    from textgen.gui.plots import LearningCurve


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
        from textgen.gui.plots import LearningCurve

        self.curve = LearningCurve()
        self._box.addWidget(self.curve)
        self.update_curve()

    def update_curve(self) -> None:
        """Bring the curve up to the workspace: add what is new, or begin again where it shows another training."""
        if self.curve is None:
            return
        points, evaluations = self._workspace.progress_points, list(train_words.history(self._workspace))
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


class ProgressPage(QWidget):
    """One training from its start to its end, or the history of a model that was opened."""

    againWanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.place = CurvePlace(workspace)
        self.growing_up = GrowingUp()
        self.figures = FigureRow(workspace)
        self._lay_out()

    # ---- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.title = Elided()
        self.title.setFont(style.font(style.LARGE, bold=True))
        self.sentence = style.label(wrap=True)
        self.note = style.label("", style.BODY, "muted", wrap=True)
        self._busy = QProgressBar(textVisible=False)
        self._busy.setRange(0, 0)
        whole = column(self._head(), self.sentence, self.note, self._busy, self._afterwards(), gap=1)
        whole.addWidget(self._middle(), 1)
        whole.addWidget(self.figures)
        gap = style.space(3)
        whole.setContentsMargins(gap, style.space(2), gap, style.space(2))
        self.setLayout(whole)

    def _head(self) -> QWidget:
        self.pause = button(self.tr("Pause"), self._pause_or_go_on, "plain", "pause")
        self.stop = button(self.tr("Stop and keep the best"), self._workspace.stop_training, "plain", "stop")
        self.pause.setFixedWidth(_widest(self.pause, self.tr("Pause"), self.tr("Continue")))
        self._controls = QWidget()
        self._controls.setLayout(row(self.pause, self.stop))
        policy = self._controls.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the title and the text below keep their place when the buttons go
        self._controls.setSizePolicy(policy)
        head = QWidget()
        head.setLayout(row(self.title, None, self._controls))
        return head

    def _afterwards(self) -> QWidget:
        workspace = self._workspace
        self.write = button(self.tr("&Write with it"), lambda: workspace.go("write"), "primary", "write")
        self.save = button(self.tr("&Save…"), workspace.saveWanted.emit, "plain", "save")
        self.again = button(self.tr("Train agai&n"), self.againWanted.emit, "plain", "train")
        result = QWidget()
        line = row(self.write, self.save, self.again, None)
        line.setContentsMargins(0, style.space(0.5), 0, style.space(0.5))
        result.setLayout(line)
        self._after = result
        return result

    def _middle(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(style.space(2))
        splitter.addWidget(self.place)
        splitter.addWidget(self.growing_up)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([600, 400])
        self.growing_up.setMinimumWidth(style.space(22))
        return splitter

    # ---- what it shows ----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A training has just been started."""
        self.figures.forget()

    def update_state(self) -> None:
        """Show the state of the training: its title, and the buttons that fit."""
        state = self._workspace.training
        over = state == "idle"
        self._controls.setVisible(not over)
        self._after.setVisible(over)
        self._busy.setVisible(state in ("starting", "stopping"))
        self._show_pause(state)
        self.stop.setEnabled(state != "stopping")
        self.stop.setToolTip(
            self.tr("It is stopping.") if state == "stopping" else self.tr("Ends the training soon (Ctrl+.)")
        )
        self._show_afterwards()
        self.update_events()

    def update_events(self) -> None:
        """Show what has come since the last call."""
        over = self._workspace.training == "idle"
        history = train_words.history(self._workspace)
        self.title.setText(train_words.headline(self._workspace))
        self.sentence.setText(train_words.explanation(self._workspace))
        note = train_words.by_heart(history) if over else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.place.update_curve()
        self.growing_up.set_evaluations(history, over=over)
        self.figures.update_figures()

    def _show_pause(self, state: str) -> None:
        paused = state == "paused"
        self.pause.setText(self.tr("Continue") if paused else self.tr("Pause"))
        self.pause.setIcon(style.icon("play" if paused else "pause"))
        self.pause.setEnabled(state in ("running", "paused"))
        waiting = self.tr("There is nothing to pause yet.") if state == "starting" else self.tr("It is stopping.")
        go_on = self.tr("Goes on where it stands (Ctrl+P)") if paused else self.tr("Lets it stand still (Ctrl+P)")
        self.pause.setToolTip(go_on if self.pause.isEnabled() else waiting)

    def _show_afterwards(self) -> None:
        workspace = self._workspace
        self.write.setEnabled(workspace.checkpoint is not None)
        self.write.setToolTip("" if workspace.checkpoint else self.tr("There is no model: it ended too early."))
        unsaved = workspace.checkpoint is not None and not workspace.saved
        self.save.setEnabled(unsaved)
        self.save.setToolTip(
            self.tr("Keep the model as one file (Ctrl+S)") if unsaved else self.tr("It is saved already.")
        )
        self.again.setToolTip(self.tr("Choose other settings, or the same, and begin a new model"))

    def _pause_or_go_on(self) -> None:
        if self._workspace.training == "paused":
            self.figures.forget()
            self._workspace.resume()
        else:
            self._workspace.pause()


def _widest(sample: QPushButton, *texts: str) -> int:
    """The width that `sample` needs for the longest of these texts, so that it does not change with them."""
    shown = sample.text()
    widths = []
    for text in texts:
        sample.setText(text)
        widths.append(sample.sizeHint().width())
    sample.setText(shown)
    return max(widths)
