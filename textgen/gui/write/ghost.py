"""Words that could be taken, painted on the page where they would stand. They are no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCharFormat, QTextFrameFormat, QTextLayout, QTextLine

from textgen.gui.parts import style
from textgen.gui.work.piece import units
from textgen.gui.write import places
from textgen.gui.write.passages import text_of

if TYPE_CHECKING:
    from textgen.gui.write.shared_page import SharedPage

ROOM = 3  # lines below the text that the page can be scrolled by, so that words at its end are seen
UNSEEN = QColor(0, 0, 0, 0)


class Ghost:
    """Paints over the page of `draft`, broken into lines as the page itself would break them.

    Only at a paragraph's end: elsewhere the words would lie over others, or push them about.
    """

    def __init__(self, draft: SharedPage) -> None:
        self.text = ""
        self._draft = draft

    def show(self, text: str) -> None:
        """Let these be the words, as they are put behind the prompt; none for ""."""
        if text != self.text:
            self.text = text
            self._scroll_there()
            self._draft.viewport().update()

    @property
    def shown(self) -> bool:
        """Whether there are words, and a place for them."""
        if not self.text or self._draft.textCursor().hasSelection():
            return False
        block = self._block()
        after = text_of(self._draft.document(), self._draft.place(), block.position() + block.length() - 1)
        return not after.strip(" ") and not block.layout().preeditAreaText() and block.layout().lineCount() > 0

    def make_room(self) -> None:
        """Let the page be scrolled on below its text. To be called before the history of the text begins."""
        frame = self._draft.document().rootFrame()
        wider = QTextFrameFormat(frame.frameFormat())
        wider.setBottomMargin(ROOM * self._draft.fontMetrics().lineSpacing())
        frame.setFrameFormat(wider)

    def paint(self) -> None:
        """Paint the words, if they are shown."""
        if self.shown:
            layout, place = self._laid_out()
            painter = QPainter(self._draft.viewport())
            layout.draw(painter, place)
            painter.end()

    def rects(self) -> list[QRectF]:
        """Where the words stand in the page's viewport, a rectangle for each line; none where they are not shown."""
        if not self.shown:
            return []
        layout, place = self._laid_out()
        start = len(layout.text()) and units(layout.text()) - units(self.text)
        lines = (layout.lineAt(number) for number in range(layout.lineCount()))
        return [_rect(line, start).translated(place) for line in lines if line.textStart() + line.textLength() > start]

    def _block(self) -> QTextBlock:
        return self._draft.document().findBlock(self._draft.place())

    def _laid_out(self) -> tuple[QTextLayout, QPointF]:
        """The line of the page that the words go on from, laid out with them, and where it stands in the viewport."""
        document, block = self._draft.document(), self._block()
        start = places.before_spaces(document, self._draft.place())
        line = block.layout().lineForTextPosition(start - block.position())
        typed = text_of(document, block.position() + line.textStart(), start)
        layout = QTextLayout(typed + self.text, self._draft.font(), self._draft.viewport())
        layout.setTextOption(document.defaultTextOption())
        layout.setFormats([_coloured(0, typed, UNSEEN), _coloured(units(typed), self.text, style.colours().muted)])
        _break(layout, line.width(), block.blockFormat().lineHeight(line.height(), 1))
        scrolled = QPointF(self._draft.horizontalScrollBar().value(), self._draft.verticalScrollBar().value())
        return layout, document.documentLayout().blockBoundingRect(block).topLeft() + line.position() - scrolled

    def _scroll_there(self) -> None:
        """Scroll so far that the words are seen, if the cursor is."""
        view = self._draft.viewport().rect()
        rects = self.rects() if view.intersects(self._draft.cursorRect()) else []
        hidden = round(rects[-1].bottom()) - view.bottom() if rects else 0
        if hidden > 0:
            bar = self._draft.verticalScrollBar()
            bar.setValue(bar.value() + hidden)


def _coloured(start: int, text: str, colour: QColor) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, units(text), QTextCharFormat()
    result.format.setForeground(colour)
    return result


def _break(layout: QTextLayout, width: float, height: float) -> None:
    """Lay the text out in lines of this width and height, as a document does."""
    layout.beginLayout()
    top, line = 0.0, layout.createLine()
    while line.isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top, line = top + height, layout.createLine()
    layout.endLayout()


def _rect(line: QTextLine, start: int) -> QRectF:
    """Of the part of a line from the letter `start` on."""
    left = line.cursorToX(max(start, line.textStart()))
    left = left[0] if isinstance(left, tuple) else left
    rect = line.naturalTextRect()
    rect.setLeft(left)
    return rect
