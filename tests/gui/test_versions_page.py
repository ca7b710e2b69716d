"""The versions beside the page: listed, followed, taken, dropped, laid side by side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.writing import Fake, shown, written
from textgen.gui.write.differences import differing, same_beginning
from textgen.gui.write.draft import Draft
from textgen.gui.write.side_by_side import SideBySide
from textgen.gui.write.versions_list import VERSION_ROLE
from textgen.gui.write.versions_page import VersionsPage
from textgen.gui.write.write_panel import WritePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panel(qtbot: QtBot) -> WritePanel:
    panel = shown(qtbot, Fake())
    written(panel.draft, "The", " old", " man sat.")
    panel.side.show_page("versions")
    return panel


@pytest.fixture
def page(panel: WritePanel) -> VersionsPage:
    return panel.versions


@pytest.fixture
def draft(panel: WritePanel) -> Draft:
    return panel.draft


def fork(qtbot: QtBot, panel: WritePanel, place: int, *texts: str) -> None:
    """Further versions from `place` on, listed."""
    for text in texts:
        panel.draft.grow(panel.draft.fork(place), text)
    rows, forks = panel.versions.list, panel.draft.forks
    qtbot.waitUntil(lambda: all(len(rows.versions(one.number)) == len(one.passages) for one in forks))


def listed(page: VersionsPage) -> list[tuple[str, bool | None]]:
    found = [page.list.item(row) for row in range(page.list.count())]
    versions = [(item, item.data(VERSION_ROLE)) for item in found]
    return [(v.shown, v.stands) if v is not None else (item.text(), None) for item, v in versions]


def beside(panel: WritePanel) -> SideBySide:
    panel.versions.compare.click()
    (found,) = panel.window().findChildren(SideBySide)
    return found


def test_without_versions_it_says_how_they_come_about(page: VersionsPage) -> None:
    assert not page.list.isVisible()
    assert "Click a word that the model has written" in page._pages.currentWidget().text()


def test_each_place_is_listed_with_its_versions_and_the_one_that_stands(
    qtbot: QtBot, panel: WritePanel, page: VersionsPage, draft: Draft
) -> None:
    fork(qtbot, panel, 7, " dog ran off.", " cat\nslept.")
    assert listed(page) == [
        ("After “…The old”", None),
        ("man sat.", False),
        ("dog ran off.", False),
        ("cat ¶ slept.", True),
    ]
    assert [version.words for version in page.list.versions(draft.forks[0].number)] == [2, 3, 2]
    spoken = page.list.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Version 3 of 3, which stands in the text, 2 words: cat ¶ slept."


def test_a_click_takes_a_version_and_delete_drops_one(
    qtbot: QtBot, panel: WritePanel, page: VersionsPage, draft: Draft
) -> None:
    fork(qtbot, panel, 7, " dog ran off.", " cat slept.")
    middle = page.list.visualItemRect(page.list.item(1)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert draft.text() == "The old man sat."
    qtbot.waitUntil(lambda: listed(page)[1] == ("man sat.", True))
    page.list.choose(draft.forks[0].number, 1)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(page)[1:] == [("man sat.", True), ("cat slept.", False)])
    assert draft.text() == "The old man sat."
    page.list.choose(draft.forks[0].number, 0)
    page.drop.click()
    assert (draft.text(), draft.forks) == ("The old cat slept.", ())
    for _ in range(2):
        draft.undo()
    assert [passage.text for passage in draft.passages(draft.forks[0].number)] == [
        " man sat.", " dog ran off.", " cat slept.",
    ]  # fmt: skip
    draft.undo()
    assert draft.text() == "The old cat slept."


def test_the_versions_at_the_cursor_are_chosen(
    qtbot: QtBot, panel: WritePanel, page: VersionsPage, draft: Draft
) -> None:
    fork(qtbot, panel, 7, " dog ran off.")
    fork(qtbot, panel, 11, " sleeps.")
    for place, words in ((9, "dog sleeps."), (14, "sleeps.")):
        cursor = draft.textCursor()
        cursor.setPosition(place)
        draft.setTextCursor(cursor)
        assert page.list.current is not None
        assert page.list.current.shown == words


def test_choosing_a_version_shows_its_place_and_leaves_the_cursor(
    qtbot: QtBot, panel: WritePanel, page: VersionsPage, draft: Draft
) -> None:
    fork(qtbot, panel, 7, " dog ran off.")
    draft.textCursor().insertText("\n" * 40)
    QTest.keyClicks(draft, "x")
    place = draft.textCursor().position()
    qtbot.waitUntil(lambda: not page._settled.isActive())
    page.list.setCurrentRow(-1)
    page.list.setFocus()
    page.list.choose(draft.forks[0].number, 0)
    (mark,) = draft.extraSelections()
    assert mark.cursor.selectedText() == " dog ran off."
    assert draft.viewport().rect().contains(draft.cursorRect(mark.cursor))
    assert draft.textCursor().position() == place
    draft.moveCursor(QTextCursor.MoveOperation.Start)
    assert draft.extraSelections() == []


def test_the_mark_of_a_place_goes_with_the_page(
    qtbot: QtBot, panel: WritePanel, page: VersionsPage, draft: Draft
) -> None:
    fork(qtbot, panel, 7, " dog ran off.")
    page.list.setCurrentRow(-1)
    page.list.setFocus()
    page.list.choose(draft.forks[0].number, 0)
    assert draft.extraSelections()
    panel.side.show_page("words")
    assert draft.extraSelections() == []


def test_a_disabled_button_says_why(qtbot: QtBot, panel: WritePanel, page: VersionsPage) -> None:
    fork(qtbot, panel, 7, " dog ran off.")
    assert page.drop.isEnabled()
    page.list.setCurrentRow(-1)
    page.list.setCurrentItem(None)
    assert not page.compare.isEnabled()
    assert page.compare.toolTip() == "Choose a version first."


def test_two_versions_side_by_side_and_either_can_be_taken(
    qtbot: QtBot, panel: WritePanel, page: VersionsPage, draft: Draft
) -> None:
    fork(qtbot, panel, 7, " man ran off.")
    dialog = beside(panel)
    assert [text.toPlainText() for text in dialog.texts] == ["The old man sat.", "The old man ran off."]
    assert [take.isEnabled() for take in dialog.buttons] == [True, False]
    assert dialog.buttons[1].toolTip() == "It stands in the text already."
    dialog.buttons[0].click()
    assert draft.text() == "The old man sat."
    assert not dialog.isVisible()


def test_what_differs_is_bold_and_the_equal_beginning_pale(qtbot: QtBot, panel: WritePanel, draft: Draft) -> None:
    fork(qtbot, panel, 7, " man ran 😀 off.")
    dialog = beside(panel)
    cursor = QTextCursor(dialog.texts[1].document())
    looks = {}
    for place, name in ((2, "before"), (9, "same"), (14, "apart"), (20, "apart too")):
        cursor.setPosition(place)
        looks[name] = cursor.charFormat()
    assert [look.fontWeight() > 500 for look in looks.values()] == [False, False, True, True]
    inks = [look.foreground().color().name() for look in looks.values()]
    assert inks[2] == inks[3] and len(set(inks)) == 3
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (" a b c", " a x c", ([(3, 4)], [(3, 4)])),
        (" a b", " a b", ([], [])),
        (" a", " a b c", ([], [(3, 6)])),
        ("", " a", ([], [(1, 2)])),
        (" a\nb", " a b", ([(2, 3)], [])),
    ],
)
def test_words_that_differ(one: str, other: str, expected: object) -> None:
    assert differing(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"), [(" a b", " a c", 2), (" ab", " ac", 0), (" a", " a b", 2), (" a\nb", " a b", 2)]
)
def test_the_equal_beginning_ends_with_a_whole_word(one: str, other: str, expected: int) -> None:
    assert same_beginning(one, other) == expected
