"""What many parts of the window are shown with; the engine's small text and the model trained on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.engine.conftest import tiny_corpus, tiny_text, trained
from tests.gui.scripted import ScriptedWorkspace, progress
from textgen.gui.train.train_panel import TrainPanel
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.draft import Draft

__all__ = ["tiny_corpus", "tiny_text", "trained"]


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    """Without a text and without a model."""
    made = Workspace()
    yield made
    assert made.close()


@pytest.fixture
def scripted_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """The models hold no network; that one which does not fit is refused is shown where real ones are."""
    monkeypatch.setattr("textgen.gui.work.predictions.Predictions.prepare", lambda self, checkpoint: None)


@pytest.fixture
def draft(qtbot: QtBot) -> Draft:
    draft = Draft()
    qtbot.addWidget(draft)
    return draft


@pytest.fixture
def running(panel: TrainPanel, workspace: ScriptedWorkspace) -> TrainPanel:
    """The Train place while a training goes on."""
    workspace.give_text()
    panel.setup.start.click()
    workspace.play(progress(1))
    return panel
