"""The Train place as a whole: problems where they arose, and the parts of it that need no training."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.scripted import (
    OFFSCREEN,
    ScriptedWorkspace,
    checkpoint,
    evaluation,
    shown,
    train_panel,
)
from textgen.engine.problem import Problem
from textgen.engine.reports import Snapshot
from textgen.gui.parts.finish_time import FinishTime
from textgen.gui.train import train_words
from textgen.gui.train.growing_up import GrowingUp
from textgen.gui.train.train_panel import TrainPanel

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def workspace() -> ScriptedWorkspace:
    return ScriptedWorkspace()


@pytest.fixture
def panel(qtbot: QtBot, workspace: ScriptedWorkspace) -> TrainPanel:
    return train_panel(qtbot, workspace)


def test_a_problem_at_the_start_stands_above_the_choices(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.give_text()
    panel.setup.start.click()
    workspace._training_failed(Problem("Too few words: {n}.", n=3))
    assert shown(panel) is panel.setup
    assert panel.notice.isVisible()
    assert panel.notice._sentence.text() == "Too few words: 3."
    panel.setup.start.click()
    assert not panel.notice.isVisible()


def test_a_problem_in_the_middle_keeps_the_curve_and_the_model(
    running: TrainPanel, workspace: ScriptedWorkspace
) -> None:
    workspace.play(evaluation(80, 33), Snapshot(checkpoint(evaluation(80, 33)), True))
    workspace._training_failed(Problem("The memory is full."))
    assert shown(running) is running.progress
    assert running.notice.isVisible()
    assert "broke off" in running.progress.sentence.text()
    assert running.progress.write.isEnabled()


def test_problems_of_other_places_are_left_to_them(panel: TrainPanel, workspace: ScriptedWorkspace) -> None:
    workspace.problem.emit("text", Problem("Not here."))
    assert not panel.notice.isVisible()


# ---- parts -----------------------------------------------------------------------------------------------------------


def test_the_end_is_told_steadily() -> None:
    now = [1000.0]
    finish = FinishTime(lambda: now[0])
    assert finish.see(600) == 600
    ends = set()
    for second, estimate in enumerate((595, 603, 590, 601)):
        now[0] = 1001.0 + second
        ends.add(now[0] + finish.see(estimate))
    assert ends == {1600.0}
    assert finish.see(900) == 900
    assert finish.see(None) is None


def test_samples_follow_the_reader_only_at_the_end(qtbot: QtBot) -> None:
    grown = GrowingUp()
    qtbot.addWidget(grown)
    grown.resize(260, 200)
    grown.show()
    points = [evaluation(i, 100 - i, sample=f"Sentence {i}.") for i in range(40)]
    bar = grown.page.verticalScrollBar()
    grown.set_evaluations(points[:20], over=False)
    assert bar.value() == bar.maximum() > 0
    bar.setValue(30)
    grown.set_evaluations(points[:30], over=False)
    assert bar.value() == 30
    bar.setValue(bar.maximum())
    grown.set_evaluations(points, over=False)
    assert bar.value() == bar.maximum()
    grown.resize(180, 200)
    assert bar.value() == bar.maximum()
    bar.setValue(50)
    grown.set_evaluations(points, over=True)
    assert bar.value() == 50


def test_a_hopeless_perplexity_has_words_too() -> None:
    assert "lost" in train_words.as_unsure(math.inf)
    assert "13,200 words" in train_words.as_unsure(13_154)
