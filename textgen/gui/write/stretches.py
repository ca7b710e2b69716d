"""Stretches of a document that keep their places while the text around them changes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


class Stretches:
    """Rows of numbers, the first two of each being where a stretch begins and ends, in UTF-16 units of the document.

    Both rise from row to row: the stretches may overlap, but none holds another.
    """

    def __init__(self, columns: int = 2) -> None:
        self.rows: Rows = np.empty((0, columns), np.int64)

    def __len__(self) -> int:
        return len(self.rows)

    def change(self, place: int, removed: int, added: int) -> Rows:
        """The text at `place` has changed: what it cuts into is dropped, and returned; what follows it moves along."""
        first, past = self._touching(place, place + removed)
        # A stretch that ends or begins where something was put in stays as it is.
        while first < past and self.rows[first, 1] <= place:
            first += 1
        while first < past and self.rows[past - 1, 0] >= place + removed:
            past -= 1
        cut, rest = self.rows[first:past], self.rows[past:]
        if removed != added or len(cut):
            moved = rest.copy()
            moved[:, :2] += added - removed
            self.rows = np.concatenate([self.rows[:first], moved])
        return cut

    def touching(self, start: int, end: int) -> Rows:
        """Those that have a letter, or an edge, between `start` and `end`."""
        first, past = self._touching(start, end)
        return self.rows[first:past]

    def put(self, start: int, end: int, new: Iterable[tuple[int, ...]]) -> Rows:
        """Let `new` be what lies wholly between `start` and `end`. Returns what lay there."""
        first = int(np.searchsorted(self.rows[:, 0], start))
        past = max(first, int(np.searchsorted(self.rows[:, 1], end, side="right")))
        found = np.array(list(new), np.int64).reshape(-1, self.rows.shape[1])
        before = self.rows[first:past]
        self.rows = np.concatenate([self.rows[:first], found, self.rows[past:]])
        return before

    def _touching(self, start: int, end: int) -> tuple[int, int]:
        first = int(np.searchsorted(self.rows[:, 1], start))
        return first, max(first, int(np.searchsorted(self.rows[:, 0], end, side="right")))


def united(rows: Rows) -> Rows:
    """The stretches (n, 2) without overlaps: those that overlap or meet are one."""
    if not len(rows):
        return rows[:, :2]
    apart = np.flatnonzero(rows[1:, 0] > np.maximum.accumulate(rows[:-1, 1]))
    firsts, lasts = np.concatenate([[0], apart + 1]), np.concatenate([apart, [len(rows) - 1]])
    return np.stack([rows[firsts, 0], rows[lasts, 1]], 1)


def inside(rows: Rows, wholes: Rows) -> NDArray[np.bool_]:
    """(n,): which stretches lie within one of `wholes`, which do not overlap."""
    if not len(wholes):
        return np.zeros(len(rows), bool)
    at = np.searchsorted(wholes[:, 0], rows[:, 0], side="right") - 1
    return (at >= 0) & (rows[:, 1] <= wholes[at, 1])
