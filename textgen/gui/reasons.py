"""Why the network says a word, found out in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.networks import Networks
from textgen.gui.one_job import OneJob
from textgen.gui.worker import Job, Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.contributions import Contributions

Wanted = int | str | None  # the number of a word, a word as it is typed, or the likeliest


class Reasons(OneJob):
    """What each word of a sentence did for a word that may follow; it stays until the next answer is there."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Contributions | None = None
        self._networks = networks

    def ask(self, checkpoint: Checkpoint, text: str, word: Wanted = None) -> None:
        """Explain `word` after `text`; what was asked before is given up. `failed` if it is no word of the model's."""
        self._abandon()
        self._begin(self._explaining(checkpoint, text, word), self._on_found)

    def forget(self) -> None:
        """There is nothing to explain."""
        self._abandon()
        self.found = None
        self.changed.emit()

    def _explaining(self, checkpoint: Checkpoint, text: str, word: Wanted) -> Job:
        def job(stopped: Stopped) -> Iterator[Contributions]:
            model, network, tokenizer = self._networks.of(checkpoint)
            import torch

            from textgen.engine.contributions import contributions, number_of

            torch.set_num_threads(1)  # a sentence is too little to share, and a training may be using the other cores
            number = number_of(word, tokenizer) if isinstance(word, str) else word
            yield contributions(model, network, tokenizer, text, number)

        return job

    @Slot(list)
    def _on_found(self, found: list[Contributions]) -> None:
        self.found = found[-1]
        self.changed.emit()
