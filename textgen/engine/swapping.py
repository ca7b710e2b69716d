"""Other words in the place of one word of a text, and how that moves what the network expects next.

Shape letters: N tokens of a text, K places in it, R words for a place, C columns, E embedding, V words.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from textgen.engine.divergence import jensen_shannon
from textgen.engine.ids import Ids
from textgen.engine.model import LanguageModel, State
from textgen.engine.scoring import CHUNK

REACH = 50  # words back, at most


class Swapper:
    """A network, and how often each of its words stands in its text: words that are put in are drawn so."""

    def __init__(self, model: LanguageModel, frequencies_V: NDArray[np.integer]) -> None:
        """`frequencies_V` is 0 for a word that shall not be put in."""
        self.model = model
        self._shares_V = frequencies_V / frequencies_V.sum()

    def others(self, ids_K: Ids, count: int, random: np.random.Generator) -> Ids:
        """(K, R): different words for each place and none of them its own; R is `count`, or fewer in a small vocabulary.

        Every place gets the same ones, but for its own word, so that places can be compared.
        """
        possible = int(np.count_nonzero(self._shares_V))
        drawn = random.choice(len(self._shares_V), min(count + 1, possible), replace=False, p=self._shares_V)
        others_KR = np.empty((len(ids_K), len(drawn) - 1), np.int32)
        for others_R, word in zip(others_KR, ids_K, strict=True):
            others_R[:] = drawn[drawn != word][: len(others_R)]
        return others_KR

    def read(self, ids_N: Ids, others_KR: Ids) -> Tensor:
        """(1 + K·R, E): the hidden vector after a text, then after it with each of `others_KR` in the place of one of
        its last K words, the farthest place first.

        All are read side by side, each from where it departs from the text.
        """
        model, kept = self.model, len(ids_N) - len(others_KR)
        h_CE, state = _step(model, torch.from_numpy(ids_N[:kept]), model.zero_state(1))
        for word, others_R in zip(ids_N[kept:].tolist(), torch.from_numpy(others_KR), strict=True):
            as_it_is = others_R.new_full((len(state[0][0]),), word)
            h_CE, state = _step(model, torch.cat([as_it_is, others_R])[None], _joined(state, len(others_R)))
        return h_CE

    def divergences(self, ids_N: Ids, others_KR: Ids) -> NDArray[np.float64]:
        """(K, R): the bits by which each of them moves what comes next, the farthest place first."""
        found = [bits_C.double().numpy() for _, _, bits_C in self.compared(ids_N, others_KR)]
        bits_KR: NDArray[np.float64] = np.concatenate(found).reshape(others_KR.shape)
        return bits_KR

    def compared(self, ids_N: Ids, others_KR: Ids) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        """Some swaps after the others: the probabilities (V,) without a swap and (C, V) with each, and their bits (C,)."""
        h_CE = self.read(ids_N, others_KR)
        p_V = _probabilities(self.model, h_CE[:1])[0]
        for some_CE in torch.split(h_CE[1:], max(1, CHUNK // self.model.table.words)):
            q_CV = _probabilities(self.model, some_CE)
            yield p_V, q_CV, jensen_shannon(p_V, q_CV)


@torch.no_grad()
def _step(model: LanguageModel, ids_TC: Tensor, state: State) -> tuple[Tensor, State]:
    """The hidden vectors (C, E) after the last of some words; before a text there are none yet."""
    ids_TC = ids_TC.long().reshape(-1, len(state[0][0]))
    if not len(ids_TC):
        return torch.empty(0), state
    h_TCE, state = model(ids_TC, state)
    return h_TCE[-1], state


def _joined(state: State, count: int) -> State:
    """As many columns more, in the state of the first: the text as it is."""
    return [tuple(torch.cat([part, part[:1].expand(count, -1)]) for part in layer) for layer in state]


@torch.no_grad()
def _probabilities(model: LanguageModel, h_CE: Tensor) -> Tensor:
    return model.table.log_probabilities(h_CE).exp_()
