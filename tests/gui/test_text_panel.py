"""The place Text in its four states: nothing there, reading, a problem, a text."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from textgen import paths
from textgen.engine.problem import Problem
from textgen.gui.parts import style
from textgen.gui.parts.memory import MODELS, TEXTS
from textgen.gui.parts.widgets import Card
from textgen.gui.text import word_bars
from textgen.gui.text.text_panel import TextPanel
from textgen.gui.text.vocabulary import STEPS, VocabularySlider, size_at, step_at
from textgen.gui.text.word_bars import WordBars
from textgen.gui.work import jobs
from textgen.gui.work.samples import HEAD, first_lines
from textgen.gui.work.worker import Stopped
from textgen.gui.work.workspace import Workspace

STORY = "The cat sat on the mat. The dog saw the cat, and the cat ran away from the dog.\n\n" * 40


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> TextPanel:
    made = TextPanel(workspace)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def loaded(qtbot: QtBot, panel: TextPanel, workspace: Workspace, tmp_path: Path) -> TextPanel:
    read(qtbot, workspace, tmp_path, STORY)
    return panel


def read(qtbot: QtBot, workspace: Workspace, folder: Path, text: str, name: str = "story.txt") -> None:
    path = folder / name
    path.write_text(text)
    with qtbot.waitSignal(workspace.corpusChanged):
        workspace.read_text(str(path))


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def press(qtbot: QtBot, widget: QWidget, text: str) -> None:
    (button,) = (b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# ---- nothing there --------------------------------------------------------------------------------------------------


def test_an_empty_place_offers_a_file_and_the_samples(panel: TextPanel, workspace: Workspace, qtbot: QtBot) -> None:
    assert panel.currentWidget() is panel.choose
    assert "Drop a text here" in texts(panel)
    assert len(panel.findChildren(Card)) == len(paths.samples())
    with qtbot.waitSignal(workspace.fileWanted) as wanted:
        press(qtbot, panel, "Choose a file…")
    assert wanted.args == ["text"]


def test_the_sample_in_the_reader_s_language_comes_first_and_is_read_by_a_click(
    panel: TextPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    card = panel.findChildren(Card)[0]
    with qtbot.waitSignal(workspace.corpusChanged):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert workspace.corpus.path in map(str, paths.samples())
    assert workspace.corpus.path.endswith(".en.txt")
    assert panel.currentWidget() is panel.loaded


def test_recent_files_have_their_cards_and_samples_only_one(
    panel: TextPanel, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    mine, model = tmp_path / "mine.txt", tmp_path / "mine.textgen"
    for path in (mine, model):
        path.write_text("It was a dark night.")
    workspace.memory.add_recent(TEXTS, str(paths.samples()[0]))
    workspace.memory.add_recent(TEXTS, str(mine))
    workspace.memory.add_recent(MODELS, str(model))
    workspace.recentChanged.emit()

    def names() -> list[str]:
        cards = [card for card in panel.choose.findChildren(Card) if card.isVisible()]
        return [card.accessibleName().split(",")[0] for card in cards][len(paths.samples()) :]

    qtbot.waitUntil(lambda: names() == ["mine.txt", "mine.textgen"])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("¿Qué?\nNada.".encode(), "¿Qué?\nNada."),
        (b"\xef\xbb\xbfplain", "plain"),
        ("¿Qué? Él cantó “así” allí.".encode("cp1252"), "¿Qué? Él cantó “así” allí."),
        ("á".encode() * 9 + b"\xff.", "á" * 9 + "\ufffd."),
        (("x" + "é" * HEAD).encode(), "x" + "é" * (HEAD // 2 - 1)),
        ("wide".encode("utf-16"), "wide"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", ""),
        (b"", ""),
    ],
)
def test_the_first_lines_of_a_file(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert first_lines(path) == expected


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_is_pressed_by_key(panel: TextPanel, workspace: Workspace, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(workspace.corpusChanged):
        qtbot.keyClick(panel.findChildren(Card)[0], key)


def test_a_card_is_as_high_as_those_beside_it(
    panel: TextPanel, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, content in (("with words.txt", "It was a dark night."), ("without.txt", "")):
        (tmp_path / name).write_text(content)
        workspace.memory.add_recent(TEXTS, str(tmp_path / name))
    workspace.recentChanged.emit()
    cards = lambda: [card for card in panel.choose.findChildren(Card) if card.isVisible()]  # noqa: E731
    qtbot.waitUntil(lambda: len(cards()) == len(paths.samples()) + 2)
    first, second = (card.geometry() for card in cards()[-2:])
    assert (first.top(), first.height()) == (second.top(), second.height())


def test_a_file_that_is_gone_has_no_first_lines(tmp_path: Path) -> None:
    assert first_lines(tmp_path / "gone.txt") == ""


# ---- reading --------------------------------------------------------------------------------------------------------


def test_reading_names_the_file_and_can_be_cancelled(
    panel: TextPanel, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def reading(path: str):
        def job(stopped: Stopped) -> Iterator[object]:
            go_on.wait(10)
            yield from ()

        return job

    monkeypatch.setattr(jobs, "reading", reading)
    workspace.read_text("/somewhere/Alice.txt")
    assert panel.currentWidget() is panel.busy
    assert "Reading “Alice.txt”" in texts(panel)
    press(qtbot, panel, "Cancel")
    assert panel.currentWidget() is panel.choose
    go_on.set()


# ---- a problem ------------------------------------------------------------------------------------------------------


def test_a_problem_stands_where_it_arose_with_the_way_out(
    panel: TextPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(workspace.problem):
        workspace.read_text(str(tmp_path / "gone.txt"))
    assert panel.currentWidget() is panel.choose
    assert panel.choose.notice.isVisible()
    assert any("gone.txt" in text for text in texts(panel.choose.notice))
    with qtbot.waitSignal(workspace.fileWanted):
        press(qtbot, panel.choose.notice, "Choose another file…")
    assert not panel.choose.notice.isVisible()


def test_a_problem_with_another_text_leaves_the_one_in_sight(
    loaded: TextPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(workspace.problem):
        workspace.read_text(str(tmp_path / "gone.txt"))
    assert loaded.currentWidget() is loaded.loaded
    assert loaded.loaded.notice.isVisible()
    read(qtbot, workspace, tmp_path, STORY)
    assert not loaded.loaded.notice.isVisible()


def test_problems_of_other_places_are_not_said_here(panel: TextPanel, workspace: Workspace) -> None:
    workspace.problem.emit("train", Problem("the memory is full"))
    assert not panel.choose.notice.isVisible()


# ---- a text ---------------------------------------------------------------------------------------------------------


def test_a_text_is_shown_with_its_figures(loaded: TextPanel, workspace: Workspace) -> None:
    shown = texts(loaded)
    for expected in ("story.txt", "UTF-8", "760", "80", "Sentences"):
        assert expected in shown, shown
    page = loaded.loaded._page.toPlainText()
    assert page.startswith("The cat sat on the mat. The dog saw the cat, and the cat ran away from the dog.")
    assert "the 160" in loaded.findChild(WordBars).accessibleName()


def test_the_keyboard_stands_on_the_way_on_once_a_text_is_read(
    panel: TextPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    panel.activateWindow()
    panel.findChildren(Card)[0].setFocus()
    read(qtbot, workspace, tmp_path, STORY)
    assert QApplication.focusWidget() is panel.loaded._train
    with qtbot.waitSignal(workspace.placeWanted):
        qtbot.keyClick(panel.loaded._train, Qt.Key.Key_Return)
    read(qtbot, workspace, tmp_path, "The cat sat on the mat.\n")
    assert QApplication.focusWidget() is panel.loaded._another


@pytest.mark.parametrize("longest", ["Ill", "fjord", "Vulture", "notwithstanding", "incomprehensible", "Ñandú"])
def test_the_most_frequent_words_stand_there_in_full(
    qtbot: QtBot, longest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    class Painter(QPainter):
        def drawText(self, *where: object) -> None:  # noqa: N802 - Qt's name
            drawn.append(where[-1])

    monkeypatch.setattr(word_bars, "QPainter", Painter)
    bars = WordBars()
    qtbot.addWidget(bars)
    bars.show_words([(longest, 1200), ("a", 7)])
    bars.resize(254, bars.sizeHint().height())
    bars.grab()
    assert longest in drawn


def test_a_bar_keeps_room_beside_a_very_long_word(qtbot: QtBot) -> None:
    bars = WordBars()
    qtbot.addWidget(bars)
    bars.show_words([("incomprehensibilities" * 3, 1200)])
    bars.resize(254, bars.sizeHint().height())
    image = bars.grab().toImage()
    accent = [x for x in range(254) if image.pixel(x, image.height() // 2) == style.colours().accent.rgb()]
    assert len(accent) >= style.space(5)


def test_angle_brackets_in_a_text_are_text(
    panel: TextPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    read(qtbot, workspace, tmp_path, "The <b>cat</b> & the dog.\n\n" * 99)
    assert panel.loaded._page.toPlainText().startswith("The <b>cat</b> & the dog.")


def test_the_primary_button_leads_on(loaded: TextPanel, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.placeWanted) as wanted:
        press(qtbot, loaded, "Train on this")
    assert wanted.args == ["train"]


def test_a_text_too_small_to_train_on_says_why_the_button_is_off(
    panel: TextPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    read(qtbot, workspace, tmp_path, "The cat sat on the mat.\n")
    button = panel.loaded._train
    assert not button.isEnabled()
    assert button.toolTip() == panel.loaded._verdict.text() != ""


def test_the_text_can_be_put_away(loaded: TextPanel, workspace: Workspace, qtbot: QtBot) -> None:
    press(qtbot, loaded, "Another text…")
    assert workspace.corpus is None
    assert loaded.currentWidget() is loaded.choose


# ---- the vocabulary -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("largest", [11, 1_387, 13_154, 2_000_000])
def test_the_slider_reaches_both_ends_and_never_goes_back(largest: int) -> None:
    sizes = [size_at(step, largest) for step in range(STEPS + 1)]
    assert (sizes[0], sizes[-1]) == (10, largest)
    assert sizes == sorted(sizes)
    assert [step_at(size_at(step, largest), largest) for step in (0, STEPS)] == [0, STEPS]


def test_the_slider_sets_the_vocabulary_and_says_what_it_covers(loaded: TextPanel, workspace: Workspace) -> None:
    box = loaded.findChild(VocabularySlider)
    slider = box.findChild(QSlider)
    assert slider.value() == STEPS
    assert "The model will know the whole text." in texts(box)
    slider.setValue(0)
    assert workspace.vocabulary == 10
    assert any(text.startswith("The model will know") and text.endswith("% of the text.") for text in texts(box))


def test_the_slider_follows_the_vocabulary(loaded: TextPanel, workspace: Workspace) -> None:
    workspace.set_vocabulary(10)
    assert loaded.findChild(QSlider).value() == 0
    assert workspace.vocabulary == 10
    workspace.set_vocabulary(2_000_000)
    assert loaded.findChild(QSlider).value() == STEPS
    assert workspace.vocabulary == 2_000_000
