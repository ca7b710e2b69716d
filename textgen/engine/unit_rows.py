"""The rows of a heat map: which unit stands where, and what neighbours show together where there are too many.

Shape letters: T words, H units, R rows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Units = tuple[int, ...]
Values = NDArray[np.float32]


def by_variation(values_TH: Values) -> Units:
    """All units: the one that varies most along the words first (standard deviation), equal ones by their number."""
    if not len(values_TH):
        return tuple(range(values_TH.shape[1]))
    spread_H = values_TH.std(axis=0, dtype=np.float64)
    return tuple(np.argsort(-spread_H, kind="stable").tolist())


def grouped(order: Sequence[int], most: int) -> tuple[Units, ...]:
    """At most `most` rows of neighbours in `order`, each of as many units, but the last of those that are left."""
    many = max(1, -(-len(order) // max(1, most)))
    return tuple(tuple(order[at : at + many]) for at in range(0, len(order), many))


def means(values_TH: Values, rows: Sequence[Units]) -> Values:
    """(R, T): at each word the mean of the units of each row."""
    values_RT = [values_TH[:, list(units)].mean(axis=1) for units in rows]
    return np.array(values_RT, np.float32).reshape(len(rows), len(values_TH))


def furthest(values_TH: Values, rows: Sequence[Units]) -> Values:
    """(R, T): at each word that value of the units of each row that is furthest from 0: a mean of signs says nothing."""
    values_RT = [_furthest(values_TH[:, list(units)]) for units in rows]
    return np.array(values_RT, np.float32).reshape(len(rows), len(values_TH))


def reach(values_TH: Values) -> float:
    """The first of 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, … that no value exceeds on either side of 0: a scale that
    seldom changes.
    """
    end = float(np.abs(values_TH).max(initial=0.0))
    power = 0
    while end > 10.0**power:
        power += 1
    steps = (float(f"{digits}e{power + of}") for of in (-2, -1, 0) for digits in (1, 1.5, 2, 3, 5, 7))
    return next((step for step in steps if max(end, 0.1) <= step), 10.0**power)


def _furthest(values_TK: Values) -> Values:
    at_T = np.abs(values_TK).argmax(axis=1)
    values_T: Values = values_TK[np.arange(len(values_TK)), at_T]
    return values_T
