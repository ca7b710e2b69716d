"""Temperature and filters: what they keep, what they rule out, and that it sums to one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine.config import SamplingConfig
from textgen.engine.sampling import draw, shape

UNKNOWN = 0
LOGS = np.log(np.array([0.4, 0.3, 0.15, 0.1, 0.05]))
P = np.exp(LOGS)

vocabularies = st.lists(st.floats(-30, 0), min_size=2, max_size=40).map(np.array)
samplings = st.builds(
    SamplingConfig, temperature=st.floats(0.05, 3), top_k=st.integers(0, 50), top_p=st.floats(0.05, 1)
)


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


def test_draws_follow_the_probabilities():
    p = shape(P, SamplingConfig(top_k=3), UNKNOWN)
    random = np.random.default_rng(5)
    drawn = np.bincount([draw(p, random) for _ in range(4000)], minlength=5) / 4000
    assert drawn == pytest.approx(p, abs=0.03)
