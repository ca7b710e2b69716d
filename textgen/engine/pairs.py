"""Brackets, quotes and Spanish question and exclamation marks: what is open in a paragraph, and what follows from it.

A network forgets over a long paragraph that a mark is open, and closes what never was. Where the text it learned from
pairs its marks, so does what it writes.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from textgen.engine import words
from textgen.engine.tokenizer import Tokenizer

BALANCED = 0.8  # a pair is kept if the rarer of its marks stands in the text at least so often as the other times this

_STRAIGHT = '"' + words.JOINER, words.JOINER + '"'
_PAIRS = (_STRAIGHT, ("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"), ("(", ")"), ("[", "]"), ("¿", "?"), ("¡", "!"))
_ENDING = "?!"  # these end the sentence themselves: where they are due, no full stop
_FULL_STOP = "."


class Pairs:
    """Which marks of a vocabulary come in pairs, and how they bear on the next word."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._opens: dict[int, int] = {}  # opening mark → the usual one that closes it
        self._closes: dict[int, int] = {}  # closing mark → the usual one of its kind
        self._stops: dict[int, list[int]] = {}  # closing mark → what does not come before it
        numbers = _numbers(tokenizer)
        for opening, closing in _PAIRS:
            opens, closes = numbers.get(opening, []), numbers.get(closing, [])
            if _balanced(tokenizer, opens, closes) and not any(i in self._closes for i in opens):
                self._opens |= dict.fromkeys(opens, closes[0])
                self._closes |= dict.fromkeys(closes, closes[0])
                self._stops[closes[0]] = [Tokenizer.END, *(numbers.get(_FULL_STOP, []) if closing in _ENDING else [])]

    def adjust(self, p_V: NDArray[np.float64], ids: Sequence[int]) -> None:
        """Change the probabilities of the word after `ids` in place; they need not sum to 1 afterwards.

        A mark that closes nothing, and one that opens what is open, becomes impossible. What would leave something
        open (a paragraph's end, the closing of what is around it) gives its probability to the mark that is due.
        Where nothing else is possible, all stays as it is.
        """
        due = self._due(ids)
        if not self._opens:
            return
        before = {word: float(p_V[word]) for word in (*self._opens, *self._closes, *self._stops.get(_last(due), ()))}
        p_V[[word for word, closing in self._opens.items() if closing in due]] = 0.0
        p_V[[word for word, closing in self._closes.items() if closing != _last(due)]] = 0.0
        if due:
            self._settle(p_V, due, before, just_opened=ids[-1] in self._opens)
        if not p_V.any():
            p_V[list(before)] = list(before.values())

    def _settle(
        self, p_V: NDArray[np.float64], due: Sequence[int], before: dict[int, float], *, just_opened: bool
    ) -> None:
        """Give to the mark that is due last what would leave it open; but nothing stands between two marks of a pair."""
        closing = due[-1]
        outer = [word for word, usual in self._closes.items() if usual in due[:-1]]
        for word in (*self._stops[closing], *outer):
            p_V[word] = 0.0
            p_V[closing] += before[word]
        if just_opened:
            p_V[[word for word, usual in self._closes.items() if usual == closing]] = 0.0

    def _due(self, ids: Sequence[int]) -> list[int]:
        """The marks that are due in the last paragraph of a text, the one to come first last."""
        due: list[int] = []
        for word in _paragraph(ids):
            if word in self._opens:
                due.append(self._opens[word])
            elif self._closes.get(word) in due:
                del due[len(due) - 1 - due[::-1].index(self._closes[word]) :]
        return due


def _last(due: Sequence[int]) -> int:
    return due[-1] if due else -1


def _paragraph(ids: Sequence[int]) -> Sequence[int]:
    start = len(ids)
    while start and ids[start - 1] != Tokenizer.END:
        start -= 1
    return ids[start:]


def _numbers(tokenizer: Tokenizer) -> dict[str, list[int]]:
    """The numbers of each mark, most frequent first, whatever its spacing; but that tells the two straight quotes."""
    found: dict[str, list[int]] = {}
    for number, piece in enumerate(tokenizer.words, Tokenizer.END + 1):
        mark = piece if piece in _STRAIGHT else words.bare(piece)
        if len(mark) <= 2:
            found.setdefault(mark, []).append(number)
    return found


def _balanced(tokenizer: Tokenizer, opens: Iterable[int], closes: Iterable[int]) -> bool:
    opened, closed = (sum(tokenizer.counts[i - Tokenizer.END - 1] for i in marks) for marks in (opens, closes))
    return min(opened, closed) > BALANCED * max(opened, closed)
