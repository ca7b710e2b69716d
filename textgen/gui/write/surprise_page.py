"""Beside the page: how surprising the text is to the model, as a whole and in its passages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from textgen.gui.parts import figures, style
from textgen.gui.parts.unsure import Unsure
from textgen.gui.parts.widgets import button, column, row, scrolled
from textgen.gui.work.measured import Measured
from textgen.gui.write.passage_table import PassageTable
from textgen.gui.write.surprise_legend import SurpriseLegend

STEPS = 1000  # of the progress bar
MANY = 0.1  # of the words: unknown ones are all one word to the model, and easily guessed where there are many


class SurprisePage(QWidget):
    """The figures of the whole text, what the colours mean, two lists of passages, and how far the measuring is."""

    wanted = Signal(int)  # a passage: its number among the least predictable and then the most predictable ones
    pressed = Signal()  # the button: to stop or to measure

    def __init__(self) -> None:
        super().__init__()
        self.whole = style.label(bold=True, wrap=True)
        self.detail = style.label(size=style.SMALL, role="muted", wrap=True)
        self.least = PassageTable(self.tr("Least predictable"))
        self.most = PassageTable(self.tr("Most predictable"))
        self.short = style.label(
            self.tr("No passage is long enough to be listed."), size=style.SMALL, role="muted", wrap=True
        )
        self.state = style.label(size=style.SMALL, role="muted", wrap=True)
        self.progress = QProgressBar()
        self.button = button(self.tr("Measure"), self.pressed.emit)
        self._pages = QStackedWidget()
        self._lay_out()
        self.least.chosen.connect(self.wanted)
        self.most.chosen.connect(lambda line: self.wanted.emit(self.least.rowCount() + line))
        self.show_measured(None)
        self.show_empty(True)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """In the order of the Tab key."""
        return self.least, self.most, self.button

    # ---- what it shows

    def show_empty(self, empty: bool) -> None:
        """There is nothing on the page to measure."""
        self._pages.setCurrentIndex(int(not empty))

    def show_measured(self, found: Measured | None) -> None:
        """What there is to say of the text; nothing yet."""
        self.whole.setText(Unsure().in_text(found.perplexity) if found else self.tr("How surprising is this text?"))
        self.detail.setText(self._detail(found) if found else "")
        for table, passages in ((self.least, found and found.least), (self.most, found and found.most)):
            table.show_passages(passages or ())
            table.setVisible(bool(passages))
        self.short.setVisible(found is not None and not found.least)

    def show_busy(self, share: float, seconds: float) -> None:
        """So much is done after so many seconds."""
        told = self.tr("Measuring: {share}").format(share=figures.share(share, 0))
        if seconds > 2 and share > 0:
            left = figures.duration(seconds * (1 - share) / share)
            told = self.tr("Measuring: {share}, about {time} left").format(share=figures.share(share, 0), time=left)
        self.progress.setValue(round(share * STEPS))
        self._say(told, self.tr("Stop"), self.tr("Stop measuring; what is shown stays"), busy=True)

    def show_stopped(self) -> None:
        """The measuring has been stopped, or has failed."""
        self._say(
            self.tr("Not measured to its end."),
            self.tr("Measure"),
            self.tr("Measure the text as it is now"),
            busy=False,
        )

    def show_done(self, predicts: str) -> None:
        """All is measured, by what of the model is said in `predicts`."""
        told = self.tr("Predicted by: {what}. The same as for the suggestions.").format(what=predicts)
        self._say(told, "", "", busy=False)

    def _say(self, told: str, what: str, tip: str, *, busy: bool) -> None:
        self.state.setText(told)
        self.progress.setVisible(busy)
        self.button.setVisible(bool(what))
        self.button.setText(what)
        self.button.setToolTip(tip)

    def _detail(self, found: Measured) -> str:
        """The figures."""
        perplexity = self.tr("Perplexity {value}").format(value=figures.perplexity(found.perplexity))
        words = self.tr("%Ln words", "", found.words)
        unknown = self.tr("%Ln of them unknown to the model", "", found.unknown)
        told = f"{perplexity} · {words} · {unknown}"
        if found.unknown > MANY * found.words:
            told += "\n" + self.tr("With so many unknown words the text seems more predictable than it is.")
        return told

    # ---- layout

    def _lay_out(self) -> None:
        self.detail.setToolTip(
            self.tr(
                "Perplexity: among so many words the model would choose as unsurely, averaged over all words, marks and"
                " ends of paragraphs. An unknown word counts with the bits of any unknown word."
            )
        )
        self.progress.setRange(0, STEPS)
        self.progress.setTextVisible(False)
        content = QWidget()
        content.setLayout(
            column(self.whole, self.detail, SurpriseLegend(), self.short, self.least, self.most, None, gap=1.5)
        )
        content.layout().setContentsMargins(0, 0, style.space(), 0)
        self._pages.addWidget(self._nothing())
        self._pages.addWidget(self._measured(scrolled(content)))
        self.setLayout(column(self._pages))

    def _nothing(self) -> QWidget:
        told = style.label(
            self.tr(
                "Paste or type a text into the page. Each of its words is then shaded by how surprising it is to the"
                " model, and its most and least predictable passages are listed here."
            ),
            role="muted",
            wrap=True,
        )
        result = QWidget()
        result.setLayout(column(told, None))
        return result

    def _measured(self, content: QWidget) -> QWidget:
        """The figures scroll; how far the measuring is stays in sight, and nothing moves when that changes."""
        for part in (self.progress, self.button):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        line = row(self.state, self.button, gap=1)
        line.setStretch(0, 1)
        line.setAlignment(self.button, Qt.AlignmentFlag.AlignTop)
        whole = column(content, self.progress, line, gap=1)
        whole.setStretch(0, 1)
        result = QWidget()
        result.setLayout(whole)
        return result
