"""The pages that share a place, one at a time, and their names above them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from textgen.gui.parts.side_pages import SidePages

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def pages(qtbot: QtBot) -> SidePages:
    pages = SidePages()
    for name in ("one", "two"):
        pages.add(name, name.title(), "", QLineEdit())
    qtbot.addWidget(pages)
    pages.show()
    return pages


def click(pages: SidePages, name: str) -> None:
    QTest.mouseClick(pages.buttons[name], Qt.MouseButton.LeftButton)


def test_a_click_on_a_name_shows_its_page(qtbot: QtBot, pages: SidePages) -> None:
    with qtbot.waitSignal(pages.shown) as told:
        click(pages, "two")
    assert (pages.current, told.args) == ("two", ["two"])


def test_a_click_leaves_the_keyboard_where_one_writes(pages: SidePages) -> None:
    field = QLineEdit()
    pages.stand_beside(field)
    field.show()
    field.setFocus()
    click(pages, "two")
    assert field.hasFocus()


def test_a_click_takes_the_keyboard_from_another_name(pages: SidePages) -> None:
    pages.buttons["one"].setFocus()
    click(pages, "two")
    assert pages.buttons["two"].hasFocus()
