"""What a model is, stated in the place Look inside."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.looking import look_panel, set_model
from tests.gui.scripted import scoreboard
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import CELL_NAMES, ModelConfig, TrainConfig
from textgen.engine.reports import BASELINES, Evaluation
from textgen.gui.look.history_table import HistoryTable
from textgen.gui.look.look_panel import LookPanel
from textgen.gui.look.score_table import NAMES, ScoreTable
from textgen.gui.look.statement_page import CELLS
from textgen.gui.parts import style
from textgen.gui.work.workspace import Workspace


def model(history: tuple[Evaluation, ...] = (), **shape: object) -> Checkpoint:
    weights = {"a": np.zeros((1000, 12), np.float32), "b": np.zeros(345, np.float32)}
    return Checkpoint(
        ModelConfig(**shape), TrainConfig(), ("the", "cat"), (9, 4), weights, history, "Alice.txt", 125.0, 26_000
    )


def evaluation(seconds: float, held_out: float, sample: str = "The\ncat.") -> Evaluation:
    return Evaluation(1, 1.5, seconds, 20.0, held_out, True, sample)


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> LookPanel:
    return look_panel(qtbot, workspace)


def facts(panel: LookPanel) -> dict[str, str]:
    grid = panel.pages["model"]._figures
    return {
        grid.itemAtPosition(line, 0).widget().text(): grid.itemAtPosition(line, 1).widget().text()
        for line in range(grid.rowCount())
    }


def test_a_model_is_stated_in_figures(panel: LookPanel, workspace: Workspace) -> None:
    set_model(workspace, model((evaluation(5, 60.0), evaluation(9, 33.4)), cell="gru", units=512, layers=2))
    stated = facts(panel)
    assert stated["Cell"] == "GRU"
    assert "512 units" in stated["Layers"]
    assert stated["Words it knows"] == "2"
    assert stated["Parameters"] == "12,345"
    assert stated["Held-out perplexity"].startswith("33.4: as unsure as choosing among 33 ")
    assert stated["Trained for"] == "2 min 5 s"
    assert stated["Trained on"] == "Alice.txt (26,000 words and marks)"


def test_a_model_that_was_never_measured_says_so(panel: LookPanel, workspace: Workspace) -> None:
    set_model(workspace, model())
    assert facts(panel)["Held-out perplexity"] == "not measured yet"
    assert not panel.findChild(HistoryTable).isVisible()


def test_perplexity_has_its_sentence_one_hover_away(panel: LookPanel, workspace: Workspace) -> None:
    set_model(workspace, model((evaluation(5, 60.0),)))
    *_, name = (label for label in panel.pages["model"].findChildren(QLabel) if label.text() == "Held-out perplexity")
    assert "has not seen" in name.toolTip()


def test_the_history_has_a_line_for_each_evaluation_and_marks_the_best(panel: LookPanel, workspace: Workspace) -> None:
    set_model(workspace, model((evaluation(5, 60.0), evaluation(65, 33.4), evaluation(90, 35.0))))
    table = panel.findChild(HistoryTable)
    lines = [[table.item(line, column).text().strip() for column in range(5)] for line in range(table.rowCount())]
    assert lines[1] == ["1 min 5 s", "1.5", "20.0", "33.4", "The cat."]
    colours = [table.item(line, 0).foreground().color() for line in range(3)]
    now = style.colours()
    assert colours == [now.text, now.accent, now.text]


def test_the_history_shows_the_keyboard_on_its_border_and_boxes_no_cell(panel: LookPanel, workspace: Workspace) -> None:
    set_model(workspace, model((evaluation(5, 60.0), evaluation(65, 33.4))))
    table = panel.findChild(HistoryTable)
    panel.activateWindow()
    before = table.grab().toImage()
    table.setFocus()
    after = table.grab().toImage()
    cell = table.visualItemRect(table.item(0, 0)).translated(table.viewport().pos())
    assert after.copy(cell) == before.copy(cell)
    assert after.pixel(0, after.height() // 2) == style.colours().accent.rgb()


def test_every_cell_has_its_sentence() -> None:
    assert set(CELLS) == set(CELL_NAMES)


def test_the_colours_follow_the_system(panel: LookPanel, workspace: Workspace) -> None:
    app = QApplication.instance()
    before = app.palette()
    set_model(workspace, model((evaluation(5, 60.0), evaluation(9, 33.4))))
    dark = QPalette(before)
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    dark.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    dark.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    try:
        app.setPalette(dark)
        item = panel.findChild(HistoryTable).item(0, 0)
        assert item.foreground().color() == style.colours().text
        assert style.colours().dark
    finally:
        app.setPalette(before)
    assert not style.colours().dark


# ---- how well it predicts ----------------------------------------------------------------------------------------------


def lines(table: ScoreTable) -> list[list[str]]:
    return [
        [table.item(line, column).text() for column in range(table.columnCount())] for line in range(table.rowCount())
    ]


def test_scores_are_said_and_shown_and_the_best_is_marked(panel: LookPanel, workspace: Workspace) -> None:
    set_model(workspace, replace(model((evaluation(5, 60.0),)), scores=scoreboard()))
    section = panel.pages["model"].scores
    assert section.isVisible()
    assert section.sentences.text() == (
        "On text it has not seen, the model is as unsure as choosing among 48.0 words.\n"
        "On the text that it was trained on it comes to 20.0: much of that it knows by heart."
    )
    assert lines(section.table)[-2:] == [
        ["The network alone", "", "60.0", "21.0 %", "34.0 %", "41.2 %"],
        ["… with both", "", "48.0", "21.0 %", "34.0 %", "41.2 %"],
    ]
    colours = [section.table.item(line, 0).foreground().color() for line in range(5)]
    assert colours == [style.colours().text] * 4 + [style.colours().accent]
    assert section.typing.text().startswith("38.5 % of the keys saved")
    assert "2,000 words and marks; the model does not know 31" in section.typing.text()
    assert "Held-out perplexity" not in facts(panel), "the table says it"


def test_a_model_that_was_never_scored_says_nothing_of_scores(panel: LookPanel, workspace: Workspace) -> None:
    set_model(workspace, model((evaluation(5, 60.0),)))
    assert not panel.pages["model"].scores.isVisible()


def test_while_it_trains_a_line_says_when_it_will_be_scored(panel: LookPanel, workspace: Workspace) -> None:
    workspace.training = "running"
    set_model(workspace, model((evaluation(5, 60.0),)))
    assert panel.pages["model"].scores.isVisible()
    assert not panel.pages["model"].scores.table.isVisible()
    assert "when the training is over" in panel.pages["model"].scores.typing.text()
    workspace._set_training("idle")
    assert not panel.pages["model"].scores.isVisible()


@pytest.mark.parametrize("width", [640, 900, 1200])
def test_the_table_of_scores_never_scrolls_and_its_figures_are_whole(
    panel: LookPanel, workspace: Workspace, width: int, qtbot: QtBot
) -> None:
    panel.resize(width, 600)
    set_model(workspace, replace(model((evaluation(5, 60.0),)), scores=scoreboard()))
    table = panel.pages["model"].scores.table
    qtbot.waitUntil(lambda: table.viewport().width() > 0)
    assert table.horizontalScrollBar().maximum() == 0
    for column in range(2, table.columnCount()):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)
    assert table.columnWidth(1) >= 40 or table.isColumnHidden(1)
    assert table.columnWidth(0) >= (table.sizeHintForColumn(0) if width > 640 else 170)


def test_every_row_of_a_scoreboard_has_a_name_for_people() -> None:
    mixes = ("network", "with_ngrams", "with_cache", "mixed")
    assert set(NAMES) == {*BASELINES, *mixes}
