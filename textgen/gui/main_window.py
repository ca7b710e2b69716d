"""Lays out the window: the rail with the four places, the model line, the places themselves and the job bar."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QMainWindow, QSizePolicy, QStackedWidget, QToolButton, QWidget

from textgen.engine.problem import Problem, noop
from textgen.gui.dialogs import Dialogs
from textgen.gui.job_bar import JobBar
from textgen.gui.look.look_panel import LookPanel
from textgen.gui.menus import Menus
from textgen.gui.model_line import ModelLine
from textgen.gui.parts import style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Notice, column, frame, local_files, row
from textgen.gui.text.text_panel import TextPanel
from textgen.gui.train.train_panel import TrainPanel
from textgen.gui.unfinished_bar import UnfinishedBar
from textgen.gui.work.model_words import model_name
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.text_out import TextOut
from textgen.gui.write.write_panel import WritePanel


@dataclass(frozen=True)
class Place:
    """One place of the window: its name in the code, its label, its icon and its widget's class."""

    name: str
    label: str
    icon: str
    panel: type[QWidget]


PANELS = (
    Place("text", noop("Place", "Text"), "text", TextPanel),
    Place("train", noop("Place", "Train"), "train", TrainPanel),
    Place("write", noop("Place", "Write"), "write", WritePanel),
    Place("look", noop("Place", "Look inside"), "look", LookPanel),
)


class MainWindow(QMainWindow):
    """The one window of the program. `painted` comes once, when it has been drawn for the first time."""

    painted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.dialogs = Dialogs(workspace, self)
        labels = [(place.name, QCoreApplication.translate("Place", place.label)) for place in PANELS]
        self.panels = {place.name: place.panel(workspace) for place in PANELS}
        workspace.inside.written = self.panels["write"].draft.sentence
        self.out = TextOut(self, self.panels["write"].draft, workspace.memory)
        self.menus = Menus(self, workspace, self.dialogs, labels, self.out)
        self._stack = QStackedWidget()
        for panel in self.panels.values():
            self._stack.addWidget(panel)
        self._notice = Notice()
        self._lay_out(labels)
        self._connect()
        self.setAcceptDrops(True)
        self._closing = self._painted = False
        self._restore()
        self.show_place("text")
        self.centralWidget().setFocus()  # the first Tab leads to the rail
        self._show_title()

    # ---- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self, labels: list[tuple[str, str]]) -> None:
        self._notice.setProperty("role", "bad-bar")
        self._notice.layout().setContentsMargins(style.space(3), style.space(), style.space(2), style.space())
        line = ModelLine(self.workspace, self.dialogs.save)
        self._job_bar = JobBar(self.workspace)
        self.unfinished_bar = UnfinishedBar(self.workspace)
        right = column(line, self.unfinished_bar, self._notice, self._stack, self._job_bar, gap=0)
        right.setStretch(3, 1)
        whole = row(self._rail(labels), right, gap=0)
        whole.setStretch(1, 1)
        centre = QWidget()
        centre.setProperty("role", "surface")
        centre.setLayout(whole)
        self.setCentralWidget(centre)
        self.setMinimumSize(760, 520)

    def _rail(self, labels: list[tuple[str, str]]) -> QWidget:
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for number, (place, (name, label)) in enumerate(zip(PANELS, labels, strict=True), start=1):
            self._buttons[name] = self._rail_button(place, label, number)
            group.addButton(self._buttons[name])
        result = frame("rail", column(*self._buttons.values(), None, gap=1), margin=1)
        result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return result

    def _rail_button(self, place: Place, label: str, number: int) -> QToolButton:
        button = QToolButton(text=label, checkable=True)
        button.setProperty("role", "rail")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFont(style.font(style.SMALL))
        button.setMinimumSize(QSize(style.space(11), style.space(8)))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(f"{label} (Ctrl+{number})")
        button.clicked.connect(lambda: self.show_place(place.name))
        button.setIconSize(QSize(24, 24))
        colour = lambda: button.setIcon(style.icon(place.icon, "accent" if button.isChecked() else "muted"))  # noqa: E731
        button.toggled.connect(colour)
        style.follow(button, colour)
        return button

    def _connect(self) -> None:
        self.workspace.placeWanted.connect(self.show_place)
        self.workspace.fileWanted.connect(self.dialogs.choose)
        self.workspace.problem.connect(self._show_problem)
        self.out.failed.connect(self.show_fault)
        self.workspace.modelChanged.connect(self._show_title)
        self.workspace.modelSaved.connect(lambda path: self._notice.hide())
        self.workspace.modelOpened.connect(self._notice.hide)

    # ---- places -----------------------------------------------------------------------------------------------------

    @Slot(str)
    def show_place(self, name: str) -> None:
        """Show one of the four places."""
        if QApplication.focusWidget() in self._buttons.values():
            self._buttons[name].setFocus()
        self._buttons[name].setChecked(True)
        self._stack.setCurrentWidget(self.panels[name])
        self._job_bar.show_place(name)

    @property
    def place(self) -> str:
        """The name of the place that is shown."""
        return next(name for name, panel in self.panels.items() if panel is self._stack.currentWidget())

    @Slot(str, object)
    def _show_problem(self, place: str, problem: Problem) -> None:
        """The places say their own problems; what concerns no place stands below the model line."""
        if place in ("file", "page"):
            self._notice.say(say(problem))

    def show_fault(self, problem: Problem) -> None:
        """Say a fault of the program itself."""
        self._notice.say(say(problem))

    @Slot()
    def _show_title(self) -> None:
        name = model_name(self.workspace) if self.workspace.checkpoint is not None else ""
        self.setWindowTitle(f"{name}[*] – textgen" if name else "textgen[*]")
        self.setWindowModified(not self.workspace.saved)

    # ---- files dropped on the window --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for path in local_files(event):
            self.workspace.open_path(path)

    # ---- coming and going -------------------------------------------------------------------------------------------

    def _restore(self) -> None:
        if not self.restoreGeometry(self.workspace.memory.geometry()):
            room = QApplication.primaryScreen().availableSize()
            self.resize(QSize(1180, 760).boundedTo(room * 0.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def raise_up(self) -> None:
        """Bring the window to the front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing or (self.workspace.saved and self.workspace.training == "idle"):
            self.workspace.memory.keep_geometry(self.saveGeometry())
            self.workspace.close()
            event.accept()
        else:
            event.ignore()
            self.dialogs.ask_before_closing(self._close_now)

    def _close_now(self) -> None:
        self._closing = True
        self.close()
