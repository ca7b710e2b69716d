"""The suffix array of a sequence of numbers: its suffixes in order, so that any run in it is found by bisection.

Prefix doubling: suffixes that are ordered by their first h numbers are ordered by their first 2h through the ranks of
the suffixes h further on (Manber and Myers, 1993). Only those that are still level are looked at again, block by
block, and their new ranks count at once (Larsson and Sadakane, 1999), so that the memory is little beside the result.
Shape letters: N numbers, B suffixes of a block.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterator

import numpy as np
from numpy.typing import NDArray

_BLOCK = 1 << 19  # suffixes that are put in order at once; those that are level with each other stay together

Numbers = NDArray[np.int32]


def suffix_array(numbers_N: NDArray[np.integer]) -> Generator[float, None, Numbers]:
    """Returns where the suffixes begin, in their order, (N,); a suffix stands before those that begin with it.

    Yields the share that is in order. There are fewer than 2³¹ numbers, none of them negative; memory grows with the
    largest.
    """
    suffixes_N, ranks_N, level = yield from _by_first(numbers_N)
    depth = 1
    while len(level):
        rest: list[Numbers] = []
        for block_B in _blocks(level, suffixes_N, ranks_N):
            yield 1 - len(level) / len(numbers_N)
            rest.append(_refine(block_B, depth, suffixes_N, ranks_N))
        level = np.concatenate(rest)
        depth *= 2
    return suffixes_N


def _by_first(numbers_N: NDArray[np.integer]) -> Generator[float, None, tuple[Numbers, Numbers, Numbers]]:
    """The suffixes by their first numbers alone, the rank of each, and the places of those that are level.

    A rank is the place of the first of those that are level. Block by block, each behind those before it, so that no
    step takes long.
    """
    counts = np.bincount(numbers_N)
    begins = np.cumsum(counts) - counts  # where the suffixes of each first number begin
    free = begins.copy()  # and where those of the next block do
    suffixes_N, ranks_N = np.empty(len(numbers_N), np.int32), np.empty(len(numbers_N), np.int32)
    for start in range(0, len(numbers_N), _BLOCK):
        yield 0.0
        firsts_B = numbers_N[start : start + _BLOCK].astype(np.int64)
        ranks_N[start : start + _BLOCK] = begins[firsts_B]
        order_B = firsts_B.argsort(kind="stable")
        ordered_B, found = firsts_B[order_B], np.bincount(firsts_B, minlength=len(counts))
        within_B = np.arange(len(order_B)) - (np.cumsum(found) - found)[ordered_B]
        suffixes_N[free[ordered_B] + within_B] = start + order_B
        free += found
    level = np.repeat(counts > 1, counts)
    return suffixes_N, ranks_N, np.flatnonzero(level).astype(np.int32)


def _blocks(level: Numbers, suffixes_N: Numbers, ranks_N: Numbers) -> Iterator[Numbers]:
    """The places in pieces of about `_BLOCK`, cut between those that are not level with each other."""

    def rank(at: int) -> int:
        return int(ranks_N[suffixes_N[level[at]]])

    start = 0
    while start < len(level):
        last = min(start + _BLOCK, len(level)) - 1
        end = bisect_right(range(len(level)), rank(last), lo=last, key=rank)
        yield level[start:end]
        start = end


def _refine(places_B: Numbers, depth: int, suffixes_N: Numbers, ranks_N: Numbers) -> Numbers:
    """Order the suffixes at some places by what comes `depth` further on; returns the places that are still level."""
    suffixes_B = suffixes_N[places_B]
    ahead_B = suffixes_B + np.int32(depth)
    inside_B = ahead_B < len(ranks_N)
    keys_B = ranks_N[suffixes_B].astype(np.int64) << 32
    keys_B[inside_B] |= ranks_N[ahead_B[inside_B]].astype(np.int64) + 1
    order_B = keys_B.argsort()
    suffixes_N[places_B] = suffixes_B = suffixes_B[order_B]
    ranks_N[suffixes_B], level_B = _ranked(places_B, keys_B[order_B])
    return places_B[level_B]


def _ranked(places_B: Numbers, keys_B: NDArray[np.int64]) -> tuple[Numbers, NDArray[np.bool_]]:
    """The ranks of the suffixes at some places by their keys, which rise, and whether another has the same."""
    first_B = np.ones(len(keys_B) + 1, bool)
    first_B[1:-1] = keys_B[1:] != keys_B[:-1]
    ranks_B = np.maximum.accumulate(np.where(first_B[:-1], places_B, 0))
    return ranks_B.astype(np.int32), ~(first_B[:-1] & first_B[1:])
