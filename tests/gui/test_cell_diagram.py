"""The drawing of a cell: its blocks by pointer and keyboard, and the same in words and figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.cells import layer
from tests.gui.scripted import OFFSCREEN
from textgen.engine.config import CELL_NAMES
from textgen.engine.formulas import formulas
from textgen.engine.gates import BLOCKS, STATES
from textgen.gui.look import block_names
from textgen.gui.look.cell_diagram import CellDiagram
from textgen.gui.look.cell_drawing import part_of, rect_of
from textgen.gui.look.cell_layout import LAYOUTS, WIDTH, Box
from textgen.gui.look.formula_text import shown
from textgen.gui.parts import picture_out

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)
EVERY = pytest.mark.parametrize("cell", CELL_NAMES)


@pytest.fixture
def diagram(qtbot: QtBot) -> CellDiagram:
    diagram = CellDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(360, 420)
    diagram.show()
    return diagram


def _middle(diagram: CellDiagram, box: Box) -> QPoint:
    """Of a box, in pixels, found by asking the widget."""
    found = [
        QPoint(x, y)
        for x in range(0, diagram.width(), 4)
        for y in range(0, diagram.height(), 4)
        if diagram.box_at(QPointF(x, y)) == box
    ]
    return found[len(found) // 2]


def _picture(diagram: CellDiagram, width: int = 360, height: int = 420) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    diagram.paint_on(painter, QSizeF(width, height))
    painter.end()
    return image


@EVERY
def test_every_block_and_every_state_before_has_its_box_inside_the_drawing(cell: str) -> None:
    layout = LAYOUTS[cell]
    assert {box.block for box in layout.boxes if not box.before} == set(BLOCKS[cell])
    assert {box.block for box in layout.boxes if box.before} == set(STATES[cell])
    rooms = [rect_of(box) for box in layout.boxes]
    for room in rooms:
        assert 0 <= room.left() < room.right() <= WIDTH
        assert room.bottom() <= layout.height + 2
        assert sum(room.intersects(other) for other in rooms) == 1
    for wire in layout.wires:
        assert all(0 <= x <= WIDTH and 0 <= y <= layout.height for x, y in wire.points)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in zip(wire.points, wire.points[1:], strict=False))


def test_the_notes_are_the_parts_of_the_formulas_that_stand_there() -> None:
    found, lstm = formulas(layer("lstm"), 3, 2), layer("lstm")
    kept, written, squashed = (part_of(found[note.block].expression, note.path).value for note in LAYOUTS["lstm"].notes)
    blocks = {name: float(values[3, 2]) for name, values in lstm.blocks.items()}
    assert kept == pytest.approx(blocks["forget_gate"] * lstm.before("cell_state")[3, 2])
    assert written == pytest.approx(blocks["input_gate"] * blocks["candidate"])
    assert squashed * blocks["output_gate"] == pytest.approx(blocks["hidden_state"], abs=1e-6)


@EVERY
def test_a_click_chooses_the_block_under_the_pointer(qtbot: QtBot, diagram: CellDiagram, cell: str) -> None:
    diagram.show_unit(layer(cell), 2, 3, "the")
    for box in LAYOUTS[cell].boxes:
        with qtbot.waitSignal(diagram.chosen) as told:
            QTest.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=_middle(diagram, box))
        assert told.args == [box.block]
    assert diagram.box_at(QPointF(1, diagram.height() - 1)) is None


@EVERY
def test_the_arrow_keys_go_from_block_to_block_and_enter_chooses(qtbot: QtBot, diagram: CellDiagram, cell: str) -> None:
    diagram.show_unit(layer(cell), 0, 0)
    diagram.setFocus()
    qtbot.waitUntil(diagram.hasFocus)
    for box in LAYOUTS[cell].boxes:
        assert diagram.explanation() == block_names.explained(cell, box.block, before=box.before)
        assert diagram.accessibleName() == diagram.explanation()
        with qtbot.waitSignal(diagram.chosen) as told:
            QTest.keyClick(diagram, Qt.Key.Key_Return)
        assert told.args == [box.block]
        QTest.keyClick(diagram, Qt.Key.Key_Right)
    QTest.keyClick(diagram, Qt.Key.Key_Home)
    assert diagram.explanation() == block_names.explained(cell, LAYOUTS[cell].boxes[0].block, before=True)


def test_what_the_pointer_is_on_is_explained_and_drawn_differently(qtbot: QtBot, diagram: CellDiagram) -> None:
    diagram.show_unit(layer("lstm"), 0, 0)
    hint, plain = diagram.explanation(), _picture(diagram)
    box = next(box for box in LAYOUTS["lstm"].boxes if box.block == "forget_gate")
    QTest.mouseMove(diagram, _middle(diagram, box))
    qtbot.waitUntil(lambda: diagram.explanation() != hint)
    assert diagram.explanation() == "Forget gate: how much of the cell state is kept: 0 forgets all, 1 keeps all."
    assert _picture(diagram) != plain


@EVERY
def test_every_block_of_every_cell_is_explained(cell: str) -> None:
    for box in LAYOUTS[cell].boxes:
        told = block_names.explained(cell, box.block, before=box.before)
        assert told.startswith(block_names.name(box.block, before=box.before) + ": ")
        assert told.endswith(".")


@EVERY
def test_the_table_and_the_sentence_have_the_numbers_of_the_drawing(diagram: CellDiagram, cell: str) -> None:
    traced = layer(cell)
    diagram.show_unit(traced, 4, 7, "soup")
    values = {line[0]: line[2] for line in diagram.table().lines}
    for name in BLOCKS[cell]:
        assert values[block_names.name(name)] == shown(traced.blocks[name][4, 7])
    for state in STATES[cell]:
        assert values[block_names.name(state, before=True)] == shown(traced.blocks[state][3, 7])
    assert diagram.summary().startswith("Unit 7 at “soup”: ")
    assert shown(traced.blocks["hidden_state"][4, 7]) in diagram.summary()
    assert "{" not in diagram.summary()


@EVERY
@pytest.mark.parametrize(("width", "height"), [(320, 360), (340, 120), (1400, 900)])
def test_another_word_is_another_picture_at_every_size(
    diagram: CellDiagram, cell: str, width: int, height: int
) -> None:
    diagram.show_unit(layer(cell), 1, 3, "eats")
    one = _picture(diagram, width, height)
    assert _picture(diagram, width, height) == one
    diagram.show_unit(layer(cell), 2, 3, "the")
    assert _picture(diagram, width, height) != one


def test_without_a_unit_it_says_what_to_do(diagram: CellDiagram) -> None:
    empty = _picture(diagram)
    assert (diagram.summary(), diagram.explanation(), tuple(diagram.table().lines)) == ("", "", ())
    QTest.keyClick(diagram, Qt.Key.Key_Return)
    QTest.mouseClick(diagram, Qt.MouseButton.LeftButton)
    diagram.show_unit(layer("gru"), 0, 0)
    diagram.clear()
    assert _picture(diagram) == empty


def test_it_goes_out_as_a_drawing(diagram: CellDiagram) -> None:
    diagram.show_unit(layer("lstm"), 1, 3, "eats")
    assert b"Forget gate" in picture_out.as_svg(diagram)
    assert picture_out.as_png(diagram).startswith(b"\x89PNG")


def test_it_wants_the_height_that_its_width_needs(diagram: CellDiagram) -> None:
    diagram.show_unit(layer("rnn"), 0, 0)
    least, wanted = diagram.minimumSizeHint(), diagram.sizeHint()
    assert least.width() == 320
    assert wanted.height() / wanted.width() == pytest.approx(least.height() / least.width(), abs=0.01)
