"""A part of a draft with its words, who wrote them, and their runs that stand in a training text."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QTextDocument

from textgen.engine import words
from textgen.engine.spans import spans
from textgen.gui.work.piece import units_before
from textgen.gui.write.passages import spans_of, text_of
from textgen.gui.write.stretches import Rows, inside, united

if TYPE_CHECKING:
    from textgen.engine.provenance import TextIndex

STEP = 200  # words that are read in a millisecond

Row = tuple[int, int, int, int]  # where a run begins and ends in the draft, where it stands in the text, its words


class Part:
    """The letters from `start` to `end` of a draft; nothing is looked for where none of them are the model's.

    What it tells is there once all `steps` are taken.
    """

    def __init__(self, document: QTextDocument, start: int, end: int) -> None:
        self.start, self.end = start, end
        self._document = document
        self._cut_before, self._cut_behind = start > 0, end < document.characterCount() - 1

    def steps(self, index: TextIndex, least: int) -> Iterator[None]:
        """Read the words and look for their runs, a few milliseconds at a time."""
        spans = [(at, at + length) for at, length, _ in spans_of(self._document, self.start, self.end)]
        self._looked_for = bool(spans)
        text = text_of(self._document, self.start, self.end) if spans else ""
        found, edges = yield from words_in(text)
        self._edges: Rows = self.start + edges
        self._mine = inside(self._edges, united(np.array(spans, np.int64).reshape(-1, 2)))
        yield
        self._runs = list(self._found(found, index, least))
        yield

    @property
    def inner(self) -> tuple[int, int]:
        """What lies wholly between these places does not reach beyond this part."""
        if not len(self._edges):
            return self.start, self.end
        first, last = int(self._edges[0, 0]), int(self._edges[-1, 1])
        return first + self._cut_before, last - self._cut_behind

    @property
    def known_to(self) -> int:
        """What begins before this place is found; a run that goes on beyond this part begins there."""
        last = self.inner[1]
        return min([last, *(begin for begin, end, *_ in self._runs if end > last)])

    def own(self) -> Iterator[tuple[int, int]]:
        """Where the model's words begin and end."""
        return map(tuple, self._edges[self._mine].tolist())

    def open_runs(self, start: int, end: int) -> list[Row]:
        """The runs with a letter between two places that may go on beyond this part."""
        return [run for run in self._runs if not self._is_inner(run) and run[0] <= end and run[1] >= start]

    def hides_runs(self, start: int, end: int, least: int) -> bool:
        """Whether a run with a letter between two places may have too few of its words in this part to be seen."""
        before = int((self._edges[:, 0] < start).sum()) < least
        behind = int((self._edges[:, 1] > end).sum()) < least
        return self._looked_for and ((self._cut_before and before) or (self._cut_behind and behind))

    def closed_runs(self) -> list[Row]:
        """The runs that end within this part."""
        return list(filter(self._is_inner, self._runs))

    def underlined(self, runs: Rows) -> list[tuple[int, int]]:
        """Where the model's words in these runs stand, those next to each other as one stretch."""
        found = {span for begin, end, *_ in runs.tolist() for span in self._own_in(begin, end)}
        return sorted(filter(self._is_inner, found))

    def _is_inner(self, span: tuple[int, ...]) -> bool:
        start, end = self.inner
        return start <= span[0] and span[1] <= end

    def _found(self, found: list[str], index: TextIndex, least: int) -> Iterator[Row]:
        own = np.concatenate([[0], np.cumsum(self._mine)])
        for run in index.runs(found, least):
            if own[run.end] - own[run.start] >= least:
                yield int(self._edges[run.start, 0]), int(self._edges[run.end - 1, 1]), run.place, run.length

    def _own_in(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        first = int(np.searchsorted(self._edges[:, 0], begin))
        past = int(np.searchsorted(self._edges[:, 1], end, side="right"))
        for mine, group in groupby(range(first, past), self._mine.__getitem__):
            if mine:
                numbers = list(group)
                yield int(self._edges[numbers[0], 0]), int(self._edges[numbers[-1], 1])


def words_in(text: str) -> Generator[None, None, tuple[list[str], Rows]]:
    """Read the words of a text, some at each step; gives them, and where each begins and ends, in UTF-16 units."""
    found = []
    for span in spans(text):
        if words.is_word(span.piece):
            found.append(span)
            if not len(found) % STEP:
                yield
    edges = np.array([(start, start + length) for _, start, length in found], np.int64).reshape(-1, 2)
    return [span.piece for span in found], units_before(text)[edges]
