"""All n-grams of one length, in three bytes each, and as arrays of a file.

Shape letters: N tokens, M n-grams, C contexts: the n-grams one word shorter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from textgen.engine.kneser_ney import Indices, Reals, rests_of

_ODDS = np.linspace(-16.0, 10.0, 255)  # logarithms of share / (1 - share)
SHARES: Reals = np.concatenate([[0.0], 1 / (1 + np.exp(-_ODDS))])

Arrays = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]


@dataclass(frozen=True, eq=False)
class Level:
    """Last word and number of the share, context after context, sorted by word. A place of -1 stands for none.

    Those of context c begin at `starts_C[c]` and end before `starts_C[c + 1]`, which there is also for the last;
    `rests_C` is what their shares leave of 1. 255 sizes of share are told apart.
    """

    words_M: NDArray[np.unsignedinteger[Any]]
    codes_M: NDArray[np.uint8]
    starts_C: NDArray[np.int32]
    rests_C: NDArray[np.float32]

    @classmethod
    def of(cls, keys_M: Indices, shares_M: Reals, contexts: int, words: int) -> Level:
        """From keys, context * words + last word, and shares, which are rounded; a rest keeps half of itself."""
        contexts_M = keys_M // words
        exact_M = np.interp(np.log(shares_M / (1 - shares_M)), _ODDS, np.arange(1.0, 256.0), left=0.0)
        codes_M = np.round(exact_M).astype(np.uint8)
        rests_C = rests_of(contexts_M, shares_M, contexts)
        over_C = rests_of(contexts_M, SHARES[codes_M], contexts) < rests_C / 2
        codes_M = np.where(over_C[contexts_M], exact_M, codes_M).astype(np.uint8)  # rounded down
        starts_C = np.searchsorted(contexts_M, np.arange(contexts + 1))
        return cls._whole((keys_M % words).astype(np.min_scalar_type(words)), codes_M, starts_C)

    @classmethod
    def _whole(cls, words_M: NDArray[Any], codes_M: NDArray[np.uint8], starts_C: Indices) -> Level:
        rests_C = rests_of(_contexts(starts_C), SHARES[codes_M], len(starts_C) - 1)
        return cls(words_M, codes_M, starts_C.astype(np.int32), rests_C.astype(np.float32))

    def __len__(self) -> int:
        return len(self.words_M)

    def find(self, context: int, word: int) -> int:
        """The place of an n-gram."""
        if context < 0:
            return -1
        start, end = self.span(context)
        place = start + int(np.searchsorted(self.words_M[start:end], word))
        return place if place < end and self.words_M[place] == word else -1

    def find_all(self, contexts_N: Indices, words_N: Indices) -> Indices:
        """The places (N,) of n-grams, by halving: what a sorted array of all keys would take is not there."""
        low_N = self.starts_C[contexts_N].astype(np.int64)
        end_N = np.where(contexts_N < 0, low_N, self.starts_C[contexts_N + 1])
        high_N = end_N
        while (low_N < high_N).any():
            middle_N = (low_N + high_N) // 2
            before_N = (low_N < high_N) & (self.words_M[np.minimum(middle_N, len(self) - 1)] < words_N)
            low_N, high_N = np.where(before_N, middle_N + 1, low_N), np.where(before_N, high_N, middle_N)
        found_N = (low_N < end_N) & (self.words_M[np.minimum(low_N, len(self) - 1)] == words_N)
        return np.where(found_N, low_N, -1)

    def span(self, context: int) -> tuple[int, int]:
        """Where the n-grams of a context begin and end."""
        return int(self.starts_C[context]), int(self.starts_C[context + 1])

    def known(self, contexts_N: Indices) -> NDArray[np.bool_]:
        """Where anything is known to follow a context."""
        return (contexts_N >= 0) & (self.starts_C[contexts_N] < self.starts_C[contexts_N + 1])

    def arrays(self) -> Arrays:
        """Last words, numbers of shares, and bits: for each context as many ones as it has n-grams, then a zero."""
        bits = np.ones(len(self) + len(self.rests_C), np.uint8)
        bits[self.starts_C[1:] + np.arange(len(self.rests_C))] = 0
        return self.words_M, self.codes_M, np.packbits(bits)

    @classmethod
    def from_arrays(cls, arrays: Arrays, contexts: int, words: int) -> Level:
        """Raises ValueError on anything that `arrays` does not make of so many contexts and words."""
        words_M, codes_M, bits = arrays
        if words_M.dtype != np.min_scalar_type(words) or not codes_M.dtype == bits.dtype == np.uint8:
            raise ValueError("arrays of n-grams are of the wrong type")
        if not words_M.ndim == codes_M.ndim == bits.ndim == 1 or not 0 < len(words_M) == len(codes_M):
            raise ValueError("arrays of n-grams are of the wrong shape")
        level = cls._whole(words_M, codes_M, _starts(bits, len(words_M), contexts))
        keys_M = _contexts(level.starts_C) * words + words_M
        if words_M.max() >= words or (np.diff(keys_M) <= 0).any() or level.rests_C.min() < 0:
            raise ValueError("n-grams are out of order, or their probabilities exceed 1")
        return level


def _contexts(starts_C: NDArray[np.signedinteger[Any]]) -> Indices:
    """(M,) the context of each n-gram."""
    return np.repeat(np.arange(len(starts_C) - 1), np.diff(starts_C))


def _starts(bytes_: NDArray[np.uint8], grams: int, contexts: int) -> Indices:
    """Where each context begins, from the bits of a file. Raises ValueError where they do not fit."""
    bits = np.unpackbits(bytes_)[: grams + contexts]
    zeros = np.flatnonzero(bits == 0)
    if len(bytes_) != -(-(grams + contexts) // 8) or len(zeros) != contexts or zeros[-1] != grams + contexts - 1:
        raise ValueError("the tree of n-grams is broken")
    return np.concatenate([[0], zeros + 1 - np.arange(1, contexts + 1)])
