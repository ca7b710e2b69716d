"""What is looked at in a trace, and what of it stays when there is another."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.gui.traces import SENTENCE, drawn
from textgen.gui.look.spot import Spot


@pytest.fixture
def spot(qtbot: QtBot) -> Spot:
    spot = Spot()
    spot.show_trace(drawn(layers=2))
    return spot


def test_at_first_it_is_the_first_block_the_last_word_and_the_unit_that_varies_most(spot: Spot) -> None:
    values_TH = spot.trace.layers[0].blocks["forget_gate"]
    assert (spot.layer, spot.block, spot.word) == (0, "forget_gate", len(SENTENCE) - 1)
    assert spot.unit == int(values_TH.std(axis=0).argmax())


def test_what_is_chosen_stays_over_a_new_trace(spot: Spot) -> None:
    spot.choose_layer(1)
    spot.choose_block("cell_state")
    spot.choose_word(1)
    spot.choose_unit(7)
    spot.show_trace(drawn(words=("Then", "Bruno", "says"), layers=2))
    assert (spot.layer, spot.block, spot.word, spot.unit) == (1, "cell_state", 1, 7)
    assert spot.value == pytest.approx(float(spot.trace.layers[1].blocks["cell_state"][1, 7]))


def test_what_is_not_there_any_more_gives_way_and_comes_back(spot: Spot) -> None:
    spot.choose_layer(1)
    spot.choose_block("cell_state")
    spot.choose_word(3)
    spot.choose_unit(9)
    spot.show_trace(drawn("gru", ("Ada", "eats"), units=4))
    assert (spot.layer, spot.block, spot.word) == (0, "reset_gate", 1)
    assert spot.unit == spot.order[0]
    spot.show_trace(drawn(layers=2))
    assert (spot.layer, spot.block, spot.word, spot.unit) == (1, "cell_state", 3, 9)


def test_the_unit_is_followed_from_block_to_block(spot: Spot) -> None:
    unit = spot.unit
    for block in spot.blocks:
        spot.choose_block(block)
        assert spot.unit == unit


def test_while_no_word_is_chosen_it_is_the_one_that_is_typed(spot: Spot) -> None:
    spot.show_trace(drawn(words=(*SENTENCE, "Then")))
    assert spot.word == len(SENTENCE)


def test_steps_through_the_units_go_down_the_rows(spot: Spot) -> None:
    spot.choose_unit(spot.order[3])
    spot.step_unit(1)
    assert spot.unit == spot.order[4]
    spot.step_unit(-100)
    assert spot.unit == spot.order[0]


def test_units_by_number(spot: Spot) -> None:
    spot.sort(False)
    assert spot.order == tuple(range(12))


def test_without_words_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    spot = Spot()
    spot.show_trace(drawn(words=()))
    spot.choose_word(3)
    spot.choose_unit(3)
    spot.step_unit(1)
    assert (spot.trace, spot.word, spot.blocks, spot.values_TH.shape) == (None, 0, (), (0, 0))
    spot.show_trace(drawn())
    assert spot.word == len(SENTENCE) - 1, "the choices made of nothing are not kept"
    assert np.isfinite(spot.value)
