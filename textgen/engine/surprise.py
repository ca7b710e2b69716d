"""How surprising each word of a text is to a model: -log2 of its probability after all that stands before it.

Shape letters: N tokens, V words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.cache import Cache, Vectors
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.ids import Ids
from textgen.engine.mixed_scoring import hidden
from textgen.engine.mixture import Found
from textgen.engine.model import LanguageModel, restore
from textgen.engine.prediction import WITH_CACHE, WITH_NGRAMS
from textgen.engine.scoring import CHUNK, perplexity_of
from textgen.engine.spans import Span
from textgen.engine.tokenizer import Tokenizer

_NATS = math.log(2)  # in a bit


@dataclass(frozen=True)
class SurprisingWord:
    """A word, a mark or a paragraph's end, its place in the text in characters, and its surprisal in bits.

    The bits of a word that is not `known` are those of any unknown word.
    """

    piece: str
    start: int
    length: int
    bits: float
    known: bool

    @property
    def label(self) -> str:
        """What a person sees for it alone."""
        return words.label(self.piece)


@dataclass(frozen=True)
class Surprise:
    """All tokens of a text, and its perplexity: 2 to the power of their mean bits."""

    words: tuple[SurprisingWord, ...]
    perplexity: float


@dataclass(frozen=True)
class Measuring:
    """How far the measuring of a text has come; `surprise` is there in the last report only."""

    share: float
    surprise: Surprise | None = None


def surprise(checkpoint: Checkpoint, spans: Sequence[Span], mix: str) -> Iterator[Measuring]:
    """Measure a text that begins after a paragraph's end, predicted with what `mix` of `config.MIXES` names.

    To cancel, stop iterating. Raises Problem where the model's weights and settings do not fit.
    """
    model, tokenizer = restore(checkpoint), Tokenizer(checkpoint.words, checkpoint.counts)
    ids_N = np.array(tokenizer.numbers(span.piece for span in spans), np.int32)
    bits: list[float] = []
    for found_N in _bits(model, checkpoint, ids_N, mix):
        bits += found_N.tolist()
        yield Measuring(len(bits) / len(ids_N))
    measured = (
        SurprisingWord(*span, b, i != Tokenizer.UNKNOWN) for span, b, i in zip(spans, bits, ids_N.tolist(), strict=True)
    )
    yield Measuring(1.0, Surprise(tuple(measured), perplexity_of(sum(bits) * _NATS, len(bits))))


def _bits(model: LanguageModel, checkpoint: Checkpoint, ids_N: Ids, mix: str) -> Iterator[NDArray[np.float64]]:
    """The bits of the tokens, some at a time."""
    mixture, done = checkpoint.mixture, 0
    ngrams = checkpoint.ngrams if mixture and mix in WITH_NGRAMS else None
    known = ngrams.score(ids_N) if ngrams else None
    cache = Cache(model.table.words, mixture.theta) if mixture and mix in WITH_CACHE else None
    for h_NE, piece_N in hidden(model, ids_N, Tokenizer.END):
        past = cache.read(h_NE, piece_N) if cache else None
        for here, logs_N in _network(model, h_NE, piece_N):
            if mixture:
                counted, recent = _at(known, slice(done + here.start, done + here.stop)), _at(past, here)
                logs_N = np.log(mixture.combined(np.exp(logs_N), counted, recent))
            yield logs_N / -_NATS
        done += len(piece_N)


def _at(found: Found | None, here: slice) -> Found | None:
    return found and (found[0][here], found[1][here])


@torch.no_grad()
def _network(model: LanguageModel, h_NE: Vectors, ids_N: Ids) -> Iterator[tuple[slice, NDArray[np.float64]]]:
    """Which tokens, a few at once, and the logarithms of what the network finds them likely."""
    rows = max(1, CHUNK // model.table.words)
    for start in range(0, len(ids_N), rows):
        here = slice(start, min(start + rows, len(ids_N)))
        logs_RV = model.table.log_probabilities(torch.from_numpy(h_NE[here]))
        own_R1 = logs_RV.gather(1, torch.from_numpy(ids_N[here]).long().unsqueeze(1))
        yield here, own_R1.squeeze(1).double().numpy()
