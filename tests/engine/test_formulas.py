"""The formulas of the blocks, with numbers: they give what the network computed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.engine.test_trace import TEXT, made, read
from textgen.engine.config import CELL_NAMES
from textgen.engine.formulas import Added, Applied, Expression, Number, Product, Rest, formulas
from textgen.engine.gates import BLOCKS
from textgen.engine.stepping import Stepper
from textgen.engine.trace import trace


def _numbers(expression: Expression) -> Iterator[Number]:
    match expression:
        case Number():
            yield expression
        case Added(parts) | Product(parts):
            for part in parts:
                yield from _numbers(part)
        case Rest(part) | Applied(_, part):
            yield from _numbers(part)


def _symbols(cell: str, block: str) -> list[str]:
    return [number.symbol for number in _numbers(formulas(read(cell, 1).layers[0], 0, 0)[block].expression)]


@pytest.mark.parametrize("cell", CELL_NAMES)
@given(seed=some.integers(0, 2**31), layers=some.integers(1, 3), data=some.data())
@settings(max_examples=15, deadline=None)
def test_a_formula_with_the_full_numbers_gives_the_block(
    cell: str, seed: int, layers: int, data: some.DataObject
) -> None:
    model, tokenizer = made(cell, layers, seed)
    for layer in trace(Stepper(model), tokenizer, TEXT).layers:
        word, unit = data.draw(some.integers(0, 7)), data.draw(some.integers(0, 9))
        found = formulas(layer, word, unit)
        assert tuple(found) == BLOCKS[cell]
        for name, formula in found.items():
            assert formula.block == name
            assert formula.value == layer.blocks[name][word, unit]
            assert formula.expression.value == pytest.approx(formula.value, abs=1e-5), (name, word, unit)


def test_the_first_word_finds_the_state_after_the_paragraph_s_end() -> None:
    layer = read("lstm", 1).layers[0]
    before = next(n for n in _numbers(formulas(layer, 0, 3)["cell_state"].expression) if n.symbol == "c_{t−1}")
    assert before.value == layer.start["cell_state"][3] != 0


@pytest.mark.parametrize(
    ("cell", "block", "symbols"),
    [
        ("lstm", "forget_gate", ["W_f x_t", "U_f h_{t−1}", "b_f"]),
        ("lstm", "candidate", ["W_c x_t", "U_c h_{t−1}", "b_c"]),
        ("lstm", "cell_state", ["f_t", "c_{t−1}", "i_t", "c̃_t"]),
        ("lstm", "hidden_state", ["o_t", "c_t"]),
        ("gru", "reset_gate", ["W_r x_t", "U_r h_{t−1}", "b_r"]),
        ("gru", "candidate", ["W_h x_t", "b_h", "r_t", "U_h h_{t−1}", "b′_h"]),
        ("gru", "hidden_state", ["z_t", "h_{t−1}", "z_t", "h̃_t"]),
        ("rnn", "hidden_state", ["W x_t", "U h_{t−1}", "b"]),
    ],
)
def test_the_symbols_are_the_field_s(cell: str, block: str, symbols: list[str]) -> None:
    assert _symbols(cell, block) == symbols


def test_what_each_part_of_a_formula_is_worth() -> None:
    two, three = Number("a", 2.0), Number("b", 3.0)
    assert Added((two, three)).value == 5
    assert Product((two, three)).value == 6
    assert Rest(three).value == -2
    assert Applied("σ", Number("", 0.0)).value == 0.5
    assert Applied("tanh", Rest(Number("", 1.0))).value == 0
