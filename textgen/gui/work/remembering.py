"""How far back the model remembers, in a sentence and over a text, found out in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.work.networks import Network, Networks
from textgen.gui.work.one_answer import OneAnswer
from textgen.gui.work.one_job import OneJob
from textgen.gui.work.origin import match
from textgen.gui.work.worker import Job, Stopped, give_way

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus
    from textgen.engine.memory_curve import MemoryCurve
    from textgen.engine.remembering import Remembered
    from textgen.engine.swapping import Swapper


class Remembering(OneAnswer):
    """What the next word depends on in one sentence; it stays until the next one is there."""

    found: Remembered | None

    def ask(self, checkpoint: Checkpoint | None, text: str) -> None:
        """Swap the words of `text`; what was asked before is given up."""

        def find(network: Network) -> Remembered:
            from textgen.engine.remembering import remembered

            return remembered(_swapper(network), network.tokenizer, text)

        self._ask(find, checkpoint, text)


class ModelMemory(OneJob):
    """The memory curve of a model over the open text. `match` says how that stands to the model, as in `origin`."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.curve: MemoryCurve | None = None
        self.match, self.source = "none", ""
        self.all_learnt = False  # the model learnt from the whole text, so that none of it is held out
        self._networks = networks
        self._measured: tuple[Checkpoint, Corpus] | None = None

    @property
    def complete(self) -> bool:
        """Whether all passages are measured."""
        return self.curve is not None and self.curve.passages == self.curve.of

    def of(self, checkpoint: Checkpoint | None, corpus: Corpus | None) -> bool:
        """Whether this is what is measured, or has been."""
        return self._measured is not None and self._measured[0] is checkpoint and self._measured[1] is corpus

    def measure(self, checkpoint: Checkpoint, corpus: Corpus) -> None:
        """Measure anew, on the held-out part of a text that the model learnt from, else on all of the text.

        Of a text that has no such part, because another one was held out, on as much of it.
        """
        self._abandon()
        self.curve, self._measured = None, (checkpoint, corpus)
        self.match, self.source = match(corpus, checkpoint), corpus.name
        self.all_learnt = checkpoint.learnt_all_of(corpus)
        share = 1.0 if self.match == "other" else checkpoint.train.held_out
        self._begin(self._measuring(checkpoint, corpus, share), self._on_curves)
        self.changed.emit()

    def forget(self) -> None:
        """There is no text, or no model."""
        self._abandon()
        self.curve, self._measured, self.match, self.source = None, None, "none", ""
        self.changed.emit()

    def _measuring(self, checkpoint: Checkpoint, corpus: Corpus, share: float) -> Job:
        def job(stopped: Stopped) -> Iterator[MemoryCurve]:
            give_way()
            network = self._networks.of(checkpoint)
            from textgen.engine.held_out import held_out_part
            from textgen.engine.memory_curve import memory_curve

            ids_N = network.tokenizer.encode_corpus(held_out_part(corpus, share))
            for curve in memory_curve(_swapper(network), ids_N, network.tokenizer.END):
                if stopped():
                    return
                yield curve

        return job

    @Slot(list)
    def _on_curves(self, curves: list[MemoryCurve]) -> None:
        self.curve = curves[-1]
        self.changed.emit()


def _swapper(network: Network) -> Swapper:
    from textgen.engine.remembering import frequencies
    from textgen.engine.swapping import Swapper

    return Swapper(network.model, frequencies(network.tokenizer))
