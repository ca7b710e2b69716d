"""Paints the unrolled network: a column a word, the states that go from column to column, the words fed back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from textgen.gui.look.glossary import END
from textgen.gui.look.unrolled_places import LANE, SIDE, START, Places
from textgen.gui.look.unrolled_words import SIGNS
from textgen.gui.parts import colours, figures, style

if TYPE_CHECKING:
    from textgen.engine.trace import Output
    from textgen.engine.unrolled import Column, Unrolled, Written

UNITS = 8  # of a state that are drawn
TIP = 6.0  # of an arrow
THIN, THICK = 1.0, 6.0  # the arrow of a state of size 0 and of size 1
ROUND = 5.0
HEIGHTS = {1: (0.5,), 2: (0.28, 0.76)}  # where the states of a layer leave its box, from top to bottom
CENTRE, LEFT = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def shown_outputs(column: Column, lines: int) -> list[Output | Written]:
    """The likeliest next words, and what is written among them however unlikely it was."""
    shown: list[Output | Written] = list(column.outputs[:lines])
    if column.written and column.written.word not in [output.word for output in shown]:
        shown[-1:] = [column.written]
    return shown


class Drawing:
    """One painting of the columns, made anew each time."""

    def __init__(self, painter: QPainter, places: Places, unrolled: Unrolled) -> None:
        self._painter, self._places, self._unrolled = painter, places, unrolled
        self._now = style.colours()
        self._embedded = _largest(column.embedding for column in unrolled.columns)
        self._scales = [
            {name: _largest(column.layers[k][name] for column in unrolled.columns) for name in states}
            for k, states in enumerate(unrolled.start)
        ]

    # ---- a column

    def mark(self, at: int, *, focus: bool) -> None:
        """The ground of the column that is chosen."""
        self._painter.setPen(QPen(self._now.accent, 2 if focus else 1))
        self._painter.setBrush(self._now.hover)
        self._painter.drawRoundedRect(self._places.column(at), ROUND, ROUND)

    def column(self, at: int, note: str) -> None:
        """Everything of a column but what leads to it from the left."""
        column, rows = self._unrolled.columns[at], self._places.rows
        self._rises(at, counts=column.written is not None)
        self._strip(self._box(self._places.room(at, rows.embedding, SIDE)), column.embedding / self._embedded)
        for layer, states in enumerate(column.layers):
            scale = self._scales[layer]
            self._layer(self._places.box(at, layer), [state / scale[name] for name, state in states.items()])
        for line, output in enumerate(shown_outputs(column, rows.lines)):
            self._output(self._places.output(at, line), output, column.written)
        self._word(at, column)
        self._write(self._places.room(at, rows.note), note, CENTRE, self._now.muted, style.font(style.SMALL))

    def _box(self, room: QRectF) -> QRectF:
        self._painter.setPen(QPen(self._now.muted, 1))
        self._painter.setBrush(self._now.surface)
        self._painter.drawRoundedRect(room, ROUND, ROUND)
        return room

    def _layer(self, room: QRectF, states: list[np.ndarray]) -> None:
        self._box(room)
        high = room.height() / len(states)
        for k, state in enumerate(states):
            self._strip(QRectF(room.left(), room.top() + k * high, room.width(), high), state)

    def _strip(self, room: QRectF, values: np.ndarray) -> None:
        """The first units as bars: up and full is positive, down and hollow negative."""
        inner = room.adjusted(6, 3, -6, -3)
        wide, middle = inner.width() / UNITS, inner.center().y()
        self._painter.setPen(QPen(self._now.line, 1))
        self._painter.drawLine(QPointF(inner.left(), middle), QPointF(inner.right(), middle))
        self._painter.setPen(QPen(self._now.accent, 1))
        for k, value in enumerate(values[:UNITS].tolist()):
            high = max(-1.0, min(1.0, value)) * inner.height() / 2
            self._painter.setBrush(self._now.accent if value > 0 else Qt.BrushStyle.NoBrush)
            self._painter.drawRect(QRectF(inner.left() + k * wide + 1, middle - max(0.0, high), wide - 3, abs(high)))

    def _rises(self, at: int, *, counts: bool) -> None:
        """The arrows from the word up to its output; the last is pale where the output is not used."""
        rows, middle = self._places.rows, self._places.column(at).center().x()
        ends = [rows.word, rows.embedding, *rows.layers, rows.outputs]
        for k, (below, above) in enumerate(pairwise(ends)):
            last = k == len(ends) - 2
            colour = (self._now.accent if counts else self._now.line) if last else self._now.muted
            pen = QPen(colour, 2 if last and counts else 1.2)
            if last and not counts:
                pen.setStyle(Qt.PenStyle.DotLine)
            self._arrow([QPointF(middle, below[0] - 1), QPointF(middle, above[1] + 2)], pen)

    def _output(self, room: QRectF, output: Output | Written, written: Written | None) -> None:
        """A word that may come next, its probability, and a bar behind it; the one that is written has a frame."""
        is_written = written is not None and output.word == written.word
        ground = colours.mix(
            self._now.accent if written else self._now.muted, self._now.raised, 0.7 if written else 0.85
        )
        bar = QRectF(room.left(), room.top() + 1, room.width() * min(1.0, output.probability), room.height() - 2)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        self._painter.drawRect(bar)
        if is_written:
            self._painter.setPen(QPen(self._now.accent, 1.5))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        colour = self._now.text if written else self._now.muted
        self._line(room.adjusted(4, 0, -4, 0), output, colour, style.font(bold=is_written, tabular=True))

    def _line(self, room: QRectF, output: Output | Written, colour: QColor, font: QFont) -> None:
        share = figures.percent(output.probability, 0)
        self._write(room, share, RIGHT, colour, font)
        room.setRight(room.right() - QFontMetricsF(font).horizontalAdvance(share) - 6)
        self._write(room, output.word, LEFT, colour, font)

    def _word(self, at: int, column: Column) -> None:
        """A typed word has a full frame, one that is fed back a dashed one in the colour of what is written."""
        self._chip(self.chip(at), column.word, fed_back=column.fed_back, known=column.known)

    def chip(self, at: int) -> QRectF:
        """The room of the word that is read."""
        word = self._unrolled.columns[at].word
        room = self._places.room(at, self._places.rows.word, 4)
        wide = min(room.width(), max(40.0, QFontMetricsF(style.font(bold=True)).horizontalAdvance(word) + 16))
        return QRectF(room.center().x() - wide / 2, room.top(), wide, room.height())

    def _chip(self, room: QRectF, word: str, *, fed_back: bool, known: bool = True) -> None:
        colour = self._now.generated if fed_back else self._now.text
        style_ = Qt.PenStyle.DashLine if fed_back else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(colour if known else self._now.muted, 1.2, style_))
        self._painter.setBrush(self._now.raised)
        self._painter.drawRoundedRect(room, ROUND, ROUND)
        shown = colour if known else self._now.muted
        self._write(room.adjusted(4, 0, -4, 0), word, CENTRE, shown, style.font(bold=fed_back))

    # ---- what leads to it

    def states(self, at: int) -> None:
        """An arrow for each state that comes from the column before, the thicker the larger, with its size."""
        font, left = style.font(style.SMALL, tabular=True), self._places.left[at] - LANE - SIDE
        for layer, states in enumerate(self._unrolled.after(at - 1)):
            box = self._places.box(at, layer)
            for height, name in zip(HEIGHTS[len(states)], states, strict=True):
                size, y = self._unrolled.size(at - 1, layer, name), box.top() + height * box.height()
                pen = QPen(self._now.text, THIN + (THICK - THIN) * min(1.0, size))
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
                self._arrow([QPointF(left, y), QPointF(box.left() - 1, y)], pen)
                if at == 0:
                    self._write(QRectF(left - START, y - START, START - 3, 2 * START), END, RIGHT, self._now.text, font)
                self._figure(f"{SIGNS[name]} {figures.number(size, 2)}", QPointF((left + box.left()) / 2, y - 3), font)

    def _figure(self, text: str, foot: QPointF, font: QFont) -> None:
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(text) + 4, metrics.capHeight() + 5
        room = QRectF(foot.x() - wide / 2 - 2, foot.y() - high - 1, wide, high)
        self._painter.fillRect(room, self._now.raised)
        self._write(room, text, CENTRE, self._now.text, font)

    def feedback(self, at: int, share: float = 1.0) -> None:
        """The way of the word that is fed back, from the output before down to this column's word; up to `share` of it,
        and there the word itself.
        """
        before = self._unrolled.columns[at - 1]
        lines = [output.word for output in shown_outputs(before, self._places.rows.lines)]
        start = self._places.output(at - 1, lines.index(before.written.word))
        end, lane = self.chip(at), self._places.left[at] - LANE / 2
        path = QPainterPath(QPointF(start.right(), start.center().y()))
        for x, y in ((lane, start.center().y()), (lane, end.center().y()), (end.left() - 1, end.center().y())):
            path.lineTo(x, y)
        self._arrow(_part(path, share), QPen(self._now.generated, 2, Qt.PenStyle.DashLine))
        if share < 1:
            here = path.pointAtPercent(share)
            self._chip(QRectF(here.x() - end.width() / 2, here.y() - end.height() / 2, end.width(), end.height()),
                       before.written.word, fed_back=True)  # fmt: skip

    # ---- lines and letters

    def _arrow(self, points: list[QPointF], pen: QPen) -> None:
        end, before = points[-1], points[-2]
        length = max(1e-6, float(np.hypot(end.x() - before.x(), end.y() - before.y())))
        along = (end - before) / length
        across, half = QPointF(-along.y(), along.x()), max(TIP / 2, pen.widthF() * 0.9)
        neck = end - along * min(TIP, length)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([*points[:-1], neck]))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(pen.color())
        self._painter.drawPolygon(QPolygonF([end, neck + across * half, neck - across * half]))

    def _write(self, room: QRectF, text: str, where: Qt.AlignmentFlag, colour: QColor, font: QFont) -> None:
        self._painter.setFont(font)
        self._painter.setPen(colour)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
        self._painter.drawText(room, where | Qt.TextFlag.TextSingleLine, shown)


def _largest(states: Iterable[np.ndarray]) -> float:
    """The largest number among the units that are drawn: all bars of a row have one scale."""
    return max((float(np.abs(state[:UNITS]).max()) for state in states), default=0.0) or 1.0


def _part(path: QPainterPath, share: float) -> list[QPointF]:
    """The corners of a path up to `share` of its length, and where that is."""
    corners = [QPointF(path.elementAt(k).x, path.elementAt(k).y) for k in range(path.elementCount())]
    gone = [corner for corner in corners[:-1] if _along(path, corner) < share]
    return [*(gone or corners[:1]), path.pointAtPercent(share)]


def _along(path: QPainterPath, corner: QPointF) -> float:
    """The share of the path at which a corner lies."""
    length = 0.0
    last = path.elementAt(0)
    for k in range(path.elementCount()):
        here = path.elementAt(k)
        length += abs(here.x - last.x) + abs(here.y - last.y)  # its parts go up, down or across
        last = here
        if QPointF(here.x, here.y) == corner:
            break
    return length / path.length()
