"""The growing-up slider: the same text written on by each snapshot of a training, acted and real."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from pytestqt.qtbot import QtBot

from tests.engine.conftest import TINY_MODEL, TINY_TRAINING, pattern_text
from tests.gui.scripted import OFFSCREEN, ScriptedWorkspace, evaluation
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.corpus import read
from textgen.engine.problem import Problem
from textgen.engine.reports import Snapshot
from textgen.gui.work import jobs
from textgen.gui.work.comparison import SEED, Task
from textgen.gui.work.snapshots import evaluation_of
from textgen.gui.work.worker import Job, Stopped, Worker
from textgen.gui.write.growing_slider import GrowingSlider
from textgen.gui.write.write_panel import WritePanel

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


class Acted:
    """Stands in for the job: each snapshot says when it was taken; it can be held up before the first or a later one."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[float], str, SamplingConfig, int]] = []
        self.stopped = 0
        self.fault: Exception | None = None
        self.go_on = threading.Event()
        self.go_on.set()

    def __call__(
        self, snapshots: list[Checkpoint], prompt: str, sampling: SamplingConfig, length: int, index: object
    ) -> Job:
        seconds = [evaluation_of(one).seconds for one in snapshots]
        self.asked.append((seconds, prompt, sampling, length))

        def job(stopped: Stopped) -> Iterator[object]:
            if self.fault:
                raise self.fault
            for one in snapshots:
                while not self.go_on.wait(0.01):
                    if stopped():
                        self.stopped += 1
                        return
                yield one, f" as it was after {evaluation_of(one).seconds} s"

        return job


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> Acted:
    acted = Acted()
    monkeypatch.setattr(jobs, "comparing", acted)
    return acted


@pytest.fixture
def workspace(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ScriptedWorkspace:
    workspace = ScriptedWorkspace()
    monkeypatch.setattr(workspace, "predict", lambda *request, **how: None)
    workspace.give_text()
    workspace.start_training(ModelConfig(), TrainConfig())
    return workspace


@pytest.fixture
def panel(qtbot: QtBot, workspace: ScriptedWorkspace) -> WritePanel:
    panel = WritePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    return panel


@pytest.fixture
def box(panel: WritePanel, workspace: ScriptedWorkspace) -> GrowingSlider:
    """Open, with three stops."""
    play(workspace, 5, 10, 15)
    panel.growing.fold.click()
    return panel.growing


def play(workspace: ScriptedWorkspace, *seconds: int) -> None:
    for second in seconds:
        told = evaluation(second, 400 / second)
        model = Checkpoint(ModelConfig(), TrainConfig(), ("the",), (1,), {}, (told,), tokens=1_000)
        workspace.play(told, Snapshot(model, True))


def stops(box: GrowingSlider) -> list[float]:
    return [evaluation_of(one).seconds for one in box.snapshots]


def write(qtbot: QtBot, panel: WritePanel) -> None:
    panel.growing.button.click()
    qtbot.waitUntil(lambda: not panel.comparer._comparison.busy)


def texts(box: GrowingSlider) -> list[str]:
    """What one reads at each stop."""
    found = []
    for stop in range(box.slider.maximum() + 1):
        box.slider.setValue(stop)
        found.append(box.page.toPlainText())
    return found


# ---- what is there to see -------------------------------------------------------------------------------------------


def test_it_is_there_as_soon_as_there_are_two_to_compare(panel: WritePanel, workspace: ScriptedWorkspace) -> None:
    assert not panel.growing.isVisible()
    play(workspace, 5)
    assert not panel.growing.isVisible()
    play(workspace, 10)
    assert panel.growing.isVisible()
    assert not panel.growing.body.isVisible()
    assert "2 snapshots" in panel.growing.fold.text().replace("%Ln", "2")
    assert "not saved with the model" in panel.growing.fold.toolTip()


def test_each_stop_says_when_it_was_and_how_unsure(box: GrowingSlider) -> None:
    assert (box.after.text(), box.unsure.text()) == ("after 5 s", "as unsure as choosing among 80 words")
    box.slider.setValue(2)
    assert (box.after.text(), box.unsure.text()) == ("after 15 s · the best", "as unsure as choosing among 27 words")
    assert "750 words" in box.unsure.toolTip()


def test_a_stop_is_heard_and_reached_with_the_keys(box: GrowingSlider, qtbot: QtBot) -> None:
    assert box.slider.accessibleName()
    assert box.page.accessibleName()
    qtbot.keyClick(box.slider, Qt.Key.Key_Right)
    assert box.slider.accessibleDescription() == "after 10 s, as unsure as choosing among 40 words"
    qtbot.keyClick(box.slider, Qt.Key.Key_End)
    assert "after 15 s" in box.slider.accessibleDescription()
    for control in box.controls:
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_tab_key_goes_through_it_in_order(panel: WritePanel, box: GrowingSlider) -> None:
    chain, widget = [], panel.nextInFocusChain()
    while widget is not panel:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    places = [chain.index(control) for control in (panel.sampling.fold, *box.controls, panel.foot.copy)]
    assert places == sorted(places)


def test_a_new_snapshot_adds_a_stop_and_the_one_that_is_shown_stays(
    box: GrowingSlider, workspace: ScriptedWorkspace
) -> None:
    box.slider.setValue(1)
    play(workspace, 20)
    assert stops(box) == [5, 10, 15, 20]
    assert box.after.text() == "after 10 s"
    play(workspace, *range(25, 200, 5))
    assert len(stops(box)) == 12
    assert box.after.text() == "after 10 s"


def test_nothing_moves_under_the_pointer(box: GrowingSlider, workspace: ScriptedWorkspace) -> None:
    point = QPointF(3, 3)
    box.slider.enterEvent(QEnterEvent(point, point, point))
    play(workspace, 20)
    assert stops(box) == [5, 10, 15]
    box.slider.leaveEvent(QEvent(QEvent.Type.Leave))
    assert stops(box) == [5, 10, 15, 20]


def test_a_model_that_is_opened_takes_it_away_even_under_the_pointer(
    box: GrowingSlider, workspace: ScriptedWorkspace
) -> None:
    box.slider.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    workspace._forget_training()
    assert stops(box) == []
    assert not box.isVisible()


# ---- writing --------------------------------------------------------------------------------------------------------


def test_nothing_is_written_unasked(box: GrowingSlider, acted: Acted, panel: WritePanel) -> None:
    panel.draft.insertPlainText("The old ")
    box.slider.setValue(2)
    assert acted.asked == []
    assert "has not written" in box.page.toPlainText()


def test_each_writes_on_from_the_same_text_with_the_same_seed(
    box: GrowingSlider, acted: Acted, panel: WritePanel, qtbot: QtBot
) -> None:
    panel.draft.insertPlainText("The old ")
    write(qtbot, panel)
    (seconds, prompt, sampling, _), *more = acted.asked
    assert (seconds, prompt, sampling.seed, more) == ([5, 10, 15], "The old ", SEED, [])
    assert texts(box) == [f"The old as it was after {second} s" for second in (5, 10, 15)]
    assert len(acted.asked) == 1
    assert not box.button.isEnabled()
    assert box.button.toolTip()


def test_a_seed_that_was_chosen_counts(acted: Acted, box: GrowingSlider, panel: WritePanel, qtbot: QtBot) -> None:
    panel.sampling.set_config(SamplingConfig(temperature=0.5, seed=7))
    write(qtbot, panel)
    assert acted.asked[0][2] == SamplingConfig(temperature=0.5, seed=7)


def test_only_what_is_missing_is_written(
    box: GrowingSlider, acted: Acted, panel: WritePanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    write(qtbot, panel)
    play(workspace, 20)
    assert box.button.isEnabled()
    write(qtbot, panel)
    assert [asked[0] for asked in acted.asked] == [[5, 10, 15], [20]]
    assert len(texts(box)) == 4


def test_another_text_leaves_the_old_ones_to_be_read_until_it_is_asked_for(
    box: GrowingSlider, acted: Acted, panel: WritePanel, qtbot: QtBot
) -> None:
    panel.draft.insertPlainText("One")
    write(qtbot, panel)
    panel.draft.insertPlainText(" two")
    assert len(acted.asked) == 1
    assert box.page.toPlainText() == "One as it was after 5 s"
    assert "changed since" in box.state.text()
    write(qtbot, panel)
    assert acted.asked[-1][:2] == ([5, 10, 15], "One two")
    assert box.page.toPlainText() == "One two as it was after 5 s"
    assert box.state.text() == ""


def test_in_the_third_mode_it_begins_with_the_seed_word(
    box: GrowingSlider, acted: Acted, panel: WritePanel, qtbot: QtBot
) -> None:
    panel.modes.buttons["from-one-word"].click()
    assert not box.button.isEnabled()
    assert "seed word" in box.button.toolTip()
    panel.one_word.field.setText("Rose")
    panel.one_word.spin.setValue(17)
    write(qtbot, panel)
    assert (acted.asked[0][1], acted.asked[0][3]) == ("Rose", 17)
    assert box.page.toPlainText() == "Rose as it was after 5 s"


def test_it_can_be_stopped_and_what_is_written_stays(
    box: GrowingSlider, acted: Acted, panel: WritePanel, qtbot: QtBot
) -> None:
    acted.go_on.clear()
    box.button.click()
    assert box.button.text() == "Stop"
    assert "0 of 3" in box.state.text()
    box.button.click()
    assert box.button.text() == "Write at each"
    assert Worker.wait_for_all(2000)
    assert acted.stopped == 1
    acted.go_on.set()
    write(qtbot, panel)
    assert "after 5 s" in box.page.toPlainText()


@pytest.mark.parametrize("leave", [lambda panel: panel.hide(), lambda panel: panel.growing.fold.click()])
def test_leaving_it_stops_the_work(box: GrowingSlider, acted: Acted, panel: WritePanel, leave: object) -> None:
    acted.go_on.clear()
    box.button.click()
    leave(panel)
    assert Worker.wait_for_all(2000)
    assert acted.stopped == 1


def test_closing_stops_the_work(box: GrowingSlider, acted: Acted, workspace: ScriptedWorkspace) -> None:
    acted.go_on.clear()
    box.button.click()
    assert workspace.close()
    assert acted.stopped == 1


def test_a_new_training_stops_the_work_and_forgets_the_texts(
    box: GrowingSlider, acted: Acted, workspace: ScriptedWorkspace, panel: WritePanel, qtbot: QtBot
) -> None:
    write(qtbot, panel)
    acted.go_on.clear()
    play(workspace, 20)
    box.button.click()
    workspace._forget_training()
    assert Worker.wait_for_all(2000)
    assert acted.stopped == 1
    play(workspace, 5, 10)
    assert all("has not written" in text for text in texts(box))


def test_a_failure_is_said_and_can_be_tried_again(
    box: GrowingSlider, acted: Acted, panel: WritePanel, qtbot: QtBot
) -> None:
    acted.fault = Problem("The memory is full.")
    write(qtbot, panel)
    assert panel.notice.isVisible()
    acted.fault = None
    write(qtbot, panel)
    assert "after 5 s" in box.page.toPlainText()


def test_what_is_being_read_is_not_written_anew(
    box: GrowingSlider, acted: Acted, panel: WritePanel, workspace: ScriptedWorkspace, qtbot: QtBot
) -> None:
    write(qtbot, panel)
    box.page.selectAll()
    play(workspace, 20)
    write(qtbot, panel)
    assert box.page.textCursor().hasSelection()


# ---- with real networks ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> list[Checkpoint]:
    from textgen.engine.training import TrainingRun

    path = tmp_path_factory.mktemp("text") / "meals.txt"
    path.write_text(pattern_text(), encoding="utf-8")
    *_, last = read(path)
    run = TrainingRun(last.corpus, TINY_MODEL, dataclasses.replace(TINY_TRAINING, epochs=3))
    return [event.checkpoint for event in run if isinstance(event, Snapshot)]


def written(snapshots: list[Checkpoint], task: Task) -> list[str]:
    job = jobs.comparing(snapshots, task.prompt, task.sampling, task.length)
    return [text for _, text in job(lambda: False)]


def test_the_same_prompt_seed_and_snapshot_give_the_same_text(real: list[Checkpoint]) -> None:
    task = Task.of("Ada eats the", SamplingConfig(), 12)
    whole = written(real, task)
    assert len(whole) == len(real) > 2
    assert whole[-1:] == written(real[-1:], task)  # whatever was written before it
    assert whole == written(real, task)
    assert whole != written(real, Task.of("Ada eats the", SamplingConfig(seed=9), 12))
    assert whole[0] != whole[-1]


def test_a_job_that_is_stopped_ends_within_a_word(real: list[Checkpoint]) -> None:
    assert list(jobs.comparing(real, "Ada", SamplingConfig(), 200)(lambda: True)) == []
