"""The page is kept by itself: after a crash it is there, and a file that holds anything else is set aside."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.writing import shown
from textgen.engine import storage
from textgen.engine.problem import Problem
from textgen.gui.parts.memory import Memory
from textgen.gui.parts.mode_bar import ModeBar
from textgen.gui.work.workspace import Workspace
from textgen.gui.write import kept_page, page_file
from textgen.gui.write.draft import Draft
from textgen.gui.write.kept_page import KeptPage
from textgen.gui.write.one_word import OneWord


class Desk(QWidget):
    """The parts whose state is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.draft, self.modes, self.one_word = Draft(), ModeBar(), OneWord()
        for part in (self.draft, self.modes, self.one_word):
            part.setParent(self)
        self.kept = KeptPage(self, Memory(), self.draft, self.modes, self.one_word)
        self.problems: list[Problem] = []
        self.kept.failed.connect(self.problems.append)


@pytest.fixture
def start(qtbot: QtBot) -> Callable[[], Desk]:
    """Starts the program, so to speak: every desk finds what the one before has left."""

    def make() -> Desk:
        desk = Desk()
        qtbot.addWidget(desk)
        return desk

    return make


def stored(**changes: object) -> str:
    plain = {"format": page_file.FORMAT, "version": page_file.VERSION, "text": "The old man", "spans": [], "forks": []}
    return json.dumps({**plain, "mode": "next-word", "seed": "", "length": 50, **changes})


def give(text: str) -> None:
    page_file.path().parent.mkdir(parents=True, exist_ok=True)
    page_file.path().write_text(text, encoding="utf-8")


def test_text_kinds_versions_and_controls_are_there_again(start: Callable[[], Desk]) -> None:
    first = start()
    first.draft.take("The\nold 😀")
    first.draft.grow(first.draft.piece(), " man\u00a0sat")
    first.draft.grow(first.draft.fork(8), " dog")
    first.modes.choose("from-one-word")
    first.one_word.field.setText("heaven")
    first.one_word.spin.setValue(77)
    assert first.kept.keep()
    second = start()
    assert (second.draft.text(), second.draft.spans()) == (first.draft.text(), first.draft.spans())
    (fork,) = second.draft.forks
    assert second.draft.passages(fork.number) == first.draft.passages(first.draft.forks[0].number)
    assert (second.modes.mode, second.one_word.seed, second.one_word.length) == ("from-one-word", "heaven", 77)
    second.draft.switch(fork.number, 0)
    assert second.draft.text() == "The\nold 😀 man\u00a0sat"


def test_it_is_written_while_one_types(
    qtbot: QtBot, start: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_page, "KEEP_MS", 50)
    desk = start()
    for _ in range(1000):
        QTest.keyClicks(desk.draft, "x")
        QTest.qWait(5)
        if page_file.path().exists():
            break
    assert page_file.path().exists(), "a pause is not waited for"
    qtbot.waitUntil(lambda: page_file.load() == desk.kept._page())


def test_what_has_not_changed_is_not_written(start: Callable[[], Desk]) -> None:
    assert start().kept.keep()
    assert not page_file.path().exists()


KILLED = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from textgen.gui.write import page_file
page_file.path = lambda: Path(sys.argv[1])
app = QApplication(sys.argv[:1])
app.setOrganizationName("textgen-tests-killed")
from tests.gui.test_kept_page import Desk
desk = Desk()
QTest.keyClicks(desk.draft, "Typed")
desk.draft.take(" old")
desk.draft.grow(desk.draft.fork(5), " new")
print("typed", flush=True)
while True:
    QTest.qWait(100)
    QTest.keyClicks(desk.draft, "x")
"""


def test_a_program_that_is_killed_has_lost_a_second_at_most(start: Callable[[], Desk]) -> None:
    command = [sys.executable, "-c", KILLED, str(page_file.path())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout.readline() == "typed\n"
        begun = time.monotonic()
        while not page_file.path().exists() and time.monotonic() < begun + 20:
            time.sleep(0.01)
        program.kill()
    desk = start()
    assert desk.draft.text().startswith("Typed new")
    assert desk.draft.spans() == ((5, 4, "generated"),)
    assert [passage.text for passage in desk.draft.passages(desk.draft.forks[0].number)] == [" old", " new"]


def test_the_page_of_an_earlier_version_is_taken_over_once(start: Callable[[], Desk]) -> None:
    kept = {"text": "The old", "spans": [[3, 4], [1], 5], "mode": "next-five", "seed": "sea", "length": 60}
    QSettings().setValue("writing", json.dumps(kept))
    desk = start()
    assert (desk.draft.text(), desk.draft.spans()) == ("The old", ((3, 4, "generated"),))
    assert (desk.modes.mode, desk.one_word.seed, desk.one_word.length) == ("next-five", "sea", 60)
    assert Memory().writing() == {}
    assert start().draft.text() == "The old"


@pytest.mark.parametrize("kept", [{"text": 7, "spans": "x", "mode": 3}, {"text": "ab", "spans": [[0, 99], [-1, 1], 5]}])
def test_nonsense_in_the_settings_is_passed_over(start: Callable[[], Desk], kept: dict[str, object]) -> None:
    QSettings().setValue("writing", json.dumps(kept))
    desk = start()
    assert desk.draft.text() == ("ab" if kept["text"] == "ab" else "")
    assert desk.draft.spans() == ()


TWO = [{"text": "x", "spans": [], "forks": []}, {"text": "", "spans": [], "forks": []}]

HOSTILE = {
    "nothing": "",
    "no JSON": "Once upon a time",
    "cut off": stored()[:60],
    "a list": "[]",
    "another format": stored(format="other"),
    "a later version": stored(version=99),
    "no text": stored(text=7),
    "a span beyond the end": stored(spans=[[3, 99, "generated"]]),
    "a span before the beginning": stored(spans=[[-3, 2, "generated"]]),
    "two spans over each other": stored(spans=[[0, 4, "generated"], [2, 4, "suggested"]]),
    "an unknown kind": stored(spans=[[0, 4, "stolen"]]),
    "a truth for a number": stored(spans=[[True, 4, "generated"]]),
    "a broken number": stored(spans=[[0.5, 4, "generated"]]),
    "a fork beyond the end": stored(forks=[{"start": 8, "length": 9, "standing": 1, "passages": TWO}]),
    "a fork of which none stands": stored(forks=[{"start": 1, "length": 2, "standing": 2, "passages": TWO}]),
    "a fork without passages": stored(forks=[{"start": 1, "length": 2, "standing": 0, "passages": []}]),
    "far too deep": stored(forks=[]).replace('"forks": []', '"forks": ' + "[" * 100_000),
    "no length": stored(length=None),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_page_is_set_aside_and_said(qtbot: QtBot, start: Callable[[], Desk], text: str) -> None:
    give(text)
    desk = start()
    qtbot.waitUntil(lambda: len(desk.problems) == 1)
    (aside,) = page_file.path().parent.iterdir()
    assert aside.read_text(encoding="utf-8") == text
    assert aside.name in str(desk.problems[0])
    QTest.keyClicks(desk.draft, "again")
    assert desk.kept.keep()
    assert aside.read_text(encoding="utf-8") == text
    assert start().draft.text() == "again"


@pytest.mark.parametrize("text", ["a\u2028b\r\nc\u2029d\0e\ufdd0f\ud800g", "\ud83d", "\r\n" * 9])
def test_letters_that_a_document_changes_do_no_harm(start: Callable[[], Desk], text: str) -> None:
    size = len(text)
    passages = ({"text": text, "spans": [[0, size, "suggested"]], "forks": []}, TWO[1])
    fork = {"start": 0, "length": size, "standing": 1, "passages": passages}
    give(stored(text=text, spans=[[0, size, "generated"]], forks=[fork]))
    desk = start()
    assert desk.problems == []
    for fork in desk.draft.forks:
        desk.draft.switch(fork.number, 0)
        desk.draft.undo()


def no_room(descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_said_once_and_tried_again(
    qtbot: QtBot, start: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_page, "KEEP_MS", 10)
    desk = start()
    with monkeypatch.context() as full:
        full.setattr(storage.os, "fsync", no_room)
        for letter in "abc":
            QTest.keyClicks(desk.draft, letter)
            QTest.qWait(60)
    assert [str(problem) for problem in desk.problems] == [str(desk.problems[0])]
    assert "No space left on device" in str(desk.problems[0])
    QTest.keyClicks(desk.draft, "d")
    qtbot.waitUntil(lambda: Path(page_file.path()).exists())
    qtbot.waitUntil(lambda: page_file.load().text == "abcd")


def test_a_page_that_stands_cannot_be_lost_to_one_that_is_still_being_written(
    qtbot: QtBot, start: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, replace = start(), storage.write

    def slow(path: Path, pieces: object) -> None:
        time.sleep(0.2)
        replace(path, pieces)

    QTest.keyClicks(desk.draft, "old")
    monkeypatch.setattr(storage, "write", slow)
    desk.kept._write()
    QTest.keyClicks(desk.draft, " new")
    assert desk.kept.keep()
    assert page_file.load().text == "old new"


def test_without_a_model_it_says_that_the_page_is_kept(qtbot: QtBot) -> None:
    give(stored())
    panel = shown(qtbot, Workspace())
    assert "Your text on the page is kept." in panel.no_model.sentence.text()
