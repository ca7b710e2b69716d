"""The words of the recent past, likelier to come again (the continuous cache of Grave, Joulin and Usunier 2017).

Each word is kept with the hidden vector that came before it. After the vector h the words score
exp(theta · cos(h, theirs)) / sqrt(age): what followed a similar place lately is likely to follow again. The last word
scores nothing: it is the youngest, and hardly any text says a word twice in a row.

Shape letters: N tokens, K words kept, B places looked at together, E embedding, V words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Probabilities = NDArray[np.float64]

LENGTH = 1_000  # words that are kept
FADING = 0.5  # the power of the age
BLOCK = 256  # places looked at together
THETAS = (12.0, 18.0, 27.0)  # worth trying
LARGEST_THETA = 40.0  # above, single precision would lose words
_TINY = 1e-300


def _by_age(length: int) -> Vectors:
    """What an age from 0 to `length` + 1 is worth; words to come, the last one, and those that are too old, nothing."""
    ages = np.arange(2, length + 1)
    return np.concatenate([[0.0, 0.0], ages**-FADING, [0.0]]).astype(np.float32)


_BY_AGE = _by_age(LENGTH)


class Cache:
    """The last `LENGTH` words of a text of so many different `words`."""

    def __init__(self, words: int, theta: float) -> None:
        self._words, self._theta = words, theta
        self._vectors_KE: Vectors = np.zeros((0, 0), np.float32)
        self._ids_K: NDArray[np.int64] = np.zeros(0, np.int64)

    def add(self, h_NE: Vectors, ids_N: NDArray[Any] | Sequence[int]) -> None:
        """Keep words, each with the hidden vector that came before it."""
        vectors = _unit(h_NE)
        self._vectors_KE = np.concatenate([self._vectors_KE, vectors] if len(self._ids_K) else [vectors])[-LENGTH:]
        self._ids_K = np.concatenate([self._ids_K, np.asarray(ids_N, np.int64)])[-LENGTH:]

    def probabilities(self, h_E: Vectors) -> tuple[Probabilities, float]:
        """(V,) of the next word, and the strength: the logarithm of how much there is that is similar.

        A cache without a word before the last one finds all words equally likely.
        """
        if len(self._ids_K) < 2:
            return np.full(self._words, 1 / self._words), float(np.log(_TINY))
        kept = len(self._ids_K)
        weights_K = self._weights(_unit(h_E[None]), self._vectors_KE, kept)[0]
        total = weights_K.sum(dtype=np.float64)
        return np.bincount(self._ids_K, weights_K, self._words) / total, float(np.log(total))

    def read(self, h_NE: Vectors, ids_N: NDArray[Any]) -> tuple[Probabilities, Probabilities]:
        """The probability of each word (N,) and the strength before it, while the words are kept one by one."""
        before = len(self._ids_K)
        vectors = np.concatenate([self._vectors_KE, _unit(h_NE)] if before else [_unit(h_NE)])
        ids = np.concatenate([self._ids_K, ids_N])
        p_N, totals_N = np.zeros(len(ids_N)), np.zeros(len(ids_N))
        for start in range(before, len(ids), BLOCK):
            block, past = slice(start, start + BLOCK), slice(max(0, start - LENGTH), start + BLOCK)
            weights_BK = self._weights(vectors[block], vectors[past], start - past.start)
            here = slice(start - before, start - before + BLOCK)
            totals_N[here] = weights_BK.sum(axis=1, dtype=np.float64)
            p_N[here] = (weights_BK * (ids[past] == ids[block, None])).sum(axis=1, dtype=np.float64)
        # copies, because a part of an array keeps all of it in memory
        self._vectors_KE, self._ids_K = vectors[-LENGTH:].copy(), ids[-LENGTH:].copy()
        return np.where(totals_N > 0, p_N / np.maximum(totals_N, _TINY), 1 / self._words), np.log(totals_N + _TINY)

    def _weights(self, vectors_BE: Vectors, past_KE: Vectors, before: int) -> Vectors:
        """(B, K) of past words before each of some places, the first of which has so many of them before it."""
        ages_BK = before + np.arange(len(vectors_BE))[:, None] - np.arange(len(past_KE))
        weights_BK: Vectors = np.exp(np.float32(self._theta) * (vectors_BE @ past_KE.T - np.float32(1)))
        weights_BK *= _BY_AGE[np.minimum(np.maximum(ages_BK, 0), LENGTH + 1)]
        return weights_BK


def _unit(h_NE: Vectors) -> Vectors:
    """The vectors, of length 1."""
    unit_NE: Vectors = h_NE / (np.linalg.norm(h_NE, axis=1, keepdims=True) + np.float32(1e-6))
    return unit_NE
