"""Words ahead of the cursor: where they are painted, how they are taken, and that they are no part of the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.writing import Fake, answer, shown, text_of, type_text
from textgen.engine.reports import Choice, Prediction, UnknownWord
from textgen.gui.parts import style
from textgen.gui.work.piece import at
from textgen.gui.write.draft import Draft
from textgen.gui.write.write_panel import WritePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

CTRL = Qt.KeyboardModifier.ControlModifier
LINES = ("man, and the sea was", "woman of the old house", "boats that lay there still")
FIVE = Prediction(tuple(Choice(line, f" {line}", 0.004 / n) for n, line in enumerate(LINES, 1)))


@pytest.fixture
def workspace(qtbot: QtBot) -> Fake:
    return Fake()


@pytest.fixture
def panel(qtbot: QtBot, workspace: Fake) -> WritePanel:
    panel = shown(qtbot, workspace)
    panel.modes.choose("next-five")
    type_text(panel, "The old")
    answer(panel, workspace, FIVE)
    return panel


@pytest.fixture
def draft(qtbot: QtBot) -> Draft:
    draft = Draft()
    qtbot.addWidget(draft)
    draft.resize(500, 300)
    draft.show()
    return draft


def key(panel: WritePanel, which: Qt.Key, chord: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel.draft, which, chord)


def ahead(panel: WritePanel) -> str:
    return panel.draft.ghost.text if panel.draft.ghost.shown else ""


def pixels(draft: Draft) -> bytes:
    return bytes(draft.viewport().grab().toImage().constBits())


# ---- where they stand ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["", "It was", "It was late when the old man came down to the sea and looked at", "w " * 60]
)
@pytest.mark.parametrize("width", [360, 500, 900])
def test_they_stand_where_they_will_stand_when_they_are_taken(draft: Draft, typed: str, width: int) -> None:
    draft.resize(width, 300)
    draft.set_text(f"A paragraph before.\n{typed}".rstrip(" "))
    words = " which nobody, as it seemed, had ever wanted; and there it lay"
    start = draft.place()
    draft.ghost.show(words)
    rects = draft.ghost.rects()
    draft.take(words)
    ends = [draft.cursorRect(at(draft.document(), place)) for place in range(start, draft.place() + 1)]
    tops = list(dict.fromkeys(rect.top() for rect in ends))
    assert len(rects) >= len(tops) - 1 >= 0
    assert abs(rects[-1].right() - ends[-1].left()) <= 1
    assert abs(rects[-1].bottom() - ends[-1].bottom()) <= 2
    assert abs(rects[0].left() - ends[0].left()) <= 1 or rects[0].left() == 0


def test_they_are_painted_and_the_typed_words_stay_as_they_are(draft: Draft) -> None:
    draft.set_text("It was late")
    before = draft.viewport().grab().toImage()
    draft.ghost.show(" when he came")
    after = draft.viewport().grab().toImage()
    edge = draft.cursorRect().right() + 1
    changed = {
        x for x in range(before.width()) for y in range(before.height()) if before.pixel(x, y) != after.pixel(x, y)
    }
    assert changed
    assert min(changed) >= edge


def test_they_are_no_part_of_the_text(draft: Draft) -> None:
    draft.set_text("It was late")
    size = draft.document().size()
    draft.ghost.show(" when he came " * 20)
    assert draft.toPlainText() == draft.text() == "It was late"
    assert draft.document().size() == size
    assert not draft.document().isUndoAvailable()


def test_they_are_not_shown_where_text_follows_or_is_selected(draft: Draft) -> None:
    draft.set_text("It was late\nand dark")
    draft.ghost.show(" when he came")
    assert draft.ghost.shown
    for place, anchor, is_shown in ((3, 3, False), (11, 11, True), (19, 12, False), (17, 17, True)):
        draft.setTextCursor(at(draft.document(), place, anchor))
        assert draft.ghost.shown is is_shown, place
        assert bool(draft.ghost.rects()) is is_shown


def test_at_the_foot_of_a_long_page_they_are_scrolled_into_sight(draft: Draft) -> None:
    draft.set_text("\n".join(["A line of the page."] * 60))
    draft.ghost.show(" which goes on and on and on and on and on and on and on and on, for several lines")
    assert len(draft.ghost.rects()) > 1
    assert draft.ghost.rects()[-1].bottom() <= draft.viewport().height()
    place = draft.verticalScrollBar().value()
    draft.ghost.show("")
    assert draft.verticalScrollBar().value() == place, "nothing jumps back"


def test_they_follow_scrolling(draft: Draft) -> None:
    draft.set_text("\n".join(["A line of the page."] * 60))
    draft.ghost.show(" which goes on")
    top = draft.ghost.rects()[0].top()
    bar = draft.verticalScrollBar()
    bar.setValue(bar.value() - 40)
    assert draft.ghost.rects()[0].top() == top + 40


def test_they_take_the_colours_of_the_page(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.set_text("It was late")
    draft.ghost.show(" when he came")
    assert pixels(draft) == pixels(draft)
    pale = style.colours().__class__(**{**vars(style.colours()), "muted": style.colours().bad})
    before = pixels(draft)
    monkeypatch.setattr(style, "colours", lambda: pale)
    assert pixels(draft) != before


# ---- taking them --------------------------------------------------------------------------------------------------------


def test_the_best_is_shown_as_soon_as_it_is_there_and_tab_takes_all_of_it(panel: WritePanel) -> None:
    assert ahead(panel) == " man, and the sea was"
    key(panel, Qt.Key.Key_Tab)
    assert text_of(panel) == "The old man, and the sea was"
    assert ahead(panel) == ""
    assert panel.draft.spans() == ((7, 21, "suggested"),)
    panel.draft.undo()
    assert text_of(panel) == "The old"


def test_after_a_space_they_are_still_shown_and_do_not_make_two(panel: WritePanel, workspace: Fake) -> None:
    key(panel, Qt.Key.Key_Space)
    answer(panel, workspace, FIVE)
    assert ahead(panel) == " man, and the sea was"
    key(panel, Qt.Key.Key_Right, CTRL)
    assert text_of(panel) == "The old man,"


def test_ctrl_right_takes_a_word_at_a_time_without_asking(panel: WritePanel, workspace: Fake) -> None:
    workspace.asked.clear()
    texts = []
    for _ in range(4):
        key(panel, Qt.Key.Key_Right, CTRL)
        texts.append((text_of(panel), ahead(panel)))
    assert texts == [
        ("The old man,", " and the sea was"),
        ("The old man, and", " the sea was"),
        ("The old man, and the", " sea was"),
        ("The old man, and the sea", " was"),
    ]
    QTest.qWait(50)
    assert workspace.asked == []


def test_when_they_are_used_up_others_are_asked_for_at_once(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    for _ in range(5):
        key(panel, Qt.Key.Key_Right, CTRL)
    assert ahead(panel) == ""
    workspace.asked.clear()
    qtbot.waitUntil(lambda: bool(workspace.asked), timeout=500)
    assert workspace.asked[-1][1] == "The old man, and the sea was"
    workspace.predicted.emit(FIVE)
    assert ahead(panel) == " man, and the sea was"


def test_each_word_is_a_step_to_undo_and_the_rest_comes_back(panel: WritePanel) -> None:
    key(panel, Qt.Key.Key_Right, CTRL)
    key(panel, Qt.Key.Key_Right, CTRL)
    panel.draft.undo()
    assert text_of(panel) == "The old man,"
    panel.draft.undo()
    assert (text_of(panel), ahead(panel)) == ("The old", " man, and the sea was")


def test_the_rest_stays_when_the_list_is_renewed(panel: WritePanel, workspace: Fake) -> None:
    key(panel, Qt.Key.Key_Right, CTRL)
    answer(panel, workspace, Prediction((Choice("when", " when", 0.1),)))
    assert ahead(panel) == " and the sea was"
    key(panel, Qt.Key.Key_Tab)
    assert text_of(panel) == "The old man, and the sea was"


def test_a_number_after_one_word_asks_at_once_for_what_it_takes(
    qtbot: QtBot, panel: WritePanel, workspace: Fake
) -> None:
    key(panel, Qt.Key.Key_Right, CTRL)
    workspace.asked.clear()
    type_text(panel, "2")
    qtbot.waitUntil(lambda: bool(workspace.asked), timeout=300)
    workspace.predicted.emit(FIVE)
    assert text_of(panel) == "The old man, woman of the old house"


def test_any_other_key_types_and_they_are_gone(panel: WritePanel, workspace: Fake) -> None:
    key(panel, Qt.Key.Key_Right, CTRL)
    type_text(panel, "x")
    assert (text_of(panel), ahead(panel)) == ("The old man, x", "")


def test_escape_hides_them_and_then_takes_back(panel: WritePanel, workspace: Fake) -> None:
    key(panel, Qt.Key.Key_Tab)
    answer(panel, workspace, FIVE)
    key(panel, Qt.Key.Key_Escape)
    assert (text_of(panel), ahead(panel)) == ("The old man, and the sea was", "")
    key(panel, Qt.Key.Key_Escape)
    assert text_of(panel) == "The old"


def test_without_them_ctrl_right_moves_by_a_word(panel: WritePanel, workspace: Fake) -> None:
    key(panel, Qt.Key.Key_Home)
    key(panel, Qt.Key.Key_Right, CTRL)
    assert panel.draft.textCursor().position() == 4
    assert text_of(panel) == "The old"


def test_in_another_mode_there_are_none(panel: WritePanel, workspace: Fake) -> None:
    panel.modes.choose("next-word")
    answer(panel, workspace)
    assert ahead(panel) == ""
    panel.modes.choose("next-five")
    answer(panel, workspace, FIVE)
    assert ahead(panel)
    panel.modes.choose("from-one-word")
    assert ahead(panel) == ""


def test_the_row_that_is_pointed_at_is_shown_in_its_place(panel: WritePanel) -> None:
    spot = panel.list.visualRect(panel.list.model().index(2)).center()
    QTest.mouseMove(panel.list.viewport(), spot)
    QGuiApplication.processEvents()
    assert ahead(panel) == " boats that lay there still"
    QTest.mouseMove(panel.draft.viewport(), QPoint(5, 5))
    panel.list.left.emit()
    panel.list._point(None)
    assert ahead(panel) == " man, and the sea was"


def test_the_row_that_the_arrows_come_to_is_shown_in_its_place(panel: WritePanel) -> None:
    key(panel, Qt.Key.Key_Tab, CTRL)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert ahead(panel) == " woman of the old house"
    panel.draft.setFocus()
    assert ahead(panel) == " man, and the sea was"


# ---- a word that has been begun ----------------------------------------------------------------------------------------

HOUSE = Prediction((Choice("house of the old man", "house of the old man", 1e-4, 3),))


@pytest.fixture
def begun(panel: WritePanel, workspace: Fake) -> WritePanel:
    panel.draft.set_text("The hou")
    answer(panel, workspace, HOUSE)
    return panel


def test_of_a_begun_word_only_the_rest_is_shown_and_tab_takes_all(begun: WritePanel) -> None:
    assert ahead(begun) == "se of the old man"
    key(begun, Qt.Key.Key_Tab)
    assert text_of(begun) == "The house of the old man"
    assert begun.draft.spans() == ((7, 17, "suggested"),)


def test_ctrl_right_finishes_the_begun_word_first(begun: WritePanel) -> None:
    texts = []
    for _ in range(3):
        key(begun, Qt.Key.Key_Right, CTRL)
        texts.append((text_of(begun), ahead(begun)))
    assert texts == [
        ("The house", " of the old man"),
        ("The house of", " the old man"),
        ("The house of the", " old man"),
    ]


def test_of_a_word_typed_fully_ctrl_right_takes_the_next(panel: WritePanel, workspace: Fake) -> None:
    panel.draft.set_text("The house")
    answer(panel, workspace, Prediction((Choice("", "house of the old man", 1e-4, 5),)))
    assert ahead(panel) == " of the old man"
    key(panel, Qt.Key.Key_Right, CTRL)
    assert (text_of(panel), ahead(panel)) == ("The house of", " the old man")
    assert panel.draft.spans() == ((9, 3, "suggested"),)


@pytest.mark.parametrize("typed", ["Una cancio", "Una Canció", "Una cancio\u0301"])
def test_accents_and_capitals_are_put_right_when_it_is_taken(panel: WritePanel, workspace: Fake, typed: str) -> None:
    panel.draft.set_text(typed)
    words = "canción de la noche clara"
    answer(panel, workspace, Prediction((Choice(words, words, 1e-4, len(typed) - 4),)))
    assert ahead(panel) == "n de la noche clara"
    key(panel, Qt.Key.Key_Right, CTRL)
    assert (text_of(panel), ahead(panel)) == ("Una canción", " de la noche clara")


def test_where_no_word_begins_so_nothing_is_shown(begun: WritePanel, workspace: Fake) -> None:
    type_text(begun, "q")
    answer(begun, workspace, Prediction((), (UnknownWord("houq", ()),)))
    assert ahead(begun) == ""
    assert begun.list._message == "The model knows no word that begins so."


# ---- likeliest or drawn -------------------------------------------------------------------------------------------------


def test_the_switch_says_how_they_are_found_and_is_remembered(panel: WritePanel, workspace: Fake) -> None:
    assert panel.search.isVisible()
    assert not panel.search.draw.isVisible()
    panel.search.buttons["drawn"].click()
    assert workspace.asked[-1][2].search == "drawn"
    assert workspace.memory.sampling("next-five").search == "drawn"
    assert panel.search.draw.isVisible()
    panel.modes.choose("next-word")
    assert not panel.search.isVisible()
    panel.modes.choose("next-five")
    assert panel.search.buttons["drawn"].isChecked()


def test_the_switch_leaves_the_list_where_it_is_and_as_wide(panel: WritePanel) -> None:
    QGuiApplication.processEvents()
    place, room = panel.list.mapTo(panel, QPoint(0, 0)), panel.list.size()
    panel.search.buttons["drawn"].click()
    QGuiApplication.processEvents()
    assert (panel.list.mapTo(panel, QPoint(0, 0)), panel.list.size()) == (place, room)
    assert panel._scroll.widget().width() <= panel._scroll.viewport().width()
    panel.search.resize(panel.search.sizeHint().width() + 200, panel.search.height())
    assert panel.search.draw.text() == "Draw again"
    panel.search.resize(150, panel.search.height())
    assert panel.search.draw.text() == ""


def test_drawing_again_asks_again_with_another_seed(panel: WritePanel, workspace: Fake) -> None:
    panel.search.buttons["drawn"].click()
    workspace.asked.clear()
    panel.search.draw.click()
    assert [asked[2].seed for asked in workspace.asked] == [0], "0 is another one each time"
    panel.sampling.more.seeding.set_values({"seed": 5})
    panel.search.draw.click()
    assert workspace.asked[-1][2].seed not in (0, 5)
    assert workspace.asked[-1][2].search == "drawn"
