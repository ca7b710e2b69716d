"""Places in a document: where its words begin and end, and where a space belongs."""

from __future__ import annotations

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextDocument

from textgen.engine import words


def letter(document: QTextDocument, place: int) -> str:
    """The letter after `place`; a line break at every paragraph's end, the last one's too."""
    return document.characterAt(place).replace("\u2029", "\n").replace("\0", "")


def wordy(letter: str) -> bool:
    """Whether a letter is part of a word."""
    return letter.isalnum() or letter in ("'", "’", "\u0301") if letter else False


def behind_word(document: QTextDocument, place: int) -> int:
    """The end of the word that `place` is in; `place` itself between words."""
    if place and wordy(letter(document, place - 1)):
        while wordy(letter(document, place)):
            place += 1
    return place


def before_word(document: QTextDocument, place: int) -> int:
    """The beginning of the word that `place` is in or before; `place` itself elsewhere."""
    if wordy(letter(document, place)):
        while place and wordy(letter(document, place - 1)):
            place -= 1
    return place


def before_spaces(document: QTextDocument, place: int) -> int:
    """Where the spaces before `place` begin."""
    while place and letter(document, place - 1) == " ":
        place -= 1
    return place


def gap_before(document: QTextDocument, place: int) -> int:
    """The nearest place before `place` that follows white space, or where the longest word would begin."""
    first = max(0, place - words.LONGEST)
    while place > first and not letter(document, place - 1).isspace():
        place -= 1
    return place


def gap_behind(document: QTextDocument, place: int) -> int:
    """The nearest place behind `place` that white space follows, or where the longest word would end."""
    last = min(place + words.LONGEST, document.characterCount() - 1)
    while place < last and not letter(document, place).isspace():
        place += 1
    return place


def sentence_at(text: str, place: int) -> str:
    """The sentence of a paragraph that `place` is in or behind; places count as in Qt."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    finder.setPosition(place)
    units = text.encode("utf-16-le")
    end = place if place == len(units) // 2 else finder.toNextBoundary()
    finder.setPosition(end)
    start = finder.toPreviousBoundary()
    return units[2 * max(0, start) : 2 * end].decode("utf-16-le").strip()


def parted(text: str, typed: str) -> bool:
    """Whether a space belongs between a text and what is typed after it."""
    if not text or text[-1].isspace() or not typed[:1].strip():
        return False
    if text[-1] == '"' and typed[0].isalnum():  # it opens or closes, as what stands before it tells
        return parted(text[:-1], typed)
    return words.join([*words.split(text), typed[0]]).endswith(f" {typed[0]}")
