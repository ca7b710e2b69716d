"""The page “Lessons”: the six as cards, the examples, and the glossary."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from textgen.gui.look.examples_row import ExamplesRow
from textgen.gui.look.glossary import Glossary
from textgen.gui.parts import style
from textgen.gui.parts.flow import FlowLayout
from textgen.gui.parts.widgets import Card, column, row, scrolled
from textgen.gui.work.lessons import LESSONS, Lesson
from textgen.gui.work.workspace import Workspace

CARD = 30  # steps of the grid a card is wide at least


class LessonsPage(QWidget):
    """A click opens a lesson beside the pages. Needs no model."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._course = workspace.course
        self.cards: list[Card] = []
        self._done: frozenset[str] | None = None  # as the cards say it
        self._flow = FlowLayout(style.space(CARD), style.space(2))
        say = self.tr("Each has a few sentences, one thing to do and one thing to see. No model of your own is needed.")
        head = column(style.label(self.tr("Six short lessons"), style.LARGE), style.label(say, role="muted", wrap=True))
        terms = column(style.label(self.tr("Glossary"), bold=True), Glossary(), gap=1.5)
        content = QWidget()
        body = column(head, self._flow, row(ExamplesRow(workspace.inside), None), terms, None, gap=3)
        body.setContentsMargins(style.space(), style.space(), style.space(), style.space())
        content.setLayout(body)
        self.setLayout(column(scrolled(content)))
        self._course.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        """The cards are made anew only when one more lesson is done."""
        if self._course.done == self._done:
            return
        self._done = self._course.done
        while self._flow.count():
            self._flow.takeAt(0).widget().deleteLater()
        self.cards = [self._card(number, lesson) for number, lesson in enumerate(LESSONS)]
        for card in self.cards:
            self._flow.addWidget(card)

    def _card(self, number: int, lesson: Lesson) -> Card:
        title, line = (QCoreApplication.translate("Lesson", text) for text in (lesson.title, lesson.line))
        state = self.tr("✓ done") if lesson.name in self._course.done else self.tr("not done yet")
        return Card(f"{number + 1}.  {title}", state, line, lambda: self._course.open(number))
