"""What a text might have been: places where another word was chosen, and the passages that have stood there.

Places and lengths are counted as a document counts them: in UTF-16 units, a paragraph's end being one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

Span = tuple[int, int, str]  # start, length and kind ("suggested", "generated") of words of the model's

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Passage:
    """A stretch of text with what is known of it; all places in it count from its beginning."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    forks: tuple[Fork, ...] = ()


@dataclass(frozen=True)
class Fork:
    """A place with two or more passages, the oldest first, of which one stands in the text.

    Of the one that stands only the place is known here: the text itself has its words, with what a person has changed
    in them. `number` tells the forks of one page apart, whatever becomes of their places.
    """

    number: int
    start: int
    length: int
    passages: tuple[Passage, ...]
    standing: int

    @property
    def end(self) -> int:
        return self.start + self.length

    def at(self, start: int, end: int) -> Fork:
        """The same fork in another place."""
        return self if (start, end) == (self.start, self.end) else replace(self, start=start, length=end - start)

    def left(self, stood: Passage) -> Fork:
        """With `stood` kept as the passage that stood last."""
        return replace(self, passages=_put(self.passages, self.standing, stood))

    def turned(self, index: int) -> Fork:
        """With the passage `index` as the one that stands."""
        return replace(self, passages=_put(self.passages, index, Passage()), standing=index)

    def grown(self) -> Fork:
        """With room for one passage more, which stands."""
        return replace(self, passages=(*self.passages, Passage()), standing=len(self.passages))

    def without(self, index: int) -> Fork:
        """Without the passage `index`, which does not stand."""
        rest = self.passages[:index] + self.passages[index + 1 :]
        return replace(self, passages=rest, standing=self.standing - (index < self.standing))


def stretches(passage: Passage) -> Iterator[tuple[str, str]]:
    """The text of a passage in order, each stretch with its kind; "" for what a person has typed."""
    units, done = passage.text.encode("utf-16-le", "surrogatepass"), 0
    for start, length, kind in passage.spans:
        yield _letters(units, done, start), ""
        yield _letters(units, start, start + length), kind
        done = start + length
    yield _letters(units, done, len(units) // 2), ""


def _letters(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")


def new_number() -> int:
    """A number that no fork has yet."""
    return next(_numbers)


def within(forks: Iterable[Fork], start: int, end: int) -> tuple[Fork, ...]:
    """The forks that lie between `start` and `end`."""
    return tuple(fork for fork in forks if start <= fork.start and fork.end <= end)


def moved(forks: Iterable[Fork], by: int) -> tuple[Fork, ...]:
    """The same forks, so many units further on."""
    return tuple(fork.at(fork.start + by, fork.end + by) for fork in forks)


def _put(passages: tuple[Passage, ...], index: int, passage: Passage) -> tuple[Passage, ...]:
    return (*passages[:index], passage, *passages[index + 1 :])
