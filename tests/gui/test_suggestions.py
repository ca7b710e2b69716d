"""The list: figures that do not mislead, rows that do not move, words for a screen reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from textgen.engine.reports import Choice
from textgen.gui.parts import figures, style
from textgen.gui.write.suggestion_model import decimals_for
from textgen.gui.write.suggestion_row import BAR_ROLE, BEFORE_ROLE, FIGURE_ROLE
from textgen.gui.write.suggestions import SuggestionList

CHOICES = tuple(Choice(word, f" {word}", p) for word, p in (("the", 0.123), ("a", 0.06), ("zebra", 0.00001)))


@pytest.fixture
def shown(qtbot: QtBot) -> SuggestionList:
    shown = SuggestionList()
    qtbot.addWidget(shown)
    shown.resize(320, shown.height())
    shown.show()
    return shown


def cell(shown: SuggestionList, row: int, role: int) -> object:
    return shown.model().index(row, 0).data(role)


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [(0.1234, 1, "12.3 %"), (1.0, 1, "100 %"), (0.0001, 1, "< 0.1 %"), (0.0006, 1, "0.1 %"), (0.0042, 2, "0.42 %")],
)
def test_per_cent(value: float, decimals: int, said: str) -> None:
    assert figures.percent(value, decimals) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, "100 %"), (0.123, "12.3 %"), (0.01, "1.0 %"), (0.0042, "1 in 240"), (1 / 3449, "1 in 3,400"),
        (1 / 999_000, "1 in 1.0 million"), (3.1e-7, "1 in 3.2 million"), (1.1e-8, "1 in 91 million"),
        (3.5e-9, "1 in 290 million"), (3.7e-10, "1 in 2.7 billion"), (4.2e-13, "1 in 2.4 trillion"),
        (8.5e-17, "1 in 12,000 trillion"), (0.0, "< 0.1 %"),
    ],
)  # fmt: skip
def test_a_small_probability_is_one_in_so_many(value: float, said: str) -> None:
    assert figures.chance(value) == said


@pytest.mark.parametrize(
    ("value", "said"), [(0.00312, "0.312 %"), (3.21e-7, "0.0000321 %"), (0.25, "25.0 %"), (0.0, "0.00 %")]
)
def test_however_small_it_is_it_can_be_read_exactly(value: float, said: str) -> None:
    assert figures.exact_share(value) == said


def test_lines_of_words_can_be_told_apart_by_their_figures(shown: SuggestionList) -> None:
    found = (0.04, 3.21e-7, 1.1e-9)
    shown.show_choices(tuple(Choice("of the sea", " of the sea", p) for p in found), lines=True)
    assert [cell(shown, row, FIGURE_ROLE) for row in range(3)] == ["4.0 %", "1 in 3.1 million", "1 in 910 million"]
    tip = "of the sea\n1 in 3.1 million (0.0000321 %)"
    assert cell(shown, 1, Qt.ItemDataRole.ToolTipRole) == tip
    shown.show_choices(CHOICES)
    assert cell(shown, 2, FIGURE_ROLE) == "< 0.1 %", "one word among many is a share of them all"


@pytest.mark.parametrize(("best", "decimals"), [(0.5, 1), (0.01, 1), (0.0042, 2), (0.00042, 3), (1e-9, 4), (0.0, 1)])
def test_the_best_has_digits_that_mean_something(best: float, decimals: int) -> None:
    assert decimals_for(best) == decimals


def test_each_row_says_its_key_its_word_and_its_figure(shown: SuggestionList) -> None:
    shown.show_choices(CHOICES)
    assert cell(shown, 0, Qt.ItemDataRole.AccessibleTextRole) == "1. the, 12.3 %"
    assert cell(shown, 2, FIGURE_ROLE) == "< 0.1 %"


def test_a_bar_shows_how_unsure_the_model_is(shown: SuggestionList) -> None:
    shown.show_choices(CHOICES)
    assert cell(shown, 0, BAR_ROLE) == pytest.approx(0.123 / 0.2)
    shown.show_choices((Choice("the", " the", 0.8), Choice("a", " a", 0.1)))
    assert cell(shown, 0, BAR_ROLE) == 1.0
    assert cell(shown, 1, BAR_ROLE) == pytest.approx(0.125)


STEERED = (Choice("the", " the", 0.4, before=0.2), Choice("a", " a", 0.1, before=0.3))


def test_what_settings_have_changed_is_said_and_shown(shown: SuggestionList) -> None:
    shown.show_choices(CHOICES)
    assert not shown.compares
    assert cell(shown, 0, BEFORE_ROLE) is None
    shown.show_choices(STEERED)
    assert shown.compares
    assert [cell(shown, row, BEFORE_ROLE) for row in range(2)] == pytest.approx([0.5, 0.75])
    assert cell(shown, 1, Qt.ItemDataRole.ToolTipRole) == "a\n10.0 %\nbefore your settings 30.0 %"
    assert cell(shown, 0, Qt.ItemDataRole.AccessibleTextRole) == "1. the, 40.0 %, before your settings 20.0 %"


def test_a_bar_that_was_longer_before_the_settings_does_not_leave_its_column(shown: SuggestionList) -> None:
    shown.show_choices((Choice("the", " the", 0.1, before=0.9),))
    assert cell(shown, 0, BEFORE_ROLE) == 1.0
    assert cell(shown, 0, BAR_ROLE) == pytest.approx(1 / 9)


def test_the_outline_is_seen_before_and_behind_the_bar(shown: SuggestionList) -> None:
    def edges(*choices: Choice) -> list[QImage]:
        shown.show_choices(choices)
        rows = [shown.visualRect(shown.model().index(row)) for row in range(len(choices))]
        return [shown.viewport().grab(row).toImage() for row in rows]

    plain = edges(*(replace(choice, before=None) for choice in STEERED))
    assert all(one != other for one, other in zip(edges(*STEERED), plain, strict=True))


def painted(shown: SuggestionList, row: int) -> int:
    """How many pixels of the row have the colour of the bars."""
    image: QImage = shown.viewport().grab(shown.visualRect(shown.model().index(row))).toImage()
    bar = style.colours().accent.rgb()
    middle = image.height() // 2
    return sum(image.pixel(x, middle) == bar for x in range(image.width()))


def test_bars_are_painted_in_proportion(shown: SuggestionList) -> None:
    shown.show_choices((Choice("the", " the", 0.8), Choice("a", " a", 0.4)))
    assert painted(shown, 0) > 60
    assert painted(shown, 1) == pytest.approx(painted(shown, 0) / 2, abs=3)
    assert painted(shown, 2) == 0


def test_rows_keep_their_place_whatever_stands_in_them(shown: SuggestionList) -> None:
    shown.show_choices(CHOICES)
    before = [shown.visualRect(shown.model().index(row)) for row in range(10)]
    shown.show_choices((Choice("an exceedingly long word " * 3, " x", 0.1),) * 10)
    assert [shown.visualRect(shown.model().index(row)) for row in range(10)] == before
    shown.show_choices(())
    assert [shown.visualRect(shown.model().index(row)) for row in range(10)] == before


def test_blank_rows_cannot_be_taken(qtbot: QtBot, shown: SuggestionList) -> None:
    shown.show_choices(CHOICES)
    spot = shown.visualRect(shown.model().index(5)).center()
    with qtbot.assertNotEmitted(shown.taken), qtbot.assertNotEmitted(shown.picked):
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.keyClick(shown, Qt.Key.Key_9)
        QTest.keyClick(shown, Qt.Key.Key_Return)


def test_zero_is_the_tenth(qtbot: QtBot, shown: SuggestionList) -> None:
    shown.show_choices(tuple(Choice(str(n), f" {n}", 0.1) for n in range(10)))
    with qtbot.waitSignal(shown.taken, check_params_cb=lambda row: row == 9):
        QTest.keyClick(shown, Qt.Key.Key_0)


def test_the_busy_line_is_painted_and_goes_away(shown: SuggestionList) -> None:
    shown.set_busy(True)
    assert shown.busy
    shown._tick()
    assert not shown.grab().isNull()
    shown.set_busy(False)
    assert not shown.busy


def test_what_was_shown_under_the_pointer_when_it_was_pressed_is_picked(qtbot: QtBot, shown: SuggestionList) -> None:
    shown.show_choices(CHOICES)
    spot = shown.visualRect(shown.model().index(1, 0)).center()
    QTest.mousePress(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    shown.show_choices(CHOICES[::-1] + CHOICES)
    with qtbot.waitSignal(shown.picked) as picked:
        QTest.mouseRelease(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert picked.args == [CHOICES[1]]


def test_a_row_that_was_blank_when_it_was_pressed_picks_nothing(qtbot: QtBot, shown: SuggestionList) -> None:
    spot = shown.visualRect(shown.model().index(1, 0)).center()
    QTest.mousePress(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    shown.show_choices(CHOICES)
    with qtbot.assertNotEmitted(shown.picked):
        QTest.mouseRelease(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
