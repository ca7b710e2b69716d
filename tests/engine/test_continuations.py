"""The search for continuations, on a few words whose probabilities are written out."""

import itertools
from dataclasses import dataclass

import numpy as np
import pytest

from textgen.engine.continuations import Continuations

AND, THE, CAT, BIG_AND, DOG, COMMA = range(2, 8)
WORDS = 8


@dataclass(frozen=True)
class Nowhere:
    """A place that knows what it has read and nothing else."""

    ids: tuple[int, ...] = ()

    def after(self, word):
        return Nowhere((*self.ids, word))


def search(follow, words=5):
    """`follow` gives what is likely after a word, as a dict; all else is hardly possible."""

    def after(beam):
        p_V = np.full(WORDS, 1e-6)
        for word, p in follow(beam.ids[-1] if beam.ids else 0).items():
            p_V[word] = p
        return p_V

    is_word_V = np.array([False, False, True, True, True, True, True, False])
    form_V = np.array([0, 1, 2, 3, 4, AND, 6, 7])
    return Continuations(Nowhere(), is_word_V, form_V, after, words)


def circle(word):
    """and the cat, and the cat, and …"""
    steps = {0: AND, AND: THE, BIG_AND: THE, THE: CAT, CAT: COMMA, COMMA: AND}
    return {steps.get(word, AND): 0.9, DOG: 0.05}


def pairs(ids):
    said = [AND if word == BIG_AND else word for word in ids if word != COMMA]
    return list(itertools.pairwise(said))


def test_no_pair_of_words_comes_twice_in_what_is_likeliest():
    found = search(circle).likeliest(5)
    assert found[0].ids[:3] == (AND, THE, CAT)
    for one in found:
        assert len(set(pairs(one.ids))) == len(pairs(one.ids)), one.ids


def test_a_capital_makes_no_other_pair():
    """“and the cat. And the” goes round as well."""
    steps = {0: AND, AND: THE, BIG_AND: THE, THE: CAT, CAT: BIG_AND}
    found = search(lambda word: {steps.get(word, AND): 0.9, DOG: 0.05}).likeliest(5)
    assert found[0].ids[:4] == (AND, THE, CAT, BIG_AND)
    assert found[0].ids[4] != THE


def test_where_nothing_else_can_come_a_pair_comes_twice():
    steps = {0: AND, AND: THE, THE: AND}

    def only(beam):
        p_V = np.zeros(WORDS)
        p_V[steps[beam.ids[-1] if beam.ids else 0]] = 1.0
        return p_V

    is_word_V = np.ones(WORDS, bool)
    (found,) = Continuations(Nowhere(), is_word_V, np.arange(WORDS), only, 5).likeliest(5)
    assert found.ids == (AND, THE, AND, THE, AND)


def test_its_probability_is_what_the_words_have_though_others_are_left_out():
    found = search(circle).likeliest(5)[0]
    product = 1.0
    for before, word in zip((0, *found.ids), found.ids, strict=False):
        product *= circle(before).get(word, 1e-6)
    assert found.probability == pytest.approx(product)


def ends(found):
    return [one.ids[-2:] for one in found]


def test_those_that_begin_differently_end_differently_where_that_costs_little():
    def follow(word):
        if word in (AND, DOG, BIG_AND):
            return {THE: 0.9}
        return {CAT: 0.5, DOG: 0.3, AND: 0.15} if word == THE else {AND: 0.5, DOG: 0.3, BIG_AND: 0.2}

    found = search(follow, words=3).likeliest(2)
    assert ends(found) == [(THE, CAT), (THE, DOG)]


def test_another_end_is_not_taken_at_any_price():
    def follow(word):
        if word in (AND, DOG, BIG_AND):
            return {THE: 0.9}
        return {CAT: 0.9, DOG: 0.01} if word == THE else {AND: 0.5, DOG: 0.3}

    found = search(follow, words=3).likeliest(2)
    assert ends(found) == [(THE, CAT), (THE, CAT)]


def test_drawn_ones_are_drawn_as_the_words_are():
    found = search(circle).drawn(5, np.random.default_rng(1))
    assert (AND, THE, CAT, COMMA, AND, THE) in [one.ids for one in found]
