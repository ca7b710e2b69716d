"""The place Text with a text in it: what it is, how it was understood, and how many of its words to learn."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QTextBrowser, QVBoxLayout, QWidget

from textgen.engine.corpus import MIN_WORDS, Corpus, verdict
from textgen.engine.problem import Problem
from textgen.gui.parts import figures, style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Elided, Notice, button, column, frame, row, scrolled
from textgen.gui.text.vocabulary import VocabularySlider
from textgen.gui.text.word_bars import WordBars
from textgen.gui.work.workspace import Workspace

MEASURE = 75  # characters in a line at most
ASIDE = 38  # steps of the grid that the figures are wide


class LoadedPage(QWidget):
    """Shows the workspace's text."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.notice = Notice()
        self._verdict = style.label("", style.LARGE, wrap=True)
        self._train = button(self.tr("Train on this"), lambda: workspace.go("train"), "primary")
        self._another = button(self.tr("Another text…"), workspace.forget_text, "plain")
        head = row(self._verdict, self._another, self._train, gap=1.5)
        head.setStretch(0, 1)
        head.setContentsMargins(0, 0, style.space(2), 0)
        self._page = Page()
        middle = row(self._page, self._aside(), gap=2)
        middle.setStretch(0, 1)
        notice = row(self.notice)
        notice.setContentsMargins(0, 0, style.space(2), 0)
        body = column(notice, head, middle, gap=2)
        body.setStretch(2, 1)
        body.setContentsMargins(style.space(4), style.space(2), style.space(2), style.space(2))
        self.setLayout(body)
        workspace.corpusChanged.connect(self._show)

    def _aside(self) -> QWidget:
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(style.space(2))
        self._figures.setVerticalSpacing(style.space(0.75))
        self._figures.setColumnStretch(1, 1)
        self._notes = column(gap=1)
        self._bars = WordBars()
        slider = frame("card", column(VocabularySlider(self._workspace)))
        facts = frame("card", column(self._figures, self._notes, gap=1.5))
        words = frame("card", column(style.label(self.tr("Most frequent words"), bold=True), self._bars))
        content = QWidget()
        body = column(facts, slider, words, None, gap=2)
        body.setContentsMargins(0, 0, style.space(2), 0)
        content.setLayout(body)
        area = scrolled(content)
        area.setFixedWidth(style.space(ASIDE))
        return area

    def _show(self) -> None:
        corpus = self._workspace.corpus
        if corpus is None:
            return
        self._verdict.setText(say(verdict(corpus.words)))
        self._train.setEnabled(corpus.words >= MIN_WORDS)
        self._train.setToolTip("" if corpus.words >= MIN_WORDS else say(verdict(corpus.words)))
        self._page.setHtml(_html(corpus.preview))
        self._show_figures(corpus)
        self._show_notes(corpus.notes)
        self._bars.show_words(corpus.frequent())

    def take_focus(self) -> None:
        """Let the keyboard stand on the way on."""
        (self._train if self._train.isEnabled() else self._another).setFocus()

    def _show_figures(self, corpus: Corpus) -> None:
        rows = (
            (self.tr("File"), corpus.name),
            (self.tr("Encoding"), corpus.encoding),
            (self.tr("Words"), figures.number(corpus.words)),
            (self.tr("Distinct words"), figures.number(corpus.distinct_words)),
            (self.tr("Sentences"), figures.number(corpus.sentences)),
        )
        _empty(self._figures)
        for line, (name, value) in enumerate(rows):
            shown = Elided(value, mode=Qt.TextElideMode.ElideMiddle)
            shown.setFont(style.font(tabular=True))
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._figures.addWidget(style.label(name, style.BODY, "muted"), line, 0)
            self._figures.addWidget(shown, line, 1)

    def _show_notes(self, notes: tuple[Problem, ...]) -> None:
        _empty(self._notes)
        for note in notes:
            sign = style.label()
            sign.setPixmap(style.icon("info", "muted").pixmap(QSize(16, 16)))
            sign.setAlignment(Qt.AlignmentFlag.AlignTop)
            line = QWidget()
            line.setLayout(row(sign, style.label(say(note), style.SMALL, "muted", wrap=True)))
            line.layout().setStretch(1, 1)
            self._notes.addWidget(line)


class Page(QTextBrowser):
    """A text to read, in lines of a length that eyes can follow."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setFont(style.font(style.LARGE))
        self.document().setDocumentMargin(style.space(3))
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("The text as it was understood"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        measure = self.fontMetrics().averageCharWidth() * MEASURE
        side = max(style.space(1), (self.width() - measure) // 2 - style.space(3))
        self.setViewportMargins(side, 1, side, 1)
        super().resizeEvent(event)


def _html(paragraphs: tuple[str, ...]) -> str:
    shape = f"margin: 0 0 {style.space(1.5)}px 0; line-height: 140%"
    return "".join(f'<p style="{shape}">{escape(paragraph)}</p>' for paragraph in paragraphs)


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while layout.count():
        layout.takeAt(0).widget().deleteLater()
