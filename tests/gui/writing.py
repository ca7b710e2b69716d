"""The place “Write” with a model that answers when the test says so."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from textgen.engine.config import SamplingConfig
from textgen.engine.reports import Choice, Prediction, UnknownWord
from textgen.gui.work.piece import at
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.draft import Draft
from textgen.gui.write.write_panel import WritePanel

WORDS = Prediction(
    (
        Choice("old", " old", 0.4),
        Choice("new", " new", 0.2),
        Choice("red", " red", 0.0004),
        Choice(",", ",", 0.0003),
        Choice("¶", "\n", 0.0002),
    )
)
UNKNOWN = UnknownWord("computer", (("compute", 7), ("computed", 2)))


def model(*, mixture: object = None, ngrams: object = None) -> SimpleNamespace:
    words = ("the", "house", "houses", "housed", "old", "hóuse", "new", "¡red")
    counts = (1200, 9, 7, 5, 4, 1, 1, 1)
    return SimpleNamespace(mixture=mixture, ngrams=ngrams, words=words, counts=counts, fingerprint="")


class Fake(Workspace):
    """Keeps what it is asked, and answers when the test says so."""

    def __init__(self, *, empty: bool = False) -> None:
        super().__init__()
        self.checkpoint = None if empty else model()
        self.asked: list[tuple[Any, ...]] = []
        self.narrow = False  # of what was asked last
        self.looked_up: list[tuple[str, SamplingConfig]] = []
        self.behind = ""
        self.cancelled = 0
        self.places: list[str] = []
        self.placeWanted.connect(self.places.append)

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
        self.narrow = narrow

    def look_up(self, text: str, sampling: SamplingConfig, *, behind: str = "") -> None:
        self.looked_up.append((text, sampling))
        self.behind = behind

    def cancel_prediction(self) -> None:
        self.cancelled += 1

    def snapshot(self, model: object) -> None:
        self.checkpoint = model
        self.modelChanged.emit()


def shown(qtbot: QtBot, workspace: Workspace) -> WritePanel:
    panel = WritePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    panel.draft.setFocus()
    return panel


def answer(panel: WritePanel, workspace: Fake, prediction: Prediction = WORDS) -> None:
    """What was asked last is answered now, without waiting for the pause in typing."""
    panel.suggester.ask()
    workspace.predicted.emit(prediction)


def grow(workspace: Fake, *texts: str, done: bool = True) -> None:
    """Write on, bit by bit."""
    for place, text in enumerate(texts, start=1):
        workspace.predicted.emit(Prediction((Choice("", text, 1.0),), done=done and place == len(texts)))


def type_text(panel: WritePanel, text: str) -> None:
    QTest.keyClicks(panel.draft, text)


def text_of(panel: WritePanel) -> str:
    return panel.draft.toPlainText()


def from_one_word(panel: WritePanel, seed: str) -> None:
    panel.modes.choose("from-one-word")
    panel.one_word.field.setText(seed)
    QTest.keyClick(panel.one_word.field, Qt.Key.Key_Return)


def written(draft: Draft, before: str, *words: str, kind: str = "generated") -> None:
    """A person's words, and the model's after them as one run."""
    draft.set_text(before)
    draft.grow(draft.piece(kind), "".join(words))


def put_cursor(draft: Draft, place: int, anchor: int | None = None) -> None:
    cursor = draft.textCursor()
    cursor.setPosition(place if anchor is None else anchor)
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    draft.setTextCursor(cursor)


def spot(draft: Draft, place: int) -> QPoint:
    """Inside the letter after `place`, in its left half."""
    rects = [draft.cursorRect(at(draft.document(), where)) for where in (place, place + 1)]
    return rects[0].center() + QPoint(max(1, (rects[1].left() - rects[0].left()) // 4), 0)


def click(draft: Draft, place: int) -> None:
    QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, pos=spot(draft, place))
