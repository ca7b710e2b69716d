"""A training is left and goes on: through real files and real trainings, and in the window that offers it."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.engine.conftest import TINY_MODEL, pattern_text
from tests.gui.scripted import checkpoint
from textgen.engine import storage
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.checkpoint import load as opened
from textgen.engine.config import TrainConfig
from textgen.engine.corpus import read
from textgen.engine.reports import Evaluation, Finished, Progress
from textgen.engine.training import TrainingRun
from textgen.engine.unfinished import Outlook, glance, load
from textgen.gui.main_window import MainWindow
from textgen.gui.work import kept_training
from textgen.gui.work.kept_training import Wish
from textgen.gui.work.worker import Worker
from textgen.gui.work.workspace import Workspace

TRAINING = TrainConfig(epochs=8, batch=4, truncation=10, learning_rate=0.02, seed=3, threads=1, precision="fp32")
ENDLESS = dataclasses.replace(TRAINING, epochs=0.0, patience=1_000)  # evaluated every 50 steps


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "meals.txt"
    path.write_text(pattern_text(), encoding="utf-8")
    return path


@pytest.fixture
def workspaces(qtbot: QtBot) -> Iterator[list[Workspace]]:
    made: list[Workspace] = []
    yield made
    assert all(workspace.close() for workspace in made)


@pytest.fixture
def start(workspaces: list[Workspace]):
    """Starts the program, so to speak: every workspace finds what the one before has left."""

    def make() -> Workspace:
        workspaces.append(Workspace())
        return workspaces[-1]

    return make


def train(workspace: Workspace, text: Path, config: TrainConfig, qtbot: QtBot) -> Workspace:
    """A workspace whose training has come to its first evaluation."""
    with qtbot.waitSignal(workspace.corpusChanged):
        workspace.read_text(str(text))
    workspace.start_training(TINY_MODEL, config)
    qtbot.waitUntil(lambda: bool(workspace.evaluations), timeout=20_000)
    return workspace


def idle(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: workspace.training == "idle", timeout=20_000)


@pytest.fixture
def left(start, text: Path, qtbot: QtBot) -> Workspace:
    """A workspace whose training was left for later in its midst."""
    workspace = train(start(), text, ENDLESS, qtbot)
    workspace.leave_training()
    idle(workspace, qtbot)
    return workspace


def paused_soon(run: TrainingRun) -> Iterator[object]:
    """The job of a training that is left for later after its first evaluation."""
    ask = [False]
    for event in kept_training.led(run, lambda: ask[0], Wish(later=True)):
        yield event
        ask[0] = ask[0] or isinstance(event, Evaluation)


def test_a_training_that_was_left_is_offered_and_ends_as_if_it_had_not_been(start, text: Path, qtbot: QtBot) -> None:
    *_, last = read(text)
    *_, expected = TrainingRun(last.corpus, TINY_MODEL, TRAINING)
    list(paused_soon(TrainingRun(last.corpus, TINY_MODEL, TRAINING)))
    workspace = start()
    assert workspace.unfinished.source == "meals.txt"
    assert 0 < workspace.unfinished.progress.share < 1
    workspace.go_on_training()
    assert (workspace.training, workspace.training_name) == ("starting", "meals.txt")
    idle(workspace, qtbot)
    assert workspace.finished.reason == expected.reason
    found, wanted = workspace.checkpoint.weights, expected.checkpoint.weights
    assert all(np.array_equal(found[name], wanted[name]) for name in wanted)
    steps = [point.step for point in workspace.evaluations]
    assert steps == sorted(set(steps))
    assert steps[: len(expected.checkpoint.history)] == [point.step for point in expected.checkpoint.history]
    assert workspace.corpus.name == "meals.txt"
    assert (workspace.unfinished, glance(kept_training.path()), workspace.saved) == (None, None, False)


def test_leaving_keeps_the_training_and_tells_of_it(left: Workspace) -> None:
    assert left.finished is None
    assert left.unfinished.perplexity == min(point.held_out_perplexity for point in left.evaluations)
    assert left.unfinished.progress.step > 0


def test_a_training_without_an_end_can_be_left_twice(left: Workspace, start, qtbot: QtBot) -> None:
    first = left.unfinished.progress.step
    workspace = start()
    workspace.go_on_training()
    qtbot.waitUntil(lambda: workspace.latest is not None and workspace.latest.step > first + 50, timeout=20_000)
    assert len(workspace.evaluations) >= 1
    workspace.leave_training()
    idle(workspace, qtbot)
    assert start().unfinished.progress.step > first + 50


def test_closing_without_an_answer_keeps_the_training(start, text: Path, qtbot: QtBot) -> None:
    workspace = train(start(), text, ENDLESS, qtbot)
    assert workspace.close()
    assert start().unfinished is not None


@pytest.mark.parametrize("how", ["stop_training", "abandon_training"])
def test_a_training_that_is_ended_leaves_no_file(
    start, text: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(kept_training, "EVERY", 0.0)
    workspace = train(start(), text, ENDLESS, qtbot)
    qtbot.waitUntil(lambda: kept_training.path().exists(), timeout=20_000)
    getattr(workspace, how)()
    idle(workspace, qtbot)
    assert Worker.wait_for_all(20_000)
    assert list(kept_training.path().parent.iterdir()) == []
    assert (workspace.unfinished, start().unfinished) == (None, None)


def test_what_was_kept_by_itself_survives_the_end_of_the_program(
    start, text: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_training, "EVERY", 0.0)
    workspace = train(start(), text, ENDLESS, qtbot)
    qtbot.waitUntil(lambda: kept_training.path().exists(), timeout=20_000)
    copied = kept_training.path().with_name("copy")
    shutil.copy(kept_training.path(), copied)
    workspace.abandon_training()
    assert Worker.wait_for_all(20_000)
    copied.rename(kept_training.path())
    after = start()
    after.go_on_training()
    qtbot.waitUntil(lambda: after.latest is not None, timeout=20_000)
    after.stop_training()
    idle(after, qtbot)
    assert isinstance(after.finished, Finished)


def test_the_scoreboard_of_a_stopped_training_comes_a_little_later(start, text: Path, qtbot: QtBot) -> None:
    workspace = train(start(), text, ENDLESS, qtbot)
    workspace.stop_training()
    idle(workspace, qtbot)
    qtbot.waitUntil(lambda: workspace.checkpoint.scores is not None, timeout=20_000)
    assert workspace.finished.checkpoint is workspace.checkpoint
    assert {row.name for row in workspace.checkpoint.scores.rows} >= {"kneser_ney", "network", "mixed"}
    qtbot.waitUntil(lambda: not workspace.scoring)


@pytest.fixture
def slow_scoring(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Scoring waits until this is set."""
    let_go = threading.Event()
    scored = TrainingRun.scored

    def waiting(run: TrainingRun, made: Checkpoint) -> Checkpoint:
        let_go.wait(20)
        return scored(run, made)

    monkeypatch.setattr(TrainingRun, "scored", waiting)
    yield let_go
    let_go.set()


def test_a_model_that_is_saved_while_it_is_scored_gets_its_scoreboard_in_the_file_too(
    start, text: Path, qtbot: QtBot, slow_scoring: threading.Event, tmp_path: Path
) -> None:
    workspace = train(start(), text, ENDLESS, qtbot)
    workspace.stop_training()
    idle(workspace, qtbot)
    assert workspace.scoring and not workspace.saved
    with qtbot.waitSignal(workspace.modelSaved):
        workspace.save_model(str(tmp_path / "meals.textgen"))
    slow_scoring.set()
    qtbot.waitUntil(lambda: workspace.checkpoint.scores is not None and workspace.saved, timeout=20_000)
    assert opened(workspace.model_path).scores == workspace.checkpoint.scores


def test_a_new_training_does_not_wait_for_the_scoreboard_of_the_one_before(
    start, text: Path, qtbot: QtBot, slow_scoring: threading.Event
) -> None:
    workspace = train(start(), text, ENDLESS, qtbot)
    workspace.stop_training()
    idle(workspace, qtbot)
    workspace.start_training(TINY_MODEL, ENDLESS)
    slow_scoring.set()
    qtbot.waitUntil(lambda: bool(workspace.evaluations), timeout=20_000)
    qtbot.waitUntil(lambda: len(workspace.evaluations) > 2, timeout=20_000)
    assert (workspace.training, workspace.scoring, workspace.checkpoint.scores) == ("running", False, None)
    workspace.abandon_training()


KILLED = """
import sys, time
from pathlib import Path
from tests.gui.test_kept_training import TINY_MODEL, TRAINING
from textgen.engine.corpus import read
from textgen.engine.training import TrainingRun
from textgen.gui.work import kept_training
kept_training.path, kept_training.EVERY = lambda: Path(sys.argv[2]), 0.0
*_, last = read(sys.argv[1])
run = TrainingRun(last.corpus, TINY_MODEL, TRAINING)
for number, event in enumerate(kept_training.led(run, lambda: False, kept_training.Wish())):
    time.sleep(600 * (number == 30))  # it shall not end before it is killed
"""


def test_a_training_that_was_killed_goes_on_to_the_last_bit(text: Path) -> None:
    *_, last = read(text)
    *_, expected = TrainingRun(last.corpus, TINY_MODEL, TRAINING)
    file = kept_training.path()
    with subprocess.Popen([sys.executable, "-c", KILLED, str(text), str(file)]) as program:
        while program.poll() is None:
            left = glance(file)
            if left is not None and left.progress.step > 10:
                break
            time.sleep(0.01)
        program.kill()
    *_, found = TrainingRun.resumed(load(file), last.corpus)
    ours, wanted = found.checkpoint.weights, expected.checkpoint.weights
    assert all(np.array_equal(ours[name], wanted[name]) for name in wanted)
    assert len(found.checkpoint.history) == len(expected.checkpoint.history)


def test_a_training_is_written_rarely(start, text: Path, qtbot: QtBot) -> None:
    workspace = train(start(), text, ENDLESS, qtbot)
    qtbot.waitUntil(lambda: len(workspace.evaluations) > 3, timeout=20_000)
    assert not kept_training.path().exists()
    workspace.abandon_training()


def no_room(descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_does_not_stop_a_training(
    start, text: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kept_training, "EVERY", 0.0)
    monkeypatch.setattr(storage.os, "fsync", no_room)
    workspace = train(start(), text, TRAINING, qtbot)
    idle(workspace, qtbot)
    assert workspace.finished.reason != "stopped"
    assert "No space left" in caplog.text


def no_memory(run: TrainingRun) -> None:
    raise MemoryError("no room for a copy")


def test_too_little_memory_does_not_stop_a_training(
    start, text: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kept_training, "EVERY", 0.0)
    monkeypatch.setattr(TrainingRun, "state", no_memory)
    workspace = train(start(), text, TRAINING, qtbot)
    idle(workspace, qtbot)
    assert workspace.finished.reason != "stopped"
    assert "no room for a copy" in caplog.text


def test_if_it_cannot_be_kept_for_later_its_best_model_is_not_lost(
    start, text: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = train(start(), text, ENDLESS, qtbot)
    monkeypatch.setattr(storage.os, "fsync", no_room)
    with qtbot.waitSignal(workspace.problem, timeout=20_000) as problem:
        workspace.leave_training()
    assert "could not be kept for later" in str(problem.args[1])
    assert workspace.finished.reason == "stopped"
    assert (workspace.training, workspace.saved, workspace.unfinished) == ("idle", False, None)


@pytest.mark.parametrize(("spoil", "said"), [("change", "has changed since"), ("remove", "There is no file")])
def test_without_its_text_the_best_model_is_there_and_the_file_stays(
    left: Workspace, start, text: Path, qtbot: QtBot, spoil: str, said: str
) -> None:
    best = left.unfinished.perplexity
    if spoil == "change":
        text.write_text(pattern_text().replace("Ada", "Eva"), encoding="utf-8")
    else:
        text.unlink()
    workspace = start()
    with qtbot.waitSignal(workspace.problem, timeout=20_000) as problem:
        workspace.go_on_training()
    assert problem.args[0] == "train"
    assert said in str(problem.args[1])
    assert "Its best model so far is open now" in str(problem.args[1])
    assert workspace.checkpoint.best.held_out_perplexity == best
    assert (workspace.training, workspace.saved) == ("idle", False)
    assert workspace.unfinished is not None, "the text may come back"
    text.write_text(pattern_text(), encoding="utf-8")
    workspace.go_on_training()
    qtbot.waitUntil(lambda: workspace.latest is not None, timeout=20_000)
    workspace.abandon_training()


def test_a_damaged_file_is_said_and_can_be_discarded(left: Workspace, start) -> None:
    kept_training.path().write_bytes(kept_training.path().read_bytes()[:100])
    workspace = start()
    assert workspace.unfinished is None
    assert "damaged" in str(workspace.unfinished_fault)
    workspace.discard_unfinished()
    assert (workspace.unfinished_fault, start().unfinished_fault) == (None, None)


def test_a_training_that_was_left_is_discarded_only_if_the_person_agrees(left: Workspace, start, text: Path) -> None:
    asked: list[object] = []
    left.guard_unfinished = asked.append
    left.discard_unfinished()
    assert left.unfinished is not None
    left.guard = lambda action: action()
    left.start_training(TINY_MODEL, TRAINING)
    assert left.training == "idle"
    assert len(asked) == 2
    asked[0]()
    assert (left.unfinished, start().unfinished) == (None, None)


# ---- the window -----------------------------------------------------------------------------------------------------


class Offered(Workspace):
    """A workspace whose actions are only noted."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        super().__init__()

    def give(self, outlook: Outlook | None) -> None:
        self._set_unfinished(outlook)

    def go_on_training(self) -> None:
        self.calls.append("go on")

    def leave_training(self) -> None:
        self.calls.append("leave")
        self._set_training("stopping")

    def _discard_unfinished(self) -> None:
        self.calls.append("discard")
        super()._discard_unfinished()


def outlook(share: float | None = 0.43, left: float | None = 720.0) -> Outlook:
    progress = Progress("training", 400, 3.5, 540.0, 1000.0, 60.0, share, left)
    return Outlook("Alice.txt", "/texts/Alice.txt", progress, 85.3)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    workspace = Offered()
    made = MainWindow(workspace)
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.show()
    qtbot.waitExposed(made)
    yield made
    workspace.training = "idle"
    assert workspace.close()


def question(window: MainWindow) -> QMessageBox:
    (box,) = (box for box in window.findChildren(QMessageBox) if box.isVisible())
    return box


def answer(window: MainWindow, text: str) -> None:
    (button,) = (button for button in question(window).buttons() if button.text() == text)
    button.click()


def test_the_offer_says_which_text_how_far_and_how_good(window: MainWindow) -> None:
    bar, workspace = window.unfinished_bar, window.workspace
    assert not bar.isVisible()
    workspace.give(outlook())
    assert bar.isVisible()
    assert bar.sentence.text() == "The training on “Alice.txt” is not finished."
    assert bar.details.text() == "trained for 9 min  ·  43 % done, about 12 min to go  ·  held-out perplexity 85.3"
    workspace.give(outlook(None, None))
    assert bar.details.text() == "trained for 9 min  ·  until it stops improving  ·  held-out perplexity 85.3"
    workspace.give(None)
    assert not bar.isVisible()


def test_the_offer_is_taken_or_discarded(window: MainWindow, qtbot: QtBot) -> None:
    workspace, bar = window.workspace, window.unfinished_bar
    workspace.give(outlook())
    bar.go_on.click()
    bar.discard.click()
    answer(window, "Keep it")
    assert (workspace.calls, bar.isVisible()) == (["go on"], True)
    bar.discard.click()
    assert "Alice.txt" in question(window).text()
    answer(window, "Discard")
    assert (workspace.calls, bar.isVisible()) == (["go on", "discard"], False)


def test_a_training_that_cannot_go_on_is_said_and_can_only_be_discarded(window: MainWindow) -> None:
    kept_training.path().parent.mkdir()
    kept_training.path().write_text("Once upon a time")
    window.workspace._look_for_unfinished()
    bar = window.unfinished_bar
    assert "damaged" in bar.sentence.text()
    assert (bar.isVisible(), bar.go_on.isVisible(), bar.details.isVisible()) == (True, False, False)
    bar.discard.click()
    answer(window, "Discard")
    assert (bar.isVisible(), kept_training.path().exists()) == (False, False)


def test_nothing_is_offered_while_a_training_runs(window: MainWindow) -> None:
    window.workspace.give(outlook())
    window.workspace._set_training("running")
    assert not window.unfinished_bar.isVisible()
    window.workspace._set_training("idle")
    assert window.unfinished_bar.isVisible()


def test_closing_in_a_training_can_leave_it_for_later(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    workspace.training_name = "Alice.txt"
    workspace._set_training("running")
    assert not window.close()
    assert "Alice.txt" in question(window).text()
    answer(window, "Close and go on later")
    assert (workspace.calls, window.isVisible()) == (["leave"], True)
    workspace.saved = False
    workspace.kept = True
    workspace._set_training("idle")
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.parametrize("ended", ["before the answer", "after it"])
def test_a_training_that_ended_instead_of_being_left_is_asked_about(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, ended: str
) -> None:
    workspace = window.workspace
    monkeypatch.setattr(workspace, "predict", lambda *request, **how: None)
    workspace._set_training("running")
    window.close()
    if ended == "after it":
        answer(window, "Close and go on later")
    workspace._set_model(checkpoint(), "", saved=False)
    workspace._set_training("idle")
    if ended == "before the answer":
        answer(window, "Close and go on later")
    assert window.isVisible()
    assert "is not saved" in question(window).text()
    answer(window, "Cancel")


@pytest.fixture
def training_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that really trains."""
    made = MainWindow(Workspace())
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.workspace.abandon_training()
    assert made.workspace.close()


@pytest.mark.parametrize("earlier", [False, True], ids=["never kept before", "kept before"])
def test_a_window_does_not_close_over_a_training_that_could_not_be_kept(
    training_window: MainWindow, text: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, earlier: bool
) -> None:
    workspace = training_window.workspace
    monkeypatch.setattr(kept_training, "EVERY", 0.0 if earlier else 120.0)
    train(workspace, text, ENDLESS, qtbot)
    qtbot.waitUntil(lambda: kept_training.path().exists() == earlier, timeout=20_000)
    monkeypatch.setattr(storage.os, "fsync", no_room)
    training_window.close()
    answer(training_window, "Close and go on later")
    qtbot.waitUntil(lambda: workspace.training == "idle", timeout=20_000)
    assert training_window.isVisible()
    assert "not saved" in question(training_window).text()
    question(training_window).close()


def test_what_ends_while_it_is_left_is_asked_about(
    training_window: MainWindow, text: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last steps are over when the question is answered: there is nothing to go on with, but a model."""
    workspace, ended = training_window.workspace, threading.Event()
    scored = TrainingRun.scored

    def waiting(run: TrainingRun, made: Checkpoint) -> Checkpoint:
        ended.set()
        time.sleep(0.5)
        return scored(run, made)

    monkeypatch.setattr(TrainingRun, "scored", waiting)
    train(workspace, text, TRAINING, qtbot)
    qtbot.waitUntil(ended.is_set, timeout=20_000)
    training_window.close()
    answer(training_window, "Close and go on later")
    qtbot.waitUntil(lambda: workspace.training == "idle", timeout=20_000)
    assert training_window.isVisible() and workspace.checkpoint.scores is not None
    assert not kept_training.path().exists()
    question(training_window).close()
