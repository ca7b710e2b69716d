"""What a training reads while it runs: its own clock, and the loss and speed of its steps."""

from __future__ import annotations

import math
import time

from textgen.engine.scoring import perplexity_of


class Clock:
    """Seconds of work: stands still while the shell holds the training, which is how a training pauses."""

    def __init__(self) -> None:
        self._gathered = 0.0
        self._since: float | None = None

    def __call__(self) -> float:
        return self._gathered + (0.0 if self._since is None else time.perf_counter() - self._since)

    def hold(self) -> None:
        self._gathered, self._since = self(), None

    def go_on(self) -> None:
        self._since = time.perf_counter()


class Loss:
    """Nats, words and seconds of the training steps, summed up or with the older ones fading."""

    def __init__(self, fading: float = 1.0) -> None:
        self._fading = fading
        self._nats = self._words = self._seconds = 0.0

    def add(self, nats: float, words: int, seconds: float) -> None:
        self._nats = self._nats * self._fading + nats
        self._words = self._words * self._fading + words
        self._seconds = self._seconds * self._fading + seconds

    @property
    def perplexity(self) -> float:
        return perplexity_of(self._nats / self._words, 1) if self._words else math.inf

    @property
    def words_per_second(self) -> float:
        return self._words / self._seconds if self._seconds else 0.0
