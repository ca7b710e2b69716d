"""The network of a model, made once for all who look into it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from textgen.gui.work import warmup

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.model import LanguageModel
    from textgen.engine.stepping import Stepper
    from textgen.engine.tokenizer import Tokenizer


class Network(NamedTuple):
    """A network as torch and as numpy step through it, with the same weights, and its words."""

    model: LanguageModel
    stepper: Stepper
    tokenizer: Tokenizer


class Networks:
    """Gives, in any thread, the network of a checkpoint; the one that was asked for last is kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: tuple[Checkpoint, Network] | None = None

    def of(self, checkpoint: Checkpoint) -> Network:
        """Raises Problem where weights and settings do not fit. What is computed with it in this thread takes one core."""
        warmup.load_torch_aside()
        with self._lock:
            if self._made is None or self._made[0] is not checkpoint:
                self._made = checkpoint, _make(checkpoint, self._made and self._made[1].tokenizer)
            return self._made[1]


def _make(checkpoint: Checkpoint, known: Tokenizer | None) -> Network:
    """The snapshots of a training have the same words: their tokenizer is made once."""
    from textgen.engine.model import restore
    from textgen.engine.stepping import Stepper
    from textgen.engine.tokenizer import Tokenizer

    model, words, counts = restore(checkpoint), tuple(checkpoint.words), tuple(checkpoint.counts)
    same = known is not None and (known.words, known.counts) == (words, counts)
    return Network(model, Stepper(model), known if same else Tokenizer(words, counts))
