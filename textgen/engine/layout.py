"""From blocks of a file's text to blocks in which each line is a paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from textgen.engine.mojibake import Mojibake, Repair
from textgen.engine.words import unify_line_ends
from textgen.engine.wrapping import Joiner, detect

Block = tuple[float, str]  # the share of the file read so far, and a piece of its text

_SAMPLE = 1 << 19  # characters from which hard wrapping is judged
_LONGEST = 1 << 16  # characters held back in the hope of a gap
_MARKS = 100  # combining marks that a character may carry before it is cut from them
_LAST_GAP = re.compile(r"(?s).*\s")


class Layout:
    """The paragraphs of a text: broken letters repaired, composed (NFC), hard-wrapped lines joined."""

    def __init__(self, mojibake: Mojibake | None, blocks: Iterable[Block]) -> None:
        self.repair = Repair(mojibake) if mojibake else None
        mended = ((share, self.mend(text)) for share, text in fragments(blocks))
        sample: list[Block] = []
        for block in mended:
            sample.append(block)
            if sum(len(text) for _, text in sample) >= _SAMPLE:
                break
        self.wrapping = detect("".join(text for _, text in sample))
        self._blocks = chain(sample, mended)

    def __iter__(self) -> Iterator[Block]:
        if self.wrapping is None:
            yield from self._blocks
        else:
            yield from fragments(self._joined(Joiner(self.wrapping)))  # a block may end in the middle of a word

    def _joined(self, joiner: Joiner) -> Iterator[Block]:
        for share, text in self._blocks:
            yield share, joiner.feed(text)
        yield 1.0, joiner.finish()

    def mend(self, text: str) -> str:
        """The text with its broken letters repaired and composed."""
        if text.isascii():
            return text
        if self.repair:
            text = self.repair.mend(text)
        return unicodedata.normalize("NFC", unify_line_ends(text))


def fragments(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same text cut at line ends, or in long lines at gaps, so that no word is cut.

    A run of 65,536 characters without any gap is cut all the same, before a character that does not combine.
    """
    held = ""
    for share, text in blocks:
        held += text
        cut = _cut(held)
        yield share, held[:cut]
        held = held[cut:]
    yield 1.0, held


def _cut(text: str) -> int:
    at = text.rfind("\n") + 1
    if at:
        return at
    if gap := _LAST_GAP.match(text):
        return gap.end()
    if len(text) < _LONGEST:
        return 0
    places = range(len(text) - 1, len(text) - _MARKS, -1)
    return next((at for at in places if not unicodedata.combining(text[at])), len(text))
