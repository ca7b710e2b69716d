"""A clock for jobs that last for a time: they take as many steps on every machine."""

from __future__ import annotations

import itertools


class ScriptedClock:
    """A tenth of a second goes by whenever somebody looks."""

    def __init__(self) -> None:
        self._ticks = itertools.count()

    def __call__(self) -> float:
        return next(self._ticks) / 10

    def go_on(self) -> None:
        pass
