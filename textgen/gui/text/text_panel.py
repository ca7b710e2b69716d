"""The place Text: choose a text, wait while it is read, see what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QProgressBar, QStackedWidget, QWidget

from textgen.engine.problem import Problem
from textgen.gui.parts import style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Elided, button, column, row
from textgen.gui.text.text_choose import ChoosePage
from textgen.gui.text.text_loaded import LoadedPage
from textgen.gui.work.workspace import Workspace

STEPS = 1000  # of the progress bar


class BusyPage(QWidget):
    """A text is being read."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._name = Elided()
        self._name.setFont(style.font(style.LARGE))
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, STEPS)
        cancel = button(self.tr("Cancel"), workspace.cancel_reading)
        box = QWidget()
        box.setMaximumWidth(style.space(60))
        box.setLayout(column(self._name, self._bar, row(None, cancel, None), gap=2))
        line = row(None, box, None, gap=0)
        line.setStretch(1, 8)
        self.setLayout(column(None, line, None))
        workspace.readingChanged.connect(self._begin)
        workspace.readingProgress.connect(lambda share: self._bar.setValue(round(share * STEPS)))

    def _begin(self) -> None:
        self._bar.setValue(0)
        self._name.setText(self.tr("Reading “{name}”").format(name=self._workspace.reading_name))


class TextPanel(QStackedWidget):
    """Shows one of its three pages, as the workspace stands. A problem is said on the page that it arose on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.choose, self.busy, self.loaded = ChoosePage(workspace), BusyPage(workspace), LoadedPage(workspace)
        for page in (self.choose, self.busy, self.loaded):
            self.addWidget(page)
        workspace.readingChanged.connect(self._show)
        workspace.corpusChanged.connect(self._show)
        workspace.problem.connect(self._say)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._workspace.reading:
            self._notice_of_both("hide")
            self.setCurrentWidget(self.busy)
        elif self._workspace.corpus is not None:
            self._show_loaded()
        else:
            self.setCurrentWidget(self.choose)

    def _show_loaded(self) -> None:
        had_focus = self.isAncestorOf(QApplication.focusWidget())
        self.setCurrentWidget(self.loaded)
        if had_focus:
            self.loaded.take_focus()

    def _notice_of_both(self, what: str) -> None:
        for page in (self.choose, self.loaded):
            getattr(page.notice, what)()

    @Slot(str, object)
    def _say(self, place: str, problem: Problem) -> None:
        if place == "text":
            page = self.currentWidget()
            page.notice.say(say(problem), self.tr("Choose another file…"), lambda: self._workspace.choose("text"))
