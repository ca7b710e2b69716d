"""Where each measured word of a document stands now: the places move with the edits, and what is changed is forgotten.

Shape letter: N words and marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from textgen.gui.work.measured import Bits


class Shaded(NamedTuple):
    """A word or a mark: its place in the document, its bits, and whether the model knows it."""

    start: int
    end: int
    bits: float
    known: bool


class Shading:
    """Cheap at any length: an edit is one step through arrays, a look-up a search in them."""

    def __init__(self, bits: Bits) -> None:
        self._found = Bits(bits.starts_N.copy(), bits.ends_N.copy(), bits.bits_N, bits.known_N)

    def __len__(self) -> int:
        return len(self._found.starts_N)

    def edit(self, place: int, removed: int, added: int) -> None:
        """The document has other text there: a word that it touches is another word now."""
        found = self._found
        first = int(np.searchsorted(found.ends_N, place, "left"))
        after = int(np.searchsorted(found.starts_N, place + removed, "right"))
        if added != removed:
            found.starts_N[after:] += added - removed
            found.ends_N[after:] += added - removed
        if first < after:
            self._found = Bits(*(np.delete(part, slice(first, after)) for part in vars(found).values()))

    def between(self, start: int, end: int) -> Iterator[Shaded]:
        """What stands between two places of the document, if only a part of it."""
        found = self._found
        first = int(np.searchsorted(found.ends_N, start, "right"))
        after = int(np.searchsorted(found.starts_N, end, "left"))
        here = slice(first, after)
        parts = (part[here].tolist() for part in vars(found).values())
        return map(Shaded, *parts)

    def at(self, place: int) -> Shaded | None:
        """The word whose letter stands after `place`."""
        return next(self.between(place, place + 1), None)
