"""The colours of the page: the model's words in theirs, dots under the words that it does not know, and a line under
those that stand in the training text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from textgen.gui.parts import style
from textgen.gui.parts.colours import mix
from textgen.gui.parts.tints import on_tints
from textgen.gui.work.piece import KIND, KINDS, SUGGESTED, units
from textgen.gui.write.passages import parts_in
from textgen.gui.write.stretches import Stretches, united

FEW = 4  # paragraphs that are coloured at once: each is a millisecond in a long text


class Ink(QSyntaxHighlighter):
    """Colours the model's words and marks unknown ones. Colours are not stored in the text: they follow light and dark."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(None)
        self.setParent(document)
        self._authors = True
        self._tinted = False
        self._words: list[str] = []
        self._unknown = _any_of([])
        self._looks: dict[str, QTextCharFormat] = {}
        self._waiting: list[QTextBlock] = []  # paragraphs that may have other unknown words or lines than they show
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._colour_next)
        self._lines = Stretches()
        self._lost: set[tuple[int, int]] = set()  # lines that are gone, where paragraphs may still show them
        document.contentsChange.connect(self._move_lines)
        self.setDocument(document)  # now, so that the lines have moved when a paragraph is coloured anew
        style.follow(self, self._renew)

    def mark(self, words: Iterable[str]) -> None:
        """Underline these words with dots, wherever they stand."""
        wanted = sorted(set(words))
        if wanted == self._words:
            return
        changed = sorted(set(wanted) ^ set(self._words))
        self._words, self._unknown = wanted, _any_of(wanted)
        self._rewrite(changed)

    def underline(self, spans: Iterable[tuple[int, int]], start: int, end: int) -> None:
        """Draw a line under these words of the model's, and under no others that lie between `start` and `end`."""
        wanted = list(spans)
        changed = self._lost | (set(map(tuple, self._lines.put(start, end, wanted).tolist())) ^ set(wanted))
        self._lost = set()
        self._colour_soon(sorted({number for span in changed for number in self._blocks(*span)}))

    def show_authors(self, shown: bool) -> None:
        """Colour the model's words, or leave the page plain."""
        if shown != self._authors:
            self._authors = shown
            self._colour(self._paragraphs())

    @Slot(int, int, int)
    def _move_lines(self, place: int, removed: int, added: int) -> None:
        for start, end in self._lines.change(place, removed, added).tolist():
            self._lost.add((start, max(start, end + added - removed)))

    def _blocks(self, start: int, end: int) -> range:
        last = self.document().characterCount() - 1
        first, final = (self.document().findBlock(min(place, last)).blockNumber() for place in (start, end))
        return range(first, final + 1)

    def on_tints(self, tinted: bool) -> None:
        """The words stand on the tints of surprise, or on the page: the model's stay readable on both."""
        if tinted != self._tinted:
            self._tinted = tinted
            self._renew()

    def _rewrite(self, words: list[str]) -> None:
        """Colour the paragraphs with any of these words anew."""
        lines, pattern = self.document().toRawText().split("\u2029"), _any_of(words)  # faster than block by block
        there = (number for number, line in enumerate(lines) if any(word in line for word in words))
        self._colour_soon(number for number in there if pattern.search(lines[number]))

    def _colour_soon(self, numbers: Iterable[int]) -> None:
        """Colour these paragraphs anew: at once where they are few, else bit by bit."""
        self._waiting += map(self.document().findBlockByNumber, numbers)
        self._colour_next()

    @Slot()
    def _colour_next(self) -> None:
        """Colour some of the paragraphs that wait, and the others when there is time."""
        now, self._waiting = self._waiting[:FEW], self._waiting[FEW:]
        for block in filter(QTextBlock.isValid, now):
            self.rehighlightBlock(block)
        if self._waiting:
            self._timer.start()

    def _paragraphs(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _renew(self) -> None:
        colour = style.colours().generated
        self._looks = {kind: _look(kind, on_tints(colour) if self._tinted else colour) for kind in KINDS}
        self._colour(self._paragraphs())

    def _colour(self, blocks: Iterable[QTextBlock]) -> None:
        """What `rehighlightBlock` does, but the text is laid out anew once and not for every paragraph."""
        for block in blocks:
            block.layout().setFormats(list(self._ranges(block)))
        self.document().markContentsDirty(0, self.document().characterCount())

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        for part in self._ranges(self.currentBlock()):
            self.setFormat(part.start, part.length, part.format)

    def _ranges(self, block: QTextBlock) -> Iterator[QTextLayout.FormatRange]:
        text = block.text()
        for found in self._unknown.finditer(text):
            dotted = QTextCharFormat()
            dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            dotted.setUnderlineColor(style.colours().muted)
            yield _range(units(text[: found.start()]), units(found.group()), dotted)
        lines = united(self._lines.touching(block.position(), block.position() + block.length())).tolist()
        for place, length, look in parts_in(block) if self._authors else ():
            if look.hasProperty(KIND):
                yield _range(place - block.position(), length, self._looks[look.stringProperty(KIND)])
            for start, end in lines:
                first, past = max(place, start), min(place + length, end)
                if first < past:
                    yield _range(first - block.position(), past - first, self._lined(look.stringProperty(KIND)))

    def _lined(self, kind: str) -> QTextCharFormat:
        result = QTextCharFormat(self._looks[kind]) if kind else QTextCharFormat()
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        result.setUnderlineColor(style.colours().generated)
        return result


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Finds these words where they are whole."""
    either = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)")


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, length, look
    return result


def _look(kind: str, colour: QColor) -> QTextCharFormat:
    """Words written on in the model's colour; those that a person has taken in it too, on thin dashes."""
    look = QTextCharFormat()
    look.setForeground(colour)
    if kind == SUGGESTED:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(mix(colour, style.colours().raised, 0.4))
    return look
