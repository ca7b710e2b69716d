"""Where everything stands in the picture of the unrolled network: rows from top to bottom, columns from left to right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

PAD = 6.0
RISE = 14.0  # of the arrows from one row up to the next, at least
BOX = (36.0, 92.0)  # of a layer: least and most
EMBEDDING = (14.0, 26.0)
LANE = 14.0  # between two columns: the way of the word that is fed back
START = 14.0  # before the first column: the sign of what is read before it
SIDE = 22.0  # from the edge of a column to its boxes
COLUMN = (104.0, 220.0)  # the width of a column
FEWEST, MOST = 2, 5  # outputs of a column that are drawn


@dataclass(frozen=True)
class Rows:
    """The upper and lower ends of each row; `layers` from the first, which stands lowest."""

    outputs: tuple[float, float]
    lines: int  # outputs of each column
    layers: tuple[tuple[float, float], ...]
    embedding: tuple[float, float]
    word: tuple[float, float]
    note: tuple[float, float]


def least_height(layers: int, line: float) -> float:
    """In which everything can still be read, with letters of so high a line."""
    return 2 * PAD + FEWEST * line + layers * (BOX[0] + RISE) + RISE + EMBEDDING[0] + RISE + _foot(line)


def rows(height: float, layers: int, line: float) -> Rows:
    """Shares a height out: further outputs first, then higher boxes, then longer arrows."""
    left = max(0.0, height - least_height(layers, line))
    lines = min(MOST, FEWEST + int(left * 0.4 / line))
    left -= (lines - FEWEST) * line
    grown = min(BOX[1] - BOX[0], left * 0.75 / layers)
    left -= grown * layers
    taller = min(EMBEDDING[1] - EMBEDDING[0], left * 0.4)
    rise = RISE + (left - taller) / (layers + 2)
    top = PAD + lines * line
    outputs, boxes = (PAD, top), []
    for _ in range(layers):
        top += rise
        boxes.append((top, top := top + BOX[0] + grown))
    embedding = (top + rise, top + rise + EMBEDDING[0] + taller)
    word = (embedding[1] + rise, embedding[1] + rise + line + 6)
    return Rows(outputs, lines, tuple(reversed(boxes)), embedding, word, (word[1], word[1] + line))


def _foot(line: float) -> float:
    return 2 * line + 6


@dataclass(frozen=True)
class Places:
    """The rows, and where each column begins and how wide it is."""

    rows: Rows
    left: tuple[float, ...]
    width: tuple[float, ...]

    @classmethod
    def of(cls, rows: Rows, wanted: Sequence[float], start: float) -> Places:
        """Columns beside each other from `start` on, as wide as wanted within bounds."""
        widths = tuple(min(max(width, COLUMN[0]), COLUMN[1]) for width in wanted)
        lefts, left = [], start
        for width in widths:
            lefts.append(left)
            left += width + LANE
        return cls(rows, tuple(lefts), widths)

    @property
    def end(self) -> float:
        """The right end of the last column."""
        return self.left[-1] + self.width[-1] if self.left else 0.0

    def column(self, at: int) -> QRectF:
        """The whole of a column."""
        top, bottom = self.rows.outputs[0], self.rows.note[1]
        return QRectF(self.left[at], top - PAD / 2, self.width[at], bottom - top + PAD)

    def room(self, at: int, row: tuple[float, float], side: float = 0.0) -> QRectF:
        """What a row has of a column, with a margin at both sides."""
        return QRectF(self.left[at] + side, row[0], self.width[at] - 2 * side, row[1] - row[0])

    def box(self, at: int, layer: int) -> QRectF:
        """A layer in a column."""
        return self.room(at, self.rows.layers[layer], SIDE)

    def output(self, at: int, line: int) -> QRectF:
        """One of the likeliest next words; they stand on the arrow that leads up to them."""
        top, bottom = self.rows.outputs
        high = (bottom - top) / self.rows.lines
        return self.room(at, (top + line * high, top + (line + 1) * high), 3)

    def at(self, x: float) -> int:
        """The column at or before a place."""
        return max(0, bisect_right(self.left, x) - 1)
