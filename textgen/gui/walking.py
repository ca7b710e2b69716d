"""The network column by column, over the sentence and on from it, found out in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.networks import Networks
from textgen.gui.one_job import OneJob
from textgen.gui.worker import Job, Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.stepping import Stepper
    from textgen.engine.tokenizer import Tokenizer
    from textgen.engine.unrolled import Unrolled

LONGEST = 200  # columns: more are not looked at one by one


class Walking(OneJob):
    """The columns of one sentence; they stay until the next ones are there."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unrolled: Unrolled | None = None
        self._networks = networks
        self._walked: Checkpoint | None = None  # the model of those columns
        self._asked: tuple[Checkpoint, str, str, int | None] | None = None

    @property
    def busy(self) -> bool:
        """Whether columns are being found."""
        return self._worker is not None

    @property
    def can_go_on(self) -> bool:
        """Whether one more word may be written now."""
        return self._worker is None and self.unrolled is not None and 0 < len(self.unrolled.columns) < LONGEST

    def ask(self, checkpoint: Checkpoint, text: str, mode: str, seed: int | None) -> None:
        """Unroll over `text`, unless that is known or being done; what was asked before is given up."""
        asked = checkpoint, text, mode, seed
        if self._asked and self._asked[0] is checkpoint and self._asked[1:] == asked[1:]:
            return
        self._abandon()
        self._asked = asked

        def found(network: Stepper, tokenizer: Tokenizer) -> Unrolled:
            from textgen.engine.unrolled import walk

            return walk(network, tokenizer, text, mode, seed)

        self._walk(checkpoint, found)

    def go_on(self) -> None:
        """Let the network read the word that it wrote last, and write one more."""
        if not self.can_go_on:
            return
        unrolled = self.unrolled

        def found(network: Stepper, tokenizer: Tokenizer) -> Unrolled:
            from textgen.engine.unrolled import go_on

            return go_on(network, tokenizer, unrolled)

        self._walk(self._walked, found)

    def forget(self) -> None:
        """There is no sentence."""
        self._abandon()
        self.unrolled = self._asked = None
        self.changed.emit()

    def _abandon(self) -> None:
        if self._worker is not None:
            self._asked = None  # it can be asked again
        super()._abandon()

    def _walk(self, checkpoint: Checkpoint, find: Callable[[Stepper, Tokenizer], Unrolled]) -> None:
        def job(stopped: Stopped) -> Iterator[tuple[Checkpoint, Unrolled]]:
            network = self._networks.of(checkpoint)
            yield checkpoint, find(network.stepper, network.tokenizer)

        self._begin(job, self._on_walked)

    def _begin(self, job: Job, items: Callable) -> None:
        super()._begin(job, items)
        self.changed.emit()

    @Slot(list)
    def _on_walked(self, walked: list[tuple[Checkpoint, Unrolled]]) -> None:
        self._walked, self.unrolled = walked[-1]
        self.changed.emit()
