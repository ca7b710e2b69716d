"""A bar in a column of a table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.colours import mix

SHARE = Qt.ItemDataRole.UserRole  # of a bar: how much of its room it takes, and whether it is the best
BEST = Qt.ItemDataRole.UserRole + 1


class Bar(QStyledItemDelegate):
    """A bar as long as its share of the room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().paint(painter, option, index)
        colours, gap = style.colours(), style.space()
        room = QRectF(option.rect).adjusted(gap, 0, 0, 0)
        bar = QRectF(room.left(), room.center().y() - 4, max(3.0, room.width() * index.data(SHARE)), 8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if index.data(BEST) else mix(colours.muted, colours.raised, 0.5))
        painter.drawRoundedRect(bar, 3, 3)
        painter.restore()
