"""The open text as the network goes through it, word by word, found out in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.networks import Networks
from textgen.gui.one_job import OneJob
from textgen.gui.worker import Job, Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus
    from textgen.engine.moments import Moments, ReadingThrough


class TextMoments(OneJob):
    """The moments of one text with one model; they stay as long as both do."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.moments: Moments | None = None
        self.share = 0.0  # of the reading
        self._networks = networks
        self._of: tuple[Checkpoint | None, Corpus | None] = None, None

    @property
    def busy(self) -> bool:
        """Whether the text is being read."""
        return self._worker is not None

    def follow(self, checkpoint: Checkpoint | None, corpus: Corpus | None) -> None:
        """These are looked at now: the moments of others are of no use."""
        before, self._of = self._of, (checkpoint, corpus)
        if before[0] is not checkpoint or before[1] is not corpus:
            self._abandon()
            self.moments = None
            self.changed.emit()

    def want(self) -> None:
        """Read the text, unless that is done or being done."""
        checkpoint, corpus = self._of
        if checkpoint is not None and corpus is not None and self.moments is None and not self.busy:
            self.share = 0.0
            self._begin(self._reading(checkpoint, corpus), self._on_steps)
            self.changed.emit()

    def _reading(self, checkpoint: Checkpoint, corpus: Corpus) -> Job:
        def job(stopped: Stopped) -> Iterator[ReadingThrough]:
            model, _, tokenizer = self._networks.of(checkpoint)
            import torch

            from textgen.engine.moments import read_through

            torch.set_num_threads(1)  # the window and a training come first
            for step in read_through(model, tokenizer, corpus):
                if stopped():
                    return
                yield step

        return job

    @Slot(list)
    def _on_steps(self, steps: list[ReadingThrough]) -> None:
        self.share, self.moments = steps[-1].share, steps[-1].moments
        self.changed.emit()
