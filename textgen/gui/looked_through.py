"""A part of a draft with its words, who wrote them, and their runs that stand in a training text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QTextDocument

from textgen.engine import words
from textgen.gui.passages import spans_of, text_of
from textgen.gui.stretches import Rows, inside, united

if TYPE_CHECKING:
    from textgen.engine.provenance import TextIndex

Row = tuple[int, int, int, int]  # where a run begins and ends in the draft, where it stands in the text, its words


class Part:
    """The letters from `start` to `end` of a draft; nothing is looked for where none of them are the model's."""

    def __init__(self, document: QTextDocument, start: int, end: int, index: TextIndex, least: int) -> None:
        self.start, self.end = start, end
        self._cut_before, self._cut_behind = start > 0, end < document.characterCount() - 1
        spans = np.array([(at, at + length) for at, length, _ in spans_of(document, start, end)], np.int64)
        found = list(placed(text_of(document, start, end))) if len(spans) else []
        self._edges: Rows = start + np.array([edges for _, *edges in found], np.int64).reshape(-1, 2)
        self._mine = inside(self._edges, united(spans.reshape(-1, 2)))
        self._runs = list(self._found([word for word, *_ in found], index, least))

    @property
    def inner(self) -> tuple[int, int]:
        """What lies wholly between these places does not reach beyond this part."""
        if not len(self._edges):
            return self.start, self.end
        first, last = int(self._edges[0, 0]), int(self._edges[-1, 1])
        return first + self._cut_before, last - self._cut_behind

    def own(self) -> Iterator[tuple[int, int]]:
        """Where the model's words begin and end."""
        return map(tuple, self._edges[self._mine].tolist())

    def open_runs(self, start: int, end: int) -> list[Row]:
        """The runs with a letter between two places that may go on beyond this part."""
        return [run for run in self._runs if not self._is_inner(run) and run[0] <= end and run[1] >= start]

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


def placed(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text with where they begin and end in it, in UTF-16 units."""
    wide = bool(text) and max(text) > "\uffff"
    places = list(accumulate((1 + (letter > "\uffff") for letter in text), initial=0)) if wide else range(len(text) + 1)
    behind = 0
    for piece in filter(words.is_word, words.split(text)):
        word = piece.strip(words.JOINER)
        at = text.find(word, behind)
        if at >= 0:
            behind = at + len(word)
            yield piece, places[at], places[behind]
