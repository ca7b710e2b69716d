"""The versions of a page: keeps its forks in step with the text, with every edit and with every undo and redo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

from textgen.gui.work.piece import Piece, at
from textgen.gui.write import versions
from textgen.gui.write.passages import put, taken
from textgen.gui.write.versions import Fork, Passage


class Branches(QObject):
    """The forks of a document, the first in the text first; one may lie in a passage of another, none cuts another.

    Their places are cursors, which Qt moves with the text. The document's own history is the only one: the forks are
    kept for each of its steps, so that undo and redo bring them back with the text.
    """

    changed = Signal()  # another fork or passage, or another one stands; not when only places have moved

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.forks: tuple[Fork, ...] = ()
        self._document = document
        self._places: dict[int, QTextCursor] = {}
        self._steps: dict[int, tuple[Fork, ...]] = {}
        self._step = self._top = 0  # the step of the document's history that it is at, and the last one that is known
        self._added = self._ours = False
        self._piece: Piece | None = None  # that grows now, and the forks that it belongs to
        self._held: tuple[Fork, ...] = ()
        self._planned: Piece | None = None
        document.undoCommandAdded.connect(self._on_step)
        document.contentsChange.connect(self._on_change)

    def begin(self, forks: Iterable[Fork]) -> None:
        """Begin with these forks in a document that has nothing to undo."""
        self._steps.clear()
        self._step = self._top = self._document.availableUndoSteps()
        self._piece = self._planned = None
        self._set(forks, self._step)

    # ---- what becomes of them

    def plan(self, piece: Piece) -> None:
        """Keep what stands in the place of `piece` as a version, once it begins to grow."""
        self._planned = piece

    def grow(self, piece: Piece, text: str) -> None:
        """Let `piece` be `text`; the version that it is written in or on from grows with it."""
        begins = piece is self._planned
        if begins and not text:
            return
        start, stop, size = piece.start, piece.end, self._document.characterCount()
        if begins:
            self._held = (*self._around(start, stop), self._forked(start, stop))
        elif piece is not self._piece:
            self._held = self._grown_by(piece, start, stop)
        self._piece, self._planned = piece, None
        self._edit(lambda: piece.grow(text))
        by = self._document.characterCount() - size
        self._held = tuple(f.at(f.start, piece.end if f.end <= stop else f.end + by) for f in self._held)
        self._hold(self._held)

    def switch(self, number: int, index: int) -> int | None:
        """Let the passage `index` of a fork stand; what stood is kept. Gives its end, or None if it stands already."""
        fork = self.find(number)
        if fork is None or index == fork.standing or not 0 <= index < len(fork.passages):
            return None
        target, around = fork.passages[index], self._around(fork.start, fork.end)
        fork = fork.left(self.passage(fork.start, fork.end, but=number)).turned(index)
        return self._put(fork, target, around)

    def give_up(self, number: int, index: int) -> int | None:
        """Give up the passage `index` of a fork; None if there is none.

        Of the one that stands the one before takes the place, of the first one the second. Where another is given up,
        what stands is written anew, since only an edit is a step to undo. Gives the end of what stands then.
        """
        fork = self.find(number)
        if fork is None or not 0 <= index < len(fork.passages):
            return None
        around = self._around(fork.start, fork.end)
        if index != fork.standing:
            return self._put(fork.without(index), self.passage(fork.start, fork.end, but=number), around)
        other = index - 1 if index else 1
        return self._put(fork.turned(other).without(index), fork.passages[other], around)

    def find(self, number: int) -> Fork | None:
        """The fork with this number as it is now."""
        return next((fork for fork in self.forks if fork.number == number), None)

    def passage(self, start: int, end: int, but: int = 0) -> Passage:
        """What stands between two places, with the forks there, `but` one."""
        inner = (fork for fork in versions.within(self.forks, start, end) if fork.number != but)
        return replace(taken(self._document, start, end), forks=versions.moved(inner, -start))

    def reach(self, start: int, end: int) -> int:
        """How far a version from `start` to `end` has to go so that it cuts no fork."""
        return max([end, *(fork.end for fork in self.forks if start <= fork.start < end)])

    def _forked(self, start: int, stop: int) -> Fork:
        """The fork at `start` with what stands to `stop` kept; the innermost that begins there, if there is one."""
        there = [fork for fork in self.forks if fork.start == start and fork.end <= stop]
        new = Fork(versions.new_number(), start, stop - start, (Passage(),), 0)
        fork = min(there, key=lambda fork: fork.length, default=new)
        return fork.at(start, stop).left(self.passage(start, stop, but=fork.number)).grown()

    def _grown_by(self, piece: Piece, start: int, stop: int) -> tuple[Fork, ...]:
        """The forks that `piece` grows with: those that it is written on from or, where it stands already, lies in."""
        if piece.text:
            return tuple(fork for fork in self.forks if fork.start <= start and stop <= fork.end)
        return () if piece.lead else tuple(fork for fork in self.forks if fork.start < start <= fork.end)

    def _around(self, start: int, stop: int) -> tuple[Fork, ...]:
        """The forks that a passage from `start` to `stop` lies in."""
        return tuple(
            fork for fork in self.forks if fork.start <= start < fork.end and (fork.start < start or fork.end > stop)
        )

    def _put(self, fork: Fork, target: Passage, around: tuple[Fork, ...]) -> int:
        """Write `target` in the place of a fork, which lies in others; a fork with one passage is none."""
        ends: list[int] = []
        self._edit(lambda: ends.append(put(at(self._document, fork.end, fork.start), target)))
        by = ends[0] - fork.end
        outer = [one.at(one.start, one.end + by) for one in around]
        own = [fork.at(fork.start, ends[0])] if len(fork.passages) > 1 else []
        self._hold([*outer, *own, *versions.moved(target.forks, fork.start)], without=fork.number)
        return ends[0]

    # ---- in step with the text

    def _edit(self, act: Callable[[], object]) -> None:
        """Do an edit whose forks are told right after it."""
        self._ours = True
        try:
            act()
        finally:
            self._ours = self._added = False

    @Slot()
    def _on_step(self) -> None:
        self._added = True

    @Slot(int, int, int)
    def _on_change(self, place: int, removed: int, added: int) -> None:
        """An edit is a step of its own or goes into the last one; anything else is a step undone or redone."""
        step = self._document.availableUndoSteps()
        edited = not self._document.isRedoAvailable() and (self._added or step == self._step)
        if edited and self._top > self._step:
            self._steps = {known: forks for known, forks in self._steps.items() if known <= self._step}
        self._step, self._added = step, False
        if self._ours:
            return
        self._piece = None
        if not edited and step in self._steps:
            self._set(self._steps[step], self._top)
        else:
            self._hold(())

    def _hold(self, told: Iterable[Fork], without: int = 0) -> None:
        """Let the forks of `told` be where they say, and the others where the text has moved them.

        A fork whose passage has been deleted is none any more; undo brings it back with the words.
        """
        forks = {fork.number: fork for fork in told}
        for fork in self.forks:
            if fork.number not in forks and fork.number != without:
                cursor = self._places[fork.number]
                forks[fork.number] = fork.at(cursor.anchor(), cursor.position())
        self._set([fork for fork in forks.values() if fork.length > 0], self._step)

    def _set(self, forks: Iterable[Fork], top: int) -> None:
        """Let these be the forks of the step that the document is at, of `top` steps."""
        before, self.forks = self.forks, tuple(sorted(forks, key=lambda fork: (fork.start, -fork.length)))
        self._steps[self._step], self._top = self.forks, top
        self._places = {fork.number: self._cursor(fork) for fork in self.forks}
        if _told(before) != _told(self.forks):
            self.changed.emit()

    def _cursor(self, fork: Fork) -> QTextCursor:
        """What is typed at either end of a passage does not belong to it."""
        cursor = self._places.get(fork.number)
        if cursor is None or (cursor.anchor(), cursor.position()) != (fork.start, fork.end):
            cursor = at(self._document, fork.end, fork.start)
            cursor.setKeepPositionOnInsert(True)
        return cursor


def _told(forks: tuple[Fork, ...]) -> list[tuple[int, int, int]]:
    return [(fork.number, fork.standing, len(fork.passages)) for fork in forks]
