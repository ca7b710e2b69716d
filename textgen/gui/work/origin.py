"""Where words come from: how the open text stands to the open model, and the index over it, made in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.engine.problem import Problem
from textgen.engine.reports import Indexing
from textgen.gui.parts import log
from textgen.gui.work import jobs
from textgen.gui.work.one_job import OneJob

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus
    from textgen.engine.provenance import TextIndex


class Origin(OneJob):
    """Told by the workspace which text and which model are open; `want` says that an index is of use now.

    `match` is "none" (no text or no model is open), "own" (the model learnt from this text), "other" (it did not) or
    "unsure" (it was saved before models said from which text they learnt). Without `compare`, another text is left
    alone. `state` is "none", "other", "building", "ready" or "failed", which `problem` explains.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.match = "none"
        self.share = 0.0  # of the building
        self.index: TextIndex | None = None
        self.problem: Problem | None = None
        self._corpus: Corpus | None = None
        self._agreed = False  # the open text is to be looked through, whoever learnt from it
        self._wanted = self._calm = False
        self._held: Callable[[], None] | None = None

    @property
    def state(self) -> str:
        """What can be said of where words come from."""
        if not self._usable:
            return self.match
        if self.problem is not None:
            return "failed"
        return "building" if self.index is None else "ready"

    @property
    def _usable(self) -> bool:
        return self.match in ("own", "unsure") or (self.match == "other" and self._agreed)

    # ---- what is told -----------------------------------------------------------------------------------------------

    def follow(self, corpus: Corpus | None, checkpoint: Checkpoint | None, *, calm: bool) -> None:
        """These are open now. Not `calm`: a training has just begun, and is to have the computer for itself."""
        before, now = (self._corpus, self.match, self._calm), (corpus, match(corpus, checkpoint), calm)
        if corpus is not self._corpus:
            self._forget()
            self._agreed = False
        self._corpus, self.match, self._calm = now
        if before != now:
            self._go_on()

    def want(self) -> None:
        """Somebody looks, or writes with a limit: make the index as soon as that can be done."""
        if not self._wanted:
            self._wanted = True
            self._go_on()

    @Slot()
    def compare(self) -> None:
        """Look through the text that is open, though the model learnt from another."""
        self._agreed = True
        self._go_on()

    def settled(self, act: Callable[[], None]) -> None:
        """Run `act` as soon as no index is about to be ready; the newest one wins."""
        self._held = act
        self.want()
        self._release()

    def drop(self) -> None:
        """Whoever waits for the index need not be told any more."""
        self._held = None

    def stop(self) -> None:
        """Make no index any more."""
        self.drop()
        self._wanted = False
        self._abandon()

    # ---- the building -----------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Begin what can be begun, and tell what has changed."""
        if self._wanted and self._calm and self.state == "building" and self._worker is None:
            self._begin(jobs.indexing(self._corpus), self._on_steps)
        self.changed.emit()
        self._release()

    def _release(self) -> None:
        if self._held is not None and self.state != "building":
            act, self._held = self._held, None
            act()

    def _forget(self) -> None:
        self._abandon()
        self.index, self.problem, self.share = None, None, 0.0

    @Slot(list)
    def _on_steps(self, steps: list[Indexing]) -> None:
        self.share, self.index = steps[-1].share, steps[-1].index
        self._go_on()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.problem = log.as_problem(error)
        self._rest()
        self._go_on()


def match(corpus: Corpus | None, checkpoint: Checkpoint | None) -> str:
    """How a text stands to a model: "none", "own", "other" or "unsure"."""
    if corpus is None or checkpoint is None:
        return "none"
    if not checkpoint.fingerprint:
        return "unsure"
    return "own" if checkpoint.learnt_from(corpus) else "other"
