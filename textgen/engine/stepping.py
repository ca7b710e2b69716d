"""The network one word at a time, in numpy: for a single word torch's calls take longer than the arithmetic.

Shape letters: I inputs, H units, E embedding, V words.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from textgen.engine.config import CELL_NAMES
from textgen.engine.model import LanguageModel

Vector = NDArray[np.float32]
LayerState = tuple[Vector, ...]  # (h_H,) or, for the LSTM, (h_H, c_H)
Weights = list[NDArray[np.float32]]  # of the input, of the hidden state, and the biases of both, in torch's order


def _lstm(x_I: Vector, state: LayerState, weights: Weights) -> LayerState:
    w, u, b, c = weights
    h_H, memory_H = state
    input_H, forget_H, candidate_H, output_H = np.split(w @ x_I + u @ h_H + b + c, 4)
    memory_H = _sigmoid(forget_H) * memory_H + _sigmoid(input_H) * np.tanh(candidate_H)
    return _sigmoid(output_H) * np.tanh(memory_H), memory_H


def _gru(x_I: Vector, state: LayerState, weights: Weights) -> LayerState:
    w, u, b, c = weights
    (h_H,) = state
    reset_H, update_H, candidate_H = np.split(w @ x_I + b, 3)
    past_reset_H, past_update_H, past_candidate_H = np.split(u @ h_H + c, 3)
    candidate_H = np.tanh(candidate_H + _sigmoid(reset_H + past_reset_H) * past_candidate_H)
    return (candidate_H + _sigmoid(update_H + past_update_H) * (h_H - candidate_H),)


def _rnn(x_I: Vector, state: LayerState, weights: Weights) -> LayerState:
    w, u, b, c = weights
    return (np.tanh(w @ x_I + u @ state[0] + b + c),)


_STEPS: dict[str, Callable[[Vector, LayerState, Weights], LayerState]] = {"lstm": _lstm, "gru": _gru, "rnn": _rnn}
assert tuple(_STEPS) == CELL_NAMES


def _sigmoid(x: Vector) -> Vector:
    half: Vector = np.tanh(x * np.float32(0.5))
    return (half + np.float32(1)) * np.float32(0.5)


class Stepper:
    """A trained network for one column of words; its weights are the model's own and not copies of them."""

    def __init__(self, model: LanguageModel) -> None:
        self._weights = {name: tensor.cpu().numpy() for name, tensor in model.state_dict().items()}
        self._step, self._ends = _STEPS[model.config.cell], model.table.ends
        names = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")
        self._layers = [[self._weights[f"layers.{k}.rnn.{n}"] for n in names] for k in range(model.config.layers)]
        self.start: list[LayerState] = [tuple(part[0].cpu().numpy() for part in layer) for layer in model.zero_state(1)]

    @np.errstate(all="ignore")
    def step(self, word: int, state: list[LayerState]) -> tuple[list[LayerState], Vector]:
        """The state after one more word, and the hidden vector (E,)."""
        x, after = self._embedded(word), []
        for weights, before in zip(self._layers, state, strict=True):
            after.append(self._step(x, before, weights))
            x = after[-1][0]
        if "project.weight" in self._weights:
            x = self._weights["project.weight"] @ x + self._weights["project.bias"]
        return after, x

    def _embedded(self, word: int) -> Vector:
        group = next(k for k, end in enumerate(self._ends) if word < end)
        row: Vector = self._weights[f"table.vectors.{group}"][word - self._ends[group - 1] if group else word]
        return self._weights[f"table.widen.{group - 1}.weight"] @ row if group else row

    @np.errstate(all="ignore")
    def probabilities(self, h_E: Vector) -> Vector:
        """(V,) of the word after a hidden vector, as `WordTable.log_probabilities` has their logarithms."""
        bias_V, first = self._weights["table.bias"], self._ends[0]
        further = self._weights["table.group_vectors"] @ h_E + self._weights["table.group_bias"]
        head = _softmax(np.concatenate([self._weights["table.vectors.0"] @ h_E + bias_V[:first], further]))
        p_V: Vector = np.empty(len(bias_V), np.float32)
        p_V[:first] = head[:first]
        for k, (start, end) in enumerate(zip(self._ends, self._ends[1:], strict=False)):
            narrow = self._weights[f"table.narrow.{k}.weight"] @ h_E
            inside = _softmax(self._weights[f"table.vectors.{k + 1}"] @ narrow + bias_V[start:end])
            np.multiply(inside, head[first + k], out=p_V[start:end])
        return p_V


def _softmax(scores: Vector) -> Vector:
    scores -= scores.max()
    np.exp(scores, out=scores)
    scores /= scores.sum()
    return scores
