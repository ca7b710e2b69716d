"""One word of a sentence, another in its place, and the next words' probabilities before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QKeyEvent, QPainter, QPen

from textgen.gui.look.bits_scale import bits
from textgen.gui.parts import figures, style
from textgen.gui.parts.picture import Picture, Table

if TYPE_CHECKING:
    from textgen.engine.remembering import NextWord, Place, Swap

LINE = 4  # steps of the grid: two bars of a word
SHARE = 7.5  # steps of the grid for a figure
WORDS = 0.28  # of the width, at most, for the words


class SwapPicture(Picture):
    """Two bars for each next word, full before and hatched after. The arrow keys up and down choose another swap."""

    def __init__(self) -> None:
        super().__init__("how-far-back-swap")
        self.place: Place | None = None
        self.at = 0
        self.setAccessibleName(self.tr("The next word before and after the swap"))
        self.setMinimumHeight(style.space(12))

    @property
    def swap(self) -> Swap | None:
        """The one that is shown."""
        return self.place.swaps[self.at] if self.place and self.place.swaps else None

    def show_place(self, place: Place | None) -> None:
        """Show the swap of another word that moves the most."""
        self.place = place
        self.choose(0)

    def choose(self, at: int) -> None:
        """Show a swap by its number; the one that moves most is 0."""
        last = len(self.place.swaps) - 1 if self.place else 0
        self.at = min(max(at, 0), max(last, 0))
        self.setMinimumHeight(style.space(LINE * len(self.swap.next_words) + 3) if self.swap else style.space(12))
        self.changed.emit()

    def summary(self) -> str:
        if self.swap is None:
            return ""
        told = self.tr("“{other}” in the place of “{word}” moves the next word's probabilities by {bits} bits.")
        told = told.format(other=self.swap.word, word=self.place.word, bits=bits(self.swap.bits))
        most = max(self.swap.next_words, key=lambda word: abs(word.after - word.before))
        change = self.tr("“{word}” goes from {before} to {after}.").format(
            word=most.word, before=figures.share(most.before), after=figures.share(most.after)
        )
        return f"{told} {change}"

    def table(self) -> Table:
        heads = self.tr("Next word"), self.tr("Before"), self.tr("After")
        words = self.swap.next_words if self.swap else ()
        return Table(heads, tuple((w.word, figures.share(w.before, 2), figures.share(w.after, 2)) for w in words))

    # ---- drawing

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self.swap is None:
            return
        words = self.swap.next_words
        metrics = QFontMetricsF(style.font())
        names = min(max(metrics.horizontalAdvance(w.word) for w in words) + style.space(), size.width() * WORDS)
        names = max(names, style.space(6))
        room = size.width() - names - style.space(SHARE)
        scale = room / max(max(w.before, w.after) for w in words)
        self._paint_key(painter, names)
        for line, word in enumerate(words):
            top = style.space(3 + LINE * line)
            self._paint_word(painter, word, QRectF(0, top, names - style.space(), style.space(LINE - 0.5)))
            for share, after, y in ((word.before, False, top), (word.after, True, top + style.space(1.75))):
                self._paint_bar(
                    painter, QRectF(names, y, max(1.0, share * scale), style.space(1.5)), share, after=after
                )

    def _paint_key(self, painter: QPainter, left: float) -> None:
        """What the full and the hatched bars are."""
        painter.setFont(style.font(style.SMALL))
        for text, after in ((self.tr("“{word}” as it is"), False), (self.tr("“{word}” instead"), True)):
            text = text.format(word=self.swap.word if after else self.place.word)
            self._paint_box(painter, QRectF(left, 2, style.space(1.5), style.space(1.5)), after=after)
            painter.setPen(style.colours().muted)
            wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
            painter.drawText(
                QRectF(left + style.space(2), 0, wide + 4, style.space(2)), Qt.AlignmentFlag.AlignVCenter, text
            )
            left += wide + style.space(4)

    def _paint_word(self, painter: QPainter, word: NextWord, area: QRectF) -> None:
        painter.setFont(style.font())
        painter.setPen(style.colours().text)
        shown = QFontMetricsF(painter.font()).elidedText(word.word, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_bar(self, painter: QPainter, bar: QRectF, share: float, *, after: bool) -> None:
        self._paint_box(painter, bar, after=after)
        painter.setFont(style.font(style.SMALL, tabular=True))
        painter.setPen(style.colours().text)
        beside = QRectF(bar.right() + style.space(0.5), bar.top() - 2, style.space(SHARE), bar.height() + 4)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, figures.share(share))

    def _paint_box(self, painter: QPainter, box: QRectF, *, after: bool) -> None:
        now = style.colours()
        painter.setPen(QPen(now.text if after else now.accent, 1))
        painter.setBrush(QBrush(now.text, Qt.BrushStyle.BDiagPattern) if after else now.accent)
        painter.drawRect(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(self.at + step)
