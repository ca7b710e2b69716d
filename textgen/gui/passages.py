"""Passages of a document: who wrote which words of them, how they are taken out of it and put into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from textgen.gui.piece import KIND, PIECE, PLAIN, at, piece_format
from textgen.gui.versions import Passage, Span, stretches


def text_of(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """The text between two places, letter by letter; without them all of it."""
    found = document.toRawText() if end is None else at(document, end, start).selectedText()
    return found.replace("\u2029", "\n")


def spans_of(document: QTextDocument, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The place, length and kind of each piece of the model's words between `start` and `end`, paragraphs' ends too."""
    end = document.characterCount() - 1 if end is None else end
    found: list[Span] = []
    last = 0
    for place, length, look in _parts(document, start):
        if place >= end:
            break
        number = look.intProperty(PIECE)
        if not number:
            continue
        begin, stop = max(place, start), min(place + length, end)
        if begin < stop:
            if number == last and sum(found[-1][:2]) == begin:
                begin = found.pop()[0]
            found.append((begin, stop - begin, look.stringProperty(KIND)))
            last = number
    return tuple(found)


def run_end(document: QTextDocument, place: int) -> int:
    """Where the unbroken run of the model's words that the letter after `place` belongs to ends; else `place`."""
    for begin, length, look in _parts(document, place):
        if begin + length > place and not look.hasProperty(PIECE):
            return max(begin, place)
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


def _parts(document: QTextDocument, place: int) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Where letters of one format stand, from the paragraph that holds `place` on; a paragraph's end is one of them.

    `textFormats` gives them ten times as fast as the block's fragments do.
    """
    block = document.findBlock(place)
    while block.isValid():
        if block.position() > place:
            yield block.position() - 1, 1, block.charFormat()
        yield from parts_in(block)
        block = block.next()


def parts_in(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """The same for one paragraph, without its end."""
    for part in block.textFormats():
        yield block.position() + part.start, part.length, part.format
