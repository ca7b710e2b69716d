"""The network column by column, over the sentence and on from it, found out in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textgen.gui.work.networks import Network
from textgen.gui.work.one_answer import OneAnswer
from textgen.gui.work.worker import Job

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.unrolled import Unrolled

LONGEST = 200  # columns: more are not looked at one by one


class Walking(OneAnswer):
    """The columns of one sentence; they stay until the next ones are there."""

    found: Unrolled | None

    @property
    def can_go_on(self) -> bool:
        """Whether one more word may be written now."""
        return self._worker is None and self.found is not None and 0 < len(self.found.columns) < LONGEST

    def ask(self, checkpoint: Checkpoint | None, text: str, mode: str, seed: int | None) -> None:
        """Unroll over `text`; what was asked before is given up."""

        def find(network: Network) -> Unrolled:
            from textgen.engine.unrolled import walk

            return walk(network.stepper, network.tokenizer, text, mode, seed)

        self._ask(find, checkpoint, text, mode, seed)

    def go_on(self) -> None:
        """Let the network read the word that it wrote last, and write one more."""
        if not self.can_go_on:
            return
        unrolled = self.found

        def find(network: Network) -> Unrolled:
            from textgen.engine.unrolled import go_on

            return go_on(network.stepper, network.tokenizer, unrolled)

        self._find(find, self._model)

    def _begin(self, job: Job, items: Callable) -> None:
        super()._begin(job, items)
        self.changed.emit()
