"""Draws a cell: its boxes with names, numbers and bars, the wires between them, and what happens where they meet."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from textgen.engine.formulas import BEFORE, SYMBOLS, Added, Applied, Expression, Formula, Number, Product, Rest
from textgen.gui.look import block_names
from textgen.gui.look.cell_layout import BOX_HEIGHT, BOX_WIDTH, CHIP_HEIGHT, LAYOUTS, WIDTH, Box, Note, Operator, Wire
from textgen.gui.look.formula_text import runs, shown
from textgen.gui.parts import style
from textgen.gui.parts.colours import mix, readable

NAME, NUMBER, NOTE, TOLD = 11, 13, 10, 13  # the sizes of letters, in units of the drawing
TOLD_HEIGHT = 54.0  # of what is said below
ROUND, EDGE, PAD, BAR = 5.0, 1.2, 6.0, 5.0
RING = 10.0  # the radius of an operator
ARROW = 4.0

_WRAPPED = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Content:
    """What is drawn: numbers by block ("cell_state_before" as the word found it), how far the bars reach, the word
    itself, the block that is chosen, the one that is pointed at, and the one with the ring of the keyboard.
    """

    cell: str
    formulas: Mapping[str, Formula]
    numbers: Mapping[str, float]
    reach: Mapping[str, float]
    word: str
    chosen: str
    pointed: Box | None
    ring: Box | None


def rect_of(box: Box) -> QRectF:
    """A box in units of the drawing."""
    return QRectF(box.x, box.y, BOX_WIDTH, BOX_HEIGHT).translated(0, 1)


def part_of(expression: Expression, path: tuple[int, ...]) -> Expression:
    """The part of a formula to which a path leads."""
    for index in path:
        match expression:
            case Added(parts) | Product(parts):
                expression = parts[index]
            case Rest(part) | Applied(_, part):
                expression = part
    return expression


class CellDrawing:
    """One drawing, on a painter whose unit is the drawing's."""

    def __init__(self, painter: QPainter, what: Content) -> None:
        self._painter, self._what = painter, what
        self._layout = LAYOUTS[what.cell]
        self._colours = style.colours()
        self._line = mix(self._colours.text, self._colours.raised, 0.45)

    def draw(self, told: str, pointed: bool) -> None:
        """All of it, and below it what is `told` of the block that is pointed at, or else quietly."""
        self._painter.translate(0, 1)
        for wire in sorted(self._layout.wires, key=self._is_lit):
            self._wire(wire)
        self._joints()
        for operator in self._layout.operators:
            self._operator(operator)
        for note in self._layout.notes:
            self._note(note)
        self._word()
        self._painter.translate(0, -1)
        for box in self._layout.boxes:
            self._box(box)
        self._told(told, pointed)

    # ---- boxes

    def _box(self, box: Box) -> None:
        painter, colours, room = self._painter, self._colours, rect_of(box)
        key = f"{box.block}_before" if box.before else box.block
        pointed, chosen = box == self._what.pointed, box.block == self._what.chosen and not box.before
        painter.setBrush(colours.hover if chosen else colours.raised)
        painter.setPen(QPen(colours.accent if pointed or chosen else self._line, 2.4 if pointed else EDGE))
        if box == self._what.ring:
            painter.setPen(QPen(colours.text, 2.4))
        painter.drawRoundedRect(room, ROUND, ROUND)
        inside = room.adjusted(PAD, 3, -PAD, -PAD)
        self._name(block_names.name(box.block, before=box.before), inside, bold=chosen)
        symbol = BEFORE[box.block] if box.before else SYMBOLS[self._what.cell][box.block]
        value, foot = self._what.numbers[key], inside.bottom() - BAR
        self._number(symbol, value, foot - 6, inside.left(), inside.right())
        room = QRectF(inside.left(), foot, inside.width(), BAR)
        self._bar(room, value, self._what.reach[key], signed=not box.block.endswith("gate"))

    def _name(self, name: str, inside: QRectF, *, bold: bool) -> None:
        """As large as it fits."""
        room = QRectF(inside.left(), inside.top(), inside.width(), BOX_HEIGHT - PAD - BAR - 21)
        self._fit(name, room, NAME, bold=bold)
        self._painter.setPen(self._colours.text)
        self._painter.drawText(room, _WRAPPED | Qt.AlignmentFlag.AlignCenter, name)

    def _number(self, symbol: str, value: float, baseline: float, left: float, right: float) -> None:
        """The symbol on the left, its number on the right."""
        self._painter.setPen(self._colours.muted)
        self._symbol(symbol, left, baseline)
        self._set_font(NUMBER, bold=True)
        self._painter.setPen(self._colours.text)
        width = QFontMetricsF(self._painter.font()).horizontalAdvance(shown(value))
        self._painter.drawText(QPointF(right - width, baseline), shown(value))

    def _bar(self, room: QRectF, value: float, reach: float, *, signed: bool) -> None:
        """From 0 at its left end, or for what has a sign from 0 in its middle, with a mark there."""
        zero = room.center().x() if signed else room.left()
        whole = room.width() / 2 if signed else room.width()
        end = zero + whole * max(-1.0, min(1.0, value / reach))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours.line)
        self._painter.drawRect(room)
        self._painter.setBrush(
            self._colours.accent if value >= 0 else _opposite(self._colours.accent, self._colours.raised)
        )
        self._painter.drawRect(QRectF(min(zero, end), room.top(), abs(end - zero), room.height()))
        if signed:
            self._painter.setPen(QPen(self._colours.text, 1))
            self._painter.drawLine(QPointF(zero, room.top() - 1.5), QPointF(zero, room.bottom() + 1.5))

    def _word(self) -> None:
        """What the layer reads: the word."""
        x, y = self._layout.word
        room = QRectF(x, y, BOX_WIDTH, CHIP_HEIGHT)
        self._painter.setBrush(self._colours.raised)
        self._painter.setPen(QPen(self._line, EDGE))
        self._painter.drawRoundedRect(room, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        self._painter.setPen(self._colours.muted)
        left = self._symbol("x_t", x + 10, y + 15) + 6
        self._set_font(NAME)
        room = QRectF(left, y, x + BOX_WIDTH - 8 - left, CHIP_HEIGHT)
        metrics = QFontMetricsF(self._painter.font())
        word = metrics.elidedText(self._what.word, Qt.TextElideMode.ElideRight, room.width())
        self._painter.setPen(self._colours.text)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)

    # ---- wires and what stands on them

    def _is_lit(self, wire: Wire) -> bool:
        """Whether it comes from the block that is pointed at."""
        return self._what.pointed is not None and wire.source == source_of(self._what.pointed)

    def _wire(self, wire: Wire) -> None:
        lit = self._is_lit(wire)
        colour, points = self._colours.accent if lit else self._line, [QPointF(*point) for point in wire.points]
        self._painter.setPen(QPen(colour, 2.4 if lit else 1.4))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF(points))
        if wire.arrow:
            self._arrow(points[-2], points[-1], colour)

    def _arrow(self, start: QPointF, end: QPointF, colour: QColor) -> None:
        length = math.hypot(end.x() - start.x(), end.y() - start.y())
        along = (end - start) / length * ARROW
        across = QPointF(-along.y(), along.x()) * 0.8
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawPolygon(QPolygonF([end, end - along * 1.6 + across, end - along * 1.6 - across]))

    def _joints(self) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._line)
        for joint in self._layout.joints:
            self._painter.drawEllipse(QPointF(*joint), 2.4, 2.4)

    def _operator(self, operator: Operator) -> None:
        """A sign in a circle; a function's name in a longer one."""
        half = RING if len(operator.sign) == 1 else 18.0
        room = QRectF(operator.x - half, operator.y - RING, 2 * half, 2 * RING)
        self._painter.setBrush(self._colours.raised)
        self._painter.setPen(QPen(self._line, EDGE))
        self._painter.drawRoundedRect(room, RING, RING)
        self._set_font(NUMBER if half == RING else NAME, bold=half == RING)
        self._painter.setPen(self._colours.text)
        self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, operator.sign)

    def _note(self, note: Note) -> None:
        part = part_of(self._what.formulas[note.block].expression, note.path)
        self._set_font(NOTE)
        self._painter.setPen(self._colours.muted)
        text = shown(part.value)
        left = note.x - (QFontMetricsF(self._painter.font()).horizontalAdvance(text) / 2 if note.centred else 0)
        self._painter.drawText(QPointF(left, note.y + 4), text)
        if isinstance(part, Number):  # a term: what it is stands on the other side of the wire
            self._symbol(part.symbol, left, note.y + 22)

    # ---- letters

    def _told(self, told: str, pointed: bool) -> None:
        room = QRectF(0, self._layout.height + 10, WIDTH, TOLD_HEIGHT)
        self._fit(told, room, TOLD)
        self._painter.setPen(self._colours.text if pointed else self._colours.muted)
        self._painter.drawText(room, _WRAPPED | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, told)

    def _symbol(self, symbol: str, x: float, baseline: float) -> float:
        """In italics, with its subscripts; gives where it ends."""
        for run, low in runs(symbol):
            self._set_font(NOTE - 2 if low else NUMBER - 1, italic=True)
            self._painter.drawText(QPointF(x, baseline + (3 if low else 0)), run)
            x += QFontMetricsF(self._painter.font()).horizontalAdvance(run)
        return x

    def _set_font(self, size: int, *, bold: bool = False, italic: bool = False) -> None:
        font = QFont(style.font(bold=bold, tabular=True))
        font.setPixelSize(size)
        font.setItalic(italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # it is drawn at any scale
        self._painter.setFont(font)

    def _fit(self, text: str, room: QRectF, size: int, *, bold: bool = False) -> None:
        """The largest letters up to `size` with which a text fits; words are not broken."""
        for tried in range(size, 6, -1):
            self._set_font(tried, bold=bold)
            metrics = QFontMetricsF(self._painter.font())
            need = metrics.boundingRect(QRectF(0, 0, room.width(), 1000), _WRAPPED, text)
            if need.height() <= room.height() and need.width() <= room.width():
                return


def source_of(box: Box) -> str:
    """What its wires are called that go out of a box: of the hidden state before, the past."""
    if not box.before:
        return box.block
    return "past" if box.block == "hidden_state" else f"{box.block}_before"


def _opposite(colour: QColor, ground: QColor) -> QColor:
    """The hue across from it, for what is below 0."""
    hue, saturation, lightness, _ = colour.getHslF()
    return readable(QColor.fromHslF((hue + 0.5) % 1, saturation, lightness), ground, 3.0)
