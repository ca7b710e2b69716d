"""A sentence as a strip of words, under each what it did for the next word: two signed bars, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip

from textgen.gui import style
from textgen.gui.picture import Picture, Table
from textgen.gui.reasons_words import ReasonsWords, bits

if TYPE_CHECKING:
    from textgen.engine.contributions import Contribution, Contributions

HALF = 4.5  # steps of the grid that the longest bar takes
LEAST = 7.5  # steps of the grid that a word's column is wide
DIFFERENT = "≠"


class Column(NamedTuple):
    """A word and where its column stands."""

    word: Contribution
    room: QRectF


class ReasonsPicture(Picture):
    """As high as its lines need. Full bars point up and speak for the word; hollow ones point down and speak against it."""

    def __init__(self) -> None:
        super().__init__("why-this-word")
        self.setAccessibleName(self.tr("What each word did"))
        self._found: Contributions | None = None
        self._words = ReasonsWords()

    def show_reasons(self, found: Contributions | None) -> None:
        """Show these; None for nothing."""
        self._found = found if found and found.words else None
        self._fit()
        self.changed.emit()

    def summary(self) -> str:
        return self._words.summary(self._found) if self._found else ""

    def table(self) -> Table:
        return self._words.table(self._found) if self._found else Table((), ())

    # ---- where everything stands

    def columns(self, width: float) -> list[Column]:
        """The words in lines of this width, below the caption; the paragraph's end before them comes first."""
        if self._found is None:
            return []
        left, found = self._left(), (self._found.start, *self._found.words)
        columns, x, y = [], left, self._caption_height(width) + style.space()
        for word in found:
            wide = self._width(word)
            if x > left and x + wide > width:
                x, y = left, y + self._line() + style.space(1.5)
            columns.append(Column(word, QRectF(x, y, wide, self._line())))
            x += wide
        return columns

    def _left(self) -> float:
        """The width of the rows' names."""
        return max(map(self._metrics(style.SMALL).horizontalAdvance, self._rows())) + style.space(1.5)

    def _rows(self) -> tuple[str, str]:
        return self.tr("Gradient × input"), self.tr("Leaving it out")

    def _width(self, word: Contribution) -> float:
        shown = [self._metrics(style.BODY, bold=True).horizontalAdvance(self._label(word))]
        shown += [self._metrics(style.SMALL).horizontalAdvance(bits(value)) for value in _values(word)]
        return max(style.space(LEAST), max(shown) + style.space(1.5))

    def _label(self, word: Contribution) -> str:
        return f"{DIFFERENT} {word.word}" if word.disagree else word.word

    def _line(self) -> float:
        return self._metrics().height() + 2 * self._panel()

    def _panel(self) -> float:
        """The height of one row of bars, with room for a figure above and below."""
        return 2 * (style.space(HALF) + self._metrics(style.SMALL).height())

    def _caption_height(self, width: float) -> float:
        room = QRectF(0, 0, width, 1000)
        return self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words.caption(self._found)).height()

    def _metrics(self, size: float = style.BODY, bold: bool = False) -> QFontMetricsF:
        return QFontMetricsF(style.font(size, bold))

    def _fit(self) -> None:
        columns = self.columns(self.width())
        height = columns[-1].room.bottom() if columns else 0.0
        self.setMinimumHeight(max(style.space(10), round(height) + style.space()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ---- painting

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self._found is None:
            return
        painter.setPen(style.colours().text)
        room = QRectF(0, 0, size.width(), size.height())
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self._words.caption(self._found))
        columns = self.columns(size.width())
        scales = [max(abs(_values(column.word)[row]) for column in columns) or 1.0 for row in (0, 1)]
        for top in sorted({column.room.top() for column in columns}):
            line = [column for column in columns if column.room.top() == top]
            self._paint_names(painter, line)
        for column in columns:
            self._paint_word(painter, column)
            for row, value in enumerate(_values(column.word)):
                self._paint_bar(painter, self._panel_of(column.room, row), value, scales[row])

    def _panel_of(self, room: QRectF, row: int) -> QRectF:
        return QRectF(
            room.left(), room.top() + self._metrics().height() + row * self._panel(), room.width(), self._panel()
        )

    def _paint_names(self, painter: QPainter, line: list[Column]) -> None:
        """The name of each row, and the line that its bars stand on."""
        for row, name in enumerate(self._rows()):
            panel = self._panel_of(line[0].room, row)
            middle = panel.center().y()
            painter.setPen(QPen(style.colours().line, 1))
            painter.drawLine(QPointF(panel.left(), middle), QPointF(line[-1].room.right(), middle))
            painter.setPen(style.colours().muted)
            painter.setFont(style.font(style.SMALL))
            painter.drawText(QRectF(0, panel.top(), panel.left(), panel.height()), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_word(self, painter: QPainter, column: Column) -> None:
        """A word on which the two disagree is bold, in a box and has a sign; one that is not known is dotted."""
        word, colours = column.word, style.colours()
        if word.disagree:
            painter.setPen(QPen(colours.muted, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(column.room.adjusted(1.5, 0.5, -1.5, -0.5), 4, 4)
        painter.setFont(style.font(bold=word.disagree))
        painter.setPen(colours.muted if self._found and word is self._found.start else colours.text)
        head = QRectF(column.room.left(), column.room.top(), column.room.width(), self._metrics().height())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, self._label(word))
        if not word.known:
            painter.setPen(QPen(colours.muted, 1, Qt.PenStyle.DotLine))
            painter.drawLine(head.bottomLeft() + QPointF(8, 0), head.bottomRight() - QPointF(8, 0))

    def _paint_bar(self, painter: QPainter, panel: QRectF, value: float, scale: float) -> None:
        colour = style.colours().accent if value >= 0 else style.colours().bad
        wide = min(panel.width() - style.space(), style.space(4))
        long = style.space(HALF) * abs(value) / scale
        middle, up = panel.center(), value >= 0
        bar = QRectF(middle.x() - wide / 2, middle.y() - (long if up else 0), wide, long)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if up else QColor(Qt.GlobalColor.transparent))
        painter.drawRect(bar)
        high = self._metrics(style.SMALL).height()
        edge = bar.top() - high - 1 if up else bar.bottom() + 1
        painter.setPen(style.colours().text)
        painter.setFont(style.font(style.SMALL, tabular=True))
        painter.drawText(QRectF(panel.left(), edge, panel.width(), high), Qt.AlignmentFlag.AlignCenter, bits(value))

    def event(self, event: QEvent) -> bool:
        """The tip of a word says in words what its bars say."""
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            word = next((one.word for one in self.columns(self.width()) if one.room.contains(at)), None)
            QToolTip.showText(event.globalPos(), self._words.tip(word) if word else "", self)
            return True
        return super().event(event)


def _values(word: Contribution) -> tuple[float, float]:
    return word.gradient, word.leaving_out
