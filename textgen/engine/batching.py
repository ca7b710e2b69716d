"""From token ids to batches for truncated back-propagation through time.

Shape letters: T time steps, B columns read side by side, N tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]


def columns(ids_N: Ids, batch: int, warm: int, first: int) -> tuple[Ids, Ids]:
    """Inputs and targets (warm + T, B): column after column of the text, each target its input's next token.

    Each column first reads the `warm` tokens before it, so that its state is not cold; `first` stands
    before the text. Every token is a target once; targets that count nothing are -1.
    """
    steps = -(-len(ids_N) // batch)
    padded = np.full(warm + 1 + steps * batch, first, dtype=np.int32)
    padded[warm + 1 : warm + 1 + len(ids_N)] = ids_N
    places_TB = np.arange(warm + steps)[:, None] + steps * np.arange(batch)
    targets_TB = padded[places_TB + 1]
    targets_TB[:warm] = -1
    targets_TB[places_TB >= warm + len(ids_N)] = -1
    return padded[places_TB], targets_TB


class TokenStream:
    """The training part, read again and again in batches of (truncation + 1, B) tokens at most.

    Each window's last row is the next window's first, so rows `[:-1]` are inputs and `[1:]` their
    targets. The hidden state may be carried from window to window; only where one pass ends and the next
    begins does the text jump.

    `rare` (V,) marks the words that occur once. Half of them, drawn anew for each pass, are read as the
    unknown word, so that the model learns how likely a word is that it has never seen.
    """

    def __init__(self, ids_N: Ids, batch: int, truncation: int, rare: NDArray[np.bool_], unknown: int) -> None:
        self.batch = max(1, min(batch, len(ids_N) // (2 * truncation)))
        self._ids_N, self._truncation = ids_N, truncation
        self._rare_places = np.flatnonzero(rare[ids_N])
        self._unknown = unknown
        self._length = len(ids_N) // self.batch

    @property
    def steps_per_pass(self) -> int:
        return -(-(self._length - 1) // self._truncation)

    @property
    def tokens(self) -> int:
        return len(self._ids_N)

    def one_pass(self, random: np.random.Generator) -> Iterator[Ids]:
        """The windows of one pass; the cut into columns falls elsewhere each time."""
        ids_N = self._ids_N.copy()
        ids_N[self._rare_places[random.random(len(self._rare_places)) < 0.5]] = self._unknown
        ids_N = np.roll(ids_N, int(random.integers(len(ids_N))))
        ids_TB = np.ascontiguousarray(ids_N[: self._length * self.batch].reshape(self.batch, self._length).T)
        for start in range(0, self._length - 1, self._truncation):
            yield ids_TB[start : start + self._truncation + 1]
