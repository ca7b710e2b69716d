"""How fast the network learns at each moment, and when to stop: no clock and no torch in it."""

from __future__ import annotations

import math

WARM_UP = 0.02  # share of the limit
WARM_UP_UNLIMITED = 50.0  # steps, where there is no limit to take a share of
COOLING = 0.6  # share of the limit in which the learning rate goes down
EARLY_COOLING = 0.5  # the same, as a share of the way come so far, when patience ends the steady part
FLOOR = 0.02  # of the full learning rate, at the end


class Schedule:
    """Warm-up, a steady part, then a straight line down: a trapezoid over a position.

    The position counts whatever the limit counts: seconds, or steps. With an infinite limit the steady
    part lasts until `cool()` ends it; `cooled_at` is where it did, if it has done so already.
    """

    def __init__(self, limit: float = math.inf, cooled_at: float | None = None) -> None:
        self.limit = limit
        self.cooled_at: float | None = None
        self._warm_up = WARM_UP_UNLIMITED if math.isinf(limit) else WARM_UP * limit
        self._cooling_from = math.inf if math.isinf(limit) else (1 - COOLING) * limit
        if cooled_at is not None:
            self.cool(cooled_at)

    def cooling(self, position: float) -> bool:
        """Whether the learning rate is on its way down."""
        return position >= self._cooling_from

    def cool(self, position: float) -> None:
        """End the steady part here; the rest is at most half as long as the way so far."""
        self._cooling_from = self.cooled_at = position
        self.limit = min(self.limit, position * (1 + EARLY_COOLING))

    def rate(self, position: float) -> float:
        """The share of the full learning rate to use now, from 0 to 1."""
        warm = min(1.0, (position + 1e-9) / self._warm_up) if self._warm_up else 1.0
        if not self.cooling(position):
            return warm
        left = (self.limit - position) / max(self.limit - self._cooling_from, 1e-9)
        return min(warm, max(FLOOR, left))

    def share(self, position: float) -> float | None:
        """How much is done, from 0 to 1; None while nobody can know."""
        return None if math.isinf(self.limit) else min(1.0, position / self.limit)

    def over(self, position: float) -> bool:
        return position >= self.limit


class Patience:
    """Says when a perplexity has not improved for `limit` evaluations in a row; `misses` have not, up to now."""

    def __init__(self, limit: int, best: float = math.inf, misses: int = 0) -> None:
        self.best, self.misses = best, misses
        self._limit = limit

    def see(self, perplexity: float) -> bool:
        """Take note of an evaluation; True if it is the best so far."""
        improved = perplexity < self.best
        self.best = min(self.best, perplexity)
        self.misses = 0 if improved else self.misses + 1
        return improved

    @property
    def exhausted(self) -> bool:
        return self.misses >= self._limit

    def renew(self) -> None:
        self.misses = 0
