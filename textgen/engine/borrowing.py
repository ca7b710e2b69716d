"""Writing that borrows no more than so many words in a row from a text."""

from __future__ import annotations

import copy
from collections.abc import Sequence

import numpy as np
import regex
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.provenance import TextIndex, words_of
from textgen.engine.tokenizer import Tokenizer

Tokens = NDArray[np.int64]

_MANY = 256  # followers of a run, beyond which they are remembered
# The end of a text that a word may belong to: "don" or "don'" and "t", "3." and "5".
_OPEN = regex.compile(r"[\p{L}\p{M}\p{N}](['’]|(?<=\p{N})[.,])?\Z")


class BorrowingLimit:
    """Which tokens would make a run of more than `most` words that stands in the text of an index.

    Words are what is read in the text that the tokens make, as `provenance` says; so whatever is written under this
    limit holds no longer run when it is read again, but for one that the prompt had already. With `ahead_of` that is so
    for the text that follows too, wherever the writing ends.
    """

    def __init__(self, index: TextIndex, tokenizer: Tokenizer, most: int) -> None:
        """`most` is at least 1."""
        self._index, self._tokenizer, self._most = index, tokenizer, most
        self._folded = [words.fold(word) if words.is_word(word) else "" for word in tokenizer.words]
        self._words = [at + Tokenizer.END + 1 for at, word in enumerate(self._folded) if word]
        self._gluing = [id for id in self._words if tokenizer.piece(id).startswith(words.JOINER)]
        numbers_V = np.array([index.number(word) if word else -1 for word in self._folded], np.int64)
        self._tokens = Tokenizer.END + 1 + np.argsort(numbers_V, kind="stable")
        self._numbers = np.sort(numbers_V)
        self._remembered: dict[tuple[str, ...], Tokens] = {}
        self._prompt: tuple[str, ...] = ()
        self._behind: list[Tokens] = []  # where the first word of what follows stands in the text, the first two, …

    def told(self, prompt: Sequence[str]) -> BorrowingLimit:
        """The same limit for a prompt of these pieces, of which the tokens do not tell those that are unknown."""
        limit = copy.copy(self)  # what was found once is shared
        limit._prompt = tuple(prompt)
        return limit

    def ahead_of(self, text: str) -> BorrowingLimit:
        """The same limit where `text` stands behind what is written: no longer run may reach into it."""
        limit, behind = copy.copy(self), [self._index.number(word) for word in words_of(text)[: self._most]]
        limit._behind = [self._index.places(behind[:count]) for count in range(1, len(behind) + 1)]
        return limit

    def forbidden(self, ids: Sequence[int]) -> Tokens:
        """The tokens that must not follow these, which are all so far."""
        text, said = self._said(ids)
        apart = np.concatenate([self._followers(said[-self._most :]), self._tokens_of(self._bridging(said))])
        gap = text.endswith(" ")
        joining = self._gluing if gap else self._words
        open_ = _OPEN.search(text.removesuffix(" ")) if joining and not self._index.corpus.pretokenised else None
        return self._with_joined(apart, joining, said, said[-1] + (open_[1] or "")) if open_ else apart

    def _said(self, ids: Sequence[int]) -> tuple[str, list[str]]:
        """The end of the text so far, with the gap after it if there is one, and its words, enough of them."""
        reach = 3 * self._most // 2 + 6
        while True:
            tail = ids[-reach:]
            pieces = self._known_end(tail, len(ids) - len(tail))
            text = words.join([*pieces, "x"])[:-1]
            split = self._index.corpus.pretokenised
            said = [piece for piece in pieces if words.is_word(piece)] if split else words_of(text)
            # the first may be the end of a longer word, and the last the beginning of one
            if len(said) > self._most + 1 or len(pieces) < len(tail) or len(tail) == len(ids):
                return text, said
            reach *= 2

    def _known_end(self, tail: Sequence[int], start: int) -> list[str]:
        """The pieces of the end of a text, which begins at `start`, after the last that nobody has told."""
        told = [*self._prompt[start : start + len(tail)]]
        rest = tail[len(told) :]
        pieces = [self._tokenizer.piece(id) for id in _since(rest, Tokenizer.UNKNOWN)]
        if len(pieces) < len(rest):
            return pieces
        known = [p if id == Tokenizer.UNKNOWN else self._tokenizer.piece(id) for p, id in zip(told, tail, strict=False)]
        return known + pieces

    def _followers(self, run: Sequence[str]) -> Tokens:
        """The tokens of the words that follow a run of `most` words in the text; none if the run is shorter."""
        if len(run) < self._most:
            return np.empty(0, np.int64)
        key = tuple(map(words.fold, run))
        if key in self._remembered:
            return self._remembered[key]
        numbers = self._index.followers([self._index.number(word) for word in key])
        found = self._tokens_of(numbers)
        if len(numbers) > _MANY:
            self._remembered[key] = found
        return found

    def _bridging(self, said: Sequence[str]) -> Tokens:
        """The numbers of the words that would make too long a run of the last words and those behind."""
        numbers = [self._index.number(word) for word in said[-self._most :]]
        before = [self._most - count for count in range(1, len(self._behind) + 1)]
        found = [
            self._index.words_between(numbers[len(numbers) - count :], places)
            for count, places in zip(before, self._behind, strict=True)
            if count <= len(numbers) and len(places)
        ]
        return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)

    def _tokens_of(self, numbers: Tokens) -> Tokens:
        begins = np.searchsorted(self._numbers, numbers)
        ends = np.searchsorted(self._numbers, numbers, side="right")
        return self._tokens[_ranges(begins, ends)]

    def _with_joined(self, apart: Tokens, joining: Sequence[int], said: Sequence[str], stem: str) -> Tokens:
        """The tokens to forbid where some would become one word with `stem`, the end of the text.

        Of those it is the whole that must not follow the words before it.
        """
        before, start = said[-1 - self._most : -1], words.fold(stem)
        wholes = self._index.named(self._bridging(before))
        wholes |= self._index.words_after(before) if len(before) == self._most else set()
        endings = {whole.removeprefix(start) for whole in wholes if whole.startswith(start)}
        joined = [id for id in joining if self._folded[id - 2] in endings and self._joins(stem, id)] if endings else []
        may_join = set(joining)
        kept = [int(id) for id in apart if id not in may_join or not self._joins(stem, int(id))]
        return np.array(joined + kept, np.int64)

    def _joins(self, stem: str, token: int) -> bool:
        return len(words_of(stem + self._tokenizer.decode([token]))) == 1


def _since(ids: Sequence[int], last: int) -> Sequence[int]:
    """The ids after the last one that is `last`."""
    return next((ids[at + 1 :] for at in range(len(ids) - 1, -1, -1) if ids[at] == last), ids)


def _ranges(begins: Tokens, ends: Tokens) -> Tokens:
    """All numbers from each begin up to its end."""
    counts = ends - begins
    shifts = np.repeat(begins - (np.cumsum(counts) - counts), counts)
    return shifts + np.arange(len(shifts))
