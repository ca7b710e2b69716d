"""The words that might stand in the place of one of the model's, in a small list below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QRect, Signal
from PySide6.QtWidgets import QFrame, QWidget

from textgen.engine.reports import Choice
from textgen.gui.parts import style
from textgen.gui.parts.widgets import column
from textgen.gui.write.suggestion_model import WORD_ROWS
from textgen.gui.write.suggestion_row import KEYS
from textgen.gui.write.suggestions import SuggestionList

WIDTH = 36  # steps of the grid


class Alternatives(QFrame):
    """Lies over `desk`, not in a window of its own: the page below keeps the keyboard and the pointer."""

    chosen = Signal(str)  # what to write in the word's place

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self.list = SuggestionList()
        self.list.set_armed(True)
        self.list.taken.connect(self._on_taken)
        self.list.picked.connect(lambda choice: self.chosen.emit(choice.insert))
        self._choices: tuple[Choice, ...] = ()
        self._hint = style.label(size=style.SMALL, role="muted", wrap=True)
        self._hint.setContentsMargins(style.space(0.5), 0, style.space(0.5), 0)
        inside = column(self.list, self._hint, gap=0.5)
        inside.setContentsMargins(*[style.space()] * 4)
        self.setLayout(inside)
        self.setProperty("role", "popup")
        self.setFixedWidth(style.space(WIDTH))
        self.hide()

    def show_words(self, choices: Sequence[Choice], stands: str, word: QRect) -> None:
        """Show `choices` beside `word`, a place on the desk where the word `stands` is, which is marked."""
        self._choices = tuple(choices[:WORD_ROWS])
        known = next((row for row, choice in enumerate(self._choices) if _same(choice.insert, stands)), None)
        marked = [
            replace(choice, label=self.tr("{word} ✓").format(word=choice.label)) if row == known else choice
            for row, choice in enumerate(self._choices)
        ]
        self.list.show_choices(marked, message=self.tr("The model has nothing to suggest here."))
        self.list.setAccessibleName(self.tr("Other words for “{word}”").format(word=_shown(stands)))
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * max(2, len(marked)))
        self._point_to(known)
        self._hint.setText(self._sentence(stands, known))
        self._stand_by(word)
        self.show()
        self.raise_()

    def take(self, row: int) -> None:
        """Choose the word in this row, if there is one."""
        self.list.take(row)

    def _point_to(self, row: int | None) -> None:
        self.list.setCurrentIndex(QModelIndex() if row is None else self.list.model().index(row, 0))

    def _on_taken(self, row: int) -> None:
        self.chosen.emit(self._choices[row].insert)

    def _sentence(self, stands: str, known: int | None) -> str:
        if not self._choices:
            return self.tr("Esc: close.")
        keys = self.tr("{keys}: choose, and go on from there. Esc: close.")
        keys = keys.format(keys=f"1–{KEYS[len(self._choices) - 1]}" if len(self._choices) > 1 else "1")
        if known is not None:
            return self.tr("✓ stands there now.") + " " + keys
        return self.tr("“{word}”, which stands there, is none of these.").format(word=_shown(stands)) + " " + keys

    def _stand_by(self, word: QRect) -> None:
        """Below the word, or above it, or at its side: wherever there is room."""
        desk, gap = self.parentWidget().rect(), style.space(0.5)
        self.layout().activate()
        size = self.sizeHint().expandedTo(self.minimumSizeHint())
        size.setHeight(max(size.height(), self.layout().totalHeightForWidth(self.width())))
        self.resize(size)
        left = min(word.left() - style.space(4), desk.right() - size.width())
        if word.bottom() + gap + size.height() <= desk.bottom():
            place = QPoint(left, word.bottom() + gap)
        elif word.top() - gap - size.height() >= desk.top():
            place = QPoint(left, word.top() - gap - size.height())
        else:
            place = QPoint(self._aside(word, size.width()), desk.bottom() - size.height())
        self.move(max(0, place.x()), max(0, place.y()))

    def _aside(self, word: QRect, width: int) -> int:
        right = word.right() + style.space()
        return right if right + width <= self.parentWidget().width() else word.left() - style.space() - width


def _same(one: str, other: str) -> bool:
    return one.strip(" ") == other.strip(" ")


def _shown(word: str) -> str:
    return "¶" if word.strip(" ") == "\n" else word.strip()
