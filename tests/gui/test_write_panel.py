"""The place “Write”: each mode by click and by key, unknown words, late answers, every state."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.writing import UNKNOWN, WORDS, Fake, answer, from_one_word, grow, model, shown, text_of, type_text
from textgen.engine.config import SamplingConfig
from textgen.engine.modes import MODES
from textgen.engine.presets import PRESETS
from textgen.engine.problem import Problem
from textgen.engine.reports import Choice, Prediction, UnknownWord
from textgen.gui.parts import style
from textgen.gui.work.piece import at
from textgen.gui.write.write_panel import WritePanel

# the offscreen screen has no window manager to tell the smallest size of a window
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

FIVE = Prediction(tuple(Choice(f"man {n} of the sea", f" man {n} of the sea", 0.004 / n) for n in (1, 2, 3)))


@pytest.fixture
def workspace(qtbot: QtBot) -> Fake:
    return Fake()


@pytest.fixture
def panel(qtbot: QtBot, workspace: Fake) -> WritePanel:
    return shown(qtbot, workspace)


def click_row(panel: WritePanel, row: int) -> None:
    spot = panel.list.visualRect(panel.list.model().index(row)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)


# ---- next word ----------------------------------------------------------------------------------------------------------


def test_the_first_words_of_a_text_are_asked_for_at_once(panel: WritePanel, workspace: Fake) -> None:
    assert workspace.asked[-1][:2] == ("next-word", "")
    assert "Type the first words" in panel.foot.hint.text()


def test_typing_asks_about_the_text_before_the_cursor_after_a_pause(
    qtbot: QtBot, panel: WritePanel, workspace: Fake
) -> None:
    workspace.asked.clear()
    type_text(panel, "The")
    assert workspace.asked == []
    qtbot.waitUntil(lambda: bool(workspace.asked))
    assert [asked[1] for asked in workspace.asked] == ["The"]


def test_a_click_takes_the_suggestion_and_the_keyboard_stays_in_the_text(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    click_row(panel, 1)
    assert text_of(panel) == "The new"
    assert panel.draft.hasFocus()
    assert panel.draft.spans() == ((3, 4, "suggested"),)


def test_a_number_key_takes_after_a_space_and_types_after_a_letter(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    type_text(panel, "1")
    assert text_of(panel) == "The old"
    type_text(panel, "e")
    answer(panel, workspace)
    type_text(panel, "1")
    assert text_of(panel) == "The old e1"


def test_a_mark_takes_the_place_of_the_space(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    type_text(panel, "4")
    assert text_of(panel) == "The,"
    answer(panel, workspace)
    type_text(panel, "5")
    assert text_of(panel) == "The,\n"


def test_alt_with_a_number_takes_anywhere_and_the_number_pad_types_anywhere(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The")
    answer(panel, workspace)
    QTest.keyClick(panel.draft, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert text_of(panel) == "The new"
    QTest.keyClick(panel.draft, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert text_of(panel) == "The new 2"


def test_the_rows_look_like_keys_only_where_a_number_takes(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    row = panel.list.itemDelegate()
    assert row.armed
    type_text(panel, "x")
    assert not row.armed


def test_tab_takes_the_first_and_leaves_the_page_when_there_is_none(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    assert text_of(panel) == " old"
    answer(panel, workspace, Prediction(()))
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    assert not panel.draft.hasFocus()


def test_escape_takes_back_and_then_a_number_can_be_typed(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "In ")
    answer(panel, workspace)
    type_text(panel, "1")
    assert text_of(panel) == "In old"
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    assert text_of(panel) == "In "
    type_text(panel, "1914")
    assert text_of(panel) == "In 1914"
    type_text(panel, " ")
    answer(panel, workspace)
    type_text(panel, "1")
    assert text_of(panel) == "In 1914 old"


def test_another_mode_lets_numbers_take_again(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    panel.modes.choose("next-five")
    answer(panel, workspace, FIVE)
    assert panel.list.itemDelegate().armed
    type_text(panel, "1")
    assert text_of(panel) == " man 1 of the sea"


def test_escape_leaves_what_a_person_has_typed(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    type_text(panel, " and so on")
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    assert text_of(panel) == " old and so on"


def test_ctrl_enter_takes_the_best(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    QTest.keyClick(panel.draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text_of(panel) == " old"


def test_a_number_pressed_before_the_answer_takes_as_soon_as_it_is_there(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    type_text(panel, "12")
    assert text_of(panel) == "The old"
    answer(panel, workspace)
    assert text_of(panel) == "The old new"


def test_a_late_answer_to_an_earlier_text_is_ignored(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The")
    panel.suggester.ask()
    type_text(panel, "y")
    workspace.predicted.emit(WORDS)
    assert panel.list.choices == ()


def test_a_space_more_keeps_the_answer_and_another_word_pales_it(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    workspace.asked.clear()
    type_text(panel, " ")
    row = panel.list.itemDelegate()
    assert not row.stale
    type_text(panel, "x")
    assert row.stale
    assert workspace.asked == []


def test_undo_and_redo_cover_what_was_taken(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    type_text(panel, "1")
    answer(panel, workspace)
    type_text(panel, "2")
    panel.draft.undo()
    assert text_of(panel) == "The old"
    panel.draft.undo()
    assert text_of(panel) == "The "
    panel.draft.redo()
    assert text_of(panel) == "The old"
    assert panel.draft.spans() == ((3, 4, "suggested"),)


def test_the_outlines_have_a_legend_and_nothing_moves_for_it(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    QGuiApplication.processEvents()
    place = panel.sampling.pos()
    assert not panel._legend.isVisible()
    answer(panel, workspace, Prediction((Choice("old", " old", 0.4, before=0.2),)))
    QGuiApplication.processEvents()
    assert panel._legend.isVisible()
    assert panel.sampling.pos() == place


# ---- a word that is being typed -----------------------------------------------------------------------------------------

BEGUN = Prediction((Choice("the", "the", 0.3, 2), Choice("there", "there", 0.1, 2)))


def test_while_a_word_is_typed_it_is_completed_and_a_space_ends_it(panel: WritePanel, workspace: Fake) -> None:
    assert not workspace.narrow
    for typed, narrow in (("I", True), (" ", False), ("th", True), (",", False), (" ", False)):
        type_text(panel, typed)
        answer(panel, workspace)
        assert workspace.narrow == narrow, typed


def test_a_space_asks_for_the_words_that_follow(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The")
    answer(panel, workspace)
    workspace.asked.clear()
    type_text(panel, " ")
    assert panel.list.itemDelegate().stale
    qtbot.waitUntil(lambda: len(workspace.asked) == 1)
    assert not workspace.narrow


def test_five_words_begin_with_the_word_that_is_being_typed(panel: WritePanel, workspace: Fake) -> None:
    panel.modes.choose("next-five")
    type_text(panel, "I th")
    answer(panel, workspace, FIVE)
    assert workspace.narrow
    type_text(panel, " ")
    answer(panel, workspace, FIVE)
    assert not workspace.narrow


@pytest.mark.parametrize("how", ["tab", "click", "alt"])
def test_a_completion_takes_the_place_of_the_letters(panel: WritePanel, workspace: Fake, how: str) -> None:
    type_text(panel, "I th")
    answer(panel, workspace, BEGUN)
    if how == "tab":
        QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    elif how == "click":
        click_row(panel, 0)
    else:
        QTest.keyClick(panel.draft, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert text_of(panel) == "I the"
    assert panel.draft.spans() == ((4, 1, "suggested"),), "what was typed stays typed"
    answer(panel, workspace)
    assert not workspace.narrow, "after a word just taken the next ones are suggested"
    type_text(panel, "1")
    assert text_of(panel) == "I the old"


@pytest.mark.parametrize("how", ["undo", "escape"])
def test_the_letters_come_back(panel: WritePanel, workspace: Fake, how: str) -> None:
    type_text(panel, "I th")
    answer(panel, workspace, BEGUN)
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    panel.draft.undo() if how == "undo" else QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    assert (text_of(panel), panel.draft.spans()) == ("I th", ())
    answer(panel, workspace, BEGUN)
    assert workspace.narrow
    QTest.keyClick(panel.draft, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert text_of(panel) == "I there"


def test_a_digit_is_typed_while_a_word_is(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "th")
    answer(panel, workspace, BEGUN)
    assert not panel.list.itemDelegate().armed
    type_text(panel, "1")
    assert text_of(panel) == "th1"


def test_tab_before_the_answer_completes_as_soon_as_it_is_there(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    type_text(panel, "th")
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    assert text_of(panel) == "th"
    answer(panel, workspace, BEGUN)
    assert text_of(panel) == "the"


def test_within_a_word_all_of_it_is_completed(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "so th a")
    for _ in range(3):
        QTest.keyClick(panel.draft, Qt.Key.Key_Left)
    answer(panel, workspace, BEGUN)
    assert (workspace.asked[-1][1], workspace.narrow) == ("so th", True)
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    assert text_of(panel) == "so the a"


def test_a_word_that_nothing_begins_with_is_said_to_be_one(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "xqz")
    answer(panel, workspace, Prediction((), (UnknownWord("xqz", ()),)))
    assert "no word that begins so" in panel.list._message


@pytest.mark.parametrize("mode", ["next-word", "next-five"])
def test_a_begun_word_that_settings_rule_out_is_not_called_unknown(
    panel: WritePanel, workspace: Fake, mode: str
) -> None:
    panel.modes.choose(mode)
    type_text(panel, "xqz hou")
    answer(panel, workspace, Prediction((), (UnknownWord("xqz", ()),)))
    assert panel.list._message == "Your settings rule out every word that begins so."
    assert panel.draft.ghost.text == ""


WHOLE = Prediction((Choice("the", "the", 0.3, 3), Choice("there", "there", 0.1, 3)))


@pytest.mark.parametrize("how", ["tab", "alt"])
def test_a_word_that_is_typed_fully_stays_typed_and_is_done(panel: WritePanel, workspace: Fake, how: str) -> None:
    type_text(panel, "I the")
    answer(panel, workspace, WHOLE)
    if how == "tab":
        QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    else:
        QTest.keyClick(panel.draft, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert (text_of(panel), panel.draft.spans()) == ("I the", ())
    answer(panel, workspace)
    assert not workspace.narrow, "the next word is suggested"
    type_text(panel, "1")
    assert text_of(panel) == "I the old"
    panel.draft.undo()
    assert text_of(panel) == "I the", "only what was added can be undone"


def test_after_a_word_that_was_taken_as_typed_another_begins(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "I the")
    answer(panel, workspace, WHOLE)
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    type_text(panel, "m")
    assert text_of(panel) == "I the m"
    assert panel.draft.spans() == ()


def test_letters_that_a_suggestion_writes_otherwise_become_its_own(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "una cancio")
    answer(panel, workspace, Prediction((Choice("canción", "canción", 0.3, 6),)))
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    assert text_of(panel) == "una canción"
    assert panel.draft.spans() == ((9, 2, "suggested"),)
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    assert (text_of(panel), panel.draft.spans()) == ("una cancio", ())


def test_tab_stays_in_a_word_that_nothing_completes(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "I thq")
    answer(panel, workspace, Prediction(()))
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    type_text(panel, "x")
    assert (text_of(panel), panel.draft.hasFocus()) == ("I thqx", True)
    type_text(panel, " ")
    answer(panel, workspace, Prediction(()))
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab)
    assert not panel.draft.hasFocus(), "between words it goes on to the next control"


def test_a_mode_that_is_chosen_brings_its_own_controls_in_sight(panel: WritePanel) -> None:
    panel.side.show_page("versions")
    QTest.mouseClick(panel.modes.buttons["from-one-word"], Qt.MouseButton.LeftButton)
    assert panel.side.current == "words"
    assert panel.one_word.field.hasFocus()


# ---- the list -----------------------------------------------------------------------------------------------------------


def test_the_list_is_walked_with_the_arrows_and_taken_from_with_enter(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.model().index(0))
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert text_of(panel) == " new"
    assert panel.list.hasFocus()


def test_the_keyboard_goes_from_the_page_to_the_list_and_is_seen_there(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    QTest.keyClick(panel.draft, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert panel.list.hasFocus(), panel.window().focusWidget()
    assert panel.list.currentIndex().row() == 0


def test_a_number_always_takes_in_the_list(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The")
    answer(panel, workspace)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_2)
    assert text_of(panel) == "The new"


# ---- next five words ----------------------------------------------------------------------------------------------------


def test_five_words_are_taken_as_a_whole(panel: WritePanel, workspace: Fake) -> None:
    panel.modes.buttons["next-five"].click()
    assert workspace.asked[-1][0] == "next-five"
    type_text(panel, "The ")
    answer(panel, workspace, FIVE)
    click_row(panel, 2)
    assert text_of(panel) == "The man 3 of the sea"
    panel.draft.undo()
    assert text_of(panel) == "The "


def test_the_hint_names_the_keys_that_there_are(panel: WritePanel) -> None:
    assert panel._hint.text().startswith("1–0: take")
    panel.modes.choose("next-five")
    assert panel._hint.text().startswith("Tab: take all. Ctrl+→: one word. 1–5: take, after a space")


def test_the_list_is_as_high_in_either_mode(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    words = panel.list.size()
    last = panel.list.visualRect(panel.list.model().index(9)).bottom()
    panel.modes.choose("next-five")
    answer(panel, workspace, FIVE)
    assert panel.list.size() == words
    assert panel.list.visualRect(panel.list.model().index(4)).bottom() == last


# ---- from one word ------------------------------------------------------------------------------------------------------


def test_it_writes_from_the_seed_word_bit_by_bit(panel: WritePanel, workspace: Fake) -> None:
    panel.one_word.spin.setValue(120)
    from_one_word(panel, " The ")
    assert workspace.asked[-1][:2] + workspace.asked[-1][3:] == ("from-one-word", "The", 120)
    assert panel.one_word.stop_button.isEnabled()
    grow(workspace, " old", " old man", done=False)
    assert text_of(panel) == "The old man"
    grow(workspace, " old man.")
    assert text_of(panel) == "The old man."
    assert panel.draft.spans() == ((3, 9, "generated"),)
    assert not panel.one_word.stop_button.isEnabled()


def test_what_belongs_to_one_mode_takes_no_room_in_another(panel: WritePanel) -> None:
    panel.modes.choose("from-one-word")
    QGuiApplication.processEvents()
    assert panel.sampling.mapTo(panel, QPoint(0, 0)).y() - bottom(panel, panel.one_word.write_button) < style.space(8)
    panel.modes.choose("next-word")
    QGuiApplication.processEvents()
    assert not panel.one_word.isVisible()
    assert panel.side.mapTo(panel, QPoint(0, 0)).y() == panel.draft.mapTo(panel, QPoint(0, 0)).y()
    names = panel.side.buttons["words"]
    assert panel.list.mapTo(panel, QPoint(0, 0)).y() - bottom(panel, names) < style.space(2)


def bottom(panel: WritePanel, part: QWidget) -> int:
    return part.mapTo(panel, part.rect().bottomLeft()).y()


def test_the_seed_word_stays_in_sight_whatever_is_unfolded(qtbot: QtBot, panel: WritePanel) -> None:
    panel.resize(900, 400)
    panel.modes.choose("from-one-word")
    panel.sampling.fold.click()
    bar = panel._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.qWait(1)
    assert panel.sampling.fold.visibleRegion().boundingRect() == panel.sampling.fold.rect(), "what closes it again"
    bar.setValue(bar.maximum())
    assert panel.one_word.field.visibleRegion().boundingRect() == panel.one_word.field.rect()


def ink(part: QWidget) -> int:
    """Where, from its left edge, a widget has its first pixel that is not ground."""
    image = part.grab().toImage()
    ground = image.pixel(image.width() - 1, image.height() - 1)
    columns = (x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height())))
    return part.mapToGlobal(QPoint(next(columns), 0)).x()


def test_the_fold_stands_in_line_with_the_rows_above_it(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    QGuiApplication.processEvents()
    assert 0 <= ink(panel.sampling.fold) - ink(panel.list.viewport()) <= style.space()


def test_again_writes_another_in_its_place_and_undo_brings_the_first_back(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "Before.")
    from_one_word(panel, "The")
    grow(workspace, " old", " old man.")
    assert panel.one_word.write_button.text() == "&Again"
    panel.one_word.write_button.click()
    grow(workspace, " new", " new one.")
    assert text_of(panel) == "Before.\nThe new one."
    panel.draft.undo()
    assert text_of(panel) == "Before.\nThe old man."
    panel.draft.undo()
    assert text_of(panel) == "Before."


def test_again_rolls_a_fixed_seed(panel: WritePanel, workspace: Fake) -> None:
    panel.modes.choose("from-one-word")
    panel.sampling.more.seeding.set_values({"seed": 5})
    from_one_word(panel, "The")
    assert workspace.asked[-1][2].seed == 5
    grow(workspace, " old man.")
    panel.one_word.write_button.click()
    assert workspace.asked[-1][2].seed not in (0, 5)


def test_a_changed_text_is_not_written_over(panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "The")
    grow(workspace, " old man.")
    QTest.keyClick(panel.draft, Qt.Key.Key_Backspace)
    assert panel.one_word.write_button.text() == "&Write"
    panel.one_word.write_button.click()
    grow(workspace, " new one.")
    assert text_of(panel) == "The old man\nThe new one."


@pytest.mark.parametrize("how", ["button", "escape", "typing"])
def test_stopping_keeps_what_is_written(panel: WritePanel, workspace: Fake, how: str) -> None:
    from_one_word(panel, "The")
    grow(workspace, " old", done=False)
    if how == "button":
        panel.one_word.stop_button.click()
    else:
        QTest.keyClick(panel.draft, Qt.Key.Key_Escape if how == "escape" else Qt.Key.Key_X)
    grow(workspace, " old man")
    assert text_of(panel) == ("The old x" if how == "typing" else "The old")
    assert workspace.cancelled == 1


def test_ctrl_enter_goes_on_from_the_text(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "It was ")
    panel.modes.choose("from-one-word")
    QTest.keyClick(panel.draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.asked[-1][:2] == ("from-one-word", "It was ")
    grow(workspace, " a", " a day.")
    assert text_of(panel) == "It was a day."


def test_nothing_is_written_from_an_unknown_seed_and_a_chip_takes_its_place(panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "computer")
    workspace.predicted.emit(Prediction((Choice("x", " x", 1.0),), (UNKNOWN,), done=False))
    assert text_of(panel) == ""
    assert workspace.cancelled == 1
    assert "“computer”" in panel.one_word.note.sentence.text()
    panel.one_word.note.chips[1].click()
    assert panel.one_word.field.text() == "computed"
    assert workspace.asked[-1][1] == "computed"


def test_without_a_seed_word_write_says_why_it_cannot(panel: WritePanel) -> None:
    panel.modes.choose("from-one-word")
    assert not panel.one_word.write_button.isEnabled()
    assert panel.one_word.write_button.toolTip() == "Type a seed word first."


def test_a_mode_chosen_by_key_or_click_leaves_the_keyboard_where_one_writes(panel: WritePanel) -> None:
    QTest.keyClick(panel, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert panel.modes.mode == "next-five"
    assert panel.draft.hasFocus()
    QTest.mouseClick(panel.modes.buttons["from-one-word"], Qt.MouseButton.LeftButton)
    assert panel.one_word.field.hasFocus()


# ---- a click while the list changes ---------------------------------------------------------------------------------------


OTHERS = Prediction((Choice("small", " small", 0.5), Choice("big", " big", 0.2), Choice("new", " new", 0.1)))


def test_a_click_takes_the_word_that_was_pressed_though_another_stands_there_by_now(
    panel: WritePanel, workspace: Fake
) -> None:
    type_text(panel, "The")
    answer(panel, workspace)
    spot = panel.list.visualRect(panel.list.model().index(0, 0)).center()
    QTest.mousePress(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    answer(panel, workspace, OTHERS)
    QTest.mouseRelease(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert text_of(panel) == "The old"


@pytest.mark.parametrize(("row", "text"), [(1, "The house new"), (0, "The house")])
def test_a_click_on_words_of_an_earlier_text_takes_the_same_word_or_none(
    panel: WritePanel, workspace: Fake, row: int, text: str
) -> None:
    type_text(panel, "The")
    answer(panel, workspace)
    type_text(panel, " house")
    click_row(panel, row)
    assert text_of(panel) == "The house"
    answer(panel, workspace, OTHERS)
    assert text_of(panel) == text


# ---- unknown words ------------------------------------------------------------------------------------------------------


def test_an_unknown_word_is_said_and_a_chip_replaces_it(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "My computer is")
    answer(panel, workspace, Prediction(WORDS.choices, (UNKNOWN,)))
    assert "“computer”" in panel.foot.note.sentence.text()
    panel.foot.note.chips[0].click()
    assert text_of(panel) == "My compute is"
    assert panel.foot.note.word is None
    panel.draft.undo()
    assert text_of(panel) == "My computer is"


def test_an_unknown_word_that_no_word_is_like_is_said_and_marked(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "My zxqv is")
    answer(panel, workspace, Prediction(WORDS.choices, (UnknownWord("zxqv", ()),)))
    assert "nor any word like it" in panel.foot.note.sentence.text()
    assert panel.foot.note.chips == []


def test_a_seed_that_no_word_is_like_may_be_gone_on_with_or_another_typed(panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "zxqv")
    workspace.predicted.emit(Prediction((Choice("x", " x", 1.0),), (UnknownWord("zxqv", ()),), done=False))
    note = panel.one_word.note
    assert "nor any word like it" in note.sentence.text()
    assert "first letters" in note.sentence.text()
    assert note.chips == []
    note.anyway_button.click()
    grow(workspace, " was")
    assert text_of(panel) == "zxqv was"


def test_a_mark_that_stands_alone_is_not_called_an_unknown_word(panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, 'My " computer is')
    answer(panel, workspace, Prediction(WORDS.choices, (UNKNOWN, UnknownWord('"', ()))))
    assert panel.foot.note.word == UNKNOWN


def test_a_word_being_typed_is_not_called_unknown_until_it_is_finished(
    qtbot: QtBot, panel: WritePanel, workspace: Fake
) -> None:
    type_text(panel, "My computer")
    answer(panel, workspace, Prediction(WORDS.choices, (UNKNOWN,)))
    assert panel.foot.note.word is None
    type_text(panel, " ")
    assert panel.foot.note.word == UNKNOWN


def test_a_pause_finishes_a_word(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "My computer")
    answer(panel, workspace, Prediction(WORDS.choices, (UNKNOWN,)))
    qtbot.waitUntil(lambda: panel.foot.note.word == UNKNOWN)


# ---- states -------------------------------------------------------------------------------------------------------------


def test_without_a_model_it_says_what_to_do(qtbot: QtBot) -> None:
    workspace = Fake(empty=True)
    panel = shown(qtbot, workspace)
    assert panel.no_model.isVisible()
    assert workspace.asked == []
    panel.no_model.train_button.click()
    assert workspace.places == ["train"]
    with qtbot.waitSignal(workspace.fileWanted, check_params_cb=lambda kind: kind == "model"):
        panel.no_model.open_button.click()


def test_the_first_snapshot_opens_the_page(qtbot: QtBot) -> None:
    workspace = Fake(empty=True)
    panel = shown(qtbot, workspace)
    workspace.training = "running"
    workspace.trainingChanged.emit()
    assert "learning" in panel.no_model.title.text()
    workspace.snapshot(model())
    assert not panel.no_model.isVisible()
    assert len(workspace.asked) == 1
    assert "gets better while you write" in panel.foot.hint.text()


def test_a_better_snapshot_is_asked_again_and_a_saved_one_is_not(panel: WritePanel, workspace: Fake) -> None:
    answer(panel, workspace)
    workspace.asked.clear()
    workspace.modelChanged.emit()
    assert workspace.asked == []
    workspace.snapshot(model())
    assert len(workspace.asked) == 1
    assert panel.list.choices == WORDS.choices


def test_no_words_change_under_the_pointer(panel: WritePanel, workspace: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(panel, workspace)
    workspace.asked.clear()
    monkeypatch.setattr(panel.list, "underMouse", lambda: True)
    workspace.snapshot(model())
    assert workspace.asked == []
    monkeypatch.setattr(panel.list, "underMouse", lambda: False)
    panel.list.left.emit()
    assert len(workspace.asked) == 1


def test_a_slow_first_answer_shows_that_the_model_is_made_ready(
    qtbot: QtBot, panel: WritePanel, workspace: Fake
) -> None:
    qtbot.waitUntil(lambda: panel.list.busy)
    type_text(panel, "one can go on typing")
    answer(panel, workspace)
    assert not panel.list.busy


def test_a_failure_stands_in_its_place_and_can_be_tried_again(panel: WritePanel, workspace: Fake) -> None:
    workspace.predictionFailed.emit(Problem("It does not fit."))
    assert panel.notice.isVisible()
    workspace.asked.clear()
    panel.notice._way_out.click()
    assert len(workspace.asked) == 1
    workspace.predicted.emit(WORDS)
    assert not panel.notice.isVisible()


def test_a_failed_writing_can_be_tried_again(panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "The")
    assert panel.one_word.write_button.text() == "Writing…"
    workspace.predictionFailed.emit(Problem("It does not fit."))
    panel.notice._way_out.click()
    assert [asked[1] for asked in workspace.asked if asked[0] == "from-one-word"] == ["The", "The"]


def test_a_hidden_page_asks_nothing(panel: WritePanel, workspace: Fake) -> None:
    panel.hide()
    workspace.asked.clear()
    workspace.snapshot(model())
    panel.draft.set_text("changed")
    assert workspace.asked == []
    panel.show()
    assert workspace.asked[-1][1] == "changed"


def test_other_settings_ask_again_and_are_kept(panel: WritePanel, workspace: Fake) -> None:
    panel.sampling.heat.set_values({"temperature": 0.5})
    assert workspace.asked[-1][2].temperature == 0.5
    assert workspace.memory.sampling(panel.modes.mode).temperature == 0.5


def test_a_preset_asks_again_once(panel: WritePanel, workspace: Fake) -> None:
    workspace.asked.clear()
    panel.sampling.presets.buttons["daring"].click()
    assert [asked[2] for asked in workspace.asked] == [PRESETS["daring"].applied(SamplingConfig())]
    assert workspace.memory.sampling("next-word") == workspace.asked[-1][2]


def test_each_mode_has_its_own_way_to_choose_words(panel: WritePanel, workspace: Fake) -> None:
    panel.modes.choose("next-word")
    assert workspace.asked[-1][2] == SamplingConfig(), "the bars show the model's own probabilities"
    panel.sampling.heat.set_values({"temperature": 1.7})
    panel.modes.choose("from-one-word")
    assert panel.sampling.config == MODES["from-one-word"].sampling
    panel.modes.choose("next-word")
    assert panel.sampling.config.temperature == 1.7


# ---- the whole text -----------------------------------------------------------------------------------------------------


def test_copy_and_clear(panel: WritePanel, workspace: Fake) -> None:
    assert panel.foot.clear.toolTip() == "The page is empty."
    type_text(panel, "All of it")
    panel.foot.copy.click()
    assert QGuiApplication.clipboard().text() == "All of it"
    panel.foot.clear.click()
    assert text_of(panel) == ""
    panel.draft.undo()
    assert text_of(panel) == "All of it"


def test_everything_is_there_at_the_next_start(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    type_text(panel, "The ")
    answer(panel, workspace)
    type_text(panel, "1")
    panel.modes.choose("from-one-word")
    panel.one_word.field.setText("heaven")
    panel.one_word.spin.setValue(77)
    panel.close()
    second = shown(qtbot, Fake())
    assert text_of(second) == "The old"
    assert second.draft.spans() == ((3, 4, "suggested"),)
    assert (second.modes.mode, second.one_word.seed, second.one_word.length) == ("from-one-word", "heaven", 77)


def test_the_page_is_wide_enough_at_the_smallest_size(panel: WritePanel) -> None:
    panel.resize(650, 400)
    QGuiApplication.processEvents()
    assert panel.minimumSizeHint().width() <= 650
    assert panel.draft.width() >= 300
    assert panel.draft.mapTo(panel, QPoint(0, 0)).x() >= 0


# ---- what predicts ---------------------------------------------------------------------------------------------------


def offered(panel: WritePanel) -> list[str]:
    box = panel.sampling.more.mixing.rows["mix"].control
    return [box.itemText(index) for index in range(box.count())]


def test_only_what_the_model_has_can_predict(panel: WritePanel, workspace: Fake) -> None:
    box = panel.sampling.more.mixing.rows["mix"].control
    assert (offered(panel), box.isEnabled()) == (["Network alone"], False)
    assert "end of a training" in box.toolTip()
    workspace.snapshot(model(mixture=1))
    assert (offered(panel), box.isEnabled()) == (["Network and cache", "Network alone"], True)
    assert "n-grams" in box.toolTip()
    workspace.snapshot(model(mixture=1, ngrams=1))
    assert len(offered(panel)) == 4
    assert box.currentText() == offered(panel)[0] == "Network, n-grams and cache"


def test_what_predicts_is_asked_for_and_remembered(panel: WritePanel, workspace: Fake) -> None:
    workspace.snapshot(model(mixture=1, ngrams=1))
    panel.sampling.more.mixing.rows["mix"].control.setCurrentIndex(1)
    assert workspace.asked[-1][2].mix == "ngrams"
    assert workspace.memory.sampling("next-word").mix == "ngrams"


def test_a_model_that_offers_less_leaves_the_choice_as_it_was(panel: WritePanel, workspace: Fake) -> None:
    box = panel.sampling.more.mixing.rows["mix"].control
    workspace.snapshot(model(mixture=1, ngrams=1))
    box.setCurrentIndex(1)
    for other, shown_ in ((model(mixture=1), "Network alone"), (model(), "Network alone")):
        workspace.snapshot(other)
        assert box.currentText() == shown_
        assert panel.sampling.config.mix == "ngrams"
    workspace.snapshot(model(mixture=1, ngrams=1))
    assert box.currentText() == "Network and n-grams"


def test_the_passage_at_the_cursor_is_known_after_a_restart(qtbot: QtBot, panel: WritePanel, workspace: Fake) -> None:
    from_one_word(panel, "The")
    grow(workspace, " old man.\nIt sat. So be it.")
    panel.hide()
    panel.close()
    later = shown(qtbot, workspace)
    one = later.one_word
    assert (one.write_button.text(), one.longer_button.isVisible()) == ("&Again", True)
    one.longer_button.click()
    assert workspace.asked[-1][1] == "The old man.\nIt sat. So be it."
    grow(workspace, " More.")
    assert text_of(later) == "The old man.\nIt sat. So be it. More."
    one.shorter_button.click()
    one.shorter_button.click()
    assert text_of(later) == "The old man.\nIt sat."
    one.write_button.click()
    assert workspace.asked[-1][1] == "The"
    grow(workspace, " new one.")
    assert text_of(later) == "The new one."
    for _ in range(4):
        later.draft.undo()
    assert text_of(later) == "The old man.\nIt sat. So be it."


def test_a_version_that_stands_again_grows_with_what_is_written_on(panel: WritePanel, workspace: Fake) -> None:
    panel.modes.choose("from-one-word")
    panel.draft.set_text("It")
    panel.draft.grow(panel.draft.piece(), " was old.")
    panel.draft.grow(panel.draft.fork(2), " is new.")
    (fork,) = panel.draft.forks
    panel.draft.switch(fork.number, 0)
    assert panel.one_word.longer_button.isEnabled()
    panel.one_word.longer_button.click()
    grow(workspace, " Very.")
    assert text_of(panel) == "It was old. Very."
    assert [passage.text for passage in panel.draft.passages(fork.number)] == [" was old. Very.", " is new."]
    panel.draft.setTextCursor(at(panel.draft.document(), 1))
    panel.draft.setTextCursor(at(panel.draft.document(), 6))
    panel.one_word.shorter_button.click()
    assert text_of(panel) == "It was old."
    panel.draft.undo()
    assert text_of(panel) == "It was old. Very."


def test_only_a_generated_passage_at_the_cursor_can_become_longer(panel: WritePanel) -> None:
    panel.modes.choose("from-one-word")
    panel.draft.set_text("It was old.\nMine too.", [(2, 9, "generated"), (16, 4, "suggested")])
    assert not panel.one_word.longer_button.isVisible()
    for place, there in ((2, False), (3, True), (11, True), (12, False), (18, False)):
        panel.draft.setTextCursor(at(panel.draft.document(), place))
        assert panel.one_word.longer_button.isVisible() == there, place


@pytest.mark.parametrize("mode", ["next-word", "next-five"])
def test_bars_stay_in_sight_while_a_setting_is_changed(
    qtbot: QtBot, panel: WritePanel, workspace: Fake, mode: str
) -> None:
    panel.resize(810, 500)
    panel.modes.choose(mode)
    answer(panel, workspace, FIVE if mode == "next-five" else WORDS)
    panel.sampling.fold.click()
    panel.sampling.unfold.click()
    QTest.qWait(10)
    bar = panel._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.qWait(10)
    qtbot.waitUntil(lambda: panel._scroll.height() >= style.space(14))  # room for the settings
    rows = 2 if mode == "next-five" else 4
    assert panel.list.visibleRegion().boundingRect() == panel.list.rect()
    assert panel.list.height() >= rows * panel.list.sizeHintForRow(0)
    assert panel.list.height() % panel.list.sizeHintForRow(0) == 0, "no row is cut"
    panel.resize(810, 900)
    panel.sampling.fold.click()
    qtbot.waitUntil(lambda: panel.list.height() == 10 * panel.list._row.height())
