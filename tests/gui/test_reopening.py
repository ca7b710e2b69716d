"""One of the model's words is clicked: what else might stand there, and the text that goes on from another word."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.writing import Fake, click, grow, shown, spot, written
from textgen.engine.modes import MODES
from textgen.engine.problem import Problem
from textgen.engine.reports import Choice, Prediction
from textgen.gui.write.write_panel import WritePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = Prediction(tuple(Choice(w.strip(), w, p) for w, p in ((" man", 0.4), (" dog", 0.2), (",", 0.1))))


@pytest.fixture
def workspace(qtbot: QtBot) -> Fake:
    return Fake()


@pytest.fixture
def panel(qtbot: QtBot, workspace: Fake) -> WritePanel:
    panel = shown(qtbot, workspace)
    written(panel.draft, "The", " old", " man sat", " down.")
    return panel


def open_at(panel: WritePanel, workspace: Fake, place: int, answer: Prediction = WORDS) -> None:
    click(panel.draft, place)
    workspace.alternatives.emit(answer)


def is_open(panel: WritePanel) -> bool:
    return panel.reopener.shown.isVisible()


def text_of(panel: WritePanel) -> str:
    return panel.draft.text()


def labels(panel: WritePanel) -> list[str]:
    return [choice.label for choice in panel.reopener.shown.list.choices]


# ---- opening and closing ------------------------------------------------------------------------------------------------


def test_a_click_on_a_generated_word_asks_what_else_might_stand_there(panel: WritePanel, workspace: Fake) -> None:
    open_at(panel, workspace, 9)
    assert workspace.looked_up == [("The old", MODES["from-one-word"].sampling.neutral())]
    assert labels(panel) == ["man ✓", "dog", ","]
    assert panel.draft.textCursor().position() == 9, "the cursor goes where one clicks, as always"
    assert panel.draft.hasFocus()
    assert "stands there now" in panel.reopener.shown._hint.text()


def test_a_suggested_word_is_looked_up_as_the_suggestions_are_predicted(panel: WritePanel, workspace: Fake) -> None:
    own = replace(MODES["next-word"].sampling, temperature=0.7, mix="network")
    workspace.memory.keep_sampling("next-word", own)
    written(panel.draft, "The", " old", kind="suggested")
    open_at(panel, workspace, 5)
    assert workspace.looked_up == [("The", own.neutral())]


@pytest.mark.parametrize("place", [1, 7], ids=["typed", "gap"])
def test_a_click_elsewhere_only_places_the_cursor(panel: WritePanel, workspace: Fake, place: int) -> None:
    click(panel.draft, place)
    assert workspace.looked_up == []


def test_the_last_half_of_a_letter_belongs_to_its_word(panel: WritePanel, workspace: Fake) -> None:
    right = spot(panel.draft, 11) - QPoint(4, 0)
    QTest.mouseClick(panel.draft.viewport(), Qt.MouseButton.LeftButton, pos=right)
    assert [text for text, _ in workspace.looked_up] == ["The old"]


def test_a_drag_a_double_click_and_a_click_with_a_key_open_nothing(panel: WritePanel, workspace: Fake) -> None:
    page, left = panel.draft.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(page, left, pos=spot(panel.draft, 5))
    QTest.mouseMove(page, spot(panel.draft, 14))
    QTest.mouseRelease(page, left, pos=spot(panel.draft, 14))
    QTest.mouseClick(page, left, Qt.KeyboardModifier.ShiftModifier, spot(panel.draft, 9))
    QTest.mouseClick(page, Qt.MouseButton.MiddleButton, pos=spot(panel.draft, 9))
    assert workspace.looked_up == []
    QTest.mouseDClick(page, left, pos=spot(panel.draft, 9))
    workspace.alternatives.emit(WORDS)
    assert not is_open(panel)
    assert panel.draft.textCursor().selectedText() == "man"


def close_by_escape(panel: WritePanel) -> None:
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)


def close_by_click(panel: WritePanel) -> None:
    click(panel.draft, 1)


def close_by_typing(panel: WritePanel) -> None:
    QTest.keyClick(panel.draft, Qt.Key.Key_X)


def close_by_leaving(panel: WritePanel) -> None:
    panel.side.buttons["words"].setFocus()


def close_by_size(panel: WritePanel) -> None:
    panel.resize(800, 560)


@pytest.mark.parametrize(
    "act", [close_by_escape, close_by_click, close_by_typing, close_by_leaving, close_by_size], ids=lambda f: f.__name__
)
def test_it_closes(panel: WritePanel, workspace: Fake, act: Callable[[WritePanel], None]) -> None:
    open_at(panel, workspace, 9)
    act(panel)
    assert not is_open(panel)
    typed = act is close_by_typing
    assert text_of(panel) == ("The old mxan sat down." if typed else "The old man sat down.")


def test_an_answer_that_comes_when_one_has_gone_on_is_not_shown(panel: WritePanel, workspace: Fake) -> None:
    click(panel.draft, 9)
    QTest.keyClicks(panel.draft, "x")
    workspace.alternatives.emit(WORDS)
    assert not is_open(panel)


def test_a_failure_is_said(panel: WritePanel, workspace: Fake) -> None:
    click(panel.draft, 9)
    workspace.alternativesFailed.emit(Problem("It does not fit."))
    assert panel.notice.isVisible()


def test_by_key_the_list_takes_the_keyboard_and_gives_it_back(panel: WritePanel, workspace: Fake) -> None:
    panel.draft.reopen_here()
    workspace.alternatives.emit(WORDS)
    shown_ = panel.reopener.shown.list
    assert [text for text, _ in workspace.looked_up] == ["The old man sat down"], "the mark before the cursor"
    assert shown_.hasFocus()
    assert shown_.currentIndex().row() == 0
    QTest.keyClick(shown_, Qt.Key.Key_Escape)
    assert panel.draft.hasFocus()
    panel.draft.reopen_here()
    workspace.alternatives.emit(WORDS)
    QTest.keyClick(shown_, Qt.Key.Key_X)
    assert text_of(panel) == "The old man sat down. x"
    assert panel.draft.hasFocus()


def test_a_word_of_ones_own_is_not_reopened(panel: WritePanel, workspace: Fake) -> None:
    QTest.keyClick(panel.draft, Qt.Key.Key_Home, CTRL)
    panel.draft.reopen_here()
    assert workspace.looked_up == []


@pytest.mark.parametrize("place", [2, 4], ids=["begun", "completed"])
def test_a_word_that_one_begins_and_the_model_completes_is_reopened_whole(
    panel: WritePanel, workspace: Fake, place: int
) -> None:
    draft = panel.draft
    draft.set_text("A bo")
    draft.take("boat", 2)
    draft.grow(draft.piece(), " came in.")
    assert draft.spans() == ((4, 2, "suggested"), (6, 9, "generated"))
    click(panel.draft, place)
    assert [text for text, _ in workspace.looked_up] == ["A"]
    workspace.alternatives.emit(WORDS)
    panel.reopener.shown.take(1)
    grow(workspace, " ran off.")
    assert text_of(panel) == "A dog ran off."
    (fork,) = draft.forks
    earlier = draft.passages(fork.number)[0]
    assert (earlier.text, earlier.spans) == (" boat came in.", ((3, 2, "suggested"), (5, 9, "generated")))
    draft.undo()
    assert (text_of(panel), draft.forks) == ("A boat came in.", ())


def test_it_stays_on_the_desk_and_off_the_word(panel: WritePanel, workspace: Fake) -> None:
    written(panel.draft, "\n" * 6 + "The", " old man " * 60)
    for place in (12, 300, 500):
        open_at(panel, workspace, place, Prediction(tuple(Choice(f"w{n}", f" w{n}", 0.1) for n in range(10))))
        box, word = panel.reopener.shown.geometry(), panel.reopener._spot()
        assert panel.rect().contains(box)
        assert not box.intersects(word)


def test_it_stands_above_the_word_where_there_is_room_only_there(panel: WritePanel, workspace: Fake) -> None:
    written(panel.draft, "\n" * 9 + "The", " old man")
    open_at(panel, workspace, 13, Prediction(tuple(Choice(f"w{n}", f" w{n}", 0.1) for n in range(8))))
    box, word = panel.reopener.shown.geometry(), panel.reopener._spot()
    assert 0 < word.top() - box.bottom() < word.height()
    assert abs(box.left() - word.left()) < box.width() / 2


def test_a_word_that_is_none_of_the_ten_is_said_to_be_none(panel: WritePanel, workspace: Fake) -> None:
    open_at(panel, workspace, 13)
    assert "“sat”, which stands there, is none of these" in panel.reopener.shown._hint.text()


# ---- another word -------------------------------------------------------------------------------------------------------


def test_another_word_goes_on_for_about_as_long_and_the_earlier_version_is_kept(
    panel: WritePanel, workspace: Fake
) -> None:
    open_at(panel, workspace, 9)
    QTest.keyClick(panel.draft, Qt.Key.Key_2)
    mode, text, sampling, length = workspace.asked[-1]
    assert (mode, text, length) == ("from-one-word", "The old dog", 2)
    assert sampling == MODES["from-one-word"].sampling
    assert text_of(panel) == "The old dog"
    grow(workspace, " ran", " ran off")
    assert text_of(panel) == "The old dog ran off"
    (fork,) = panel.draft.forks
    assert [passage.text for passage in panel.draft.passages(fork.number)] == [" man sat down.", " dog ran off"]
    panel.draft.undo()
    assert (text_of(panel), panel.draft.forks) == ("The old man sat down.", ())


def test_the_last_word_of_a_run_is_only_exchanged(panel: WritePanel, workspace: Fake) -> None:
    written(panel.draft, "The", " old", " man")
    QTest.keyClicks(panel.draft, " sat")
    workspace.asked.clear()
    open_at(panel, workspace, 9)
    QTest.keyClick(panel.draft, Qt.Key.Key_2)
    assert text_of(panel) == "The old dog sat"
    assert [asked[0] for asked in workspace.asked if asked[0] == "from-one-word"] == []
    assert panel.draft.spans() == ((3, 4, "generated"), (7, 4, "suggested"))


def test_the_same_word_changes_nothing(panel: WritePanel, workspace: Fake) -> None:
    open_at(panel, workspace, 9)
    QTest.keyClick(panel.draft, Qt.Key.Key_1)
    assert not is_open(panel)
    assert (text_of(panel), panel.draft.forks) == ("The old man sat down.", ())


def test_arrows_and_enter_choose_too(panel: WritePanel, workspace: Fake) -> None:
    open_at(panel, workspace, 9)
    QTest.keyClick(panel.draft, Qt.Key.Key_Down)
    QTest.keyClick(panel.reopener.shown.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.reopener.shown.list, Qt.Key.Key_Return)
    assert text_of(panel) == "The old dog"
    assert panel.draft.hasFocus()


def test_so_does_a_click(panel: WritePanel, workspace: Fake) -> None:
    open_at(panel, workspace, 9)
    rows = panel.reopener.shown.list
    middle = rows.visualRect(rows.model().index(2, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    grow(workspace, " and")
    assert text_of(panel) == "The old, and"


def test_escape_while_it_writes_keeps_what_is_there_and_again_brings_the_earlier_back(
    panel: WritePanel, workspace: Fake
) -> None:
    open_at(panel, workspace, 9)
    QTest.keyClick(panel.draft, Qt.Key.Key_2)
    grow(workspace, " ran", done=False)
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    grow(workspace, " ran off")
    assert text_of(panel) == "The old dog ran"
    QTest.keyClick(panel.draft, Qt.Key.Key_Escape)
    assert text_of(panel) == "The old man sat down."


def test_suggestions_rest_while_it_writes_and_follow_the_text_afterwards(
    qtbot: QtBot, panel: WritePanel, workspace: Fake
) -> None:
    assert panel.modes.mode == "next-word"
    open_at(panel, workspace, 9)
    QTest.keyClick(panel.draft, Qt.Key.Key_2)
    asked = len(workspace.asked)
    grow(workspace, " ran", done=False)
    assert not panel.suggester._debounce.isActive(), "asking would break off what is written"
    assert len(workspace.asked) == asked
    assert panel.suggester.offers() == 0
    grow(workspace, " ran off")
    qtbot.waitUntil(lambda: len(workspace.asked) > asked)
    assert workspace.asked[-1][:2] == ("next-word", "The old dog ran off")


# ---- everything, at random ----------------------------------------------------------------------------------------------


class Person:
    """Does through the panel whatever can be done there."""

    def __init__(self, panel: WritePanel, workspace: Fake, seed: int) -> None:
        self.panel, self.draft, self.workspace, self.chance = panel, panel.draft, workspace, random.Random(seed)
        self.actions = [
            self.type, self.type, self.delete, self.take, self.complete, self.write_on, self.write_on, self.escape,
            self.reopen, self.reopen, self.reopen, self.switch, self.switch, self.drop, self.undo, self.redo,
        ]  # fmt: skip

    def act(self) -> None:
        if self.chance.random() < 0.4:
            cursor = self.draft.textCursor()
            cursor.setPosition(self.place())
            self.draft.setTextCursor(cursor)
        self.chance.choice(self.actions)()

    def place(self) -> int:
        return self.chance.randrange(self.draft.document().characterCount())

    def words(self) -> str:
        return "".join(self.chance.choice((" old", " man", ",", "\n", " said", ".")) for _ in range(3))

    def type(self) -> None:
        QTest.keyClicks(self.draft, self.chance.choice(("a", "so ", " x")))

    def delete(self) -> None:
        QTest.keyClick(self.draft, self.chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete)))

    def take(self) -> None:
        self.panel.modes.choose("next-word")
        self.panel.suggester.ask()
        self.workspace.predicted.emit(WORDS)
        QTest.keyClick(self.draft, Qt.Key.Key_Tab)

    def complete(self) -> None:
        self.panel.modes.choose("next-word")
        QTest.keyClicks(self.draft, " m")
        self.panel.suggester.ask()
        self.workspace.predicted.emit(Prediction((Choice("man", "man", 0.4, 1),)))
        QTest.keyClick(self.draft, Qt.Key.Key_Tab)

    def write_on(self) -> None:
        self.panel.modes.choose("from-one-word")
        QTest.keyClick(self.draft, Qt.Key.Key_Return, CTRL)
        self.written()

    def written(self) -> None:
        """The model writes, to its end or until Esc is pressed."""
        first = self.words()
        grow(self.workspace, first, first + self.words(), done=self.chance.random() < 0.7)
        if self.panel.writer.writing:
            self.escape()

    def escape(self) -> None:
        QTest.keyClick(self.draft, Qt.Key.Key_Escape)

    def reopen(self) -> None:
        self.draft.reopenWanted.emit(self.place())
        self.workspace.alternatives.emit(WORDS)
        if self.panel.reopener.shown.isVisible():
            self.panel.reopener.shown.take(self.chance.randrange(3))
            self.written()

    def version(self) -> None:
        rows = self.panel.versions.list
        self.panel.side.show_page("versions")
        QApplication.processEvents()
        rows.setFocus()
        for fork in self.chance.sample(self.draft.forks, min(1, len(self.draft.forks))):
            rows.choose(fork.number, self.chance.randrange(len(fork.passages)))

    def switch(self) -> None:
        self.version()
        QTest.keyClick(self.panel.versions.list, Qt.Key.Key_Return)
        self.draft.setFocus()

    def drop(self) -> None:
        self.version()
        if self.panel.versions.list.current is not None:
            QTest.keyClick(self.panel.versions.list, Qt.Key.Key_Delete)
        self.draft.setFocus()

    def undo(self) -> None:
        QTest.keyClick(self.draft, Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        QTest.keyClick(self.draft, Qt.Key.Key_Y, CTRL)


@pytest.mark.parametrize("seed", range(4))
def test_two_hundred_actions_are_undone_to_the_start_and_redone_to_the_end(
    panel: WritePanel, workspace: Fake, seed: int
) -> None:
    draft = panel.draft
    draft.set_text(draft.text(), draft.spans())
    start, person, most = (draft.text(), draft.spans(), draft.forks), Person(panel, workspace, seed), 0
    for _ in range(200):
        person.act()
        most = max(most, len(draft.forks))
    while draft.document().isRedoAvailable():
        person.redo()
    end = (draft.text(), draft.spans(), draft.forks)
    while draft.document().isUndoAvailable():
        person.undo()
    assert (draft.text(), draft.spans(), draft.forks) == start
    while draft.document().isRedoAvailable():
        person.redo()
    assert (draft.text(), draft.spans(), draft.forks) == end
    assert most > 2, "there were versions"


# ---- what the third mode makes of it -------------------------------------------------------------------------------------


def from_the(panel: WritePanel, workspace: Fake) -> None:
    """A text from the seed word “The”, in which another word is chosen by the mouse and gone on from."""
    panel.modes.choose("from-one-word")
    panel.draft.set_text("")
    panel.one_word.field.setText("The")
    panel.one_word.write_button.click()
    grow(workspace, " old man sat down.")
    open_at(panel, workspace, 9)
    row = panel.reopener.shown.list.visualRect(panel.reopener.shown.list.model().index(1, 0)).center()
    QTest.mouseClick(panel.reopener.shown.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    grow(workspace, " ran off.")


def test_again_writes_the_whole_text_anew_and_keeps_the_one_with_the_chosen_word(
    panel: WritePanel, workspace: Fake
) -> None:
    from_the(panel, workspace)
    assert text_of(panel) == "The old dog ran off."
    assert panel.one_word.write_button.text() == "&Again"
    panel.one_word.write_button.click()
    assert workspace.asked[-1][:2] == ("from-one-word", "The")
    grow(workspace, " sun rose.")
    assert text_of(panel) == "The sun rose."
    (fork,) = panel.draft.forks
    assert [passage.text for passage in panel.draft.passages(fork.number)] == [" old dog ran off.", " sun rose."]
    panel.one_word.write_button.click()
    grow(workspace, " moon rose.")
    assert text_of(panel) == "The moon rose."
    for _ in range(2):
        panel.draft.undo()
    assert text_of(panel) == "The old dog ran off."
    assert len(panel.draft.forks) == 1
    panel.draft.switch(panel.draft.forks[0].number, 0)
    assert text_of(panel) == "The old man sat down."
    assert panel.one_word.write_button.text() == "&Again"


def test_longer_goes_on_from_the_seed_the_text_and_the_chosen_word(panel: WritePanel, workspace: Fake) -> None:
    from_the(panel, workspace)
    panel.one_word.longer_button.click()
    assert workspace.asked[-1][1] == "The old dog ran off."


def test_what_was_gone_on_with_from_the_page_is_not_written_over(panel: WritePanel, workspace: Fake) -> None:
    from_the(panel, workspace)
    QTest.keyClick(panel.draft, Qt.Key.Key_Return, CTRL)
    grow(workspace, " Then it came back.")
    assert panel.one_word.write_button.text() == "&Write"
