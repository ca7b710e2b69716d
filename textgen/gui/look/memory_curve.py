"""How much the next word depends on words farther and farther back, over many passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from textgen.gui.look import bits_scale
from textgen.gui.look.bits_scale import bits
from textgen.gui.parts import figures, style
from textgen.gui.parts.picture import Picture, Table

if TYPE_CHECKING:
    from textgen.engine.memory_curve import MemoryCurve

NAMES = 7  # steps of the grid for the names of the scale
FOOT, HEAD = 5, 1.5
BAND = 60  # of 255
EVERY = 5  # distances that have a name
DOT = 2.5


class MemoryCurvePicture(Picture):
    """The mean as a line of dots on a logarithmic scale, and a band in which it lies."""

    def __init__(self) -> None:
        super().__init__("how-far-back-model")
        self.curve: MemoryCurve | None = None
        self.setMinimumHeight(style.space(26))
        self.setAccessibleName(self.tr("How far back the model remembers"))

    def show_curve(self, curve: MemoryCurve | None) -> None:
        """Show another curve."""
        self.curve = curve
        self.changed.emit()

    def summary(self) -> str:
        if self.curve is None:
            return ""
        half = self.tr("Half of what it remembers lies within the last %n words.", "", self.curve.half)
        told = self.tr("The farthest word that moves the next one by {least} bits or more is {distance} back.")
        far = int(np.flatnonzero(self.curve.mean_K >= bits_scale.LEAST).max(initial=0)) + 1
        least = figures.number(bits_scale.LEAST, bits_scale.DECADES)
        return f"{half} {told.format(least=least, distance=figures.number(far))}"

    def table(self) -> Table:
        heads = self.tr("Words back"), self.tr("Mean, bits"), self.tr("At least, bits"), self.tr("At most, bits")
        if self.curve is None:
            return Table(heads, ())
        rows = zip(self.curve.mean_K, self.curve.low_K, self.curve.high_K, strict=True)
        return Table(heads, tuple((figures.number(k), *map(bits, row)) for k, row in enumerate(rows, 1)))

    # ---- drawing

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self.curve is None:
            return
        area = QRectF(
            style.space(NAMES),
            style.space(HEAD),
            size.width() - style.space(NAMES + 1),
            size.height() - style.space(HEAD + FOOT),
        )
        bits_scale.paint_grid(painter, area, style.space(NAMES))
        self._paint_axis(painter, area)
        self._paint_half(painter, area)
        now, band = style.colours(), QColor(style.colours().accent)
        band.setAlpha(BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawPolygon(
            QPolygonF([*self._points(area, self.curve.low_K), *self._points(area, self.curve.high_K)[::-1]])
        )
        painter.setPen(QPen(now.accent, 2))
        points = self._points(area, self.curve.mean_K)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(now.accent)
        for point in points:
            painter.drawEllipse(point, DOT, DOT)

    def _x(self, area: QRectF, distance: float) -> float:
        return area.left() + area.width() * (distance - 0.5) / len(self.curve.mean_K)

    def _points(self, area: QRectF, bits_K: np.ndarray) -> list[QPointF]:
        return [
            QPointF(self._x(area, k), area.bottom() - area.height() * bits_scale.height(value))
            for k, value in enumerate(bits_K.tolist(), 1)
        ]

    def _paint_axis(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(style.colours().muted)
        far = len(self.curve.mean_K)
        for distance in (1, *range(EVERY, far + 1, EVERY)):
            place = QRectF(self._x(area, distance) - style.space(2), area.bottom() + 3, style.space(4), style.space(2))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, figures.number(distance))
        title = QRectF(area.left(), area.bottom() + style.space(2.5), area.width(), style.space(2.25))
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, self.tr("words back"))

    def _paint_half(self, painter: QPainter, area: QRectF) -> None:
        """A line beyond which the other half of it lies."""
        x = self._x(area, self.curve.half + 0.5)
        painter.setPen(QPen(style.colours().text, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.setPen(style.colours().text)
        place = QRectF(x + style.space(0.75), area.top() + 2, area.right() - x - style.space(), style.space(2.25))
        painter.drawText(
            place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.tr("half lies to the left")
        )
