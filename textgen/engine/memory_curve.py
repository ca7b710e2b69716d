"""How far back a network remembers: over many passages, the divergence of the next word's distribution by distance.

Shape letters: N tokens of a text, P passages, K distances, S resamples.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from textgen.engine.ids import Ids
from textgen.engine.scoring import WARM
from textgen.engine.swapping import REACH, Swapper

SWAPS = 4  # of each word: passages differ far more than swaps do
PASSAGES = 400  # at most; the interval is narrow by then
LEAST = 2  # passages that an interval takes
RESAMPLES, SEED = 1000, 1
LEVEL = 0.95  # of the interval

Reals = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class MemoryCurve:
    """By distance, 1 first: the mean bits by which a swap moves the next word's distribution, and between which bits the
    mean lies by a bootstrap over the passages (Efron 1979, 95 %).

    `passages` of `of` are measured; with fewer than two, the interval is the mean itself.
    """

    mean_K: Reals
    low_K: Reals
    high_K: Reals
    passages: int
    of: int

    @property
    def half(self) -> int:
        """The distance within which half of the sum of all bits lies."""
        sums_K = self.mean_K.cumsum()
        return int(np.searchsorted(sums_K, sums_K[-1] / 2)) + 1


def memory_curve(swapper: Swapper, ids_N: Ids, end: int) -> Iterator[MemoryCurve]:
    """Measure passages from all over a text that begins after a paragraph's end, in a shuffled order; the curve gets finer
    with each. To stop, stop iterating. There is none where the text is empty.

    In each passage the last words are swapped, at most REACH, and the words before them are read. No word is swapped in
    two passages, so that the passages may count as independent.
    """
    random = np.random.default_rng(SEED)
    reach = min(REACH, len(ids_N))
    text_N = np.concatenate([np.array([end], np.int32), ids_N])
    ends = np.arange(reach, len(ids_N) + 1, max(1, reach)) if reach else np.empty(0, np.int64)
    chosen = random.permutation(ends)[:PASSAGES]
    bits = []
    for stop in chosen.tolist():
        passage_N = text_N[max(0, stop + 1 - reach - WARM) : stop + 1]
        others_KR = swapper.others(passage_N[-reach:], SWAPS, random)
        bits.append(swapper.divergences(passage_N, others_KR).mean(1)[::-1])
        yield curve(np.array(bits), len(chosen))


def curve(bits_PK: Reals, of: int) -> MemoryCurve:
    """The curve of some passages, with its interval."""
    mean_K, passages = bits_PK.mean(0), len(bits_PK)
    if passages < LEAST:
        return MemoryCurve(mean_K, mean_K, mean_K, passages, of)
    draws_SP = np.random.default_rng(SEED).multinomial(passages, np.full(passages, 1 / passages), RESAMPLES)
    low_K, high_K = np.quantile(draws_SP @ bits_PK / passages, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    return MemoryCurve(mean_K, low_K, high_K, passages, of)
