"""A page of plain text: how it looks, who wrote which words, and where words go in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextEdit

from textgen.gui.parts import style
from textgen.gui.work.piece import PLAIN, at
from textgen.gui.write import passages, places
from textgen.gui.write.authors import Authors
from textgen.gui.write.ink import Ink
from textgen.gui.write.versions import Span

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


class TextPage(QTextEdit):
    """Plain text in and out, in one column."""

    edited = Signal()  # the text; unlike textChanged it does not come when only colours change
    moved = Signal()  # the text or the cursor: the prompt may be another one

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("role", "page")
        self.setFont(_reading_font())
        self.document().setDocumentMargin(0)
        self._authors = Authors(self.document())
        self._ink = Ink(self.document())
        self.mark_unknown = self._ink.mark
        self.show_authors = self._ink.show_authors
        self.underline = self._ink.underline
        self.on_tints = self._ink.on_tints
        self._changed = False
        self.document().contentsChange.connect(self._on_change)
        self.textChanged.connect(self._on_text)

    # ---- the text

    def text(self) -> str:
        """The text letter by letter, so that `spans` and `forks` count in it; `toPlainText` gives other spaces."""
        return passages.text_of(self.document())

    def spans(self) -> tuple[Span, ...]:
        """Where the model's words stand, and of which kind they are."""
        return self._authors.spans()

    @Slot()
    def copy_all(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.toPlainText())

    @Slot()
    def clear_all(self) -> None:
        """Empty the page; one step back brings everything back."""
        at(self.document(), self.document().characterCount() - 1, 0).removeSelectedText()

    def place(self) -> int:
        """Where a suggestion goes: at the cursor, or behind the word that the cursor stands in."""
        return places.behind_word(self.document(), self.textCursor().selectionEnd())

    def prompt(self, place: int | None = None) -> str:
        """What the model is asked to go on from: the text before the cursor or `place`, from a word's beginning."""
        place = self.place() if place is None else place
        text = passages.text_of(self.document(), max(0, place - CONTEXT), place)
        return text if place <= CONTEXT else text.partition(" ")[2]

    def behind(self, place: int | None = None) -> str:
        """The text behind the cursor or `place`, as far as the model is asked about what stands before it."""
        place = self.place() if place is None else place
        return passages.text_of(self.document(), place, min(place + CONTEXT, self.document().characterCount() - 1))

    def replace_word(self, word: str, other: str) -> None:
        """Put `other` for the last `word` before the cursor; one step to undo."""
        flags = QTextDocument.FindFlag
        how = flags.FindBackward | flags.FindCaseSensitively
        found = self.document().find(word, self.place(), how | flags.FindWholeWords)
        found = self.document().find(word, self.place(), how) if found.isNull() else found
        if not found.isNull():
            found.insertText(other, PLAIN)

    def _letter(self, place: int) -> str:
        return places.letter(self.document(), place)

    # ---- what happens to it

    @Slot(int, int, int)
    def _on_change(self, place: int, removed: int, added: int) -> None:
        self._changed = True

    @Slot()
    def _on_text(self) -> None:
        if self._changed:
            self._changed = False
            self.edited.emit()
            self.moved.emit()

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
