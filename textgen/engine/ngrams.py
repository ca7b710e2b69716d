"""How often words have followed each other: modified Kneser-Ney n-grams.

The n-grams are a tree: below each word stand the words that have followed it, below those the ones that have
followed both, and so on.

Shape letters: N tokens, V words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from textgen.engine import heap
from textgen.engine.ids import Ids
from textgen.engine.kneser_ney import Indices, Reals, count, rests_of, shares_of
from textgen.engine.ngram_level import SHARES, Level
from textgen.engine.pruning import pruned

END = 1
ORDER = 5  # words in the longest n-gram
LONGEST = 8  # words in the longest n-gram of a file


class NGrams:
    """The probability of each word after the words before it; before a text stands a paragraph's end."""

    def __init__(self, unigrams_V: Reals, levels: Sequence[Level]) -> None:
        self._stored_V = unigrams_V.astype(np.float32)  # what a file keeps, so that a reopened model is the same
        self._unigrams_V = self._stored_V / self._stored_V.sum(dtype=np.float64)
        self._levels = tuple(levels)

    @classmethod
    def count(cls, ids_N: Ids, words: int, order: int = ORDER, most_bytes: int | None = None) -> NGrams:
        """Count a text.

        Where the n-grams would need more than `most_bytes` in a file, those that are missed least are left out.
        """
        counted = count(ids_N, words, order, END)
        shares = [shares_of(level, words) for level in counted]
        unigrams_V = shares[0] + rests_of(counted[0].shorter_M, shares[0], 1) / words
        most = None if most_bytes is None else _number(most_bytes, words)
        levels: list[Level] = []
        for keys_M, shares_M in pruned(counted, shares, words, most):
            levels.append(Level.of(keys_M, shares_M, len(levels[-1]) if levels else words, words))
        del counted, shares  # ten times as large as what is kept
        heap.trim()
        return cls(unigrams_V, levels)

    @property
    def order(self) -> int:
        """How many words the longest n-gram has."""
        return len(self._levels) + 1

    def probabilities(self, context_ids: Sequence[int]) -> tuple[Reals, int]:
        """(V,) of the word after some words, and how many of the last of them the counts know."""
        p_V, left, matched = np.zeros(len(self._unigrams_V)), 1.0, 0
        for length, context in self._contexts([END, *context_ids[-self.order :]]):
            level = self._levels[length - 1]
            span = slice(*level.span(context))
            p_V[level.words_M[span]] += left * SHARES[level.codes_M[span]]
            left *= float(level.rests_C[context])
            matched = max(matched, length)
        p_V += left * self._unigrams_V
        return p_V, matched

    def _contexts(self, ids: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Length and place of each context at the end of `ids` that anything is known to follow, longest first."""
        for length in range(min(len(self._levels), len(ids)), 0, -1):
            place, *others = ids[-length:]
            for level, word in zip(self._levels, others, strict=False):
                place = level.find(place, word)
            if place >= 0 and len(range(*self._levels[length - 1].span(place))):
                yield length, place

    def score(self, ids_N: Ids) -> tuple[Reals, Indices]:
        """(N,) of each token after those before it, and how many of the last of those the counts know."""
        text = np.concatenate([[END], ids_N]).astype(np.int64)
        p_N, matched_N = self._unigrams_V[text[1:]], np.zeros(len(ids_N), np.int64)
        places = text
        for length, level in enumerate(self._levels, 1):
            contexts_N = places[:-1]
            places_N = level.find_all(contexts_N, text[1:])
            known_N = level.known(contexts_N)
            shares_N = np.where(places_N < 0, 0.0, SHARES[level.codes_M[places_N]])
            p_N = np.where(known_N, shares_N + level.rests_C[contexts_N] * p_N, p_N)
            matched_N[known_N] = length
            places = np.concatenate([[-1], places_N])
        return p_N, matched_N

    def arrays(self) -> dict[str, NDArray[Any]]:
        """What a file keeps, by name: some three bytes an n-gram; two more where there are 65,536 words or more."""
        arrays: dict[str, NDArray[Any]] = {"unigrams": self._stored_V}
        for length, level in enumerate(self._levels, 2):
            arrays |= zip(_names(length), level.arrays(), strict=True)
        return arrays

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], words: int) -> NGrams:
        """The n-grams of a file, over so many words. Raises ValueError on anything that `arrays` does not make."""
        lengths = range(2, len(arrays) // 3 + 2)
        if set(arrays) != {"unigrams", *(name for k in lengths for name in _names(k))} or len(lengths) >= LONGEST:
            raise ValueError("n-grams are incomplete, or too long")
        unigrams_V = _checked_unigrams(arrays["unigrams"], words)
        levels: list[Level] = []
        for length in lengths:
            last_words, shares, tree = _names(length)
            parts = arrays[last_words], arrays[shares], arrays[tree]
            levels.append(Level.from_arrays(parts, len(levels[-1]) if levels else words, words))
        return cls(unigrams_V, levels)


def _number(most_bytes: int, words: int) -> int:
    """How many n-grams go into so many bytes beside the single words."""
    each = np.min_scalar_type(words).itemsize + 1 + 2 / 8  # a word, a share, two bits of the tree
    return max(0, int((most_bytes - words * (4 + 1 / 8)) / each))


def _names(length: int) -> tuple[str, str, str]:
    """The names of the arrays for the n-grams of so many words."""
    return f"words.{length}", f"shares.{length}", f"tree.{length}"


def _checked_unigrams(unigrams_V: NDArray[Any], words: int) -> Reals:
    if unigrams_V.dtype != np.float32 or unigrams_V.shape != (words,):
        raise ValueError("the probabilities of single words do not fit the words")
    p_V: Reals = unigrams_V.astype(np.float64)
    if not (np.isfinite(p_V).all() and p_V.min() > 0 and abs(p_V.sum() - 1) < 1e-3):
        raise ValueError("the probabilities of single words do not sum to 1")
    return p_V
