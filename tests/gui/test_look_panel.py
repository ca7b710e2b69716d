"""The place Look inside: the way to a model, the sentence, and the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.looking import look_panel, set_model
from textgen.engine.checkpoint import Checkpoint
from textgen.gui.look.look_empty import EmptyPage
from textgen.gui.look.look_panel import LookPanel
from textgen.gui.work.workspace import Workspace


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> LookPanel:
    return look_panel(qtbot, workspace)


def visible_empty(panel: LookPanel) -> EmptyPage:
    (found,) = (page for page in panel.findChildren(EmptyPage) if page.isVisible())
    return found


def test_without_a_model_it_leads_to_one(panel: LookPanel, workspace: Workspace, qtbot: QtBot) -> None:
    train, choose, *_ = visible_empty(panel).findChildren(QPushButton)
    with qtbot.waitSignal(workspace.placeWanted) as wanted:
        qtbot.mouseClick(train, Qt.MouseButton.LeftButton)
    assert wanted.args == ["text"]
    with qtbot.waitSignal(workspace.fileWanted) as wanted:
        qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)
    assert wanted.args == ["model"]


def test_with_a_text_it_leads_to_training(panel: LookPanel, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.corpus = object()
    with qtbot.waitSignal(workspace.placeWanted) as wanted:
        qtbot.mouseClick(visible_empty(panel).findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert wanted.args == ["train"]


def test_with_a_model_the_pages_are_there(panel: LookPanel, workspace: Workspace, trained: Checkpoint) -> None:
    set_model(workspace, trained)
    assert panel.pages["model"].isVisible()
    assert not any(page.isVisible() for page in panel.findChildren(EmptyPage))


def test_it_begins_with_the_sentence_on_the_page(qtbot: QtBot, workspace: Workspace, trained: Checkpoint) -> None:
    workspace.inside.written = lambda: "Ada eats the soup."
    set_model(workspace, trained)
    panel = look_panel(qtbot, workspace)
    assert panel.sentence.field.text() == "Ada eats the soup."
    panel.side.show_page("microscope")
    qtbot.waitUntil(lambda: workspace.inside.tracing.found is not None)
    assert workspace.inside.tracing.found.words == ("Ada", "eats", "the", "soup", ".")


def test_without_a_page_it_begins_with_what_the_model_wrote(
    qtbot: QtBot, workspace: Workspace, trained: Checkpoint
) -> None:
    set_model(workspace, trained)
    panel = look_panel(qtbot, workspace)
    assert panel.sentence.field.text() == " ".join(trained.best.sample.split()[:12])


def test_what_is_typed_is_traced(panel: LookPanel, workspace: Workspace, trained: Checkpoint, qtbot: QtBot) -> None:
    set_model(workspace, trained)
    panel.side.show_page("microscope")
    panel.sentence.field.clear()
    qtbot.keyClicks(panel.sentence.field, "Then Bruno says")
    qtbot.waitUntil(
        lambda: (trace := workspace.inside.tracing.found) is not None and trace.words == ("Then", "Bruno", "says")
    )


def test_out_of_sight_nothing_is_found_out(
    panel: LookPanel, workspace: Workspace, trained: Checkpoint, qtbot: QtBot
) -> None:
    panel.side.show_page("microscope")
    panel.hide()
    set_model(workspace, trained)
    workspace.inside.say("Ada eats")
    assert workspace.inside.tracing._worker is None
    panel.show()
    assert workspace.inside.tracing._worker is not None


def test_a_trace_is_made_where_it_is_shown(
    panel: LookPanel, workspace: Workspace, trained: Checkpoint, qtbot: QtBot
) -> None:
    set_model(workspace, trained)
    for name in panel.pages:
        panel.side.show_page(name)
        workspace.inside.say(f"Ada eats {name}")
        assert (workspace.inside.tracing._worker is not None) == (name == "microscope")


def test_a_long_text_is_cut(workspace: Workspace) -> None:
    workspace.inside.say("word " * 300)
    assert len(workspace.inside.sentence.split()) == 100
