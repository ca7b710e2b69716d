"""Leaving out the n-grams that are missed least.

What is dropped gives its share to the rest, so that the probabilities still sum to 1.

Shape letter: M n-grams of one length.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from textgen.engine.kneser_ney import Counted, Indices, Reals, rests_of

Grams = tuple[Indices, Reals]  # keys and shares of one length


def losses(levels: list[Counted], shares: list[Reals], words: int) -> list[Reals]:
    """What dropping each n-gram of two words, of three, … would cost the text that was counted, in nats.

    The weighted difference of Seymore and Rosenfeld (1996), weighted with how often the first words stand in
    the text. An n-gram costs no less than the longer ones that begin with it.
    """
    lost = []
    p_M = shares[0] + rests_of(levels[0].shorter_M, shares[0], 1) / words
    for (before, level), shares_M in zip(pairwise(levels), shares[1:], strict=True):
        contexts_M, shorter_p_M = level.keys_M // words, p_M[level.shorter_M]
        rests_M = rests_of(contexts_M, shares_M, len(before.keys_M))[contexts_M]
        p_M = shares_M + rests_M * shorter_p_M
        without_M = (rests_M + shares_M) * shorter_p_M
        lost.append(before.counts_M[contexts_M] * p_M * np.log(p_M / without_M))
    for k in range(len(lost) - 1, 0, -1):
        np.maximum.at(lost[k - 1], levels[k + 1].keys_M // words, lost[k])
    return lost


def pruned(levels: list[Counted], shares: list[Reals], words: int, most: int | None) -> list[Grams]:
    """The n-grams of two words, of three, …: all, or at most `most`, those that cost most to drop. None is empty."""
    if most is None or sum(len(level.keys_M) for level in levels[1:]) <= most:
        return [(level.keys_M, shares_M) for level, shares_M in zip(levels[1:], shares[1:], strict=True)]
    lost = losses(levels, shares, words)
    surplus = sum(map(len, lost)) - most
    limit = np.partition(np.concatenate(lost), surplus - 1)[surplus - 1]
    grams, places = [], np.arange(words)
    for level, shares_M, lost_M in zip(levels[1:], shares[1:], lost, strict=True):
        kept_M = lost_M > limit
        keys = level.keys_M[kept_M]
        grams.append((places[keys // words] * words + keys % words, shares_M[kept_M]))
        places = np.cumsum(kept_M) - 1
    return [gram for gram in grams if len(gram[0])]
