"""How good textgen's networks are after how long, beside the peer's on the same text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import ours
from benchmarks.__main__ import Figure
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


def time_to_quality(folder: Path, mark: Mark | None) -> Iterator[Figure]:
    """textgen in a share of the time that the peer needs for its epochs; with a mark, the peer is not run again."""
    texts = Texts.of(folder)
    if mark is None:
        text = Text(folder)
        peer = Peer(text)
        mark = _epochs(peer)
        test = perplexity(peer.result(), text.test)
        yield Figure(f"peer, {EPOCHS} epochs", f"{_reached(mark)}; test perplexity {test:.2f}", "–")
    else:
        yield Figure(f"peer, {EPOCHS} epochs, as measured before", _reached(mark), "–")
    yield from _alone_in_a_share(texts, mark, SHARE)
    yield from _mixed_in_a_share(texts, mark, 2 * SHARE)


def equal_time(folder: Path) -> Iterator[Figure]:
    """Both programs after the same minutes. The peer does not plan for its end, so that it needs only one run."""
    text, texts = Text(folder), Texts.of(folder)
    peer = Peer(text)
    events = _watched(peer)
    for minutes in GOALS:
        while peer.seconds < 60 * minutes:
            next(events)
        theirs = perplexity(peer.result(), text.test)
        tell(f"peer: test {theirs:.2f}")
        own = ours.train(texts, minutes).test
        alone, mixed = GOALS[minutes]
        measured = f"alone {own.alone}, mixed {own.mixed}; peer {theirs:.2f}"
        yield Figure(f"test perplexity after {minutes} minutes", measured, f"alone {alone}, mixed {mixed} (King James)")


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


def _epochs(peer: Peer) -> Mark:
    for event in _watched(peer):
        if isinstance(event, Epoch) and event.number == EPOCHS:
            return Mark(event.valid_perplexity, event.seconds)
    raise AssertionError


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
