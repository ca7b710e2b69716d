"""A sentence as a strip of words, under each what it did for the next word: two signed bars, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip

from textgen.gui.look import strip
from textgen.gui.look.reasons_words import ReasonsWords, bits
from textgen.gui.look.strip import Line, Measures, scales, values
from textgen.gui.parts import style
from textgen.gui.parts.picture import Picture, Table

if TYPE_CHECKING:
    from textgen.engine.contributions import Contribution, Contributions

LONGEST = 5  # steps of the grid that the longest bar takes
LEAST = 7.5  # steps of the grid that a word's column is wide
WIDE = 60  # steps of the grid that it likes to be wide
DIFFERENT = "≠"


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

    def lines(self, width: float) -> list[Line]:
        """The words in lines of this width, below the caption; the paragraph's end before them comes first."""
        if self._found is None:
            return []
        left = max(map(self._metrics(style.SMALL).horizontalAdvance, self._rows())) + style.space(1.5)
        size = Measures(left, self._metrics().height(), self._metrics(style.SMALL).height(), style.space(LONGEST))
        top = self._caption_height(width) + style.space()
        return strip.lines((self._found.start, *self._found.words), self._wide, width, top, size)

    def _rows(self) -> tuple[str, str]:
        return self.tr("Gradient × input"), self.tr("Leaving it out")

    def _wide(self, word: Contribution) -> float:
        shown = [self._metrics(style.BODY, bold=True).horizontalAdvance(self._label(word))]
        shown += [self._metrics(style.SMALL).horizontalAdvance(bits(value)) for value in values(word)]
        return max(style.space(LEAST), max(shown) + style.space(2))

    def _label(self, word: Contribution) -> str:
        return f"{DIFFERENT} {word.word}" if word.disagree else word.word

    def _caption_height(self, width: float) -> float:
        room = QRectF(0, 0, width, 1000)
        return self._metrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._words.caption(self._found)).height()

    def _metrics(self, size: float = style.BODY, bold: bool = False) -> QFontMetricsF:
        return QFontMetricsF(style.font(size, bold))

    def _fit(self) -> None:
        lines = self.lines(self.width())
        height = lines[-1].rooms[0].bottom() if lines else 0.0
        self.setMinimumHeight(max(style.space(10), round(height) + style.space()))

    def sizeHint(self) -> QSize:
        """Layouts with wrapped lines ask for this, and not for the least height."""
        return QSize(style.space(WIDE), self.minimumHeight())

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
        scale = scales((self._found.start, *self._found.words))
        for line in self.lines(size.width()):
            self._paint_names(painter, line)
            for word, column in zip(line.words, line.rooms, strict=True):
                self._paint_word(painter, word, column)
                for value, full, zero in zip(values(word), scale, line.zeros, strict=True):
                    self._paint_bar(painter, column, zero, value, style.space(LONGEST) * abs(value) / full)

    def _paint_names(self, painter: QPainter, line: Line) -> None:
        """The name of each row, and the line that its bars stand on."""
        left, right = line.rooms[0].left(), line.rooms[-1].right()
        high = self._metrics().height()
        painter.setFont(style.font(style.SMALL))
        for zero, name in zip(line.zeros, self._rows(), strict=True):
            painter.setPen(QPen(style.colours().line, 1))
            painter.drawLine(QPointF(left, zero), QPointF(right, zero))
            painter.setPen(style.colours().muted)
            painter.drawText(QRectF(0, zero - high / 2, left, high), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_word(self, painter: QPainter, word: Contribution, column: QRectF) -> None:
        """A word on which the two disagree is bold, in a box and has a sign; one that is not known is dotted."""
        colours = style.colours()
        if word.disagree:
            painter.setPen(QPen(colours.muted, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(column.adjusted(1.5, 0.5, -1.5, -0.5), 4, 4)
        painter.setFont(style.font(bold=word.disagree))
        painter.setPen(colours.muted if self._found and word is self._found.start else colours.text)
        head = QRectF(column.left(), column.top(), column.width(), self._metrics().height())
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, self._label(word))
        if not word.known:
            painter.setPen(QPen(colours.muted, 1, Qt.PenStyle.DotLine))
            painter.drawLine(head.bottomLeft() + QPointF(8, 0), head.bottomRight() - QPointF(8, 0))

    def _paint_bar(self, painter: QPainter, column: QRectF, zero: float, value: float, long: float) -> None:
        """A bar from the zero line, with its figure at its end; what rounds to 0 has the figure only."""
        shown, up = bits(value), value >= 0
        if shown[0] in "+−":
            wide = min(column.width() - style.space(), style.space(4))
            colour = style.colours().accent if up else style.colours().bad
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(colour if up else Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(column.center().x() - wide / 2, zero - (long if up else 0), wide, long))
        high = self._metrics(style.SMALL).height()
        painter.setPen(style.colours().text)
        painter.setFont(style.font(style.SMALL, tabular=True))
        edge = zero - long - high - 1 if up else zero + long + 1
        painter.drawText(QRectF(column.left(), edge, column.width(), high), Qt.AlignmentFlag.AlignCenter, shown)

    def event(self, event: QEvent) -> bool:
        """The tip of a word says in words what its bars say."""
        if isinstance(event, QHelpEvent):
            word = self.word_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words.tip(word) if word else "", self)
            return True
        return super().event(event)

    def word_at(self, place: QPointF) -> Contribution | None:
        """The word in whose column a place lies."""
        every = (pair for line in self.lines(self.width()) for pair in zip(line.words, line.rooms, strict=True))
        return next((word for word, room in every if room.contains(place)), None)
