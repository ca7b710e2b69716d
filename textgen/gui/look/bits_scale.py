"""Divergences in bits: how they are written, and a logarithmic scale to draw them on."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from textgen.gui.parts import figures, style

DECADES = 4  # below 1 bit, which is the most there can be
LEAST = 10.0**-DECADES
ROW = 2.25  # steps of the grid between two lines with names, at least


def bits(value: float) -> str:
    """Two digits that mean something: 0.42, 0.0013; what is below the scale is only said to be so."""
    if value < LEAST:
        return f"<{figures.number(LEAST, DECADES)}"
    return figures.number(value, max(2, 1 - math.floor(math.log10(value))))


def height(value: float) -> float:
    """Where it lies between the foot of the scale, 0, and its top, 1."""
    return 1 + math.log10(max(value, LEAST)) / DECADES


def paint_grid(painter: QPainter, area: QRectF, names: float) -> None:
    """A line at each power of ten across `area`, with its name in a column `names` wide left of it where there is room."""
    now = style.colours()
    painter.setFont(style.font(style.SMALL, tabular=True))
    apart = math.ceil(style.space(ROW) / max(1.0, area.height() / DECADES))
    for power in range(DECADES + 1):
        y = area.top() + area.height() * power / DECADES
        painter.setPen(now.line)
        painter.drawLine(round(area.left()), round(y), round(area.right()), round(y))
        if power % apart == 0:
            painter.setPen(now.muted)
            place = QRectF(area.left() - names, y - style.space(), names - style.space(0.75), style.space(2))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _power(power))


def _power(power: int) -> str:
    if power == 0:
        return QCoreApplication.translate("BitsScale", "1 bit")
    return figures.number(10.0**-power, power)
