"""Which words of the open text drive a unit highest and lowest."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.traces import drawn
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.corpus import Corpus
from textgen.engine.moments import Driver
from textgen.gui.look.drivers import Drivers, by_word
from textgen.gui.look.heat_cells import figure
from textgen.gui.look.spot import Spot
from textgen.gui.work.workspace import Workspace


@pytest.fixture
def drivers(qtbot: QtBot, workspace: Workspace) -> Drivers:
    made = Drivers(workspace, Spot(workspace))
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_text_it_says_what_is_missing(drivers: Drivers) -> None:
    assert drivers.note.text().startswith("Open the model's own text")
    assert not drivers.read_button.isVisible()
    assert not drivers.buttons


def test_the_words_of_the_text_that_drive_the_unit(
    drivers: Drivers, workspace: Workspace, trained: Checkpoint, tiny_corpus: Corpus, qtbot: QtBot
) -> None:
    workspace.inside.follow(trained)
    workspace.corpus = tiny_corpus
    workspace.corpusChanged.emit()
    drivers.spot.show_trace(drawn(units=24))
    drivers.spot.choose_unit(5)
    qtbot.mouseClick(drivers.read_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.inside.moments.state == "ready")
    highest, lowest = workspace.inside.moments.moments.extremes(0, 5)
    first = drivers.buttons[0]
    assert first.text().startswith(highest[0].word)
    assert first.text().endswith(figure(highest[0].state))
    assert any(part.text().startswith(lowest[0].word) for part in drivers.buttons)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert f"[{highest[0].word}]" in drivers.passage.text()
    before = [part.text() for part in drivers.buttons]
    drivers.spot.choose_unit(6)
    assert [part.text() for part in drivers.buttons] != before
    assert drivers.passage.text() == ""


def test_each_word_is_told_once_at_its_most_extreme_place() -> None:
    found = by_word([Driver(7, "the", 0.9), Driver(3, "and", 0.8), Driver(5, "the", 0.7)])
    assert found == [("the", 0.9, 7, 2), ("and", 0.8, 3, 1)]
