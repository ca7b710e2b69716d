"""The colours of the page: the model's words in theirs, and dots under the words that it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from textgen.gui import style
from textgen.gui.piece import PIECE, units

Spans = list[tuple[int, int]]  # the start and the length of each run of the model's words


class Ink(QSyntaxHighlighter):
    """Colours the model's words and marks unknown ones. Colours are not stored in the text: they follow light and dark."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._unknown = re.compile(r"(?!)")
        style.follow(self, self.rehighlight)

    def mark(self, words: Iterable[str]) -> None:
        """Underline these words with dots, wherever they stand."""
        either = "|".join(sorted(map(re.escape, words)))
        pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)")
        if pattern != self._unknown:
            self._unknown = pattern
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        for found in self._unknown.finditer(text):
            dotted = QTextCharFormat()
            dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            dotted.setUnderlineColor(style.colours().muted)
            self.setFormat(units(text[: found.start()]), units(found.group()), dotted)
        start = self.currentBlock().position()
        for place, length in pieces_in(self.currentBlock()):
            self.setFormat(place - start, length, style.colours().generated)


def pieces_in(block: QTextBlock) -> Spans:
    """The place and length of each run of the model's words in a block."""
    found, parts = [], block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        if part.charFormat().hasProperty(PIECE):
            found.append((part.position(), part.length()))
        parts += 1
    return found
