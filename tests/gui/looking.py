"""The place “Look inside” on the screen, and the model that it looks into."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from textgen.engine.checkpoint import Checkpoint
from textgen.gui.look.look_panel import LookPanel
from textgen.gui.work.workspace import Workspace


def look_panel(qtbot: QtBot, workspace: Workspace) -> LookPanel:
    panel = LookPanel(workspace)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def set_model(workspace: Workspace, checkpoint: Checkpoint) -> None:
    """The person's own model is this one now."""
    workspace.checkpoint = checkpoint
    workspace.modelChanged.emit()
