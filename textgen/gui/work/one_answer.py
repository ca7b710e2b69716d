"""What is found out about one sentence with one network, in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from textgen.gui.work.networks import Network, Networks
from textgen.gui.work.one_job import OneJob
from textgen.gui.work.worker import Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

Find = Callable[[Network], Any]  # runs in the worker's thread


class OneAnswer(OneJob):
    """The newest question counts; what was found stays until the next answer is there."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Any = None
        self._networks = networks
        self._model: Checkpoint | None = None  # of what was found
        self._asked: tuple[object, ...] | None = None  # what was found, or is being found

    def _ask(self, find: Find, checkpoint: Checkpoint | None, text: str, *further: object) -> None:
        """Find it out, unless that is known or being done. Without a model or a sentence there is nothing to find."""
        if checkpoint is None or not text:
            self._forget()
        elif self._asked != (checkpoint, text, *further):
            self._abandon()
            self._asked = (checkpoint, text, *further)
            self._find(find, checkpoint)

    def _find(self, find: Find, checkpoint: Checkpoint) -> None:
        def job(stopped: Stopped) -> Iterator[tuple[Checkpoint, Any]]:
            yield checkpoint, find(self._networks.of(checkpoint))

        self._begin(job, self._on_found)

    def _forget(self) -> None:
        self._abandon()
        self.found = self._asked = None
        self.changed.emit()

    def _abandon(self) -> None:
        if self._worker is not None:
            self._asked = None  # it can be asked again
        super()._abandon()

    @Slot(list)
    def _on_found(self, found: list[tuple[Checkpoint, Any]]) -> None:
        self._model, self.found = found[-1]
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._asked = None  # it can be asked again
        super()._on_failed(error)
