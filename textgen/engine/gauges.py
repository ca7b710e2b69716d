"""What a training reads while it runs: its own clock, and the loss and speed of its steps."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

from textgen.engine.scoring import perplexity_of


class Clock:
    """Seconds of work: stands still while the shell holds the training, which is how a training pauses."""

    def __init__(self, gathered: float = 0.0) -> None:
        self._gathered = gathered
        self._since: float | None = None

    def __call__(self) -> float:
        return self._gathered + (0.0 if self._since is None else time.perf_counter() - self._since)

    def hold(self) -> None:
        self._gathered, self._since = self(), None

    def go_on(self) -> None:
        self._since = time.perf_counter()


@dataclass
class Loss:
    """Nats, words and seconds of the training steps, summed up or with the older ones fading."""

    fading: float = 1.0
    nats: float = 0.0
    words: float = 0.0
    seconds: float = 0.0

    def add(self, nats: float, words: int, seconds: float) -> None:
        self.nats = self.nats * self.fading + nats
        self.words = self.words * self.fading + words
        self.seconds = self.seconds * self.fading + seconds

    @property
    def perplexity(self) -> float:
        return perplexity_of(self.nats / self.words, 1) if self.words else math.inf

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds if self.seconds else 0.0
