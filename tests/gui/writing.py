"""The place “Write” with a model that answers when the test says so."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from textgen.engine.config import SamplingConfig
from textgen.engine.reports import Choice, Prediction
from textgen.gui.draft import Draft
from textgen.gui.piece import at
from textgen.gui.workspace import Workspace
from textgen.gui.write_panel import WritePanel

WORDS = Prediction(tuple(Choice(w.strip(), w, p) for w, p in ((" man", 0.4), (" dog", 0.2), (",", 0.1))))


class AskedWorkspace(Workspace):
    """Keeps what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.checkpoint = SimpleNamespace(
            mixture=None, ngrams=None, words=("man", "dog"), counts=(2, 1), fingerprint=""
        )
        self.asked: list[tuple[Any, ...]] = []
        self.looked_up: list[tuple[str, SamplingConfig]] = []
        self.behind = ""
        self.cancelled = 0

    def predict(
        self,
        mode: str,
        text: str,
        sampling: SamplingConfig,
        length: int = 50,
        *,
        narrow: bool = False,
        behind: str = "",
    ) -> None:
        self.asked.append((mode, text, sampling, length))

    def look_up(self, text: str, sampling: SamplingConfig, *, behind: str = "") -> None:
        self.looked_up.append((text, sampling))
        self.behind = behind

    def cancel_prediction(self) -> None:
        self.cancelled += 1

    def grow(self, *texts: str, done: bool = True) -> None:
        """Write on, bit by bit."""
        for place, text in enumerate(texts, start=1):
            self.predicted.emit(Prediction((Choice("", text, 1.0),), done=done and place == len(texts)))


def shown(qtbot: QtBot, workspace: Workspace) -> WritePanel:
    panel = WritePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    panel.draft.setFocus()
    return panel


def written(draft: Draft, before: str, *words: str, kind: str = "generated") -> None:
    """A person's words, and the model's after them as one run."""
    draft.set_text(before)
    draft.grow(draft.piece(kind), "".join(words))


def spot(draft: Draft, place: int) -> QPoint:
    """Inside the letter after `place`, in its left half."""
    rects = [draft.cursorRect(at(draft.document(), where)) for where in (place, place + 1)]
    return rects[0].center() + QPoint(max(1, (rects[1].left() - rects[0].left()) // 4), 0)


def click(draft: Draft, place: int) -> None:
    QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, pos=spot(draft, place))
