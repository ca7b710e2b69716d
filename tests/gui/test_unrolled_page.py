"""The page Unrolled: the three shapes, the way of the words that are fed back, keys, table and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig
from textgen.engine.trace import Output
from textgen.engine.unrolled import walk
from textgen.gui.look.look_panel import LookPanel
from textgen.gui.look.unrolled_page import UnrolledPage
from textgen.gui.look.unrolled_picture import UnrolledPicture
from textgen.gui.look.unrolled_places import Places, least_height, rows
from textgen.gui.look.unrolled_words import UnrolledWords
from textgen.gui.parts import picture_out, style
from textgen.gui.work.workspace import Workspace

SENTENCE = "Ada eats the soup. Then"


@pytest.fixture
def page(qtbot: QtBot, trained: Checkpoint) -> Iterator[UnrolledPage]:
    workspace = Workspace()
    workspace.inside.say(SENTENCE)
    workspace.checkpoint = trained
    workspace.modelChanged.emit()
    panel = LookPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    panel.side.show_page("unrolled")
    made = panel.pages["unrolled"]
    qtbot.waitUntil(lambda: made.picture.unrolled is not None)
    yield made
    assert workspace.close()


def given(page: UnrolledPage) -> int:
    return sum(not column.fed_back for column in page.picture.unrolled.columns)


def choose(page: UnrolledPage, mode: str, qtbot: QtBot) -> None:
    page.modes.choose(mode)
    qtbot.waitUntil(lambda: page.picture.unrolled.mode == mode)


def test_each_shape_says_how_many_go_in_and_come_out(page: UnrolledPage, qtbot: QtBot) -> None:
    assert page.picture.summary().startswith("Many to one: 5 words in, 1 out.")
    choose(page, "next-five", qtbot)
    assert page.picture.summary().startswith("Many to many: 5 words in, 5 out.")
    choose(page, "from-one-word", qtbot)
    assert "One to many: 1 word" in page.frame.summary.text()
    assert ", 5 out. After “Ada”" in page.frame.summary.text()


def test_space_lets_it_go_on_by_one_word(page: UnrolledPage, qtbot: QtBot) -> None:
    before = page.picture.unrolled
    page.picture.setFocus()
    qtbot.keyClick(page.picture, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.picture.unrolled is not before)
    now = page.picture.unrolled
    assert now.goes_on(before)
    assert now.columns[-1].word == before.written[-1].word
    assert now.columns[-1].fed_back
    qtbot.waitUntil(lambda: page.picture.at == len(now.columns) - 1)
    assert "fed back from the output of step 6" in page.detail.text()


def test_the_arrow_keys_choose_a_column(page: UnrolledPage, qtbot: QtBot) -> None:
    assert page.picture.at == 5  # its output is the first that counts
    qtbot.keyClick(page.picture, Qt.Key.Key_Left)
    assert "Step 5: “.”" in page.detail.text()
    assert page.detail.text().endswith("Not used: the next word is given.")
    qtbot.keyClick(page.picture, Qt.Key.Key_Home)
    qtbot.keyClick(page.picture, Qt.Key.Key_Left)
    assert page.picture.at == 0
    qtbot.keyClick(page.picture, Qt.Key.Key_End)
    assert page.picture.at == 5


def test_it_plays_from_the_first_column_to_the_last(page: UnrolledPage, qtbot: QtBot) -> None:
    choose(page, "next-five", qtbot)
    page._clock.setInterval(1)
    page.play.click()
    assert page.picture.at == 0
    seen = []
    page.picture.chosen.connect(seen.append)
    qtbot.waitUntil(lambda: page.play.text() == "Play", timeout=20_000)
    last = len(page.picture.unrolled.columns) - 1
    assert sorted(set(seen)) == list(range(1, last + 1))


def test_while_it_plays_the_button_has_the_sign_for_stopping(page: UnrolledPage) -> None:
    def sign() -> QImage:
        return page.play.icon().pixmap(16).toImage()

    at_rest = sign()
    page.play.click()
    assert page.play.text() == "Stop"
    assert sign() == style.icon("stop", width=1.375).pixmap(16).toImage() != at_rest
    page.play.click()
    assert sign() == at_rest


def test_the_foot_says_what_stands_before_the_first_word_and_what_the_signs_mean(
    page: UnrolledPage,
) -> None:
    assert "The first arrows bring the states after ¶." in page.legend.text()
    assert "¶: The end of a paragraph." in page.legend.text()
    assert "<unk>" not in page.legend.text()
    walking = page._walking
    found = walking.found
    column = replace(found.columns[0], outputs=(Output("<unk>", 0.5),))
    walking.found = replace(found, columns=(column, *found.columns[1:]))
    walking.changed.emit()
    assert "<unk>: Any word that the model does not know." in page.legend.text()


def test_drawn_words_can_be_drawn_again(page: UnrolledPage, qtbot: QtBot) -> None:
    page.search.buttons["drawn"].click()
    qtbot.waitUntil(lambda: page.picture.unrolled.seed is not None)
    first = page.picture.unrolled.seed
    page.search.draw.click()
    qtbot.waitUntil(lambda: page.picture.unrolled.seed != first)
    page.search.buttons["likeliest"].click()
    qtbot.waitUntil(lambda: page.picture.unrolled.seed is None)


def test_another_sentence_is_unrolled(page: UnrolledPage, qtbot: QtBot) -> None:
    page._inside.say("Bruno says")
    qtbot.waitUntil(lambda: given(page) == 2)


def test_without_a_sentence_the_buttons_say_why(page: UnrolledPage, qtbot: QtBot) -> None:
    page._inside.say("")
    qtbot.waitUntil(lambda: page.picture.unrolled is None)
    assert not page.on.isEnabled() and page.on.toolTip()
    assert not page.play.isEnabled() and page.play.toolTip()


def test_out_of_sight_nothing_is_unrolled(page: UnrolledPage) -> None:
    page.window().hide()
    page._inside.say("Bruno says")
    assert not page._inside.walking.busy


def test_the_table_has_every_step_and_every_state(page: UnrolledPage, qtbot: QtBot) -> None:
    choose(page, "from-one-word", qtbot)
    table, found = page.picture.table(), page.picture.unrolled
    assert len(table.lines) == len(found.columns)
    assert all(len(line) == len(table.heads) for line in table.lines)
    assert "Layer 1, mean |h|" in table.heads and "Layer 1, mean |c|" in table.heads
    assert [line[2] for line in table.lines] == ["given"] + ["fed back"] * (len(table.lines) - 1)
    assert [line[1] for line in table.lines[1:]] == [line[-2] for line in table.lines[:-1]]


@pytest.mark.parametrize("cell", ["rnn", "gru", "lstm"])
def test_every_cell_is_drawn_and_exported(qtbot: QtBot, trained: Checkpoint, cell: str) -> None:
    """An exception while painting would come out here."""
    from textgen.engine.model import LanguageModel
    from textgen.engine.stepping import Stepper
    from textgen.engine.tokenizer import Tokenizer

    tokenizer = Tokenizer(trained.words, trained.counts)
    network = Stepper(LanguageModel(ModelConfig(cell=cell, units=4, layers=2, embedding=4), len(tokenizer)).eval())
    picture = UnrolledPicture()
    qtbot.addWidget(picture)
    picture.resize(700, picture.minimumHeight())
    picture.show_unrolled(walk(network, tokenizer, SENTENCE + " desgraciadamente" * 3, "next-five"))
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        picture.paint_on(painter, QSizeF(picture.size()))
    finally:
        painter.end()
    assert picture_out.as_svg(picture).count(b">h 0.") >= 2
    assert (b">c 0." in picture_out.as_svg(picture)) == (cell == "lstm")
    assert "mean |c|" in picture.detail() if cell == "lstm" else "mean |c|" not in picture.detail()


def test_a_long_sentence_scrolls_and_keeps_the_column_in_sight(page: UnrolledPage, qtbot: QtBot) -> None:
    page._inside.say("Ada eats the soup " * 10)
    qtbot.waitUntil(lambda: given(page) == 40)
    last = len(page.picture.unrolled.columns) - 1
    for key, at in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, last)):
        qtbot.keyClick(page.picture, key)
        room = page.picture._places(page.picture.height()).column(at).translated(-page.picture._bar.value(), 0)
        assert room.left() >= 0 and room.right() <= page.picture.width()


@pytest.mark.parametrize("layers", [1, 2, 8])
@pytest.mark.parametrize("more", [0, 40, 400])
def test_the_rows_fill_the_height_without_touching(layers: int, more: float) -> None:
    height = least_height(layers, 18) + more
    places = Places.of(rows(height, layers, 18), [10, 500], 50)
    found = places.rows
    order = [found.outputs, *reversed(found.layers), found.embedding, found.word]
    assert all(above[1] + 13.9 <= below[0] for above, below in pairwise(order))
    assert found.note[1] <= height
    assert places.width[1] > places.width[0]


def test_a_written_word_that_is_unlikely_is_shown(trained: Checkpoint, page: UnrolledPage) -> None:
    from textgen.gui.look.unrolled_paint import shown_outputs

    column = page.picture.unrolled.columns[-1]
    unlikely = type(column.written)(9, "zzz", 0.001, 1)
    column = type(column)(**{**column.__dict__, "written": unlikely})
    assert shown_outputs(column, 2) == [column.outputs[0], unlikely]
    assert UnrolledWords().note(column, 5) == "6 · given"
