"""The network one word at a time, in numpy: for a single word torch's calls take longer than the arithmetic.

Shape letters: I inputs, H units, E embedding, V words.
"""

from __future__ import annotations

import numpy as np

from textgen.engine.gates import STATES, STEPS, Blocks, LayerState, Vector, Weights
from textgen.engine.model import LanguageModel


class Stepper:
    """A trained network for one column of words; its weights are the model's own and not copies of them."""

    def __init__(self, model: LanguageModel) -> None:
        self._weights = {name: tensor.cpu().numpy() for name, tensor in model.state_dict().items()}
        self.cell, self._ends = model.config.cell, model.table.ends
        names = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")
        layers = range(model.config.layers)
        self.layers = [Weights(*(self._weights[f"layers.{k}.rnn.{n}"] for n in names)) for k in layers]
        self.start: list[LayerState] = [tuple(part[0].cpu().numpy() for part in layer) for layer in model.zero_state(1)]

    @np.errstate(all="ignore")
    def step(self, word: int, state: list[LayerState]) -> tuple[list[LayerState], Vector]:
        """The state after one more word, and the hidden vector (E,)."""
        layers = self.blocks(word, state)
        return self.state_of(layers), self.hidden(layers)

    @np.errstate(all="ignore")
    def blocks(self, word: int, state: list[LayerState]) -> list[Blocks]:
        """All that happens inside the layers at one more word; a state may have rows, which all read the same word."""
        x, layers = self.embedded(word), []
        for weights, before in zip(self.layers, state, strict=True):
            layers.append(STEPS[self.cell](x, before, weights))
            x = layers[-1]["hidden_state"]
        return layers

    def state_of(self, layers: list[Blocks]) -> list[LayerState]:
        """What of it goes on to the next word."""
        return [tuple(blocks[name] for name in STATES[self.cell]) for blocks in layers]

    def hidden(self, layers: list[Blocks]) -> Vector:
        """What of it the output layer reads: the hidden vector (E,), or one for each row of the state."""
        x = layers[-1]["hidden_state"]
        if "project.weight" in self._weights:
            x = x @ self._weights["project.weight"].T + self._weights["project.bias"]
        return x

    def embedded(self, word: int) -> Vector:
        """The word's vector (E,), the first layer's input."""
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
