"""Where the words, rows and fields of a heat map stand in a picture of one size."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from textgen.engine.unit_rows import Units, grouped
from textgen.gui.look.spot import Spot
from textgen.gui.look.word_columns import Columns, columns
from textgen.gui.parts import style

LOWEST = 3  # pixels: rows that would be lower show several units together
LEFT = 48  # pixels for the number of the chosen unit
BAR = 12  # pixels of the scroll bar
BESIDE = 760  # pixels: a picture so wide has room for the number of a field beside the legend


class Plan(NamedTuple):
    """All rows, those from `first` on in sight, and their edges from above in whole pixels."""

    shown: Columns
    rows: tuple[Units, ...]
    first: int
    down: tuple[int, ...]

    @property
    def seen(self) -> tuple[Units, ...]:
        """The rows in sight."""
        return self.rows[self.first : self.first + len(self.down) - 1]

    @property
    def field(self) -> QRectF:
        """All fields together."""
        left, top = self.shown.edges[0], self.down[0]
        return QRectF(left, top, self.shown.edges[-1] - left, self.down[-1] - top)

    def span(self, row: int) -> tuple[int, int] | None:
        """Top and bottom of a row, if it is in sight."""
        at = row - self.first
        return (self.down[at], self.down[at + 1]) if 0 <= at < len(self.down) - 1 else None

    def row_of(self, unit: int) -> int:
        return next(row for row, units in enumerate(self.rows) if unit in units)

    def row_at(self, y: float) -> int | None:
        inside = self.down[0] <= y < self.down[-1]
        return self.first + bisect_right(self.down, y) - 1 if inside else None


def plan(spot: Spot, size: QSizeF, row_height: int, first: int) -> Plan:
    """Of rows so many pixels high, from the row `first` on; all units are in sight where the height is 0.

    There must be a word.
    """
    shown = columns(spot.words, spot.word, LEFT, size.width() - (BAR if row_height else 2))
    top, total = round(shown.head), len(spot.order)
    room = max(1.0, size.height() - foot(size.width()) - top)
    if not row_height:
        rows = grouped(spot.order, int(room / LOWEST))
        return Plan(shown, rows, 0, tuple(round(top + room * n / len(rows)) for n in range(len(rows) + 1)))
    fits = max(1, min(total, int(room / row_height)))
    down = tuple(top + row_height * n for n in range(fits + 1))
    return Plan(shown, grouped(spot.order, total), max(0, min(first, total - fits)), down)


def foot(width: float) -> float:
    """The height of what stands below the fields: the legend, a note and, in a narrow picture, the number of a field."""
    lines = 2 if width >= BESIDE else 3
    return lines * (line_height() + 2) + 8


def line_height() -> float:
    """Of a line below the fields."""
    return QFontMetricsF(style.font()).height()
