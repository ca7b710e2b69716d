"""The page “Surprise”: what is shaded and where, the figures, the lists, and when the text is measured anew."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.engine.conftest import TINY_MODEL, TINY_TRAINING, pattern_text
from tests.gui.scripted import OFFSCREEN
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.corpus import read
from textgen.engine.problem import Problem
from textgen.engine.spans import spans
from textgen.engine.surprise import Surprise, SurprisingWord
from textgen.gui.parts import tints
from textgen.gui.parts.colours import Colours, contrast
from textgen.gui.work import jobs
from textgen.gui.work.measured import measured
from textgen.gui.work.piece import at
from textgen.gui.work.worker import Job, Stopped, Worker
from textgen.gui.work.workspace import Workspace
from textgen.gui.write import measurer
from textgen.gui.write.draft import Draft
from textgen.gui.write.shades import Shades
from textgen.gui.write.write_panel import WritePanel

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN, r"This plugin does not support raise\(\)")

LETTERS = "ab ,.“”é\u0301😀🏳️‍🌈\n\t\u2028漢字'’"


def told(text: str) -> Surprise:
    """As many bits as a piece has letters; what begins with q is not known."""
    found = [SurprisingWord(*span, float(len(span.piece)), not span.piece.startswith("q")) for span in spans(text)]
    return Surprise(tuple(found), 35.2)


class Acted:
    """Stands in for the job: it can be held up before it is done."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, str, str]] = []
        self.stopped = 0
        self.fault: Exception | None = None
        self.go_on = threading.Event()
        self.go_on.set()

    def __call__(self, checkpoint: object, text: str, mix: str) -> Job:
        self.asked.append((checkpoint, text, mix))

        def job(stopped: Stopped) -> Iterator[object]:
            if self.fault:
                raise self.fault
            yield 0.25
            while not self.go_on.wait(0.01):
                if stopped():
                    self.stopped += 1
                    return
            yield measured(text, told(text))

        return job


def model(**parts: object) -> SimpleNamespace:
    return SimpleNamespace(**{"mixture": None, "ngrams": None, "words": (), "counts": (), "fingerprint": "", **parts})


@pytest.fixture
def acted(monkeypatch: pytest.MonkeyPatch) -> Acted:
    acted = Acted()
    monkeypatch.setattr(jobs, "measuring", acted)
    monkeypatch.setattr(measurer, "AFTER_MS", 10)
    return acted


@pytest.fixture
def workspace(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    workspace = Workspace()
    workspace.checkpoint = model()
    monkeypatch.setattr(workspace, "predict", lambda *request, **narrow: None)
    return workspace


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace, acted: Acted) -> WritePanel:
    panel = WritePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    panel.draft.set_text("The old house, quite so.\nIt stood.")
    panel.side.show_page("surprise")
    idle(qtbot, panel)
    return panel


def idle(qtbot: QtBot, panel: WritePanel) -> None:
    qtbot.waitUntil(lambda: not panel.measurer._settled.isActive() and not panel.measurer._measurement.busy)


def shaded(draft: Draft, shades: Shades) -> list[tuple[str, float]]:
    words = shades.words()
    return [(at(draft.document(), word.end, word.start).selectedText(), word.bits) for word in words]


def words_of(panel: WritePanel) -> list[str]:
    return [word for word, _ in shaded(panel.draft, panel.measurer.shades)]


def set_model(workspace: Workspace, checkpoint: object) -> None:
    workspace.checkpoint = checkpoint
    workspace.modelChanged.emit()


# ---- where the words stand ------------------------------------------------------------------------------------------


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(LETTERS, max_size=40), edits=st.lists(st.tuples(st.integers(0, 99), st.text(LETTERS, max_size=3))))
def test_each_shaded_word_is_that_word_of_the_document_whatever_is_edited(
    draft: Draft, text: str, edits: list[tuple[int, str]]
) -> None:
    draft.set_text(text)
    text = draft.text()
    found = spans(text)
    shades = Shades(draft)
    shades.show_bits(measured(text, told(text)).bits)
    expected = [
        (text[s.start : s.start + s.length].replace("\u2028", "\n"), float(len(s.piece))) for s in found if s.length
    ]
    assert shaded(draft, shades) == expected
    for place, typed in edits:
        draft.setTextCursor(at(draft.document(), place % draft.document().characterCount()))
        if typed:
            draft.textCursor().insertText(typed)
        else:
            draft.textCursor().deleteChar()
    left = iter(expected)
    assert all(one in left for one in shaded(draft, shades)), "in order, and none has become another word"
    shades.deleteLater()


def test_only_what_an_edit_touches_loses_its_colour(panel: WritePanel, acted: Acted) -> None:
    acted.go_on.clear()
    panel.draft.setTextCursor(at(panel.draft.document(), 7))
    QTest.keyClicks(panel.draft, "er")
    assert words_of(panel) == ["The", "house", ",", "quite", "so", ".", "It", "stood", "."]
    panel.side.show_page("words")


# ---- the colours ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("accent", ["#3daee9", "#c04040", "#2a9d4a", "#e0a020", "#808080", "#8040c0"])
def test_the_tints_are_even_to_the_eye_and_text_is_readable_on_all(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, dark: bool, accent: str
) -> None:
    palette = QPalette(QColor("#2b2b2b" if dark else "#efefef"))
    palette.setColor(QPalette.ColorRole.Accent, QColor(accent))
    if dark:
        palette.setColor(QPalette.ColorRole.WindowText, QColor("#eeeeee"))
        palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    colours = Colours.of(palette)
    monkeypatch.setattr(tints.style, "colours", lambda: colours)
    scale = tints.tints()
    labs = np.array([tints.lab(tint) for tint in scale])
    steps = np.linalg.norm(np.diff(labs, axis=0), axis=1)
    light = np.diff(labs[:, 0]) * (1 if dark else -1)
    assert len(scale) == tints.FULL + 1
    assert scale[0] == colours.raised
    assert steps.max() - steps.min() < 0.006
    assert light.min() > 0.005, "without its hue it can be read too"
    assert all(contrast(colours.text, tint) >= 4.5 for tint in scale)
    assert all(contrast(tints.on_tints(colours.generated), tint) >= 4.5 for tint in scale)


def test_a_word_has_its_tint_behind_it_and_none_once_the_page_is_left(panel: WritePanel) -> None:
    draft, house = panel.draft, panel.measurer.shades.words()[2]
    (place,) = {draft.cursorRect(at(draft.document(), house.start)).topLeft()}

    def colours() -> set[str]:
        picture = draft.viewport().grab().toImage()
        return {picture.pixelColor(place.x() + 3, place.y() + y).name() for y in range(20)}

    assert tints.tints()[5].name() in colours()
    panel.side.show_page("words")
    assert tints.tints()[5].name() not in colours()
    assert panel.measurer.shades.blank


def test_the_models_words_are_deeper_while_the_page_is_shaded(panel: WritePanel) -> None:
    panel.draft.take(" now")
    ink = panel.draft._ink
    wanted = tints.on_tints(tints.style.colours().generated)
    assert ink._looks["suggested"].foreground().color() == wanted
    panel.side.show_page("words")
    assert ink._looks["suggested"].foreground().color() == tints.style.colours().generated


def test_the_figures_come_where_the_pointer_rests(panel: WritePanel) -> None:
    def tip(word: int) -> str:
        found = panel.measurer.shades.words()[word]
        rect = panel.draft.cursorRect(at(panel.draft.document(), found.start))
        spot = QPoint(rect.left() + 3, rect.center().y())
        event = QHelpEvent(QEvent.Type.ToolTip, spot, panel.draft.viewport().mapToGlobal(spot))
        QGuiApplication.sendEvent(panel.draft.viewport(), event)
        return QToolTip.text()

    assert tip(2) == "“house”: 5.0 bits, 1 in 32"
    assert tip(3) == "“,”: 1.0 bits, 1 in 2.0"
    assert "does not know it" in tip(4)


# ---- the page -------------------------------------------------------------------------------------------------------


def test_the_whole_is_told_in_words_and_figures(panel: WritePanel) -> None:
    page = panel.surprise
    assert "35 words at each place" in page.whole.text()
    assert "Perplexity 35.2" in page.detail.text()
    assert "1 " in page.detail.text().split(" · ")[2]
    assert "so many unknown" in page.detail.text(), "one of seven"
    assert "Network alone" in page.state.text()


def test_an_empty_page_says_what_to_do_and_asks_for_nothing(panel: WritePanel, acted: Acted, qtbot: QtBot) -> None:
    asked = len(acted.asked)
    panel.draft.set_text(" \n ")
    idle(qtbot, panel)
    assert panel.surprise._pages.currentIndex() == 0
    assert len(acted.asked) == asked
    panel.draft.set_text("One")
    qtbot.waitUntil(lambda: len(acted.asked) > asked)
    idle(qtbot, panel)
    assert words_of(panel) == ["One"]
    assert panel.surprise.short.isVisible()
    assert not panel.surprise.least.isVisible()


def test_a_passage_is_gone_to_by_click_and_by_enter_and_copied(panel: WritePanel, qtbot: QtBot) -> None:
    panel.draft.set_text("😀 One two three four five six. Then seven eightteen nine tenth eleven twelve.")
    idle(qtbot, panel)
    least, most = panel.surprise.least, panel.surprise.most
    QTest.mouseClick(
        least.viewport(), Qt.MouseButton.LeftButton, pos=least.visualRect(least.model().index(0, 0)).center()
    )
    assert panel.draft.textCursor().selectedText() == "Then seven eightteen nine tenth eleven twelve."
    most.setFocus()
    QTest.keyClick(most, Qt.Key.Key_Return)
    assert panel.draft.textCursor().selectedText() == "😀 One two three four five six."
    assert most.hasFocus(), "no key replaces the passage"
    QTest.keyClick(most, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().endswith("\t😀 One two three four five six.")


# ---- when it is measured --------------------------------------------------------------------------------------------


def test_nothing_is_measured_while_another_page_is_shown(panel: WritePanel, acted: Acted, qtbot: QtBot) -> None:
    panel.side.show_page("words")
    asked = len(acted.asked)
    panel.draft.set_text("Other words.")
    qtbot.wait(40)
    assert len(acted.asked) == asked
    panel.side.show_page("surprise")
    idle(qtbot, panel)
    assert words_of(panel) == ["Other", "words", "."]


def test_coming_back_shows_what_was_measured_at_once(panel: WritePanel, acted: Acted) -> None:
    panel.side.show_page("words")
    panel.side.show_page("surprise")
    assert (len(acted.asked), words_of(panel)[:2]) == (1, ["The", "old"])


def test_an_edit_gives_up_what_is_measured_and_begins_anew(panel: WritePanel, acted: Acted, qtbot: QtBot) -> None:
    acted.go_on.clear()
    panel.draft.set_text("First.")
    qtbot.waitUntil(lambda: acted.asked[-1][1] == "First." and panel.surprise.progress.value() == 250)
    assert panel.surprise.progress.isVisible()
    QTest.keyClicks(panel.draft, " Second.")
    qtbot.waitUntil(lambda: acted.asked[-1][1] == "First. Second.")
    qtbot.waitUntil(lambda: acted.stopped == 1)
    acted.go_on.set()
    idle(qtbot, panel)
    assert words_of(panel) == ["First", ".", "Second", "."]
    assert not panel.surprise.progress.isVisible()


def test_it_can_be_stopped_and_begun_again(panel: WritePanel, acted: Acted, qtbot: QtBot) -> None:
    acted.go_on.clear()
    panel.draft.set_text("Long text.")
    qtbot.waitUntil(lambda: panel.measurer._measurement.busy)
    panel.surprise.button.click()
    assert Worker.wait_for_all(2000)
    assert (panel.measurer._measurement.busy, panel.surprise.button.text()) == (False, "Measure")
    acted.go_on.set()
    panel.surprise.button.click()
    idle(qtbot, panel)
    assert words_of(panel) == ["Long", "text", "."]


def test_leaving_the_place_and_closing_stop_the_work(
    panel: WritePanel, acted: Acted, workspace: Workspace, qtbot: QtBot
) -> None:
    acted.go_on.clear()
    panel.draft.set_text("Long text.")
    measurement = panel.measurer._measurement
    qtbot.waitUntil(lambda: measurement.share > 0)
    panel.hide()
    assert not measurement.busy
    assert Worker.wait_for_all(2000)
    panel.show()
    qtbot.waitUntil(lambda: measurement.busy)
    assert workspace.close()
    assert not measurement.busy


def test_another_model_and_another_mix_measure_anew(
    panel: WritePanel, acted: Acted, workspace: Workspace, qtbot: QtBot
) -> None:
    first = acted.asked[-1]
    set_model(workspace, workspace.checkpoint)
    assert acted.asked == [first], "it is the same one"
    other = model(mixture=object(), ngrams=None)
    set_model(workspace, other)
    idle(qtbot, panel)
    assert (acted.asked[-1][0], acted.asked[-1][2]) == (other, "cache")
    set_model(workspace, model(mixture=object(), ngrams=object()))
    idle(qtbot, panel)
    assert acted.asked[-1][2] == "all"


def test_snapshots_are_measured_only_now_and_then(
    panel: WritePanel, acted: Acted, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.training = "running"
    for _ in range(5):
        set_model(workspace, model())
    assert len(acted.asked) == 1, "the last measurement is not long ago"
    panel.measurer._rest.stop()
    panel.measurer._rest.timeout.emit()
    idle(qtbot, panel)
    assert [one for one, *_ in acted.asked[1:]] == [workspace.checkpoint], "the newest alone"
    assert panel.measurer._rest.isActive()


def test_a_failure_is_said_and_can_be_tried_again(panel: WritePanel, acted: Acted, qtbot: QtBot) -> None:
    acted.fault = Problem("The memory is full.")
    panel.draft.set_text("Other.")
    qtbot.waitUntil(panel.notice.isVisible)
    assert panel.surprise.button.text() == "Measure"
    acted.fault = None
    panel.surprise.button.click()
    idle(qtbot, panel)
    assert words_of(panel) == ["Other", "."]


# ---- with a real network --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Checkpoint:
    from textgen.engine.training import TrainingRun

    path = tmp_path_factory.mktemp("text") / "meals.txt"
    path.write_text(pattern_text(), encoding="utf-8")
    *_, last = read(path)
    run = TrainingRun(last.corpus, TINY_MODEL, TINY_TRAINING)
    list(run)
    return run.result()


def test_the_job_measures_what_the_engine_does(real: Checkpoint) -> None:
    from textgen.engine.surprise import surprise

    text = "😀 Ada eats the soup.\nzyx cafe\u0301" + "y" * 300
    *_, found = jobs.measuring(real, text, "network")(lambda: False)
    *_, expected = surprise(real, list(spans(text)), "network")
    seen = [word for word in expected.surprise.words if word.length]
    assert found.perplexity == expected.surprise.perplexity
    assert found.bits.bits_N.tolist() == pytest.approx([word.bits for word in seen])
    assert found.bits.starts_N.tolist() == [word.start + (word.start > 0) for word in seen]
    assert found.unknown >= 2


@pytest.mark.parametrize("text", ["", "\n", "Ada", "y" * 5000])
def test_any_text_can_be_measured(real: Checkpoint, text: str) -> None:
    items = list(jobs.measuring(real, text, "all")(lambda: False))
    assert bool(items) == bool(text.strip())


def test_a_job_that_is_stopped_ends(real: Checkpoint) -> None:
    assert list(itertools.islice(jobs.measuring(real, "Ada eats", "network")(lambda: True), 2)) == []


def test_a_job_is_left_while_the_words_are_still_being_found(real: Checkpoint) -> None:
    asked: list[None] = []
    assert not list(jobs.measuring(real, "Ada eats. " * 1000, "network")(lambda: asked.append(None) or len(asked) > 5))
    assert len(asked) < 10
