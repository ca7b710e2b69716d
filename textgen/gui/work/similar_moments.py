"""The moments of a text that are most like the end of a sentence, searched for in the background."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.work.one_job import OneJob
from textgen.gui.work.worker import Stopped

if TYPE_CHECKING:
    from textgen.engine.gates import Vector
    from textgen.engine.moments import Moment, Moments
    from textgen.engine.reports import Passage

SHOWN = 12
BEFORE = 14  # words and marks of a line that is read before the word that came next


@dataclass(frozen=True)
class Similar:
    """Moments, nearest first, each with the passage that its line shows, and how far all are on average."""

    moments: tuple[Moment, ...]
    passages: tuple[Passage, ...]
    mean: float


class SimilarMoments(OneJob):
    """Those of one hidden state; they stay until the next are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Similar | None = None

    def ask(self, moments: Moments, state: Vector) -> None:
        """Search; what was asked before is given up."""
        self._abandon()

        def job(stopped: Stopped) -> Iterator[Similar]:
            yield _similar(moments, state)

        self._begin(job, self._on_found)

    def forget(self) -> None:
        """There is nothing to search in, or for."""
        self._abandon()
        if self.found is not None:
            self.found = None
            self.changed.emit()

    @Slot(list)
    def _on_found(self, found: list[Similar]) -> None:
        self.found = found[-1]
        self.changed.emit()


def _similar(moments: Moments, state: Vector) -> Similar:
    near, mean = moments.nearest(state, SHOWN)
    corpus = moments.corpus
    lines = (
        corpus.passage(max(0, at - BEFORE), at, at + 1, min(len(corpus.ids), at + 2))
        for at in (moment.token + 1 for moment in near)
    )
    return Similar(near, tuple(lines), mean)
