"""Versions of a passage: kept, exchanged, moved by edits, and covered by undo and redo like everything else."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.writing import put_cursor
from textgen.gui.write.draft import Draft
from textgen.gui.write.versions import Fork, Passage


def written(draft: Draft, before: str, *words: str) -> None:
    """A person's words, and the model's after them as one run, bit by bit."""
    draft.set_text(before)
    piece = draft.piece()
    for end in range(1, len(words) + 1):
        draft.grow(piece, "".join(words[:end]))


def forked(draft: Draft, place: int, *texts: str) -> int:
    """Another version from `place` on. Gives the number of its fork."""
    piece = draft.fork(place)
    for text in texts:
        draft.grow(piece, text)
    (number,) = (fork.number for fork in draft.forks if fork.start == place)
    return number


def texts(draft: Draft, number: int) -> list[str]:
    return [passage.text for passage in draft.passages(number)]


def test_another_word_begins_a_version_and_the_earlier_one_is_kept(draft: Draft) -> None:
    written(draft, "The", " old", " man", " sat.")
    number = forked(draft, 7, " dog", " dog ran.")
    assert draft.toPlainText() == "The old dog ran."
    assert texts(draft, number) == [" man sat.", " dog ran."]
    assert draft.spans() == ((3, 4, "generated"), (7, 9, "generated"))
    draft.undo()
    assert (draft.toPlainText(), draft.forks) == ("The old man sat.", ())
    draft.redo()
    assert texts(draft, number) == [" man sat.", " dog ran."]


def test_a_version_reaches_to_the_end_of_the_models_words(draft: Draft) -> None:
    written(draft, "The", " old", " man\nand", " she")
    QTest.keyClicks(draft, " sat down")
    number = forked(draft, 7, " dog")
    assert draft.toPlainText() == "The old dog sat down"
    assert texts(draft, number) == [" man\nand she", " dog"]


def test_switching_brings_a_version_back_with_what_the_person_changed_in_it(draft: Draft) -> None:
    written(draft, "The", " old", " man sat.")
    QTest.keyClicks(draft, " So.")
    number = forked(draft, 7, " dog ran.")
    put_cursor(draft, 11)
    QTest.keyClicks(draft, "gy")
    draft.switch(number, 0)
    assert draft.toPlainText() == "The old man sat. So."
    assert texts(draft, number) == [" man sat.", " doggy ran."]
    draft.switch(number, 1)
    assert draft.toPlainText() == "The old doggy ran. So."
    assert draft.spans() == ((3, 4, "generated"), (7, 4, "generated"), (13, 5, "generated"))
    draft.undo()
    assert draft.toPlainText() == "The old man sat. So."
    draft.undo()
    assert (draft.toPlainText(), draft.forks[0].standing) == ("The old doggy ran. So.", 1)


def test_the_same_place_gets_a_third_version_and_one_within_a_version_goes_with_it(draft: Draft) -> None:
    written(draft, "The", " old", " man sat.")
    number = forked(draft, 7, " dog ran far.")
    assert forked(draft, 7, " cat was here.") == number
    assert texts(draft, number) == [" man sat.", " dog ran far.", " cat was here."]
    inner = forked(draft, 11, " is here.")
    assert [fork.number for fork in draft.forks] == [number, inner]
    draft.switch(number, 1)
    assert draft.toPlainText() == "The old dog ran far."
    assert [fork.number for fork in draft.forks] == [number]
    draft.switch(number, 2)
    assert draft.toPlainText() == "The old cat is here."
    draft.switch(inner, 0)
    assert draft.toPlainText() == "The old cat was here."
    assert texts(draft, number)[2] == " cat was here."


def test_places_follow_edits_and_the_models_words_after_a_version_belong_to_it(draft: Draft) -> None:
    written(draft, "The", " old", " man")
    number = forked(draft, 7, " dog")
    draft.take(" ran")
    assert texts(draft, number) == [" man", " dog ran"]
    QTest.keyClicks(draft, " x")
    draft.take(" off")
    put_cursor(draft, 0)
    QTest.keyClicks(draft, "So: ")
    assert texts(draft, number) == [" man", " dog ran"]
    draft.switch(number, 0)
    assert draft.toPlainText() == "So: The old man x off"


def test_a_version_next_to_another_does_not_grow_into_it(draft: Draft) -> None:
    written(draft, "The", " old")
    first = forked(draft, 3, " new")
    QTest.keyClicks(draft, " ")
    draft.take(" man")
    assert texts(draft, first) == [" old", " new man"], "it goes on from the version"
    second = forked(draft, 7, " dog")
    assert texts(draft, first) == [" old", " new dog"]
    draft.switch(second, 0)
    assert texts(draft, first) == [" old", " new man"]


def test_a_version_taken_back_gives_way_to_the_one_before(draft: Draft) -> None:
    written(draft, "The", " old", " man sat.")
    forked(draft, 7, " dog")
    assert draft.take_back()
    assert (draft.toPlainText(), draft.forks) == ("The old man sat.", ())
    draft.undo()
    assert (draft.toPlainText(), len(draft.forks)) == ("The old dog", 1)


def test_a_version_wholly_deleted_is_gone_until_that_is_undone(qtbot: QtBot, draft: Draft) -> None:
    written(draft, "The", " old", " man sat.")
    number = forked(draft, 7, " dog")
    with qtbot.waitSignal(draft.forksChanged):
        draft.clear_all()
    assert (draft.forks, draft.passages(number)) == ((), ())
    with qtbot.waitSignal(draft.forksChanged):
        draft.undo()
    assert texts(draft, number) == [" man sat.", " dog"]


def test_nothing_is_told_when_only_places_move(qtbot: QtBot, draft: Draft) -> None:
    written(draft, "The", " old", " man sat.")
    forked(draft, 7, " dog")
    put_cursor(draft, 0)
    with qtbot.assertNotEmitted(draft.forksChanged):
        QTest.keyClicks(draft, "So ")
    assert draft.forks[0].start == 10


def test_only_the_models_words_are_reopened(draft: Draft) -> None:
    written(draft, "The", " old", " man")
    assert [draft.reopen(place) for place in (1, 3, 4, 6, 9)] == [None, 3, 3, 3, 7]
    assert draft.prompt(7) == "The old"


def test_kinds_and_versions_are_there_again_when_a_text_is_set(draft: Draft) -> None:
    written(draft, "The", " old", " man\nsat.")
    draft.take(" So")
    inner = forked(draft, 11, " ran.\nThen")
    forked(draft, 7, " dog")
    text, spans, forks = draft.text(), draft.spans(), draft.forks
    second = Draft()
    second.set_text(text, spans, forks)
    assert (second.text(), second.spans(), second.forks) == (text, spans, forks)
    second.switch(forks[0].number, 0)
    assert second.text() == "The old man ran.\nThen"
    assert texts(second, inner) == ["\nsat. So", " ran.\nThen"]
    second.deleteLater()


def test_ctrl_z_and_both_ways_to_redo(draft: Draft) -> None:
    written(draft, "The", " old", " man")
    forked(draft, 7, " dog")
    for back, forth in (("Z", Qt.KeyboardModifier.ShiftModifier), ("Y", Qt.KeyboardModifier.NoModifier)):
        QTest.keyClick(draft, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert (draft.toPlainText(), draft.forks) == ("The old man", ())
        QTest.keyClick(draft, getattr(Qt.Key, f"Key_{back}"), Qt.KeyboardModifier.ControlModifier | forth)
        assert (draft.toPlainText(), len(draft.forks)) == ("The old dog", 1)


# ---- any series of actions ------------------------------------------------------------------------------------------


class Hand:
    """Does to a draft, at random, whatever can be done to it."""

    def __init__(self, draft: Draft, seed: int) -> None:
        self.draft, self.chance = draft, random.Random(seed)
        self.actions: list[Callable[[], object]] = [
            self.type, self.type, self.delete, self.paste, self.take, self.take, self.grow, self.grow, self.take_back,
            self.fork, self.fork, self.switch, self.switch, self.replace, self.newline, self.undo, self.redo,
        ]  # fmt: skip

    def act(self) -> None:
        if self.chance.random() < 0.5:
            place, end = self.place(), self.place()
            put_cursor(self.draft, place, end if self.chance.random() < 0.1 else None)
        (self.draft.clear_all if self.chance.random() < 0.01 else self.chance.choice(self.actions))()

    def place(self) -> int:
        """Anywhere in the text, as a cursor goes: not in the middle of a letter."""
        place = self.chance.randrange(self.draft.document().characterCount())
        return place - ("\udc00" <= self.draft.document().characterAt(place) <= "\udfff")

    def words(self, most: int = 4) -> str:
        known = (" old", " man", ",", "\n", " 😀", " said", ".")
        return "".join(self.chance.choice(known) for _ in range(self.chance.randint(1, most)))

    def type(self) -> None:
        QTest.keyClicks(self.draft, self.chance.choice(("a", "so ", " x", "1,")))

    def delete(self) -> None:
        for _ in range(self.chance.randint(1, 4)):
            QTest.keyClick(self.draft, self.chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete)))

    def paste(self) -> None:
        data = QMimeData()
        data.setText(self.words(6))
        self.draft.insertFromMimeData(data)

    def take(self) -> None:
        self.draft.take(self.words())

    def grow(self) -> None:
        piece = self.draft.piece() if self.chance.random() < 0.7 else self.draft.piece_below("seed")
        self.let_grow(piece)

    def let_grow(self, piece: object) -> None:
        text = ""
        for _ in range(self.chance.randint(1, 4)):
            text += self.words()
            self.draft.grow(piece, text)

    def take_back(self) -> None:
        self.draft.take_back()

    def fork(self) -> None:
        place = self.draft.reopen(self.place())
        if place is not None:
            self.let_grow(self.draft.fork(place))

    def switch(self) -> None:
        if self.draft.forks:
            fork = self.chance.choice(self.draft.forks)
            self.draft.switch(fork.number, self.chance.randrange(len(fork.passages)))

    def replace(self) -> None:
        self.draft.replace_word("old", "older")

    def newline(self) -> None:
        QTest.keyClick(self.draft, Qt.Key.Key_Return)

    def undo(self) -> None:
        self.draft.undo()

    def redo(self) -> None:
        self.draft.redo()


State = tuple[str, tuple[tuple[int, int, str], ...], tuple[Fork, ...]]


def state(draft: Draft) -> State:
    return draft.text(), draft.spans(), draft.forks


def sound(draft: Draft) -> bool:
    """Whether every fork is a stretch of the text, none cuts another, and all of its versions can be told."""
    end = draft.document().characterCount() - 1
    apart = all(
        one.end <= other.start or other.end <= one.start or one.start <= other.start <= other.end <= one.end
        for place, one in enumerate(draft.forks)
        for other in draft.forks[place + 1 :]
    )
    told = all(draft.passages(fork.number)[fork.standing] != Passage() for fork in draft.forks)
    return apart and told and all(0 <= fork.start < fork.end <= end for fork in draft.forks)


@pytest.mark.parametrize("seed", range(6))
def test_any_series_of_actions_is_undone_to_the_start_and_redone_to_the_end(draft: Draft, seed: int) -> None:
    written(draft, "The", " old", " man", " sat\n", "down.")
    forked(draft, 7, " dog", " dog ran")
    draft.set_text(draft.text(), draft.spans(), draft.forks)
    start, hand = state(draft), Hand(draft, seed)
    for _ in range(200):
        hand.act()
        assert sound(draft)
    end = state(draft)
    back = [end]
    while draft.document().isUndoAvailable():
        draft.undo()
        back.append(state(draft))
    assert back[-1] == start
    forth = [start]
    for _ in back[1:]:
        draft.redo()
        forth.append(state(draft))
    assert forth == back[::-1], "each step leads to where it led before"
    assert len(end[2]) + sum(len(forks) for _, _, forks in back) > 10, "there were versions"
