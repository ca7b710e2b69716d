"""The words of a text file with the lines of the file on which they begin.

The words are those that `corpus.read` finds, a word cut at a line's end being one; so they tell the lines of a corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import cast

from textgen.engine import words
from textgen.engine.decoding import Encoding, Losses, examine, opened, texts
from textgen.engine.layout import Layout, fragments
from textgen.engine.wrapping import Joiner

Line = tuple[int, str]  # the number of a line of the file, from 1 on, and text of it


def numbered_words(path: Path) -> Iterator[tuple[int, str]]:
    """Each word of a file with the number of its line, the first being 1.

    Raises Problem where the file is no text; one without words is no problem.
    """
    with opened(path) as file:
        if not file.read(1):
            return
    for number, chunk in _chunks(_joined(path)):
        for word in _words(chunk):
            yield number, word


@lru_cache(maxsize=1 << 16)
def _words(chunk: str) -> tuple[str, ...]:
    return tuple(filter(words.is_word, words.pieces_of(chunk)))


def _joined(path: Path) -> Iterator[Line]:
    """The lines as a corpus has them: repaired, and with a gap after each but where a word goes on in the next."""
    encoding = _encoding(path)
    layout = Layout(encoding.mojibake, texts(path, encoding, Losses()))
    lines = _numbered(texts(path, encoding, Losses()))
    mended = ((number, part + words.END) for number, line in lines for part in layout.mend(line).split(words.END))
    if layout.wrapping is None:
        yield from mended
        return
    joiner, held = Joiner(layout.wrapping), 1
    for number, line in mended:
        yield held, joiner.feed(line)
        held = number
    yield held, joiner.finish()


def _encoding(path: Path) -> Encoding:
    steps = examine(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Encoding, end.value)


def _numbered(blocks: Iterable[tuple[float, str]]) -> Iterator[Line]:
    """The lines of a text; of a very long one, its parts."""
    number = 1
    for _, text in fragments(blocks):
        lines = text.removesuffix(words.END).split(words.END) if text else []
        for at, line in enumerate(lines):
            yield number + at, line
        number += text.count(words.END)


def _chunks(lines: Iterable[Line]) -> Iterator[Line]:
    """What stands between gaps, with the line on which it begins."""
    begun, open_ = 0, ""  # what goes on in the next line
    for number, line in lines:
        text = words.clean(open_ + line)
        chunks = text.split()
        starts = [begun if open_ else number] + [number] * len(chunks)
        begun, open_ = (0, "") if not chunks or text[-1].isspace() else (starts[len(chunks) - 1], chunks.pop())
        yield from zip(starts, chunks, strict=False)
    if open_:
        yield begun, open_
