"""The most and the least predictable passages of a text that was measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textgen.engine import words
from textgen.engine.sentences import STOPS
from textgen.engine.surprise import Surprise, SurprisingWord

LEAST = 6  # words: a shorter sentence goes with the next
MOST = 30  # words: a longer one is cut


@dataclass(frozen=True)
class Passage:
    """A sentence or some in a row: their place in the text in characters, and their mean bits a token."""

    text: str
    start: int
    length: int
    bits: float


def passages(found: Surprise, n: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The n least and the n most predictable passages, the clearest first; of a short text fewer, none in both."""
    every = sorted(_passages(found.words), key=lambda passage: -passage.bits)
    n = min(n, (len(every) + 1) // 2)
    return tuple(every[:n]), tuple(every[: n - 1 : -1][:n])


def _passages(found: Sequence[SurprisingWord]) -> Iterator[Passage]:
    begin = said = 0
    for at, word in enumerate(found):
        if word.piece == words.END:
            if said >= LEAST:
                yield _passage(found[begin:at])
            begin, said = at + 1, 0
        elif (said >= LEAST and _begins(found, at)) or (said >= MOST and words.is_word(word.piece)):
            yield _passage(found[begin:at])
            begin, said = at, 0
        said += words.is_word(word.piece)


def _begins(found: Sequence[SurprisingWord], at: int) -> bool:
    """Whether a sentence begins here: with what stands apart from the stop before it, and no small letter."""
    piece = found[at].piece
    apart = found[at].start > found[at - 1].start + found[at - 1].length
    before = next((word.piece for word in reversed(found[max(0, at - 3) : at]) if not _closes(word.piece)), "")
    return apart and words.bare(before) in STOPS and not words.bare(piece)[:1].islower()


def _closes(piece: str) -> bool:
    return words.bare(piece) in _CLOSING


_CLOSING = frozenset("\"'”’»)]}")


def _passage(run: Sequence[SurprisingWord]) -> Passage:
    text = words.join(word.piece for word in run)
    length = run[-1].start + run[-1].length - run[0].start
    return Passage(text, run[0].start, length, sum(word.bits for word in run) / len(run))
