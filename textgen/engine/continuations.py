"""Whole continuations of so many words: the likeliest that differ early, by beam search, or drawn at random.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from textgen.engine.reading import Place
from textgen.engine.sampling import Probabilities, draw, likeliest
from textgen.engine.tokenizer import Tokenizer

MARKS = 3  # in a row, at most
ROUNDS = 4  # in which different continuations are drawn
BEGINNING = 2  # words in which continuations that are searched for differ


@dataclass(frozen=True)
class Continuation:
    """Tokens that follow a prompt and the probability of them all together."""

    ids: tuple[int, ...]
    probability: float


@dataclass(frozen=True)
class Beam:
    """A continuation under way: tokens, logarithm of its probability, the place it has reached, words so far, marks
    since the last word, and its first words, `BEGINNING` of them at most.
    """

    ids: tuple[int, ...]
    log: float
    place: Place
    words: int = 0
    marks: int = 0
    first: tuple[int, ...] = ()

    def reached(self) -> Beam:
        """The same with its place moved on to the last token."""
        return replace(self, place=self.place.after(self.ids[-1]))

    @property
    def beginning(self) -> tuple[int, ...]:
        """What it may have in common with others under way; one that has hardly begun, nothing."""
        return self.first if len(self.first) == BEGINNING else self.ids


class Continuations:
    """Goes on from a place. Marks come along and count for the probability, but not as words; paragraph ends are left
    out, because words in one paragraph are asked for.
    """

    def __init__(
        self, place: Place, is_word_V: NDArray[np.bool_], follow: Callable[[Beam], Probabilities], words: int
    ) -> None:
        """`follow` gives (V,) of the tokens after a beam; `words` is how many are wanted."""
        self._start, self._is_word_V, self._follow, self._words = Beam((), 0.0, place), is_word_V, follow, words

    def likeliest(self, width: int) -> list[Continuation]:
        """At most `width`, the likeliest first, no two with the same two words at the beginning.

        Plain beam search gives many that differ in one word only. Here, as in diverse beam search (Vijayakumar et al.
        2016), the beams are in groups, one for each beginning: half of those kept are the likeliest of all, the others
        the likeliest of each further beginning. The best of each group is an answer.
        """
        beams, done = [self._start], list[Beam]()
        while beams:
            grown = sorted(self._grow(beams, 2 * width), key=lambda beam: -beam.log)
            done = _best_of_each([*done, *(b for b in grown if b.words == self._words)])[:width]
            under_way = [b for b in grown if b.words < self._words and _may_win(b, done, width)]
            beams = [beam.reached() for beam in _kept(under_way, width)]
        return [_finished(beam) for beam in done]

    def drawn(self, width: int, random: np.random.Generator) -> list[Continuation]:
        """At most `width`, drawn token by token, all different, best first.

        They are made of what those of `likeliest` are made of. Fewer than `width` where hardly any others are likely.
        """
        found: dict[tuple[int, ...], Beam] = {}
        for _ in range(ROUNDS):
            beams = [self._start] * (width - len(found))
            while beams:
                grown = [self._longer(b, p_V, draw(p_V, random)) for b in beams if (p_V := self._next(b)).any()]
                found |= {beam.ids: beam for beam in grown if beam.words == self._words}
                beams = [beam.reached() for beam in grown if beam.words < self._words]
        return [_finished(beam) for beam in sorted(found.values(), key=lambda beam: -beam.log)]

    def _next(self, beam: Beam) -> Probabilities:
        """(V,) of the tokens that may follow; they sum to 1 with those that may not."""
        p_V = self._follow(beam)
        p_V[Tokenizer.END] = 0.0
        return p_V if beam.marks < MARKS else p_V * self._is_word_V

    def _grow(self, beams: Iterable[Beam], branches: int) -> Iterator[Beam]:
        """Every beam with each of its likeliest next tokens; the place is still the one before that token."""
        for beam in beams:
            p_V = self._next(beam)
            for word in likeliest(p_V, branches).tolist():
                yield self._longer(beam, p_V, word)

    def _longer(self, beam: Beam, p_V: Probabilities, word: int) -> Beam:
        ids, log = (*beam.ids, word), beam.log + float(np.log(p_V[word]))
        if not self._is_word_V[word]:
            return replace(beam, ids=ids, log=log, marks=beam.marks + 1)
        return Beam(ids, log, beam.place, beam.words + 1, 0, (*beam.first, word)[:BEGINNING])


def _best_of_each(beams: Iterable[Beam]) -> list[Beam]:
    """The likeliest of each beginning, best first."""
    best: dict[tuple[int, ...], Beam] = {}
    for beam in sorted(beams, key=lambda beam: -beam.log):
        best.setdefault(beam.first, beam)
    return list(best.values())


def _kept(grown: Sequence[Beam], width: int) -> list[Beam]:
    """Of beams, best first: the best `width`, and as many others, each the best of a beginning that is not among them."""
    kept = list(grown[:width])
    beginnings = {beam.beginning for beam in kept}
    for beam in grown[width:]:
        if len(kept) < 2 * width and beam.beginning not in beginnings:
            beginnings.add(beam.beginning)
            kept.append(beam)
    return kept


def _may_win(beam: Beam, done: Sequence[Beam], width: int) -> bool:
    """Whether a beam, which only becomes less likely, may still be better than what is done."""
    rival = next((one.log for one in done if one.first == beam.first), -np.inf)
    last = done[-1].log if len(done) == width else -np.inf
    return beam.log > max(rival, last)


def _finished(beam: Beam) -> Continuation:
    return Continuation(beam.ids, float(np.exp(beam.log)))
