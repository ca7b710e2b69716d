"""The place Look inside: a sentence, and pages that show what the network does with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from textgen.engine.problem import Problem, noop
from textgen.gui.look.example_strip import ExampleStrip
from textgen.gui.look.lesson_column import LessonColumn
from textgen.gui.look.lessons_page import LessonsPage
from textgen.gui.look.look_empty import EmptyPage
from textgen.gui.look.memory_page import MemoryPage
from textgen.gui.look.microscope_page import MicroscopePage
from textgen.gui.look.race_page import RacePage
from textgen.gui.look.sentence_line import SentenceLine
from textgen.gui.look.statement_page import StatementPage
from textgen.gui.look.unrolled_page import UnrolledPage
from textgen.gui.look.why_page import WhyPage
from textgen.gui.parts import style
from textgen.gui.parts.side_pages import SidePages
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Notice, column, scrolled
from textgen.gui.work.workspace import Workspace


@dataclass(frozen=True)
class Page:
    """One page: its name in the code, its label, what it shows, its widget's class, and what it cannot be without."""

    name: str
    label: str
    tip: str
    widget: type[QWidget]
    needs_model: bool = True
    needs_sentence: bool = True


PAGES = (
    Page(
        "model",
        noop("LookPage", "The model"),
        noop("LookPage", "What it is made of, and how it learned"),
        StatementPage,
        needs_sentence=False,
    ),
    Page(
        "unrolled",
        noop("LookPage", "Unrolled"),
        noop("LookPage", "The network column by column: the three shapes, and each word fed back as the next input"),
        UnrolledPage,
    ),
    Page(
        "microscope",
        noop("LookPage", "Microscope"),
        noop("LookPage", "Every gate and state while it reads the sentence"),
        MicroscopePage,
    ),
    Page(
        "memory",
        noop("LookPage", "How far back"),
        noop("LookPage", "How much the next word depends on the words before it"),
        MemoryPage,
    ),
    Page(
        "race",
        noop("LookPage", "The race"),
        noop("LookPage", "RNN, LSTM and GRU learn the same text side by side"),
        RacePage,
        needs_model=False,
        needs_sentence=False,
    ),
    Page(
        "why",
        noop("LookPage", "Why this word"),
        noop("LookPage", "What each word did for the next one, and similar moments in the text"),
        WhyPage,
    ),
    Page(
        "lessons",
        noop("LookPage", "Lessons"),
        noop("LookPage", "Six short lessons, each with something to do and to see"),
        LessonsPage,
        needs_model=False,
        needs_sentence=False,
    ),
)


class LookPanel(QWidget):
    """Lays the pages out; what they show is found out only while the place is in sight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._inside = workspace.inside
        self.sentence, self.notice = SentenceLine(self._inside), Notice()
        self.side, self.pages, self._stacks = SidePages(), {}, {}
        for page in PAGES:
            self.pages[page.name] = page.widget(workspace)
            self._stacks[page.name] = self._stack(workspace, page)
            label, tip = (QCoreApplication.translate("LookPage", text) for text in (page.label, page.tip))
            self.side.add(page.name, label, tip, self._stacks[page.name])
        self.example, self.lesson = ExampleStrip(workspace), LessonColumn(workspace)
        self.side.stand_beside(self.lesson)
        whole = column(self.sentence, self.example, self.notice, self.side, gap=1.5)
        whole.setStretch(3, 1)
        whole.setContentsMargins(style.space(3), style.space(2), style.space(3), style.space(2))
        self.setLayout(whole)
        self.side.shown.connect(self._show)
        self._inside.modelChanged.connect(self._show)
        workspace.course.pageWanted.connect(self.side.show_page)
        for part in (self._inside, self._inside.tracing):
            part.failed.connect(self._fail)
        self._show()

    def _stack(self, workspace: Workspace, page: Page) -> QStackedWidget:
        stack = QStackedWidget()
        area = scrolled(self.pages[page.name])
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # beside a lesson in a small window
        stack.addWidget(area)
        if page.needs_model:
            stack.addWidget(EmptyPage(workspace))
        return stack

    @Slot()
    def _show(self) -> None:
        """Pages that need a model say so where there is none."""
        there = self._inside.checkpoint is not None
        for page in PAGES:
            self._stacks[page.name].setCurrentIndex(int(page.needs_model and not there))
        shown = next(page for page in PAGES if page.name == self.side.current)
        self.sentence.setVisible(shown.needs_sentence and there)

    @Slot(object)
    def _fail(self, problem: Problem) -> None:
        self.notice.say(say(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lesson.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._inside.begin()
