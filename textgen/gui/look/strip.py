"""Where the words of a sentence stand with two rows of signed bars under them, in as many lines as are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from textgen.engine.contributions import Contribution

ROWS = (0, 1)  # gradient × input, leaving it out
GAP = 12.0  # between two lines
MARGIN = 3.0  # between a figure and what is above or below it


class Measures(NamedTuple):
    """In pixels: where the first column begins, a word's height, a figure's, and the longest bar."""

    left: float
    head: float
    figure: float
    bar: float


class Line(NamedTuple):
    """Some words with the place of each one's column, and the height of the zero of each row of bars."""

    words: tuple[Contribution, ...]
    rooms: tuple[QRectF, ...]
    zeros: tuple[float, ...]


def values(word: Contribution) -> tuple[float, float]:
    """The bits of a word in each of the rows."""
    return word.gradient, word.leaving_out


def scales(words: Iterable[Contribution]) -> tuple[float, ...]:
    """What the longest bar of each row stands for; each has its own."""
    return tuple(max(map(abs, row), default=0.0) or 1.0 for row in zip(*map(values, words), strict=True))


def lines(
    words: Sequence[Contribution], wide: Callable[[Contribution], float], width: float, top: float, size: Measures
) -> list[Line]:
    """The lines of a sentence in so much width, from `top` on; each is as high as its own bars need."""
    found, scale = [], scales(words)
    for part in _broken(words, wide, width - size.left):
        line = _line(part, wide, top, size, scale)
        found.append(line)
        top = line.rooms[0].bottom() + GAP
    return found


def _broken(
    words: Sequence[Contribution], wide: Callable[[Contribution], float], width: float
) -> Iterator[tuple[Contribution, ...]]:
    part: list[Contribution] = []
    used = 0.0
    for word in words:
        if part and used + wide(word) > width:
            yield tuple(part)
            part, used = [], 0.0
        part.append(word)
        used += wide(word)
    if part:
        yield tuple(part)


def _line(
    words: tuple[Contribution, ...],
    wide: Callable[[Contribution], float],
    top: float,
    size: Measures,
    scale: tuple[float, ...],
) -> Line:
    zeros, bottom = [], top + size.head
    for row in ROWS:
        shares = [values(word)[row] / scale[row] for word in words]
        zeros.append(bottom + size.figure + size.bar * max(0.0, *shares) + MARGIN)
        bottom = zeros[-1] + size.figure + size.bar * -min(0.0, *shares) + MARGIN
    rooms, x = [], size.left
    for word in words:
        rooms.append(QRectF(x, top, wide(word), bottom - top))
        x += wide(word)
    return Line(words, tuple(rooms), tuple(zeros))
