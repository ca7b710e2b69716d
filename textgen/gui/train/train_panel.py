"""The place where a model is trained: shows what fits the moment, from “no text yet” to “what it learned”."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from textgen.engine.corpus import MIN_WORDS, verdict
from textgen.engine.problem import Problem
from textgen.gui.parts import style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Notice, button, column, row
from textgen.gui.train import train_words
from textgen.gui.train.train_progress import ProgressPage
from textgen.gui.train.train_setup import SetupPage
from textgen.gui.work.workspace import Workspace

PREPARE_MS = 300  # after the place has come into sight, the plotting library is loaded, before a training needs it


class EmptyPage(QWidget):
    """Nothing can be trained yet: says why, and offers the way to a text."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.title = style.label("", style.LARGE, bold=True)
        self.sentence = style.label("", style.BODY, "muted", wrap=True)
        self.sentence.setMaximumWidth(style.space(60))
        self.sentence.setMinimumWidth(style.space(58))
        for part in (self.title, self.sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = button(self.tr("&Choose a text"), lambda: workspace.go("text"), "primary", "text")
        middle = (row(None, part, None) for part in (self.title, self.sentence, self.button))
        self.setLayout(column(None, *middle, None, gap=2))

    def update_facts(self) -> None:
        """Say what is missing: a text, its end, or more words."""
        corpus, reading = self._workspace.corpus, self._workspace.reading
        if reading:
            self.title.setText(self.tr("Reading “{name}”").format(name=self._workspace.reading_name))
            self.sentence.setText(self.tr("As soon as the text is read, it can be trained on."))
        elif corpus is None:
            self.title.setText(self.tr("No text to learn from yet"))
            self.sentence.setText(
                self.tr("A model learns to write from a text of yours. Choose one, or take a sample.")
            )
        else:
            self.title.setText(self.tr("“{name}” is too short").format(name=corpus.name))
            self.sentence.setText(say(verdict(corpus.words)))
        self.button.setText(self.tr("&Choose a text") if corpus is None else self.tr("&Choose another text"))
        self.button.setVisible(not reading)


class TrainPanel(QWidget):
    """Switches between the pages; knows nothing of their insides."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._again = False  # the person wants to train anew, though there is a curve to show
        self._model: object = None
        self._state = workspace.training
        self.empty, self.setup, self.progress = EmptyPage(workspace), SetupPage(workspace), ProgressPage(workspace)
        self.notice = Notice()
        self.pages = QStackedWidget()
        for page in (self.empty, self.setup, self.progress):
            self.pages.addWidget(page)
        self._lay_out()
        self._connect()
        self._show()

    def page(self) -> QWidget:
        """The page that fits the moment."""
        workspace = self._workspace
        past = bool(train_words.history(workspace)) or workspace.finished is not None
        if workspace.training != "idle" or (past and not self._again):
            return self.progress
        if workspace.corpus is None or workspace.corpus.words < MIN_WORDS:
            return self.empty
        return self.setup

    def _lay_out(self) -> None:
        place = row(self.notice)
        gap = style.space(3)
        place.setContentsMargins(gap, style.space(), gap, 0)
        whole = column(place, self.pages, gap=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.corpusChanged.connect(self._on_corpus)
        workspace.readingChanged.connect(self._show)
        workspace.trainingChanged.connect(self._on_training)
        workspace.trainingEvents.connect(self._on_events)
        workspace.modelChanged.connect(self._on_model)
        workspace.problem.connect(self._on_problem)
        self.setup.backWanted.connect(self._back)
        self.progress.againWanted.connect(self._anew)

    @Slot()
    def _show(self) -> None:
        page = self.page()
        if page is self.progress:
            self.progress.update_state()
        else:
            page.update_facts()
        if page is not self.pages.currentWidget():
            self._turn_to(page)

    def _turn_to(self, page: QWidget) -> None:
        """Bring `page` to the front; the focus goes where a second press of the same key does no harm."""
        had_focus = self.isAncestorOf(QApplication.focusWidget())
        self.pages.setCurrentWidget(page)
        if had_focus and page is self.progress:
            self.progress.growing_up.page.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(PREPARE_MS, self, self.progress.place.load)

    @Slot()
    def _on_corpus(self) -> None:
        self._again = self._workspace.corpus is not None and self._workspace.training == "idle"
        self._show()

    @Slot()
    def _on_training(self) -> None:
        if self._state == "idle" and self._workspace.training != "idle":
            self._again = False
            self.notice.hide()
            self.progress.begin()
        self._state = self._workspace.training
        self._show()

    @Slot(list)
    def _on_events(self, events: list[object]) -> None:
        self.progress.update_events()

    @Slot()
    def _on_model(self) -> None:
        """Another model was opened, or the one shown was saved; a training says what it does by itself."""
        opened = self._workspace.checkpoint is not self._model
        self._model = self._workspace.checkpoint
        if self._workspace.training == "idle":
            self._again = self._again and not opened
            self._show()

    @Slot(str, object)
    def _on_problem(self, place: str, problem: Problem) -> None:
        if place == "train":
            self.notice.say(say(problem))
            self._show()

    @Slot()
    def _back(self) -> None:
        self._again = False
        self._show()

    @Slot()
    def _anew(self) -> None:
        self._again = True
        self._show()
