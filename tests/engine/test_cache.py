"""The cache word by word, in blocks, and against arithmetic by hand."""

import math

import numpy as np
import pytest

from textgen.engine import cache as caches
from textgen.engine.cache import Cache

WORDS, E = 7, 5


@pytest.fixture
def past():
    random = np.random.default_rng(3)
    return random.normal(size=(900, E)).astype(np.float32), random.integers(0, WORDS, 900).astype(np.int32)


def test_by_hand():
    h = np.array([[3, 0], [0, 2], [5, 5], [1, 1]], np.float32)
    cache = Cache(WORDS, theta=2.0)
    cache.add(h[:3], [4, 6, 2])
    p, strength = cache.probabilities(h[3])
    similar = math.exp(2 * (math.sqrt(0.5) - 1))
    far, near = similar / math.sqrt(3), similar / math.sqrt(2)
    assert p == pytest.approx(np.array([0, 0, 0, 0, far, 0, near]) / (far + near), rel=1e-5)
    assert strength == pytest.approx(math.log(far + near), abs=1e-5)


def test_what_followed_a_similar_place_is_likelier():
    cache = Cache(WORDS, theta=18.0)
    cache.add(np.array([[1, 0.1], [0, 1], [1, 1]], np.float32), [4, 6, 5])
    p = cache.probabilities(np.array([5, 0], np.float32))[0]
    assert p[4] > 0.99


def test_the_last_word_is_not_made_likelier_but_the_same_word_further_back_is():
    cache, h = Cache(WORDS, theta=18.0), np.ones((3, E), np.float32)
    cache.add(h, [4, 6, 5])
    assert cache.probabilities(h[0])[0][5] == 0
    cache.add(h[:1], [6])
    assert cache.probabilities(h[0])[0][5] > 0


def test_a_cache_of_one_word_finds_all_words_equally_likely(past):
    cache = Cache(WORDS, 18.0)
    cache.add(past[0][:1], past[1][:1])
    assert cache.probabilities(past[0][1])[0] == pytest.approx(np.full(WORDS, 1 / WORDS))


def test_an_empty_cache_finds_all_words_equally_likely(past):
    p, strength = Cache(WORDS, 18.0).probabilities(past[0][0])
    assert p == pytest.approx(np.full(WORDS, 1 / WORDS))
    read, strengths = Cache(WORDS, 18.0).read(past[0][:1], past[1][:1])
    assert read == pytest.approx(1 / WORDS)
    assert math.isfinite(strength)
    assert strengths == pytest.approx(strength)


@pytest.mark.parametrize("length", [40, 1000])
@pytest.mark.parametrize("pieces", [[], [1], [300, 301, 650]])
def test_reading_in_pieces_and_blocks_is_the_same_as_word_by_word(past, monkeypatch, length, pieces):
    monkeypatch.setattr(caches, "LENGTH", length)
    monkeypatch.setattr(caches, "_BY_AGE", caches._by_age(length))
    whole, one_by_one = Cache(WORDS, 18.0), Cache(WORDS, 18.0)
    parts = zip(np.split(past[0], pieces), np.split(past[1], pieces), strict=True)
    read = [np.stack(whole.read(h, ids)) for h, ids in parts]
    p_N, strength_N = np.concatenate(read, axis=1)
    for i, (h, word) in enumerate(zip(*past, strict=True)):
        p, strength = one_by_one.probabilities(h)
        assert p.sum() == pytest.approx(1)
        assert p_N[i] == pytest.approx(p[word], rel=1e-4, abs=1e-9)
        assert strength_N[i] == pytest.approx(strength, rel=1e-4, abs=1e-4)
        one_by_one.add(h[None], [word])


def test_old_words_are_forgotten():
    cache = Cache(WORDS, 18.0)
    h = np.ones((caches.LENGTH + 1, E), np.float32)
    cache.add(h, [3] + [2] * caches.LENGTH)
    assert cache.probabilities(h[0])[0][3] == 0


def test_a_hidden_vector_of_zeros_and_the_largest_theta_are_numbers():
    cache = Cache(WORDS, caches.LARGEST_THETA)
    cache.add(np.array([[1, 0], [-1, 0], [1, 1]], np.float32), [2, 3, 4])
    for h in ([0, 0], [1, 0], [-1, 0]):
        p, strength = cache.probabilities(np.array(h, np.float32))
        assert p.sum() == pytest.approx(1)
        assert math.isfinite(strength)
