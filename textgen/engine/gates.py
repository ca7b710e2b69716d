"""The equations of the three cells, one word at a time, with every block by its name.

Written out in numpy: for a single word torch's calls take longer than the arithmetic. Tests hold them to torch's own.

Shape letters: I inputs, H units, G rows of all the gates. Any leading dimensions may stand before I and H.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from textgen.engine.config import CELL_NAMES

Vector = NDArray[np.float32]
LayerState = tuple[Vector, ...]  # (h_H,) or, for the LSTM, (h_H, c_H)
Blocks = dict[str, Vector]  # each of a cell's BLOCKS (H,)


class Weights(NamedTuple):
    """Of one layer, as torch keeps them: of the input (G, I), of the hidden state (G, H), and both biases (G,)."""

    of_input: Vector
    of_past: Vector
    bias: Vector
    past_bias: Vector


def lstm(x_I: Vector, state: LayerState, weights: Weights) -> Blocks:
    """Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000)."""
    h_H, memory_H = state
    sums = x_I @ weights.of_input.T + h_H @ weights.of_past.T + (weights.bias + weights.past_bias)
    i, f, g, o = np.split(sums, 4, axis=-1)  # torch's order
    forget_H, input_H, candidate_H = sigmoid(f), sigmoid(i), np.tanh(g)
    cell_H, output_H = forget_H * memory_H + input_H * candidate_H, sigmoid(o)
    return {
        "forget_gate": forget_H,
        "input_gate": input_H,
        "candidate": candidate_H,
        "cell_state": cell_H,
        "output_gate": output_H,
        "hidden_state": output_H * np.tanh(cell_H),
    }


def gru(x_I: Vector, state: LayerState, weights: Weights) -> Blocks:
    """The gated recurrent unit (Cho et al. 2014), as torch has it: the reset gate stands after the product."""
    (h_H,) = state
    r, z, n = np.split(x_I @ weights.of_input.T + weights.bias, 3, axis=-1)
    past_r, past_z, past_n = np.split(h_H @ weights.of_past.T + weights.past_bias, 3, axis=-1)
    reset_H, update_H = sigmoid(r + past_r), sigmoid(z + past_z)
    candidate_H = np.tanh(n + reset_H * past_n)
    return {
        "reset_gate": reset_H,
        "update_gate": update_H,
        "candidate": candidate_H,
        "hidden_state": candidate_H + update_H * (h_H - candidate_H),
    }


def rnn(x_I: Vector, state: LayerState, weights: Weights) -> Blocks:
    """The plain recurrent network (Elman 1990)."""
    sums = x_I @ weights.of_input.T + state[0] @ weights.of_past.T + (weights.bias + weights.past_bias)
    return {"hidden_state": np.tanh(sums)}


STEPS: Mapping[str, Callable[[Vector, LayerState, Weights], Blocks]] = {"lstm": lstm, "gru": gru, "rnn": rnn}
assert tuple(STEPS) == CELL_NAMES

#: The blocks of each cell, in the order in which they are computed.
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "lstm": ("forget_gate", "input_gate", "candidate", "cell_state", "output_gate", "hidden_state"),
    "gru": ("reset_gate", "update_gate", "candidate", "hidden_state"),
    "rnn": ("hidden_state",),
}

#: The blocks that go on to the next word, in the order of a `LayerState`.
STATES: Mapping[str, tuple[str, ...]] = {
    "lstm": ("hidden_state", "cell_state"),
    "gru": ("hidden_state",),
    "rnn": ("hidden_state",),
}

#: The blocks made of a sum of input and past, in the order of the rows of torch's weights.
ROWS: Mapping[str, tuple[str, ...]] = {
    "lstm": ("input_gate", "forget_gate", "candidate", "output_gate"),
    "gru": ("reset_gate", "update_gate", "candidate"),
    "rnn": ("hidden_state",),
}


def sigmoid(x: Vector) -> Vector:
    """1 / (1 + e^-x), without an overflow."""
    half: Vector = np.tanh(x * np.float32(0.5))
    return (half + np.float32(1)) * np.float32(0.5)
