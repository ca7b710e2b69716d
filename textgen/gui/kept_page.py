"""Keeps the place “Write” as it was left, from one start of the program to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from textgen.gui.draft import Draft
from textgen.gui.memory import Memory
from textgen.gui.mode_bar import ModeBar
from textgen.gui.one_word import OneWord

KEEP_MS = 500  # after the last change


class KeptPage(QObject):
    """The text with the model's words in it, the mode, the seed word and the length."""

    def __init__(self, parent: QWidget, memory: Memory, draft: Draft, modes: ModeBar, one_word: OneWord) -> None:
        super().__init__(parent)
        self._memory, self._draft, self._modes, self._one_word = memory, draft, modes, one_word
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self.keep)
        self._recall()
        for signal in (draft.edited, one_word.changed, modes.chosen):
            signal.connect(self._timer.start)

    def _recall(self) -> None:
        kept = self._memory.writing()
        self._draft.set_text(_text(kept.get("text")), _spans(kept.get("spans")))
        self._one_word.field.setText(_text(kept.get("seed")))
        length = kept.get("length")
        if isinstance(length, int):
            self._one_word.spin.setValue(length)
        self._modes.choose(_text(kept.get("mode")))

    @Slot()
    def keep(self) -> None:
        """Keep everything as it is now."""
        self._timer.stop()
        self._memory.keep_writing(
            {
                "text": self._draft.toPlainText(),
                "spans": self._draft.spans(),
                "mode": self._modes.mode,
                "seed": self._one_word.seed,
                "length": self._one_word.length,
            }
        )


def _text(kept: object) -> str:
    return kept if isinstance(kept, str) else ""


def _spans(kept: object) -> list[tuple[int, int]]:
    """What a file says may be anything; only pairs of whole numbers are spans."""
    pairs = kept if isinstance(kept, list) else []
    return [
        (p[0], p[1], "generated")
        for p in pairs
        if isinstance(p, list) and len(p) >= 2 and all(isinstance(n, int) for n in p[:2])
    ]
