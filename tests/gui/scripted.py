"""A workspace that acts its trainings, and short ways to make what a training reports."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
from pytestqt.qtbot import QtBot

from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.reports import Evaluation, Finished, Progress, Snapshot
from textgen.gui.train_panel import TrainPanel
from textgen.gui.workspace import Workspace

# the offscreen platform says so of every window that is shown
OFFSCREEN = "This plugin does not support propagateSizeHints"


class ScriptedWorkspace(Workspace):
    """A workspace whose trainings are acted, not done: `play` hands events over as the worker would."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[tuple[ModelConfig, TrainConfig]] = []
        self.places: list[str] = []
        self.placeWanted.connect(self.places.append)

    def _train(self, model: ModelConfig, train: TrainConfig) -> None:
        self.started.append((model, train))
        self.evaluations, self.progress_points, self.latest, self.finished = [], [], None, None
        self.training_name = self.corpus.name
        self._trainer = SimpleNamespace(pause=_nothing, resume=_nothing, stop=_nothing, end=lambda limit: None)
        self._set_training("starting")

    def play(self, *events: object) -> None:
        self._training_items(list(events))

    def end(self, reason: str, *history: Evaluation) -> None:
        self.play(Snapshot(checkpoint(*history), True), Finished(reason, checkpoint(*history)))
        self._training_done()

    def give_text(self, words: int = 20_000, name: str = "Alice.txt") -> None:
        self.corpus = SimpleNamespace(name=name, words=words, path=name, types=("<unk>", "\n", "the"))
        self.corpusChanged.emit()


def _nothing() -> None:
    pass


def checkpoint(*history: Evaluation) -> SimpleNamespace:
    best = min(history, key=lambda e: e.held_out_perplexity, default=None)
    return SimpleNamespace(
        model=ModelConfig(), train=TrainConfig(), history=history, best=best, source="Alice.txt", seconds=120.0,
        counts=(3, 2), words=("the", "king"), parameters=10, weights={"a": np.zeros(1)}, tokens=100,
    )  # fmt: skip


def progress(
    seconds: float, *, share: float | None = 0.1, left: float | None = 60.0, phase: str = "training"
) -> Progress:
    return Progress(phase, int(seconds), seconds / 20, seconds, 41_234.0, 50.0, share, left)


def evaluation(seconds: float, held_out: float, training: float = 30.0, sample: str = "The king said.") -> Evaluation:
    return Evaluation(int(seconds), seconds / 20, seconds, training, held_out, True, sample)


def train_panel(qtbot: QtBot, workspace: ScriptedWorkspace) -> TrainPanel:
    """The Train place, on the screen."""
    panel = TrainPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(900, 640)
    panel.show()
    return panel


def figure(panel: TrainPanel, name: str) -> str:
    """The text of one of the figures below the curve."""
    return panel.progress.figures.figures[name].value.text()


def shown(panel: TrainPanel) -> object:
    """The page that is in sight."""
    return panel.pages.currentWidget()
