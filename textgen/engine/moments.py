"""The hidden states of a network all through a text: its moments that are most like another, and the words that drive
each unit highest and lowest. Both come from one reading.

Two moments are alike where the Euclidean distance of their last layer's hidden states is small: what comes next is a
linear function of that state, so that near states mean nearly the same prediction. An angle would leave out the length
of the state, which the output layer does not.

Shape letters: T time steps, B columns, N moments, H units.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from textgen.engine import words
from textgen.engine.corpus import Corpus
from textgen.engine.extremes import Extremes
from textgen.engine.gates import Vector
from textgen.engine.ids import Ids
from textgen.engine.model import LanguageModel, State
from textgen.engine.reports import Passage
from textgen.engine.tokenizer import Tokenizer

MOST = 200_000  # moments that are kept of a long text
MEMORY = 2 * 256 * MOST  # bytes of them (102 MB): where there are more than 256 units, fewer moments
COLUMNS = 64  # stretches of the text that are read side by side
WARM = 50  # tokens that each of them reads before its own, so that its first state is not cold
WINDOW = 25  # time steps at once

_BLOCK = 1 << 11  # moments at once in single precision


@dataclass(frozen=True)
class Moment:
    """A place in the text: the number of the token read last there, how far its hidden state is, and what came next."""

    token: int
    distance: float
    next: str


@dataclass(frozen=True)
class Driver:
    """A word in the text at which a unit was very high or very low: the number of the token, the word, the state there."""

    token: int
    word: str
    state: float


@dataclass(frozen=True, eq=False)
class Moments:
    """A text as a network went through it; `places` (N,) are the tokens after which the states were kept, rising.

    `states` (N, H) are those of the last layer, in half precision; `units` has the extremes of each layer.
    """

    corpus: Corpus
    places: NDArray[np.int64]
    states: NDArray[np.float16]
    units: tuple[Extremes, ...]

    @property
    def share(self) -> float:
        """Of the text that was read; 1 if all of it was."""
        return len(self.places) / (len(self.corpus.ids) - 1)

    def nearest(self, state: Vector, most: int) -> tuple[tuple[Moment, ...], float]:
        """The moments whose hidden states are nearest to one (H,), and how far all are on average.

        The nearest comes first; of equals the first in the text.
        """
        distances_N = self.distances(state)
        best = np.argsort(distances_N, kind="stable")[:most]
        near = tuple(self._moment(int(self.places[at]), float(distances_N[at])) for at in best)
        return near, float(distances_N.mean())

    def distances(self, state: Vector) -> Vector:
        """(N,): how far each moment's hidden state is from one (H,)."""
        here_H = torch.from_numpy(state)
        parts = torch.split(torch.from_numpy(self.states), _BLOCK)
        found_N: Vector = torch.cat([(part.float() - here_H).norm(dim=1) for part in parts]).numpy()
        return found_N

    def extremes(self, layer: int, unit: int) -> tuple[tuple[Driver, ...], tuple[Driver, ...]]:
        """Where a unit of a layer is highest and where it is lowest, the most extreme first."""
        found = self.units[layer]
        return self._drivers(found.highest(unit)), self._drivers(found.lowest(unit))

    def passage(self, token: int, around: int = 60) -> Passage:
        """A token of the text in its place, with so many on either side of it."""
        begin, end = max(0, token - around), min(len(self.corpus.ids), token + around + 1)
        return self.corpus.passage(begin, token, token + 1, end)

    def _drivers(self, found: tuple[tuple[int, float], ...]) -> tuple[Driver, ...]:
        return tuple(Driver(token, self._label(token), state) for token, state in found)

    def _moment(self, token: int, distance: float) -> Moment:
        return Moment(token, distance, self._label(token + 1))

    def _label(self, token: int) -> str:
        return words.label(self.corpus.types[self.corpus.ids[token]])


@dataclass(frozen=True)
class ReadingThrough:
    """How far the reading of a text has come; `moments` is there in the last report only."""

    share: float
    moments: Moments | None = None


@torch.no_grad()
def read_through(model: LanguageModel, tokenizer: Tokenizer, corpus: Corpus) -> Iterator[ReadingThrough]:
    """Read a text with a restored model; of a long one, stretches that are spread evenly.

    To cancel, stop iterating.
    """
    ids_N, units = tokenizer.encode_corpus(corpus), model.config.units
    starts_B, lengths_B = stretches(len(ids_N) - 1, units)  # what follows the last token is not known
    places_N = np.concatenate([np.arange(a, a + n) for a, n in zip(starts_B, lengths_B, strict=True)])
    states_NH = np.empty((len(places_N), units), np.float16)
    extremes = tuple(Extremes(units) for _ in model.layers)
    rows_B = np.concatenate([[0], lengths_B.cumsum()[:-1]])  # where the stretches begin among the moments
    longest = int(lengths_B.max())
    for steps_T, layers in _read(model, ids_N, starts_B, longest):
        own_TB = (steps_T[:, None] >= 0) & (steps_T[:, None] < lengths_B)
        own = torch.from_numpy(own_TB)
        tokens = torch.from_numpy((steps_T[:, None] + starts_B)[own_TB])
        states_NH[(steps_T[:, None] + rows_B)[own_TB]] = layers[-1][own].numpy()
        for layer, found in zip(layers, extremes, strict=True):
            found.add(layer[own], tokens)
        yield ReadingThrough((int(steps_T[-1]) + 1) / longest)
    yield ReadingThrough(1.0, Moments(corpus, places_N, states_NH, extremes))


def stretches(tokens: int, units: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the stretches of a text that are read side by side begin, and how many tokens each has, both (B,).

    Together they are the whole text, if it is not too long.
    """
    most = min(MOST, MEMORY // (2 * units))
    batch = max(1, min(COLUMNS, tokens // (2 * WARM)))
    edges = np.linspace(0, tokens, batch + 1).astype(np.int64)
    lengths_B = np.diff(edges)
    return edges[:-1], lengths_B if tokens <= most else np.full(batch, most // batch)


def _read(
    model: LanguageModel, ids_N: Ids, starts_B: NDArray[np.int64], longest: int
) -> Iterator[tuple[NDArray[np.int64], list[Tensor]]]:
    """Time steps (T,), counted from each stretch's beginning, and the hidden states (T, B, H) of each layer after them.

    The text begins after a paragraph's end; the other stretches begin after the tokens before them.
    """
    state = model.zero_state(len(starts_B))
    for begin, end in [(-WARM, -1), *((at, min(at + WINDOW, longest)) for at in range(-1, longest, WINDOW))]:
        steps_T = np.arange(begin, end)
        places_TB = steps_T[:, None] + starts_B
        inputs_TB = np.where(places_TB < 0, Tokenizer.END, ids_N[places_TB.clip(0, len(ids_N) - 1)])
        layers, state = _states(model, torch.from_numpy(inputs_TB).long(), state)
        if begin == -WARM:
            _forget_first(state)
        else:
            yield steps_T, layers


def _states(model: LanguageModel, ids_TB: Tensor, state: State) -> tuple[list[Tensor], State]:
    x_TBI, layers, after = model.table.embed(ids_TB), [], []
    for layer, before in zip(model.layers, state, strict=True):
        x_TBI, layer_state = layer(x_TBI, before)
        layers.append(x_TBI)
        after.append(layer_state)
    return layers, after


def _forget_first(state: State) -> None:
    """Before the first stretch there are no tokens."""
    for layer in state:
        for part_BH in layer:
            part_BH[0] = 0.0
