"""The window: its places, the model line, the job bar, menus, dropped files, and the questions before a loss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from textgen.engine import checkpoint as checkpoints
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.ngrams import NGrams
from textgen.engine.problem import Problem
from textgen.engine.reports import Evaluation, Progress
from textgen.gui.job_bar import JobBar
from textgen.gui.main_window import PANELS, MainWindow
from textgen.gui.model_line import ModelLine
from textgen.gui.parts.memory import TEXTS
from textgen.gui.parts.widgets import Notice
from textgen.gui.save_dialog import SaveDialog
from textgen.gui.text.text_choose import DropArea
from textgen.gui.work.workspace import Workspace

pytestmark = pytest.mark.usefixtures("scripted_models")

PLACES = [place.name for place in PANELS]
LONG = 60_000  # milliseconds; never waited for unless something is broken


class ScriptedWorkspace(Workspace):
    """A workspace whose training is a state that the test sets, without a thread."""

    def set_state(self, state: str) -> None:
        self._set_training(state)

    def pause(self) -> None:
        self._set_training("paused")

    def resume(self) -> None:
        self._set_training("running")

    def stop_training(self) -> None:
        self._set_training("stopping")

    def end(self, checkpoint: Checkpoint) -> None:
        self._set_model(checkpoint, "", saved=False)
        self._set_training("idle")

    def give(self, checkpoint: Checkpoint, path: str = "", *, saved: bool = False) -> None:
        self._set_model(checkpoint, path, saved=saved)


def evaluation(held_out: float) -> Evaluation:
    return Evaluation(1, 0.5, 1.0, 20.0, held_out, True, "The cat.")


def model(held_out: float = 33.4, source: str = "Alice.txt") -> Checkpoint:
    history = (evaluation(held_out),)
    weights = {"w": np.zeros((2, 3), np.float32)}
    return Checkpoint(ModelConfig(units=512), TrainConfig(), ("the", "cat"), (9, 4), weights, history, source)


def progress(share: float | None, left: float | None) -> Progress:
    return Progress("training", 1, 0.1, 1.0, 1000.0, 50.0, share, left)


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[ScriptedWorkspace]:
    made = ScriptedWorkspace()
    yield made
    made.training = "idle"
    assert made.close()


@pytest.fixture
def window(qtbot: QtBot, workspace: ScriptedWorkspace, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    # The panel asks for words as soon as there is a model; these models have none to give.
    monkeypatch.setattr(workspace, "predict", lambda *request, **how: None)
    made = MainWindow(workspace)
    qtbot.addWidget(made, before_close_func=lambda window: setattr(window, "_closing", True))
    made.show()
    qtbot.waitExposed(made)
    return made


def action(window: MainWindow, text: str) -> QAction:
    (found,) = (a for a in window.findChildren(QAction) if a.text().replace("&", "") == text)
    return found


def question(window: MainWindow) -> QMessageBox | None:
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    return boxes[-1] if boxes else None


def answer(window: MainWindow, text: str) -> None:
    (button,) = (button for button in question(window).buttons() if button.text() == text)
    button.click()


# ---- places ---------------------------------------------------------------------------------------------------------


def test_it_opens_at_the_text(window: MainWindow) -> None:
    assert window.place == "text"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_every_place_has_its_keys(window: MainWindow, qtbot: QtBot, modifier: Qt.KeyboardModifier) -> None:
    window.activateWindow()
    for number, place in reversed(list(enumerate(PLACES, start=1))):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), modifier)
        assert window.place == place


def test_every_place_has_its_button(window: MainWindow, qtbot: QtBot) -> None:
    for place in (*PLACES[1:], PLACES[0]):
        qtbot.mouseClick(window._buttons[place], Qt.MouseButton.LeftButton)
        assert (window.place, window._buttons[place].isChecked()) == (place, True)


def test_a_place_can_be_asked_for(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    workspace.go("look")
    assert window.place == "look"


def test_a_small_window_is_allowed_and_no_smaller_one(window: MainWindow) -> None:
    window.resize(100, 100)
    assert (window.width(), window.height()) == (760, 520)


def test_no_place_needs_more_room_than_the_smallest_window(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    workspace.give(model(source="a text with quite a long name, as texts have them sometimes.txt"))
    workspace.evaluations = [evaluation(38.2)]
    workspace.training_name = "a text with quite a long name, as texts have them sometimes.txt"
    workspace.latest = progress(0.4, 600)
    workspace.set_state("running")
    for place in PLACES:
        window.show_place(place)
        hint = window.centralWidget().minimumSizeHint()
        assert hint.width() <= 760, place
        assert hint.height() <= 520, place


def test_the_window_is_painted_before_torch_is_needed(qtbot: QtBot, workspace: ScriptedWorkspace) -> None:
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()


# ---- the model line -------------------------------------------------------------------------------------------------


def line(window: MainWindow) -> ModelLine:
    return window.findChild(ModelLine)


def test_the_model_line_says_what_the_model_is_and_whether_it_is_saved(
    window: MainWindow, workspace: ScriptedWorkspace
) -> None:
    assert line(window)._model.text() == "No model yet"
    workspace.give(model())
    said = line(window)._model.text()
    assert said.startswith("Alice.txt  ·  LSTM 512  ·  as unsure as choosing among 33 ")
    assert line(window)._state.text() == "● not saved"
    assert line(window)._save.isVisible()
    workspace.give(model(), "/somewhere/cat.textgen", saved=True)
    assert line(window)._model.text().startswith("cat  ·")
    assert line(window)._state.text() == "saved"
    assert not line(window)._save.isVisible()


def test_the_title_has_the_mark_of_an_unsaved_model(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    assert (window.windowTitle(), window.isWindowModified()) == ("textgen[*]", False)
    workspace.give(model())
    assert (window.windowTitle(), window.isWindowModified()) == ("Alice.txt[*] – textgen", True)


# ---- the job bar ----------------------------------------------------------------------------------------------------


def test_the_job_bar_is_there_while_something_runs(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    bar = window.findChild(JobBar)
    assert not bar.isVisible()
    workspace.training_name = "Alice.txt"
    workspace.set_state("starting")
    assert bar.isVisible()
    assert not bar._pause.isEnabled()
    assert bar._pause.toolTip()
    workspace.set_state("idle")
    assert not bar.isVisible()


def test_the_job_bar_shows_how_it_goes_in_every_other_place(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    bar = window.findChild(JobBar)
    workspace.training_name = "Alice.txt"
    workspace.set_state("running")
    workspace.evaluations = [evaluation(60.0), evaluation(38.2)]
    workspace.latest = progress(0.25, 600)
    workspace.trainingEvents.emit([workspace.latest])
    for place in PLACES:
        window.show_place(place)
        assert bar.isVisible() == (place != "train"), "the place Train has the same, larger"
    assert bar._what.text() == "Training on “Alice.txt”"
    assert bar._quality.text() == "held-out 38.2 ↓"
    assert bar._end.text().startswith("done at ")
    assert bar._bar.value() == bar._bar.maximum() // 4
    workspace.latest = progress(None, None)
    workspace.trainingEvents.emit([workspace.latest])
    assert (bar._end.text(), bar._bar.maximum()) == ("until it stops improving", 0)


def test_the_job_bar_pauses_continues_and_stops(window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot) -> None:
    bar = window.findChild(JobBar)
    workspace.set_state("running")
    for expected, text in (("paused", "Continue"), ("running", "Pause")):
        qtbot.mouseClick(bar._pause, Qt.MouseButton.LeftButton)
        assert (workspace.training, bar._pause.text()) == (expected, text)
    qtbot.mouseClick(bar._stop, Qt.MouseButton.LeftButton)
    assert (workspace.training, bar._stop.isEnabled()) == ("stopping", False)


# ---- menus ----------------------------------------------------------------------------------------------------------


def test_commands_are_there_when_they_can_be_used(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    save, stop = action(window, "Save model"), action(window, "Stop and keep the best")
    assert (save.isEnabled(), stop.isEnabled()) == (False, False)
    workspace.give(model())
    workspace.set_state("running")
    assert (save.isEnabled(), stop.isEnabled()) == (True, True)
    action(window, "Pause").trigger()
    assert workspace.training == "paused"
    action(window, "Continue").trigger()
    assert workspace.training == "running"
    stop.trigger()
    assert workspace.training == "stopping"


def test_no_two_commands_share_a_shortcut(window: MainWindow) -> None:
    keys = [key.toString() for a in window.findChildren(QAction) for key in a.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+O", "Ctrl+S", "Ctrl+Q", "F1"} <= set(keys)


def test_ctrl_p_prints_and_another_key_pauses(window: MainWindow) -> None:
    assert action(window, "Print text…").shortcut().toString() == "Ctrl+P"
    assert action(window, "Pause").shortcut().toString() == "Ctrl+Shift+P"


@pytest.mark.parametrize("state", ["idle", "starting", "running", "paused", "stopping"])
def test_every_entry_that_cannot_be_chosen_says_why(
    window: MainWindow, workspace: ScriptedWorkspace, state: str
) -> None:
    workspace.set_state(state)
    window.menus._enable_text()
    menus = [entry.menu() for entry in window.menuBar().actions()] + [window.menus._recent]
    closed = 0
    for menu in menus:
        assert menu.toolTipsVisible()
        for entry in menu.actions():
            said = entry.toolTip() != entry.text().replace("&", "").removesuffix("…")
            assert entry.isSeparator() or said != entry.isEnabled(), entry.text()
            closed += not entry.isEnabled()
    assert closed > 5


def test_whether_marks_are_shown_is_remembered(qtbot: QtBot, window: MainWindow, workspace: ScriptedWorkspace) -> None:
    assert action(window, "Show who wrote what").isChecked()
    action(window, "Show who wrote what").trigger()
    again = MainWindow(workspace)
    qtbot.addWidget(again, before_close_func=lambda window: setattr(window, "_closing", True))
    assert not action(again, "Show who wrote what").isChecked()
    assert not again.out.draft._ink._authors


def test_a_text_is_saved_where_the_last_one_was_and_not_beside_the_model(
    window: MainWindow, workspace: ScriptedWorkspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, other = tmp_path / "documents", tmp_path / "other"
    documents.mkdir()
    other.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: str(documents))
    workspace.memory.keep_folder(str(tmp_path / "models" / "a.textgen"))
    offered: list[str] = []

    def choose(parent: object, title: str, path: str, filters: str) -> tuple[str, str]:
        offered.append(path)
        return str(other / "mine.txt"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    window.out.save_as()
    window.out.save_as()
    assert offered == [str(documents / "text.txt"), str(other / "text.txt")]
    assert (other / "mine.txt").exists()
    assert workspace.memory.folder() != str(other)


def test_recent_files_are_in_the_menu(
    window: MainWindow, workspace: ScriptedWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "R&D.txt"
    path.write_text("The cat sat on the mat. " * 50)
    workspace.memory.add_recent(TEXTS, str(path))
    window.menus._recent.aboutToShow.emit()
    (entry, *_) = window.menus._recent.actions()
    assert entry.text() == "R&&D.txt"
    with qtbot.waitSignal(workspace.corpusChanged, timeout=LONG):
        entry.trigger()
    action(window, "Clear this list").trigger()
    window.menus._recent.aboutToShow.emit()
    assert [a.text() for a in window.menus._recent.actions() if not a.isSeparator()] == ["Nothing yet"]


@pytest.mark.parametrize("name", ["How it goes", "About textgen"])
def test_help_does_not_stop_the_work(window: MainWindow, name: str) -> None:
    action(window, name).trigger()
    box = question(window)
    assert not box.isModal()
    box.close()


def test_a_text_chosen_in_the_dialogue_is_read(
    window: MainWindow, workspace: ScriptedWorkspace, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The cat sat on the mat. " * 50)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *ask: (str(path), ""))
    with qtbot.waitSignal(workspace.corpusChanged, timeout=LONG):
        workspace.choose("text")
    assert workspace.corpus.name == "a.txt"
    assert window.place == "text"


@pytest.mark.parametrize("known", [False, True])
def test_the_text_of_the_model_is_opened_without_leaving_its_words(
    window: MainWindow,
    workspace: ScriptedWorkspace,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    known: bool,
) -> None:
    path = tmp_path / "Alice.txt"
    path.write_text("The cat sat on the mat. " * 50)
    if known:
        workspace.memory.add_recent(TEXTS, str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *ask: (str(path), ""))
    workspace.give(model(), "/somewhere/cat.textgen", saved=True)
    window.show_place("write")
    window.panels["write"].side.show_page("origin")
    with qtbot.waitSignal(workspace.corpusChanged, timeout=LONG):
        window.panels["write"].origin.open_button.click()
    assert (window.place, window.panels["write"].side.current) == ("write", "origin")


def test_where_the_text_of_the_model_cannot_be_read_the_place_text_says_so(
    window: MainWindow, workspace: ScriptedWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_place("write")
    with qtbot.waitSignal(workspace.problem):
        workspace.read_text(str(tmp_path / "gone.txt"), stay=True)
    assert window.place == "text"


# ---- dropped files --------------------------------------------------------------------------------------------------


def drop(window: QWidget, *urls: QUrl) -> bool:
    """Drag files onto a widget and let go; gives whether it wanted them."""
    data = QMimeData()
    data.setUrls(list(urls))
    where, copy, left = QPointF(50, 50), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(where.toPoint(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(where, copy, data, left, Qt.KeyboardModifier.NoModifier))
    return enter.isAccepted()


@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_a_dropped_text_is_read_and_a_dropped_model_opened(
    window: MainWindow, workspace: ScriptedWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    text, saved = tmp_path / "a text.txt", tmp_path / "m.textgen"
    text.write_text("The cat sat on the mat. " * 50)
    model().save(saved)
    with qtbot.waitSignal(workspace.corpusChanged, timeout=LONG):
        assert drop(window.findChild(DropArea), QUrl.fromLocalFile(str(text)))
    workspace.forget_text()
    window.show_place("look")
    with qtbot.waitSignal(workspace.corpusChanged, timeout=LONG):
        assert drop(window, QUrl.fromLocalFile(str(text)))
    with qtbot.waitSignal(workspace.modelChanged):
        assert drop(window, QUrl.fromLocalFile(str(saved)))
    assert workspace.checkpoint.source == "Alice.txt"


@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_what_is_no_file_cannot_be_dropped(window: MainWindow) -> None:
    assert not drop(window, QUrl("https://example.org/a.txt"))


# ---- problems -------------------------------------------------------------------------------------------------------


def test_a_problem_with_a_model_file_stands_below_the_model_line(
    window: MainWindow, workspace: ScriptedWorkspace
) -> None:
    workspace.problem.emit("file", Problem("“{name}” is damaged.", name="a.textgen"))
    assert window._notice.isVisible()
    assert window._notice._sentence.text() == "“a.textgen” is damaged."


def test_problems_that_have_a_place_are_left_to_it(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    workspace.problem.emit("text", Problem("there is no such file"))
    assert not window._notice.isVisible()


def test_one_problem_stands_at_a_time_and_it_is_the_newest(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    for place, said in (("text", "there is no such file"), ("file", "it is damaged"), ("text", "it is empty")):
        workspace.problem.emit(place, Problem(said))
        (notice,) = (notice for notice in window.findChildren(Notice) if notice.isVisible())
        assert notice._sentence.text() == said


# ---- what a saved model holds ----------------------------------------------------------------------------------------


def with_runs() -> Checkpoint:
    ids = np.array([2, 3, 1] * 20)
    return replace(model(), ngrams=NGrams.count(ids, 4, 2))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What the dialogues said that were shown; the person changes the tick in each, and saves."""
    said: list[str] = []

    def answer(dialog: SaveDialog) -> int:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.leave_out.click()
        dialog.selectFile(str(tmp_path / "chosen"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SaveDialog, "exec", answer)
    return said


def test_a_model_with_runs_of_its_text_says_so_and_can_be_saved_without(
    window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot, tmp_path: Path, asked: list[str]
) -> None:
    workspace.give(with_runs())
    with qtbot.waitSignal(workspace.modelSaved):
        window.dialogs.save()
    assert any("short runs of words" in text for text in asked)
    assert checkpoints.load(tmp_path / "chosen.textgen").ngrams is None
    assert workspace.checkpoint.ngrams is not None
    assert workspace.saved
    with qtbot.waitSignal(workspace.modelSaved):
        window.dialogs.save_as()  # the tick is remembered, and taken away now
    assert checkpoints.load(tmp_path / "chosen.textgen").ngrams is not None
    assert not workspace.memory.leaves_runs_out()


def test_a_model_without_runs_is_saved_without_a_question(
    window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot, saves_to: Path, asked: list[str]
) -> None:
    workspace.give(model())
    with qtbot.waitSignal(workspace.modelSaved):
        window.dialogs.save()
    assert (asked, saves_to.exists()) == ([], True)


def test_a_question_taken_back_saves_nothing(
    window: MainWindow, workspace: ScriptedWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancel(dialog: SaveDialog) -> int:
        dialog.leave_out.click()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(SaveDialog, "exec", cancel)
    workspace.give(with_runs())
    window.dialogs.save()
    assert not workspace.saving
    assert not workspace.memory.leaves_runs_out()


# ---- nothing is lost unasked ----------------------------------------------------------------------------------------


@pytest.fixture
def saves_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the person will choose in the dialogue."""
    path = tmp_path / "chosen.textgen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *ask: (str(path), ""))
    return path


def closes(window: MainWindow) -> bool:
    return window.close()


def test_a_window_with_nothing_to_lose_closes_unasked(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    workspace.give(model(), "/somewhere/cat.textgen", saved=True)
    assert closes(window)
    assert not workspace.memory.geometry().isEmpty()


def test_closing_with_an_unsaved_model_asks_and_cancel_stays(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    workspace.give(model())
    assert not closes(window)
    assert "Alice.txt" in question(window).text()
    answer(window, "Cancel")
    assert window.isVisible()


def test_closing_without_saving(window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot) -> None:
    workspace.give(model())
    closes(window)
    answer(window, "Don’t save")
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_saves_first(window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot, saves_to: Path) -> None:
    workspace.give(model())
    closes(window)
    answer(window, "Save")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert checkpoints.load(saves_to).source == "Alice.txt"


def test_a_save_that_fails_keeps_the_window_open(
    window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *ask: (str(tmp_path / "none" / "a"), ""))
    workspace.give(model())
    closes(window)
    with qtbot.waitSignal(workspace.problem):
        answer(window, "Save")
    assert window.isVisible()
    assert window._notice.isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *ask: (str(tmp_path / "a"), ""))
    with qtbot.waitSignal(workspace.modelSaved):
        window.dialogs.save()
    assert window.isVisible()


def test_closing_while_training_stops_saves_and_closes(
    window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot, saves_to: Path
) -> None:
    workspace.training_name = "Alice.txt"
    workspace.set_state("running")
    closes(window)
    answer(window, "Stop and save the best")
    assert workspace.training == "stopping"
    workspace.end(model(source="the best"))
    qtbot.waitUntil(lambda: not window.isVisible())
    assert checkpoints.load(saves_to).source == "the best"


def test_closing_while_training_can_be_thought_better_of(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    workspace.set_state("running")
    closes(window)
    answer(window, "Go on training")
    assert (workspace.training, window.isVisible()) == ("running", True)


def test_asking_twice_shows_one_question(window: MainWindow, workspace: ScriptedWorkspace) -> None:
    workspace.give(model())
    closes(window)
    closes(window)
    assert len([box for box in window.findChildren(QMessageBox) if box.isVisible()]) == 1
    answer(window, "Cancel")


@pytest.mark.parametrize("name", ["Save", "Cancel"])
def test_opening_another_model_asks_about_an_unsaved_one(
    window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot, tmp_path: Path, saves_to: Path, name: str
) -> None:
    other = tmp_path / "other.textgen"
    model(source="other").save(other)
    workspace.give(model())
    workspace.open_model(str(other))
    answer(window, name)
    if name == "Save":
        qtbot.waitUntil(lambda: workspace.checkpoint.source == "other")
        assert checkpoints.load(saves_to).source == "Alice.txt"
    else:
        assert workspace.checkpoint.source == "Alice.txt"


def test_geometry_is_remembered(window: MainWindow, workspace: ScriptedWorkspace, qtbot: QtBot) -> None:
    window.resize(790, 633)
    closes(window)
    again = MainWindow(workspace)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (790, 633)
