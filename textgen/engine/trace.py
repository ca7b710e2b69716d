"""What happens inside a network while it reads a text: every gate and every state, word by word.

Shape letters: T words, I inputs, H units, G rows of all the gates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from textgen.engine import words
from textgen.engine.gates import BLOCKS, ROWS, STATES, Blocks, LayerState, Vector, Weights
from textgen.engine.prompt import read_prompt
from textgen.engine.sampling import likeliest
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

OUTPUTS = 5  # of the words that the network finds likely after each word


@dataclass(frozen=True)
class Sum:
    """What a block's sigmoid or tanh is taken of: W x, U h and b, for each word and unit.

    `past_bias` (H,) is there in the GRU's candidate only, whose reset gate weighs U h + b', and 0 elsewhere.
    """

    from_input: Vector  # (T, H)
    from_past: Vector  # (T, H)
    bias: Vector  # (H,)
    past_bias: Vector  # (H,)


@dataclass(frozen=True)
class LayerTrace:
    """One layer: its blocks (T, H) by name in the order in which they are computed, the states (H,) before the first
    word, and the sums of those blocks that are made of one.
    """

    cell: str
    blocks: Mapping[str, Vector]
    start: Mapping[str, Vector]
    sums: Mapping[str, Sum]

    def before(self, state: str) -> Vector:
        """(T, H): a state as each word found it."""
        before_TH: Vector = np.concatenate([self.start[state][None], self.blocks[state]])[:-1]
        return before_TH


@dataclass(frozen=True)
class Output:
    """A word that may come next, and its probability."""

    word: str
    probability: float


@dataclass(frozen=True)
class Trace:
    """A text read by a network: its words, whether the model knows each, its layers, and after each word the words
    that the network alone finds likeliest next.
    """

    words: tuple[str, ...]
    known: tuple[bool, ...]
    layers: tuple[LayerTrace, ...]
    outputs: tuple[tuple[Output, ...], ...]


def trace(network: Stepper, tokenizer: Tokenizer, text: str) -> Trace:
    """Read a text that begins after a paragraph's end, as in predicting."""
    prompt = read_prompt(text, tokenizer)
    start = network.state_of(network.blocks(Tokenizer.END, network.start))
    state, steps, outputs = start, [], []
    for word in prompt.ids:
        steps.append(network.blocks(word, state))
        state = network.state_of(steps[-1])
        outputs.append(likely_outputs(network.probabilities(network.hidden(steps[-1])), tokenizer))
    inputs = _rows([network.embedded(word) for word in prompt.ids], len(network.embedded(Tokenizer.END)))
    return Trace(
        tuple(map(words.label, prompt.pieces)),
        tuple(word != Tokenizer.UNKNOWN for word in prompt.ids),
        _layers(network, inputs, start, steps),
        tuple(outputs),
    )


def likely_outputs(p_V: Vector, tokenizer: Tokenizer) -> tuple[Output, ...]:
    """The OUTPUTS likeliest words of probabilities (V,), best first."""
    best = likeliest(p_V.astype(np.float64), OUTPUTS).tolist()
    return tuple(Output(words.label(tokenizer.piece(word)), float(p_V[word])) for word in best)


def _layers(
    network: Stepper, x_TI: Vector, start: list[LayerState], steps: list[list[Blocks]]
) -> tuple[LayerTrace, ...]:
    found: list[LayerTrace] = []
    for k, (weights, state) in enumerate(zip(network.layers, start, strict=True)):
        states = dict(zip(STATES[network.cell], state, strict=True))
        blocks = {name: _rows([step[k][name] for step in steps], len(state[0])) for name in BLOCKS[network.cell]}
        layer = LayerTrace(network.cell, blocks, states, {})
        found.append(replace(layer, sums=_sums(layer, x_TI, weights)))
        x_TI = blocks["hidden_state"]
    return tuple(found)


def _rows(vectors: list[Vector], width: int) -> Vector:
    """(T, width); T may be 0."""
    return np.array(vectors, np.float32).reshape(-1, width)


def _sums(layer: LayerTrace, x_TI: Vector, weights: Weights) -> dict[str, Sum]:
    names = ROWS[layer.cell]
    of_input = np.split(x_TI @ weights.of_input.T, len(names), axis=1)
    of_past = np.split(layer.before("hidden_state") @ weights.of_past.T, len(names), axis=1)
    biases = np.split(weights.bias, len(names)), np.split(weights.past_bias, len(names))
    sums = {}
    for name, w, u, b, c in zip(names, of_input, of_past, *biases, strict=True):
        reset = layer.cell == "gru" and name == "candidate"
        sums[name] = Sum(w, u, b, c) if reset else Sum(w, u, b + c, np.zeros_like(c))
    return sums
