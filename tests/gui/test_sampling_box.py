"""How words are chosen: every setting goes in and out, presets are seen to be on, lists say what the model lacks."""

from __future__ import annotations

from dataclasses import asdict, replace
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from textgen.engine.config import MIXES, SEARCHES, SamplingConfig
from textgen.engine.presets import PRESETS
from textgen.engine.settings import settings_of
from textgen.gui.parts.form_controls import TextBox
from textgen.gui.parts.form_row import Row
from textgen.gui.write.sampling_box import SamplingBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

ALL = SamplingConfig(
    temperature=0.7, top_k=40, top_p=0.8, min_p=0.1, repetition_penalty=1.3, no_repeat=3, borrow=7, never="a, b",
    favour="c", search="drawn", mix="cache", seed=9,
)  # fmt: skip


def model(*words: str) -> SimpleNamespace:
    return SimpleNamespace(mixture=1, ngrams=1, words=words)


ELSEWHERE = {"borrow", "search"}  # on the page Origin, and above the five words


@pytest.fixture
def box(qtbot: QtBot) -> SamplingBox:
    box = SamplingBox()
    qtbot.addWidget(box)
    box.show_model(model("old", "New"))
    return box


def told(box: SamplingBox) -> list[SamplingConfig]:
    result: list[SamplingConfig] = []
    box.changed.connect(lambda: result.append(box.config))
    return result


def on(box: SamplingBox) -> list[str]:
    return [name for name, segment in box.presets.buttons.items() if segment.isChecked()]


def test_the_example_differs_from_the_defaults_in_everything() -> None:
    assert not [name for name, value in asdict(ALL).items() if value == getattr(SamplingConfig(), name)]


def test_every_setting_goes_in_and_comes_out_and_is_told_once(box: SamplingBox) -> None:
    heard = told(box)
    box.set_config(ALL)
    assert box.config == ALL
    assert heard == [ALL]


@settings(
    deadline=None,
    max_examples=40,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.builds(
        SamplingConfig,
        temperature=st.sampled_from((0.05, 0.5, 1.0, 3.0)),
        top_k=st.integers(0, 1000),
        no_repeat=st.integers(0, 10),
        borrow=st.integers(0, 50),
        never=st.text("aé, ", max_size=5),
        search=st.sampled_from(SEARCHES),
        mix=st.sampled_from(MIXES),
        seed=st.integers(0, 1000),
    ),
    st.sampled_from(sorted(PRESETS)),
)
def test_a_preset_changes_its_own_values_and_nothing_else(
    box: SamplingBox, config: SamplingConfig, preset: str
) -> None:
    box.set_config(config)
    assert box.config == config
    box.presets.buttons[preset].click()
    assert box.config == PRESETS[preset].applied(config)
    assert on(box) == [preset]
    box.presets.back.click()
    assert box.config == replace(config, **{name: getattr(SamplingConfig(), name) for name in PRESETS[preset].values})


def test_everything_that_has_no_control_elsewhere_has_a_control_with_its_sentence(box: SamplingBox) -> None:
    rows = box.findChildren(Row)
    names = {row.control.accessibleName() for row in rows}
    assert names == {about.label for name, about in settings_of(SamplingConfig).items() if name not in ELSEWHERE}
    assert all(row.control.toolTip() for row in rows)


def test_which_preset_is_on_is_seen_and_none_when_a_value_differs(box: SamplingBox) -> None:
    assert on(box) == []
    box.presets.buttons["careful"].click()
    assert on(box) == ["careful"]
    assert box.fold.text() == "Careful · temperature 0.5"
    box.presets.buttons["careful"].click()
    assert on(box) == ["careful"], "clicked again it stays on"
    box.more.daring.set_values({"top_k": 5})
    assert on(box) == []
    assert "your own" in box.presets._about.text()
    assert box.fold.text() == "Temperature 0.5 · best 5 words"


def test_the_way_back_says_why_it_is_closed(box: SamplingBox) -> None:
    assert not box.presets.back.isEnabled()
    assert "already" in box.presets.back.toolTip()
    box.presets.buttons["daring"].click()
    assert box.presets.back.isEnabled()
    box.presets.back.click()
    assert box.config == SamplingConfig()
    assert not box.presets.back.isEnabled()


def remarks(box: SamplingBox) -> list[str]:
    labels = [row._remark for row in box.more.listing.rows.values()]
    return [label.text() for label in labels if not label.isHidden()]


def test_a_listed_word_that_the_model_does_not_know_is_named_beneath_its_list(box: SamplingBox) -> None:
    box.more.listing.set_values({"never": "old, zzz", "favour": "new"})
    assert remarks(box) == ["The model does not know “zzz”."]
    box.more.listing.set_values({"favour": "yyy OLD"})
    assert remarks(box) == ["The model does not know “zzz”.", "The model does not know “yyy”."]
    box.show_model(model("zzz", "yyy", "old"))
    assert remarks(box) == []
    box.show_model(None)
    assert remarks(box) == []


def test_typed_words_count_after_a_pause_or_once_they_are_finished(qtbot: QtBot, box: SamplingBox) -> None:
    control = box.more.listing.rows["never"].control
    assert isinstance(control, TextBox)
    heard = told(box)
    QTest.keyClicks(control, "old")
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert [config.never for config in heard] == ["old"]
    QTest.keyClicks(control, "er")
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert [config.never for config in heard] == ["old", "older"]


def in_sight(box: SamplingBox) -> set[str]:
    box.show()
    return {row.control.accessibleName() for row in box.findChildren(Row) if row.isVisible()}


def test_few_settings_are_in_sight_until_more_are_asked_for(box: SamplingBox) -> None:
    assert in_sight(box) == set()
    box.fold.click()
    assert in_sight(box) == {"Temperature"}
    box.unfold.click()
    assert len(in_sight(box)) == len(settings_of(SamplingConfig)) - len(ELSEWHERE)


@pytest.mark.parametrize("steps", [34, 41])
def test_nothing_is_wider_than_the_column(box: SamplingBox, steps: int) -> None:
    box.fold.click()
    box.unfold.click()
    box.more.listing.set_values({"never": "zzz"})
    assert box.minimumSizeHint().width() <= steps * 8 - 16
    box.resize(steps * 8 - 16, 1200)
    box.show()
    for part in box.findChildren(QLabel):
        assert not part.isVisible() or right(part, box) <= box.width()


def right(part: QWidget, box: QWidget) -> int:
    return part.mapTo(box, part.rect().topRight()).x()


def test_the_dice_choose_another_seed(box: SamplingBox) -> None:
    heard: list[Any] = told(box)
    box.more.dice.click()
    assert len(heard) == 1 and heard[0].seed > 0


def test_what_departs_from_the_preset_is_named_while_everything_is_folded(box: SamplingBox) -> None:
    box.presets.buttons["natural"].click()
    box.show()
    assert not box.besides.isVisible()
    box.set_config(replace(box.config, borrow=7, never="tree, a b c d", favour="sea", seed=9))
    assert box.besides.isVisible()
    assert box.fold.text().startswith("Natural")
    named = box.besides.text()
    assert named == "borrows at most 7 words · never “tree”, “a”, “b” and 2 more · favours “sea” · seed\u00a09"
    box.presets.back.click()
    assert "borrows at most 7 words" in box.besides.text()
    box.set_config(SamplingConfig(top_k=5, top_p=0.9, min_p=0.1, repetition_penalty=1.2, no_repeat=4))
    assert (
        box.besides.text() == "likeliest 90 % · without the unlikely · repetition penalty 1.2 · no run of 4 words twice"
    )
    box.set_config(SamplingConfig())
    assert box.besides.isHidden()
