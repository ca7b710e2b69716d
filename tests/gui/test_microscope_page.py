"""The microscope: its parts look at the same spot, of a real network; playing; what is in sight in little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.traces import SENTENCE, drawn
from textgen.engine.checkpoint import Checkpoint
from textgen.gui.look import player
from textgen.gui.look.heat_cells import figure
from textgen.gui.look.microscope_page import MicroscopePage
from textgen.gui.work.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> MicroscopePage:
    made = MicroscopePage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    return made


def trace(page: MicroscopePage, workspace: Workspace, **what: object) -> None:
    workspace.inside.tracing.found = drawn(**what)
    workspace.inside.tracing.changed.emit()


def test_it_shows_what_the_network_does_with_the_sentence(
    page: MicroscopePage, workspace: Workspace, trained: Checkpoint, qtbot: QtBot
) -> None:
    workspace.inside.follow(trained)
    workspace.inside.say("Ada eats the soup.")
    qtbot.waitUntil(lambda: page.spot.words == SENTENCE)
    assert list(page.blocks.buttons) == [
        "forget_gate",
        "input_gate",
        "candidate",
        "cell_state",
        "output_gate",
        "hidden_state",
    ]
    assert page.heat_map.summary().startswith("At “.” the forget gate keeps")


@pytest.mark.parametrize(("cell", "blocks"), [("lstm", 6), ("gru", 4), ("rnn", 1)])
def test_each_cell_has_its_blocks(page: MicroscopePage, workspace: Workspace, cell: str, blocks: int) -> None:
    trace(page, workspace)
    trace(page, workspace, cell=cell)
    assert len(page.blocks.buttons) == blocks
    page.grab()


def test_a_block_that_is_clicked_is_shown_large(page: MicroscopePage, workspace: Workspace, qtbot: QtBot) -> None:
    trace(page, workspace)
    qtbot.mouseClick(page.blocks.buttons["cell_state"], Qt.MouseButton.LeftButton)
    assert page.spot.block == "cell_state"
    assert "cell state" in page.heat_map.summary()
    assert page.line.summary().startswith("Cell state")


def test_layers_are_chosen_where_there_are_several(page: MicroscopePage, workspace: Workspace, qtbot: QtBot) -> None:
    trace(page, workspace)
    assert not any(layer.isVisible() for layer in page.bar.layers)
    trace(page, workspace, layers=3)
    assert len(page.bar.layers) == 3
    qtbot.mouseClick(page.bar.layers[2], Qt.MouseButton.LeftButton)
    assert page.spot.values_TH is page.spot.trace.layers[2].blocks["forget_gate"]


def test_a_unit_is_found_by_its_number_and_followed(page: MicroscopePage, workspace: Workspace) -> None:
    trace(page, workspace, units=300)
    page.bar.unit.setValue(217)
    assert page.spot.unit == 217
    table = page.line.table()
    assert table.lines == [
        (word, figure(float(value), 3)) for word, value in zip(SENTENCE, page.spot.values_TH[:, 217], strict=True)
    ]
    page.spot.choose_unit(3)
    assert page.bar.unit.value() == 3


def test_the_units_can_stand_by_number(page: MicroscopePage, workspace: Workspace, qtbot: QtBot) -> None:
    trace(page, workspace)
    qtbot.mouseClick(page.bar.numbered, Qt.MouseButton.LeftButton)
    assert page.spot.order == tuple(range(12))
    assert page.heat_map.table().lines[1][0] == "1"


def test_playing_goes_to_the_last_word_and_ends_there(
    page: MicroscopePage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.player._timer.setInterval(1)
    trace(page, workspace)
    seen: list[int] = []
    page.spot.moved.connect(lambda: seen.append(page.spot.word))
    qtbot.mouseClick(page.bar.play, Qt.MouseButton.LeftButton)
    assert page.player.playing
    assert page.bar.play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: not page.player.playing)
    assert seen == [0, 1, 2, 3, 4], "from the last word it begins again"
    assert page.bar.play.accessibleName() == "Play"
    assert player.WORD_MS >= 300, "a class can follow"


def test_out_of_sight_nothing_plays(page: MicroscopePage, workspace: Workspace) -> None:
    trace(page, workspace)
    page.player.toggle()
    page.hide()
    assert not page.player.playing


@pytest.mark.parametrize(
    ("size", "shown"), [((1200, 760), {"map", "unit", "cell"}), ((1100, 500), {"map", "cell"}), ((760, 440), {"map"})]
)
def test_what_is_in_sight_depends_on_the_room(
    page: MicroscopePage, workspace: Workspace, size: tuple[int, int], shown: set[str]
) -> None:
    trace(page, workspace)
    page.resize(*size)
    assert {name for name, part in page.parts.items() if part.isVisible()} == shown
    assert {name for name, view in page.views.items() if view.isVisible()} in (set(), {"map", "unit"}, set(page.parts))


@pytest.mark.parametrize("name", ["map", "unit", "cell"])
def test_in_little_room_one_part_is_chosen(page: MicroscopePage, workspace: Workspace, qtbot: QtBot, name: str) -> None:
    trace(page, workspace)
    page.resize(760, 440)
    qtbot.mouseClick(page.views[name], Qt.MouseButton.LeftButton)
    assert [known for known, part in page.parts.items() if part.isVisible()] == [name]
    page.resize(1200, 440)
    assert page.cell.isVisible()
    assert page.heat_map.isVisible() or page.line.isVisible()


def test_the_cell_shows_the_same_number_as_the_map(page: MicroscopePage, workspace: Workspace) -> None:
    trace(page, workspace, layers=2)
    for layer, word, unit in ((0, 1, 3), (1, 4, 11)):
        page.spot.choose_layer(layer)
        page.spot.choose_word(word)
        page.spot.choose_unit(unit)
        lines = {name: value for name, _, value in page.cell.diagram.table().lines}
        assert lines["Forget gate"] == figure(page.spot.value, 3)
        assert f"Unit {unit} at “{SENTENCE[word]}”" in page.cell.formulas.toPlainText()


def test_a_block_that_is_chosen_in_the_drawing_is_shown_large(page: MicroscopePage, workspace: Workspace) -> None:
    trace(page, workspace)
    page.cell.diagram.chosen.emit("output_gate")
    assert page.spot.block == "output_gate"
    assert page.blocks.buttons["output_gate"].isChecked()


def test_without_a_sentence_the_cell_is_empty(page: MicroscopePage, workspace: Workspace) -> None:
    trace(page, workspace)
    trace(page, workspace, words=())
    assert page.cell.diagram.summary() == ""
    assert page.cell.formulas.toPlainText() == ""
    page.grab()


def test_every_control_that_cannot_be_used_says_why(page: MicroscopePage, workspace: Workspace) -> None:
    trace(page, workspace)
    assert not page.bar.further.isEnabled()
    assert page.bar.further.toolTip() == "All units are in sight."
    page.heat_map.magnify(9)
    assert not page.bar.closer.isEnabled()
    assert page.bar.closer.toolTip() == "Rows are as high as they get."


def test_a_word_of_the_line_is_chosen_by_key_and_click(
    page: MicroscopePage, workspace: Workspace, qtbot: QtBot
) -> None:
    trace(page, workspace)
    qtbot.keyClick(page.line, Qt.Key.Key_Home)
    qtbot.keyClick(page.line, Qt.Key.Key_Right)
    assert page.spot.word == 1
