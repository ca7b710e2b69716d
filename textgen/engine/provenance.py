"""Where a text comes from: which of its runs of words stand in another text, and where.

What counts are the words, the pieces with a letter or a digit, whatever their case and whichever apostrophe they have;
accents do count. Marks, spacing and paragraph ends neither count nor break a run, so that a passage which was copied
with other marks or capitals is found. Of a text that is split already each token is one word.

Shape letters: W words of the text, N tokens of it, V its distinct pieces.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.corpus import Corpus
from textgen.engine.problem import Problem, noop
from textgen.engine.reports import Indexing, Passage, Run
from textgen.engine.suffixes import Numbers, suffix_array

MOST = 30_000_000  # words of a text that is indexed: memory is about 40 bytes a word while it is made, 8 afterwards

_AROUND = 60  # words shown on either side of a run
_BLOCK = 1 << 16  # tokens that are looked through for one word
_NO_WORD, _UNKNOWN = -1, -2
_UNKNOWN_TYPE = 0  # of a corpus


def words_of(text: str) -> list[str]:
    """The words of a text, one after the other, as `TextIndex.runs` takes them."""
    return [piece for piece in words.split(text) if words.is_word(piece)]


def borrowed(runs: Iterable[Run]) -> int:
    """How many words stand in at least one of the runs, which come as `TextIndex.runs` gives them."""
    total = end = 0
    for run in runs:
        total += run.end - max(run.start, end)
        end = run.end
    return total


def build(corpus: Corpus) -> Iterator[Indexing]:
    """Index a text; the last report carries the index. To cancel, stop iterating.

    Raises Problem where the text has more than 30 million words.
    """
    if corpus.words > MOST:
        raise Problem(
            noop("Problem", "“{name}” has {words:,} words; where words come from can be told of texts of up to {most:,}."),
            name=corpus.name, words=corpus.words, most=MOST,
        )  # fmt: skip
    numbers, number_of_type_V = _numbered(corpus.types)
    text_W = np.empty(corpus.words, ">i4")
    before = [0]  # words before each block of tokens
    for start in range(0, len(corpus.ids), _BLOCK):
        found = number_of_type_V[corpus.ids[start : start + _BLOCK]]
        found = found[found != _NO_WORD]
        text_W[before[-1] : before[-1] + len(found)] = found
        before.append(before[-1] + len(found))
        yield Indexing(0.1 * before[-1] / corpus.words)
    steps = suffix_array(text_W)
    while True:
        try:
            yield Indexing(0.1 + 0.9 * next(steps))
        except StopIteration as end:
            yield Indexing(1.0, TextIndex(corpus, numbers, number_of_type_V, before, text_W.tobytes(), end.value))
            return


def _numbered(types: Sequence[str]) -> tuple[dict[str, int], Numbers]:
    """A number for each folded word, and that of each piece, (V,), `_NO_WORD` for marks."""
    numbers: dict[str, int] = {}
    found = np.full(len(types), _NO_WORD, np.int32)
    for at, piece in enumerate(types):
        if words.is_word(piece):
            found[at] = numbers.setdefault(words.fold(piece) if at != _UNKNOWN_TYPE else "", len(numbers))
    return numbers, found


class TextIndex:
    """Finds runs of words in a corpus; made by `build`.

    The words are kept as numbers in big-endian bytes, so that bytes compare as the runs of numbers do.
    """

    def __init__(
        self,
        corpus: Corpus,
        numbers: dict[str, int],
        number_of_type_V: Numbers,
        before: Sequence[int],
        text: bytes,
        suffixes_W: Numbers,
    ) -> None:
        self.corpus = corpus
        self._numbers, self._names = numbers, tuple(numbers)
        self._number_of_type_V = number_of_type_V
        self._before, self._text = before, text
        self._suffixes_W = suffixes_W
        self._suffixes = suffixes_W.data  # a view whose items are plain numbers
        counts = np.bincount(np.frombuffer(text, ">i4"), minlength=len(numbers))
        self._begins = [0, *counts.cumsum().tolist()]  # where the suffixes that begin with each number begin

    def runs(self, text_words: Sequence[str], least: int) -> tuple[Run, ...]:
        """All longest runs of at least `least` words of a text that stand in the corpus, in their order.

        None of them lies within another; they may overlap.
        """
        text = self.encoded(text_words)
        return tuple(self._runs(text, len(text_words), least))

    def number(self, word: str) -> int:
        """The number of a word, -2 if it does not stand in the corpus."""
        return self._numbers.get(words.fold(word), _UNKNOWN)

    def encoded(self, text_words: Iterable[str]) -> bytes:
        return np.fromiter(map(self.number, text_words), ">i4").tobytes()

    def followers(self, numbers: Sequence[int]) -> NDArray[np.int64]:
        """The numbers of the words that follow some run of words in the corpus, each once, rising."""
        low, high = self._between(np.array(numbers, ">i4").tobytes())
        after = self._suffixes_W[low:high].astype(np.int64) + len(numbers)
        if len(after) and after[0] == len(self._suffixes_W):
            after = after[1:]  # the run at the end of the text has no follower, and comes first
        found = np.frombuffer(self._text, ">i4")[after]
        return found[np.diff(found, prepend=-1) > 0].astype(np.int64)

    def words_after(self, run: Iterable[str]) -> set[str]:
        """The words, folded, that follow some run of words in the corpus."""
        return self.named(self.followers([self.number(word) for word in run]))

    def named(self, numbers: Iterable[int]) -> set[str]:
        """The words, folded, of some numbers."""
        return {self._names[number] for number in numbers}

    def places(self, numbers: Sequence[int]) -> NDArray[np.int64]:
        """At which words of the corpus some run of words begins."""
        low, high = self._between(np.array(numbers, ">i4").tobytes())
        return self._suffixes_W[low:high].astype(np.int64)

    def words_between(self, run: Sequence[int], places: NDArray[np.int64]) -> NDArray[np.int64]:
        """The numbers of the words that stand just before some `places` and just after a run of words, each once."""
        text_W, places = np.frombuffer(self._text, ">i4"), places[places > len(run)]
        for back, number in enumerate(reversed(run), start=2):
            places = places[text_W[places - back] == number]
        return np.unique(text_W[places - 1]).astype(np.int64)

    def passage(self, run: Run, around: int = _AROUND) -> Passage:
        """A run in its place, with so many words on either side of it."""
        last = self.corpus.words - 1
        begin = self._token(max(0, run.place - around))
        end = self._token(min(last, run.place + run.length - 1 + around)) + 1
        first = self._token(run.place)
        past = self._token(run.place + run.length - 1) + 1
        return self.corpus.passage(begin, first, past, end)

    def _runs(self, text: bytes, count: int, least: int) -> Iterator[Run]:
        at = 0
        while at + least <= count:
            if not self._has(text, at, least):
                at += 1
                continue
            run = Run(at, *self._longest(text, at, least, count))
            yield run
            if run.end == count:
                return
            # The next that does not lie within this one holds the word after it, or begins behind that.
            starts = range(at + 1, run.end + 2 - least)
            at = starts.start + bisect_left(starts, True, key=lambda start: self._has(text, start, run.end + 1 - start))

    def _longest(self, text: bytes, at: int, known: int, count: int) -> tuple[int, int]:
        """How many words from a place on stand in the corpus, at least `known`, and where they stand first."""
        beyond = known + 1
        while at + beyond <= count and self._has(text, at, beyond):
            known, beyond = beyond, 2 * beyond
        lengths = range(known + 1, min(beyond, count - at + 1))
        length = known + bisect_left(lengths, True, key=lambda length: not self._has(text, at, length))
        low, high = self._between(text[4 * at : 4 * (at + length)])
        return length, int(self._suffixes_W[low:high].min())

    def _has(self, text: bytes, at: int, length: int) -> bool:
        run = text[4 * at : 4 * (at + length)]
        low = self._first(run)
        return low < len(self._suffixes) and self._text.startswith(run, 4 * self._suffixes[low])

    def _between(self, run: bytes) -> tuple[int, int]:
        """The places in the suffix array of the suffixes that begin so."""
        low = self._first(run)
        return low, self._bisect(bisect_right, run, low)

    def _first(self, run: bytes) -> int:
        return self._bisect(bisect_left, run, 0)

    def _bisect(self, side: Callable[..., int], run: bytes, low: int) -> int:
        text, size = self._text, len(run)
        number = int.from_bytes(run[:4])
        if number >= len(self._begins) - 1:
            return len(self._suffixes)
        low, high = max(low, self._begins[number]), self._begins[number + 1]
        return side(self._suffixes, run, low, high, key=lambda at: text[4 * at : 4 * at + size])

    def _token(self, word: int) -> int:
        """Where a word stands among the tokens of the corpus."""
        block = bisect_right(self._before, word) - 1
        start = block * _BLOCK
        kinds = self._number_of_type_V[self.corpus.ids[start : start + _BLOCK]]
        return start + int(np.flatnonzero(kinds != _NO_WORD)[word - self._before[block]])
