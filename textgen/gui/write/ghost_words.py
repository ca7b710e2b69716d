"""Which words the page shows ahead of the cursor, and what becomes of them when they are taken."""

from __future__ import annotations

import re
from unicodedata import normalize

from PySide6.QtCore import QObject, Slot

from textgen.engine.similar import plain
from textgen.gui.write.draft import Draft
from textgen.gui.write.suggester import LINES, Suggester
from textgen.gui.write.suggestions import SuggestionList

HELD_MS = 700  # after a word was taken, the model is asked anew when no other has been taken for so long
_WORD = re.compile(r"\s*\S+")


class GhostWords(QObject):
    """Shows the row of the list that is pointed at, or else the first.

    When a word of it has been taken, the rest stays, until it is used up or something else is written.
    """

    def __init__(self, draft: Draft, suggester: Suggester, shown: SuggestionList) -> None:
        super().__init__(draft)
        self._draft, self._suggester, self._list = draft, suggester, shown
        self._ahead = ("", 0)  # the words, and how many letters of the text they take the place of
        self._rest: tuple[str, str] | None = None  # a text, and the words that are left to be taken after it
        self._hidden: str | None = None  # the text after which none are wanted
        draft.moved.connect(self.renew)
        suggester.answered.connect(self.renew)
        shown.pointed.connect(self._on_pointed)

    @Slot()
    def renew(self) -> None:
        """Show what is to be shown now."""
        self._ahead = self._words() if self._suggester.mode in LINES else ("", 0)
        self._draft.ghost.show(_behind(*self._ahead, self._draft.prompt()))

    def _words(self) -> tuple[str, int]:
        text, choices = self._text(), self._suggester.fitting()
        if text == self._hidden:
            return "", 0
        if self._rest and self._rest[0] == text and self._list.pointed_row is None:
            return self._rest[1], 0
        row = self._list.pointed_row or 0
        return (choices[row].insert, choices[row].replaces) if row < len(choices) else ("", 0)

    def _text(self) -> str:
        return self._draft.prompt().rstrip(" ")

    @Slot()
    def take(self) -> None:
        """Write all of them."""
        self._draft.take(*self._ahead)

    @Slot()
    def take_word(self) -> None:
        """Write the first of them, or what is left of the one that was begun, and go on showing the others."""
        (words, replaces), shown = self._ahead, self._draft.ghost.text
        end = len(words) - len(shown) + _WORD.match(shown).end()
        self._draft.take(words[:end], replaces)
        self._rest = (self._text(), words[end:]) if words[end:].strip() else None
        if self._rest:
            self._suggester.put_off(HELD_MS)
        self.renew()

    @Slot()
    def hide(self) -> None:
        """Show none until something is written or another row is pointed at."""
        self._hidden = self._text()
        self.renew()

    @Slot()
    def _on_pointed(self) -> None:
        self._hidden = None
        self.renew()


def _behind(words: str, replaces: int, text: str) -> str:
    """What follows the text's last letters when words take their place; nothing where they would be other letters."""
    letters = normalize("NFC", text[-replaces:]) if replaces else ""
    return words[len(letters) :] if plain(words[: len(letters)]) == plain(letters) else ""
