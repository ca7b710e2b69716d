"""Whole continuations of so many words: the likeliest that differ, by beam search, or drawn at random.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray

from textgen.engine.reading import Place
from textgen.engine.sampling import Probabilities, draw, likeliest
from textgen.engine.tokenizer import Tokenizer

MARKS = 3  # in a row, at most
ROUNDS = 4  # in which different continuations are drawn
EDGE = 2  # words at the beginning, and at the end, in which continuations that are searched for differ
DEAR = float(np.log(5))  # what another end may cost, in logarithms of the probability


@dataclass(frozen=True)
class Continuation:
    """Tokens that follow a prompt and the probability of them all together."""

    ids: tuple[int, ...]
    probability: float


@dataclass(frozen=True)
class Beam:
    """A continuation under way: tokens, logarithm of its probability, the place it has reached, the forms of its words,
    and the marks since the last one.
    """

    ids: tuple[int, ...]
    log: float
    place: Place
    said: tuple[int, ...] = ()
    marks: int = 0

    def reached(self) -> Beam:
        """The same with its place moved on to the last token."""
        return replace(self, place=self.place.after(self.ids[-1]))

    @property
    def first(self) -> tuple[int, ...]:
        """The words that it begins with."""
        return self.said[:EDGE]

    @property
    def last(self) -> tuple[int, ...]:
        """The words that it ends with."""
        return self.said[-EDGE:]

    @property
    def beginning(self) -> tuple[int, ...]:
        """What it may have in common with others under way; one that has hardly begun, nothing."""
        return self.first if len(self.said) >= EDGE else self.ids

    def repeating(self) -> list[int]:
        """The words that would make a pair with the last one that stands in it already."""
        return [after for word, after in pairwise(self.said) if word == self.said[-1]]


class Continuations:
    """Goes on from a place. Marks come along and count for the probability, but not as words; paragraph ends are left
    out, because words in one paragraph are asked for.
    """

    def __init__(
        self,
        place: Place,
        is_word_V: NDArray[np.bool_],
        form_V: NDArray[np.int64],
        follow: Callable[[Beam], Probabilities],
        words: int,
    ) -> None:
        """`follow` gives (V,) of the tokens after a beam; `words` is how many are wanted. Tokens of one form are one word
        to a reader.
        """
        self._start, self._is_word_V, self._form_V = Beam((), 0.0, place), is_word_V, form_V
        self._follow, self._words = follow, words

    def likeliest(self, width: int) -> list[Continuation]:
        """At most `width`, the likeliest first, no two with the same two words at the beginning, nor at the end where
        another is nearly as likely.

        Plain beam search gives many that differ in one word only. Here, as in diverse beam search (Vijayakumar et al.
        2016), the beams are in groups, one for each beginning: half of those kept are the likeliest of all, the others
        the likeliest of each further beginning. Of each group one is an answer. What is likeliest goes round in circles
        ten times as often as texts do; so no two words come twice in a row, unless nothing else can.
        """
        beams, done, answers = [self._start], list[Beam](), list[Beam]()
        while beams:
            grown = sorted(self._grow(beams, 2 * width), key=lambda beam: -beam.log)
            done += [b for b in grown if len(b.said) == self._words]
            answers = _all_different(done, width)
            under_way = [b for b in grown if len(b.said) < self._words and _may_win(b, answers, width)]
            beams = [beam.reached() for beam in _kept(under_way, width)]
        return [_finished(beam) for beam in answers]

    def drawn(self, width: int, random: np.random.Generator) -> list[Continuation]:
        """At most `width`, drawn token by token, all different, best first.

        They are made of what those of `likeliest` are made of. Fewer than `width` where hardly any others are likely.
        """
        found: dict[tuple[int, ...], Beam] = {}
        for _ in range(ROUNDS):
            beams = [self._start] * (width - len(found))
            while beams:
                grown = [self._longer(b, p_V, draw(p_V, random)) for b in beams if (p_V := self._next(b)).any()]
                found |= {beam.ids: beam for beam in grown if len(beam.said) == self._words}
                beams = [beam.reached() for beam in grown if len(beam.said) < self._words]
        return [_finished(beam) for beam in sorted(found.values(), key=lambda beam: -beam.log)]

    def _next(self, beam: Beam) -> Probabilities:
        """(V,) of the tokens that may follow; they sum to 1 with those that may not."""
        p_V = self._follow(beam)
        p_V[Tokenizer.END] = 0.0
        return p_V if beam.marks < MARKS else p_V * self._is_word_V

    def _grow(self, beams: Iterable[Beam], branches: int) -> Iterator[Beam]:
        """Every beam with each of its likeliest next tokens; the place is still the one before that token."""
        for beam in beams:
            p_V = self._without_circles(self._next(beam), beam)
            for word in likeliest(p_V, branches).tolist():
                yield self._longer(beam, p_V, word)

    def _without_circles(self, p_V: Probabilities, beam: Beam) -> Probabilities:
        repeating = beam.repeating()
        others_V = p_V * ~np.isin(self._form_V, repeating) if repeating else p_V
        return others_V if others_V.any() else p_V

    def _longer(self, beam: Beam, p_V: Probabilities, word: int) -> Beam:
        ids, log = (*beam.ids, word), beam.log + float(np.log(p_V[word]))
        if not self._is_word_V[word]:
            return replace(beam, ids=ids, log=log, marks=beam.marks + 1)
        return Beam(ids, log, beam.place, (*beam.said, int(self._form_V[word])))


def _all_different(beams: Iterable[Beam], width: int) -> list[Beam]:
    """One that is done of each of the `width` likeliest beginnings, best first: its likeliest that ends as none before
    it does, or the likeliest of all where that would cost too much.
    """
    groups: dict[tuple[int, ...], list[Beam]] = {}
    for beam in sorted(beams, key=lambda beam: -beam.log):
        groups.setdefault(beam.first, []).append(beam)
    chosen: list[Beam] = []
    for group in islice(groups.values(), width):
        taken = {beam.last for beam in chosen}
        near = (beam for beam in group if beam.last not in taken and beam.log > group[0].log - DEAR)
        chosen.append(next(near, group[0]))
    return sorted(chosen, key=lambda beam: -beam.log)


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
