"""Temperature and filters: what they keep, what they rule out, and that it sums to one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine import sampling as engine
from textgen.engine.config import SamplingConfig
from textgen.engine.sampling import draw, keep_shares, likeliest

UNKNOWN = 0
LOGS = np.log(np.array([0.4, 0.3, 0.15, 0.1, 0.05]))
P = np.exp(LOGS)

vocabularies = st.lists(st.floats(-30, 0), min_size=2, max_size=40).map(np.array)
samplings = st.builds(
    SamplingConfig,
    temperature=st.floats(0.05, 3),
    top_k=st.integers(0, 50),
    top_p=st.floats(0.05, 1),
    min_p=st.floats(0, 1),
)


def shape(weights, sampling, ruled_out):
    """Where all words are of one kind."""
    return engine.shape(weights, sampling, ruled_out, weights, np.zeros(len(weights), np.int64))


@given(vocabularies, samplings)
def test_probabilities_sum_to_one_and_the_unknown_word_has_none(logs, sampling):
    p = shape(np.exp(logs), sampling, UNKNOWN)
    assert p.sum() == pytest.approx(1)
    assert p[UNKNOWN] == 0
    assert logs[p.argmax()] == pytest.approx(logs[1:].max()), "the likeliest word always stays the likeliest"
    if sampling.top_k:
        assert (p > 0).sum() <= sampling.top_k


def test_without_filters_only_the_unknown_word_is_left_out():
    assert shape(P, SamplingConfig(), UNKNOWN) == pytest.approx(np.array([0, 0.5, 0.25, 1 / 6, 1 / 12]))


def test_temperature_sharpens_and_flattens():
    cold, warm = (shape(P, SamplingConfig(temperature=t), UNKNOWN) for t in (0.5, 2.0))
    assert cold[1] / cold[2] == pytest.approx(4)
    assert warm[1] / warm[2] == pytest.approx(2**0.5)


def test_top_k_and_top_p_keep_the_likeliest():
    assert (shape(P, SamplingConfig(top_k=2), UNKNOWN) > 0).tolist() == [False, True, True, False, False]
    assert (shape(P, SamplingConfig(top_p=0.7), UNKNOWN) > 0).tolist() == [False, True, True, False, False]
    assert (shape(P, SamplingConfig(top_p=0.8), UNKNOWN) > 0).tolist() == [False, True, True, True, False]


def test_min_p_keeps_what_is_likely_beside_the_likeliest():
    for share, kept in (0.25, [1, 2, 3]), (0.34, [1, 2]), (1.0, [1]):
        assert np.flatnonzero(shape(P, SamplingConfig(min_p=share), UNKNOWN)).tolist() == kept
    sharp = SamplingConfig(min_p=0.25, temperature=0.5)
    assert np.flatnonzero(shape(P, sharp, UNKNOWN)).tolist() == [1, 2], "it looks at what the temperature has made"


@given(vocabularies, samplings, st.data())
def test_a_drawn_word_is_never_outside_the_filters(logs, sampling, data):
    ruled_out = np.array(data.draw(st.lists(st.booleans(), min_size=len(logs), max_size=len(logs))))
    p = shape(np.exp(logs), sampling, ruled_out)
    if ruled_out.all():
        assert not p.any()
        return
    word = draw(p, np.random.default_rng(data.draw(st.integers(0, 1000))))
    weights = np.where(ruled_out, 0, np.exp(logs)) ** (1 / sampling.temperature)
    weights /= weights.sum()
    assert not ruled_out[word]
    assert weights[word] >= sampling.min_p * weights.max() * 0.999999
    likelier = weights[weights > weights[word] * 1.000001]
    assert likelier.sum() < sampling.top_p + 1e-9
    assert sampling.top_k == 0 or len(likelier) < sampling.top_k


@given(vocabularies, st.integers(1, 50), st.floats(0.05, 1))
def test_the_likeliest_are_those_of_a_whole_sort(logs, most, share):
    p = np.exp(logs) / np.exp(logs).sum()
    order = np.argsort(-p, kind="stable")[:most]
    if share < 1:
        order = order[: int(np.searchsorted(np.cumsum(p[order]), share)) + 1]
    assert likeliest(p, most, share).tolist() == [word for word in order if p[word] > 0]


def test_weights_that_are_no_numbers_leave_out_what_is_ruled_out():
    for broken in (np.full(5, np.nan), np.zeros(5), np.full(5, np.inf)):
        assert shape(broken, SamplingConfig(), np.array([0, 3])).tolist() == pytest.approx([0, 1 / 3, 1 / 3, 0, 1 / 3])
    assert not shape(P, SamplingConfig(), np.arange(5)).any()


def test_nothing_is_drawn_that_is_impossible():
    p = np.array([0.0, 0.5, 0.0, 0.5, 0.0])
    random = np.random.default_rng(1)
    assert {draw(p, random) for _ in range(200)} == {1, 3}


def test_draws_follow_the_probabilities():
    p = shape(P, SamplingConfig(top_k=3), UNKNOWN)
    random = np.random.default_rng(5)
    drawn = np.bincount([draw(p, random) for _ in range(4000)], minlength=5) / 4000
    assert drawn == pytest.approx(p, abs=0.03)


KINDS = np.array([0, 0, 1, 1, 2])


def shares(p):
    return np.bincount(KINDS, p) / p.sum()


@given(st.floats(0.05, 3), st.lists(st.floats(0.01, 1), min_size=5, max_size=5).map(np.array))
def test_neither_temperature_nor_other_weights_change_how_likely_each_kind_is(temperature, weights):
    sampling = SamplingConfig(temperature=temperature)
    p = engine.shape(weights, sampling, np.zeros(0, np.int64), P, KINDS)
    assert shares(p) == pytest.approx(shares(P))
    assert p[0] * weights[1] ** (1 / temperature) == pytest.approx(p[1] * weights[0] ** (1 / temperature))


def test_filters_look_at_what_the_temperature_made_of_words_of_one_kind():
    weights, kinds = np.array([0.1, *[0.1] * 6, 0.3]), np.array([0] * 7 + [1])
    cold = SamplingConfig(temperature=0.25, top_p=0.9)
    assert shape(weights, cold, np.zeros(0, np.int64)).tolist() == [0] * 7 + [1], "of one kind the likeliest is alone"
    p = engine.shape(weights, cold, np.zeros(0, np.int64), weights, kinds)
    assert p[7] == pytest.approx(0.3, abs=0.05)


def test_a_filter_gives_what_it_leaves_out_to_words_of_the_same_kind():
    weights = np.array([0.3, 0.1, 0.1, 0.1, 0.4])
    p = engine.shape(weights, SamplingConfig(top_k=3), np.zeros(0, np.int64), weights, KINDS)
    assert p.tolist() == pytest.approx([0.3, 0.1, 0, 0, 0.4] / np.array(0.8)), "a kind that is left out has no share"
    p = engine.shape(weights, SamplingConfig(top_k=4), np.zeros(0, np.int64), weights, KINDS)
    assert p.tolist() == pytest.approx([0.3, 0.1, 0.2, 0, 0.4]), "one word has the share of its kind"


def test_what_is_ruled_out_leaves_its_share_to_all_others():
    p = engine.shape(P, SamplingConfig(temperature=0.5), 0, P, KINDS)
    assert shares(p) == pytest.approx(np.array([0.5, 5 / 12, 1 / 12]))
    p = engine.shape(P, SamplingConfig(temperature=0.5), np.array([0, 1]), P, KINDS)
    assert shares(p) == pytest.approx(np.array([0, 5 / 6, 1 / 6]))


@pytest.mark.parametrize("weight", [0.0, np.inf, np.nan])
def test_weights_that_are_no_numbers_leave_every_share_as_it_is(weight):
    p = P.copy()
    keep_shares(p, np.full(5, weight), KINDS)
    assert p.tolist() == P.tolist()
