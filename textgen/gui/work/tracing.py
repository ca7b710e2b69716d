"""What happens inside the network while it reads the sentence, found out in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textgen.gui.work.networks import Network
from textgen.gui.work.one_answer import OneAnswer

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.trace import Trace


class Tracing(OneAnswer):
    """The trace of one sentence; it stays until the next one is there."""

    found: Trace | None

    def ask(self, checkpoint: Checkpoint | None, text: str) -> None:
        """Trace `text`; what was asked before is given up."""

        def find(network: Network) -> Trace:
            from textgen.engine.trace import trace

            return trace(network.stepper, network.tokenizer, text)

        self._ask(find, checkpoint, text)
