"""A table to read, not to work in: no grid, no editing, as high as its lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from textgen.gui.parts import style

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class QuietTable(QTableWidget):
    """`names` head the columns; those whose numbers are in `figures` end at the right."""

    def __init__(self, names: Sequence[str], figures: Sequence[int]) -> None:
        super().__init__(0, len(names))
        self._figures = figures
        for column, name in enumerate(names):
            self.setHorizontalHeaderItem(column, self._item(column, name))
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

    def put(self, line: int, values: Sequence[str], *, accent: bool) -> None:
        """Write a line, in the accent colour or in that of the text."""
        for column, value in enumerate(values):
            item = self._item(column, value)
            item.setForeground(style.colours().accent if accent else style.colours().text)
            self.setItem(line, column, item)

    def fit(self) -> None:
        """Become as high as the lines are."""
        frame = 2 * self.frameWidth() + 2
        self.setFixedHeight(self.horizontalHeader().height() + self.verticalHeader().length() + frame)

    def _item(self, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(RIGHT if column in self._figures else LEFT)
        return item
