"""Counting the sentences of a text that comes block by block."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words

_MARK, _WORD, _SMALL_WORD, _STOP, _PARAGRAPH = range(5)
STOPS = frozenset(".!?…。！？")


class SentenceCounter:
    """Counts the sentences of a text given as indices of pieces.

    A sentence ends with its paragraph, and at a full stop and the like unless a small letter follows ("e.g. this").
    """

    def __init__(self) -> None:
        self.total = 0
        self._kinds = array("b")
        self._last = _PARAGRAPH

    def learn(self, pieces: Iterable[str]) -> None:
        """Take further pieces; the first ever has index 0."""
        self._kinds.extend(map(_kind, pieces))

    def feed(self, ids: NDArray[np.int32]) -> None:
        """Count the sentences that end in the next block."""
        kinds = np.concatenate([np.array([self._last], np.int8), np.frombuffer(self._kinds, np.int8)[ids]])
        kinds = kinds[kinds != _MARK]
        here, after = kinds[:-1], kinds[1:]
        stopped = (here == _STOP) & ((after == _WORD) | (after == _PARAGRAPH))
        broken_off = ((here == _WORD) | (here == _SMALL_WORD)) & (after == _PARAGRAPH)
        self.total += int(np.count_nonzero(stopped | broken_off))
        self._last = int(kinds[-1])


def _kind(piece: str) -> int:
    if piece == words.END:
        return _PARAGRAPH
    if words.is_word(piece):
        return _SMALL_WORD if piece.lstrip(words.JOINER)[:1].islower() else _WORD
    return _STOP if piece.strip(words.JOINER)[-1:] in STOPS else _MARK
