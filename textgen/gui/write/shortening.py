"""Where a written text may end sooner."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[^\sa-zà-öø-ÿ])|\n+")  # of a sentence or a paragraph; others come after


def shortened(text: str) -> str:
    """The text without its last sentence; half of the words where it has only one, and "" where that is none.

    >>> shortened(' one. Two, e.g. this.'), shortened(' of the old'), shortened(' it')
    (' one.', ' of', '')
    """
    whole = text.rstrip()
    ends = [found.start() if found[0].isspace() else found.end() for found in _END.finditer(whole)]
    if any(ends):
        return whole[: ends[-1]]
    spaces = [found.start() for found in re.finditer(r"(?<=\S)\s", whole)]
    words = len(spaces) + 1
    return whole[: spaces[words // 2 - 1]] if words > 1 else ""
