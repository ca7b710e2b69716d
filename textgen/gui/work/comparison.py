"""The same prompt written on by each snapshot of a training, in the background."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.engine.config import SamplingConfig
from textgen.gui.work import jobs
from textgen.gui.work.one_job import OneJob
from textgen.gui.work.snapshots import evaluation_of

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.provenance import TextIndex

SEED = 1  # where the person has chosen none: what differs shall come from the models and not from chance


@dataclass(frozen=True)
class Task:
    """What each of them writes on from, and how."""

    prompt: str
    sampling: SamplingConfig
    length: int
    index: TextIndex | None = None  # over the training text, where no more than so much of it may be borrowed

    @classmethod
    def of(cls, prompt: str, sampling: SamplingConfig, length: int, index: TextIndex | None = None) -> Task:
        """A task whose seed is always the same."""
        seeded = replace(sampling, seed=sampling.seed or SEED)
        return cls(prompt, seeded, length, index if sampling.borrow else None)


class Comparison(OneJob):
    """Each text is written once and kept until there is another task.

    It writes with a predictor of its own, made in its own thread, so that suggestions need not wait for it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.task: Task | None = None  # that of the texts there are
        self._texts: dict[int, str] = {}  # by the step of the training: what the models weigh shall not stay

    def text(self, snapshot: Checkpoint) -> str | None:
        """What it has written: what to append to the prompt without its last spaces."""
        return self._texts.get(evaluation_of(snapshot).step)

    def missing(self, task: Task, snapshots: Iterable[Checkpoint]) -> list[Checkpoint]:
        """Those that have not written this."""
        return [one for one in snapshots if task != self.task or self.text(one) is None]

    def write(self, task: Task, snapshots: Sequence[Checkpoint]) -> None:
        """Let each of them write that has not done so, the first of them first."""
        self._abandon()
        missing = self.missing(task, snapshots)
        if task != self.task:
            self.task, self._texts = task, {}
        if missing:
            self._begin(jobs.comparing(missing, task.prompt, task.sampling, task.length, task.index), self._on_texts)
        self.changed.emit()

    def forget(self) -> None:
        """The snapshots are gone, and what they have written with them."""
        self._abandon()
        self.task, self._texts = None, {}
        self.changed.emit()

    @Slot(list)
    def _on_texts(self, texts: list[tuple[Checkpoint, str]]) -> None:
        self._texts.update((evaluation_of(one).step, text) for one, text in texts)
        self.changed.emit()
