"""Passages of a document: who wrote which words of them, how they are taken out of it and put into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from textgen.gui.work.piece import KIND, PIECE, PLAIN, at, piece_before, piece_format
from textgen.gui.write.versions import Passage, Span, stretches

Part = tuple[int, int, QTextCharFormat]  # the place and length of letters of one format, and that
Written = tuple[int, int, int, str]  # place and length of words of the model's, the number of their piece, their kind


def text_of(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """The text between two places, letter by letter; without them all of it."""
    found = document.toRawText() if end is None else at(document, end, start).selectedText()
    return found.replace("\u2029", "\n")


def spans_of(document: QTextDocument, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The place, length and kind of each piece of the model's words between `start` and `end`, paragraphs' ends too."""
    end = document.characterCount() - 1 if end is None else end
    parts = takewhile(lambda part: part[0] < end, _parts(document, start))
    cut = ((max(place, start), min(place + length, end), look) for place, length, look in parts)
    return joined(written((begin, stop - begin, look) for begin, stop, look in cut if begin < stop))


def written(parts: Iterable[Part]) -> Iterator[Written]:
    """Those of `parts` that the model wrote."""
    for place, length, look in parts:
        number = look.intProperty(PIECE)
        if number:
            yield place, length, number, look.stringProperty(KIND)


def joined(found: Iterable[Written]) -> tuple[Span, ...]:
    """What belongs to one piece and is not parted is one span."""
    spans: list[Span] = []
    last = 0
    for place, length, number, kind in found:
        if number == last and sum(spans[-1][:2]) == place:
            length += place - spans[-1][0]
            place = spans.pop()[0]
        spans.append((place, length, kind))
        last = number
    return tuple(spans)


def run_end(document: QTextDocument, place: int) -> int:
    """Where the unbroken run of the model's words that the letter after `place` belongs to ends; else `place`."""
    for begin, length, look in _parts(document, place):
        if begin + length > place and not look.hasProperty(PIECE):
            return max(begin, place)
    return document.characterCount() - 1


def piece_at(document: QTextDocument, place: int) -> Written | None:
    """The unbroken words of one piece that `place` is in or just behind; None if a person typed the letter before it."""
    number = piece_before(document, place)
    block = document.findBlock(place)
    while number and block.charFormat().intProperty(PIECE) == number and block.previous().isValid():
        block = block.previous()
    begins = 0
    for start, length, look in _parts(document, block.position() if number else place):
        if look.intProperty(PIECE) != number:
            begins = 0
        elif not begins:
            begins = start + 1
        if number and begins and start < place <= start + length:
            end = _end_of(document, start + length, number)
            return begins - 1, end - begins + 1, number, look.stringProperty(KIND)
    return None


def _end_of(document: QTextDocument, place: int, number: int) -> int:
    """Where the letters of one piece end that go on from `place`."""
    for start, length, look in _parts(document, place):
        if start + length > place and look.intProperty(PIECE) != number:
            return max(start, place)
    return document.characterCount() - 1


def taken(document: QTextDocument, start: int, end: int) -> Passage:
    """What stands between two places, without its forks."""
    spans = tuple((place - start, length, kind) for place, length, kind in spans_of(document, start, end))
    return Passage(text_of(document, start, end), spans)


def put(cursor: QTextCursor, passage: Passage) -> int:
    """Write a passage in the place of what is selected, as one step to undo. Gives its end."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for text, kind in stretches(passage):
        cursor.insertText(text, piece_format(kind) if kind else PLAIN)
    cursor.endEditBlock()
    return cursor.position()


def mark(document: QTextDocument, spans: Iterable[Span], start: int, end: int) -> None:
    """Give the model the words of `spans`, which count from `start`; what reaches beyond `end` is left out."""
    for place, length, kind in spans:
        if start + place + length <= end:
            at(document, start + place + length, start + place).setCharFormat(piece_format(kind))


def _parts(document: QTextDocument, place: int) -> Iterator[Part]:
    """Where letters of one format stand, from the paragraph that holds `place` on; a paragraph's end is one of them.

    `textFormats` gives them ten times as fast as the block's fragments do.
    """
    block = document.findBlock(place)
    while block.isValid():
        if block.position() > place:
            yield block.position() - 1, 1, block.charFormat()
        yield from parts_in(block)
        block = block.next()


def parts_in(block: QTextBlock) -> Iterator[Part]:
    """The same for one paragraph, without its end."""
    for part in block.textFormats():
        yield block.position() + part.start, part.length, part.format
