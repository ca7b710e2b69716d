"""Paints one suggestion: its number as a key, its words, its figure, and its bar, before the settings and after."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from textgen.gui.parts import figures, style

KEYS = "1234567890"
BAR_ROLE = Qt.ItemDataRole.UserRole + 1  # the length of the bar, from 0 to 1
FIGURE_ROLE = Qt.ItemDataRole.UserRole + 2  # the figure as it is written
BEFORE_ROLE = Qt.ItemDataRole.UserRole + 3  # the length of the bar before the settings; None where they change nothing

KEY_SIZE = 20
BAR_HEIGHT = 10
LINE_BAR_HEIGHT = 4
RIM = 2  # the bar before the settings is so much higher at either edge, and so in sight behind a longer one
STALE_OPACITY = 0.45
WIDEST = 1 / 888e9  # the probability of a line that is written with the most letters

Index = QModelIndex | QPersistentModelIndex


class SuggestionRow(QStyledItemDelegate):
    """One word with its bar beside it, or (`lines`) several words with a thin bar beneath them.

    `armed`: the number keys take now, and the numbers look like keys. `stale`: the rows are paled.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = False
        self.armed = False
        self.stale = False

    def height(self) -> int:
        """Of a row with one word, in pixels; a row with a line of words is twice as high."""
        return max(style.space(3.5), QFontMetrics(style.font()).height() + style.space())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(style.space(20), self.height() * (2 if self.lines else 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        words = index.data()
        if words is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        painter.setOpacity(STALE_OPACITY if self.stale else 1.0)
        room = option.rect.adjusted(style.space(0.5), 0, -style.space(), 0)
        self._paint_key(painter, room, KEYS[index.row()])
        room.setLeft(room.left() + KEY_SIZE + style.space())
        paint = self._paint_line if self.lines else self._paint_word
        paint(painter, room, words, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = style.colours()
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_key(self, painter: QPainter, room: QRect, key: str) -> None:
        colours = style.colours()
        middle = room.top() + (self.height() if self.lines else room.height()) / 2
        box = QRectF(room.left(), middle - KEY_SIZE / 2, KEY_SIZE, KEY_SIZE)
        painter.setFont(style.font(style.SMALL, tabular=True))
        if self.armed:
            painter.setPen(colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(colours.accent if self.armed else colours.muted)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)

    def _paint_word(self, painter: QPainter, room: QRect, words: str, index: Index) -> None:
        figure = self._paint_figure(painter, room, index)
        column = (room.width() - figure) // 2
        self._paint_words(painter, QRect(room.left(), room.top(), column - style.space(), room.height()), words)
        bar = QRect(
            room.left() + column, room.center().y() - BAR_HEIGHT // 2 + 1, room.width() - figure - column, BAR_HEIGHT
        )
        self._paint_bar(painter, bar, index)

    def _paint_line(self, painter: QPainter, room: QRect, words: str, index: Index) -> None:
        top = QRect(room.left(), room.top(), room.width(), self.height())
        figure = self._paint_figure(painter, room, index)
        self._paint_words(painter, top, words)
        below = QRect(room.left(), top.bottom() + style.space(0.75), room.width() - figure, LINE_BAR_HEIGHT)
        self._paint_bar(painter, below, index)

    def _paint_figure(self, painter: QPainter, room: QRect, index: Index) -> int:
        """Write the figure at the right edge; returns the width of its column with the gap before it."""
        font = style.font(style.SMALL, tabular=True)
        painter.setFont(font)
        painter.setPen(style.colours().muted)
        place = QRect(room)
        if self.lines:
            place = QRect(
                room.left(), room.top() + self.height() - style.space(0.5), room.width(), self.height() - style.space()
            )
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(FIGURE_ROLE))
        )
        return QFontMetrics(font).horizontalAdvance(figures.chance(WIDEST) if self.lines else "< 0.1 %") + style.space()

    def _paint_words(self, painter: QPainter, room: QRect, words: str) -> None:
        font = style.font()
        painter.setFont(font)
        painter.setPen(style.colours().text)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_bar(self, painter: QPainter, room: QRect, index: Index) -> None:
        share = min(1.0, float(index.data(BAR_ROLE)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colours().accent)
        bar = QRectF(room)
        bar.setWidth(max(1.5, room.width() * share))
        painter.drawRoundedRect(bar, min(2.0, bar.width() / 2), 2)
        before = index.data(BEFORE_ROLE)
        if before is not None:
            self._paint_outline(painter, room, min(1.0, float(before)))

    def _paint_outline(self, painter: QPainter, room: QRect, share: float) -> None:
        painter.setPen(style.colours().muted)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline = QRectF(room).adjusted(0.5, 0.5 - RIM, 0, RIM - 0.5)
        outline.setWidth(max(2.0, room.width() * share - 1))
        painter.drawRoundedRect(outline, 2, 2)
