"""One unit followed along the sentence: its value at each word, as a line with numbers."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF

from textgen.engine.unit_rows import reach
from textgen.gui.look import block_names
from textgen.gui.look.block_scales import SCALES
from textgen.gui.look.heat_cells import figure, round_to
from textgen.gui.look.heat_plan import LEFT
from textgen.gui.look.spot import Spot
from textgen.gui.look.word_columns import Columns, columns, paint_chosen_name, paint_names
from textgen.gui.parts import style
from textgen.gui.parts.picture import Picture, Table

DOT = 3.0  # pixels, the radius


class UnitLine(Picture):
    """Its words stand below those of the heat map; the arrow keys step through them, a click chooses one."""

    def __init__(self, spot: Spot) -> None:
        super().__init__("unit")
        self.spot = spot
        self.setMinimumSize(QSize(style.space(30), style.space(14)))
        self.setAccessibleName(self.tr("One unit along the sentence"))
        spot.redrawn.connect(self.changed)
        spot.moved.connect(self.changed)

    # ---- in words and figures

    def summary(self) -> str:
        if not self.spot.words:
            return ""
        values_T = self._values()
        most, least = self._ends()
        text = self.tr("{block}, unit {unit}: highest at “{high}” ({most}), lowest at “{low}” ({least}).")
        return text.format(
            block=block_names.name(self.spot.block),
            unit=self.spot.unit,
            high=self.spot.words[most],
            most=figure(values_T[most]),
            low=self.spot.words[least],
            least=figure(values_T[least]),
        )

    def table(self) -> Table:
        if not self.spot.words:
            return Table((), ())
        head = self.tr("{block}, unit {unit}").format(block=block_names.name(self.spot.block), unit=self.spot.unit)
        values = zip(self.spot.words, self._values(), strict=True)
        return Table((self.tr("Word"), head), [(word, figure(value, 3)) for word, value in values])

    def _values(self) -> list[float]:
        return self.spot.values_TH[:, self.spot.unit].tolist()

    def _ends(self) -> tuple[int, int]:
        """The words at which it is highest and lowest."""
        values_T = self._values()
        return values_T.index(max(values_T)), values_T.index(min(values_T))

    # ---- painting

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if not self.spot.words:
            return
        shown = self._columns(size.width())
        lower, upper = self._scale()
        room = QFontMetricsF(style.font(style.SMALL)).height() + DOT  # for numbers above and below
        field = QRectF(LEFT, shown.head + room, shown.edges[-1] - LEFT, size.height() - shown.head - 2 * room)
        paint_names(painter, shown, 0, self.spot.trace.known)
        paint_chosen_name(painter, shown, 0, self.spot.word)
        for mark in (lower, (lower + upper) / 2, upper):
            self._paint_mark(painter, field, mark, _height(field, mark, lower, upper))
        last = shown.first + len(shown.words)
        values_T = self._values()[shown.first : last]
        middles = [shown.middle(word) for word in range(shown.first, last)]
        points = [QPointF(x, _height(field, value, lower, upper)) for x, value in zip(middles, values_T, strict=True)]
        self._paint_word(painter, shown, field)
        painter.setPen(QPen(style.colours().accent, 2))
        painter.drawPolyline(QPolygonF(points))
        self._paint_points(painter, shown, points, values_T)

    def _columns(self, width: float) -> Columns:
        return columns(self.spot.words, self.spot.word, LEFT, width - 2)

    def _scale(self) -> tuple[float, float]:
        """The lowest and the highest that the picture holds: the same for all units of the block."""
        end = reach(self.spot.values_TH)
        return (-end, end) if SCALES[self.spot.block].signed else (0.0, 1.0)

    def _paint_mark(self, painter: QPainter, field: QRectF, value: float, y: float) -> None:
        painter.setPen(QPen(style.colours().line, 1))
        painter.drawLine(QLineF(field.left(), y, field.right(), y))
        painter.setPen(style.colours().muted)
        painter.setFont(style.font(style.SMALL, tabular=True))
        room = QRectF(0, y - 10, LEFT - 6, 20)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, figure(value, round_to(value)))

    def _paint_word(self, painter: QPainter, shown: Columns, field: QRectF) -> None:
        if (span := shown.span(self.spot.word)) is not None:
            painter.fillRect(QRectF(span[0], field.top(), span[1] - span[0], field.height()), style.colours().hover)

    def _paint_points(self, painter: QPainter, shown: Columns, points: list[QPointF], values_T: list[float]) -> None:
        """A dot for each word; its number where all have the room, else those of the ends and of the chosen word."""
        metrics = QFontMetricsF(style.font(style.SMALL, tabular=True))
        narrow = min(right - left for left, right in zip(shown.edges, shown.edges[1:], strict=False))
        told = range(len(points))
        if narrow < metrics.horizontalAdvance("−0.00") + 4:
            told = {word - shown.first for word in (self.spot.word, *self._ends())}
        for n, (point, value) in enumerate(zip(points, values_T, strict=True)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colours().accent)
            painter.drawEllipse(point, DOT, DOT)
            if n in told:
                chosen = n == self.spot.word - shown.first
                painter.setFont(style.font(style.SMALL, bold=chosen, tabular=True))
                painter.setPen(style.colours().text)
                top = point.y() - metrics.height() - DOT if _peak(values_T, n) else point.y() + DOT
                room = QRectF(point.x() - 30, top, 60, metrics.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, figure(value))

    # ---- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.spot.words) - 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.spot.choose_word(self.spot.word + steps[key])
        elif key in ends:
            self.spot.choose_word(ends[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.spot.words and (word := self._columns(self.width()).at(event.position().x())) is not None:
            self.spot.choose_word(word)


def _height(field: QRectF, value: float, lower: float, upper: float) -> float:
    """Where a value stands in the field."""
    return field.bottom() - field.height() * (value - lower) / (upper - lower)


def _peak(values_T: list[float], n: int) -> bool:
    """Whether the line comes from below and goes back there, so that there is room above."""
    around = values_T[max(0, n - 1) : n] + values_T[n + 1 : n + 2]
    return not around or values_T[n] >= sum(around) / len(around)
