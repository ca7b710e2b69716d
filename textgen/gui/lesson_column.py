"""The open lesson, beside the page that it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QWidget

from textgen.gui import style
from textgen.gui.glossary import Glossary, Term
from textgen.gui.lessons import LESSONS, Lesson, View
from textgen.gui.widgets import button, column, frame, row, scrolled
from textgen.gui.workspace import Workspace

NARROWEST, WIDTH = 28, 38  # in steps of the grid


class LessonColumn(QWidget):
    """Hidden while no lesson is open. What it says scrolls; where it leads to stays in sight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._course = workspace, workspace.course
        self.place = style.label(role="muted")
        self.close_button = button("", lambda: self._course.open(None), "quiet", "close", self.tr("Close the lesson"))
        self.close_button.setAccessibleName(self.tr("Close the lesson"))
        self.back = button(self.tr("Back"), self._course.back)
        self.on = button("", self._course.go_on, "primary")
        self.glossary = button(self.tr("Glossary"), self._turn, "link")
        self.own = button(self.tr("With your model"), self._show_own, "link")
        self.views: list[QPushButton] = []
        self.area = scrolled(QWidget())
        self._terms = False  # the glossary stands in the place of the lesson
        self._shown: Lesson | None = None
        self._lay_out()
        self._course.changed.connect(self._show)
        workspace.modelChanged.connect(self._show_possible)
        self._show()

    def _lay_out(self) -> None:
        head = row(self.place, None, self.glossary, self.close_button)
        foot = row(self.back, None, self.on)
        self._ways = column(gap=0.5)
        body = column(head, self.area, frame("line"), foot, gap=1)
        body.setStretch(1, 1)
        self.setLayout(column(frame("card", body, margin=1.5)))
        self.setMinimumWidth(style.space(NARROWEST))
        self.setMaximumWidth(style.space(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
