"""Hard wrapping: finding out that a text's lines were broken at a width, and joining them into paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

_LEAST_LINES = 20
_WIDTHS = range(40, 131)
_HYPHENATED = re.compile(r"(\w+)-\n[ \t]*([^\W\d_]+)")
_WORDS = re.compile(r"[\w-]+")
_SPACELESS = re.compile("[\u2e80-\u9fff\uff00-\uffef]")  # Chinese and Japanese


@dataclass(frozen=True)
class Wrapping:
    """A text's lines are broken at `width` characters; a hyphen at a line's end is part of the word or not."""

    width: int
    keeps_hyphens: bool


def detect(text: str) -> Wrapping | None:
    """Whether the lines of a text (its start is enough) were broken at a fixed width.

    A break between two lines is explained if the next line's first word would not have fitted on the line before.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    lengths = np.array([len(line) for line in lines if line])
    if len(lengths) < _LEAST_LINES:
        return None
    width = int(np.percentile(lengths, 97))
    if width not in _WIDTHS or lengths.max() > 4 * width:
        return None
    breaks = [(above, below) for above, below in pairwise(lines) if above and below]
    # A sentence that runs on from line to line tells a wrapped text from verses, lists and one-line paragraphs.
    running_on = [(above, below) for above, below in breaks if _runs_on(below)]
    explained = sum(_explained(above, below, width, slack=4) for above, below in running_on)
    if len(running_on) < max(_LEAST_LINES / 2, 0.2 * len(breaks)) or explained < 0.9 * len(running_on):
        return None
    return Wrapping(width, _keeps_hyphens(text))


class Joiner:
    """Joins wrapped lines, block by block; each line feed in what it gives is a paragraph's end."""

    def __init__(self, wrapping: Wrapping) -> None:
        self._wrapping = wrapping
        self._held = ""  # the last line, kept back until it is known how it goes on

    def feed(self, text: str) -> str:
        """The text of some further lines, less the last of them."""
        return "" if not text else "".join(self._joined(text.removesuffix("\n").split("\n")))

    def finish(self) -> str:
        """The line that was kept back."""
        return self._held

    def _joined(self, lines: Iterable[str]) -> Iterable[str]:
        for line in lines:
            below = line.rstrip()
            yield self._seam(below)
            self._held = below

    def _seam(self, below: str) -> str:
        above = self._held
        if not above.strip() or not below:
            return above + "\n"
        if _indent(below) >= _indent(above) + 2:
            return above + "\n"
        if above.endswith("-") and not above.endswith("--") and below.lstrip()[:1].isalpha():
            return above if self._wrapping.keeps_hyphens else above[:-1]
        return above + (self._glue(above, below) if self._goes_on(above, below) else "\n")

    def _goes_on(self, above: str, below: str) -> bool:
        # A line that stops short of the width was meant to stop there: a heading, a verse, a paragraph's end.
        width = self._wrapping.width
        return _explained(above, below, width, slack=width // 4 if _runs_on(below) else 4)

    def _glue(self, above: str, below: str) -> str:
        return "" if _SPACELESS.match(above[-1]) and _SPACELESS.match(below.lstrip()) else " "


def _explained(above: str, below: str, width: int, slack: int) -> bool:
    start = below.lstrip()
    first = 1 if _SPACELESS.match(start) else len(start.split(None, 1)[0])
    return len(above) + 1 + first > width - slack


def _runs_on(below: str) -> bool:
    first = below.lstrip()[:1]
    return first.isalnum() and not first.isupper()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _keeps_hyphens(text: str) -> bool:
    """Whether words cut at line ends stand elsewhere with their hyphen more often than without it."""
    words = set(_WORDS.findall(text.lower()))
    cut = [(a.lower(), b.lower()) for a, b in _HYPHENATED.findall(text)]
    return sum(f"{a}-{b}" in words for a, b in cut) >= sum(a + b in words for a, b in cut)
