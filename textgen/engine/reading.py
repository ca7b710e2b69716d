"""The network reading a text. It remembers what it read last, so that typing on costs one step a word.

Shape letters: N tokens, E embedding, V words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from textgen.engine.gates import LayerState, Vector
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

CONTEXT = 400  # tokens of the prompt that are read; a recurrent state holds hardly anything older
DROPPED = 200  # a longer prompt loses so many at once, so that what remains stays the same from word to word


@dataclass(frozen=True)
class Place:
    """The network after some words: its state and hidden vector (E,), and the words."""

    network: Stepper
    state: list[LayerState]
    h_E: Vector
    ids: tuple[int, ...]

    def probabilities(self) -> Vector:
        """(V,): what the network finds likely next."""
        return self.network.probabilities(self.h_E)

    def after(self, word: int) -> Place:
        """The place after one more word."""
        state, h_E = self.network.step(word, self.state)
        return Place(self.network, state, h_E, (*self.ids, word))


class Reader:
    """A network and the places after each token of the prompt that it read last."""

    def __init__(self, network: Stepper) -> None:
        self._network = network
        self._places = [self._first()]

    def _first(self) -> Place:
        """A text begins after a paragraph's end."""
        state, h_E = self._network.step(Tokenizer.END, self._network.start)
        return Place(self._network, state, h_E, (Tokenizer.END,))

    def read(self, ids: Sequence[int]) -> Place:
        """The place after a prompt. What it shares with the one before is not read again."""
        too_many = max(0, len(ids) - CONTEXT)
        wanted, last = ids[-(-too_many // DROPPED) * DROPPED :], self._places[-1].ids[1:]
        shared = next((at for at, (one, other) in enumerate(zip(wanted, last, strict=False)) if one != other), None)
        del self._places[1 + (min(len(wanted), len(last)) if shared is None else shared) :]
        for word in wanted[len(self._places) - 1 :]:
            self._places.append(self._places[-1].after(word))
        return self._places[-1]

    @property
    def hidden(self) -> NDArray[np.float32]:
        """The hidden vectors (N, E) before each of the prompt's tokens; at least one."""
        return np.stack([place.h_E for place in self._places[:-1]])
