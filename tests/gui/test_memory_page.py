"""The page “How far back”: what it draws and says, how one clicks through it, and when it is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.scripted import OFFSCREEN
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.memory_curve import MemoryCurve, curve
from textgen.engine.problem import Problem
from textgen.engine.remembering import NextWord, Place, Remembered, Swap
from textgen.gui.look import bits_scale
from textgen.gui.look.memory_page import MemoryPage
from textgen.gui.parts import picture_out
from textgen.gui.work.remembering import ModelMemory
from textgen.gui.work.worker import Job, Stopped, Worker
from textgen.gui.work.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


def place(word: str, distance: int, *bits: float) -> Place:
    swaps = (
        Swap(f"other{n}", b, (NextWord("bread", 0.6, 0.1), NextWord("soup", 0.1, 0.5))) for n, b in enumerate(bits)
    )
    return Place(word, True, distance, tuple(swaps))


def told(*words: str) -> Remembered:
    """The second word matters most."""
    return Remembered(
        tuple(place(w, len(words) - k, *((0.8, 0.4) if k == 1 else (0.02, 0.01))) for k, w in enumerate(words)), 0
    )


class Acted:
    """Stands in for the engine; what is measured can be held up."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.measured: list[object] = []
        self.held = False
        self.fault: Exception | None = None

    def remembered(self, swapper: object, tokenizer: object, text: str) -> Remembered:
        self.sentences.append(text)
        if self.fault:
            raise self.fault
        return told(*text.split())

    def measuring(self, checkpoint: object, corpus: object, share: float) -> Job:
        self.measured.append((checkpoint, share))

        def job(stopped: Stopped) -> Iterator[MemoryCurve]:
            for passages in range(2, 6):
                yield curve(np.linspace(0.5, 0.001, 50) * np.linspace(0.5, 1.5, passages)[:, None], 5)
                while self.held and not stopped():
                    QTest.qSleep(5)

        return job


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> Acted:
    acted = Acted()
    monkeypatch.setattr("textgen.engine.remembering.remembered", acted.remembered)
    monkeypatch.setattr(ModelMemory, "_measuring", lambda self, *question: acted.measuring(*question))
    monkeypatch.setattr("textgen.gui.look.memory_page.AFTER_MS", 5)
    return acted


@pytest.fixture
def make(qtbot: QtBot, acted: Acted, trained: Checkpoint) -> Callable[..., MemoryPage]:
    def page(sentence: str = "Ada eats the soup", corpus: object = None) -> MemoryPage:
        workspace = Workspace()
        workspace.corpus = corpus
        workspace.inside.follow(trained)
        workspace.inside.say(sentence)
        result = MemoryPage(workspace)
        qtbot.addWidget(result)
        result.resize(900, 600)
        result.show()
        settle(qtbot, result)
        return result

    return page


def settle(qtbot: QtBot, page: MemoryPage) -> None:
    inside = page._inside
    qtbot.waitUntil(lambda: not (page._soon.isActive() or inside.remembering._worker or inside.model_memory.busy))


# ---- the sentence ---------------------------------------------------------------------------------------------------


def test_the_word_that_matters_most_is_chosen_and_told(make: Callable[..., MemoryPage]) -> None:
    page = make()
    assert page.sentence.at == 1
    assert "most on “eats”, 3 back" in page.sentence.summary()
    assert "0.60 bits" in page.sentence.summary()
    assert page.sentence.table().lines[1] == ("3", "eats", "0.60", "0.28", "0.80", "other0")
    assert "“other0” in the place of “eats” moves" in page.swap.summary()
    assert "“bread” goes from 60.0 % to 10.0 %" in page.swap.summary()
    assert page.swap.table().lines[1] == ("soup", "10.00 %", "50.00 %")


def test_words_and_swaps_are_gone_through_with_the_keyboard(make: Callable[..., MemoryPage]) -> None:
    page = make()
    QTest.keyClick(page.sentence, Qt.Key.Key_Right)
    assert page.swap.place.word == "the"
    QTest.keyClick(page.sentence, Qt.Key.Key_End)
    QTest.keyClick(page.sentence, Qt.Key.Key_Right)
    assert page.swap.place.word == "soup", "it ends there"
    QTest.keyClick(page.sentence, Qt.Key.Key_Home)
    assert page.swap.place.word == "Ada"
    QTest.keyClick(page.swap, Qt.Key.Key_Down)
    assert page.swap.swap.word == "other1"
    QTest.keyClick(page.swap, Qt.Key.Key_Down)
    assert page.swap.swap.word == "other1", "it is the last"
    page.other.click()
    assert page.swap.swap.word == "other0", "the button goes round"


def test_each_word_is_chosen_by_a_click_on_whatever_line_it_stands(make: Callable[..., MemoryPage]) -> None:
    page = make(" ".join(f"word{k}" for k in range(50)))
    lines = page.sentence._lines(page.sentence.width())
    assert len(lines) > 1
    assert sorted(at for line in lines for at, _, _ in line) == list(range(50))
    for number, line in enumerate(lines):
        y = (number + 0.5) * page.sentence.height() / len(lines)
        for at, left, wide in line:
            assert left + wide <= page.sentence.width()
            QTest.mouseClick(page.sentence, Qt.MouseButton.LeftButton, pos=QPointF(left + wide / 2, y).toPoint())
            assert page.sentence.at == at


def test_another_sentence_keeps_the_distance_that_is_looked_at(
    make: Callable[..., MemoryPage], acted: Acted, qtbot: QtBot
) -> None:
    page = make()
    QTest.keyClick(page.sentence, Qt.Key.Key_End)
    page._inside.say("Ada eats the soup today")
    qtbot.waitUntil(lambda: acted.sentences[-1].endswith("today"))
    settle(qtbot, page)
    assert page.swap.place.word == "today"


def test_without_a_sentence_it_says_what_to_do(make: Callable[..., MemoryPage], acted: Acted, qtbot: QtBot) -> None:
    page = make("")
    assert page.empty.isVisible()
    assert not page._top.isVisible()
    assert acted.sentences == []
    page._inside.say("Ada eats")
    qtbot.waitUntil(page._top.isVisible)
    assert not page.empty.isVisible()


def test_nothing_is_asked_out_of_sight_and_nothing_twice(
    make: Callable[..., MemoryPage], acted: Acted, qtbot: QtBot
) -> None:
    page = make()
    page.hide()
    page._inside.say("Other words")
    qtbot.wait(30)
    assert acted.sentences == ["Ada eats the soup"]
    page.show()
    settle(qtbot, page)
    page.hide()
    page.show()
    settle(qtbot, page)
    assert acted.sentences == ["Ada eats the soup", "Other words"]


def test_a_failure_is_said(make: Callable[..., MemoryPage], acted: Acted, qtbot: QtBot) -> None:
    page = make("")
    acted.fault = Problem("The memory is full.")
    page._inside.say("Ada")
    qtbot.waitUntil(page.notice.isVisible)


# ---- the model ------------------------------------------------------------------------------------------------------


def test_without_a_text_it_offers_to_choose_one(make: Callable[..., MemoryPage]) -> None:
    page = make()
    wanted: list[str] = []
    page._workspace.fileWanted.connect(wanted.append)
    assert "best the one that the model learnt from" in page.state.text()
    page.choose.click()
    assert wanted == ["text"]
    assert not page.measure.isVisible()


def test_the_curve_comes_with_its_band_and_says_where_it_is_from(
    make: Callable[..., MemoryPage], acted: Acted, trained: Checkpoint, tiny_corpus: object
) -> None:
    page = make(corpus=tiny_corpus)
    assert acted.measured == [(trained, trained.train.held_out)]
    assert "the part of “meals.txt” that was held out" in page.state.text()
    assert "5 of 5 passages" in page.state.text()
    assert not page.measure.isVisible(), "it is complete"
    half = page.curve.curve.half
    assert f"within the last {half} words" in page.curve.summary()
    assert "0.0001 bits or more is 50 back" in page.curve.summary()
    assert len(page.curve.table().lines) == 50
    assert page.curve.table().lines[0][:2] == ("1", "0.50")


def test_on_another_text_all_of_it_is_measured(
    make: Callable[..., MemoryPage], acted: Acted, tiny_corpus: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Checkpoint, "learnt_from", lambda self, corpus: False)
    page = make(corpus=tiny_corpus)
    assert acted.measured[0][1] == 1.0
    assert "did not learn from" in page.state.text()


def test_where_another_text_was_held_out_it_is_said(
    make: Callable[..., MemoryPage], tiny_corpus: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Checkpoint, "learnt_all_of", lambda self, corpus: True)
    page = make(corpus=tiny_corpus)
    assert "from all of which this model has learnt" in page.state.text()
    assert "was held out in training" in page.state.text()


def test_the_signs_among_the_next_words_are_explained(make: Callable[..., MemoryPage]) -> None:
    page = make()
    assert not page.signs.isVisible()
    page.swap.show_place(Place("soup", True, 1, (Swap("bread", 0.5, (NextWord("<unk>", 0.6, 0.1),)),)))
    assert page.signs.isVisible()
    assert page.signs.text().startswith("<unk>: ")


def test_it_can_be_stopped_and_measured_again(
    make: Callable[..., MemoryPage], acted: Acted, tiny_corpus: object, qtbot: QtBot
) -> None:
    page = make()
    acted.held = True
    page._workspace.corpus = tiny_corpus
    page._workspace.corpusChanged.emit()
    qtbot.waitUntil(lambda: page.curve.curve is not None)
    assert page.measure.text() == "Stop"
    page.measure.click()
    assert Worker.wait_for_all(2000)
    assert (page.measure.text(), page.curve.curve.passages) == ("Measure again", 2)
    acted.held = False
    page.measure.click()
    settle(qtbot, page)
    assert page.curve.curve.passages == 5


def test_in_a_training_further_snapshots_are_measured_when_asked_for(
    make: Callable[..., MemoryPage], acted: Acted, trained: Checkpoint, tiny_corpus: object, qtbot: QtBot
) -> None:
    page = make(corpus=tiny_corpus)
    page._workspace.training = "running"
    page._inside.follow(trained.without_ngrams())
    settle(qtbot, page)
    assert len(acted.measured) == 1
    assert len(acted.sentences) == 2, "a sentence is quick"
    assert "earlier snapshot" in page.state.text()
    page.measure.click()
    settle(qtbot, page)
    assert len(acted.measured) == 2
    assert "earlier snapshot" not in page.state.text()


# ---- out, and with a real network -----------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".png", ".svg", ".csv"])
def test_each_picture_goes_out(make: Callable[..., MemoryPage], tiny_corpus: object, tmp_path, suffix: str) -> None:
    page = make(corpus=tiny_corpus)
    for picture in (page.sentence, page.swap, page.curve):
        picture_out.save(str(tmp_path / (picture.name + suffix)), picture)
        assert (tmp_path / (picture.name + suffix)).stat().st_size > 50


def test_bits_are_written_with_two_digits() -> None:
    assert [bits_scale.bits(value) for value in (1.0, 0.4217, 0.0123, 0.00123, 1e-6, 0.0)] == [
        "1.00", "0.42", "0.012", "0.0012", "<0.0001", "<0.0001",
    ]  # fmt: skip
    assert [bits_scale.height(value) for value in (1.0, 0.01, 0.0001, 0.0)] == pytest.approx([1.0, 0.5, 0.0, 0.0])


def test_a_real_network_is_measured(qtbot: QtBot, trained: Checkpoint, tiny_corpus: object) -> None:
    workspace = Workspace()
    workspace.inside.follow(trained)
    parts = workspace.inside.remembering, workspace.inside.model_memory
    parts[0].ask(trained, "Ada eats the soup.")
    parts[1].measure(trained, tiny_corpus)
    qtbot.waitUntil(lambda: not any(part._worker for part in parts), timeout=20_000)
    assert [one.word for one in parts[0].found.places] == ["Ada", "eats", "the", "soup", "."]
    assert parts[1].complete
    assert parts[1].match == "own"
    assert workspace.close()
