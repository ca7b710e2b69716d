"""Words of the model's that go into a text at once or bit by bit, as one step to undo."""

from __future__ import annotations

import itertools
import operator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

# Marks in the text's own format, so that undo and redo carry them: the number of the piece, different for each so that
# each is a step of its own, the typed letters and spaces that it took the place of, and whether it was suggested or generated.
PIECE = QTextFormat.Property.UserProperty.value + 1
SWALLOWED = PIECE + 1
KIND = PIECE + 2

SUGGESTED, GENERATED = "suggested", "generated"  # taken from a list, or written on by the model
KINDS = (SUGGESTED, GENERATED)

PLAIN = QTextCharFormat()
HIGH = 0xFFFF  # a document takes two units for a character above it

_numbers = itertools.count(1)


def units(text: str) -> int:
    """The length of `text` as a document counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def alike(one: str, other: str) -> int:
    """How many letters two texts have in common from the beginning."""
    return sum(itertools.takewhile(bool, map(operator.eq, one, other)))


def units_before(text: str) -> NDArray[np.int64]:
    """For each place in `text`, its end too, how many units stand before it."""
    characters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.concatenate(([0], np.cumsum(1 + (characters > HIGH), dtype=np.int64)))


def at(document: QTextDocument, place: int, anchor: int | None = None) -> QTextCursor:
    """A cursor at `place`, with what lies between it and `anchor` selected."""
    cursor = QTextCursor(document)
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def format_before(document: QTextDocument, place: int) -> QTextCharFormat:
    """The format of the letter before `place`, which may be a paragraph's end."""
    cursor = at(document, place)
    return cursor.blockCharFormat() if cursor.atBlockStart() else cursor.charFormat()


def piece_before(document: QTextDocument, place: int) -> int:
    """The number of the piece that the letter before `place` belongs to; 0 if a person typed it."""
    return format_before(document, place).intProperty(PIECE) if place else 0


def piece_format(kind: str, swallowed: str = "") -> QTextCharFormat:
    """The format of a new piece of one of the KINDS."""
    result = QTextCharFormat()
    result.setProperty(PIECE, next(_numbers))
    result.setProperty(KIND, kind)
    result.setProperty(SWALLOWED, swallowed)
    return result


class Piece:
    """A place in a document, from `start` to `end`, where the model's words go instead of what stands there.

    `lead` is put before them as if it had been typed. `gap`: a space has to follow them. `swallowed`: what was typed
    and stands in their place.
    """

    def __init__(
        self,
        document: QTextDocument,
        start: int,
        end: int,
        kind: str,
        *,
        lead: str = "",
        gap: bool = False,
        swallowed: str = "",
    ) -> None:
        self.text, self.lead = "", lead
        self.before = ""  # what it was when its present step began
        self._document = document
        self._format = piece_format(kind, swallowed)
        self._start = at(document, end, start)
        self._gap = gap
        self._begun = self._joined = False
        self._earlier: set[str] = set()  # what it was before its later steps; undo leads back there

    @classmethod
    def standing(cls, document: QTextDocument, start: int, end: int) -> Piece:
        """The piece of words that stand there already, so that they may become longer, shorter or others."""
        piece = cls(document, start, start, "")
        piece._format = format_before(document, end)
        piece.text = at(document, end, start).selectedText().replace("\u2029", "\n")
        piece._begun = True
        piece._start.setKeepPositionOnInsert(True)
        return piece

    @property
    def number(self) -> int:
        """What the document calls it."""
        return self._format.intProperty(PIECE)

    @property
    def start(self) -> int:
        """Where the piece begins in the document."""
        return self._start.selectionStart()

    @property
    def end(self) -> int:
        """Where the piece ends in the document; before it has begun, where what it takes the place of ends."""
        return self._start.position() + units(self.text)

    def grow(self, text: str) -> None:
        """Let the piece be `text`; only what differs from before is written."""
        edit = self._open()
        if not self._begun:
            self._begin()
        same = alike(self.text, text)
        rest = at(self._document, self.end, self._start.position() + units(text[:same]))
        rest.insertText(text[same:], self._format)
        self.text = text  # before the document tells of its change: who asks then hears that the words stand
        edit.endEditBlock()

    def again(self) -> None:
        """What grows from now on is a new step to undo, which brings the present words back."""
        self.before = self.text
        self._earlier.add(self.text)
        self._joined = False

    def stands(self) -> bool:
        """Whether the words are there as they were written, at the last step or at one that undo has led back to."""
        there = [text for text in {self.text, *self._earlier} if self._reads(text)]
        self.text = max(there, key=len, default=self.text)
        return bool(there)

    def _reads(self, text: str) -> bool:
        """Whether the piece as it is in the document is just `text`."""
        start, last = self._start.position(), self._document.characterCount() - 1
        end = start + units(text)
        if not self._begun or not text or end > last:
            return False
        if end < last and piece_before(self._document, end + 1) == self.number:
            return False
        return at(self._document, end, start).selectedText().replace("\u2029", "\n") == text

    def _begin(self) -> None:
        """Clear the place, and write what goes before and after the model's words."""
        self._begun = True
        self._start.insertText(self.lead, PLAIN)
        place = self._start.position()
        self._start.insertText(" " if self._gap else "", PLAIN)
        self._start = at(self._document, place)
        self._start.setKeepPositionOnInsert(True)

    def _open(self) -> QTextCursor:
        """A cursor whose edit block belongs to this piece's step of undo, which leads back to where it is."""
        edit = QTextCursor(self._start)
        edit.joinPreviousEditBlock() if self._joined else edit.beginEditBlock()
        self._joined = True
        return edit
