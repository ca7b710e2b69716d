"""The words of a sentence across a picture: where the column of each stands, and its name above it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from textgen.gui.parts import style

PAD = 10  # pixels that a name has to itself beside its letters
LEAST = 16  # pixels: as narrow as slanted names may stand beside each other
SLANT = 62.0  # degrees
LONGEST = 96.0  # pixels of a slanted name; the rest is cut


class Columns(NamedTuple):
    """The words from `first` on, those that fit; their edges from left to right in whole pixels."""

    words: tuple[str, ...]
    first: int
    edges: tuple[int, ...]
    slanted: bool
    head: float  # pixels that the names take above the columns

    def at(self, x: float) -> int | None:
        """The word whose column is at `x`."""
        if not self.edges or not self.edges[0] <= x < self.edges[-1]:
            return None
        return self.first + sum(edge <= x for edge in self.edges) - 1

    def span(self, word: int) -> tuple[int, int] | None:
        """Left and right of a word, if it is in sight."""
        at = word - self.first
        return self.edges[at : at + 2] if 0 <= at < len(self.words) else None

    def middle(self, word: int) -> float:
        """Of a word in sight."""
        return sum(self.edges[word - self.first : word - self.first + 2]) / 2


def columns(words: Sequence[str], chosen: int, left: float, right: float) -> Columns:
    """As wide as their words where all fit side by side; else all alike, with slanted names, page by page."""
    metrics = QFontMetricsF(style.font(bold=True))
    widths = [metrics.horizontalAdvance(word) + PAD for word in words]
    spare = right - left - sum(widths)
    if spare >= 0:
        share = spare / max(1, len(words))
        edges = [round(x) for x in accumulate((width + share for width in widths), initial=left)]
        return Columns(tuple(words), 0, tuple(edges), False, metrics.height() + 6)
    longest = min(LONGEST, max(widths) - PAD)
    reach = longest * math.cos(math.radians(SLANT))
    room = right - left - reach
    fit = max(1, min(len(words), int(room / LEAST)))
    first = min(chosen // fit * fit, len(words) - fit)
    edges = [round(left + room * n / fit) for n in range(fit + 1)]
    head = longest * math.sin(math.radians(SLANT)) + metrics.height()
    return Columns(tuple(words[first : first + fit]), first, tuple(edges), True, head)


def paint_names(painter: QPainter, shown: Columns, top: float, known: Sequence[bool]) -> None:
    """The words above their columns; one that the model does not know is dotted."""
    now = style.colours()
    for n, word in enumerate(shown.words):
        painter.setPen(now.text if known[shown.first + n] else now.muted)
        painter.setFont(style.font())
        _name(painter, shown, n, word if known[shown.first + n] else f"{word} ?", top)


def paint_chosen_name(painter: QPainter, shown: Columns, top: float, word: int) -> None:
    """One of them on a field of its own."""
    if shown.span(word) is not None:
        painter.setFont(style.font(bold=True))
        painter.setPen(style.colours().accent_text)
        _name(painter, shown, word - shown.first, shown.words[word - shown.first], top, style.colours().accent)


def _name(painter: QPainter, shown: Columns, n: int, word: str, top: float, ground: QColor | None = None) -> None:
    left, right = shown.edges[n], shown.edges[n + 1]
    high = painter.fontMetrics().height()
    painter.save()
    if shown.slanted:
        painter.translate(QPointF((left + right) / 2 + 4, top + shown.head - 6))
        painter.rotate(-SLANT)
        word = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, round(LONGEST))
        room = QRectF(0, -high * 0.75, painter.fontMetrics().horizontalAdvance(word) + 4, high)
    else:
        room = QRectF(left, top, right - left, high + 4)
    if ground is not None:
        painter.fillRect(room.adjusted(-2, 0, 0, 0), ground)
    side = Qt.AlignmentFlag.AlignLeft if shown.slanted else Qt.AlignmentFlag.AlignHCenter
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, word)
    painter.restore()
