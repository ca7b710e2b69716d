"""The words of the open model, looked up by their first letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.engine.similar import SimilarWords
from textgen.gui.work.worker import Stopped, Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint


class KnownWords(QObject):
    """Sorts the words in a thread, when they are first asked for, and once for all snapshots of a training."""

    ready = Signal()  # words that were asked for before can be had now

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._checkpoint: Checkpoint | None = None
        self._words: tuple[str, ...] = ()
        self._sorted: SimilarWords | None = None
        self._worker: Worker | None = None

    def show_model(self, checkpoint: Checkpoint | None) -> None:
        """Look up in the words of this model from now on."""
        self._checkpoint = checkpoint

    def beginning(self, letters: str, n: int) -> tuple[tuple[str, int], ...]:
        """The most frequent words that begin so, with how often each occurs; none while they are being sorted."""
        if self._checkpoint is None or not letters:
            return ()
        if self._checkpoint.words != self._words:
            self._sort(self._checkpoint.words)
        if self._sorted is None:
            return ()
        words, counts = self._words, self._checkpoint.counts
        return tuple((words[i], counts[i]) for i in self._sorted.beginning(letters)[:n])

    def _sort(self, words: tuple[str, ...]) -> None:
        if self._worker is not None:
            self._worker.abandon()
        self._words, self._sorted = words, None

        def job(stopped: Stopped) -> Iterator[object]:
            yield SimilarWords(words)

        self._worker = Worker(job)
        self._worker.items.connect(self._on_sorted)
        self._worker.begin()

    @Slot(list)
    def _on_sorted(self, items: list) -> None:
        self._worker, self._sorted = None, items[0]
        self.ready.emit()
