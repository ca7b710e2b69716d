"""A page that a person and the model write together: the model's words in it, and their other versions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor

from textgen.gui.parts import style
from textgen.gui.work.piece import (
    GENERATED,
    PLAIN,
    SUGGESTED,
    SWALLOWED,
    Piece,
    alike,
    at,
    format_before,
    piece_before,
    units,
)
from textgen.gui.write import passages, places
from textgen.gui.write.branches import Branches
from textgen.gui.write.ghost import Ghost
from textgen.gui.write.latest import Latest
from textgen.gui.write.text_page import LINE_HEIGHT, TextPage
from textgen.gui.write.versions import Fork, Passage, Span


class SharedPage(TextPage):
    """What stands before the cursor is the prompt; what is taken goes in there."""

    forksChanged = (
        Signal()
    )  # the versions that there are, or which of them stand; not when only their places have moved

    def __init__(self) -> None:
        super().__init__()
        self.ghost = Ghost(self)
        self._branches = Branches(self.document())
        self._branches.changed.connect(self.forksChanged)
        self._next = False  # the model's words before the cursor are done: what is typed now comes after them
        self._as_typed = False  # and so is a word that was taken as it had been typed
        self._latest = Latest(self.document())
        self.cursorPositionChanged.connect(self._on_cursor)
        self.set_text("")

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
        self._latest.forget_others()
        self._branches.grow(piece, text)
        self._latest.add(piece)
        self._go(piece.end)

    def take(self, insert: str, replaces: int = 0) -> None:
        """Write a suggestion where it goes, in the place of so many letters of the prompt's; one step to undo.

        The letters that it begins with as they were typed stay the person's; where it is no more than these, it is done.
        """
        letters = self.prompt()[-replaces:] if replaces else ""
        same = alike(letters, insert)
        if insert and same == len(letters) == len(insert):
            self.setTextCursor(at(self.document(), self.place()))
            self._begin_next(as_typed=True)
        else:
            self.grow(self.piece(SUGGESTED, len(letters) - same), insert[same:])

    def _go(self, place: int) -> None:
        """Put the cursor behind words of the model's that have just come."""
        self.setTextCursor(at(self.document(), place))
        self._begin_next()
        self.ensureCursorVisible()

    def _begin_next(self, *, as_typed: bool = False) -> None:
        """What is typed now begins a new word after the model's, or after one that was taken as it had been typed."""
        self._next, self._as_typed = True, as_typed
        self.moved.emit()

    def _done(self, place: int) -> bool:
        """Whether the word that ends at `place` was taken, and nobody has come back to it."""
        return self._next and (self._as_typed or bool(piece_before(self.document(), place)))

    @Slot()
    def _on_cursor(self) -> None:
        self._next = False
        self.moved.emit()

    def take_back(self) -> bool:
        """Take back what was last taken or written on, if it ends at the cursor; False if a person has changed the text
        since, or it is elsewhere.

        What it took the place of comes back. If it is all of a version, the version before comes back, and this one is
        given up.
        """
        step, end = self._latest.step, self.textCursor().position()
        if step is None or piece_before(self.document(), end) != step[0].number or self.textCursor().hasSelection():
            return False
        piece, before = step
        if before:
            piece.again()
            self._branches.grow(piece, before)
            self._go(piece.end)
        else:
            self._remove(piece.number, end)
        self._latest.drop()
        return True

    def _remove(self, number: int, end: int) -> None:
        """Remove the piece of this number, which ends at `end`."""
        start = end
        while start and piece_before(self.document(), start) == number:
            start -= 1
        version = next((fork for fork in self.forks if (fork.start, fork.end) == (start, end) and fork.standing), None)
        if version is not None:
            self.give_up(version.number, version.standing)
            return
        swallowed = format_before(self.document(), end).stringProperty(SWALLOWED)
        cursor = at(self.document(), end, start)
        cursor.insertText(swallowed, PLAIN)
        self.setTextCursor(cursor)
        self._begin_next()

    def after_space(self) -> bool:
        """Whether the cursor follows a space, the start of a paragraph or words of the model's."""
        place = self.textCursor().position()
        if not place or self._letter(place - 1).isspace():
            return True
        return self._done(place) or (bool(piece_before(self.document(), place)) and not self.in_word())

    def in_word(self) -> bool:
        """Whether the prompt ends in a word that typing goes on with; after a word just taken it begins another."""
        place = self.place()
        if not place or not places.wordy(self._letter(place - 1)):
            return False
        return not self._done(place)

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
        """Where the word at `place` begins, with the spaces before it; None if a person wrote all of it."""
        start = places.before_word(self.document(), place)
        return None if self._written(start) is None else places.before_spaces(self.document(), start)

    def word_end(self, place: int) -> int:
        """Where the word, mark or paragraph's end that begins at `place`, after the spaces there, ends."""
        first = self._first_letter(place)
        pair = "\ud800" <= self._letter(first) <= "\udbff"
        return places.behind_word(self.document(), first + 1 + pair)

    def fork(self, place: int, kind: str = GENERATED) -> Piece:
        """Room for another version from `place` on, to the end of the model's words there.

        Once the piece grows, what stands there is kept as the earlier version; that and the growing are one step to
        undo.
        """
        stop = self.fork_end(place)
        piece = Piece(self.document(), place, stop, kind, gap=places.wordy(self._letter(stop)))
        self._branches.plan(piece)
        return piece

    def fork_end(self, place: int) -> int:
        """Where what another version from `place` on takes the place of ends."""
        first = self._first_letter(place)
        written = self._written(first)
        stop = first if written is None else passages.run_end(self.document(), written)
        return self._branches.reach(place, stop)

    def _written(self, start: int) -> int | None:
        """The first letter of the model's in the word that begins at `start`, which a person may have begun."""
        end = max(self.word_end(start), start + 1)
        letters = range(start, min(end, self.document().characterCount() - 1))
        return next((place for place in letters if piece_before(self.document(), place + 1)), None)

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
