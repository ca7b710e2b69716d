"""The page: a person's text and the model's words in it, told apart by colour, all of it undoable."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from textgen.gui import style
from textgen.gui.piece import PIECE, PLAIN, SWALLOWED, Piece, at, format_before, piece_before, piece_format, units

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

Spans = list[tuple[int, int]]  # the start and the length of each run of the model's words


class _Ink(QSyntaxHighlighter):
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
        for place, length in _pieces(self.currentBlock()):
            self.setFormat(place - start, length, style.colours().generated)


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
        self._ink = _Ink(self.document())
        self.mark_unknown = self._ink.mark
        self._changed = False
        self.set_text("")
        self.cursorPositionChanged.connect(self.moved)
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

    def spans(self) -> Spans:
        """Where the model's words stand."""
        block, found = self.document().begin(), []
        while block.isValid():
            found.extend(_pieces(block))
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
        return True

    def after_space(self) -> bool:
        """Whether the cursor follows a space, the start of a paragraph or words of the model's."""
        place = self.textCursor().position()
        return not place or self._letter(place - 1).isspace() or bool(piece_before(self.document(), place))

    def _letter(self, place: int) -> str:
        return self.document().characterAt(place).replace("\u2029", "\n").replace("\0", "")

    # ---- a person's words

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.textCursor().hasSelection() and event.text().isprintable() and event.text() and not _chord(event):
            self.textCursor().insertText(event.text(), PLAIN)
        else:
            self._type_plainly()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and self.textCursor().hasSelection():
            self.textCursor().removeSelectedText()
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


def _pieces(block: object) -> Spans:
    """The place and length of each run of the model's words in a block."""
    found, parts = [], block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        if part.charFormat().hasProperty(PIECE):
            found.append((part.position(), part.length()))
        parts += 1
    return found


def _wordy(letter: str) -> bool:
    return letter.isalnum() or letter in ("'", "’", "\u0301") if letter else False


def _chord(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
