"""Colours behind the words of a page, by how surprising they are, and the figures where the pointer rests.

They are painted below the text, for what is in sight only: the text is not laid out anew, however long it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QTextBlock, QTextLayout, QTextLine
from PySide6.QtWidgets import QTextEdit, QToolTip

from textgen.gui.parts import figures, style
from textgen.gui.parts.tints import step, tints
from textgen.gui.work.measured import Bits
from textgen.gui.write.shading import Shaded, Shading

ROUND = 2.0  # pixels


class Shades(QObject):
    """Shades the words of one page; it paints on the page's viewport before the page does."""

    def __init__(self, page: QTextEdit) -> None:
        super().__init__(page)
        self._page = page
        self._shading = Shading(Bits.none())
        page.document().contentsChange.connect(self._on_edit)
        page.viewport().installEventFilter(self)
        style.follow(self, self._repaint)

    def show_bits(self, bits: Bits) -> None:
        """Shade these words; no others."""
        self._shading = Shading(bits)
        self._repaint()

    def clear(self) -> None:
        """Take the colours away."""
        self.show_bits(Bits.none())

    @property
    def blank(self) -> bool:
        """Whether nothing is shaded."""
        return not len(self._shading)

    def words(self) -> list[Shaded]:
        """What is shaded now, where it stands now."""
        return list(self._shading.between(0, self._page.document().characterCount()))

    def word_under(self, point: QPoint) -> Shaded | None:
        """The word at a point of the viewport."""
        layout, here = self._page.document().documentLayout(), QPointF(point) + self._scrolled()
        place = layout.hitTest(here, Qt.HitTestAccuracy.ExactHit)
        block = self._page.document().findBlock(place)
        if place < 0 or not block.isValid():
            return None
        line = block.layout().lineForTextPosition(place - block.position())
        if not line.isValid():
            return None
        x = here.x() - layout.blockBoundingRect(block).left()
        letter, *_ = _numbers(line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))
        return self._shading.at(block.position() + letter)

    # ---- what happens

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.blank:
            self._paint(event)
        elif event.type() == QEvent.Type.ToolTip and not self.blank:
            self._tell(event)
            return True
        return False

    @Slot(int, int, int)
    def _on_edit(self, place: int, removed: int, added: int) -> None:
        self._shading.edit(place, removed, added)

    def _repaint(self) -> None:
        self._page.viewport().update()

    def _scrolled(self) -> QPointF:
        return QPointF(self._page.horizontalScrollBar().value(), self._page.verticalScrollBar().value())

    # ---- the figures

    def _tell(self, event: QHelpEvent) -> None:
        word = self.word_under(event.pos())
        if word is None:
            QToolTip.hideText()
        else:
            cursor = self._page.textCursor()
            cursor.setPosition(word.start)
            cursor.setPosition(word.end, cursor.MoveMode.KeepAnchor)
            QToolTip.showText(event.globalPos(), self._told(cursor.selectedText(), word), self._page.viewport())

    def _told(self, text: str, word: Shaded) -> str:
        """The word with its bits and what they mean."""
        told = self.tr("“{word}”: {bits} bits, 1 in {chance}").format(
            word=text, bits=figures.number(word.bits, 1), chance=one_in(word.bits)
        )
        if word.known:
            return told
        return told + "\n" + self.tr("The model does not know it; these are the bits of any unknown word.")

    # ---- the colours

    def _paint(self, event: QPaintEvent) -> None:
        painter = QPainter(self._page.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        scrolled = self._scrolled()
        painter.translate(-scrolled)
        colours, wanted = tints(), QRectF(event.rect()).translated(scrolled)
        for room, bits in self._rooms(wanted):
            if step(bits):
                painter.setBrush(colours[step(bits)])
                painter.drawRoundedRect(room, ROUND, ROUND)
        painter.end()

    def _rooms(self, wanted: QRectF) -> Iterator[tuple[QRectF, float]]:
        """Where a word or its part in a line is painted, and its bits."""
        layout = self._page.document().documentLayout()
        block = self._block_at(wanted.top())
        while block.isValid():
            place = layout.blockBoundingRect(block).topLeft()
            if place.y() > wanted.bottom():
                return
            yield from self._in_block(block, place, wanted)
            block = block.next()

    def _block_at(self, y: float) -> QTextBlock:
        place = self._page.document().documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        return self._page.document().findBlock(max(0, place))

    def _in_block(self, block: QTextBlock, place: QPointF, wanted: QRectF) -> Iterator[tuple[QRectF, float]]:
        lines = block.layout()
        top = wanted.top() - place.y()
        first = bisect_left(range(lines.lineCount()), top, key=lambda n: _bottom(lines, n))
        for n in range(first, lines.lineCount()):
            line = lines.lineAt(n)
            if place.y() + line.y() > wanted.bottom():
                return
            begin = block.position() + line.textStart()
            for word in self._shading.between(begin, begin + line.textLength()):
                room = _room(line, word.start - block.position(), word.end - block.position())
                yield room.translated(place), word.bits


def one_in(bits: float) -> str:
    """The N of “1 in N” for so many bits, in two digits that mean something: 4.9, 35, 33,000."""
    chances = 2.0 ** min(bits, 60.0)
    if chances < 10:
        return figures.number(chances, 1)
    return figures.number(float(f"{chances:.2g}"))


def _bottom(lines: QTextLayout, n: int) -> float:
    line = lines.lineAt(n)
    return line.y() + line.height()


def _room(line: QTextLine, start: int, end: int) -> QRectF:
    """Behind the letters of a line from `start` to `end`, as far as it has them, whichever way they run."""
    one, other = (_numbers(line.cursorToX(at))[0] for at in (start, end))
    return QRectF(min(one, other), line.y(), abs(other - one), line.ascent() + line.descent())


def _numbers(found: object) -> tuple[float, ...]:
    """Qt gives a number, or a number and where it was looked for."""
    return found if isinstance(found, tuple) else (found,)
