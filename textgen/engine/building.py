"""Gathering a text's pieces as numbers, block by block."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.ids import Collector, Ids, counted
from textgen.engine.sentences import SentenceCounter

UNKNOWN_WORD = "<unk>"
LINE_END_WORD = "<eos>"

_END = 1
_REMEMBERED = 1 << 17  # chunks whose pieces are kept at hand, in some 25 MB


class Built(NamedTuple):
    """Distinct pieces, how often each stands in the text, the text as indices of them, and its sentences."""

    types: tuple[str, ...]
    counts: NDArray[np.int64]
    ids: Ids
    sentences: int


class Builder:
    """Turns text into indices of distinct pieces: 0 is an unknown word, 1 a paragraph's end."""

    def __init__(self) -> None:
        self._index = _Index([UNKNOWN_WORD, words.END])
        self._chunks = _Chunks(self._index)
        self._sentences = SentenceCounter()
        self._ids = Collector()
        self._open = False  # a paragraph has begun and not ended
        self.overlong = 0  # tokens too long to be words
        self._ended = False  # the line's end was written out as a token

    def feed_text(self, block: tuple[float, str]) -> float:
        """Take in a block of text in which each line is a paragraph; returns the share that comes with it."""
        share, text = block
        ids: list[int] = []
        for at, line in enumerate(words.clean(text).split(words.END)):
            if at and self._open:
                ids.append(_END)
                self._open = False
            if chunks := line.split():
                ids.extend(chain.from_iterable(map(self._chunks.__getitem__, chunks)))
                self._open = True
        self._append(ids)
        return share

    def feed_tokens(self, block: tuple[float, str]) -> float:
        """Take in a block of text that is split at spaces already; every line's end counts, an empty line's too."""
        share, text = block
        ids: list[int] = []
        for at, line in enumerate(words.clean(text).split(words.END)):
            if at:
                ids += [] if self._ended else [_END]
                self._open = self._ended = False
            for token in line.split():
                self._open, self._ended = True, token == LINE_END_WORD
                ids.append(_END if self._ended else self._index[self._piece(token)])
        self._append(ids)
        return share

    def result(self) -> Built:
        """All that was gathered."""
        if self._open and not self._ended:
            self._append([_END])
        ids_N, types = self._ids.all(), tuple(self._index)
        return Built(types, counted(ids_N, len(types)), ids_N, self._sentences.total)

    def _piece(self, token: str) -> str:
        if len(token) <= words.LONGEST_PIECE:
            return words.escape(token)
        self.overlong += 1
        return UNKNOWN_WORD

    def _append(self, ids: list[int]) -> None:
        ids_N = np.fromiter(ids, np.int32, len(ids))
        self._ids.add(ids_N)
        self._sentences.learn(self._index.take_new())
        self._sentences.feed(ids_N)


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


class _Chunks(dict[str, tuple[int, ...]]):
    """The numbers of a chunk's pieces; those of the chunks met last are remembered."""

    def __init__(self, index: _Index) -> None:
        super().__init__()
        self._index = index

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        numbers = tuple(map(self._index.__getitem__, words.pieces_of(chunk)))
        if len(self) == _REMEMBERED:
            self.clear()
        if len(chunk) <= words.LONGEST:
            self[chunk] = numbers
        return numbers
