"""The whole path through the real window: open a text, train, write in three modes, save, reopen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog

from tests.engine.conftest import pattern_text
from textgen.engine import unfinished
from textgen.engine.checkpoint import load
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.corpus import read
from textgen.engine.training import TrainingRun
from textgen.gui.main_window import MainWindow
from textgen.gui.save_dialog import SaveDialog
from textgen.gui.work import kept_training
from textgen.gui.work.workspace import Workspace

NETWORK = {"units": 24, "embedding": 16}
TRAINING = {"batch": 4, "truncation": 10, "learning_rate": 0.02, "threads": 1}
LONG = 60_000  # milliseconds; never waited for unless something is broken


@pytest.fixture
def window(qtbot):
    window = MainWindow(Workspace())
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.workspace.close()
    window.workspace.saved = True  # nobody is there to be asked about it
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def press(window, text):
    """Click the one visible button that says this."""
    buttons = [
        b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.text().replace("&", "").startswith(text)
    ]
    assert buttons, f"no button says “{text}”"
    assert buttons[0].isEnabled(), f"“{text}” is disabled: {buttons[0].toolTip()}"
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def open_text(window, qtbot, monkeypatch, path):
    path.write_text(pattern_text(), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(path), ""))
    press(window, "Choose a file")
    qtbot.waitUntil(lambda: window.workspace.corpus is not None, timeout=LONG)


def start_training(window):
    """From the loaded text, with settings for a very small network."""
    press(window, "Train on this")
    setup = window.panels["train"].setup
    setup.network.set_values(NETWORK)
    setup.training.set_values(TRAINING)
    press(window, "Start training")


def choices(panel):
    """Those that follow the text as it is now: what is on show may still be the answer to an earlier one."""
    return [choice.label for choice in panel.suggester.fitting()]


def train_a_little(window, qtbot):
    """From the loaded text to a finished training, by the buttons."""
    workspace = window.workspace
    start_training(window)
    qtbot.waitUntil(lambda: len(workspace.evaluations) >= 2, timeout=LONG)
    press(window, "Pause")
    qtbot.waitUntil(lambda: workspace.training == "paused", timeout=LONG)
    qtbot.wait(100)  # what was under way when it was asked to pause
    seen = workspace.latest.step
    qtbot.wait(200)
    assert workspace.latest.step == seen, "a paused training does not go on"
    press(window, "Continue")
    qtbot.waitUntil(lambda: workspace.evaluations[-1].held_out_perplexity < 3, timeout=LONG)
    press(window, "Stop")
    qtbot.waitUntil(lambda: workspace.training == "idle", timeout=LONG)


def test_from_a_text_file_to_predicted_words_and_back(window, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "meals.textgen"
    workspace, write = window.workspace, window.panels["write"]

    open_text(window, qtbot, monkeypatch, tmp_path / "meals.txt")
    train_a_little(window, qtbot)
    assert workspace.finished.reason == "stopped"
    best = min(point.held_out_perplexity for point in workspace.evaluations)
    assert workspace.checkpoint.best.held_out_perplexity == best
    assert not workspace.saved

    press(window, "Write with it")
    press(window, "Next word")
    write.draft.setFocus()
    QTest.keyClicks(write.draft, "Ada eats the fish. Then Ada ")
    qtbot.waitUntil(lambda: choices(write)[:1] == ["says"], timeout=LONG)
    QTest.keyClick(write.draft, Qt.Key.Key_1)
    assert write.draft.toPlainText() == "Ada eats the fish. Then Ada says"
    qtbot.waitUntil(lambda: choices(write)[:1] == [":"], timeout=LONG)
    QTest.keyClick(write.draft, Qt.Key.Key_Tab)
    assert write.draft.toPlainText() == "Ada eats the fish. Then Ada says:"

    press(window, "Next five words")
    qtbot.waitUntil(lambda: len(choices(write)) >= 3 and len(choices(write)[0].split()) >= 5, timeout=LONG)
    first, before = write.list.choices[0], write.draft.toPlainText()
    QTest.keyClick(write.draft, Qt.Key.Key_Tab)
    assert write.draft.toPlainText() == before + first.insert

    press(window, "From one word")
    write.one_word.field.setFocus()
    QTest.keyClicks(write.one_word.field, "Bruno")
    QTest.keyClick(write.one_word.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Bruno eats" in write.draft.toPlainText() and not write.writer.writing, timeout=LONG)
    assert "<unk>" not in write.draft.toPlainText()

    monkeypatch.setattr(
        SaveDialog, "exec", lambda dialog: dialog.selectFile(str(target)) or QDialog.DialogCode.Accepted
    )
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: workspace.saved, timeout=LONG)
    assert load(target).history == workspace.checkpoint.history

    fresh = Workspace()
    fresh.open_path(str(target))
    qtbot.waitUntil(lambda: fresh.checkpoint is not None, timeout=LONG)
    assert fresh.checkpoint.summary() == workspace.checkpoint.summary()
    answers = []
    for one in (workspace, fresh):
        with qtbot.waitSignal(one.predicted, timeout=LONG) as signal:
            one.predict("next-word", "Ada eats the", write.sampling.config)
        answers.append(signal.args[0])
    assert answers[0] == answers[1], "a reopened model predicts the same to the last bit"
    fresh.close()


def test_writing_goes_on_while_the_model_trains(window, qtbot, tmp_path, monkeypatch):
    workspace, write = window.workspace, window.panels["write"]
    open_text(window, qtbot, monkeypatch, tmp_path / "meals.txt")
    start_training(window)
    qtbot.waitUntil(lambda: workspace.checkpoint is not None, timeout=LONG)
    window.show_place("write")
    write.draft.setFocus()
    QTest.keyClicks(write.draft, "Ada eats the ")
    qtbot.waitUntil(lambda: len(choices(write)) == 10, timeout=LONG)
    assert workspace.training == "running"
    workspace.stop_training()
    qtbot.waitUntil(lambda: workspace.training == "idle", timeout=LONG)


def test_closing_while_it_trains_keeps_the_best(window, qtbot, tmp_path, monkeypatch):
    workspace = window.workspace
    open_text(window, qtbot, monkeypatch, tmp_path / "meals.txt")
    start_training(window)
    qtbot.waitUntil(lambda: len(workspace.evaluations) >= 2, timeout=LONG)
    assert workspace.close(), "every thread has ended"
    kept = unfinished.load(kept_training.path()).best  # of which the window may not have had the model yet
    assert kept.best.held_out_perplexity == min(e.held_out_perplexity for e in workspace.evaluations)


def test_a_model_whose_weights_do_not_fit_is_refused_and_the_one_in_memory_stays(window, qtbot, tmp_path):
    path, other = tmp_path / "good.textgen", tmp_path / "other.textgen"
    text = tmp_path / "meals.txt"
    text.write_text(pattern_text(), encoding="utf-8")
    *_, last = read(text)
    good = TrainingRun(last.corpus, ModelConfig(units=8, embedding=8), TrainConfig(threads=1)).result()
    good.save(path)
    replace(good, model=ModelConfig(units=16, embedding=8)).save(other)
    workspace, problems = window.workspace, []
    workspace.problem.connect(lambda place, problem: problems.append(str(problem)))
    workspace.open_path(str(path))
    qtbot.waitUntil(lambda: workspace.checkpoint is not None, timeout=LONG)
    kept = workspace.checkpoint
    workspace.open_path(str(other))
    qtbot.waitUntil(lambda: bool(problems), timeout=LONG)
    assert "do not fit its settings" in problems[0]
    assert workspace.checkpoint is kept
