"""The open text as the network goes through it, word by word, found out in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.work.networks import Networks
from textgen.gui.work.one_job import OneJob
from textgen.gui.work.origin import match
from textgen.gui.work.worker import Job, Stopped, give_way

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus
    from textgen.engine.moments import Moments, ReadingThrough


class TextMoments(OneJob):
    """The moments of one text with one model; they stay as long as both do.

    `match` is that of `origin.match`. `state` is "none" or "other" where there is no text to read (another text than
    the model's own is read if the person has agreed), else "waiting", "reading" or "ready".
    """

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.moments: Moments | None = None
        self.share = 0.0  # of the reading
        self.match = "none"
        self._networks = networks
        self._of: tuple[Checkpoint | None, Corpus | None] = None, None
        self._agreed: Corpus | None = None

    @property
    def state(self) -> str:
        """What can be said of the moments."""
        if self._worker is not None:
            return "reading"
        if self.moments is not None:
            return "ready"
        read = self.match in ("own", "unsure") or (self.match == "other" and self._agreed is self._of[1])
        return "waiting" if read else self.match

    def follow(self, checkpoint: Checkpoint | None, corpus: Corpus | None) -> None:
        """These are looked at now: the moments of others are of no use."""
        before, self._of = self._of, (checkpoint, corpus)
        if before[0] is not checkpoint or before[1] is not corpus:
            self._abandon()
            self.moments, self.match = None, match(corpus, checkpoint)
            self.changed.emit()

    def agree(self) -> None:
        """Read the text that is open, whoever learnt from it."""
        self._agreed = self._of[1]
        self.want()

    def want(self) -> None:
        """Read the text, if there is one and that is not done or being done."""
        if self.state == "waiting":
            self.share = 0.0
            self._begin(self._reading(*self._of), self._on_steps)
            self.changed.emit()

    def _reading(self, checkpoint: Checkpoint, corpus: Corpus) -> Job:
        def job(stopped: Stopped) -> Iterator[ReadingThrough]:
            give_way()
            model, _, tokenizer = self._networks.of(checkpoint)
            from textgen.engine.moments import read_through

            for step in read_through(model, tokenizer, corpus):
                if stopped():
                    return
                yield step

        return job

    @Slot(list)
    def _on_steps(self, steps: list[ReadingThrough]) -> None:
        self.share, self.moments = steps[-1].share, steps[-1].moments
        self.changed.emit()
