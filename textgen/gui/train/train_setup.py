"""Before a training: how long, which cell, and everything else folded away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.settings import from_mapping
from textgen.gui.parts import figures, style
from textgen.gui.parts.text import MENU_BAR, letters
from textgen.gui.parts.widgets import Elided, button, column, frame, row, scrolled
from textgen.gui.train.beginning import Beginning
from textgen.gui.train.cell_cards import CellCards
from textgen.gui.train.more_settings import MoreSettings
from textgen.gui.train.time_choice import TimeChoice
from textgen.gui.work.workspace import Workspace

BESIDE = ("&Start training", "&More settings")  # what has a mnemonic beside the settings
WIDEST = 960  # in a wide window the page keeps a readable width


class SetupPage(QWidget):
    """The choices, and one button to start. What is chosen is remembered at once, but not that it goes on from a model."""

    backWanted = Signal()  # to the curve of the last training

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.time = TimeChoice()
        self.beginning = Beginning(workspace)
        self.cells = CellCards()
        taken = letters("Menus", *MENU_BAR) + letters("SetupPage", *BESIDE)
        self.more = MoreSettings(taken)
        self.network, self.training = self.more.network, self.more.training
        self._lay_out()
        self._recall()
        self._connect()
        self.update_facts()

    def configs(self) -> tuple[ModelConfig, TrainConfig]:
        """The settings as they are chosen now."""
        model = from_mapping(ModelConfig, {**self.network.values(), "cell": self.cells.value()})
        return model, from_mapping(TrainConfig, {**self.training.values(), "minutes": self.time.value()})

    def update_facts(self) -> None:
        """Show which text would be trained on, and whether that can begin."""
        workspace = self._workspace
        corpus = workspace.corpus
        words = figures.number(corpus.words) if corpus else ""
        self._text.setText(self.tr("“{name}”, {words} words").format(name=corpus.name, words=words) if corpus else "")
        self._back.setVisible(bool(workspace.evaluations or (workspace.checkpoint and workspace.checkpoint.history)))
        self.start.setEnabled(corpus is not None and not workspace.reading)
        self.start.setToolTip(
            self.tr("Another text is being read; wait for it or cancel it.")
            if workspace.reading
            else self.tr("Ctrl+Enter")
        )
        self.beginning.update_facts()
        self._hold()

    # ---- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._text = Elided(role="muted")
        self._back = button(self.tr("Back to the learning curve"), self.backWanted.emit, "link")
        self.start = button(self.tr("&Start training"), self._start, "primary", "play")
        QShortcut(QKeySequence("Ctrl+Return"), self, self.start.click)
        line = row(self._back, self._text, self.start, gap=2)
        line.setStretch(1, 1)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar = frame("bar", line)
        bar.layout().setContentsMargins(style.space(3), style.space(1.5), style.space(3), style.space(1.5))
        self._scroll = scrolled(self._centred(self._choices()))
        whole = column(self._scroll, bar, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _choices(self) -> QWidget:
        self.fold = self._fold_button()
        self.more.setVisible(False)
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        page.setLayout(
            column(
                style.label(self.tr("How long have you got?"), style.LARGE, bold=True),
                self.time,
                _gap(),
                self.beginning,
                style.label(self.tr("Which kind of memory?"), style.LARGE, bold=True),
                self.cells,
                _gap(0.5),
                row(self.fold, None),
                self.more,
                None,
                gap=1.5,
            )
        )
        return page

    def _centred(self, page: QWidget) -> QWidget:
        outer = QWidget()
        line = row(None, page, None)
        line.setStretch(0, 1)
        line.setStretch(1, 1000)
        line.setStretch(2, 1)
        gap = style.space(3)
        line.setContentsMargins(gap, style.space(2), gap, style.space(2))
        outer.setLayout(line)
        return outer

    def _fold_button(self) -> QPushButton:
        fold = QPushButton(self.tr("&More settings"))
        fold.setCheckable(True)
        fold.setProperty("role", "link")
        fold.setIconSize(QSize(16, 16))
        fold.setToolTip(self.tr("Units, layers, vocabulary, dropout, learning rate and the rest"))
        fold.toggled.connect(self._on_fold)
        style.follow(fold, self._point_fold(fold))
        return fold

    def _point_fold(self, fold: QPushButton):
        return lambda: fold.setIcon(style.icon("chevron-down" if fold.isChecked() else "chevron-right", "accent"))

    # ---- what is chosen ---------------------------------------------------------------------------------------------

    def _recall(self) -> None:
        model, train, fixed = self._workspace.memory.training(self._workspace.vocabulary)
        self.cells.set_value(model.cell)
        self.time.set_value(train.minutes)
        self.more.recall(model, train, fixed)

    def _connect(self) -> None:
        for part in (self.time, self.cells, self.more):
            part.changed.connect(self._on_change)
        self._workspace.vocabularyChanged.connect(self._on_vocabulary)
        self._workspace.goingOnChanged.connect(self._hold)

    @Slot()
    def _on_change(self) -> None:
        model, train = self.configs()
        self._workspace.memory.remember(model)
        self._workspace.memory.remember(train)
        self._workspace.memory.keep_fixed(self.more.fixed())
        self._workspace.set_vocabulary(self._vocabulary())

    def _vocabulary(self) -> int | None:
        return self.network.values()["vocabulary"] if "vocabulary" in self.network.fixed() else None

    @Slot(object)
    def _on_vocabulary(self, size: int | None) -> None:
        if self._vocabulary() != size:
            self.network.set_values({"vocabulary": size})

    @Slot()
    def _hold(self) -> None:
        """What goes on from a model has the shape of that model."""
        if self._workspace.going_on:
            shape, reason = self._workspace.checkpoint.model, self.tr("That of the model that it goes on from.")
            self.cells.hold(shape.cell, reason)
            self.more.hold(shape, reason)
        else:
            self.cells.release()
            self.more.release()

    def _on_fold(self, opened: bool) -> None:
        self.fold.setIcon(style.icon("chevron-down" if opened else "chevron-right", "accent"))
        self.more.setVisible(opened)

    def _start(self) -> None:
        self._workspace.start_training(*self.configs(), self.more.fixed())


def _gap(steps: float = 1) -> QWidget:
    gap = QWidget()
    gap.setFixedHeight(style.space(steps))
    return gap
