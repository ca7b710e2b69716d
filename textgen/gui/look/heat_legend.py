"""What the colours of a heat map mean: a strip of them, with the numbers and the words of its ends."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from textgen.gui.look.block_scales import Scale
from textgen.gui.look.heat_cells import Cells, figure, round_to
from textgen.gui.look.heat_colours import STEPS, ink_on
from textgen.gui.parts import figures, style

STRIP, LEAST = 16, 4  # steps of the grid that it is wide, and in little room
GAP = 6  # pixels


def paint_legend(painter: QPainter, room: QRectF, scale: Scale, reach: float) -> None:
    """Draw it in the room; where that is too narrow for its words, it begins further left."""
    low, high = ends(scale, reach)
    metrics, top = QFontMetricsF(style.font(style.SMALL)), room.top()
    words = metrics.horizontalAdvance(low) + metrics.horizontalAdvance(high) + 2 * GAP + 2
    wide = min(max(style.space(LEAST), room.width() - words), style.space(STRIP))
    left = max(0.0, min(room.left(), room.right() - words - wide))
    strip = QRectF(_text(painter, left, top, low) + GAP, top + 1, wide, metrics.height() - 2)
    steps = min(STEPS, int(wide) | 1)  # an odd number; fields narrower than a pixel would not be drawn
    values_RT = np.linspace(-1 if scale.signed else 0, 1, steps, dtype=np.float32)[None]
    cells = Cells(values_RT, signed=scale.signed)
    across = np.linspace(strip.left(), strip.right(), steps + 1).tolist()
    cells.paint_fields(painter, across, (strip.top(), strip.bottom()))
    painter.setPen(style.colours().line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(strip)
    end = _text(painter, strip.right() + GAP, top, high)
    if scale.signed:
        painter.setPen(ink_on(cells.image().pixel(steps // 2, 0)))
        painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, figures.number(0))
        middle = f"{figures.number(0)} {QCoreApplication.translate('Block', scale.middle)}"
        if end + style.space() + metrics.horizontalAdvance(middle) <= room.right():
            _text(painter, end + style.space(), top, middle)


def ends(scale: Scale, reach: float) -> tuple[str, str]:
    """The lowest and the highest of the scale, number and meaning."""
    low = figure(-reach, round_to(reach)) if scale.signed else figures.number(0)
    high = f"+{figure(reach, round_to(reach))}" if scale.signed else figures.number(1)
    return tuple(
        f"{value} {QCoreApplication.translate('Block', text)}" for value, text in ((low, scale.low), (high, scale.high))
    )


def _text(painter: QPainter, left: float, top: float, text: str) -> float:
    painter.setFont(style.font(style.SMALL))
    painter.setPen(style.colours().text)
    metrics = QFontMetricsF(painter.font())
    wide = metrics.horizontalAdvance(text) + 1
    painter.drawText(QRectF(left, top, wide, metrics.height()), Qt.AlignmentFlag.AlignVCenter, text)
    return left + wide
