"""The formula of each block of a cell with the numbers of one unit at one word.

A formula is a small tree: numbers with their symbols, and what is done with them. Symbols are written as in TeX: `f_t`,
`h_{t−1}`. The numbers W x, U h and b of a unit come from the trace, so a formula's value is the block's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textgen.engine.gates import BLOCKS

if TYPE_CHECKING:
    from textgen.engine.trace import LayerTrace

#: What each block is called in the field's notation.
SYMBOLS: Mapping[str, Mapping[str, str]] = {
    "lstm": {
        "forget_gate": "f_t",
        "input_gate": "i_t",
        "candidate": "c̃_t",
        "cell_state": "c_t",
        "output_gate": "o_t",
        "hidden_state": "h_t",
    },
    "gru": {"reset_gate": "r_t", "update_gate": "z_t", "candidate": "h̃_t", "hidden_state": "h_t"},
    "rnn": {"hidden_state": "h_t"},
}
BEFORE = {"cell_state": "c_{t−1}", "hidden_state": "h_{t−1}"}  # a state as the word found it

# what stands under W, U and b of a block that is made of a sum
_ROW = {"forget_gate": "_f", "input_gate": "_i", "output_gate": "_o", "reset_gate": "_r", "update_gate": "_z"}
_CANDIDATE = {"lstm": "_c", "gru": "_h"}


@dataclass(frozen=True)
class Number:
    """A number and its symbol; without one it is the result of a step."""

    symbol: str
    value: float


@dataclass(frozen=True)
class Added:
    """The sum of its parts."""

    parts: tuple[Expression, ...]

    @property
    def value(self) -> float:
        return sum(part.value for part in self.parts)


@dataclass(frozen=True)
class Product:
    """The product of its parts, for all units at once the one written ⊙."""

    parts: tuple[Expression, ...]

    @property
    def value(self) -> float:
        return math.prod(part.value for part in self.parts)


@dataclass(frozen=True)
class Rest:
    """What is left of 1."""

    part: Expression

    @property
    def value(self) -> float:
        return 1 - self.part.value


@dataclass(frozen=True)
class Applied:
    """A function, "σ" or "tanh", of its part."""

    function: str
    part: Expression

    @property
    def value(self) -> float:
        return FUNCTIONS[self.function](self.part.value)


Expression = Number | Added | Product | Rest | Applied
FUNCTIONS = {"σ": lambda x: 0.5 + 0.5 * math.tanh(x / 2), "tanh": math.tanh}


@dataclass(frozen=True)
class Formula:
    """A block: its symbol, what it is made of, and the value that the network computed in single precision."""

    block: str
    symbol: str
    expression: Expression
    value: float


def formulas(layer: LayerTrace, word: int, unit: int) -> dict[str, Formula]:
    """Of every block, in the order in which they are computed, for one unit at one word, both counted from 0."""
    at = _At(layer, word, unit)
    symbols = SYMBOLS[layer.cell]
    made = {name: _MADE[layer.cell].get(name, _gate)(at, name) for name in BLOCKS[layer.cell]}
    return {name: Formula(name, symbols[name], made[name], at.block(name).value) for name in made}


@dataclass(frozen=True)
class _At:
    """The numbers of one unit at one word."""

    layer: LayerTrace
    word: int
    unit: int

    def block(self, name: str) -> Number:
        return Number(SYMBOLS[self.layer.cell][name], float(self.layer.blocks[name][self.word, self.unit]))

    def before(self, state: str) -> Number:
        return Number(BEFORE[state], float(self.layer.before(state)[self.word, self.unit]))

    def terms(self, name: str) -> tuple[Number, Number, Number, Number]:
        """W x, U h, b and b′ of a block."""
        found, below = self.layer.sums[name], _ROW.get(name) or _CANDIDATE.get(self.layer.cell, "")
        return (
            Number(f"W{below} x_t", float(found.from_input[self.word, self.unit])),
            Number(f"U{below} h_{{t−1}}", float(found.from_past[self.word, self.unit])),
            Number(f"b{below}", float(found.bias[self.unit])),
            Number(f"b′{below}", float(found.past_bias[self.unit])),
        )


def _gate(at: _At, name: str) -> Expression:
    return Applied("σ", Added(at.terms(name)[:3]))


def _squashed(at: _At, name: str) -> Expression:
    return Applied("tanh", Added(at.terms(name)[:3]))


def _lstm_cell(at: _At, name: str) -> Expression:
    kept = Product((at.block("forget_gate"), at.before(name)))
    return Added((kept, Product((at.block("input_gate"), at.block("candidate")))))


def _lstm_hidden(at: _At, name: str) -> Expression:
    return Product((at.block("output_gate"), Applied("tanh", at.block("cell_state"))))


def _gru_candidate(at: _At, name: str) -> Expression:
    w, u, b, past_b = at.terms(name)
    return Applied("tanh", Added((w, b, Product((at.block("reset_gate"), Added((u, past_b)))))))


def _gru_hidden(at: _At, name: str) -> Expression:
    update = at.block("update_gate")
    return Added((Product((update, at.before(name))), Product((Rest(update), at.block("candidate")))))


_MADE = {  # the others are gates
    "lstm": {"candidate": _squashed, "cell_state": _lstm_cell, "hidden_state": _lstm_hidden},
    "gru": {"candidate": _gru_candidate, "hidden_state": _gru_hidden},
    "rnn": {"hidden_state": _squashed},
}
