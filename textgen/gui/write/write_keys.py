"""The keys of the page, beside those that every text field has.

A number key takes the suggestion with that number when the cursor follows a space, stands at the start of a paragraph
or follows a word that was just taken; after a letter, a mark or a digit it types the digit, and while a word is being
typed Tab, Alt with a number or a click completes it. Esc takes back what was last taken or written on, unless the
person has changed the text since; then digits are typed until something else is typed: that is how a number is written
after a space. The number pad always types; Alt with a number always takes. Tab takes the first suggestion where there
is one; in a word that none completes it does nothing, since what a person types on would go elsewhere; else it goes to
the next control, and Ctrl+Tab always does. Ctrl+Enter writes on.

Where words are shown ahead of the cursor, Tab takes all of them, Ctrl+→ the next one, and Esc hides them first.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from textgen.gui.parts import style
from textgen.gui.write.draft import Draft
from textgen.gui.write.suggestion_row import KEYS

_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class WriteKeys(QObject):
    """Listens to the keys of `draft`.

    `offers()` says how many suggestions could be taken now, `completes()` whether suggestions complete a word now.
    """

    taken = Signal(int)  # the row
    back = Signal()
    on = Signal()
    whole = Signal()  # all words shown ahead of the cursor are wanted
    word = Signal()  # the next of them
    unwanted = Signal()  # none of them
    armedChanged = Signal()

    def __init__(self, draft: Draft, offers: Callable[[], int], completes: Callable[[], bool]) -> None:
        super().__init__(draft)
        self._draft = draft
        self._offers, self._completes = offers, completes
        self._digits = False
        self._ahead = {
            (Qt.Key.Key_Tab, _NONE): self.whole.emit,
            (Qt.Key.Key_Right, _CTRL): self.word.emit,
            (Qt.Key.Key_Escape, _NONE): self.unwanted.emit,
        }
        draft.installEventFilter(self)

    @property
    def armed(self) -> bool:
        """Whether a number key takes a suggestion now, rather than typing the digit."""
        return not self._digits and self._offers() > 0 and self._draft.after_space()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        action = self._action(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            if action is not None:
                event.accept()
            return action is not None
        self._note(event)
        if action is not None:
            action()
        return action is not None

    def _action(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What this key does here; None for a key that is the text field's own."""
        key, chord = event.key(), event.modifiers()
        row = self._row(event)
        if row is not None:
            return lambda: self.taken.emit(row)
        if self._draft.ghost.shown and (key, chord) in self._ahead:
            return self._ahead[key, chord]
        if key == Qt.Key.Key_Tab and chord == _NONE and (self._offers() or self._completes()):
            return lambda: self.taken.emit(0)
        if key == Qt.Key.Key_Tab and chord == _CTRL:
            return self._draft.leave
        if key in _ENTER and chord == _CTRL:
            return self.on.emit
        if key == Qt.Key.Key_Escape and chord == _NONE:
            return self.back.emit
        return None

    def _row(self, event: QKeyEvent) -> int | None:
        digit = event.key() - Qt.Key.Key_0.value
        chord = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier  # digits are shifted on some keyboards
        if not 0 <= digit <= 9 or chord not in (_NONE, _ALT):
            return None
        row = KEYS.index(str(digit))
        wanted = chord == _ALT or self.armed
        return row if wanted and row < self._offers() else None

    def _note(self, event: QKeyEvent) -> None:
        """Esc lets digits be typed, anything but a digit ends that."""
        if event.key() in _SILENT:
            return
        self._let_digits(event.key() == Qt.Key.Key_Escape or (self._digits and event.text().isdigit()))

    @Slot()
    def forget(self) -> None:
        """Let number keys take again, whatever was typed last."""
        self._let_digits(False)

    def _let_digits(self, typed: bool) -> None:
        if typed != self._digits:
            self._digits = typed
            self.armedChanged.emit()


class KeyHint(QLabel):
    """The keys in one sentence; the whole rule is in its tooltip."""

    def __init__(self) -> None:
        super().__init__(wordWrap=True)
        self.setFont(style.font(style.SMALL))
        self.setProperty("role", "muted")
        self.setToolTip(
            self.tr(
                "A number key takes a suggestion when the cursor follows a space or a word just taken; "
                "elsewhere it types the digit. To type a number after a space, press Esc first, or use the number pad. "
                "While a word is being typed, the suggestions begin as it does; Tab, Alt with a number or a click "
                "completes it."
            )
        )

    def show_rows(self, rows: int, *, ahead: bool) -> None:
        """Name the number keys of so many suggestions; `ahead`: words are shown ahead of the cursor."""
        told = self.tr("{keys}: take, after a space; Alt+{keys}: anywhere. Tab: the first. Esc: back. Ctrl+Enter: on.")
        if ahead:
            told = self.tr("Tab: take all. Ctrl+→: one word. {keys}: take, after a space; Alt+{keys}: anywhere. Esc: hide, then back.")  # fmt: skip
        self.setText(told.format(keys=f"{KEYS[0]}–{KEYS[rows - 1]}"))
