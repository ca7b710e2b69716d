"""The words on the page that the model does not know: marked, and what may take the place of the last of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from textgen.engine.words import is_word
from textgen.gui.write.suggester import Suggester
from textgen.gui.write.write_desk import WriteDesk

SETTLED_MS = 700  # a word is held to be finished after so long a pause in typing


class UnknownWords(QObject):
    """Of the words that the last answer to the suggester names, those that still stand on the page."""

    def __init__(self, desk: WriteDesk, suggester: Suggester) -> None:
        super().__init__(desk)
        self._draft, self._foot, self._suggester = desk.draft, desk.foot, suggester
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.show)
        self._draft.moved.connect(self._on_moved)
        suggester.answered.connect(self.show)
        self._foot.note.chosen.connect(self._replace)

    @Slot()
    def show(self) -> None:
        """Speak of the last one, but not of one that is still being typed."""
        prompt = self._draft.prompt()
        unknown = self._suggester.unknown if self._suggester.mode else ()
        words = [u for u in unknown if is_word(u.word) and u.word in prompt]  # nothing to put in the place of a mark
        if words and self._settled.isActive() and prompt.endswith(words[-1].word):
            words.pop()
        self._foot.show_word(words[-1] if words else None)
        self._draft.mark_unknown([unknown.word for unknown in words])

    @Slot()
    def _on_moved(self) -> None:
        self._settled.start()
        self.show()

    @Slot(str, str)
    def _replace(self, word: str, near: str) -> None:
        self._draft.replace_word(word, near)
        self._draft.setFocus()
