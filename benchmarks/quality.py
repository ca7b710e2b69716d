"""How good textgen's networks are after how long, beside the peer's on the same text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import ours
from benchmarks.figures import Figure
from benchmarks.ours import Texts, tell
from benchmarks.peer import Epoch, Peer, Step, Text, perplexity

EPOCHS = 5
SHARE = 10  # the goal: so many times less time
GOALS = {2: (38, 32), 10: (27, 24)}  # minutes: King James test perplexity of the network alone, and mixed
TOLD_EVERY = 30.0  # seconds


class Mark(NamedTuple):
    """The valid perplexity to reach, and the seconds that the peer took."""

    perplexity: float
    seconds: float


class Rival:
    """One training of the peer, which goes on as far as it is asked to; it does not plan for its end."""

    def __init__(self, folder: Path) -> None:
        self._text = Text(folder)
        self._peer = Peer(self._text)
        self._events = _watched(self._peer)
        self._reached: tuple[Mark, float] | None = None  # when its epochs were over

    def after(self, minutes: float) -> float:
        """Its test perplexity after so many minutes."""
        while self._peer.seconds < 60 * minutes:
            self._go_on()
        return self._test()

    def after_epochs(self) -> tuple[Mark, float]:
        """What it has reached when its epochs are over, and its test perplexity then."""
        while self._reached is None:
            self._go_on()
        return self._reached

    def _go_on(self) -> None:
        event = next(self._events)
        if isinstance(event, Epoch) and event.number == EPOCHS:
            self._reached = Mark(event.valid_perplexity, event.seconds), self._test()

    def _test(self) -> float:
        return perplexity(self._peer.result(), self._text.test)


def equal_time(folder: Path, rival: Callable[[], Rival]) -> Iterator[Figure]:
    """Both programs after the same minutes."""
    texts = Texts.of(folder)
    for minutes in GOALS:
        theirs = rival().after(minutes)
        tell(f"peer: test {theirs:.2f}")
        trained = ours.train(texts, minutes)
        own = trained.test
        alone, mixed = GOALS[minutes]
        measured = f"alone {own.alone}, mixed {own.mixed}; peer {theirs:.2f}"
        yield Figure(f"test perplexity after {minutes} minutes", measured, f"alone {alone}, mixed {mixed} (King James)")
        yield Figure(
            f"{minutes * 60} seconds asked for",
            f"{trained.took:.1f} s taken, {trained.foretold:.1f} s foretold when a tenth was over",
            "within a tenth",
        )


def time_to_quality(folder: Path, rival: Callable[[], Rival], mark: Mark | None) -> Iterator[Figure]:
    """textgen in a share of the time that the peer needs for its epochs; with a mark, the peer is not run again."""
    if mark is None:
        mark, test = rival().after_epochs()
        yield Figure(f"peer, {EPOCHS} epochs", f"{_reached(mark)}; test perplexity {test:.2f}", "–")
    else:
        yield Figure(f"peer, {EPOCHS} epochs, as measured before", _reached(mark), "–")
    texts = Texts.of(folder)
    yield from _alone_in_a_share(texts, mark, SHARE)
    yield from _mixed_in_a_share(texts, mark, 2 * SHARE)


def _alone_in_a_share(texts: Texts, mark: Mark, share: int) -> Iterator[Figure]:
    trained = ours.train(texts, mark.seconds / share / 60)
    name = f"valid perplexity, the network alone, in 1/{share} of the time ({mark.seconds / share:.1f} s)"
    yield Figure(name, f"{trained.valid.alone}; test {trained.test.alone}", f"{mark.perplexity:.2f}")
    seconds = trained.seconds_to(mark.perplexity)
    ratio = "not reached" if seconds is None else f"{seconds:.1f} s: {mark.seconds / seconds:.1f} times faster"
    yield Figure("time to the peer's valid perplexity", ratio, f"{share} times faster")


def _mixed_in_a_share(texts: Texts, mark: Mark, share: int) -> Iterator[Figure]:
    trained = ours.train(texts, mark.seconds / share / 60)
    name = f"valid perplexity, with n-grams and cache, in 1/{share} of the time ({mark.seconds / share:.1f} s)"
    yield Figure(name, f"{trained.valid.mixed}; test {trained.test.mixed}", f"{mark.perplexity:.2f}")


def _reached(mark: Mark) -> str:
    return f"valid perplexity {mark.perplexity:.2f} after {mark.seconds:,.1f} s"


def _watched(peer: Peer) -> Iterator[Step | Epoch]:
    told = 0.0
    for event in peer.events():
        if isinstance(event, Epoch):
            tell(
                f"peer: epoch {event.number}, {event.seconds:.1f} s, valid {event.valid_perplexity:.2f}, "
                f"{event.words_per_second:,.0f} words a second"
            )
        elif peer.seconds - told >= TOLD_EVERY:
            told = peer.seconds
            tell(f"peer: {told:.0f} s")
        yield event
