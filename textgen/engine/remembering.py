"""How much of a sentence the network remembers: each word is swapped for others, and the next word's distribution moves.

Shape letters: K places, R words for a place, V words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from textgen.engine import words
from textgen.engine.prompt import read_prompt
from textgen.engine.swapping import REACH, Swapper
from textgen.engine.tokenizer import Tokenizer

SWAPS = 8  # of each word
LIKELIEST = 5  # next words shown, before a swap and after it
SEED = 1  # the same words for the same sentence


@dataclass(frozen=True)
class NextWord:
    """A word that may come next, and its probability with the sentence as it is and after a swap."""

    word: str
    before: float
    after: float


@dataclass(frozen=True)
class Swap:
    """Another word in the place of one: by how many bits it moves the next word's distribution (Jensen-Shannon
    divergence), and the words that are likeliest before or after it.
    """

    word: str
    bits: float
    next_words: tuple[NextWord, ...]


@dataclass(frozen=True)
class Place:
    """A word of the sentence, the `distance`-th before the next one, and its swaps, the one that moves most first."""

    word: str
    known: bool
    distance: int
    swaps: tuple[Swap, ...]

    @property
    def mean(self) -> float:
        """Bits of divergence, over the swaps."""
        return float(np.mean([swap.bits for swap in self.swaps]))

    @property
    def spread(self) -> float:
        """Their standard deviation in bits; 0 where there is one swap only."""
        return float(np.std([swap.bits for swap in self.swaps], ddof=1)) if len(self.swaps) > 1 else 0.0


@dataclass(frozen=True)
class Remembered:
    """The last words of a sentence, at most REACH, in reading order; `earlier` ones before them are read, not swapped."""

    places: tuple[Place, ...]
    earlier: int

    @property
    def strongest(self) -> Place:
        """The word on which the next one depends most."""
        return max(self.places, key=lambda place: place.mean)


def frequencies(tokenizer: Tokenizer) -> NDArray[np.int64]:
    """(V,): how often each word is put in the place of others; the unknown word and a paragraph's end never."""
    return np.array([0, 0, *tokenizer.counts])


def remembered(swapper: Swapper, tokenizer: Tokenizer, text: str) -> Remembered:
    """Read a sentence that begins after a paragraph's end, and swap each of its last words; the network alone."""
    prompt = read_prompt(text, tokenizer)
    reach = min(REACH, len(prompt.ids))
    ids_N = np.array([Tokenizer.END, *prompt.ids], np.int32)
    others_KR = swapper.others(ids_N[len(ids_N) - reach :], SWAPS, np.random.default_rng(SEED))
    swaps = iter(_swaps(swapper, tokenizer, ids_N, others_KR))
    places = []
    for k, others_R in zip(range(reach, 0, -1), others_KR, strict=True):
        here = sorted((next(swaps) for _ in others_R), key=lambda swap: -swap.bits)
        known = prompt.ids[-k] != Tokenizer.UNKNOWN
        places.append(Place(words.label(prompt.pieces[-k]), known, k, tuple(here)))
    return Remembered(tuple(places), len(prompt.ids) - reach)


def _swaps(
    swapper: Swapper, tokenizer: Tokenizer, ids_N: NDArray[np.int32], others_KR: NDArray[np.int32]
) -> Iterator[Swap]:
    names = iter(others_KR.ravel().tolist())
    for p_V, q_CV, bits_C in swapper.compared(ids_N, others_KR):
        before = p_V.topk(min(LIKELIEST, len(p_V))).indices.tolist()
        likeliest_CL = q_CV.topk(min(LIKELIEST, len(p_V))).indices.tolist()
        for q_V, after, bits in zip(q_CV, likeliest_CL, bits_C.tolist(), strict=True):
            yield Swap(_label(tokenizer, next(names)), bits, _next_words(tokenizer, p_V, q_V, [*before, *after]))


def _next_words(tokenizer: Tokenizer, p_V: Tensor, q_V: Tensor, ids: list[int]) -> tuple[NextWord, ...]:
    ids = list(dict.fromkeys(ids))
    pairs = zip(ids, p_V[ids].tolist(), q_V[ids].tolist(), strict=True)
    return tuple(NextWord(_label(tokenizer, word), before, after) for word, before, after in pairs)


def _label(tokenizer: Tokenizer, word: int) -> str:
    return words.label(tokenizer.piece(word))
