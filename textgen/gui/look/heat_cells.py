"""The fields of a heat map: a number for each row and word, its colour, and the number itself where it has room.

Shape letters: R rows, T words.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter, QPen

from textgen.engine.unit_rows import Units, furthest, means, reach
from textgen.gui.look.block_scales import SCALES
from textgen.gui.look.heat_colours import STEPS, gate_colours, ink_on, state_colours
from textgen.gui.parts import figures, style

SIGNED = 8  # pixels: from this height on a field below 0 has its sign
OVERLAP = 0.3  # pixels by which lines of vector graphics overlap, so that no seam shows


def figure(value: float, decimals: int = 2) -> str:
    """A number with a real minus, and none before 0."""
    return figures.number(round(value, decimals) + 0.0, decimals).replace("-", "−")


def round_to(end: float) -> int:
    """The decimals that the end of a scale has: 1.5, 0.15, 2."""
    return next(decimals for decimals in range(3) if round(end, decimals) == end)


class Cells:
    """Fields of `values_RT`: from 0 to 1, or, where `signed`, from −reach to reach."""

    def __init__(self, values_RT: np.ndarray, *, signed: bool, reach: float = 1.0) -> None:
        self.values_RT = values_RT
        self.signed = signed
        colours = state_colours() if signed else gate_colours()
        share = values_RT / reach / 2 + 0.5 if signed else values_RT
        self._rgb_RT = colours[np.clip(np.rint(share * (STEPS - 1)), 0, STEPS - 1).astype(np.int64)]

    @classmethod
    def of(cls, values_TH: np.ndarray, block: str, rows: Sequence[Units], words: slice = slice(None)) -> Cells:
        """Those of a block: of each row the mean for a gate, and of a state what is furthest from 0."""
        scale = SCALES[block]
        values_RT = (furthest if scale.signed else means)(values_TH[words], rows)
        return cls(values_RT, signed=scale.signed, reach=reach(values_TH))

    def image(self) -> QImage:
        """A pixel for each field."""
        data = np.ascontiguousarray(self._rgb_RT)
        high, wide = data.shape
        return QImage(data.data, wide, high, 4 * wide, QImage.Format.Format_RGB32).copy()

    def paint(self, painter: QPainter, across: Sequence[int], down: Sequence[int]) -> None:
        """Draw the fields between these edges, one more than there are words, and rows; and what they say."""
        self.paint_fields(painter, across, down)
        self._paint_figures(painter, across, down)

    def paint_fields(self, painter: QPainter, across: Sequence[float], down: Sequence[float]) -> None:
        """Only their colours."""
        if painter.paintEngine().type() == QPaintEngine.Type.SVG:
            self._paint_rectangles(painter, across, down)
        else:
            self._paint_image(painter, across, down)

    def _paint_image(self, painter: QPainter, across: Sequence[float], down: Sequence[float]) -> None:
        """Column by column, since they are not equally wide."""
        image, high = self.image(), len(down) - 1
        for n, (left, right) in enumerate(itertools.pairwise(across)):
            room = QRectF(left, down[0], right - left, down[-1] - down[0])
            painter.drawImage(room, image, QRectF(n, 0, 1, high))

    def _paint_rectangles(self, painter: QPainter, across: Sequence[float], down: Sequence[float]) -> None:
        for r, (top, bottom) in enumerate(itertools.pairwise(down)):
            for n, (left, right) in enumerate(itertools.pairwise(across)):
                room = QRectF(left, top, right - left + OVERLAP, bottom - top + OVERLAP)
                painter.fillRect(room, QColor.fromRgb(int(self._rgb_RT[r, n])))

    def _paint_figures(self, painter: QPainter, across: Sequence[int], down: Sequence[int]) -> None:
        """The number in each field, where all have the room; else at least a sign below 0."""
        painter.setFont(style.font(style.SMALL, tabular=True))
        metrics = painter.fontMetrics()
        narrow = min(right - left for left, right in itertools.pairwise(across))
        low = min(bottom - top for top, bottom in itertools.pairwise(down))
        if narrow >= metrics.horizontalAdvance("−0.00") + 4 and low >= metrics.height():
            self._paint_each(painter, across, down)
        elif self.signed and low >= SIGNED:
            self._paint_signs(painter, across, down)

    def _paint_each(self, painter: QPainter, across: Sequence[int], down: Sequence[int]) -> None:
        for (r, n), value in np.ndenumerate(self.values_RT):
            painter.setPen(ink_on(int(self._rgb_RT[r, n])))
            room = QRectF(across[n], down[r], across[n + 1] - across[n], down[r + 1] - down[r])
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, figure(value))

    def _paint_signs(self, painter: QPainter, across: Sequence[int], down: Sequence[int]) -> None:
        for r, n in np.argwhere(self.values_RT < 0).tolist():
            x, y = (across[n] + across[n + 1]) / 2, (down[r] + down[r + 1]) / 2
            painter.setPen(QPen(ink_on(int(self._rgb_RT[r, n])), 1))
            painter.drawLine(QLineF(x - 2.5, y, x + 2.5, y))
