"""During and after a training: the curve, the samples growing up, the figures, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QSplitter, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.widgets import Elided, button, column, row
from textgen.gui.train import train_words
from textgen.gui.train.curve_place import CurvePlace
from textgen.gui.train.figure_row import FigureRow
from textgen.gui.train.growing_up import GrowingUp
from textgen.gui.work.workspace import Workspace

if TYPE_CHECKING:
    pass


class ProgressPage(QWidget):
    """One training from its start to its end, or the history of a model that was opened."""

    againWanted = Signal()  # to the choices; the workspace knows whether to go on from the model

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
        self.plan = style.label("", style.SMALL, "muted", wrap=True)
        self._busy = QProgressBar(textVisible=False)
        self._busy.setRange(0, 0)
        self.scores = button(self.tr("See how well it predicts"), lambda: self._workspace.go("look"), "link")
        self.scores.setProperty("flush", True)  # its words begin where those of the sentence do
        said = column(self.sentence, row(self.scores, None), gap=0)
        whole = column(self._head(), said, self.note, self._busy, self._afterwards(), gap=1)
        whole.addWidget(self._middle(), 1)
        whole.addWidget(self.plan)
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
        self.more = button(self.tr("Train &more"), lambda: self._choose(going_on=True))
        self.again = button(self.tr("Train agai&n"), lambda: self._choose(going_on=False))
        result = QWidget()
        line = row(self.write, self.save, self.more, self.again, None)
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
        checkpoint = self._workspace.checkpoint
        self.scores.setVisible(over and checkpoint is not None and checkpoint.scores is not None)
        self.update_events()

    def update_events(self) -> None:
        """Show what has come since the last call."""
        over = self._workspace.training == "idle"
        self.title.setText(train_words.headline(self._workspace))
        self.sentence.setText(train_words.explanation(self._workspace))
        for label, text in (
            (self.note, train_words.note(self._workspace)),
            (self.plan, train_words.planned(self._workspace)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.place.update_curve()
        self.growing_up.set_evaluations(train_words.history(self._workspace), over=over)
        self.figures.update_figures()

    def _show_pause(self, state: str) -> None:
        paused = state == "paused"
        self.pause.setText(self.tr("Continue") if paused else self.tr("Pause"))
        self.pause.setIcon(style.icon("play" if paused else "pause"))
        self.pause.setEnabled(state in ("running", "paused"))
        waiting = self.tr("There is nothing to pause yet.") if state == "starting" else self.tr("It is stopping.")
        still = self.tr("Lets it stand still (Ctrl+Shift+P)")
        go_on = self.tr("Goes on where it stands (Ctrl+Shift+P)") if paused else still
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
        self.more.setEnabled(workspace.checkpoint is not None)
        self.more.setToolTip(
            self.tr("Go on from this model, on the same text or another")
            if workspace.checkpoint
            else self.tr("There is no model: it ended too early.")
        )
        self.again.setToolTip(self.tr("Choose other settings, or the same, and begin a new model"))

    def _choose(self, *, going_on: bool) -> None:
        self._workspace.set_going_on(going_on)
        self.againWanted.emit()

    def _pause_or_go_on(self) -> None:
        if self._workspace.training == "paused":
            self.figures.forget()
        self._workspace.pause_or_resume()


def _widest(sample: QPushButton, *texts: str) -> int:
    """The width that `sample` needs for the longest of these texts, so that it does not change with them."""
    shown = sample.text()
    widths = []
    for text in texts:
        sample.setText(text)
        widths.append(sample.sizeHint().width())
    sample.setText(shown)
    return max(widths)
