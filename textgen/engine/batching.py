"""From token ids to batches for truncated back-propagation through time.

Shape letters: T time steps, B columns read side by side, N tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from textgen.engine.ids import Ids, blocks, gather

POSITIONS = 32_768  # words in one window, in all columns together


def columns(ids_N: Ids, batch: int, warm: int, first: int, rows: int) -> Iterator[tuple[Ids, Ids]]:
    """Inputs and targets (T, B), at most `rows` at once: the text in columns, each target its input's next token.

    Each column first reads the `warm` tokens before it, so that its state is not cold; `first` stands
    before the text. Every token is a target once; targets that count nothing are -1.
    """
    length = -(-len(ids_N) // batch)
    for start in range(-warm, length, rows):
        rows_T = np.arange(start, min(start + rows, length))
        places_TB = rows_T[:, None] + length * np.arange(batch)
        targets_TB = _at(ids_N, places_TB, otherwise=-1)
        targets_TB[rows_T < 0] = -1
        yield _at(ids_N, places_TB - 1, otherwise=first), targets_TB


def _at(ids_N: Ids, places_TB: NDArray[np.int64], otherwise: int) -> Ids:
    """The tokens at some places, (T, B); `otherwise` at those outside of the text."""
    found_TB: Ids = ids_N[places_TB.clip(0, len(ids_N) - 1)]
    found_TB[(places_TB < 0) | (places_TB >= len(ids_N))] = otherwise
    return found_TB


def columns_for(tokens: int, batch: int, truncation: int) -> int:
    """How many columns of a batch there are in a text of so many tokens, and in an ordinary memory."""
    return max(1, min(batch, POSITIONS // truncation, tokens // (2 * truncation)))


class TokenStream:
    """The training part, read again and again in batches of (truncation + 1, B) tokens at most.

    Each window's last row is the next window's first, so rows `[:-1]` are inputs and `[1:]` their
    targets. The hidden state may be carried from window to window; only where one pass ends and the next
    begins does the text jump.

    `rare` (V,) marks the words that occur once. Half of them, drawn anew for each pass, are read as the
    unknown word, so that the model learns how likely a word is that it has never seen.

    The text is only ever read where a window lies, so that it may be an array on a file.
    """

    def __init__(self, ids_N: Ids, batch: int, truncation: int, rare: NDArray[np.bool_], unknown: int) -> None:
        self.batch = columns_for(len(ids_N), batch, truncation)
        self._ids_N, self._truncation = ids_N, truncation
        self._rare = gather(block[rare[block]] for block in blocks(ids_N))  # as they stand in the text
        self._shown_V = np.arange(len(rare), dtype=np.int32)
        self._unknown = unknown
        self._length = len(ids_N) // self.batch

    @property
    def steps_per_pass(self) -> int:
        return -(-(self._length - 1) // self._truncation)

    @property
    def tokens(self) -> int:
        return len(self._ids_N)

    def one_pass(self, random: np.random.Generator, done: int = 0) -> Iterator[Ids]:
        """The windows of one pass but for the first `done`; the cut into columns falls elsewhere each time."""
        shown_V = self._shown_V.copy()
        shown_V[self._rare[random.random(len(self._rare)) < 0.5]] = self._unknown
        columns_B = self._length * np.arange(self.batch) - random.integers(self.tokens)
        for start in range(done * self._truncation, self._length - 1, self._truncation):
            rows_T = np.arange(start, min(start + self._truncation + 1, self._length))
            yield shown_V[self._ids_N[(rows_T[:, None] + columns_B) % self.tokens]]
