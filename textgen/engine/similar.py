"""Known words that look like an unknown one, and those that begin like it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from textgen.engine import words

_LAST = "\U0010ffff"  # after every letter
_SAME, _SLIP, _SAME_STEM, _ALIKE, _NEAR, _FAR = range(6)
_LONG = 8  # letters of a word in which two slips are as easily made as one in a shorter word
_NEARLY = 3  # letters in each of which another one leaves a word near to one who reads it
_STEM = 3  # letters at least of what an ending is taken from

_ROWS = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
# The endings of Spanish verbs, nouns and adjectives and of English ones, without accents.
_ENDINGS = frozenset(
    """
    a as o os e es s ito ita itos itas mente
    ar ando ado ada ados adas an amos ais aba abas aban abamos aste aron ara aran are aremos aria arian ase asen
    er ir iendo ido ida idos idas en emos imos ia ias ian iamos iste io ieron iera ieran ere eremos eria erian ire iria
    ing ed est ly ies ied ier iest ily y 's ’s
    """.split()  # noqa: SIM905 - a table to read
)
_LONGEST_ENDING = max(map(len, _ENDINGS))
_DOUBLED = re.compile(r"([^aeiou])\1$")


class SimilarWords:
    """Finds among some pieces, most frequent first, the words most like a given one."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = pieces
        self._places = np.array(
            [i for i, piece in enumerate(pieces) if words.is_word(piece) and words.JOINER not in piece], np.int64
        )
        self._folded = [plain(pieces[i]) for i in self._places]
        self._lengths = np.array([len(word) for word in self._folded], np.int32)
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        for k, word in enumerate(self._folded):
            self._by_stem[stem(word)].append(k)
        self._sorted = np.array(sorted(range(len(self._folded)), key=self._folded.__getitem__), np.int64)
        self._in_order = [self._folded[k] for k in self._sorted]

    def find(self, word: str, n: int) -> list[int]:
        """Indices of the n likeliest, at most: the same but for accents and capitals, a slip of the finger, the same
        stem, another letter or two, another in each three. Any other word is not like it.
        """
        if not self._folded:
            return []
        wanted = plain(word)
        slips = process.cdist([wanted], self._folded, scorer=OSA.distance, dtype=np.int32)[0]
        shared = process.cdist([wanted], self._folded, scorer=Prefix.similarity, dtype=np.int32)[0]
        same_stem = (shared >= 4) & (3 * shared >= 2 * np.maximum(self._lengths, len(wanted)))
        same_stem[self._by_stem.get(stem(wanted), [])] = True
        slip = np.zeros(len(slips), bool)
        few = np.flatnonzero((slips > 0) & (slips <= 2))
        slip[few] = [_slipped(wanted, self._folded[k], int(slips[k])) for k in few]
        alike = slips <= 1 + (len(wanted) >= _LONG)
        near = _NEARLY * slips <= len(wanted)
        tiers = [_SAME, _SLIP, _SAME_STEM, _ALIKE, _NEAR]
        tier = np.select([slips == 0, slip, same_stem, alike, near], tiers, _FAR)
        # Stable: of equals the most frequent comes first.
        order = np.lexsort((np.where(tier == _SAME_STEM, 0, slips), ~same_stem & (tier == _SLIP), tier))
        return [int(i) for i in self._places[order[: min(n, int((tier < _FAR).sum()))]]]

    def beginning(self, letters: str) -> list[int]:
        """Indices of the words that begin so but for accents and capitals, most frequent first.

        Where the letters have capitals, only those that have the same, if there are any.
        """
        wanted, exact = plain(letters), _unaccented(letters)
        first, end = (bisect_left(self._in_order, wanted + last) for last in ("", _LAST))
        found: list[int] = np.sort(self._places[self._sorted[first:end]]).tolist()
        if exact.islower():
            return found
        return [place for place in found if _unaccented(self._pieces[place]).startswith(exact)] or found


def plain(word: str) -> str:
    """The word without accents and capitals."""
    return word.lower() if word.isascii() else _unaccented(word.casefold())


def _unaccented(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def stem(folded: str) -> str:
    """A folded word without its ending, in Spanish or English; forms of one word mostly share it."""
    first = max(_STEM, len(folded) - _LONGEST_ENDING)
    end = next((at for at in range(first, len(folded)) if folded[at:] in _ENDINGS), len(folded))
    return _DOUBLED.sub(r"\1", folded[:end])


def _slipped(typed: str, word: str, slips: int) -> bool:
    """Whether two words one change apart differ by a slip of the finger; two of them are made in a long word only.

    A slip is letters exchanged, one missing, one too many, or one struck beside the right one.
    """
    if slips == 2:
        return len(typed) == len(word) >= _LONG and typed[0] == word[0]
    if len(typed) != len(word):
        return True
    changed = [k for k in range(len(word)) if typed[k] != word[k]]
    return len(changed) == 2 or _neighbours(typed[changed[0]], word[changed[0]])


def _neighbours(one: str, other: str) -> bool:
    places = [
        (row, letters.find(char)) for char in (one, other) for row, letters in enumerate(_ROWS) if char in letters
    ]
    if len(places) < 2:
        return False
    (row, column), (other_row, other_column) = places
    # Each row begins a little further right than the one above it.
    below = column - other_column if other_row > row else other_column - column
    return abs(column - other_column) == 1 if row == other_row else abs(row - other_row) == 1 and below in (0, 1)
