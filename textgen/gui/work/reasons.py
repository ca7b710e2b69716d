"""Why the network says a word, found out in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textgen.gui.work.networks import Network
from textgen.gui.work.one_answer import OneAnswer

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.contributions import Contributions

Wanted = int | str | None  # the number of a word, a word as it is typed, or the likeliest


class Reasons(OneAnswer):
    """What each word of a sentence did for a word that may follow; it stays until the next answer is there."""

    found: Contributions | None

    def ask(self, checkpoint: Checkpoint | None, text: str, word: Wanted = None) -> None:
        """Explain `word` after `text`; what was asked before is given up. `failed` if it is no word of the model's."""

        def find(network: Network) -> Contributions:
            from textgen.engine.contributions import contributions, number_of

            number = number_of(word, network.tokenizer) if isinstance(word, str) else word
            return contributions(*network, text, number)

        self._ask(find, checkpoint, text, word)
