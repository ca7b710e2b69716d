"""What happens inside the network while it reads the sentence, found out in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.networks import Networks
from textgen.gui.one_job import OneJob
from textgen.gui.worker import Job, Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.trace import Trace


class Tracing(OneJob):
    """The trace of one sentence; it stays until the next one is there."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trace: Trace | None = None
        self._networks = networks

    def ask(self, checkpoint: Checkpoint, text: str) -> None:
        """Trace `text`; what was asked before is given up."""
        self._abandon()
        self._begin(self._tracing(checkpoint, text), self._on_trace)

    def forget(self) -> None:
        """There is nothing to trace."""
        self._abandon()
        self.trace = None
        self.changed.emit()

    def _tracing(self, checkpoint: Checkpoint, text: str) -> Job:
        def job(stopped: Stopped) -> Iterator[Trace]:
            network = self._networks.of(checkpoint)
            from textgen.engine.trace import trace

            yield trace(network.stepper, network.tokenizer, text)

        return job

    @Slot(list)
    def _on_trace(self, traces: list[Trace]) -> None:
        self.trace = traces[-1]
        self.changed.emit()
