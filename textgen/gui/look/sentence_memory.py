"""The sentence's words, and above each how much the next word depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent

from textgen.gui.look import bits_scale
from textgen.gui.look.bits_scale import bits
from textgen.gui.parts import figures, style
from textgen.gui.parts.picture import Picture, Table

if TYPE_CHECKING:
    from textgen.engine.remembering import Place, Remembered

NAMES = 7  # steps of the grid for the names of the scale
LOW, WORD = 8, 4.5  # of the bars of one line at least, and of the words and distances below them
GAP = 1
WIDEST = 16  # of a word


class SentenceMemory(Picture):
    """Bars on a logarithmic scale, the mean of the swaps, with a thin line from the least to the most; lines of words are
    broken where there is no more room. The arrow keys and the pointer choose a word.
    """

    chosen = Signal(int)  # the word's number, the first is 0

    def __init__(self) -> None:
        super().__init__("how-far-back-sentence")
        self.found: Remembered | None = None
        self.at = -1
        self.setMinimumHeight(style.space(LOW + WORD + GAP))
        self.setAccessibleName(self.tr("What the next word depends on"))

    def show_found(self, found: Remembered | None) -> None:
        """Show another sentence; the word that is chosen is the one as far from the next word as before."""
        far = self.found.places[self.at].distance if self.found and self.at >= 0 else 0
        self.found = found if found and found.places else None
        places = self.found.places if self.found else ()
        same = next((k for k, place in enumerate(places) if place.distance == far), None)
        strongest = places.index(self.found.strongest) if self.found else -1
        self.choose(strongest if same is None else same)
        self._fit()
        self.changed.emit()

    def choose(self, at: int) -> None:
        """Choose a word by its number."""
        self.at = at
        self.update()
        self.chosen.emit(at)

    # ---- in words

    def summary(self) -> str:
        if self.found is None:
            return ""
        strongest, first = self.found.strongest, self.found.places[0]
        if strongest is first:
            told = self.tr(
                "The next word depends most on the first word, “{word}”, {distance} back: other words in its place move"
                " its probabilities by {most} bits on average."
            )
            return told.format(word=first.word, distance=first.distance, most=bits(first.mean))
        told = self.tr(
            "The next word depends most on “{word}”, {distance} back: other words in its place move its probabilities"
            " by {most} bits on average; in the place of “{first}”, {far} back, by {least}."
        )
        return told.format(
            word=strongest.word, distance=strongest.distance, most=bits(strongest.mean),
            first=first.word, far=first.distance, least=bits(first.mean),
        )  # fmt: skip

    def table(self) -> Table:
        heads = (
            self.tr("Words back"), self.tr("Word"), self.tr("Mean, bits"), self.tr("Spread, bits"),
            self.tr("Most, bits"), self.tr("by the word"),
        )  # fmt: skip
        return Table(heads, tuple(_line(place) for place in (self.found.places if self.found else ())))

    # ---- drawing

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self.found is None:
            return
        lines = self._lines(size.width())
        high = size.height() / len(lines)
        for number, cells in enumerate(lines):
            top = number * high + style.space(GAP)
            area = QRectF(style.space(NAMES), top, size.width() - style.space(NAMES), high - style.space(WORD + GAP))
            bits_scale.paint_grid(painter, area, style.space(NAMES))
            for at, left, width in cells:
                self._paint_word(painter, at, QRectF(left, area.top(), width, area.height()))

    def _paint_word(self, painter: QPainter, at: int, area: QRectF) -> None:
        place, now, chosen = self.found.places[at], style.colours(), at == self.at
        below = QRectF(area.left(), area.bottom(), area.width(), style.space(WORD) - style.space(0.5))
        if chosen:
            painter.setPen(QPen(now.accent, 2 if self.hasFocus() else 1))
            painter.setBrush(now.hover)
            painter.drawRoundedRect(area.united(below).adjusted(1, -style.space(0.5), -1, 0), 4, 4)
        self._paint_bar(painter, place, area)
        painter.setFont(style.font(bold=chosen))
        painter.setPen(now.text if place.known else now.muted)
        metrics = QFontMetricsF(painter.font())
        word = metrics.elidedText(place.word, Qt.TextElideMode.ElideRight, area.width() - 2)
        painter.drawText(below.adjusted(0, 2, 0, -style.space(1.5)), Qt.AlignmentFlag.AlignCenter, word)
        painter.setFont(style.font(style.SMALL, tabular=True))
        painter.setPen(now.muted)
        foot = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(below, foot, figures.number(place.distance))

    def _paint_bar(self, painter: QPainter, place: Place, area: QRectF) -> None:
        now, middle = style.colours(), area.center().x()
        wide = min(style.space(2), area.width() / 2)
        top = area.bottom() - area.height() * bits_scale.height(place.mean)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.accent)
        painter.drawRect(QRectF(middle - wide / 2, top, wide, area.bottom() - top))
        least, most = (
            area.bottom() - area.height() * bits_scale.height(swap.bits) for swap in (place.swaps[-1], place.swaps[0])
        )
        painter.setPen(QPen(now.text, 1.5))
        painter.drawLine(QPointF(middle, least), QPointF(middle, most))
        painter.drawLine(QPointF(middle - 3, most), QPointF(middle + 3, most))

    def _lines(self, width: float) -> list[list[tuple[int, float, float]]]:
        """The words of each line: their numbers, where they begin and how wide they are."""
        metrics, lines, left = QFontMetricsF(style.font(bold=True)), [[]], float(style.space(NAMES))
        for at, place in enumerate(self.found.places):
            wanted = metrics.horizontalAdvance(place.word) + style.space(1.25)
            wide = min(max(wanted, style.space(3.5)), style.space(WIDEST))
            if lines[-1] and left + wide > width:
                lines.append([])
                left = float(style.space(NAMES))
            lines[-1].append((at, left, wide))
            left += wide
        return lines

    def _fit(self) -> None:
        """Each line of words needs its height."""
        count = len(self._lines(self.width())) if self.found else 1
        self.setMinimumHeight(count * style.space(LOW + WORD + GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ---- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.found is None:
            return
        lines, place = self._lines(self.width()), event.position()
        line = lines[min(len(lines) - 1, int(place.y() / self.height() * len(lines)))]
        for at, left, wide in line:
            if left <= place.x() < left + wide:
                self.choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.found.places) - 1 if self.found else -1
        moves = {
            Qt.Key.Key_Left: self.at - 1,
            Qt.Key.Key_Right: self.at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in moves and last >= 0:
            self.choose(min(max(moves[event.key()], 0), last))
        else:
            super().keyPressEvent(event)


def _line(place: Place) -> tuple[str, ...]:
    most = place.swaps[0]
    return figures.number(place.distance), place.word, bits(place.mean), bits(place.spread), bits(most.bits), most.word
