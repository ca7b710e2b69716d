"""The page: a person's text and the model's words in it, told apart by colour, all of it undoable."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from textgen.engine import words
from textgen.gui import style
from textgen.gui.ink import Ink, Spans, pieces_in
from textgen.gui.piece import PLAIN, SWALLOWED, Piece, at, format_before, piece_before, piece_format

CONTEXT = 2000  # characters before the cursor that the model is asked about; it reads no more words than these hold
COLUMN = 34  # the widest line, in letters “m”: about 70 letters of running text
LINE_HEIGHT = 130  # per cent
READING_FONTS = [
    "Charter",
    "Iowan Old Style",
    "Source Serif 4",
    "Noto Serif",
    "Georgia",
    "Cambria",
    "C059",
    "DejaVu Serif",
]


class Draft(QTextEdit):
    """Plain text in and out. What stands before the cursor is the prompt; what is taken goes in there."""

    edited = Signal()  # the text; unlike textChanged it does not come when only colours change
    moved = Signal()  # the text or the cursor: the prompt may be another one

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("role", "page")
        self.setFont(_reading_font())
        self.setAccessibleName(self.tr("Your text"))
        self.document().setDocumentMargin(0)
        self._ink = Ink(self.document())
        self.mark_unknown = self._ink.mark
        self._changed = False
        self._next = False  # the model's words before the cursor are done: what is typed now comes after them
        self.cursorPositionChanged.connect(self._on_cursor)
        self.set_text("")
        self.document().contentsChange.connect(self._on_change)
        self.textChanged.connect(self._on_text)

    # ---- the text

    def set_text(self, text: str, spans: Spans = ()) -> None:
        """Begin with `text`, `spans` of it the model's, the cursor at its end and nothing to undo."""
        self.setPlainText(text)
        layout = QTextBlockFormat()
        layout.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        layout.setBottomMargin(style.space())
        end = self.document().characterCount() - 1
        at(self.document(), end, 0).mergeBlockFormat(layout)
        for start, length in spans:
            if 0 <= start <= start + length <= end:
                at(self.document(), start + length, start).setCharFormat(piece_format())
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._next = True

    def spans(self) -> Spans:
        """Where the model's words stand."""
        block, found = self.document().begin(), []
        while block.isValid():
            found.extend(pieces_in(block))
            block = block.next()
        return found

    @Slot()
    def clear_all(self) -> None:
        """Empty the page; one step back brings everything back."""
        at(self.document(), self.document().characterCount() - 1, 0).removeSelectedText()

    def place(self) -> int:
        """Where a suggestion goes: at the cursor, or behind the word that the cursor stands in."""
        place = self.textCursor().selectionEnd()
        if place and _wordy(self._letter(place - 1)):
            while _wordy(self._letter(place)):
                place += 1
        return place

    def prompt(self) -> str:
        """What the model is asked to go on from: the text before the cursor, from a word's beginning."""
        place = self.place()
        text = at(self.document(), place, max(0, place - CONTEXT)).selectedText().replace("\u2029", "\n")
        return text if place <= CONTEXT else text.partition(" ")[2]

    def replace_word(self, word: str, other: str) -> None:
        """Put `other` for the last `word` before the cursor; one step to undo."""
        flags = QTextDocument.FindFlag
        how = flags.FindBackward | flags.FindCaseSensitively
        found = self.document().find(word, self.place(), how | flags.FindWholeWords)
        found = self.document().find(word, self.place(), how) if found.isNull() else found
        if not found.isNull():
            found.insertText(other, PLAIN)

    # ---- the model's words

    def piece(self) -> Piece:
        """Room for the model's words at the prompt's end, in the place of the spaces there."""
        end = start = self.place()
        while start and self._letter(start - 1) == " ":
            start -= 1
        return Piece(self.document(), start, end, gap=_wordy(self._letter(end)))

    def piece_below(self, seed: str) -> Piece:
        """Room for the model's words after `seed` in a paragraph of its own at the end of the text."""
        end = self.document().characterCount() - 1
        blank = not end or self._letter(end - 1) == "\n"
        return Piece(self.document(), end, end, lead=seed if blank else f"\n{seed}")

    def grow(self, piece: Piece, text: str) -> None:
        """Let `piece` be `text`, and go along with the cursor."""
        piece.grow(text)
        self.setTextCursor(at(self.document(), piece.end))
        self._next = True
        self.ensureCursorVisible()

    def take(self, insert: str) -> None:
        """Write a suggestion where it goes; one step to undo."""
        self.grow(self.piece(), insert)

    def take_back(self) -> bool:
        """Remove the piece that ends at the cursor; False if a person's own text stands there."""
        end = start = self.textCursor().position()
        number = piece_before(self.document(), end)
        if not number or self.textCursor().hasSelection():
            return False
        while start and piece_before(self.document(), start) == number:
            start -= 1
        swallowed = format_before(self.document(), end).intProperty(SWALLOWED)
        cursor = at(self.document(), end, start)
        cursor.insertText(" " * swallowed, PLAIN)
        self.setTextCursor(cursor)
        self._next = True
        return True

    def after_space(self) -> bool:
        """Whether the cursor follows a space, the start of a paragraph or words of the model's."""
        place = self.textCursor().position()
        return not place or self._letter(place - 1).isspace() or bool(piece_before(self.document(), place))

    def _letter(self, place: int) -> str:
        return self.document().characterAt(place).replace("\u2029", "\n").replace("\0", "")

    # ---- a person's words

    @Slot()
    def _on_cursor(self) -> None:
        self._next = False
        self.moved.emit()

    @Slot(int, int, int)
    def _on_change(self, place: int, removed: int, added: int) -> None:
        self._changed = True

    @Slot()
    def _on_text(self) -> None:
        if self._changed:
            self._changed = False
            self.edited.emit()
            self.moved.emit()

    def leave(self) -> None:
        """Give the keyboard to the next control."""
        self.focusNextChild()

    def _type_plainly(self) -> None:
        """What is typed next to the model's words does not take their colour."""
        if not self.textCursor().hasSelection():
            self.setCurrentCharFormat(PLAIN)

    def _part(self, typed: str) -> None:
        """Put a space between the model's words that have just come and what is typed after them, where one belongs."""
        cursor = self.textCursor()
        after = self._next and not cursor.hasSelection() and piece_before(self.document(), cursor.position())
        if after and _parted(self.prompt(), typed):
            cursor.insertText(" ", PLAIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text() if event.text().isprintable() and not _chord(event) else ""
        if self.textCursor().hasSelection() and typed:
            self.textCursor().insertText(typed, PLAIN)
            return
        self._part(typed)
        self._type_plainly()
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self._next = True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and self.textCursor().hasSelection():
            self.textCursor().removeSelectedText()
        self._part(event.commitString())
        self._type_plainly()
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return source.hasText() and not source.hasUrls()  # a dropped file is for the window, not for the page

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        self.textCursor().insertText(source.text(), PLAIN)
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide margins, and lines no longer than the eye likes to follow."""
        widest = self.fontMetrics().horizontalAdvance("m") * COLUMN
        side = max(style.space(3), (self.width() - widest) // 2)
        self.setViewportMargins(side, style.space(3), side, style.space(2))
        super().resizeEvent(event)
        self.ensureCursorVisible()


def _reading_font() -> QFont:
    """A book face of the system, larger than the controls."""
    font = style.font(style.LARGE)
    font.setFamilies(READING_FONTS)
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def _parted(text: str, typed: str) -> bool:
    """Whether a space belongs between a text and what is typed after it."""
    if not text or text[-1].isspace() or not typed[:1].strip():
        return False
    if text[-1] == '"' and typed[0].isalnum():  # it opens or closes, as what stands before it tells
        return _parted(text[:-1], typed)
    return words.join([*words.split(text), typed[0]]).endswith(f" {typed[0]}")


def _wordy(letter: str) -> bool:
    return letter.isalnum() or letter in ("'", "’", "\u0301") if letter else False


def _chord(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
