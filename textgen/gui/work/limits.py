"""The limit on how much is borrowed from the training text, made where words are chosen: in the predictor's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textgen.engine.borrowing import BorrowingLimit
from textgen.engine.config import SamplingConfig
from textgen.engine.problem import Problem, noop

if TYPE_CHECKING:
    from textgen.engine.prediction import Predictor
    from textgen.engine.provenance import TextIndex

Key = tuple["TextIndex", tuple[str, ...], int]


class Limits:
    """Makes a limit once for a text, a model's words and a number, and keeps the last one that it made."""

    def __init__(self) -> None:
        self._made: tuple[Key, BorrowingLimit] | None = None

    def of(self, sampling: SamplingConfig, index: TextIndex | None, predictor: Predictor) -> BorrowingLimit | None:
        """None where the settings have no limit. Raises Problem where they have one and there is no index to hold it."""
        if not sampling.borrow:
            return None
        if index is None:
            raise Problem(
                noop("Problem", "To borrow no more than {most:,} words in a row, the training text is needed. Open it, or switch that limit off under “Origin”."),
                most=sampling.borrow,
            )  # fmt: skip
        tokenizer = predictor.tokenizer
        key = (index, tokenizer.words, sampling.borrow)
        made = self._made
        if made is None or made[0][0] is not index or made[0][1:] != key[1:]:
            made = self._made = key, BorrowingLimit(index, tokenizer, sampling.borrow)
        return made[1]
