"""How surprising a text is to a model, in the units in which a document counts.

Shape letter: N words and marks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.gui.work.piece import units_before

if TYPE_CHECKING:
    from textgen.engine.passages import Passage
    from textgen.engine.surprise import Surprise, SurprisingWord

LISTED = 5  # passages of a kind


@dataclass(frozen=True)
class Bits:
    """Where words and marks stand, in UTF-16 units and in order, how many bits each has, and whether it is known."""

    starts_N: NDArray[np.int64]
    ends_N: NDArray[np.int64]
    bits_N: NDArray[np.float32]
    known_N: NDArray[np.bool_]

    @classmethod
    def none(cls) -> Bits:
        """Those of an empty text."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0, np.bool_))


@dataclass(frozen=True)
class Measured:
    """What there is to say of a text; the passages too have their places in units."""

    perplexity: float
    words: int
    unknown: int
    bits: Bits
    least: tuple[Passage, ...]
    most: tuple[Passage, ...]


def measured(text: str, found: Surprise) -> Measured:
    """What the model has found in `text`."""
    from textgen.engine.passages import passages

    before = units_before(text)
    seen = [word for word in found.words if words.is_word(word.piece)]
    least, most = (tuple(_placed(one, before) for one in kind) for kind in passages(found, LISTED))
    unknown = sum(not word.known for word in seen)
    bits = _bits([word for word in found.words if word.length], before)
    return Measured(found.perplexity, len(seen), unknown, bits, least, most)


def _bits(found: list[SurprisingWord], before: NDArray[np.int64]) -> Bits:
    starts_N = np.array([word.start for word in found], np.int64)
    lengths_N = np.array([word.length for word in found], np.int64)
    return Bits(
        before[starts_N],
        before[starts_N + lengths_N],
        np.array([word.bits for word in found], np.float32),
        np.array([word.known for word in found], np.bool_),
    )


def _placed(one: Passage, before: NDArray[np.int64]) -> Passage:
    start, end = before[one.start], before[one.start + one.length]
    return replace(one, start=int(start), length=int(end - start))
