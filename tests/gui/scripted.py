"""A workspace that acts its trainings, and short ways to make what a training reports."""

from __future__ import annotations

from collections.abc import Collection
from types import SimpleNamespace

import numpy as np
from pytestqt.qtbot import QtBot

from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.reports import Evaluation, Finished, Progress, Row, Scoreboard, Snapshot
from textgen.gui.train.train_panel import TrainPanel
from textgen.gui.work.workspace import Workspace

# the offscreen platform says so of every window that is shown
OFFSCREEN = "This plugin does not support propagateSizeHints"


class ScriptedWorkspace(Workspace):
    """A workspace whose trainings are acted, not done: `play` hands events over as the worker would."""

    def __init__(self) -> None:
        super().__init__()
        self.started: list[tuple[ModelConfig, TrainConfig]] = []
        self.fixed: Collection[str] | None = None  # of the last training, and what it began from
        self.start: object = None
        self.places: list[str] = []
        self.placeWanted.connect(self.places.append)

    def _train(self, model: ModelConfig, train: TrainConfig, fixed: Collection[str] | None, start: object) -> None:
        self.started.append((model, train))
        self.fixed, self.start = fixed, start
        self._forget_training()
        self.training_name = self.corpus.name
        self._trainer = SimpleNamespace(pause=_nothing, resume=_nothing, stop=_nothing, end=lambda limit: None)
        self._set_training("starting")
        self.set_going_on(False)

    def play(self, *events: object) -> None:
        self._training_items(list(events))

    def end(self, reason: str, *history: Evaluation, scores: Scoreboard | None = None) -> None:
        self.play(Snapshot(checkpoint(*history), True), Finished(reason, checkpoint(*history, scores=scores)))
        self._training_done()

    def give_text(self, words: int = 20_000, name: str = "Alice.txt") -> None:
        self.corpus = SimpleNamespace(name=name, words=words, path=name, types=("<unk>", "\n", "the"))
        self.corpusChanged.emit()


def _nothing() -> None:
    pass


def checkpoint(*history: Evaluation, scores: Scoreboard | None = None) -> SimpleNamespace:
    best = min(history, key=lambda e: e.held_out_perplexity, default=None)
    return SimpleNamespace(
        fingerprint="",
        model=ModelConfig(), train=TrainConfig(), history=history, best=best, source="Alice.txt", seconds=120.0,
        counts=(3, 2), words=("the", "king"), parameters=10, weights={"a": np.zeros(1)}, tokens=100,
        ngrams=None, mixture=None, scores=scores,
    )  # fmt: skip


def scoreboard(network: float = 60.0, mixed: float = 48.0) -> Scoreboard:
    rows = {"unigrams": 310.0, "bigrams": 92.0, "kneser_ney": 71.0, "network": network, "mixed": mixed}
    hits = (0.21, 0.34, 0.4123)
    return Scoreboard(2_000, 31, tuple(Row(name, perplexity, hits) for name, perplexity in rows.items()), 0.385)


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
