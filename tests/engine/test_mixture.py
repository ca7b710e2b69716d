"""Fitting the weights of known mixtures, switching parts off, and files that lie."""

import json

import numpy as np
import pytest

from textgen.engine import mixture as mixtures
from textgen.engine.mixture import GROUPS, MATCHES, Mixture, fit_weights

THETA = 18.0


@pytest.fixture
def found():
    """Probabilities of 4000 tokens by network, n-grams and cache; the n-grams are the better, the more they know."""
    random = np.random.default_rng(5)
    network, cache, strength = random.random(4000), random.random(4000) ** 3, random.normal(size=4000)
    known = random.integers(0, MATCHES, 4000)
    return network, (random.random(4000) * (0.2 + 0.4 * known), known), (cache, strength)


@pytest.fixture
def mixture(found):
    return Mixture.fit(*found, THETA)


def log(p):
    return float(np.log(p).sum())


def test_known_weights_are_found_again():
    random = np.random.default_rng(1)
    true = np.array([[0.5, 0.3, 0.2], [0.1, 0.1, 0.8]])
    groups = random.integers(0, 2, 20000)
    p_V = random.dirichlet(np.full(30, 0.1), (20000, 3))
    mixed = (true[groups][..., None] * p_V).sum(axis=1)
    words = (mixed.cumsum(axis=1) > random.random((20000, 1))).argmax(axis=1)
    p_NP = np.take_along_axis(p_V, words[:, None, None], axis=2)[..., 0]
    assert fit_weights(p_NP, groups, np.ones((2, 3))) == pytest.approx(true, abs=0.03)


def test_no_step_makes_the_text_less_likely(found, monkeypatch):
    p_NP = np.stack([found[0], found[1][0], found[2][0]], axis=1)
    groups = found[1][1]
    before = -np.inf
    for steps in range(12):
        monkeypatch.setattr(mixtures, "STEPS", steps)
        weights = fit_weights(p_NP, groups, np.full((MATCHES, 3), 1e-9))
        after = log((weights[groups] * p_NP).sum(axis=1))
        assert after >= before - 1e-6
        before = after


def test_the_mixture_is_likelier_than_each_part_and_more_parts_likelier_than_fewer(found, mixture):
    network, ngrams, cache = found
    figures = [
        log(network),
        log(mixture.combined(network, ngrams)),
        log(mixture.combined(network, None, cache)),
        log(mixture.combined(network, ngrams, cache)),
    ]
    assert figures[0] < min(figures[1:3])
    assert max(figures[1:3]) < figures[3]


def test_a_part_that_is_switched_off_is_not_there_at_all(found, mixture):
    network, _, cache = found
    assert (mixture.combined(network) == network).all()
    for without, at in (mixture.weights[0], 1), (mixture.weights[:, 0], 2):
        assert (without[..., at] == 0).all()
    alone = Mixture.fit(network, (np.zeros(4000), np.zeros(4000, int)), cache, THETA)
    assert alone.combined(network, None, cache) == pytest.approx(mixture.combined(network, None, cache))


def test_a_part_that_was_never_there_gets_no_weight(found):
    network, _, cache = found
    nothing = np.zeros(4000), np.zeros(4000, int)
    mixture = Mixture.fit(network, nothing, cache, THETA)
    assert mixture.combined(network, nothing, cache) == pytest.approx(mixture.combined(network, None, cache))


def test_one_token_of_a_text_and_all_words_of_one_place_have_the_same_weights(found, mixture):
    network, ngrams, cache = found
    at_once = mixture.combined(network, ngrams, cache)
    for i in range(0, 4000, 400):
        one = [np.full(3, part[i]) for part in (network, ngrams[0], cache[0])]
        together = mixture.combined(one[0], (one[1], ngrams[1][i]), (one[2], cache[1][i]))
        assert together == pytest.approx(np.full(3, at_once[i]))


def test_distributions_stay_distributions(mixture):
    random = np.random.default_rng(2)
    p = random.dirichlet(np.ones(9), 3)
    for known, strength in ((0, -700.0), (4, 9.0), (7, 0.0)):
        for ngrams in (None, (p[1], known)):
            for cache in (None, (p[2], strength)):
                assert mixture.combined(p[0], ngrams, cache).sum() == pytest.approx(1)


def test_a_cache_that_is_weaker_than_nearly_ever_is_not_asked(found, mixture):
    network, ngrams, cache = (found[0][0], (found[1][0][0], found[1][1][0]), found[2])
    assert mixture.combined(network, ngrams, (0.9, cache[1].min())) == mixture.combined(network, ngrams)
    assert mixture.combined(network, None, (0.9, -700.0)) == network
    assert mixture.combined(network, ngrams, (0.9, cache[1].max())) != mixture.combined(network, ngrams)


def test_n_grams_that_know_more_are_trusted_more(mixture):
    trust = mixture.weights[1, 0, :: GROUPS // MATCHES, 1]
    assert (np.diff(trust) > 0).all()


def test_a_group_with_few_tokens_goes_by_all_tokens(found):
    network, (p, known), cache = found
    rare = np.where(np.arange(4000) < 3, 4, known.clip(max=3))
    mixture = Mixture.fit(network, (p, rare), cache, THETA)
    everywhere = mixture.weights[1, 0, 4 * GROUPS // MATCHES]
    p_NP = np.stack([network, p, np.zeros(4000)], axis=1)
    expected = fit_weights(p_NP, np.zeros(4000, int), np.array([[1.0, 1.0, 0.0]]))[0]
    assert everywhere == pytest.approx(expected, abs=0.1)


def test_one_token_is_enough_to_fit():
    mixture = Mixture.fit(np.array([0.5]), (np.array([0.1]), np.array([0])), (np.array([0.2]), np.array([0.0])), THETA)
    assert mixture.weights.sum(axis=-1) == pytest.approx(1)


def test_json_gives_the_same_mixture_back(found, mixture):
    again = Mixture.from_dict(json.loads(json.dumps(mixture.to_dict())))
    assert again.theta == THETA
    assert (again.combined(*found) == mixture.combined(*found)).all()


def changed(name, change):
    def lie(values):
        values[name] = change(np.array(values[name])).tolist()

    return lie


LIES = {
    "weights of more than 1": changed("weights", lambda w: 1.1 * w),
    "negative weights": changed("weights", lambda w: w + np.array([1, -1, 0])),
    "weights that are no numbers": changed("weights", lambda w: w * np.nan),
    "fewer weights": changed("weights", lambda w: w[:1]),
    "weight for what is switched off": changed("weights", lambda w: w[::-1]),
    "ragged weights": lambda values: values["weights"].append([1]),
    "words for weights": lambda values: values.update(weights="more"),
    "no weights": lambda values: values.pop("weights"),
    "falling strengths": changed("strengths", lambda s: s[::-1]),
    "infinite strengths": changed("strengths", lambda s: s * np.inf),
    "one strength": changed("strengths", lambda s: s[:1]),
    "no theta": lambda values: values.update(theta=None),
    "theta of 0": lambda values: values.update(theta=0),
    "a theta that is no number": lambda values: values.update(theta=float("nan")),
    "a large theta": lambda values: values.update(theta=1e9),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_file_that_lies_is_refused(mixture, lie):
    values = mixture.to_dict()
    lie(values)
    with pytest.raises(ValueError):
        Mixture.from_dict(values)
