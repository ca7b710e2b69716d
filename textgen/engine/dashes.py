"""The dash that opens speech (“—Sí —dijo.”): what may stand after it, and what no paragraph begins with.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.tokenizer import Tokenizer

_DASH = "—"
_ENDING = ".,;:!?)]»”"  # what follows a word and never an opening dash
_OPENING, _APART = words.JOINER + _DASH, words.JOINER + _DASH + words.JOINER


class Dashes:
    """The dashes of a vocabulary, by their spacing. A text that mostly has them between gaps is left alone.

    Whether a dash within a paragraph closes something cannot be told: in some texts the same one opens, “—Sí—dijo.”
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        known = {piece: at for at, piece in enumerate(tokenizer.words) if words.bare(piece) == _DASH}
        counts = {piece: tokenizer.counts[at] for piece, at in known.items()}
        numbers = {piece: at + Tokenizer.END + 1 for piece, at in known.items()}
        opens = counts.get(_OPENING, 0) > counts.get(_APART, 0)
        self._opening = numbers.get(_OPENING) if opens else None
        self._others = [number for number in numbers.values() if number != self._opening]
        ending = [at for at, piece in enumerate(tokenizer.words, Tokenizer.END + 1) if words.bare(piece) in _ENDING]
        self._not_after = [*numbers.values(), *ending, Tokenizer.END]

    def adjust(self, p_V: NDArray[np.float64], ids: Sequence[int]) -> None:
        """Change the probabilities of the word after `ids` in place; they need not sum to 1 afterwards.

        A paragraph begins with no dash but one that opens; after that stands neither another, nor a mark that ends
        something, nor the paragraph's end.
        Where nothing else is possible, all stays as it is.
        """
        if self._opening is None:
            return
        last = ids[-1] if ids else Tokenizer.END
        after = {Tokenizer.END: self._others, self._opening: self._not_after}
        impossible = np.array(after.get(last, []), np.int64)
        before = p_V[impossible]
        p_V[impossible] = 0.0
        if not p_V.any():
            p_V[impossible] = before
