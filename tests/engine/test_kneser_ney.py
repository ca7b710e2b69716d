"""Counts and shares against a plain implementation with dictionaries."""

from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textgen.engine.kneser_ney import FALLBACK, count, discounts, hide_half, shares_of

END, WORDS = 1, 9

texts = st.lists(st.integers(0, WORDS - 1), max_size=60).map(lambda ids: np.array(ids, np.int32))
orders = st.integers(1, 6)


class Plain:
    """Interpolated modified Kneser-Ney as the paper says it, one n-gram at a time."""

    def __init__(self, ids, words, order):
        text = (END, *map(int, ids))
        self.words, self.order = words, min(order, len(text))
        grams = {n: Counter(text[i : i + n] for i in range(len(text) - n + 1)) for n in range(1, self.order + 1)}
        grams[1] = Counter((word,) for word in text[1:])
        self.weights = {self.order: grams[self.order]}
        for n in range(1, self.order):
            self.weights[n] = Counter(gram[1:] for gram in grams[n + 1]) + Counter([text[:n]])
        self.after = {n: defaultdict(list) for n in self.weights}
        for n, weights in self.weights.items():
            for gram, weight in weights.items():
                self.after[n][gram[:-1]].append(weight)
        self.taken = {n: (0, *self._discounts(list(weights.values()))) for n, weights in self.weights.items()}

    @staticmethod
    def _discounts(weights):
        n1, n2, n3, n4 = (weights.count(k) for k in (1, 2, 3, 4))
        if not (n1 and n2 and n3 and n4):
            return FALLBACK
        y = n1 / (n1 + 2 * n2)
        found = (1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3)
        return found if min(found) > 0 else FALLBACK

    def share(self, gram):
        weight = self.weights[len(gram)][gram]
        return (weight - self.taken[len(gram)][min(weight, 3)]) / max(1, sum(self.after[len(gram)][gram[:-1]]))

    def p(self, gram):
        shorter = self.p(gram[1:]) if len(gram) > 1 else 1 / self.words
        after = self.after[len(gram)][gram[:-1]]
        if not after:
            return shorter
        rest = sum(self.taken[len(gram)][min(weight, 3)] for weight in after) / sum(after)
        return self.share(gram) + rest * shorter


def spelt(levels):
    """The n-grams of each length as tuples of words."""
    grams = [[(word,) for word in range(WORDS)]]
    for level in levels[1:]:
        grams.append([(*grams[-1][key // WORDS], key % WORDS) for key in level.keys_M.tolist()])
    return grams


@given(texts, orders)
@settings(deadline=None)
def test_weights_and_shares_are_those_of_the_paper(ids, order):
    plain, levels = Plain(ids, WORDS, order), count(ids, WORDS, order, END)
    assert len(levels) == plain.order
    for n, (level, grams) in enumerate(zip(levels, spelt(levels), strict=True), 1):
        assert grams == sorted(grams)
        assert dict(zip(grams, level.weights_M.tolist(), strict=True)) == {g: plain.weights[n][g] for g in grams}
        assert set(plain.weights[n]) <= set(grams)
        assert shares_of(level, WORDS) == pytest.approx(np.array([plain.share(gram) for gram in grams]))


@given(texts)
@settings(deadline=None)
def test_places_of_shorter_n_grams_and_counts(ids):
    text, levels = [END, *ids.tolist()], count(ids, WORDS, 3, END)
    grams = spelt(levels)
    for n in range(2, len(levels) + 1):
        assert [grams[n - 2][place] for place in levels[n - 1].shorter_M] == [gram[1:] for gram in grams[n - 1]]
        counted = Counter(tuple(text[i : i + n]) for i in range(len(text) - n + 1))
        assert levels[n - 1].counts_M.tolist() == [counted[gram] for gram in grams[n - 1]]


def test_discounts_by_hand():
    weights = np.repeat([1, 2, 3, 4, 9], [8, 4, 2, 1, 5])
    assert discounts(weights) == pytest.approx(np.array([0, 0.5, 1.25, 2.0]))


@pytest.mark.parametrize("weights", [[], [0, 0], [1, 1, 1], [1, 2, 3], [1, *[2] * 2, *[3] * 30, *[4] * 90]])
def test_a_text_too_small_for_an_estimate_has_usual_discounts(weights):
    assert discounts(np.array(weights, np.int64)).tolist() == [0, *FALLBACK]


def test_half_of_the_words_that_occur_once_are_hidden_and_no_others():
    ids = np.concatenate([np.arange(2, 1002), np.arange(1002, 1102).repeat(2)]).astype(np.int32)
    hidden = hide_half(ids, 0, seed=3)
    assert 400 < (hidden == 0).sum() < 600
    assert (hidden[1000:] == ids[1000:]).all()
    assert ((hidden == ids) | (hidden == 0)).all()
    assert (hidden == hide_half(ids, 0, seed=3)).all()
    assert (hidden != hide_half(ids, 0, seed=4)).any()


def test_nothing_is_hidden_in_an_empty_text():
    assert len(hide_half(np.zeros(0, np.int32), 0, seed=1)) == 0
