"""The third mode: what was written becomes longer or shorter, and a seed is found while it is typed, or unknown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.writing import UNKNOWN, Fake, from_one_word, grow, model, shown, text_of, type_text
from textgen.engine.reports import Choice, Prediction, UnknownWord
from textgen.gui.write.write_panel import WritePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHUT = Prediction((Choice("x", " x", 1.0),), (UNKNOWN,))


@pytest.fixture
def workspace(qtbot: QtBot) -> Fake:
    return Fake()


@pytest.fixture
def panel(qtbot: QtBot, workspace: Fake) -> WritePanel:
    panel = shown(qtbot, workspace)
    type_text(panel, "Before.")
    panel.modes.choose("from-one-word")
    return panel


def written(panel: WritePanel, workspace: Fake, text: str) -> None:
    from_one_word(panel, "The")
    grow(workspace, text)


# ---- the seed ------------------------------------------------------------------------------------------------------------


def test_the_seed_can_be_read_beside_each_unknown_word(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " old man sat. He wept.")
    for word in ("Ros", "BREAD", "braed"):
        panel.one_word.note.show_word(UnknownWord(word, (("bread", 46), ("Bread", 5))))
        qtbot.wait(20)
        for field in (panel.one_word.field, panel.one_word.spin):
            assert field.height() >= field.sizeHint().height()
        panel.one_word.note.show_word(None)
        qtbot.wait(20)


# ---- longer, shorter ----------------------------------------------------------------------------------------------------


def test_longer_and_shorter_are_there_only_while_there_is_something_to_change(
    panel: WritePanel, workspace: Fake
) -> None:
    one = panel.one_word
    assert not one.longer_button.isVisible()
    assert not one.shorter_button.isVisible()
    from_one_word(panel, "The")
    grow(workspace, " old", done=False)
    assert not one.longer_button.isEnabled()
    assert one.longer_button.toolTip() == one.shorter_button.toolTip() == "It is writing."
    grow(workspace, " old")
    assert one.longer_button.isEnabled()
    assert not one.shorter_button.isEnabled()
    assert one.shorter_button.toolTip() == "It is too short for that."
    panel.draft.clear_all()
    assert not one.longer_button.isVisible()


@pytest.mark.parametrize("name", ["longer_button", "write_button"])
def test_the_keyboard_stays_in_this_mode_while_it_writes(panel: WritePanel, workspace: Fake, name: str) -> None:
    written(panel, workspace, " old man.")
    button = getattr(panel.one_word, name)
    button.setFocus()
    button.click()
    assert panel.one_word.field.hasFocus()
    panel.draft.setFocus()
    grow(workspace, " old man. He", done=False)
    assert panel.draft.hasFocus(), "who writes in the page stays there"


def test_longer_goes_on_where_the_text_ends_as_one_more_step(panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " old man.")
    panel.one_word.spin.setValue(20)
    panel.one_word.longer_button.click()
    assert workspace.asked[-1][1] == "The old man."
    assert workspace.asked[-1][3] == 20
    grow(workspace, " He", " He sat.")
    assert text_of(panel) == "Before.\nThe old man. He sat."
    assert panel.draft.spans() == ((11, 17, "generated"),)
    panel.draft.undo()
    assert text_of(panel) == "Before.\nThe old man."
    panel.draft.undo()
    assert text_of(panel) == "Before."


def test_longer_goes_on_from_the_page_where_there_was_no_seed(panel: WritePanel, workspace: Fake) -> None:
    panel.draft.setFocus()
    QTest.keyClick(panel.draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    grow(workspace, " It rained.")
    panel.one_word.longer_button.click()
    assert workspace.asked[-1][1] == "Before. It rained."
    grow(workspace, " Then")
    assert text_of(panel) == "Before. It rained. Then"


def test_the_keyboard_stays_on_shorter_while_there_is_something_to_take(panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " one. The two. The three. The four.")
    shorter = panel.one_word.shorter_button
    shorter.setFocus()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert QApplication.focusWidget() is shorter
    assert text_of(panel).endswith("The one. The two.")


def test_shorter_takes_the_last_sentence_and_then_half_as_steps(panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " old man sat. He wept.")
    shorter = panel.one_word.shorter_button
    assert shorter.toolTip() == "Take its last sentence back"
    shorter.click()
    assert text_of(panel) == "Before.\nThe old man sat."
    shorter.click()
    assert text_of(panel) == "Before.\nThe old"
    panel.draft.undo()
    panel.draft.undo()
    assert text_of(panel) == "Before.\nThe old man sat. He wept."
    shorter.click()
    assert text_of(panel) == "Before.\nThe old man sat.", "undo leads back to what can be shortened again"


def test_what_was_undone_is_not_written_into(panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " old man sat. He wept.")
    panel.one_word.shorter_button.click()
    panel.draft.undo()
    panel.one_word.longer_button.click()
    assert workspace.asked[-1][1] == "The old man sat. He wept."
    grow(workspace, " So.")
    assert text_of(panel) == "Before.\nThe old man sat. He wept. So."


def test_what_a_person_has_changed_is_left_alone(panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " old man sat. He wept.")
    panel.one_word.longer_button.click()
    grow(workspace, " So did I.")
    QTest.keyClick(panel.draft, Qt.Key.Key_Backspace)
    assert not panel.one_word.longer_button.isVisible()


# ---- a seed that is not known -------------------------------------------------------------------------------------------


def test_the_near_words_say_how_often_they_occur(panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "computer")
    workspace.predicted.emit(SHUT)
    assert [chip.text().split() for chip in panel.one_word.note.chips] == [["compute", "7"], ["computed", "2"]]


def test_it_can_be_written_from_all_the_same_and_says_what_that_means(panel: WritePanel, workspace: Fake) -> None:
    note = panel.one_word.note
    assert not note.anyway_button.isVisible()
    from_one_word(panel, "computer")
    workspace.predicted.emit(SHUT)
    assert note.anyway_button.isVisible()
    note.anyway_button.click()
    assert "goes on as after any word" in note.sentence.text()
    assert note.chips == []
    assert workspace.asked[-1][1] == "computer"
    workspace.predicted.emit(Prediction((Choice("is", " is", 1.0),), (UNKNOWN,)))
    assert text_of(panel) == "Before.\ncomputer is"
    panel.one_word.write_button.click()
    workspace.predicted.emit(Prediction((Choice("was", " was", 1.0),), (UNKNOWN,)))
    assert text_of(panel) == "Before.\ncomputer was", "again needs not be asked again"
    assert "goes on as after any word" in note.sentence.text()
    panel.one_word.field.setText("computers")
    assert note.sentence.text() == ""
    panel.one_word.write_button.click()
    workspace.predicted.emit(SHUT)
    assert text_of(panel) == "Before.\ncomputer was", "another unknown word is another question"


def refused(panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "computer")
    workspace.predicted.emit(SHUT)
    assert panel.one_word.note.word == UNKNOWN


def test_the_note_goes_when_the_mode_is_left(panel: WritePanel, workspace: Fake) -> None:
    for mode in ("next-word", "next-five"):
        refused(panel, workspace)
        panel.modes.choose(mode)
        panel.modes.choose("from-one-word")
        assert (panel.one_word.note.sentence.text(), panel.one_word.note.chips) == ("", [])


def test_the_note_goes_with_the_seed_and_with_the_model(panel: WritePanel, workspace: Fake) -> None:
    refused(panel, workspace)
    panel.one_word.field.setText("the")
    assert panel.one_word.note.sentence.text() == ""
    refused(panel, workspace)
    workspace.snapshot(model())
    assert panel.one_word.note.sentence.text() == "", "this one may know the word"


def test_a_seed_that_has_changed_before_it_was_refused_is_not_spoken_of(panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "computer")
    panel.one_word.field.setText("the")
    workspace.predicted.emit(SHUT)
    assert panel.one_word.note.sentence.text() == ""
    assert text_of(panel) == "Before."


# ---- taking back --------------------------------------------------------------------------------------------------------


def escape(panel: WritePanel) -> tuple[str, tuple[object, ...]]:
    panel.draft.setFocus()
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    return text_of(panel), panel.draft.spans()


def test_escape_takes_back_what_came_last_and_only_that(panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " old man.")
    panel.one_word.longer_button.click()
    grow(workspace, " He", " He sat.")
    assert escape(panel) == ("Before.\nThe old man.", ((11, 9, "generated"),))
    assert panel.one_word.longer_button.isVisible(), "what stands can be made longer again"
    panel.draft.undo()
    assert text_of(panel) == "Before.\nThe old man. He sat."


def test_escape_brings_back_what_another_text_took_the_place_of(panel: WritePanel, workspace: Fake) -> None:
    written(panel, workspace, " old man.")
    panel.one_word.write_button.click()
    grow(workspace, " new", " new one.")
    assert escape(panel)[0] == "Before.\nThe old man."
    assert escape(panel)[0] == "Before.\nThe", "and then the first of them"
    assert escape(panel)[0] == "Before.\nThe"


@pytest.mark.parametrize("how", ["typing", "elsewhere", "undo", "restart"])
def test_escape_leaves_a_passage_that_something_else_has_come_after(
    panel: WritePanel, workspace: Fake, how: str
) -> None:
    written(panel, workspace, " old man.")
    if how == "typing":
        for which in (Qt.Key.Key_X, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace):
            QTest.keyClick(panel.draft, which)
    elif how == "elsewhere":
        panel.draft.moveCursor(QTextCursor.MoveOperation.Start)
        QTest.keyClick(panel.draft, Qt.Key.Key_X)
        panel.draft.moveCursor(QTextCursor.MoveOperation.End)
    elif how == "undo":
        QTest.keyClick(panel.draft, Qt.Key.Key_X)
        panel.draft.undo()
    else:
        panel.draft.set_text(panel.draft.text(), panel.draft.spans())
    before = text_of(panel)
    assert before.endswith("The old man.")
    assert escape(panel)[0] == before


def test_the_page_has_no_such_button(panel: WritePanel, workspace: Fake) -> None:
    panel.foot.show_word(UNKNOWN)
    assert not panel.foot.note.anyway_button.isVisible()


# ---- type-ahead ---------------------------------------------------------------------------------------------------------


def found(panel: WritePanel) -> list[tuple[str, int]]:
    return list(panel.seeding.type_ahead.words.found)


def test_words_that_begin_so_are_shown_with_how_often_they_occur(qtbot: QtBot, panel: WritePanel) -> None:
    field = panel.one_word.field
    field.setFocus()
    QTest.keyClicks(field, "hou")
    qtbot.waitUntil(lambda: bool(found(panel)))
    assert found(panel) == [("house", 9), ("houses", 7), ("housed", 5), ("hóuse", 1)]
    popup = panel.seeding.type_ahead.popup()
    assert popup.isVisible()
    shown_ = popup.grab().toImage()
    places = [x for x in range(shown_.width() * 3 // 4, shown_.width()) if shown_.pixel(x, 12) != shown_.pixel(2, 2)]
    assert places, "a figure at the right"
    QTest.keyClicks(field, "ses")
    assert found(panel) == []
    assert not panel.seeding.type_ahead.popup().isVisible()


def test_a_word_is_chosen_with_the_arrows(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    field = panel.one_word.field
    QTest.keyClicks(field, "hou")
    qtbot.waitUntil(lambda: bool(found(panel)))
    popup = panel.seeding.type_ahead.popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert panel.one_word.seed == "houses"
    assert not popup.isVisible()


def test_enter_writes_what_was_typed_where_none_was_chosen(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    QTest.keyClicks(panel.one_word.field, "hou")
    qtbot.waitUntil(lambda: bool(found(panel)))
    QTest.keyClick(panel.seeding.type_ahead.popup(), Qt.Key.Key_Return)
    assert workspace.asked[-1][1] == "hou"
    assert panel.one_word.seed == "hou", "it stays what was typed"
    assert not panel.seeding.type_ahead.popup().isVisible()


def test_a_word_that_is_put_there_opens_nothing(panel: WritePanel) -> None:
    panel.one_word.field.setText("hou")
    assert not panel.seeding.type_ahead.popup().isVisible()


def test_the_words_are_sorted_once_for_the_snapshots_of_a_training(
    qtbot: QtBot, panel: WritePanel, workspace: Fake
) -> None:
    QTest.keyClicks(panel.one_word.field, "hou")
    qtbot.waitUntil(lambda: bool(found(panel)))
    workspace.snapshot(model())
    assert len(panel.seeding.known_words.beginning("hou", 8)) == 4, "no waiting"
    other = model()
    other.words = ("whale", *other.words[1:])
    workspace.snapshot(other)
    assert panel.seeding.known_words.beginning("wha", 8) == ()
    with qtbot.waitSignal(panel.seeding.known_words.ready):
        pass
    assert panel.seeding.known_words.beginning("wha", 8) == (("whale", 1200),)
