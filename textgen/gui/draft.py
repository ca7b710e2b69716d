"""The page: a person's text and the model's words in it, told apart, with their other versions; all of it undoable."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QKeyCombination, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from textgen.gui import passages, places, style
from textgen.gui.authors import Authors
from textgen.gui.branches import Branches
from textgen.gui.ghost import Ghost
from textgen.gui.ink import Ink
from textgen.gui.piece import GENERATED, PLAIN, SUGGESTED, SWALLOWED, Piece, at, format_before, piece_before, units
from textgen.gui.versions import Fork, Passage, Span

CONTEXT = 2000  # characters before the cursor that the model is asked about; it reads no more words than these hold
COLUMN = 34  # the widest line, in letters “m”: about 70 letters of running text
LINE_HEIGHT = 130  # per cent
REDO = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)  # everywhere, beside the system's own
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
    forksChanged = (
        Signal()
    )  # the versions that there are, or which of them stand; not when only their places have moved
    reopenWanted = Signal(int)  # a place: the person asks what else might stand there

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("role", "page")
        self.setFont(_reading_font())
        self.setAccessibleName(self.tr("Your text"))
        self.document().setDocumentMargin(0)
        self._authors = Authors(self.document())
        self._ink = Ink(self.document())
        self.mark_unknown = self._ink.mark
        self.show_authors = self._ink.show_authors
        self.underline = self._ink.underline
        self.ghost = Ghost(self)
        self.on_tints = self._ink.on_tints
        self._branches = Branches(self.document())
        self._branches.changed.connect(self.forksChanged)
        self._changed = False
        self._next = False  # the model's words before the cursor are done: what is typed now comes after them
        self.cursorPositionChanged.connect(self._on_cursor)
        self.set_text("")
        self.document().contentsChange.connect(self._on_change)
        self.textChanged.connect(self._on_text)

    # ---- the text

    def set_text(self, text: str, spans: Iterable[Span] = (), forks: Iterable[Fork] = ()) -> None:
        """Begin with `text`, `spans` of it the model's, the cursor at its end and nothing to undo."""
        self._branches.begin(())  # Qt loses its memory where a cursor goes while the document is being emptied
        self.setTextCursor(at(self.document(), 0))
        self.setCurrentCharFormat(PLAIN)  # else it takes that of the cursor
        self.setPlainText(text)
        layout = QTextBlockFormat()
        layout.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        layout.setBottomMargin(style.space())
        end = self.document().characterCount() - 1
        cursor = at(self.document(), end, 0)
        cursor.beginEditBlock()
        cursor.mergeBlockFormat(layout)
        passages.mark(self.document(), spans, 0, end)
        cursor.endEditBlock()
        self.ghost.make_room()
        self.document().clearUndoRedoStacks()
        self._branches.begin(fork for fork in forks if fork.end <= end)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._begin_next()

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

    def replace_word(self, word: str, other: str) -> None:
        """Put `other` for the last `word` before the cursor; one step to undo."""
        flags = QTextDocument.FindFlag
        how = flags.FindBackward | flags.FindCaseSensitively
        found = self.document().find(word, self.place(), how | flags.FindWholeWords)
        found = self.document().find(word, self.place(), how) if found.isNull() else found
        if not found.isNull():
            found.insertText(other, PLAIN)

    # ---- the model's words

    def piece(self, kind: str = GENERATED, replaces: int = 0) -> Piece:
        """Room for the model's words at the prompt's end, in the place of its last letters or else of the spaces there."""
        end = self.place()
        letters = self.prompt()[-replaces:] if replaces else ""
        start = end - units(letters) if letters else places.before_spaces(self.document(), end)
        swallowed = passages.text_of(self.document(), start, end)
        return Piece(self.document(), start, end, kind, gap=places.wordy(self._letter(end)), swallowed=swallowed)

    def piece_below(self, seed: str) -> Piece:
        """Room for the model's words after `seed` in a paragraph of its own at the end of the text."""
        end = self.document().characterCount() - 1
        blank = not end or self._letter(end - 1) == "\n"
        return Piece(self.document(), end, end, GENERATED, lead=seed if blank else f"\n{seed}")

    def grow(self, piece: Piece, text: str) -> None:
        """Let `piece` be `text`, and go along with the cursor."""
        self._branches.grow(piece, text)
        self._go(piece.end)

    def take(self, insert: str, replaces: int = 0) -> None:
        """Write a suggestion where it goes, in the place of so many letters of the prompt's; one step to undo."""
        self.grow(self.piece(SUGGESTED, replaces), insert)

    def _go(self, place: int) -> None:
        """Put the cursor behind words of the model's that have just come."""
        self.setTextCursor(at(self.document(), place))
        self._begin_next()
        self.ensureCursorVisible()

    def _begin_next(self) -> None:
        """What is typed now begins a new word after the model's."""
        self._next = True
        self.moved.emit()

    def take_back(self) -> bool:
        """Remove the piece that ends at the cursor; False if a person's own text stands there.

        If it is all of a version, the version before comes back, and this one is given up.
        """
        end = start = self.textCursor().position()
        number = piece_before(self.document(), end)
        if not number or self.textCursor().hasSelection():
            return False
        while start and piece_before(self.document(), start) == number:
            start -= 1
        version = next((fork for fork in self.forks if (fork.start, fork.end) == (start, end) and fork.standing), None)
        if version is not None:
            self.give_up(version.number, version.standing)
            return True
        swallowed = format_before(self.document(), end).stringProperty(SWALLOWED)
        cursor = at(self.document(), end, start)
        cursor.insertText(swallowed, PLAIN)
        self.setTextCursor(cursor)
        self._begin_next()
        return True

    # ---- versions

    @property
    def forks(self) -> tuple[Fork, ...]:
        """The places that have several versions, the first in the text first."""
        return self._branches.forks

    def passages(self, number: int) -> tuple[Passage, ...]:
        """All versions of a fork; the one that stands as it is now. None of a fork that there is not."""
        fork = self._branches.find(number)
        return fork.left(self._branches.passage(fork.start, fork.end, but=number)).passages if fork else ()

    def reopen(self, place: int) -> int | None:
        """Where the word of the model's at `place` begins, with the spaces before it; None if a person wrote it."""
        start = places.before_word(self.document(), place)
        if start >= self.document().characterCount() - 1 or not piece_before(self.document(), start + 1):
            return None
        return places.before_spaces(self.document(), start)

    def word_end(self, place: int) -> int:
        """Where the word, mark or paragraph's end that begins at `place`, after the spaces there, ends."""
        first = self._first_letter(place)
        pair = "\ud800" <= self._letter(first) <= "\udbff"
        return places.behind_word(self.document(), first + 1 + pair)

    @Slot()
    def reopen_here(self) -> None:
        """Ask what else might stand at the cursor."""
        self.reopenWanted.emit(self._beside(self.textCursor().position()))

    def _beside(self, place: int) -> int:
        """`place`, or the place before if a word or a mark ends here."""
        ends = place and not self._letter(place).strip() and bool(self._letter(place - 1).strip())
        return place - 1 if ends else place

    def fork(self, place: int, kind: str = GENERATED) -> Piece:
        """Room for another version from `place` on, to the end of the model's words there.

        Once the piece grows, what stands there is kept as the earlier version; that and the growing are one step to
        undo.
        """
        stop = passages.run_end(self.document(), self._first_letter(place))
        stop = self._branches.reach(place, stop)
        piece = Piece(self.document(), place, stop, kind, gap=places.wordy(self._letter(stop)))
        self._branches.plan(piece)
        return piece

    def _first_letter(self, place: int) -> int:
        while self._letter(place) == " ":
            place += 1
        return place

    def switch(self, number: int, index: int) -> None:
        """Let the version `index` of a fork stand in the text; what stood there is kept. One step to undo."""
        end = self._branches.switch(number, index)
        if end is not None:
            self._go(end)

    def give_up(self, number: int, index: int) -> None:
        """Let a version be gone; if it stands, the one before it takes its place. One step to undo."""
        stands = any(fork.number == number and fork.standing == index for fork in self.forks)
        place = self.textCursor().position()
        end = self._branches.give_up(number, index)
        if end is not None:
            self._go(end if stands else place)

    def after_space(self) -> bool:
        """Whether the cursor follows a space, the start of a paragraph or words of the model's."""
        place = self.textCursor().position()
        if not place or self._letter(place - 1).isspace():
            return True
        return bool(piece_before(self.document(), place)) and not self.in_word()

    def in_word(self) -> bool:
        """Whether the prompt ends in a word that typing goes on with; after a word just taken it begins another."""
        place = self.place()
        if not place or not places.wordy(self._letter(place - 1)):
            return False
        return not (self._next and piece_before(self.document(), place))

    def _letter(self, place: int) -> str:
        return places.letter(self.document(), place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What every text field offers, and for the model's words what else might stand there."""
        menu = self.createStandardContextMenu()
        place = self._beside(self.cursorForPosition(event.pos()).position())
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            place = self._beside(self.textCursor().position())
        if self.reopen(place) is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Other words &here")).triggered.connect(lambda: self.reopenWanted.emit(place))
        menu.exec(event.globalPos())
        menu.deleteLater()

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
        self._part(typed)
        self._type_plainly()
        super().keyPressEvent(event)

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

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return source.hasText() and not source.hasUrls()  # a dropped file is for the window, not for the page

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        self.textCursor().insertText(source.text(), PLAIN)
        self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.ghost.paint()

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


def _chord(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
