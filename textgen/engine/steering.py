"""What the words so far do to the next one: words never used, favoured, penalised, runs that may not come again.

Shape letters: V words, F forms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.config import SamplingConfig
from textgen.engine.tokenizer import Tokenizer

Indices = NDArray[np.int64]
Mask = NDArray[np.bool_]

FAVOUR = 10.0  # times as likely, beside the others
RECENT = 64  # tokens back to which words are penalised for coming again
_GAPS = re.compile(r"[\s,]+")
_PARTS = re.compile(r"['’]|[^'’]+")


class Limit(Protocol):
    """Says what must not come next."""

    def forbidden(self, ids: tuple[int, ...]) -> Indices:
        """The numbers that may not follow these tokens of a text: the prompt and all that was written after it.

        0 is a word that the model does not know.
        """

    def told(self, prompt: Sequence[str]) -> Limit:
        """The same limit for a prompt of these pieces: what the model does not know may stand in the text all the same."""


class Forms:
    """Which numbers are one word to a reader: pieces that `words.fold` makes the same.

    The unknown word and the paragraph's end, numbers 0 and 1, are forms of their own.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        """`pieces` are those of the numbers from 2 on."""
        self._forms: dict[str, int] = {}
        forms = [self._forms.setdefault(words.fold(piece), len(self._forms) + 2) for piece in pieces]
        self.of_V: Indices = np.array([0, 1, *forms], np.int64)
        self._order_V: Indices = np.argsort(self.of_V, kind="stable")
        self._starts: Indices = np.searchsorted(self.of_V[self._order_V], np.arange(len(self._forms) + 3))

    def members(self, forms: Indices) -> Indices:
        """The numbers of all pieces of some forms."""
        spans = [self._order_V[self._starts[form] : self._starts[form + 1]] for form in forms.tolist()]
        return np.concatenate(spans) if spans else np.zeros(0, np.int64)

    def numbered(self, folded: Sequence[str]) -> tuple[int, ...]:
        """The forms of some pieces; none if one of them is no piece."""
        forms = tuple(self._forms.get(piece, -1) for piece in folded)
        return () if -1 in forms else forms

    def listed(self, text: str) -> Indices:
        """The numbers of all pieces of the words of a list; those that are no piece are passed over."""
        found = (self._forms.get(words.fold(word)) for word in listed(text))
        return self.members(np.array([form for form in found if form is not None], np.int64))


def listed(text: str) -> tuple[str, ...]:
    """The words of a list with spaces or commas between them."""
    return tuple(filter(None, _GAPS.split(text)))


def parts_of(word: str) -> tuple[str, ...]:
    """The pieces, folded, that read as a word together; marks in it, as of “ice-cream” and “don't”, are some."""
    return tuple(words.fold(piece) for part in _PARTS.findall(word) for piece in words.split(part))


def never_unknown_in(text: str, pieces: Sequence[str]) -> tuple[str, ...]:
    """The words of a list that a model could not write, neither as a piece nor as several."""
    known = set(map(words.fold, pieces))
    return tuple(word for word in unknown_in(text, pieces) if not known.issuperset(parts_of(word)))


def unknown_in(text: str, pieces: Sequence[str]) -> tuple[str, ...]:
    """The words of a list that are none of a model's pieces, and so cannot be avoided or favoured."""
    known = set(map(words.fold, pieces))
    return tuple(word for word in listed(text) if words.fold(word) not in known)


class Steering:
    """The settings that look at the words so far, for one prompt.

    First the words of the last `RECENT` tokens are penalised: their probability is raised to the power of the penalty
    (Keskar et al. 2019, on logarithms of probabilities); marks and paragraph ends are not. Then the favoured words
    become `FAVOUR` times as likely. Ruled out is the unknown word, the end of a paragraph that has not begun (no text has
    an empty one), what is never to be used (of words that are several pieces the last one, where the others stand before
    it), each word that would complete a run of `no_repeat` words that stands in prompt or continuation, marks not
    counted, and what the limit forbids.
    """

    def __init__(
        self, sampling: SamplingConfig, forms: Forms, is_word_V: Mask, prompt: Sequence[int], limit: Limit | None
    ) -> None:
        self._sampling, self._forms, self._is_word_V, self._limit = sampling, forms, is_word_V, limit
        self._prompt = tuple(prompt)
        self._never_V = np.zeros(len(is_word_V), bool)
        self._never_V[0] = True
        self._never_V[forms.listed(sampling.never)] = True
        parts = (forms.numbered(parts_of(word)) for word in listed(sampling.never))
        self._never_parts = [part for part in parts if len(part) > 1]
        self._favoured = forms.listed(sampling.favour)
        self._past = self._words(prompt) if sampling.no_repeat else np.zeros(0, np.int64)

    def weigh(self, p_V: NDArray[np.floating], written: tuple[int, ...]) -> tuple[NDArray[np.floating], Mask]:
        """Weights (V,) after the prompt and what was written, from probabilities, and which words are ruled out."""
        weights_V, ruled_V = p_V.copy(), self._never_V.copy()
        if self._sampling.repetition_penalty > 1.0:
            recent = np.unique(self._words((*self._prompt[-RECENT:], *written)[-RECENT:]))
            weights_V[self._forms.members(recent)] **= self._sampling.repetition_penalty
        weights_V[self._favoured] *= FAVOUR
        if (Tokenizer.END, *self._prompt[-1:], *written)[-1] == Tokenizer.END:
            ruled_V[Tokenizer.END] = True
        if self._never_parts:
            ruled_V[self._forms.members(self._completing((*self._prompt, *written)))] = True
        if self._sampling.no_repeat:
            ruled_V[self._forms.members(self._repeating(written))] = True
        if self._limit:
            ruled_V[self._limit.forbidden((*self._prompt, *written))] = True
        return weights_V, ruled_V

    def _words(self, ids: Sequence[int]) -> Indices:
        """The forms of the words among some tokens."""
        numbers = np.array(ids, np.int64)
        forms: Indices = self._forms.of_V[numbers[self._is_word_V[numbers] | (numbers == 0)]]
        return forms

    def _completing(self, ids: Sequence[int]) -> Indices:
        """The forms that would complete a word that is never to be used, of several pieces."""
        longest = max(map(len, self._never_parts))
        last = tuple(self._forms.of_V[np.array(ids[-longest:], np.int64)].tolist())
        ends = [part[-1] for part in self._never_parts if last[len(last) - len(part) + 1 :] == part[:-1]]
        return np.array(ends, np.int64)

    def _repeating(self, written: tuple[int, ...]) -> Indices:
        """The forms that would complete a run that stands there already."""
        text, n = np.concatenate([self._past, self._words(written)]), self._sampling.no_repeat
        last = text[n - 1 :]  # of each run
        same = np.ones(len(last), bool)
        for place, form in enumerate(text[len(text) - n + 1 :]):
            same &= text[place : place + len(last)] == form
        return np.unique(last[same])
