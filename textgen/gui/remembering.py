"""How far back the model remembers, in a sentence and over a text, found out in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.gui.networks import Networks
from textgen.gui.one_job import OneJob
from textgen.gui.origin import match
from textgen.gui.worker import Job, Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus
    from textgen.engine.memory_curve import MemoryCurve
    from textgen.engine.remembering import Remembered
    from textgen.engine.swapping import Swapper
    from textgen.engine.tokenizer import Tokenizer


class Remembering(OneJob):
    """What the next word depends on in one sentence; it stays until the next one is there."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: Remembered | None = None
        self._networks = networks
        self._asked: tuple[Checkpoint, str] | None = None

    def ask(self, checkpoint: Checkpoint, text: str) -> None:
        """Swap the words of `text`, unless that is known or being done; what was asked before is given up."""
        if self._asked and self._asked[0] is checkpoint and self._asked[1] == text:
            return
        self._abandon()
        self._asked = checkpoint, text
        self._begin(self._swapping(checkpoint, text), self._on_found)

    def forget(self) -> None:
        """There is no sentence."""
        self._abandon()
        self.found = self._asked = None
        self.changed.emit()

    def _abandon(self) -> None:
        if self._worker is not None:
            self._asked = None  # it can be asked again
        super()._abandon()

    def _swapping(self, checkpoint: Checkpoint, text: str) -> Job:
        def job(stopped: Stopped) -> Iterator[Remembered]:
            swapper, tokenizer = _swapper(self._networks, checkpoint)
            from textgen.engine.remembering import remembered

            yield remembered(swapper, tokenizer, text)

        return job

    @Slot(list)
    def _on_found(self, found: list[Remembered]) -> None:
        self.found = found[-1]
        self.changed.emit()


class ModelMemory(OneJob):
    """The memory curve of a model over the open text. `match` says how that stands to the model, as in `origin`."""

    def __init__(self, networks: Networks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.curve: MemoryCurve | None = None
        self.match, self.source = "none", ""
        self._networks = networks
        self._measured: tuple[Checkpoint, Corpus] | None = None

    @property
    def busy(self) -> bool:
        """Whether the curve is still getting finer."""
        return self._worker is not None

    @property
    def complete(self) -> bool:
        """Whether all passages are measured."""
        return self.curve is not None and self.curve.passages == self.curve.of

    def of(self, checkpoint: Checkpoint | None, corpus: Corpus | None) -> bool:
        """Whether this is what is measured, or has been."""
        return self._measured is not None and self._measured[0] is checkpoint and self._measured[1] is corpus

    def measure(self, checkpoint: Checkpoint, corpus: Corpus) -> None:
        """Measure anew, on the held-out part of a text that the model learnt from, else on all of the text."""
        self._abandon()
        self.curve, self._measured = None, (checkpoint, corpus)
        self.match, self.source = match(corpus, checkpoint), corpus.name
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
            swapper, tokenizer = _swapper(self._networks, checkpoint)
            from textgen.engine.held_out import held_out_part
            from textgen.engine.memory_curve import memory_curve

            ids_N = tokenizer.encode_corpus(held_out_part(corpus, share))
            for curve in memory_curve(swapper, ids_N, tokenizer.END):
                if stopped():
                    return
                yield curve

        return job

    @Slot(list)
    def _on_curves(self, curves: list[MemoryCurve]) -> None:
        self.curve = curves[-1]
        self.changed.emit()


def _swapper(networks: Networks, checkpoint: Checkpoint) -> tuple[Swapper, Tokenizer]:
    network = networks.of(checkpoint)
    import torch

    from textgen.engine.remembering import frequencies
    from textgen.engine.swapping import Swapper

    torch.set_num_threads(1)  # the training and the suggestions come first
    return Swapper(network.model, frequencies(network.tokenizer)), network.tokenizer
