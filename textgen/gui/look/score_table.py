"""The ways of predicting a text side by side, each with its perplexity as a bar and as a number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from textgen.engine.problem import noop
from textgen.engine.reports import Row, Scoreboard
from textgen.gui.parts import figures, style
from textgen.gui.parts.bar import BEST, SHARE, Bar
from textgen.gui.parts.quiet_table import QuietTable
from textgen.gui.parts.unsure import Unsure

# what the rows of a scoreboard are called
NAMES = {
    "unigrams": noop("Scores", "Most common words"),
    "bigrams": noop("Scores", "Pairs of words"),
    "kneser_ney": noop("Scores", "Runs of up to five words (Kneser-Ney)"),
    "network": noop("Scores", "The network alone"),
    "with_ngrams": noop("Scores", "… with n-grams"),
    "with_cache": noop("Scores", "… with the words of the draft (cache)"),
    "mixed": noop("Scores", "… with both"),
}
WAY, BAR, PERPLEXITY = 0, 1, 2
LEAST_BAR = 9  # steps of the grid


class ScoreTable(QuietTable):
    """One line a way of predicting; the best in the accent colour."""

    def __init__(self) -> None:
        names = (
            self.tr("Way of predicting"), "", self.tr("Perplexity"), self.tr("1st guess right"), self.tr("Among 3"),
            self.tr("Among 5"),
        )  # fmt: skip
        super().__init__(names, figures=range(PERPLEXITY, len(names)))
        self._scores: Scoreboard | None = None
        self.setItemDelegateForColumn(BAR, Bar(self))
        self.horizontalHeader().setSectionResizeMode(WAY, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(BAR, QHeaderView.ResizeMode.Stretch)
        self._explain()
        style.follow(self, self._fill)

    def show_scores(self, scores: Scoreboard) -> None:
        """Show the rows of `scores`."""
        self._scores = scores
        self._fill()
        self._share_out()

    def _explain(self) -> None:
        unsure = self.tr("Among so many words it chooses on text it has not seen. Lower is better.")
        right = self.tr("How often the word that came was among the likeliest. Higher is better.")
        for column in range(BAR, self.columnCount()):
            self.horizontalHeaderItem(column).setToolTip(unsure if column <= PERPLEXITY else right)

    def _fill(self) -> None:
        rows = self._scores.rows if self._scores else ()
        best = min(rows, key=lambda row: row.perplexity, default=None)
        longest = max((row.perplexity for row in rows), default=1.0)
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            self.put(line, self._values(row), accent=row is best)
            self.item(line, BAR).setData(SHARE, row.perplexity / longest)
            self.item(line, BAR).setData(BEST, row is best)
            for column in (BAR, PERPLEXITY):
                self.item(line, column).setToolTip(Unsure().briefly(row.perplexity))
            if row is best:
                for column in range(self.columnCount()):
                    self.item(line, column).setFont(style.font(bold=True, tabular=True))
        self.fit()

    def _values(self, row: Row) -> tuple[str, ...]:
        name = QCoreApplication.translate("Scores", NAMES[row.name]) if row.name in NAMES else row.name
        return name, "", figures.perplexity(row.perplexity), *(figures.share(hit) for hit in row.hits)

    def _share_out(self) -> None:
        """The names get the room that they need; where the bars would have too little then, there are none."""
        wanted = self.sizeHintForColumn(WAY)
        room = self.viewport().width() - sum(
            self.columnWidth(column) for column in range(PERPLEXITY, self.columnCount())
        )
        self.setColumnHidden(BAR, room - wanted < style.space(LEAST_BAR))
        self.setColumnWidth(WAY, room if self.isColumnHidden(BAR) else wanted)
        for line in range(self.rowCount()):
            self.item(line, WAY).setToolTip(self.item(line, WAY).text() if room < wanted else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
