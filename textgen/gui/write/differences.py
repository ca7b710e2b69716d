"""Where two texts differ, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+|\n")

Range = tuple[int, int]  # start and end, in characters


def same_beginning(one: str, other: str) -> int:
    """How many characters of whole words both begin with."""
    end = 0
    for a, b in zip(_WORD.finditer(one), _WORD.finditer(other), strict=False):
        if one[: a.end()] != other[: b.end()]:
            break
        end = a.end()
    return end


def differing(one: str, other: str) -> tuple[list[Range], list[Range]]:
    """The stretches of each text whose words the other does not have in the same order."""
    words = [list(_WORD.finditer(text)) for text in (one, other)]
    matcher = SequenceMatcher(None, *[[word.group() for word in found] for found in words], autojunk=False)
    apart = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        [(words[0][i].start(), words[0][j - 1].end()) for _, i, j, _, _ in apart if i < j],
        [(words[1][i].start(), words[1][j - 1].end()) for _, _, _, i, j in apart if i < j],
    )
