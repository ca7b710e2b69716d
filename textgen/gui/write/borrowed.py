"""Which of the model's words in a draft stand in a training text in long runs; kept up to date while one writes.

A run is looked for in the text as it reads: words that a person has typed or changed may stand within it, so that one
changed word at its edge does not hide where the rest is from. It counts only if at least `least` of its words are the
model's, suggested or generated, from their first letter to their last. Those are what is underlined and what the share
counts; the person's own words are their own affair.

Only what lies around a change is looked through again, in small bites between the keys.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal, Slot

from textgen.engine.reports import Run
from textgen.gui.write import places
from textgen.gui.write.draft import Draft
from textgen.gui.write.looked_through import Part
from textgen.gui.write.stretches import Stretches, inside, united

if TYPE_CHECKING:
    from textgen.engine.provenance import TextIndex

LEAST = 5
PAUSE_MS = 150  # after a change
BITE_MS = 4  # that are taken at once, however long the runs are
LETTERS = 2000  # that are looked through together
AROUND = 400  # letters on either side, which a run may reach into; more where they are few words


class Borrowed(QObject):
    """Looks through a draft while it has an index, and underlines the runs."""

    changed = Signal()  # the draft, or what is to be found in it, is looked through

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.index: TextIndex | None = None
        self.least = LEAST
        self._draft, self._document = draft, draft.document()
        self._words, self._runs = Stretches(), Stretches(4)  # the model's; begin, end, place in the text, length
        self._dirty: tuple[int, int] | None = None
        self._work: Iterator[None] | None = None  # on what is dirty; it begins anew with every change
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._bite)
        self._document.contentsChange.connect(self._on_change)

    def set_index(self, index: TextIndex | None) -> None:
        """Look for runs of the text of this index; None: of none."""
        if index is not self.index:
            self.index = index
            self._begin_anew()

    def set_least(self, least: int) -> None:
        """Look for runs of so many words or more."""
        if least != self.least:
            self.least = least
            self._begin_anew()

    # ---- what is found

    @property
    def settled(self) -> bool:
        """Whether all of the draft is looked through."""
        return self.index is not None and self._dirty is None

    @property
    def words(self) -> int:
        """How many of the words are the model's."""
        return len(self._words)

    @property
    def share(self) -> float:
        """How many of the model's words stand in a run; 0 where there are none."""
        return float(inside(self._words.rows, united(self._runs.rows)).mean()) if self.words else 0.0

    @property
    def count(self) -> int:
        """How many runs there are."""
        return len(self._runs)

    def run(self, number: int) -> Run:
        """A run, with where it stands in the text of the index; `start` is its place in the draft."""
        start, _, place, length = self._runs.rows[number].tolist()
        return Run(start, length, place)

    def number_at(self, place: int) -> int | None:
        """The run that the letter before or after `place` belongs to; of several the one that begins last."""
        first = int(np.searchsorted(self._runs.rows[:, 0], place, side="right")) - 1
        return first if first >= 0 and place <= self._runs.rows[first, 1] else None

    def number_from(self, place: int, step: int) -> int | None:
        """The next run that begins behind `place` (`step` 1), or the one before it (-1), which is not the one there."""
        begins, here = self._runs.rows[:, 0], self.number_at(place)
        if step > 0:
            number = int(np.searchsorted(begins, place, "right"))
        else:
            number = (int(np.searchsorted(begins, place)) if here is None else here) - 1
        return number if 0 <= number < self.count else None

    # ---- what has changed

    def _begin_anew(self) -> None:
        self._words, self._runs = Stretches(), Stretches(4)
        end = self._end()
        self._draft.underline((), 0, end)
        self._dirty, self._work = (0, end), None
        self._timer.start(0)

    @Slot(int, int, int)
    def _on_change(self, place: int, removed: int, added: int) -> None:
        if self.index is None:
            return
        start, end = place, place + added
        self._words.change(place, removed, added)
        for cut in self._runs.change(place, removed, added):
            start, end = min(start, int(cut[0])), max(end, int(cut[1]) + added - removed)
        if self._dirty is not None:
            before, behind = self._dirty
            start = min(start, before)
            end = max(end, behind + added - removed if behind >= place else behind)
        self._dirty, self._work = (start, end), None
        self._timer.start(PAUSE_MS)

    def _end(self) -> int:
        return self._document.characterCount() - 1

    # ---- looking through it

    @Slot()
    def _bite(self) -> None:
        """Look through some of what has changed."""
        if self.index is not None and self._dirty is not None:
            self._work = self._work or self._look_through()
            end = QDeadlineTimer(BITE_MS)
            for _ in self._work:
                if end.hasExpired():
                    self._timer.start(0)
                    return
            self._work = None
        self.changed.emit()

    def _look_through(self) -> Iterator[None]:
        """Look through all that has changed, step by step."""
        while self._dirty is not None:
            start, end = max(0, self._dirty[0]), min(self._dirty[1], self._end())
            done = yield from self._look_between(start, min(start + LETTERS, end))
            self._dirty = (done, end) if done < end else None
            yield

    def _look_between(self, start: int, end: int) -> Generator[None, None, int]:
        """Find anew what has a letter between `start` and `end`, and what is around it; gives how far all is found."""
        touched = self._runs.touching(start, end)
        if len(touched):
            start, end = min(start, int(touched[0, 0])), max(end, int(touched[-1, 1]))
        around, part = AROUND, self._part(start, end, AROUND)
        yield from part.steps(self.index, self.least)
        while part.open_runs(start, end) or part.hides_runs(start, end, self.least):
            around *= 4
            part = self._part(start, end, around)
            yield from part.steps(self.index, self.least)
        self._words.put(part.start, part.end, part.own())
        self._runs.put(*part.inner, part.closed_runs())
        spans = part.underlined(self._runs.touching(part.start, part.end))
        self._draft.underline(spans, *part.inner)
        return max(end, part.known_to)

    def _part(self, start: int, end: int, around: int) -> Part:
        start, end = max(0, start - around), min(end + around, self._end())
        return Part(self._document, places.gap_before(self._document, start), places.gap_behind(self._document, end))
