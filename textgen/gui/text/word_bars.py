"""Words with their counts as bars."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from textgen.gui.parts import figures, style

ROW = 3  # steps of the grid a line is high
SHOWN = 12
GAP = 1.5  # steps of the grid between a word, its bar and its count
LEAST_BAR = 6  # steps of the grid that the longest bar keeps beside the longest word


class WordBars(QWidget):
    """One line a word: the word, a bar as long as its count, and the count."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Sequence[tuple[str, int]] = ()
        self.setFont(style.font(tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.follow(self, self.update)

    def show_words(self, words: Sequence[tuple[str, int]]) -> None:
        """Show the first of `words`, most frequent first."""
        self._words = words[:SHOWN]
        spoken = ", ".join(f"{word} {figures.number(count)}" for word, count in self._words)
        self.setAccessibleName(self.tr("The most frequent words: {words}").format(words=spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.space(24), len(self._words) * self._row())

    def minimumSizeHint(self) -> QSize:
        return QSize(style.space(16), self.sizeHint().height())

    def _row(self) -> int:
        return max(style.space(ROW), self.fontMetrics().height() + style.space(0.5))

    def column(self, right: int) -> int:
        """How wide the words' column is beside figures so wide: as the widest word needs, if a bar still has room."""
        room = self.width() - right - 2 * style.space(GAP) - style.space(LEAST_BAR)
        return min(room, max(self._width(word) for word, _ in self._words))

    def _width(self, text: str) -> int:
        """The whole pixels that a text needs; `elidedText` counts their fractions too."""
        return math.ceil(QFontMetricsF(self.font()).horizontalAdvance(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self._width(figures.number(self._words[0][1]))
        left = self.column(right)
        for index, (word, count) in enumerate(self._words):
            line = QRectF(0, index * self._row(), self.width(), self._row())
            self._draw(painter, line, word, count, left, right)

    def _draw(self, painter: QPainter, line: QRectF, word: str, count: int, left: int, right: int) -> None:
        colours, gap = style.colours(), style.space(GAP)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(colours.text)
        shown = self.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, left)
        painter.drawText(line, centre | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(colours.muted)
        painter.drawText(line, centre | Qt.AlignmentFlag.AlignRight, figures.number(count))
        room = line.width() - left - right - 2 * gap
        bar = QRectF(left + gap, line.center().y() - 3, max(2.0, room * count / self._words[0][1]), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        painter.drawRoundedRect(bar, 2, 2)
