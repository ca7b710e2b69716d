"""The page The race, with scripted laps and with a real race on a small text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from textgen.engine.corpus import Corpus
from textgen.engine.laps import Contender, Lap, Mark, Pace, Started
from textgen.gui.look.chart import Plot
from textgen.gui.look.race_page import RacePage
from textgen.gui.work.worker import Worker
from textgen.gui.work.workspace import Workspace

LASTING = tuple(1.0 - 0.01 * k for k in range(50))
FADING = tuple(0.5**k for k in range(50))
STARTED = Started({cell: Contender(cell, 100, 336_000, 0.006) for cell in ("lstm", "gru", "rnn")})


def _lap(step: int, lstm: float, gru: float, rnn: float) -> Lap:
    marks = {"lstm": Mark(1, lstm, LASTING, LASTING), "gru": Mark(2, gru, LASTING), "rnn": Mark(3, rnn, FADING)}
    return Lap(step, step / 40, step / 10, marks)


LAPS = (_lap(0, 300, 301, 302), _lap(40, 50, 45, 60), _lap(80, 40, 36, 48))


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> RacePage:
    page = RacePage(workspace)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def _run(workspace: Workspace) -> None:
    workspace.racing._on_events([STARTED, *LAPS])


def test_before_a_race_it_says_what_will_happen_and_offers_a_bundled_text(page: RacePage) -> None:
    assert "RNN, an LSTM and a GRU" in page.about.text()
    assert "“" in page.about.text()
    assert page.start.isEnabled()
    assert not page.pictures.isVisible()
    assert not page.bar.isVisible()


def test_without_any_text_the_button_says_why_it_is_off(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textgen.gui.look.race_page.samples", list)
    page = RacePage(workspace)
    qtbot.addWidget(page)
    assert not page.start.isEnabled()
    assert "text" in page.start.toolTip()


def test_the_pictures_the_verdict_and_the_networks_come_from_the_laps(page: RacePage, workspace: Workspace) -> None:
    _run(workspace)
    assert page.pictures.isVisible()
    assert "GRU leads: its best held-out perplexity so far is 36.0" in page.verdict.text()
    assert [page.table.item(line, 0).text() for line in range(3)] == ["GRU", "LSTM", "RNN"]
    assert [page.table.item(line, 1).text() for line in range(3)] == ["36.0", "40.0", "48.0"]
    assert "36.0" in page.perplexity.summary()
    assert "10⁻¹⁵" in page.gradient.summary()


def test_each_line_has_a_stroke_of_its_own_and_its_name(page: RacePage, workspace: Workspace) -> None:
    _run(workspace)
    lines = page.perplexity.lines()
    assert len({line.look for line in lines}) == 3
    assert {line.name.split()[0] for line in lines} == {"LSTM", "GRU", "RNN"}
    assert lines[0].points == ((0, 300), (40, 50), (80, 40))


def test_the_lines_before_training_and_the_cell_state_can_be_shown_or_not(page: RacePage, workspace: Workspace) -> None:
    _run(workspace)
    assert sum(line.ghost for line in page.gradient.lines()) == 3
    page.gradient.show_before(False)
    assert not any(line.ghost for line in page.gradient.lines())
    page.gradient.show_cell_state(True)
    assert "LSTM, cell state" in [line.name for line in page.gradient.lines()]


def test_the_latest_and_the_best_are_told_apart(page: RacePage, workspace: Workspace) -> None:
    _run(workspace)
    assert page.perplexity.summary().endswith("LSTM 40.0, GRU 36.0, RNN 48.0.")
    workspace.racing._on_events([_lap(120, 44, 35, 49)])
    assert "Now, after 120 steps" in page.perplexity.summary()
    assert "LSTM 44.0, GRU 35.0, RNN 49.0. The best so far: LSTM 40.0, GRU 35.0, RNN 48.0." in page.perplexity.summary()
    assert "LSTM with 40.0" in page.verdict.text()


def test_why_the_gradient_of_the_lstm_is_smaller_than_before_is_told(page: RacePage, workspace: Workspace) -> None:
    _run(workspace)
    assert "learned to forget" not in page.gradient.summary()
    shorter = Mark(1, 38, FADING, FADING)
    workspace.racing._on_events([replace(LAPS[-1], step=120, marks={**LAPS[-1].marks, "lstm": shorter})])
    assert "learned to forget" in page.gradient.summary()
    page.gradient.show_before(False)
    assert "learned to forget" not in page.gradient.summary()


def test_the_title_of_an_axis_is_broken_where_it_has_no_room(page: RacePage, workspace: Workspace) -> None:
    _run(workspace)
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wide, narrow = (
        Plot(painter, QSizeF(width, 300), page.gradient.axes(), page.gradient.lines()) for width in (900, 250)
    )
    painter.end()
    assert narrow._up.height() > 1.5 * wide._up.height()
    assert narrow._area.top() > narrow._up.bottom()
    assert narrow._area.bottom() < narrow._across.top() < narrow._across.bottom() <= 300


def test_before_a_race_everything_stands_at_the_top(page: RacePage) -> None:
    assert page.start.mapTo(page, page.start.rect().bottomLeft()).y() < page.height() / 4


def test_the_tables_hold_what_the_pictures_hold(page: RacePage, workspace: Workspace) -> None:
    _run(workspace)
    assert [line[:4] for line in page.perplexity.table().lines][-1] == ("80", "40.0", "36.0", "48.0")
    table = page.gradient.table()
    assert len(table.lines) == 50
    assert {"LSTM h", "LSTM c", "RNN h", "RNN h before training"} <= set(table.heads)
    assert all(len(line) == len(table.heads) for line in table.lines)


def test_gradients_of_nothing_and_a_single_lap_can_be_drawn(page: RacePage, workspace: Workspace) -> None:
    nothing = {cell: Mark(0, 300, (1.0, *(0.0,) * 49)) for cell in ("lstm", "gru", "rnn")}
    workspace.racing._on_events([STARTED, Lap(0, 0, 1, nothing)])
    for picture in (page.perplexity, page.gradient):
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        picture.paint_on(painter, picture.size().toSizeF())
        painter.end()


def test_a_small_text_is_raced_on_and_stopping_keeps_what_there_is(
    page: RacePage, workspace: Workspace, tiny_corpus: Corpus, qtbot: QtBot
) -> None:
    workspace._set_corpus(tiny_corpus)
    assert tiny_corpus.name in page.about.text()
    page.start.click()
    assert "Stop" in page.start.text()
    assert not page.minutes.isEnabled()
    qtbot.waitUntil(lambda: len(workspace.racing.laps) >= 1 and workspace.racing.pace is not None, timeout=30_000)
    assert "done at" in page.state.text()
    page.start.click()
    assert not workspace.racing.busy
    assert workspace.racing.laps
    assert "Start" in page.start.text()
    Worker.wait_for_all(30_000)


def test_a_text_that_is_too_short_is_said_on_the_page(
    page: RacePage, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "short.txt"
    path.write_text("One two three four five. " * 60, encoding="utf-8")
    with qtbot.waitSignal(workspace.racing.failed, timeout=30_000):
        workspace.racing.start(str(path), "short", 1)
    assert any("too short for a race" in label.text() for label in page.notice.findChildren(QLabel))


def test_the_time_of_its_end_stays(page: RacePage, workspace: Workspace) -> None:
    workspace.racing._worker = object()
    workspace.racing._on_events([Pace(0.5, 60.0)])
    told = page.state.text()
    workspace.racing._on_events([Pace(0.55, 57.0)])
    assert page.state.text() == told
    workspace.racing._worker = None
