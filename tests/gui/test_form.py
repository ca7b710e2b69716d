"""Settings become controls that know their range, their steps and their help."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.problem import Problem
from textgen.engine.settings import settings_of
from textgen.gui.parts.form import Form, mnemonics
from textgen.gui.parts.widgets import scrolled

# the offscreen platform says so of every window that is shown
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

KINDS = (ModelConfig, TrainConfig, SamplingConfig)


def form_of(qtbot: QtBot, kind: type, *fields: str) -> Form:
    form = Form(kind, fields or tuple(settings_of(kind)))
    qtbot.addWidget(form)
    form.resize(700, 400)
    return form


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_form_holds_the_defaults_of_every_field(qtbot: QtBot, kind: type) -> None:
    form = form_of(qtbot, kind)
    assert form.values() == dataclasses.asdict(kind())
    assert form.is_default()
    assert kind(**form.values()) == kind()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_its_help_in_sight_and_its_range_in_the_tooltip(qtbot: QtBot, kind: type) -> None:
    form = form_of(qtbot, kind)
    for name, about in settings_of(kind).items():
        row = form.rows[name]
        assert about.help in [label.text() for label in row.findChildren(QLabel)]
        assert about.help in row.control.toolTip()
        assert row.control.accessibleName() == about.label
        if about.high is not None:
            assert "From " in row.control.toolTip()


@pytest.mark.parametrize("kind", KINDS)
def test_the_ends_of_every_range_can_be_chosen_and_nothing_beyond_them(qtbot: QtBot, kind: type) -> None:
    form = form_of(qtbot, kind)
    for name, about in settings_of(kind).items():
        if about.high is None:
            continue
        for edge in (about.low, about.high):
            form.set_values({name: edge})
            assert form.values()[name] == edge
        form.rows[name].control.setValue(about.high * 2 if about.high < 1e9 else about.high)
        assert form.values()[name] == about.high
        assert type(form.values()[name]) is type(getattr(kind(), name))


def test_values_outside_the_range_are_refused_whole(qtbot: QtBot) -> None:
    form = form_of(qtbot, ModelConfig)
    with pytest.raises(Problem):
        form.set_values({"units": 128, "layers": 99})
    assert form.is_default()


def test_setting_many_values_tells_once(qtbot: QtBot) -> None:
    form = form_of(qtbot, ModelConfig)
    told: list[dict] = []
    form.changed.connect(lambda: told.append(form.values()))
    form.set_values({"units": 128, "layers": 2, "no such field": 1})
    assert len(told) == 1
    assert (told[0]["units"], told[0]["layers"]) == (128, 2)


def test_reset_puts_the_defaults_back_and_says_why_it_is_disabled(qtbot: QtBot) -> None:
    form = form_of(qtbot, ModelConfig, "units", "dropout")
    assert not form.reset_button.isEnabled()
    assert form.reset_button.toolTip()
    form.rows["units"].control.setValue(64)
    assert form.reset_button.isEnabled()
    assert not form.reset_button.toolTip()
    form.reset_button.click()
    assert form.is_default()


@pytest.mark.parametrize(
    ("kind", "field", "steps", "expected"),
    [
        (TrainConfig, "learning_rate", (1, 1, 1), (0.005, 0.01, 0.02)),
        (TrainConfig, "learning_rate", (-1, -1, -1, -1), (0.002, 0.001, 0.0005, 0.0002)),
        (ModelConfig, "units", (1, -2), (512, 128)),
        (ModelConfig, "vocabulary", (1, 1), (50_000, 100_000)),
        (ModelConfig, "layers", (1, -5), (2, 1)),
        (ModelConfig, "dropout", (1,), (0.45,)),
    ],
)
def test_steps_suit_the_range(qtbot: QtBot, kind: type, field: str, steps: tuple, expected: tuple) -> None:
    form = form_of(qtbot, kind, field)
    start = {"learning_rate": 0.003, "units": 256, "vocabulary": 20_000, "layers": 1, "dropout": 0.4}
    form.set_values({field: start[field]})
    for step, value in zip(steps, expected, strict=True):
        form.rows[field].control.stepBy(step)
        assert form.values()[field] == pytest.approx(value)


def test_numbers_are_written_short_and_grouped(qtbot: QtBot) -> None:
    form = form_of(qtbot, TrainConfig, "learning_rate")
    form.set_values({"learning_rate": 0.003})
    assert form.rows["learning_rate"].control.text() == "0.003"
    form = form_of(qtbot, ModelConfig, "vocabulary")
    form.set_values({"vocabulary": 20_000})
    assert form.rows["vocabulary"].control.text() == "20,000"


def test_a_typed_value_counts_once_it_is_finished(qtbot: QtBot) -> None:
    form = form_of(qtbot, ModelConfig, "units")
    control = form.rows["units"].control
    control.selectAll()
    qtbot.keyClicks(control, "96")
    qtbot.keyClick(control, Qt.Key.Key_Return)
    assert form.values() == {"units": 96}


@pytest.mark.parametrize("language", [QLocale.Language.English, QLocale.Language.Spanish, QLocale.Language.French])
@pytest.mark.parametrize("typed", ["0.7", "0,7"])
def test_a_fraction_is_typed_with_a_point_or_a_comma_in_every_language(
    qtbot: QtBot, language: QLocale.Language, typed: str
) -> None:
    QLocale.setDefault(QLocale(language))
    form = form_of(qtbot, SamplingConfig, "top_p")
    box = form.rows["top_p"].control
    box.selectAll()
    QTest.keyClicks(box, typed)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.value() == 0.7
    assert box.text() == "0" + QLocale().decimalPoint() + "7"


def test_the_wheel_scrolls_the_page_and_changes_no_setting(qtbot: QtBot) -> None:
    form = form_of(qtbot, ModelConfig, "units", "cell")
    for row in form.rows.values():
        middle = QPointF(row.control.rect().center())
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(row.control, event)
    assert form.is_default()


def test_a_choice_gives_its_name_and_not_its_words(qtbot: QtBot) -> None:
    form = form_of(qtbot, ModelConfig, "cell")
    form.set_values({"cell": "gru"})
    assert form.values() == {"cell": "gru"}
    form.rows["cell"].control.setCurrentIndex(2)
    assert form.values() == {"cell": "rnn"}


def test_mnemonics_are_all_different_and_leave_the_taken_letters_alone() -> None:
    assert mnemonics(["Units", "Unit", "UN"], taken="u") == ["U&nits", "Un&it", "UN"]
    labels = mnemonics([about.label for about in settings_of(TrainConfig).values()], taken="fgth")
    letters = [label[label.index("&") + 1].casefold() for label in labels if "&" in label]
    assert len(set(letters)) == len(letters) >= 8
    assert not set(letters) & set("fgth")


def test_columns_follow_the_width_and_the_fields_keep_their_order(qtbot: QtBot) -> None:
    form = form_of(qtbot, ModelConfig)
    form.show()
    rows = list(form.rows.values())
    for width, columns in ((320, 1), (640, 2), (1000, 3)):
        form.resize(width, 900)
        qtbot.waitUntil(lambda columns=columns: len({row.x() for row in rows}) == columns)
        assert [(row.y(), row.x()) for row in rows] == sorted((row.y(), row.x()) for row in rows)


# ---- what may be left to the program -----------------------------------------------------------------------------------


def automatic_form(qtbot: QtBot) -> Form:
    form = Form(ModelConfig, ("units", "layers", "dropout"), automatic=("units", "dropout"))
    qtbot.addWidget(form)
    return form


def test_a_setting_is_automatic_until_a_value_is_chosen(qtbot: QtBot) -> None:
    form = automatic_form(qtbot)
    units = form.rows["units"].control
    assert (units.text(), form.values()["units"], form.fixed()) == ("Automatic", 256, set())
    units.stepBy(1)
    assert (units.text(), form.values()["units"], form.fixed()) == ("256", 256, {"units"})
    assert not form.is_default()
    form.reset_button.click()
    assert (units.text(), form.fixed(), form.is_default()) == ("Automatic", set(), True)
    form.set_values({"units": 256, "dropout": 0.0})
    assert form.fixed() == {"units", "dropout"}


@pytest.mark.parametrize(("field", "least"), [("units", "4"), ("dropout", "0")])
def test_below_the_least_value_and_in_an_emptied_box_it_is_automatic(qtbot: QtBot, field: str, least: str) -> None:
    form = automatic_form(qtbot)
    row = form.rows[field]
    row.set_value(float(least) if field == "dropout" else int(least))
    assert (row.control.text(), row.is_fixed()) == (least, True)
    row.control.stepBy(-1)
    assert row.control.text() == "Automatic"
    row.control.stepBy(1)
    row.control.selectAll()
    qtbot.keyClick(row.control, Qt.Key.Key_Backspace)
    qtbot.keyClick(row.control, Qt.Key.Key_Return)
    assert (row.control.text(), row.is_fixed()) == ("Automatic", False)


def test_a_step_down_reaches_the_least_value_before_it_is_automatic(qtbot: QtBot) -> None:
    form = automatic_form(qtbot)
    row = form.rows["dropout"]
    row.set_value(0.03)
    row.control.stepBy(-1)
    assert (row.control.text(), row.value(), row.is_fixed()) == ("0", 0.0, True)


def test_a_choice_says_automatic_for_its_default(qtbot: QtBot) -> None:
    form = Form(TrainConfig, ("precision",), automatic=("precision",))
    qtbot.addWidget(form)
    assert (form.rows["precision"].control.currentText(), form.fixed()) == ("Automatic", set())
    form.set_values({"precision": "bf16"})
    assert (form.values(), form.fixed()) == ({"precision": "bf16"}, {"precision"})
    form.reset()
    assert (form.values(), form.fixed()) == ({"precision": "fastest"}, set())


@pytest.mark.parametrize("chosen", [None, 64])
def test_a_held_setting_shows_another_value_and_gives_its_own_back(qtbot: QtBot, chosen: int | None) -> None:
    form, told = automatic_form(qtbot), []
    row = form.rows["units"]
    row.set_value(chosen)
    form.changed.connect(lambda: told.append(form.values()))
    tip, value, fixed = row.control.toolTip(), row.value(), row.is_fixed()
    row.hold(512, "It is the model’s.")
    row.hold(128, "It is the model’s.")
    assert (row.control.text(), row.control.isEnabled(), row.control.toolTip()) == ("128", False, "It is the model’s.")
    assert (row.value(), row.is_fixed()) == (value, fixed)
    row.release()
    assert (row.value(), row.is_fixed(), row.control.isEnabled(), row.control.toolTip()) == (value, fixed, True, tip)
    assert told == []


# ---- room ----------------------------------------------------------------------------------------------------------------


def test_a_form_can_become_narrow_again_whatever_its_columns_are_now(qtbot: QtBot) -> None:
    form = form_of(qtbot, TrainConfig)
    form.show()
    form.resize(1200, 700)
    qtbot.waitUntil(lambda: form._columns == 3)
    widest = max(row.minimumSizeHint().width() for row in form.rows.values())
    assert form.minimumSizeHint().width() == widest < 320


def test_what_is_too_wide_for_one_line_stands_below_each_other(qtbot: QtBot) -> None:
    for room, beside in ((60, True), (16, False)):
        form = Form(ModelConfig, ("vocabulary",), room=room)
        qtbot.addWidget(form)
        form.resize(500, 100)
        form.show()
        (row,) = form.rows.values()
        label = next(label for label in row.findChildren(QLabel) if label.buddy() is row.control)
        assert (row.control.y() < label.geometry().bottom()) is beside


def test_an_unfolded_form_in_a_narrow_page_that_scrolls_comes_to_rest(qtbot: QtBot) -> None:
    area = scrolled(Form(SamplingConfig, tuple(settings_of(SamplingConfig))))
    qtbot.addWidget(area)
    area.resize(272, 300)
    area.show()
    QApplication.processEvents()
    assert area.widget().width() < 320
