"""Lines over a logarithmic axis, each told by its own stroke and mark and named where it ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from textgen.gui.parts import colours, style
from textgen.gui.parts.curve_data import even_ticks

ROW, COLUMN = 34, 56  # least distances of two ticks, in pixels
LEAST = 10  # so far an axis goes across, so that its marks are whole numbers
MARKS = 10  # on a line, at most about
FAINT = 0.55  # of the ground in the colour of a line that lies behind the others


@dataclass(frozen=True)
class Line:
    """Points (x, y) from left to right. `look` (0 to 2) chooses stroke, mark and colour; a ghost lies behind, unnamed."""

    name: str
    points: tuple[tuple[float, float], ...]
    look: int
    ghost: bool = False


@dataclass(frozen=True)
class Axes:
    """What stands along a chart, and where the marks of its logarithmic axis are: (low, high, how many) to values."""

    across: str
    up: str
    ticks: Callable[[float, float, int], Sequence[float]]
    label: Callable[[float], str]


STROKES = ((), (6.0, 3.0), (1.5, 2.5))


class Plot:
    """One drawing of lines, made anew for each painting."""

    def __init__(self, painter: QPainter, size: QSizeF, axes: Axes, lines: Sequence[Line]) -> None:
        self._painter, self._axes = painter, axes
        self._lines = [line for line in lines if line.points]
        painter.setFont(style.font(style.SMALL, tabular=True))
        self._metrics = QFontMetricsF(painter.font())
        xs = [x for line in self._lines for x, _ in line.points]
        ys = [math.log10(y) for line in self._lines for _, y in line.points]
        self._x0, self._x1 = min(xs), max(max(xs), min(xs) + LEAST)
        room = max(0.04 * (max(ys) - min(ys)), 0.02)
        self._y0, self._y1 = min(ys) - room, max(ys) + room
        height = self._metrics.height()
        self._up, self._across = self._title(axes.up, size.width()), self._title(axes.across, size.width())
        self._across.moveBottom(size.height() - 0.1 * height)
        top = self._up.height() + 0.8 * height
        self._area = QRectF(0, top, size.width(), self._across.top() - 1.7 * height - top)
        marks = axes.ticks(self._y0, self._y1, max(2, int(self._area.height() // ROW)))
        self._marks = [mark for mark in marks if self._y0 <= math.log10(mark) <= self._y1]
        left = max([self._width(axes.label(mark)) for mark in self._marks] or [0]) + style.space()
        right = max(self._width(line.name) for line in self._lines) + style.space(2)
        self._area.adjust(left, 0, -right, 0)

    def draw(self) -> None:
        """Axes, then what lies behind, then the lines and their names."""
        self._draw_axes()
        for line in sorted(self._lines, key=lambda line: not line.ghost):
            self._draw_line(line)
        self._draw_names()

    def _width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _place(self, x: float, y: float) -> QPointF:
        across = (x - self._x0) / (self._x1 - self._x0)
        up = (math.log10(y) - self._y0) / (self._y1 - self._y0)
        return QPointF(self._area.left() + across * self._area.width(), self._area.bottom() - up * self._area.height())

    def _title(self, text: str, width: float) -> QRectF:
        """The room of an axis's title, which is broken where there is too little of it."""
        high = self._metrics.boundingRect(QRectF(0, 0, width, 1), Qt.TextFlag.TextWordWrap, text).height()
        return QRectF(0, 0, width, high)

    def _text(self, x: float, y: float, width: float, text: str, flags: Qt.AlignmentFlag) -> None:
        height = self._metrics.height()
        self._painter.drawText(QRectF(x, y - height / 2, width, height), flags | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_axes(self) -> None:
        painter, area, colour = self._painter, self._area, style.colours()
        height = self._metrics.height()
        for mark in self._marks:
            y = self._place(self._x0, mark).y()
            painter.setPen(QPen(colour.line, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(colour.muted)
            self._text(0, y, area.left() - style.space(0.5), self._axes.label(mark), Qt.AlignmentFlag.AlignRight)
        for value in even_ticks(self._x0, self._x1, max(2, int(area.width() // COLUMN))):
            x = area.left() + (value - self._x0) / (self._x1 - self._x0) * area.width()
            self._text(x - COLUMN / 2, area.bottom() + height, COLUMN, f"{value:g}", Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(self._up, Qt.TextFlag.TextWordWrap, self._axes.up)
        painter.drawText(self._across, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self._axes.across)

    def _draw_line(self, line: Line) -> None:
        painter = self._painter
        pen = QPen(_colour(line), 1.25 if line.ghost else 2.25)
        if STROKES[line.look]:
            pen.setDashPattern(STROKES[line.look])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        places = [self._place(*point) for point in line.points]
        painter.drawPolyline(QPolygonF(places))
        if line.ghost:
            return
        painter.setPen(QPen(_colour(line), 1))
        painter.setBrush(_colour(line))
        step = max(1, math.ceil(len(places) / MARKS))
        for place in places[::-1][::step]:
            _draw_mark(painter, place, line.look)

    def _draw_names(self) -> None:
        """Where the lines end, moved apart where two of them end together."""
        named = sorted(
            ((self._place(*line.points[-1]).y(), line) for line in self._lines if not line.ghost and line.name),
            key=lambda pair: pair[0],
        )
        below, height = -math.inf, self._metrics.height()
        places = []
        for y, line in named:
            below = max(y, below + height)
            places.append((below, line))
        over = max(0.0, below - self._area.bottom())
        for y, line in places:
            self._painter.setPen(_colour(line))
            x = self._area.right() + style.space()
            self._text(x, y - over, self._width(line.name) + 2, line.name, Qt.AlignmentFlag.AlignLeft)


def _colour(line: Line) -> QColor:
    found = style.colours()
    own = (found.accent, found.good, found.bad)[line.look]
    return colours.mix(own, found.surface, FAINT) if line.ghost else own


def _draw_mark(painter: QPainter, at: QPointF, look: int) -> None:
    """A disc, a square or a triangle."""
    r = 4.0
    if look == 0:
        painter.drawEllipse(at, r, r)
    elif look == 1:
        painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r))
    else:
        corners = [QPointF(0, -1.3 * r), QPointF(1.2 * r, r), QPointF(-1.2 * r, r)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
