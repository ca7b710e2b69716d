"""Passages of a text with how surprising each is: to read, to copy, and to go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from textgen.gui.parts import figures, style
from textgen.gui.parts.bar import BEST, SHARE, Bar
from textgen.gui.parts.quiet_table import QuietTable

if TYPE_CHECKING:
    from textgen.engine.passages import Passage

TEXT, BAR, BITS = 0, 1, 2
BAR_WIDTH, BITS_WIDTH = 6, 7  # steps of the grid
LINES = 2  # of a passage
FULL_BAR = 10.0  # bits; few passages have more on average


class PassageTable(QuietTable):
    """One row a passage; a click or Enter asks for it, Ctrl+C copies it with its bits."""

    chosen = Signal(int)  # the row

    def __init__(self, title: str) -> None:
        super().__init__((title, "", self.tr("Bits")), figures=(BITS,))
        self.setItemDelegateForColumn(BAR, Bar(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setAccessibleName(title)
        self.setToolTip(self.tr("Click or Enter: go to it in the text. Ctrl+C: copy."))
        self.horizontalHeaderItem(BITS).setToolTip(self.tr("Bits of its words and marks, on average"))
        head = self.horizontalHeader()
        head.setMinimumSectionSize(style.space(BAR_WIDTH))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(BAR, style.space(BAR_WIDTH))
        self.setColumnWidth(BITS, style.space(BITS_WIDTH))
        self.verticalHeader().setDefaultSectionSize(LINES * self.fontMetrics().lineSpacing() + style.space())
        self._passages: tuple[Passage, ...] = ()
        self.itemClicked.connect(lambda item: self.chosen.emit(item.row()))
        style.follow(self, self._fill)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Show these; the row that the keyboard is on stays."""
        if tuple(passages) != self._passages:
            self._passages = tuple(passages)
            self._fill()

    def _fill(self) -> None:
        row = self.currentRow()
        self.setRowCount(len(self._passages))
        for line, passage in enumerate(self._passages):
            self.put(line, (passage.text, "", figures.number(passage.bits, 1)), accent=False)
            self.item(line, TEXT).setToolTip(passage.text)
            self.item(line, BAR).setData(SHARE, min(1.0, passage.bits / FULL_BAR))
            self.item(line, BAR).setData(BEST, True)
        self.fit()
        if 0 <= row < len(self._passages):
            self.setCurrentCell(row, TEXT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentRow() < 0:
            self.setCurrentCell(0, TEXT)  # there is always a row to see the focus on
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and row >= 0:
            self.chosen.emit(row)
        elif event.matches(QKeySequence.StandardKey.Copy) and row >= 0:
            QGuiApplication.clipboard().setText(f"{self.item(row, BITS).text()}\t{self._passages[row].text}")
        else:
            super().keyPressEvent(event)
