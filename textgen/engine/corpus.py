"""Reading a text file into a `Corpus`: its pieces as numbers, with what a person wants to know of it.

The file is read in two passes of small blocks. The distinct pieces stay in memory; the numbers of a long text lie in a
temporary file as long as something holds their array.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.building import Builder
from textgen.engine.decoding import Encoding, Losses, examine, texts
from textgen.engine.ids import Ids, blocks
from textgen.engine.layout import Layout, fragments
from textgen.engine.problem import Problem, noop
from textgen.engine.remarks import remarks
from textgen.engine.reports import Passage, Reading

MIN_WORDS = 200  # fewer leave nothing to hold out and nothing to learn from

_COMFORTABLE = 200_000
_PREVIEW_PARAGRAPHS = 60
_PREVIEW_PIECES = 20_000
_FIRST_PASS = 0.2  # of the time that reading takes


@dataclass(frozen=True, eq=False)
class Corpus:
    """A text as it was understood.

    `types` are the distinct pieces, in the order of their appearance after "<unk>" (0) and the paragraph's end (1);
    `counts` (len(types),) says how often each stands in the text; `ids` (tokens,) is the text as indices into
    `types`. `preview` holds the first paragraphs, `notes` the sentences worth saying about the file.
    """

    name: str
    path: str
    encoding: str
    types: tuple[str, ...]
    counts: NDArray[np.int64]
    ids: Ids
    preview: tuple[str, ...]
    notes: tuple[Problem, ...]
    sentences: int
    pretokenised: bool = False

    @cached_property
    def words(self) -> int:
        """How many of the tokens are words."""
        return int(self.counts[self._is_word].sum())

    @cached_property
    def distinct_words(self) -> int:
        """How many different words there are."""
        return int(np.count_nonzero(self.counts[self._is_word]))

    @cached_property
    def ranking(self) -> NDArray[np.int64]:
        """Indices of the types but the first two, by falling count; of equals the one that comes first in the text."""
        return 2 + np.argsort(-self.counts[2:], kind="stable")

    @cached_property
    def covered(self) -> NDArray[np.int64]:
        """covered[n]: how many tokens the paragraph's end and the n first words of the ranking make up."""
        return np.concatenate([self.counts[1:2], self.counts[self.ranking]]).cumsum()

    def frequent(self, n: int = 20) -> list[tuple[str, int]]:
        """The n most frequent words with their counts."""
        best = self.ranking[self._is_word[self.ranking]][: max(n, 0)]
        return [(words.label(self.types[i]), int(self.counts[i])) for i in best]

    def passage(self, begin: int, first: int, past: int, end: int) -> Passage:
        """The tokens from `begin` to `end`, marked from `first` to `past`."""
        pieces = [self.types[i] for i in self.ids[begin:end]]
        marked = pieces[first - begin : past - begin]
        stop = len(words.join(pieces[: past - begin]))
        return Passage(words.join(pieces), stop - len(words.join(marked)), stop)

    @cached_property
    def fingerprint(self) -> str:
        """Tells this text, as it was understood, from any other."""
        found = hashlib.sha256("\n".join((str(self.pretokenised), *self.types)).encode("utf-8", "surrogatepass"))
        for block in blocks(self.ids):
            found.update(np.ascontiguousarray(block).data)
        return found.hexdigest()

    @cached_property
    def _is_word(self) -> NDArray[np.bool_]:
        """(len(types),); an unknown word is a word too."""
        return np.fromiter(map(words.is_word, self.types), bool, len(self.types))


def read(path: str | Path, pretokenised: bool = False) -> Iterator[Reading]:
    """Read a text with the reader for its suffix; the last report carries the corpus.

    To cancel, stop iterating. Raises Problem where the file is no text or holds fewer than two words, or where there
    is no room for the temporary file of a long one.
    """
    path = Path(path)
    return READERS.get(path.suffix.lower(), read_plain)(path, pretokenised)


def read_plain(path: Path, pretokenised: bool) -> Iterator[Reading]:
    """Read a plain text file."""
    encoding = yield from _first_pass(path)
    losses = Losses()
    builder = Builder()
    blocks = texts(path, encoding, losses)
    layout = None if pretokenised else Layout(encoding.mojibake, blocks)
    fed = map(builder.feed_text, layout) if layout else map(builder.feed_tokens, fragments(blocks))
    for share in fed:
        yield Reading(_FIRST_PASS + (0.99 - _FIRST_PASS) * share)
    yield Reading(
        1.0, _corpus(path, encoding, builder, tuple(remarks(encoding, losses, layout, builder)), pretokenised)
    )


READERS: dict[str, Callable[[Path, bool], Iterator[Reading]]] = {
    "": read_plain,
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".tokens": read_plain,
}


def verdict(count: int) -> Problem:
    """The plain sentence on a text of so many words: what a model can learn from it."""
    for most, sentence in _VERDICTS:
        if count < most:
            return Problem(sentence, words=count, least=MIN_WORDS, comfortable=_COMFORTABLE)
    return Problem(
        noop("Problem", "{words:,} words: plenty for whole sentences of its own; give it time to train."), words=count
    )


_VERDICTS = (
    (MIN_WORDS, noop("Problem", "{words:,} words: too small to train on; at least {least:,} are needed.")),
    (5_000, noop("Problem", "{words:,} words: very little; it will repeat the text by heart. {comfortable:,} is comfortable.")),
    (50_000, noop("Problem", "{words:,} words: it will learn phrases by heart; {comfortable:,} is comfortable.")),
    (_COMFORTABLE, noop("Problem", "{words:,} words: enough for short sentences of its own; {comfortable:,} is comfortable.")),
    (2_000_000, noop("Problem", "{words:,} words: comfortable; it will write sentences of its own.")),
)  # fmt: skip


def _first_pass(path: Path) -> Generator[Reading, None, Encoding]:
    steps = examine(path)
    while True:
        try:
            yield Reading(_FIRST_PASS * next(steps))
        except StopIteration as end:
            return cast(Encoding, end.value)


def _corpus(path: Path, encoding: Encoding, builder: Builder, notes: tuple[Problem, ...], pretokenised: bool) -> Corpus:
    types, counts, ids, sentences = builder.result()
    shown = words.join(types[i] for i in ids[:_PREVIEW_PIECES])
    corpus = Corpus(
        name=path.name,
        path=str(path),
        encoding=encoding.name,
        types=types,
        counts=counts,
        ids=ids,
        preview=tuple(shown.removesuffix(words.END).split(words.END)[:_PREVIEW_PARAGRAPHS]),
        notes=notes,
        sentences=sentences,
        pretokenised=pretokenised,
    )
    _refuse_wordless(corpus)
    return corpus


def _refuse_wordless(corpus: Corpus) -> None:
    if corpus.words == 0:
        raise Problem(
            noop("Problem", "There are no words in “{name}”. Open a text of at least {least:,} words."),
            name=corpus.name, least=MIN_WORDS,
        )  # fmt: skip
    if corpus.words == 1:
        raise Problem(
            noop("Problem", "There is only one word in “{name}”. Open a text of at least {least:,} words."),
            name=corpus.name, least=MIN_WORDS,
        )  # fmt: skip
