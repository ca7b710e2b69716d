"""What the tables of all benchmarks are made of."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


class Figure(NamedTuple):
    """One row of a table."""

    name: str
    measured: str
    goal: str


def percentile(seconds: list[float], share: float) -> float:
    """In milliseconds."""
    return 1000 * float(np.percentile(seconds, 100 * share))
