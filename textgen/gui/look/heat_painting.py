"""Draws a heat map: what stands still while one steps through it, and what moves."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from textgen.engine.unit_rows import reach
from textgen.gui.look.block_scales import SCALES
from textgen.gui.look.heat_cells import Cells
from textgen.gui.look.heat_legend import paint_legend
from textgen.gui.look.heat_plan import BESIDE, LEFT, Plan, line_height
from textgen.gui.look.spot import Spot
from textgen.gui.look.word_columns import paint_chosen_name, paint_names
from textgen.gui.parts import style

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_still(painter: QPainter, size: QSizeF, spot: Spot, plan: Plan, note: str) -> None:
    """The words, the fields, the legend and the note below."""
    paint_names(painter, plan.shown, 0, spot.trace.known)
    words = slice(plan.shown.first, plan.shown.first + len(plan.shown.words))
    Cells.of(spot.values_TH, spot.block, plan.seen, words).paint(painter, plan.shown.edges, plan.down)
    paint_legend(painter, _line(plan, 0, size.width() - 2), SCALES[spot.block], reach(spot.values_TH))
    painter.setFont(style.font(style.SMALL))
    painter.setPen(style.colours().muted)
    room = _line(plan, 1, size.width())
    note = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, note)


def paint_choice(
    painter: QPainter, size: QSizeF, spot: Spot, plan: Plan, pointed: tuple[int, int] | None, readout: str
) -> None:
    """Frames around the chosen column and row and the field that is pointed at, and its number."""
    field, word = plan.field, plan.shown.span(spot.word)
    row = plan.row_of(spot.unit)
    paint_chosen_name(painter, plan.shown, 0, spot.word)
    if word is not None:
        _frame(painter, QRectF(word[0], field.top(), word[1] - word[0], field.height()))
    if (span := plan.span(row)) is not None:
        _frame(painter, QRectF(field.left(), span[0], field.width(), span[1] - span[0]))
        _paint_unit(painter, (span[0] + span[1]) / 2, str(spot.unit))
    if pointed is not None and (span := plan.span(pointed[0])) and (at := plan.shown.span(pointed[1])):
        _frame(painter, QRectF(at[0], span[0], at[1] - at[0], span[1] - span[0]))
    painter.setFont(style.font(bold=True, tabular=True))
    painter.setPen(style.colours().text)
    painter.drawText(_line(plan, 0 if size.width() >= BESIDE else 2, size.width() - 2), RIGHT, readout)


def _line(plan: Plan, number: int, right: float) -> QRectF:
    """One of the lines below the fields."""
    top = plan.field.bottom() + 4 + number * (line_height() + 2)
    return QRectF(LEFT, top, right - LEFT, line_height())


def _frame(painter: QPainter, room: QRectF) -> None:
    """A dark line between light ones, or the other way round: seen on every colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, wide, out in ((style.colours().raised, 4.0, 1.0), (style.colours().text, 1.6, 1.0)):
        painter.setPen(QPen(colour, wide, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(room.adjusted(-out, -out, out, out))


def _paint_unit(painter: QPainter, middle: float, number: str) -> None:
    """The number of the chosen unit, left of its row."""
    painter.setFont(style.font(bold=True, tabular=True))
    high = QFontMetricsF(painter.font()).height()
    wide = QFontMetricsF(painter.font()).horizontalAdvance(number) + 8
    room = QRectF(LEFT - wide - 5, middle - high / 2, wide, high)
    painter.fillRect(room, style.colours().accent)
    painter.setPen(style.colours().accent_text)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, number)
