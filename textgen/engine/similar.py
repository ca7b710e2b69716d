"""Known words that look like an unknown one."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from textgen.engine import words

_SAME, _SLIP, _SAME_STEM, _OTHER = range(4)
_LAST = "\U0010ffff"  # after every letter
_LONG = 8  # letters of a word in which two slips are as easily made as one in a shorter word


class SimilarWords:
    """Finds among some pieces, most frequent first, the words most like a given one."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._places = [i for i, piece in enumerate(pieces) if words.is_word(piece) and words.JOINER not in piece]
        self._pieces = pieces
        self._folded = [fold(pieces[i]) for i in self._places]
        self._sorted = sorted(zip(self._folded, self._places, strict=True))
        self._lengths = np.array([len(word) for word in self._folded], np.int32)

    def find(self, word: str, n: int) -> list[int]:
        """Indices of the n likeliest: the same but for accents and capitals, a slip, the same stem, the nearest."""
        if not self._folded:
            return []
        wanted = fold(word)
        slips = process.cdist([wanted], self._folded, scorer=OSA.distance, dtype=np.int32)[0]
        shared = process.cdist([wanted], self._folded, scorer=Prefix.similarity, dtype=np.int32)[0]
        stem = (shared >= 4) & (3 * shared >= 2 * np.maximum(self._lengths, len(wanted)))
        slip = slips <= 1 + (len(wanted) >= _LONG)
        tier = np.select([slips == 0, slip, stem], [_SAME, _SLIP, _SAME_STEM], _OTHER)
        # Stable: of equals the most frequent comes first.
        order = np.lexsort((np.where(tier == _SAME_STEM, 0, slips), tier))
        return [self._places[i] for i in order[:n]]

    def beginning(self, letters: str) -> list[int]:
        """Indices of the words that begin so, but for accents and capitals.

        Where the letters have capitals, only those that have the same, if there are any.
        """
        wanted, exact = fold(letters), _unaccented(letters)
        start = bisect_left(self._sorted, (wanted,))
        found = [place for _, place in self._sorted[start : bisect_left(self._sorted, (wanted + _LAST,))]]
        if exact.islower():
            return found
        return [place for place in found if _unaccented(self._pieces[place]).startswith(exact)] or found


def fold(word: str) -> str:
    """The word without accents and capitals."""
    return word.lower() if word.isascii() else _unaccented(word.casefold())


def _unaccented(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
