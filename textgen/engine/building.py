"""Gathering a text's pieces as numbers, block by block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.sentences import SentenceCounter

UNKNOWN_WORD = "<unk>"
LINE_END_WORD = "<eos>"


class Built(NamedTuple):
    """Distinct pieces, how often each stands in the text, the text as indices of them, and its sentences."""

    types: tuple[str, ...]
    counts: NDArray[np.int64]
    ids: NDArray[np.int32]
    sentences: int


class Builder:
    """Turns text into indices of distinct pieces: 0 is an unknown word, 1 a paragraph's end."""

    def __init__(self) -> None:
        self._index = _Index([UNKNOWN_WORD, words.END])
        self._sentences = SentenceCounter()
        self._sentences.learn(self._index.take_new())
        self._counts = np.zeros(0, np.int64)
        self._blocks: list[NDArray[np.int32]] = []
        self._open = False  # a paragraph has begun and not ended
        self._ended = False  # the line's end was written out as a token
        self.overlong = 0  # tokens too long to be words
        self._ended = False  # the line's end was written out as a token

    def feed_text(self, block: tuple[float, str]) -> float:
        """Take in a block of text in which each line is a paragraph; returns the share that comes with it."""
        share, text = block
        pieces: list[str] = []
        for at, line in enumerate(words.clean(text).split(words.END)):
            if at and self._open:
                pieces.append(words.END)
                self._open = False
            for chunk in line.split():
                pieces += words.pieces_of(chunk)
                self._open = True
        self._append(pieces)
        return share

    def feed_tokens(self, block: tuple[float, str]) -> float:
        """Take in a block of text that is split at spaces already; every line's end counts, an empty line's too."""
        share, text = block
        pieces: list[str] = []
        for at, line in enumerate(words.clean(text).split(words.END)):
            if at:
                pieces += [] if self._ended else [words.END]
                self._open = self._ended = False
            for token in line.split():
                self._open, self._ended = True, token == LINE_END_WORD
                pieces.append(words.END if self._ended else self._piece(token))
        self._append(pieces)
        return share

    def result(self) -> Built:
        """All that was gathered."""
        if self._open and not self._ended:
            self._append([words.END])
        self._grow(len(self._index))
        ids = np.concatenate([np.empty(0, np.int32), *self._blocks])
        return Built(tuple(self._index), self._counts, ids, self._sentences.total)

    def _piece(self, token: str) -> str:
        if len(token) <= words.LONGEST_PIECE:
            return words.escape(token)
        self.overlong += 1
        return UNKNOWN_WORD

    def _append(self, pieces: list[str]) -> None:
        ids = np.fromiter(map(self._index.__getitem__, pieces), np.int32, len(pieces))
        self._blocks.append(ids)
        self._sentences.learn(self._index.take_new())
        self._sentences.feed(ids)
        self._grow(int(ids.max(initial=-1)) + 1)
        found = np.bincount(ids)
        self._counts[: len(found)] += found

    def _grow(self, size: int) -> None:
        if size > len(self._counts):
            self._counts = np.concatenate([self._counts, np.zeros(size - len(self._counts), np.int64)])


class _Index(dict[str, int]):
    """Gives each new key the next number."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._new = list(keys)
        super().__init__((key, number) for number, key in enumerate(self._new))

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        self._new.append(key)
        return number

    def take_new(self) -> list[str]:
        """The keys that came since the last call, in the order of their numbers."""
        new, self._new = self._new, []
        return new
