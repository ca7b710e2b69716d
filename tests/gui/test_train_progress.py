"""During and after a training, fed with scripted events: nothing is really trained here."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.scripted import (
    OFFSCREEN,
    ScriptedWorkspace,
    checkpoint,
    evaluation,
    figure,
    progress,
    scoreboard,
    shown,
    train_panel,
)
from textgen.engine.problem import Problem
from textgen.engine.reports import Planned, Setback
from textgen.gui.train.train_panel import TrainPanel

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def workspace() -> ScriptedWorkspace:
    return ScriptedWorkspace()


@pytest.fixture
def panel(qtbot: QtBot, workspace: ScriptedWorkspace) -> TrainPanel:
    return train_panel(qtbot, workspace)


def test_the_plotting_library_is_loaded_after_the_page_has_been_shown(
    panel: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    workspace.give_text()
    panel.setup.start.click()
    workspace.play(progress(1))
    place = panel.progress.place
    assert place.isVisible()
    assert place.curve is None
    qtbot.waitUntil(lambda: place.curve is not None)
    assert len(place.curve._trace.x) == 1


def test_starting_is_busy_and_can_be_stopped(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    panel.setup.start.click()
    page = panel.progress
    assert shown(panel) is page
    assert page._busy.isVisible()
    assert page.stop.isEnabled()
    assert not page.pause.isEnabled()
    assert page.pause.toolTip()
    workspace.play(progress(0.1))
    assert not page._busy.isVisible()
    assert page.pause.isEnabled()


def test_running_shows_figures_and_plain_words(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    assert "first measurement" in running.progress.sentence.text()
    assert figure(running, "held-out") == "–"
    workspace.play(evaluation(20, 42.4), progress(20))
    assert "as unsure as choosing among 42 words" in running.progress.sentence.text()
    assert [figure(running, name) for name in ("held-out", "training", "speed", "passes", "elapsed")] == [
        "42.4", "50.0", "41,000", "1.0", "20 s",
    ]  # fmt: skip
    assert ":" in figure(running, "end")


def test_nobody_knows_the_end_of_a_training_without_limit(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.play(progress(2, share=None, left=None))
    assert figure(running, "end") == "no limit"


def test_the_samples_grow_up_in_order(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.play(evaluation(10, 300, sample="The of of."))
    workspace.play(evaluation(20, 50, sample="The king of."), evaluation(30, 40, sample="The king said."))
    text = running.progress.growing_up.page.toPlainText()
    assert text.index("The of of.") < text.index("The king of.") < text.index("The king said.")
    assert "30 s · perplexity 40.0" in text
    assert "first measurement" not in text


def test_the_focus_leaves_the_start_button_for_a_place_where_a_key_does_no_harm(
    panel: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    workspace.give_text()
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.setup.start.setFocus()
    qtbot.keyClick(panel.setup.start, Qt.Key.Key_Space)
    assert panel.progress.growing_up.page.hasFocus()


def test_pause_and_continue(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    page, width = running.progress, running.progress.pause.width()
    page.pause.click()
    assert workspace.training == "paused"
    assert page.title.text() == "Paused"
    assert (page.pause.text(), page.pause.width()) == ("Continue", width)
    assert figure(running, "end") == "–"
    page.pause.click()
    assert workspace.training == "running"
    assert page.pause.text() == "Pause"


def test_winding_down_is_said_only_where_nothing_improves(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.play(progress(50, phase="cooling"))
    assert running.progress.title.text() == "Training on “Alice.txt”"
    workspace.progress_points.clear()
    workspace.play(progress(1, share=None), progress(60, phase="cooling"), progress(61, phase="evaluating"))
    assert running.progress.title.text() == "Winding down"
    assert "no longer improves" in running.progress.sentence.text()


def test_stopping_is_said_and_cannot_be_repeated(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    running.progress.stop.click()
    assert workspace.training == "stopping"
    assert not running.progress.stop.isEnabled()
    assert running.progress.stop.toolTip()
    assert running.progress._busy.isVisible()


# ---- after -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("no improvement", "no longer improved"),
        ("time", "the time you gave it"),
        ("passes", "passes"),
        ("stopped", "You stopped"),
    ],
)
def test_the_end_says_why_and_how_good(
    running: TrainPanel, workspace: ScriptedWorkspace, reason: str, words: str
) -> None:
    history = (evaluation(40, 60), evaluation(80, 33.2), evaluation(120, 35))
    workspace.play(*history)
    workspace.end(reason, *history)
    page = running.progress
    assert page.title.text() == "What it learned"
    assert words in page.sentence.text()
    assert "among 33 words (best after 1 min 20 s)." in page.sentence.text()
    assert not page.note.isVisible()
    assert not page.pause.isVisible()
    assert (figure(running, "held-out"), figure(running, "training")) == ("33.2", "30.0")
    assert "1 min 20 s · perplexity 33.2 · the best" in page.growing_up.page.toPlainText()


def test_learning_by_heart_is_noted(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    history = (evaluation(80, 60, training=12),)
    workspace.play(*history)
    workspace.end("time", *history)
    assert running.progress.note.isVisible()
    assert "by heart" in running.progress.note.text()


def test_the_buttons_afterwards(running: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot) -> None:
    history = (evaluation(80, 33),)
    workspace.play(*history)
    workspace.end("time", *history)
    running.progress.write.click()
    assert workspace.places[-1] == "write"
    with qtbot.waitSignal(workspace.saveWanted):
        running.progress.save.click()
    workspace._set_model(workspace.checkpoint, "/x/m.textgen", saved=True)
    assert not running.progress.save.isEnabled()
    assert "saved" in running.progress.save.toolTip()
    assert shown(running) is running.progress
    running.progress.again.click()
    assert shown(running) is running.setup


def test_one_can_go_back_to_the_curve_from_the_choices(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.play(evaluation(80, 33))
    workspace.end("time", evaluation(80, 33))
    running.progress.again.click()
    running.setup._back.click()
    assert shown(running) is running.progress


def test_another_text_brings_the_choices_again(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.play(evaluation(80, 33))
    workspace.end("time", evaluation(80, 33))
    workspace.give_text(name="Other.txt")
    assert shown(running) is running.setup


def test_an_end_before_any_measurement_is_said(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.end("stopped")
    assert shown(running) is running.progress
    assert "before anything was measured" in running.progress.sentence.text()


def test_a_training_cancelled_while_it_starts_leads_back(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    panel.setup.start.click()
    panel.progress.stop.click()
    workspace._training_done()
    assert shown(panel) is panel.setup


def test_an_opened_model_shows_its_history(panel: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot) -> None:
    workspace._set_model(checkpoint(evaluation(40, 60), evaluation(80, 33)), "/x/m.textgen", saved=True)
    page = panel.progress
    assert shown(panel) is page
    assert "It was trained on “Alice.txt” for 1 min 20 s." in page.sentence.text()
    assert figure(panel, "held-out") == "33.0"
    qtbot.waitUntil(lambda: page.place.curve is not None and page.place.curve._held_out.getData()[0] is not None)
    assert list(page.place.curve._held_out.getData()[0]) == pytest.approx([40 / 60, 80 / 60])
    page.again.click()
    assert shown(panel) is panel.empty


def test_a_new_training_begins_with_an_empty_curve(
    running: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: running.progress.place.curve is not None)
    workspace.play(evaluation(80, 33, sample="Old."), progress(81))
    workspace.end("time", evaluation(80, 33, sample="Old."))
    workspace.saved = True
    running.progress.again.click()
    running.setup.start.click()
    workspace.play(progress(1))
    curve = running.progress.place.curve
    assert curve._evaluations == []
    assert len(curve._trace.x) == 1
    assert "Old." not in running.progress.growing_up.page.toPlainText()


# ---- the plan, the setbacks, the scores --------------------------------------------------------------------------------

PLAN = Planned(
    Problem("{cell} with {units} units, dropout {dropout:.2f}.", cell="LSTM", units=1024, dropout=0.4),
    Problem("It reads {speed:,} words a second: {passes:.1f} passes.", speed=41_000, passes=12.345),
)


def test_what_was_chosen_is_shown_and_stays(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    page = running.progress
    assert not page.plan.isVisible()
    workspace.play(PLAN)
    said = "LSTM with 1,024 units, dropout 0.40. It reads 41,000 words a second: 12.3 passes."
    assert (page.plan.text(), page.plan.isVisible()) == (said, True)
    workspace.play(evaluation(80, 33))
    workspace.end("time", evaluation(80, 33))
    assert (page.plan.text(), page.plan.isVisible()) == (said, True)
    workspace.saved = True
    page.again.click()
    running.setup.start.click()
    assert not page.plan.isVisible()


def test_a_setback_is_told_until_the_model_is_better_than_ever(
    running: TrainPanel, workspace: ScriptedWorkspace
) -> None:
    page = running.progress
    worse = replace(evaluation(30, 310), best=False)
    workspace.play(evaluation(20, 100), worse, Setback(310.4, 0.001))
    assert "risen to 310: back to the best model" in page.note.text()
    assert page.note.isVisible()
    workspace.play(replace(evaluation(40, 120), best=False))
    assert page.note.isVisible()
    workspace.play(evaluation(50, 90))
    assert not page.note.isVisible()


def test_scoring_is_named(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.play(evaluation(50, 90), progress(60, share=1.0, left=0.0, phase="scoring"))
    assert running.progress.title.text() == "Measuring what it learned"
    assert "some seconds" in running.progress.sentence.text()


def test_the_scores_are_one_click_away_from_the_end(running: TrainPanel, workspace: ScriptedWorkspace) -> None:
    page = running.progress
    workspace.play(evaluation(80, 60))
    assert not page.scores.isVisible()
    workspace.end("time", evaluation(80, 60), scores=scoreboard())
    assert "among 60 words (best after" in page.sentence.text()
    assert page.sentence.text().endswith("Helped by n‑grams and cache it comes to 48.0.")
    page.scores.click()
    assert workspace.places == ["look"]


def test_a_network_that_nothing_helps_is_not_said_to_be_helped(
    running: TrainPanel, workspace: ScriptedWorkspace
) -> None:
    workspace.end("time", evaluation(80, 60), scores=scoreboard(mixed=60.0))
    assert "Helped" not in running.progress.sentence.text()


def test_counting_is_drawn_beside_the_curve_at_the_end(
    running: TrainPanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: running.progress.place.curve is not None)
    curve = running.progress.place.curve
    workspace.play(evaluation(80, 60))
    assert curve._lines == []
    workspace.end("time", evaluation(80, 60), scores=scoreboard())
    assert [line.label.format for line in curve._lines] == [
        "counted pairs of words: 92.0",
        "counted runs of words: 71.0",
    ]
    workspace.saved = True
    running.progress.again.click()
    running.setup.start.click()
    assert curve._lines == []


@pytest.mark.parametrize(("name", "going_on"), [("more", True), ("again", False)])
def test_training_more_and_again(running: TrainPanel, workspace: ScriptedWorkspace, name: str, going_on: bool) -> None:
    workspace.end("time", evaluation(80, 60))
    getattr(running.progress, name).click()
    assert shown(running) is running.setup
    assert workspace.going_on is going_on
    assert running.setup.beginning.go_on.isChecked() is going_on
