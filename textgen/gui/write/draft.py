"""The page: a person's text and the model's words in it, told apart, with their other versions; all of it undoable."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QMenu

from textgen.gui.parts.widgets import allow
from textgen.gui.work.piece import PLAIN
from textgen.gui.write import places
from textgen.gui.write.shared_page import SharedPage

BREAKS = (QKeySequence.StandardKey.InsertParagraphSeparator, QKeySequence.StandardKey.InsertLineSeparator)
REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)  # everywhere, beside the system's own


class Draft(SharedPage):
    """What a person does on the page, by key, input method and menu."""

    reopenWanted = Signal(int)  # a place: the person asks what else might stand there

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Your text"))

    # ---- other words

    @Slot()
    def reopen_here(self) -> None:
        """Ask what else might stand at the cursor."""
        self.reopenWanted.emit(self._beside(self.textCursor().position()))

    def _beside(self, place: int) -> int:
        """`place`, or the place before if a word or a mark ends here."""
        ends = place and not self._letter(place).strip() and bool(self._letter(place - 1).strip())
        return place - 1 if ends else place

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What every text field offers, and for the model's words what else might stand there."""
        menu = self.createStandardContextMenu()
        self._explain(menu)
        place = self._beside(self.cursorForPosition(event.pos()).position())
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            place = self._beside(self.textCursor().position())
        if self.reopen(place) is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Other words &here")).triggered.connect(lambda: self.reopenWanted.emit(place))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _explain(self, menu: QMenu) -> None:
        """Say of the entries that cannot be chosen now why that is so."""
        unmarked = self.tr("No words are selected.")
        reasons = {
            "edit-undo": self.tr("Nothing has been changed on the page."),
            "edit-redo": self.tr("Nothing has been undone."),
            "edit-paste": self.tr("There is no text on the clipboard."),
            "select-all": self.tr("The page is empty."),
        }
        menu.setToolTipsVisible(True)
        for action in menu.actions():
            allow(action, "" if action.isEnabled() else reasons.get(action.objectName(), unmarked))

    # ---- a person's words

    def sentence(self) -> str:
        """The sentence at the cursor, or the last one before it."""
        cursor = self.textCursor()
        block, place = cursor.block(), cursor.positionInBlock()
        while not block.text().strip() and block.previous().isValid():
            block = block.previous()
            place = block.length() - 1
        return places.sentence_at(block.text(), place)

    def leave(self) -> None:
        """Give the keyboard to the next control."""
        self.focusNextChild()

    def _type_plainly(self) -> None:
        """What is typed next to the model's words does not take their colour."""
        if not self.textCursor().hasSelection():
            self.setCurrentCharFormat(PLAIN)

    def _part(self, typed: str) -> None:
        """Put a space between what was just taken or written on and what is typed after it, where one belongs."""
        cursor = self.textCursor()
        after = not cursor.hasSelection() and self._done(cursor.position())
        if after and places.parted(self.prompt(), typed):
            cursor.insertText(" ", PLAIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text() if event.text().isprintable() and not _chord(event) else ""
        if self.textCursor().hasSelection() and typed:
            self.textCursor().insertText(typed, PLAIN)
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
            return
        if event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() == REDO:
            self.redo()
            return
        if any(event.matches(key) for key in BREAKS):
            self._break()
            return
        self._part(typed)
        self._type_plainly()
        super().keyPressEvent(event)

    def _break(self) -> None:
        """Begin a paragraph. Qt's own way takes an empty paragraph's layout away first instead of beginning another."""
        self.textCursor().insertBlock(self.textCursor().blockFormat(), PLAIN)
        self.ensureCursorVisible()

    @Slot()
    def undo(self) -> None:
        """Take the last step back; what is typed now begins a new word after the model's."""
        super().undo()
        self._begin_next()

    @Slot()
    def redo(self) -> None:
        """Take the step again that was taken back last."""
        super().redo()
        self._begin_next()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and self.textCursor().hasSelection():
            self.textCursor().removeSelectedText()
        self._part(event.commitString())
        self._type_plainly()
        super().inputMethodEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.ghost.paint()


def _chord(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
