"""The Jensen-Shannon divergence, held to its definition."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine.divergence import jensen_shannon

distributions = st.lists(st.integers(0, 1000), min_size=5, max_size=5).filter(any)


def bits(p: list[float], q: list[float]) -> float:
    return float(jensen_shannon(torch.tensor(p), torch.tensor([q])))


def shared(weights: list[int]) -> list[float]:
    return [weight / sum(weights) for weight in weights]


def plainly(p: list[float], q: list[float]) -> float:
    """Half the Kullback-Leibler divergences from the mean, in double precision."""

    def from_mean(one: list[float]) -> float:
        return sum(a * math.log2(a / ((b + c) / 2)) for a, b, c in zip(one, p, q, strict=True) if a > 0)

    return (from_mean(p) + from_mean(q)) / 2


@given(distributions, distributions)
def test_it_is_what_its_definition_says(one: list[int], other: list[int]) -> None:
    p, q = shared(one), shared(other)
    assert bits(p, q) == pytest.approx(plainly(p, q), abs=1e-6)


@given(distributions, distributions)
def test_it_is_the_same_both_ways_and_within_a_bit(one: list[int], other: list[int]) -> None:
    p, q = shared(one), shared(other)
    assert bits(p, q) == pytest.approx(bits(q, p), rel=1e-4, abs=1e-12)
    assert 0 <= bits(p, q) <= 1
    assert bits(p, p) == 0


def test_its_ends() -> None:
    assert bits([1.0, 0.0], [0.0, 1.0]) == pytest.approx(1.0)
    assert bits([1.0, 0.0, 0.0], [1.0, 0.0, 0.0]) == 0
    assert jensen_shannon(torch.ones(1), torch.ones(0, 1)).shape == (0,)


def test_a_very_small_one_does_not_drown_in_rounding() -> None:
    random = np.random.default_rng(1)
    p = random.dirichlet(np.ones(2000))
    shift = 1e-3 * p * random.standard_normal(2000)
    q = p + shift - p * shift.sum()
    assert bits(p.tolist(), q.tolist()) == pytest.approx(plainly(p.tolist(), q.tolist()), rel=1e-3)


def test_each_of_many_is_compared() -> None:
    p, q_RV = torch.softmax(torch.randn(9), 0), torch.softmax(torch.randn(40, 9), 1)
    one_by_one = [float(jensen_shannon(p, q[None])) for q in q_RV]
    assert jensen_shannon(p, q_RV).tolist() == pytest.approx(one_by_one, rel=1e-5)
