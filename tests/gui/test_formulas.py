"""The formulas as they are read and copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.gui.cells import layer
from textgen.engine.config import CELL_NAMES
from textgen.engine.formulas import Added, Applied, Formula, Number, Product, Rest, formulas
from textgen.engine.gates import BLOCKS
from textgen.gui.look.formula_text import numeric, rich, runs, shown, steps, symbolic
from textgen.gui.look.formulas import Formulas

FORMULAS = {
    "lstm": [
        "f_t = σ(W_f x_t + U_f h_{t−1} + b_f)",
        "i_t = σ(W_i x_t + U_i h_{t−1} + b_i)",
        "c̃_t = tanh(W_c x_t + U_c h_{t−1} + b_c)",
        "c_t = f_t ⊙ c_{t−1} + i_t ⊙ c̃_t",
        "o_t = σ(W_o x_t + U_o h_{t−1} + b_o)",
        "h_t = o_t ⊙ tanh(c_t)",
    ],
    "gru": [
        "r_t = σ(W_r x_t + U_r h_{t−1} + b_r)",
        "z_t = σ(W_z x_t + U_z h_{t−1} + b_z)",
        "h̃_t = tanh(W_h x_t + b_h + r_t ⊙ (U_h h_{t−1} + b′_h))",
        "h_t = z_t ⊙ h_{t−1} + (1 − z_t) ⊙ h̃_t",
    ],
    "rnn": ["h_t = tanh(W x_t + U h_{t−1} + b)"],
}


@pytest.fixture
def page(qtbot: QtBot) -> Formulas:
    page = Formulas()
    qtbot.addWidget(page)
    page.resize(400, 300)
    return page


def _copied(page: Formulas) -> str:
    page.selectAll()
    return page.createMimeDataFromSelection().text()


def _of(*parts: float) -> Formula:
    whole = Added(tuple(Number("", part) for part in parts))
    return Formula("", "", whole, whole.value)


@pytest.mark.parametrize("cell", CELL_NAMES)
def test_the_notation_is_the_field_s(cell: str) -> None:
    found = formulas(layer(cell), 1, 2).values()
    assert [f"{formula.symbol} = {symbolic(formula.expression)}" for formula in found] == FORMULAS[cell]


def test_numbers_stand_where_the_symbols_stood() -> None:
    a, b, c = Number("a", 0.5), Number("b", -0.25), Number("c", -1.0)
    assert numeric(Applied("σ", Added((a, b, c)))) == "σ(0.500 − 0.250 − 1.000)"
    assert numeric(Added((Product((a, b)), Product((Rest(a), c))))) == "0.500 · (−0.250) + (1 − 0.500) · (−1.000)"
    assert numeric(Added((c, Product((b, Added((a, b))))))) == "−1.000 + (−0.250) · (0.500 − 0.250)"
    assert shown(-0.0001) == "0.000"
    assert shown(1234.5) == "1,234.500"


def test_it_is_worked_out_from_the_inside_and_says_where_rounding_shows() -> None:
    found = {name: steps(formula) for name, formula in formulas(layer("gru"), 1, 2).items()}
    assert len(found["reset_gate"]) == 3  # numbers, their sum, the gate
    assert len(found["candidate"]) == 5  # numbers, U h + b′, r times it, the sum, the candidate
    assert steps(_of(0.1, 0.2)) == [("=", "0.100 + 0.200"), ("=", "0.300")]
    assert steps(_of(0.1004, 0.2004)) == [("=", "0.100 + 0.200"), ("≈", "0.301")]


@given(some.lists(some.floats(-20, 20), min_size=2, max_size=4))
def test_a_sum_that_says_equal_is_one_as_it_is_shown(parts: list[float]) -> None:
    (_, terms), (sign, result) = steps(_of(*parts))
    assert sign in ("=", "≈")
    added = sum(_thousandths(terms.replace(" − ", " −").replace(" + ", " ").split()))
    assert (added == next(_thousandths([result]))) == (sign == "=")
    assert abs(added - next(_thousandths([result]))) <= len(parts)


def _thousandths(numbers: list[str]) -> Iterator[int]:
    for number in numbers:
        yield round(float(number.replace("−", "-")) * 1000)


@pytest.mark.parametrize("cell", CELL_NAMES)
def test_the_last_number_is_what_the_network_computed(cell: str) -> None:
    for word in range(8):
        for formula in formulas(layer(cell), word, 5).values():
            assert steps(formula)[-1][1] == shown(formula.value)


def test_subscripts_are_told_from_the_rest() -> None:
    assert list(runs("U_f h_{t−1}")) == [("U", False), ("f", True), (" h", False), ("t−1", True)]
    assert rich("c_t < 1") == "c<sub>t</sub> &lt; 1"


@pytest.mark.parametrize("cell", CELL_NAMES)
def test_what_is_copied_has_formulas_and_numbers_as_plain_text(page: Formulas, cell: str) -> None:
    page.show_unit(layer(cell), 1, 2, "eats <b>")
    lines = [line.strip() for line in _copied(page).splitlines()]
    assert lines[0] == "Unit 2 at “eats <b>”"
    for formula, told in zip(formulas(layer(cell), 1, 2).values(), FORMULAS[cell], strict=True):
        place = lines.index(told)
        assert lines[place + 1 : place + 1 + len(steps(formula))] == [" ".join(step) for step in steps(formula)]


def test_a_part_of_a_formula_can_be_copied(page: Formulas) -> None:
    page.show_unit(layer("rnn"), 1, 2)
    cursor = page.document().find("W x")
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    assert page.createMimeDataFromSelection().text() == "W x_t"


def test_the_chosen_block_is_marked_and_in_sight(qtbot: QtBot, page: Formulas) -> None:
    page.show()
    page.show_unit(layer("lstm"), 1, 2)
    before = page.toHtml()
    page.set_chosen(BLOCKS["lstm"][-1])
    assert page.toHtml() != before
    assert page.verticalScrollBar().value() > 0


def test_it_stays_where_one_reads_while_one_steps(page: Formulas) -> None:
    page.show()
    page.show_unit(layer("lstm"), 1, 2)
    page.verticalScrollBar().setValue(120)
    page.show_unit(layer("lstm"), 2, 2)
    assert page.verticalScrollBar().value() == 120
    page.clear()
    assert page.toPlainText() == ""
