"""The time of day at which a training ends, told so that it does not flicker."""

from __future__ import annotations

import time
from collections.abc import Callable

from textgen.gui.parts import figures

LEAST = 20.0  # seconds by which an estimate may be off before it is told anew
PART = 0.05  # the same, as a part of the time that is left


class FinishTime:
    """Holds on to an end once told, until a newer estimate differs by more than a little."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._end: float | None = None

    def forget(self) -> None:
        """A new training, or one that goes on after a pause."""
        self._end = None

    def see(self, seconds_left: float | None) -> float | None:
        """The end, in seconds from now, after a new estimate of the time left; None where nobody knows."""
        if seconds_left is None:
            self._end = None
            return None
        estimate = self._clock() + seconds_left
        if self._end is None or abs(estimate - self._end) > max(LEAST, PART * seconds_left):
            self._end = estimate
        return self._end - self._clock()

    def told(self, seconds_left: float | None) -> str:
        """The same as a clock time; empty where nobody knows."""
        left = self.see(seconds_left)
        return "" if left is None else figures.time_of_day(left)
