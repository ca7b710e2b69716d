"""The rows of a heat map: their order, their groups, their means."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine.unit_rows import by_variation, furthest, grouped, means, reach


def test_what_varies_most_comes_first_and_equal_ones_by_number() -> None:
    values_TH = np.array([[0.5, 0.0, 0.9, 0.5, 0.1], [0.5, 1.0, 0.1, 0.5, 0.2]], np.float32)
    assert by_variation(values_TH) == (1, 2, 4, 0, 3)


def test_one_word_or_none_leaves_them_by_number() -> None:
    assert by_variation(np.array([[3.0, 1.0, 2.0]], np.float32)) == (0, 1, 2)
    assert by_variation(np.zeros((0, 3), np.float32)) == (0, 1, 2)


@given(units=st.integers(0, 400), most=st.integers(0, 300))
def test_rows_hold_every_unit_once_in_order_and_are_not_too_many(units: int, most: int) -> None:
    order = tuple(reversed(range(units)))
    rows = grouped(order, most)
    assert tuple(unit for row in rows for unit in row) == order
    assert len(rows) <= max(1, most)
    assert len({len(row) for row in rows[:-1]}) <= 1


def test_where_there_is_room_each_unit_has_its_row() -> None:
    assert grouped((2, 0, 1), 3) == ((2,), (0,), (1,))


def test_a_row_shows_the_mean_of_its_units() -> None:
    values_TH = np.array([[0.0, 0.2, 0.4], [1.0, 0.0, 0.5]], np.float32)
    assert means(values_TH, ((2, 0), (1,))) == pytest.approx(np.array([[0.2, 0.75], [0.2, 0.0]]))
    assert means(values_TH, ()).shape == (0, 2)


def test_of_a_group_with_signs_the_strongest_is_shown() -> None:
    values_TH = np.array([[0.5, -0.7, 0.1], [0.2, 0.0, -0.1]], np.float32)
    assert furthest(values_TH, ((0, 1), (2,))) == pytest.approx(np.array([[-0.7, 0.2], [0.1, -0.1]]))
    assert furthest(values_TH, ()).shape == (0, 2)


@pytest.mark.parametrize(
    ("largest", "end"),
    [(0, 0.1), (0.12, 0.15), (0.4, 0.5), (0.9, 1), (1, 1), (-1.2, 1.5), (4, 5), (-7.1, 10), (19, 20), (480, 500)],
)
def test_a_scale_ends_at_a_round_number_that_holds_all(largest: float, end: float) -> None:
    assert reach(np.array([[0.1, largest]])) == pytest.approx(end)


@given(st.floats(0, 1e6))
def test_a_scale_holds_what_it_shows_and_is_not_much_longer(largest: float) -> None:
    end = reach(np.array([[largest]]))
    assert largest <= end <= max(0.1, 1.7 * largest)


def test_the_scale_of_nothing_is_the_shortest() -> None:
    assert reach(np.zeros((0, 4), np.float32)) == 0.1
