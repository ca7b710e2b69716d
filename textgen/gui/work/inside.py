"""What the place Look inside looks at: a model, a sentence, and what is found out about both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen.gui.parts import log
from textgen.gui.work.networks import Networks
from textgen.gui.work.one_job import OneJob
from textgen.gui.work.reasons import Reasons
from textgen.gui.work.remembering import ModelMemory, Remembering
from textgen.gui.work.similar_moments import SimilarMoments
from textgen.gui.work.text_moments import TextMoments
from textgen.gui.work.tracing import Tracing
from textgen.gui.work.walking import Walking
from textgen.gui.work.worker import Worker

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

LONGEST = 100  # words of a sentence that are read: more would not be readable side by side


def _nothing() -> str:
    return ""


class Inside(QObject):
    """Its model is an example that comes with the program, where one is shown, else the person's own.

    All signals come in the window's thread.
    """

    modelChanged = Signal()
    sentenceChanged = Signal()
    failed = Signal(object)  # Problem: an example could not be opened

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentence: str = ""
        self.example: Checkpoint | None = None
        #: The sentence on the page at the cursor; the window connects the page.
        self.written: Callable[[], str] = _nothing
        self.networks = Networks()
        self.tracing = Tracing(self.networks, self)
        self.remembering = Remembering(self.networks, self)
        self.model_memory = ModelMemory(self.networks, self)
        self.reasons, self.similar = Reasons(self.networks, self), SimilarMoments(self)
        self.moments = TextMoments(self.networks, self)
        self.walking = Walking(self.networks, self)
        self._own: Checkpoint | None = None
        self._opener: Worker | None = None

    @property
    def checkpoint(self) -> Checkpoint | None:
        """The model that is looked into."""
        return self.example or self._own

    def follow(self, checkpoint: Checkpoint | None) -> None:
        """The person's own model is this one now."""
        if checkpoint is not self._own:
            self._own = checkpoint
            if self.example is None:
                self.modelChanged.emit()

    def say(self, sentence: str) -> None:
        """Look at another sentence; at most LONGEST words of it."""
        shorter = " ".join(sentence.split()[:LONGEST])
        if shorter != self.sentence:
            self.sentence = shorter
            self.sentenceChanged.emit()

    def begin(self) -> None:
        """Where there is no sentence yet: the one on the page, else one that the model has written in its training."""
        if not self.sentence:
            self.say(self.written() or self._sample())

    def show_example(self, path: str) -> None:
        """Look into a model that comes with the program; the person's own stays open."""
        from textgen.gui.work import jobs

        self._drop()
        self._opener = Worker(jobs.opening(path, lambda checkpoint: None))
        self._opener.items.connect(self._on_example)
        self._opener.failed.connect(self._on_failed)
        self._opener.begin()

    def leave_example(self) -> None:
        """Look into the person's own model again."""
        self._drop()
        if self.example is not None:
            self.example = None
            self.modelChanged.emit()

    def stop(self) -> None:
        """Give up whatever is being found out."""
        self._drop()
        for part in self.findChildren(OneJob):
            part.stop()

    def _sample(self) -> str:
        best = self.checkpoint.best if self.checkpoint else None
        words = best.sample.split() if best else []
        return " ".join(words[:12])

    def _drop(self) -> None:
        if self._opener is not None:
            self._opener.abandon()
            self._opener = None

    @Slot(list)
    def _on_example(self, models: list[Checkpoint]) -> None:
        self.example = models[-1]
        self.modelChanged.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(log.as_problem(error))
