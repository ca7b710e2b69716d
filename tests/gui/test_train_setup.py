"""Before a training: what can be chosen, and when it can begin."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.scripted import (
    OFFSCREEN,
    ScriptedWorkspace,
    checkpoint,
    evaluation,
    shown,
    train_panel,
)
from textgen.engine.config import PLANNED, ModelConfig
from textgen.engine.corpus import MIN_WORDS
from textgen.gui.parts.memory import FIRST_MINUTES
from textgen.gui.train.train_panel import TrainPanel

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def workspace() -> ScriptedWorkspace:
    return ScriptedWorkspace()


@pytest.fixture
def panel(qtbot: QtBot, workspace: ScriptedWorkspace) -> TrainPanel:
    return train_panel(qtbot, workspace)


def test_without_a_text_it_says_so_and_leads_to_one(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    assert shown(panel) is panel.empty
    assert "No text" in panel.empty.title.text()
    panel.empty.button.click()
    assert workspace.places == ["text"]


def test_while_the_first_text_is_read_it_waits(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace._set_reading("Alice.txt")
    assert "Alice.txt" in panel.empty.title.text()
    assert not panel.empty.button.isVisible()


def test_a_text_that_is_too_small_says_how_much_is_needed(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text(words=MIN_WORDS - 1)
    assert shown(panel) is panel.empty
    assert str(MIN_WORDS) in panel.empty.sentence.text()
    assert panel.empty.button.isVisible()


def test_a_text_brings_the_choices(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    assert shown(panel) is panel.setup
    assert panel.setup.start.isEnabled()
    assert not panel.setup.more.isVisible()
    assert "20,000" in panel.setup._text.text()


def test_starting_waits_while_another_text_is_read_and_says_why(
    panel: TrainPanel, workspace: ScriptedWorkspace
) -> None:
    workspace.give_text()
    workspace._set_reading("Other.txt")
    assert not panel.setup.start.isEnabled()
    assert "read" in panel.setup.start.toolTip()
    workspace._set_reading("")
    assert panel.setup.start.isEnabled()


def test_what_is_chosen_is_what_is_trained(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    panel.setup.time.buttons[10.0].click()
    panel.setup.cells.cards["gru"].click()
    panel.setup.network.set_values({"units": 64})
    panel.setup.training.set_values({"seed": 7})
    panel.setup.start.click()
    ((model, train),) = workspace.started
    assert (model.cell, model.units, train.minutes, train.seed) == ("gru", 64, 10.0, 7)


@pytest.mark.parametrize("minutes", [2.0, 10.0, 60.0, 0.0])
def test_every_length_of_time_can_be_chosen(panel: TrainPanel, minutes: float) -> None:
    panel.setup.time.buttons[minutes].click()
    assert panel.setup.configs()[1].minutes == minutes
    assert panel.setup.time._sentence.text()


def test_the_cells_are_chosen_with_the_arrow_keys(
    panel: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    workspace.give_text()
    cards = panel.setup.cells.cards
    cards["lstm"].setChecked(True)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    cards["lstm"].setFocus()
    qtbot.keyClick(cards["lstm"], Qt.Key.Key_Right)
    assert panel.setup.cells.value() == "gru"
    assert [card.isChecked() for card in cards.values()] == [False, True, False]


def test_choices_are_remembered_by_the_next_window(panel: TrainPanel, qtbot: QtBot) -> None:
    panel.setup.time.set_value(60.0)
    panel.setup.cells.set_value("rnn")
    panel.setup.network.set_values({"dropout": 0.15})
    other = TrainPanel(ScriptedWorkspace())
    qtbot.addWidget(other)
    model, train = other.setup.configs()
    assert (model.cell, model.dropout, train.minutes) == ("rnn", 0.15, 60.0)


def test_the_first_training_of_a_person_is_short(panel: TrainPanel) -> None:
    assert panel.setup.time.value() == FIRST_MINUTES


def test_the_vocabulary_is_the_one_chosen_with_the_text(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.set_vocabulary(1234)
    assert panel.setup.configs()[0].vocabulary == 1234
    assert panel.setup.more.fixed() == {"vocabulary"}
    panel.setup.network.set_values({"vocabulary": 999})
    assert workspace.vocabulary == 999


def test_the_vocabulary_is_left_to_the_program_again_with_another_text_and_by_reset(
    panel: TrainPanel, workspace: ScriptedWorkspace
) -> None:
    for leave_it in (lambda: workspace.set_vocabulary(None), panel.setup.more.reset.click):
        workspace.set_vocabulary(1234)
        leave_it()
        assert (workspace.vocabulary, panel.setup.more.fixed()) == (None, set())
        assert panel.setup.network.rows["vocabulary"].control.text() == "Automatic"


def test_reset_puts_only_the_folded_settings_back(panel: TrainPanel) -> None:
    panel.setup.cells.set_value("rnn")
    panel.setup.network.set_values({"units": 64})
    panel.setup.more.reset.click()
    assert panel.setup.configs()[0] == ModelConfig(cell="rnn")
    assert not panel.setup.more.reset.isEnabled()
    assert panel.setup.more.reset.toolTip()


def test_more_settings_unfold(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    panel.setup.fold.click()
    assert panel.setup.more.isVisible()
    panel.setup.fold.click()
    assert not panel.setup.more.isVisible()


def test_an_unsaved_model_is_asked_about_before_a_new_training(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    asked: list[Callable[[], None]] = []
    workspace.guard = asked.append
    workspace.give_text()
    workspace.saved = False
    panel.setup.start.click()
    assert shown(panel) is panel.setup
    (go_on,) = asked
    go_on()
    assert shown(panel) is panel.progress


# ---- what is chosen by the program -------------------------------------------------------------------------------------


def test_the_settings_left_to_the_program_are_those_that_the_engine_can_plan(panel: TrainPanel) -> None:
    more = panel.setup.more
    rows = {**more.network.rows, **more.training.rows}
    assert {name for name, row in rows.items() if row._automatic} == set(PLANNED)


def test_nothing_is_fixed_until_the_person_changes_it(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    panel.setup.start.click()
    assert workspace.fixed == set()


def test_what_the_person_has_changed_is_fixed_and_stays_so(
    panel: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    panel.setup.network.set_values({"units": 256, "layers": 2})
    panel.setup.training.set_values({"precision": "fp32"})
    other = TrainPanel(ScriptedWorkspace())
    qtbot.addWidget(other)
    assert other.setup.more.fixed() == {"units", "precision"}
    assert other.setup.network.rows["units"].control.text() == "256"
    assert other.setup.network.rows["dropout"].control.text() == "Automatic"
    other.setup.more.reset.click()
    assert other.setup.more.fixed() == ScriptedWorkspace().memory.fixed() == set()


# ---- where it begins ---------------------------------------------------------------------------------------------------


def with_model(workspace: ScriptedWorkspace, **shape: object) -> SimpleNamespace:
    model = checkpoint(evaluation(40, 60))
    model.model = ModelConfig(**shape)
    workspace._set_model(model, "", saved=True)
    return model


def test_without_a_model_there_is_no_question_where_to_begin(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    assert not panel.setup.beginning.isVisible()


def test_going_on_takes_the_shape_of_the_model_and_says_so(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    model = with_model(workspace, cell="gru", units=64, layers=2, embedding=32)
    workspace.give_text()
    setup = panel.setup
    assert setup.beginning.isVisible()
    assert "learned nothing yet" in setup.beginning._sentence.text()
    setup.beginning.go_on.click()
    rows = setup.network.rows
    assert [rows[name].control.text() for name in ("units", "layers", "embedding")] == ["64", "2", "32"]
    assert setup.cells.cards["gru"].isChecked()
    for part in (*(rows[name].control for name in ("units", "layers", "embedding")), *setup.cells.cards.values()):
        assert not part.isEnabled()
        assert "goes on from" in part.toolTip()
    assert "the same text" in setup.beginning._sentence.text()
    setup.start.click()
    assert workspace.start is model


def test_another_text_brings_its_new_words(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    with_model(workspace)
    workspace.give_text(name="Other.txt")
    panel.setup.beginning.go_on.click()
    assert "“Other.txt”" in panel.setup.beginning._sentence.text()
    assert "does not know yet are added" in panel.setup.beginning._sentence.text()


def test_beginning_anew_gives_the_own_settings_back(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    with_model(workspace, cell="gru", units=64)
    workspace.give_text()
    setup = panel.setup
    setup.cells.set_value("rnn")
    setup.network.set_values({"layers": 3})
    setup.beginning.go_on.click()
    setup.training.set_values({"seed": 5})
    setup.beginning.anew.click()
    assert (setup.cells.value(), setup.network.rows["units"].control.text()) == ("rnn", "Automatic")
    assert (setup.network.rows["layers"].control.value(), setup.more.fixed()) == (3, set())
    setup.start.click()
    ((model, train),) = workspace.started
    assert (model.cell, model.layers, train.seed, workspace.start) == ("rnn", 3, 5, None)


def test_a_name_with_an_ampersand_is_no_mnemonic(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace._set_model(
        checkpoint(evaluation(1, 9)), "/x/Black & White, a story without an end at all.textgen", saved=True
    )
    workspace.give_text()
    assert "Black && White" in panel.setup.beginning.go_on.text()
    assert panel.setup.beginning.go_on.text().endswith("…”")
