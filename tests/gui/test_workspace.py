"""The state of the program and its actions, with scripted trainings and real files; one test really trains."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from textgen.engine import checkpoint as checkpoints
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.modes import Query
from textgen.engine.problem import Problem
from textgen.engine.reports import Choice, Evaluation, Finished, Planned, Prediction, Progress, Setback, Snapshot
from textgen.gui.parts import log
from textgen.gui.parts.memory import MODELS, TEXTS
from textgen.gui.work import jobs
from textgen.gui.work.predictions import Predictions
from textgen.gui.work.worker import Stopped
from textgen.gui.work.workspace import Workspace

pytestmark = pytest.mark.usefixtures("scripted_models")

PREPARE = Predictions.prepare
STORY = "The cat sat on the mat. The dog saw the cat, and the cat ran away from the dog.\n\n" * 40


def model(source: str = "story.txt") -> Checkpoint:
    """A checkpoint that can be saved and opened, but not asked."""
    return Checkpoint(
        ModelConfig(), TrainConfig(), ("the", "cat"), (9, 4), {"w": np.zeros((2, 3), np.float32)}, source=source
    )


def progress(step: int) -> Progress:
    return Progress("training", step, 0.1, float(step), 1000.0, 50.0, 0.5, 60.0)


def evaluation(step: int) -> Evaluation:
    return Evaluation(step, 0.1, float(step), 50.0, 60.0, True, "The cat.")


class Script:
    """A training that does what the test says, step by step."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[object] = []
        self.ready = threading.Semaphore(0)
        self.best = model("best")
        self.started_with: list[object] = []
        self.wish: object = None
        monkeypatch.setattr(jobs, "training", self._job)

    def _job(self, *settings: object):
        *self.started_with, self.wish = settings
        return self._run

    def _run(self, stopped: Stopped) -> Iterator[object]:
        for number in range(10_000):
            while not self.ready.acquire(timeout=0.01):
                if stopped():
                    yield Finished("stopped", self.best)
                    return
            step = self.steps[number]
            if isinstance(step, Exception):
                raise step
            if step is not None:
                yield step
            if step is None or isinstance(step, Finished):
                return

    def play(self, *steps: object) -> None:
        self.steps += steps
        for _ in steps:
            self.ready.release()


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return str(path)


@pytest.fixture
def reader(workspace: Workspace, text: str, qtbot: QtBot) -> Workspace:
    """A workspace that has read the story."""
    with qtbot.waitSignal(workspace.corpusChanged):
        workspace.read_text(text)
    return workspace


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Script:
    return Script(monkeypatch)


@pytest.fixture
def running(reader: Workspace, script: Script, qtbot: QtBot) -> Workspace:
    """A workspace in the middle of a scripted training."""
    reader.start_training(ModelConfig(units=8), TrainConfig())
    script.play(progress(1))
    qtbot.waitUntil(lambda: reader.training == "running")
    return reader


# ---- reading --------------------------------------------------------------------------------------------------------


def test_reading_gives_the_corpus_and_remembers_the_file(reader: Workspace, text: str) -> None:
    assert reader.corpus is not None
    assert (reader.corpus.name, reader.reading) == ("story.txt", False)
    assert reader.memory.recent(TEXTS) == [text]
    assert reader.vocabulary is None


def test_reading_is_told_from_beginning_to_end(workspace: Workspace, text: str, qtbot: QtBot) -> None:
    shares: list[float] = []
    states: list[tuple[bool, str]] = []
    workspace.readingProgress.connect(shares.append)
    workspace.readingChanged.connect(lambda: states.append((workspace.reading, workspace.reading_name)))
    with qtbot.waitSignals([workspace.placeWanted, workspace.corpusChanged]):
        workspace.open_path(text)
    assert states == [(True, "story.txt"), (False, "")]
    assert shares[-1] == 1.0


def test_a_file_that_cannot_be_read_is_a_problem_of_its_place_and_the_text_stays(
    reader: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    before = reader.corpus
    with qtbot.waitSignal(reader.problem) as problem:
        reader.read_text(str(tmp_path / "missing.txt"))
    assert problem.args[0] == "text"
    assert "missing.txt" in str(problem.args[1])
    assert (reader.corpus, reader.reading) == (before, False)


def test_a_cancelled_reading_reaches_nobody(
    workspace: Workspace, text: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, ended = threading.Event(), threading.Event()

    def reading(path: str):
        def job(stopped: Stopped) -> Iterator[object]:
            go_on.wait(10)
            ended.set()
            raise Problem("too late")
            yield

        return job

    monkeypatch.setattr(jobs, "reading", reading)
    told: list[object] = []
    workspace.problem.connect(lambda *problem: told.append(problem))
    workspace.read_text(text)
    workspace.cancel_reading()
    go_on.set()
    assert ended.wait(10)
    assert workspace.close()
    assert (workspace.reading, workspace.corpus, told) == (False, None, [])


def test_a_second_text_takes_the_place_of_one_that_is_still_being_read(
    workspace: Workspace, text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(STORY.replace("cat", "cow"))
    names: list[str] = []
    workspace.corpusChanged.connect(lambda: names.append(workspace.corpus.name))
    workspace.read_text(text)
    with qtbot.waitSignal(workspace.corpusChanged):
        workspace.read_text(str(other))
    assert names == ["other.txt"]


def test_a_fault_of_ours_is_logged_and_said(
    workspace: Workspace, text: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(path: str) -> Iterator[object]:
        raise ZeroDivisionError("a bug")
        yield

    monkeypatch.setattr("textgen.engine.corpus.read", broken)
    with qtbot.waitSignal(workspace.problem) as problem:
        workspace.read_text(text)
    assert isinstance(problem.args[1], Problem)
    assert str(log.path()) in str(problem.args[1])
    assert "ZeroDivisionError" in caplog.text


def test_the_vocabulary_is_told_once(reader: Workspace, qtbot: QtBot) -> None:
    told: list[int | None] = []
    reader.vocabularyChanged.connect(told.append)
    for size in (12, 12, 15, None):
        reader.set_vocabulary(size)
    assert (told, reader.vocabulary) == ([12, 15, None], None)


def test_another_text_is_not_held_to_the_vocabulary_of_the_last(reader: Workspace, text: str, qtbot: QtBot) -> None:
    reader.set_vocabulary(12)
    with qtbot.waitSignal(reader.corpusChanged):
        reader.read_text(text)
    assert reader.vocabulary is None


# ---- training -------------------------------------------------------------------------------------------------------


def test_training_needs_a_text(workspace: Workspace, script: Script) -> None:
    workspace.start_training(ModelConfig(), TrainConfig())
    assert workspace.training == "idle"


def test_a_training_goes_through_its_states_and_keeps_the_best(reader: Workspace, script: Script, qtbot: QtBot) -> None:
    states: list[str] = []
    reader.trainingChanged.connect(lambda: states.append(reader.training))
    snapshot = model()
    reader.start_training(ModelConfig(units=8), TrainConfig(minutes=1))
    script.play(progress(1), evaluation(1), Snapshot(snapshot, True))
    qtbot.waitUntil(lambda: reader.checkpoint is snapshot)
    assert not reader.saved
    script.play(progress(2), Finished("time", script.best))
    qtbot.waitUntil(lambda: reader.training == "idle")
    assert states == ["starting", "running", "idle"]
    assert (reader.checkpoint, reader.finished.reason, reader.saved) == (script.best, "time", False)
    assert ([p.step for p in reader.progress_points], [e.step for e in reader.evaluations]) == ([1, 2], [1])
    assert script.started_with == [reader.corpus, ModelConfig(units=8), TrainConfig(minutes=1), None, None]
    assert reader.memory.config(ModelConfig).units == 8


def test_what_is_fixed_and_what_it_begins_from_are_passed_on(reader: Workspace, script: Script) -> None:
    reader._set_model(model(), "", saved=True)
    reader.set_going_on(True)
    reader.start_training(ModelConfig(), TrainConfig(), {"units"})
    assert script.started_with[3:] == [{"units"}, reader.checkpoint]
    assert not reader.going_on, "the next one begins anew unless that is chosen again"


def test_going_on_needs_a_model_and_ends_with_it(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    workspace.set_going_on(True)
    assert not workspace.going_on
    workspace._set_model(model(), "", saved=True)
    workspace.set_going_on(True)
    assert workspace.going_on
    model().save(tmp_path / "other.textgen")
    with qtbot.waitSignal(workspace.modelOpened):
        workspace.open_model(str(tmp_path / "other.textgen"))
    assert not workspace.going_on


def test_the_plan_stays_and_a_setback_is_told_until_it_is_better_than_ever(
    running: Workspace, script: Script, qtbot: QtBot
) -> None:
    planned, setback = Planned(Problem("Chosen."), Problem("Why.")), Setback(310.0, 0.001)
    script.play(planned, evaluation(1), setback)
    qtbot.waitUntil(lambda: running.setback is setback)
    script.play(evaluation(2), Finished("time", model()))
    qtbot.waitUntil(lambda: running.training == "idle")
    assert (running.plan, running.setback) == (planned, None)


def test_every_event_is_passed_on_in_order(reader: Workspace, script: Script, qtbot: QtBot) -> None:
    heard: list[object] = []
    reader.trainingEvents.connect(heard.extend)
    reader.start_training(ModelConfig(), TrainConfig())
    events = [progress(1), evaluation(1), Snapshot(model(), True), progress(2), Finished("time", model())]
    script.play(*events)
    qtbot.waitUntil(lambda: reader.training == "idle")
    assert heard == events


def test_pause_and_continue(running: Workspace, script: Script, qtbot: QtBot) -> None:
    running.pause()
    assert running.training == "paused"
    running.resume()
    script.play(progress(2), progress(3), progress(4))
    qtbot.waitUntil(lambda: len(running.progress_points) == 4)
    assert running.training == "running"


def test_stop_keeps_the_best_even_when_paused(running: Workspace, script: Script, qtbot: QtBot) -> None:
    running.pause()
    running.stop_training()
    assert running.training == "stopping"
    qtbot.waitUntil(lambda: running.training == "idle")
    assert (running.checkpoint, running.finished.reason) == (script.best, "stopped")


def test_a_failed_training_is_a_problem_and_keeps_the_snapshot(
    running: Workspace, script: Script, qtbot: QtBot
) -> None:
    snapshot = model()
    with qtbot.waitSignal(running.problem) as problem:
        script.play(Snapshot(snapshot, True), Problem("the memory is full"))
    assert [problem.args[0], str(problem.args[1])] == ["train", "the memory is full"]
    assert (running.training, running.checkpoint) == ("idle", snapshot)


def test_only_one_training_runs(running: Workspace, script: Script) -> None:
    script.started_with = []
    running.start_training(ModelConfig(), TrainConfig())
    assert script.started_with == []


def test_closing_stops_the_training_and_keeps_the_best(running: Workspace, script: Script) -> None:
    assert running.close()
    assert (running.checkpoint, running.training) == (script.best, "idle")


def test_a_training_that_is_broken_off_says_nothing_more(running: Workspace, script: Script) -> None:
    running.abandon_training()
    assert running.close()
    assert (running.training, running.checkpoint, running.finished) == ("idle", None, None)


# ---- what would be lost is asked about ------------------------------------------------------------------------------


def test_an_unsaved_model_is_guarded_when_it_would_be_lost(
    running: Workspace, script: Script, qtbot: QtBot, tmp_path: Path
) -> None:
    script.play(Finished("time", script.best))
    qtbot.waitUntil(lambda: running.training == "idle")
    asked: list[object] = []
    running.guard = asked.append
    running.start_training(ModelConfig(), TrainConfig())
    running.open_model(str(tmp_path / "other.textgen"))
    assert len(asked) == 2
    assert running.training == "idle"


def test_another_text_is_guarded_only_while_a_training_runs(running: Workspace, script: Script, text: str) -> None:
    asked: list[object] = []
    running.guard = asked.append
    running.read_text(text)
    assert (len(asked), running.reading) == (1, False)
    running.abandon_training()
    running.read_text(text)
    assert (len(asked), running.reading) == (1, True)


def test_the_first_model_of_a_training_does_not_inherit_the_file_of_the_one_before(
    reader: Workspace, script: Script, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "old.textgen"
    model("old").save(path)
    with qtbot.waitSignal(reader.modelChanged):
        reader.open_model(str(path))
    reader.start_training(ModelConfig(), TrainConfig())
    script.play(Snapshot(model(), True))
    qtbot.waitUntil(lambda: not reader.saved)
    assert reader.model_path == ""
    with qtbot.waitSignal(reader.modelSaved):
        reader.save_model(str(tmp_path / "new.textgen"))
    script.play(Snapshot(model(), False))
    qtbot.waitUntil(lambda: not reader.saved)
    assert reader.model_path == str(tmp_path / "new.textgen")


# ---- files ----------------------------------------------------------------------------------------------------------


def test_a_saved_model_opens_again(running: Workspace, script: Script, qtbot: QtBot, tmp_path: Path) -> None:
    path = str(tmp_path / "cat.textgen")
    running.stop_training()
    qtbot.waitUntil(lambda: running.training == "idle")
    with qtbot.waitSignal(running.modelSaved) as saved:
        running.save_model(path)
    assert saved.args == [path]
    assert (running.saved, running.saving, running.model_path) == (True, False, path)
    assert running.memory.recent(MODELS) == [path]
    with qtbot.waitSignals([running.modelChanged, running.placeWanted]):
        running.open_path(path)
    assert running.checkpoint.source == "best"
    assert (running.saved, running.finished, running.evaluations) == (True, None, [])


def test_a_snapshot_that_comes_while_the_one_before_is_saved_is_not_saved(
    running: Workspace, script: Script, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.play(Snapshot(model("first"), True))
    qtbot.waitUntil(lambda: running.checkpoint is not None)
    go_on = threading.Event()
    save = Checkpoint.save
    monkeypatch.setattr(Checkpoint, "save", lambda self, path: (go_on.wait(10), save(self, path)))
    running.save_model(str(tmp_path / "a.textgen"))
    script.play(Snapshot(model("second"), True))
    qtbot.waitUntil(lambda: running.checkpoint.source == "second")
    with qtbot.waitSignal(running.modelSaved):
        go_on.set()
    assert not running.saved
    assert checkpoints.load(tmp_path / "a.textgen").source == "first"


def test_a_model_opened_while_another_is_saved_keeps_its_own_file(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = str(tmp_path / "one.textgen"), str(tmp_path / "two.textgen")
    for path in (one, two):
        model(path).save(path)
    with qtbot.waitSignal(workspace.modelChanged):
        workspace.open_model(one)
    go_on = threading.Event()
    monkeypatch.setattr(Checkpoint, "save", lambda self, path: go_on.wait(10))
    workspace.save_model(str(tmp_path / "copy.textgen"))
    with qtbot.waitSignal(workspace.modelChanged):
        workspace.open_model(two)
    with qtbot.waitSignal(workspace.modelSaved):
        go_on.set()
    assert (workspace.checkpoint.source, workspace.model_path, workspace.saved) == (two, two, True)


def test_a_training_begun_while_a_model_is_opened_wins(
    reader: Workspace, script: Script, qtbot: QtBot, tmp_path: Path
) -> None:
    model("late").save(tmp_path / "late.textgen")
    reader.open_model(str(tmp_path / "late.textgen"))
    reader.start_training(ModelConfig(), TrainConfig())
    script.play(Finished("time", script.best))
    qtbot.waitUntil(lambda: reader.training == "idle")
    assert reader.checkpoint is script.best


def test_a_workspace_may_go_before_its_last_worker(qtbot: QtBot, tmp_path: Path) -> None:
    model().save(tmp_path / "m.textgen")
    workspace = Workspace()
    gone = weakref.ref(workspace)
    workspace.open_model(str(tmp_path / "m.textgen"))
    assert workspace.close()
    del workspace
    qtbot.waitUntil(lambda: gc.collect() >= 0 and gone() is None)


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x00" * 100])
def test_a_file_that_is_no_model_is_said_and_the_model_stays(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    good, bad = tmp_path / "good.textgen", tmp_path / "bad.textgen"
    model().save(good)
    bad.write_bytes(content)
    with qtbot.waitSignal(workspace.modelChanged):
        workspace.open_model(str(good))
    kept = workspace.checkpoint
    with qtbot.waitSignal(workspace.problem) as problem:
        workspace.open_model(str(bad))
    assert problem.args[0] == "file"
    assert (workspace.checkpoint, workspace.model_path, workspace.saved) == (kept, str(good), True)


def test_a_save_that_fails_leaves_the_model_unsaved(
    running: Workspace, script: Script, qtbot: QtBot, tmp_path: Path
) -> None:
    script.play(Snapshot(model(), True))
    qtbot.waitUntil(lambda: running.checkpoint is not None)
    with qtbot.waitSignal(running.problem) as problem:
        running.save_model(str(tmp_path / "no such folder" / "a.textgen"))
    assert problem.args[0] == "file"
    assert (running.saved, running.saving, running.model_path) == (False, False, "")


# ---- predicting -----------------------------------------------------------------------------------------------------


class FakeMode:
    """Answers with the text it was asked, as often as it is told; counts how many run at once."""

    def __init__(self) -> None:
        self.answers = 1
        self.go_on = threading.Event()
        self.go_on.set()
        self.asked: list[tuple[object, str]] = []
        self.now = self.most = 0

    def run(self, predictor: object, query: Query) -> Iterator[object]:
        self.narrow = query.narrow
        self.asked.append((predictor, query.text))
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            for number in range(self.answers):
                self.go_on.wait(10)
                yield Prediction((Choice(query.text * (number + 1), "", 1.0),), done=number == self.answers - 1)
        finally:
            self.now -= 1


@pytest.fixture
def mode(monkeypatch: pytest.MonkeyPatch) -> FakeMode:
    fake = FakeMode()
    monkeypatch.setattr("textgen.gui.work.predictions.MODES", {"fake": fake, "next-word": fake})
    monkeypatch.setattr("textgen.engine.prediction.Predictor.of", lambda checkpoint: object())
    return fake


@pytest.fixture
def writer(workspace: Workspace, mode: FakeMode, qtbot: QtBot, tmp_path: Path) -> Workspace:
    """A workspace with a model whose only mode is the fake one."""
    path = tmp_path / "m.textgen"
    model().save(path)
    with qtbot.waitSignal(workspace.modelChanged):
        workspace.open_model(str(path))
    return workspace


def labels(predictions: list[Prediction]) -> list[str]:
    return [prediction.choices[0].label for prediction in predictions]


def test_without_a_model_nothing_is_predicted(workspace: Workspace, mode: FakeMode) -> None:
    workspace.predict("fake", "a", SamplingConfig())
    assert workspace.close()
    assert mode.asked == []


def test_the_last_report_of_a_stream_arrives(writer: Workspace, mode: FakeMode, qtbot: QtBot) -> None:
    mode.answers = 500
    heard: list[Prediction] = []
    writer.predicted.connect(heard.append)
    writer.predict("fake", "a", SamplingConfig())
    qtbot.waitUntil(lambda: bool(heard) and heard[-1].done)
    assert heard[-1].choices[0].label == "a" * 500
    assert len(heard) < 500


def test_a_word_that_is_begun_is_asked_for_as_one(writer: Workspace, mode: FakeMode, qtbot: QtBot) -> None:
    for narrow in (True, False):
        with qtbot.waitSignal(writer.predicted, check_params_cb=lambda prediction: prediction.done):
            writer.predict("fake", "a", SamplingConfig(), narrow=narrow)
        assert mode.narrow == narrow


def test_the_newest_request_wins_and_two_never_run_at_once(writer: Workspace, mode: FakeMode, qtbot: QtBot) -> None:
    heard: list[Prediction] = []
    writer.predicted.connect(heard.append)
    mode.go_on.clear()
    for text in "abcdefg":
        writer.predict("fake", text, SamplingConfig())
    mode.go_on.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert writer.close()
    assert labels(heard) == ["g"]
    assert mode.most == 1
    assert len(mode.asked) <= 2


def test_what_is_looked_up_aside_and_what_is_predicted_wait_for_each_other(
    writer: Workspace, mode: FakeMode, qtbot: QtBot
) -> None:
    heard: list[Prediction] = []
    aside: list[Prediction] = []
    writer.predicted.connect(heard.append)
    writer.alternatives.connect(aside.append)
    mode.go_on.clear()
    for text in "abc":
        writer.predict("fake", text, SamplingConfig())
        writer.look_up(text.upper(), SamplingConfig())
    mode.go_on.set()
    qtbot.waitUntil(lambda: bool(heard) and bool(aside))
    assert writer.close()
    assert (labels(heard), labels(aside)) == (["c"], ["C"])
    assert mode.most == 1


def test_looking_up_does_not_break_off_what_is_predicted_nor_the_other_way_round(
    writer: Workspace, mode: FakeMode, qtbot: QtBot
) -> None:
    for first, second in ((writer.predict, writer.look_up), (writer.look_up, writer.predict)):
        mode.go_on.clear()
        with qtbot.waitSignals([writer.predicted, writer.alternatives]):
            for ask in (first, second):
                ask(*(("fake",) if ask == writer.predict else ()), "a", SamplingConfig())
            mode.go_on.set()


def test_what_fails_aside_is_said_to_its_asker_only(
    writer: Workspace, mode: FakeMode, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textgen.gui.work.predictions.MODES", {})
    with qtbot.assertNotEmitted(writer.predictionFailed), qtbot.waitSignal(writer.alternativesFailed) as failed:
        writer.look_up("a", SamplingConfig())
    assert isinstance(failed.args[0], Problem)


def test_a_cancelled_prediction_reaches_nobody(writer: Workspace, mode: FakeMode) -> None:
    heard: list[object] = []
    writer.predicted.connect(heard.append)
    mode.go_on.clear()
    writer.predict("fake", "a", SamplingConfig())
    writer.cancel_prediction()
    mode.go_on.set()
    assert writer.close()
    assert heard == []


def test_the_predictor_is_built_once_for_each_model(writer: Workspace, mode: FakeMode, qtbot: QtBot) -> None:
    def ask() -> object:
        with qtbot.waitSignal(writer.predicted):
            writer.predict("fake", "a", SamplingConfig())
        return mode.asked[-1][0]

    one = ask()
    assert ask() is one
    with qtbot.waitSignal(writer.modelChanged):
        writer.open_model(writer.model_path)
    assert ask() is not one


def test_a_model_that_is_opened_is_built_once(
    writer: Workspace, mode: FakeMode, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[Checkpoint] = []
    monkeypatch.setattr(Predictions, "prepare", PREPARE)
    monkeypatch.setattr("textgen.engine.prediction.Predictor.of", built.append)
    with qtbot.waitSignal(writer.placeWanted):
        writer.open_model(writer.model_path)
    assert built == [writer.checkpoint], "it is known to be sound before it takes the place of another"
    with qtbot.waitSignal(writer.predicted):
        writer.predict("fake", "a", SamplingConfig())
    assert len(built) == 1


def test_a_failed_prediction_is_said_and_the_next_one_works(writer: Workspace, mode: FakeMode, qtbot: QtBot) -> None:
    with qtbot.waitSignal(writer.predictionFailed) as failed:
        writer.predict("no such mode", "a", SamplingConfig())
    assert isinstance(failed.args[0], Problem)
    with qtbot.waitSignal(writer.predicted):
        writer.predict("fake", "a", SamplingConfig())


# ---- for real -------------------------------------------------------------------------------------------------------


def test_a_real_training_predicts_the_same_before_and_after_saving(
    reader: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    reader.start_training(ModelConfig(units=16, embedding=16), TrainConfig(epochs=3, batch=4, threads=1))
    qtbot.waitUntil(lambda: reader.finished is not None and reader.training == "idle", timeout=60_000)
    assert reader.finished.reason == "passes"
    answers = [ask(reader, qtbot)]
    with qtbot.waitSignal(reader.modelSaved):
        reader.save_model(str(tmp_path / "cat.textgen"))
    with qtbot.waitSignal(reader.placeWanted):
        reader.open_model(str(tmp_path / "cat.textgen"))
    answers.append(ask(reader, qtbot))
    assert answers[0] == answers[1]
    assert len(answers[0].choices) == 10


def ask(workspace: Workspace, qtbot: QtBot) -> Prediction:
    with qtbot.waitSignal(workspace.predicted, timeout=20_000) as predicted:
        workspace.predict("next-word", "The cat", SamplingConfig())
    return predicted.args[0]
