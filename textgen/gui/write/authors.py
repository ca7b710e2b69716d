"""Who wrote which words of a page, noted for each paragraph: after an edit only those that it touched are read anew."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextBlock, QTextDocument

from textgen.gui.write.passages import Written, joined, parts_in, written
from textgen.gui.write.versions import Span

Paragraph = tuple[int, tuple[Written, ...]]  # its length, and the model's words counted from its beginning


class Authors(QObject):
    """Follows a document; what it tells is what `passages.spans_of` would find."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._paragraphs: list[Paragraph | None] = [None] * document.blockCount()
        document.contentsChange.connect(self._on_change)

    def spans(self) -> tuple[Span, ...]:
        """The place, length and kind of each piece of the model's words."""
        return joined(self._words())

    def _words(self) -> Iterator[Written]:
        start = 0
        for number, known in enumerate(self._paragraphs):
            if known is None:
                known = self._paragraphs[number] = _read(self._document.findBlockByNumber(number))
            for place, *rest in known[1]:
                yield start + place, *rest
            start += known[0]

    @Slot(int, int, int)
    def _on_change(self, place: int, removed: int, added: int) -> None:
        """The paragraphs from that of `place` to that of its new end take the place of however many there were."""
        last = min(place + added, self._document.characterCount() - 1)
        first, final = (self._document.findBlock(spot).blockNumber() for spot in (min(place, last), last))
        more = self._document.blockCount() - len(self._paragraphs)
        self._paragraphs[first : final + 1 - more] = [None] * (final + 1 - first)


def _read(block: QTextBlock) -> Paragraph:
    """With the end of the paragraph before, as that is where the format of a paragraph's beginning is kept."""
    start = block.position()
    end_before = [(start - 1, 1, block.charFormat())] if start else []
    found = written(chain(end_before, parts_in(block)))  # one by one: Qt's formats do not outlive their turn
    return block.length(), tuple((place - start, *rest) for place, *rest in found)
