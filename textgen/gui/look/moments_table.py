"""Moments of a text: the words before each, what came next there, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from textgen.gui.parts import figures, style
from textgen.gui.parts.quiet_table import QuietTable

if TYPE_CHECKING:
    from textgen.gui.work.similar_moments import Similar

BEFORE, NEXT, DISTANCE = 0, 1, 2
NEXT_WIDTH, DISTANCE_WIDTH = 15, 10  # steps of the grid


class MomentsTable(QuietTable):
    """One row a moment; the one that the keyboard or the mouse is on is `chosen`. Ctrl+C copies all rows."""

    chosen = Signal(int)  # the row

    def __init__(self) -> None:
        super().__init__(
            (self.tr("The words before"), self.tr("What came next"), self.tr("Distance")), (BEFORE, DISTANCE)
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)  # the last words matter most
        self.setAccessibleName(self.tr("Similar moments in the text"))
        self.setToolTip(self.tr("Click or arrow keys: see it in its place. Ctrl+C: copy the table."))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(BEFORE, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(NEXT, style.space(NEXT_WIDTH))
        self.setColumnWidth(DISTANCE, style.space(DISTANCE_WIDTH))
        self.horizontalHeaderItem(DISTANCE).setToolTip(
            self.tr("Between the hidden states of the last layer, in a straight line (Euclidean)")
        )
        self._lines: Sequence[tuple[str, str, str]] = ()
        self.currentCellChanged.connect(self._on_current)
        style.follow(self, self._fill)

    def show_similar(self, found: Similar | None) -> None:
        """Show these, the first of them chosen."""
        self._lines = tuple(
            (
                passage.text[: passage.start].replace("\n", " ¶ ").strip(),
                moment.next,
                figures.number(moment.distance, 2),
            )
            for moment, passage in (zip(found.moments, found.passages, strict=True) if found else ())
        )
        self.setCurrentCell(-1, -1)
        self._fill()
        if self._lines:
            self.setCurrentCell(0, BEFORE)

    def _fill(self) -> None:
        self.setRowCount(len(self._lines))
        for at, line in enumerate(self._lines):
            self.put(at, line, accent=False)
        self.fit()

    @Slot(int, int, int, int)
    def _on_current(self, row: int, column: int, before: int, column_before: int) -> None:
        if row >= 0 and row != before:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            heads = tuple(self.horizontalHeaderItem(column).text() for column in range(self.columnCount()))
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in (heads, *self._lines)))
        else:
            super().keyPressEvent(event)
