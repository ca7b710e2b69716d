"""The heat map: its fields, rows and words; stepping, choosing, magnifying; its table, sentence and files."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.gui.traces import SENTENCE, drawn
from textgen.gui.look.block_scales import SCALES
from textgen.gui.look.heat_cells import Cells, figure
from textgen.gui.look.heat_colours import STEPS, gate_colours, state_colours
from textgen.gui.look.heat_legend import paint_legend
from textgen.gui.look.heat_map import HeatMap
from textgen.gui.look.spot import Spot
from textgen.gui.parts import picture_out


@pytest.fixture
def heat_map(qtbot: QtBot) -> HeatMap:
    return opened(qtbot)


def opened(qtbot: QtBot, width: int = 700, height: int = 400, **trace: object) -> HeatMap:
    heat_map = HeatMap(Spot())
    heat_map.spot.setParent(heat_map)
    qtbot.addWidget(heat_map)
    heat_map.resize(width, height)
    heat_map.show()
    heat_map.spot.show_trace(drawn(**trace))
    return heat_map


def middle_of(heat_map: HeatMap, row: int, word: int) -> QPoint:
    top, bottom = heat_map.plan.span(row)
    return QPoint(round(heat_map.plan.shown.middle(word)), (top + bottom) // 2)


# ---- the fields


@pytest.mark.parametrize(
    ("value", "step"), [(0.0, 0), (1.0, STEPS - 1), (0.5, STEPS // 2), (-0.1, 0), (1.1, STEPS - 1)]
)
def test_a_gate_goes_from_0_to_1(qtbot: QtBot, value: float, step: int) -> None:
    image = Cells(np.array([[value]], np.float32), signed=False).image()
    assert image.pixel(0, 0) == gate_colours()[step]


@pytest.mark.parametrize(("value", "step"), [(-2.0, 0), (0.0, STEPS // 2), (2.0, STEPS - 1)])
def test_a_state_has_0_in_the_middle(qtbot: QtBot, value: float, step: int) -> None:
    image = Cells(np.array([[value]], np.float32), signed=True, reach=2.0).image()
    assert image.pixel(0, 0) == state_colours()[step]


def test_each_number_has_its_colour_at_its_place(heat_map: HeatMap) -> None:
    heat_map.spot.choose_word(0)
    heat_map.spot.choose_unit(heat_map.spot.order[0])
    picture = heat_map.grab().toImage()
    for row, word in ((3, 1), (7, 4), (11, 2)):
        value = heat_map.spot.values_TH[word, heat_map.spot.order[row]]
        top, _ = heat_map.plan.span(row)
        at = QPoint(heat_map.plan.shown.span(word)[0] + 3, top + 3)
        assert picture.pixel(at) == gate_colours()[round(float(value) * (STEPS - 1))]


def test_the_drawing_holds_what_the_screen_holds(heat_map: HeatMap) -> None:
    png = QImage.fromData(picture_out.as_png(heat_map))
    screen = heat_map.grab().toImage()
    at = QPoint(heat_map.plan.shown.span(1)[0] + 3, heat_map.plan.span(5)[0] + 3)
    assert png.size() == heat_map.size() * picture_out.SHARP
    assert png.pixel(at * picture_out.SHARP) == screen.pixel(at)
    svg = picture_out.as_svg(heat_map).decode()
    assert "<image" not in svg, "sharp at every size"
    assert svg.count("<rect") + svg.count("<path") > 12 * 5
    assert f"{heat_map.spot.words[0]}</text>" in svg


# ---- rows and words


def test_rows_that_would_be_too_low_show_several_units(qtbot: QtBot) -> None:
    heat_map = opened(qtbot, units=300)
    plan = heat_map.plan
    assert min(b - a for a, b in zip(plan.down, plan.down[1:], strict=False)) >= 3
    assert len(plan.rows[0]) > 1
    assert sum(plan.rows, ()) == heat_map.spot.order
    assert f"mean of {len(plan.rows[0])} units" in heat_map._words.note(heat_map.spot, plan)
    heat_map.spot.choose_block("hidden_state")
    assert "strongest" in heat_map._words.note(heat_map.spot, heat_map.plan)


def test_magnified_each_unit_has_its_row_and_the_chosen_one_is_in_sight(qtbot: QtBot) -> None:
    heat_map = opened(qtbot, units=300)
    heat_map.spot.choose_unit(heat_map.spot.order[250])
    heat_map.magnify(1)
    assert all(len(row) == 1 for row in heat_map.plan.rows)
    assert (heat_map.spot.unit,) in heat_map.plan.seen
    for _ in range(3):
        qtbot.keyClick(heat_map, Qt.Key.Key_PageUp)
    assert heat_map.spot.unit == heat_map.spot.order[220]
    assert (heat_map.spot.unit,) in heat_map.plan.seen
    qtbot.keyClick(heat_map, Qt.Key.Key_Minus)
    assert len(heat_map.plan.seen) == len(heat_map.plan.rows)


def test_short_words_stand_side_by_side_and_many_are_slanted_and_turned_over(qtbot: QtBot) -> None:
    assert not opened(qtbot).plan.shown.slanted
    heat_map = opened(qtbot, words=("responsabilidad",) * 100)
    shown = heat_map.plan.shown
    assert shown.slanted
    assert 1 < len(shown.words) < 100
    assert shown.span(99) is not None, "the chosen word, the last, is in sight"
    qtbot.keyClick(heat_map, Qt.Key.Key_Home)
    assert heat_map.plan.shown.first == 0
    assert heat_map.plan.shown.edges[-1] <= 700


@pytest.mark.parametrize("words", [1, 2, 17, 100])
@pytest.mark.parametrize("width", [300, 900])
def test_every_word_can_be_brought_into_sight(qtbot: QtBot, words: int, width: int) -> None:
    heat_map = opened(qtbot, width=width, words=("inmediatamente",) * words)
    for word in range(words):
        heat_map.spot.choose_word(word)
        left, right = heat_map.plan.shown.span(word)
        assert 0 < left < right <= width


# ---- stepping and choosing


def test_keys_step_through_words_and_units(heat_map: HeatMap, qtbot: QtBot) -> None:
    spot = heat_map.spot
    qtbot.keyClick(heat_map, Qt.Key.Key_Home)
    assert spot.word == 0
    for key, word in ((Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 4), (Qt.Key.Key_Right, 4)):
        qtbot.keyClick(heat_map, key)
        assert spot.word == word
    qtbot.keyClick(heat_map, Qt.Key.Key_Down)
    qtbot.keyClick(heat_map, Qt.Key.Key_Down)
    qtbot.keyClick(heat_map, Qt.Key.Key_Up)
    assert spot.unit == spot.order[1]
    with qtbot.waitSignal(heat_map.playWanted):
        qtbot.keyClick(heat_map, Qt.Key.Key_Space)


def test_a_click_chooses_the_word_and_unit_that_were_drawn_there(heat_map: HeatMap, qtbot: QtBot) -> None:
    qtbot.mouseClick(heat_map, Qt.MouseButton.LeftButton, pos=middle_of(heat_map, 7, 2))
    assert (heat_map.spot.word, heat_map.spot.unit) == (2, heat_map.spot.order[7])
    qtbot.mouseClick(heat_map, Qt.MouseButton.LeftButton, pos=QPoint(round(heat_map.plan.shown.middle(1)), 5))
    assert (heat_map.spot.word, heat_map.spot.unit) == (1, heat_map.spot.order[7])


def test_stepping_draws_the_fields_only_once(heat_map: HeatMap, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heat_map.repaint()
    drawings: list[int] = []
    monkeypatch.setattr(heat_map, "_drawn", lambda: drawings.append(1) or QImage())
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(heat_map, key)
        heat_map.repaint()
    assert not drawings
    heat_map.spot.choose_block("candidate")
    heat_map.repaint()
    assert drawings


# ---- in words and figures


def test_the_number_of_the_field_that_is_pointed_at_stands_beside(heat_map: HeatMap, qtbot: QtBot) -> None:
    spot = heat_map.spot
    assert heat_map.readout() == f"“.” · unit {spot.unit}: {figure(spot.value, 3)}"
    qtbot.mouseMove(heat_map, middle_of(heat_map, 4, 1))
    heat_map._point(heat_map.mapFromGlobal(heat_map.mapToGlobal(middle_of(heat_map, 4, 1))).toPointF())
    unit = spot.order[4]
    assert heat_map.readout() == f"“eats” · unit {unit}: {figure(float(spot.values_TH[1, unit]), 3)}"


def test_the_sentence_tells_what_the_gate_does_at_the_word(heat_map: HeatMap) -> None:
    spot = heat_map.spot
    spot.choose_word(3)
    values_H = spot.values_TH[3]
    assert heat_map.summary() == (
        f"At “soup” the forget gate keeps {float(values_H.mean()) * 100:.0f} % of the cell state on average; "
        f"unit {values_H.argmin()} forgets most ({values_H.min():.2f})."
    )


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_every_block_has_a_sentence_and_a_scale(qtbot: QtBot, cell: str) -> None:
    heat_map = opened(qtbot, cell=cell)
    for block in heat_map.spot.blocks:
        heat_map.spot.choose_block(block)
        assert "{" not in heat_map.summary()
        assert SCALES[block].signed != block.endswith("gate")
        heat_map.grab()


def test_the_table_holds_every_number(qtbot: QtBot) -> None:
    heat_map = opened(qtbot, units=300)
    head, *lines = csv.reader(io.StringIO(picture_out.as_csv(heat_map.table()).decode("utf-8-sig")))
    assert head == ["Unit", *SENTENCE]
    assert [int(line[0]) for line in lines] == list(heat_map.spot.order)
    found = np.array([[float(value.replace("−", "-")) for value in line[1:]] for line in lines])
    assert found == pytest.approx(heat_map.spot.values_TH.T[list(heat_map.spot.order)], abs=5.1e-4)


def test_without_words_there_is_nothing_to_see(qtbot: QtBot) -> None:
    heat_map = opened(qtbot, words=())
    heat_map.grab()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Plus):
        qtbot.keyClick(heat_map, key)
    qtbot.mouseClick(heat_map, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert heat_map.summary() == ""
    assert not heat_map.table().lines


def test_no_figure_is_less_than_nothing() -> None:
    assert figure(-0.001) == "0.00"
    assert figure(-0.25) == "−0.25"


def test_it_is_drawn_at_any_size(heat_map: HeatMap) -> None:
    for size in (QSize(240, 176), QSize(1600, 1000)):
        heat_map.resize(size)
        assert heat_map._plan_for(QSizeF(size)).field.isValid()
        heat_map.grab()


# ---- the legend


@pytest.mark.parametrize("width", [900, 280])
@pytest.mark.parametrize("block", ["update_gate", "cell_state"])
def test_the_legend_is_whole_in_little_room_too(heat_map: HeatMap, block: str, width: int) -> None:
    image = QImage(width + 99, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_legend(painter, QRectF(48, 0, width - 50, 20), SCALES[block], 1.0)
    painter.end()
    colours = (state_colours if SCALES[block].signed else gate_colours)().tolist()
    steps = [colours.index(pixel) for x in range(width) if (pixel := image.pixel(x, 5)) in colours]
    assert min(steps) < 0.1 * STEPS
    assert max(steps) > 0.9 * STEPS
    beyond = (image.pixel(x, y) for x in range(width, width + 99) for y in range(20))
    assert set(beyond) == {0xFFFFFFFF}, "nothing would be cut off"
