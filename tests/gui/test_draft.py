"""The page: what the model is asked, where its words go, and whose colour the text has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.writing import put_cursor
from textgen.gui.parts import style
from textgen.gui.work.piece import PLAIN, units
from textgen.gui.write.draft import Draft
from textgen.gui.write.passages import spans_of
from textgen.gui.write.text_page import CONTEXT


def colours_of(draft: Draft) -> list[str]:
    """The colour of each run of text in the first paragraph that the eye sees in another colour than the page's."""
    return [part.format.foreground().color().name() for part in draft.document().begin().layout().formats()]


def test_the_prompt_is_the_text_before_the_cursor_to_the_end_of_its_word(draft: Draft) -> None:
    draft.set_text("The old man\nsat down")
    assert draft.prompt() == "The old man\nsat down"
    put_cursor(draft, 4)
    assert draft.prompt() == "The "
    put_cursor(draft, 5)
    assert draft.prompt() == "The old"


def test_a_long_prompt_begins_with_a_whole_word(draft: Draft) -> None:
    draft.set_text("twelve words " * 400)
    prompt = draft.prompt()
    assert CONTEXT - 8 < len(prompt) < CONTEXT
    assert prompt.split()[0] in ("twelve", "words")


def test_words_beyond_the_basic_plane_do_not_shift_anything(draft: Draft) -> None:
    draft.set_text("😀😀 one")
    draft.take(" 😀 two")
    assert draft.toPlainText() == "😀😀 one 😀 two"
    piece = draft.piece()
    for text in (" 😀", " 😁 and", " 😁 and so"):
        draft.grow(piece, text)
    assert draft.toPlainText() == "😀😀 one 😀 two 😁 and so"
    assert draft.prompt() == draft.toPlainText()
    assert piece.stands()
    assert draft.take_back()
    assert draft.toPlainText() == "😀😀 one 😀 two"


def test_words_go_in_at_the_cursor_and_keep_a_space_to_what_follows(draft: Draft) -> None:
    draft.set_text("The man sat")
    put_cursor(draft, 4)
    draft.take(" old")
    assert draft.toPlainText() == "The old man sat"
    draft.take(" old")
    assert draft.toPlainText() == "The old old man sat"
    draft.undo()
    draft.undo()
    assert draft.toPlainText() == "The man sat"


def test_within_a_word_they_go_behind_it(draft: Draft) -> None:
    draft.set_text("The man")
    put_cursor(draft, 5)
    draft.take(" sat")
    assert draft.toPlainText() == "The man sat"


LETTERS = st.sampled_from("aé\u0301😀 .\n")


@settings(
    deadline=None,
    max_examples=60,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(LETTERS, max_size=8), st.text(LETTERS, max_size=5), st.integers(0, 6), st.booleans(), st.integers(0, 12))
def test_a_completion_undone_leaves_text_words_and_cursor_as_they_were(
    draft: Draft, typed: str, more: str, replaces: int, other: bool, place: int
) -> None:
    draft.set_text(typed)
    if other:
        draft.take(" old", min(replaces, len(typed)))
    draft.textCursor().insertText(more, PLAIN)
    put_cursor(draft, units(draft.text()[:place]))
    before = draft.text(), draft.spans(), draft.place()
    prompt = draft.prompt()
    kept = prompt[: max(0, len(prompt) - replaces)] if replaces else prompt.rstrip(" ")
    draft.take("there", replaces)
    assert draft.prompt() == kept + "there"
    draft.undo()
    assert (draft.text(), draft.spans(), draft.place()) == before


def test_a_completion_taken_back_gives_the_letters_that_were_typed(draft: Draft) -> None:
    draft.set_text("A caf")
    draft.take("cafe\u0301", 3)
    assert draft.toPlainText() == "A cafe\u0301"
    assert draft.take_back()
    assert (draft.text(), draft.spans()) == ("A caf", ())


def test_a_word_just_taken_is_done_and_one_that_the_cursor_comes_back_to_is_not(draft: Draft) -> None:
    draft.set_text("I th")
    assert draft.in_word() and not draft.after_space()
    draft.take("the", 2)
    assert draft.after_space() and not draft.in_word()
    put_cursor(draft, 0)
    put_cursor(draft, 5)
    assert draft.in_word() and not draft.after_space()


def test_taking_back_restores_the_spaces_and_walks_back_piece_by_piece(draft: Draft) -> None:
    draft.set_text("The  ")
    draft.take(",")
    draft.take("\n")
    draft.take("And")
    assert draft.toPlainText() == "The,\nAnd"
    assert [draft.take_back() for _ in range(4)] == [True, True, True, False]
    assert draft.toPlainText() == "The  "


def test_what_is_typed_beside_or_into_the_models_words_is_not_the_models(draft: Draft) -> None:
    draft.set_text("The")
    draft.take(" old man")
    QTest.keyClicks(draft, "x")
    assert draft.spans() == ((3, 8, "suggested"),)
    put_cursor(draft, 7)
    QTest.keyClicks(draft, "y")
    assert draft.spans() == ((3, 4, "suggested"), (8, 4, "suggested"))
    put_cursor(draft, 7, 4)
    QTest.keyClicks(draft, "z")
    assert draft.toPlainText() == "The zy man x"
    assert draft.spans() == ((3, 1, "suggested"), (6, 4, "suggested"))


@pytest.mark.parametrize(
    ("taken", "typed", "expected"),
    [
        (" old", "man", "The old man"),
        (" old", "7", "The old 7"),
        (" old", " man", "The old man"),
        (" old", ", so", "The old, so"),
        (" old", "(so", "The old (so"),
        (",", "so", "The, so"),
        ("\n", "So", "The\nSo"),
        (" (", "so", "The (so"),
        (' "', "So", 'The "So'),
        ('."', "So", 'The." So'),
        ("-", "old", "The-old"),
    ],
)
def test_what_is_typed_after_a_word_just_taken_begins_a_new_one(
    draft: Draft, taken: str, typed: str, expected: str
) -> None:
    draft.set_text("The")
    draft.take(taken)
    QTest.keyClicks(draft, typed)
    assert draft.toPlainText() == expected


def test_so_does_what_comes_from_an_input_method(draft: Draft) -> None:
    draft.set_text("Él")
    draft.take(" abrió")
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(draft, event)
    assert draft.toPlainText() == "Él abrió é"


def test_undo_leads_back_to_where_the_word_was_taken(draft: Draft) -> None:
    draft.set_text("The  man")
    put_cursor(draft, 5)
    draft.take(" old")
    draft.undo()
    assert (draft.toPlainText(), draft.textCursor().position()) == ("The  man", 5)


def test_a_word_begins_anew_after_one_was_taken_back_or_undone(draft: Draft) -> None:
    draft.set_text("The")
    for word in (" old", " man", " sat"):
        draft.take(word)
    draft.take_back()
    QTest.keyClick(draft, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(draft, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(draft, "dog")
    assert draft.toPlainText() == "The old man dog"
    QTest.keyClick(draft, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert draft.toPlainText() == "The old man", "the space is undone with the word"


def test_a_word_that_one_goes_back_to_is_changed(draft: Draft) -> None:
    draft.set_text("The")
    draft.take(" boat")
    QTest.keyClick(draft, Qt.Key.Key_Left)
    QTest.keyClick(draft, Qt.Key.Key_Right)
    QTest.keyClicks(draft, "s")
    assert draft.toPlainText() == "The boats"


def test_pasted_text_is_plain_and_dropped_files_are_not_for_the_page(draft: Draft) -> None:
    draft.take("The")
    pasted, dropped = QMimeData(), QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText(" bold")
    draft.insertFromMimeData(pasted)
    assert draft.toPlainText() == "The bold"
    assert draft.spans() == ((0, 3, "suggested"),)
    dropped.setUrls([QUrl.fromLocalFile("/a.txt")])
    assert draft.canInsertFromMimeData(pasted)
    assert not draft.canInsertFromMimeData(dropped)


def test_the_models_words_have_their_colour(draft: Draft) -> None:
    draft.set_text("The")
    draft.take(" old")
    assert colours_of(draft) == [style.colours().generated.name()]


def test_who_wrote_what_can_be_told_apart_and_hidden(draft: Draft) -> None:
    draft.set_text("The")
    draft.take(" old")
    draft.grow(draft.piece(), " man")
    assert draft.spans() == ((3, 4, "suggested"), (7, 4, "generated"))
    looks = [part.format.underlineStyle().name for part in draft.document().begin().layout().formats()]
    assert looks == ["DashUnderline", "NoUnderline"], "not by colour alone"
    draft.show_authors(False)
    assert colours_of(draft) == []
    draft.take(" sat")
    assert colours_of(draft) == []
    draft.show_authors(True)
    assert len(colours_of(draft)) == 3
    assert draft.document().isUndoAvailable()


def test_unknown_words_are_underlined_as_whole_words(draft: Draft) -> None:
    draft.set_text("a cat, concatenate, cat")
    draft.mark_unknown(["cat"])
    assert [(part.start, part.length) for part in draft.document().begin().layout().formats()] == [(2, 3), (20, 3)]
    draft.mark_unknown([])
    assert draft.document().begin().layout().formats() == []


def test_marking_words_is_not_an_edit(qtbot: QtBot, draft: Draft) -> None:
    draft.set_text("a cat")
    with qtbot.assertNotEmitted(draft.edited), qtbot.assertNotEmitted(draft.moved):
        draft.mark_unknown(["cat"])
    assert not draft.document().isUndoAvailable()


def test_the_last_of_equal_words_is_replaced(draft: Draft) -> None:
    draft.set_text("a cat and a cat sat")
    draft.replace_word("cat", "dog")
    assert draft.toPlainText() == "a cat and a dog sat"
    draft.replace_word("mouse", "dog")
    assert draft.toPlainText() == "a cat and a dog sat"


@pytest.mark.parametrize(("text", "expected"), [("", True), ("a", False), ("a ", True), ("a\n", True), ("a.", False)])
def test_after_space(draft: Draft, text: str, expected: bool) -> None:
    draft.set_text(text)
    assert draft.after_space() is expected


def test_a_new_page_has_nothing_to_undo(draft: Draft) -> None:
    draft.set_text("The old man", [(3, 4, "generated")])
    assert not draft.document().isUndoAvailable()
    assert draft.spans() == ((3, 4, "generated"),)
    assert draft.textCursor().atEnd()


def test_another_text_has_nothing_of_the_one_before(draft: Draft) -> None:
    draft.set_text("")
    draft.take("The")
    draft.set_text("A man")
    assert draft.spans() == ()


def test_paragraphs_are_typed_with_enter(draft: Draft) -> None:
    QTest.keyClick(draft, Qt.Key.Key_A)
    QTest.keyClick(draft, Qt.Key.Key_Return)
    QTest.keyClick(draft, Qt.Key.Key_B)
    assert draft.toPlainText() == "a\nb"


def test_enter_in_an_empty_paragraph_begins_another_that_looks_the_same(draft: Draft) -> None:
    draft.set_text("a")
    for chord in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        QTest.keyClick(draft, Qt.Key.Key_Return, chord)
    QTest.keyClick(draft, Qt.Key.Key_B)
    first, last = draft.document().firstBlock().blockFormat(), draft.document().lastBlock().blockFormat()
    assert (draft.text(), draft.document().blockCount(), last) == ("a\n\n\nb", 4, first)
    for _ in range(4):
        draft.undo()
    assert draft.text() == "a"


def test_enter_takes_the_place_of_what_is_selected(draft: Draft) -> None:
    draft.set_text("one two")
    put_cursor(draft, 3, 4)
    QTest.keyClick(draft, Qt.Key.Key_Return)
    assert (draft.text(), draft.textCursor().position()) == ("one\ntwo", 4)
    draft.undo()
    assert draft.text() == "one two"


def test_a_new_text_may_follow_words_of_the_models_any_number_of_times(draft: Draft) -> None:
    for _ in range(40):  # a cursor that went too late spoilt the memory, and the process ended after two or three
        draft.set_text("")
        draft.take("word " * 9)
    assert draft.text() == "word " * 9


ACTS = st.tuples(st.sampled_from(["take", "grow", "type", "delete", "undo", "redo", "read"]), st.integers(0, 40))


@settings(
    deadline=None,
    max_examples=60,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ACTS, max_size=25))
def test_who_wrote_what_is_known_after_any_edits(draft: Draft, acts: list[tuple[str, int]]) -> None:
    draft.set_text("One\n\ntwo 😀\nthree", [(3, 5, "generated")])
    for act, number in acts:
        place = min(number, units(draft.text()))
        put_cursor(draft, place, max(0, place - number % 7) if act == "delete" else None)
        {
            "take": lambda: draft.take(" old"),
            "grow": lambda number=number: draft.grow(draft.piece(), "\n\nand so\n"[: number % 10]),
            "type": lambda: QTest.keyClicks(draft, "a b"),
            "delete": lambda: draft.textCursor().insertText("\n", PLAIN),
            "undo": draft.undo,
            "redo": draft.redo,
            "read": draft.spans,
        }[act]()
        if number % 3:
            assert draft.spans() == spans_of(draft.document())
    assert draft.spans() == spans_of(draft.document())


def test_a_word_that_stands_in_many_paragraphs_is_underlined_in_all_of_them(qtbot: QtBot, draft: Draft) -> None:
    draft.set_text("a cat\n" * 50 + "😀 cat")
    draft.mark_unknown(["cat"])
    blocks = [draft.document().findBlockByNumber(number) for number in range(51)]
    qtbot.waitUntil(lambda: all(block.layout().formats() for block in blocks))
    draft.mark_unknown([])
    draft.clear_all()
    draft.undo()
    qtbot.waitUntil(lambda: not any(draft.document().findBlockByNumber(n).layout().formats() for n in range(51)))


def test_the_entries_of_the_pages_menu_that_cannot_be_chosen_say_why(draft: Draft) -> None:
    menu = draft.createStandardContextMenu()
    draft._explain(menu)
    assert menu.toolTipsVisible()
    told = {entry.objectName(): entry.toolTip() for entry in menu.actions() if not entry.isEnabled()}
    assert told["edit-undo"] == "Nothing has been changed on the page."
    assert told["edit-copy"] == "No words are selected."
    menu.deleteLater()
