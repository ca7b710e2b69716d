"""How a model learned: one line an evaluation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from textgen.engine.reports import Evaluation
from textgen.gui import figures, style

GAP = "\u2003"  # between the figures, which end at the right, and the words, which begin at the left
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HistoryTable(QTableWidget):
    """Time, passes, both perplexities, and what the model wrote then; the best line in the accent colour."""

    def __init__(self) -> None:
        super().__init__(0, 5)
        self._history: Sequence[Evaluation] = ()
        self._name_columns()
        self.setFont(style.font(tabular=True))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(style.space(3.5))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(style.space(4))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setMinimumSectionSize(style.space(9))
        head.setStretchLastSection(True)
        style.follow(self, self._fill)

    def _name_columns(self) -> None:
        names = (
            self.tr("After"),
            self.tr("Passes"),
            self.tr("Training"),
            self.tr("Held-out"),
            GAP + self.tr("It wrote"),
        )
        for index, name in enumerate(names):
            item = QTableWidgetItem(name)
            item.setTextAlignment(RIGHT if index < 4 else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(index, item)
        self.horizontalHeaderItem(2).setToolTip(self.tr("Perplexity on the text it learns from"))
        self.horizontalHeaderItem(3).setToolTip(self.tr("Perplexity on text it has not seen"))

    def show_history(self, history: Sequence[Evaluation]) -> None:
        """Show these evaluations, oldest on top."""
        if history is not self._history:
            self._history = history
            self._fill()

    def _fill(self) -> None:
        best = min(self._history, key=lambda point: point.held_out_perplexity, default=None)
        self.setRowCount(len(self._history))
        for line, point in enumerate(self._history):
            self._fill_line(line, point, point is best)
        frame = 2 * self.frameWidth() + 2
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + frame)

    def _fill_line(self, line: int, point: Evaluation, best: bool) -> None:
        values = (
            figures.duration(point.seconds),
            figures.number(point.epoch, 1),
            figures.perplexity(point.train_perplexity),
            figures.perplexity(point.held_out_perplexity),
            GAP + " ".join(point.sample.split()),
        )
        for index, value in enumerate(values):
            item = QTableWidgetItem(value)
            if index < 4:
                item.setTextAlignment(RIGHT)
            else:
                item.setToolTip(point.sample)
            item.setForeground(style.colours().accent if best else style.colours().text)
            self.setItem(line, index, item)
