"""Where each piece of a text stands in it, so that what is found for a piece can be shown in its place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import regex

from textgen.engine import words

_CHUNK = re.compile(r"\S+")
_CHARACTER = regex.compile(r"\X")  # what composes stands together

Placed = tuple[str, int, int]  # a piece, and where it begins and ends


class Span(NamedTuple):
    """A piece and the characters of a text that it stands for; a paragraph's end stands for none."""

    piece: str
    start: int
    length: int


def spans(text: str) -> Iterator[Span]:
    """The pieces of a text, composed (NFC) and split as a corpus is: each paragraph ends, the last one too.

    Each places itself in the text as it was given. They are found one by one, so that a long text can be left.
    """
    # Both give one character for one.
    for line in re.finditer(f"[^{words.END}]+", words.unify_line_ends(words.clean(text))):
        last = None
        for chunk in _CHUNK.finditer(line[0]):
            start = line.start() + chunk.start()
            placed = _remembered if len(chunk[0]) <= words.LONGEST else _of_chunk
            for piece, begin, end in placed(chunk[0]):
                last = Span(piece, start + begin, end - begin)
                yield last
        if last:
            yield Span(words.END, last.start + last.length, 0)


def spans_of(pieces: Iterable[str]) -> Iterator[Span]:
    """The places of pieces in the text that `words.join` makes of them."""
    pieces, at = list(pieces), 0
    for piece, (gap, token) in zip(pieces, words.spaced(pieces), strict=True):
        yield Span(piece, at + len(gap), 0 if piece == words.END else len(token))
        at += len(gap) + len(token)


def _of_chunk(chunk: str) -> tuple[Placed, ...]:
    """The pieces of characters without a gap, and where each begins and ends among them."""
    composed = unicodedata.normalize("NFC", chunk)
    pieces = words.pieces_of(composed)
    ends = list(accumulate(len(token) for _, token in words.spaced(pieces)))
    if composed != chunk:
        ends = _before_composing(chunk, ends)
    return tuple(zip(pieces, [0, *ends], ends, strict=False))


@lru_cache(maxsize=1 << 14)
def _remembered(chunk: str) -> tuple[Placed, ...]:
    return _of_chunk(chunk)


def _before_composing(chunk: str, places: list[int]) -> list[int]:
    """Where places in the composed chunk lie in the chunk itself; inside a character, as far as it goes."""
    characters = _CHARACTER.findall(chunk)
    given = list(accumulate(map(len, characters), initial=0))
    composed = list(accumulate((len(unicodedata.normalize("NFC", one)) for one in characters), initial=0))
    found = []
    for place in places:
        k = bisect_right(composed, place) - 1
        found.append(min(given[k] + place - composed[k], given[min(k + 1, len(characters))]))
    return found
