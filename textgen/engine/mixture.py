"""Network, n-grams and cache together: a weighted mean of what each finds likely.

How far each is trusted depends on how many words before the n-grams know, and on how strong the cache is.

Shape letters: N tokens, G = MATCHES · STRENGTHS groups of tokens, V words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from textgen.engine.cache import LARGEST_THETA

Reals = NDArray[np.float64]
# What a part finds likely, and on what ground: how many words before the n-grams know, how strong the cache is.
Found = tuple[Reals, Any]

MATCHES = 5  # 0 to 4 words known to the n-grams
SHARES = (0.04, 0.2, 0.4, 0.6, 0.8)  # of tokens before which the cache is weaker than where the next strength begins
STRENGTHS = len(SHARES) + 1
GROUPS = MATCHES * STRENGTHS
OWN = 30.0  # so many tokens of a group count as much as all those that it is a part of
SLIGHT = 1e-6  # tokens: next to nothing, but what is divided by stays above 0
STEPS = 300  # at most
CLOSE = 1e-4  # a step that changes no weight by more is the last
_TINY = 1e-300


@dataclass(frozen=True, eq=False)
class Mixture:
    """`weights` (2, 2, G, 3) of network, n-grams and cache: without or with n-grams, without or with cache.

    `strengths` are where one strength of the cache ends and the next begins; below the first it is not asked, because
    the words of a short prompt say little. `theta` is how sharp the cache is.
    """

    weights: Reals
    strengths: Reals
    theta: float

    @classmethod
    def fit(cls, network_N: Reals, ngrams: Found, cache: Found, theta: float) -> Mixture:
        """The weights that make a text likeliest that no part was taught, from what each finds likely in it.

        Each part can be switched off later: the rest is fitted without it too. A part that is missing finds
        everything impossible, 0, and gets no weight.
        """
        strengths = np.quantile(cache[1], SHARES)
        p_N3 = np.stack([network_N, ngrams[0], cache[0]], axis=1)
        weights = np.zeros((2, 2, GROUPS, 3))
        for with_ngrams, with_cache in np.ndindex(2, 2):
            groups = _groups(ngrams if with_ngrams else None, cache if with_cache else None, strengths)
            present_3 = np.array([1.0, with_ngrams, with_cache])
            weights[with_ngrams, with_cache] = _fit(p_N3 * present_3, groups, present_3)
        weights[:, 1, ::STRENGTHS] = weights[:, 0, ::STRENGTHS]  # the cache is not asked
        return cls(weights, strengths, theta)

    def combined(self, network: Reals, ngrams: Found | None = None, cache: Found | None = None) -> Reals:
        """The probabilities of the parts together, without those that are None.

        Either all words (V,) after one context, or one word (N,) after each of many.
        """
        groups = _groups(ngrams, cache, self.strengths)
        weights = self.weights[int(ngrams is not None), int(cache is not None), groups]
        total: Reals = weights[..., 0] * network
        for part, found in (1, ngrams), (2, cache):
            if found is not None:
                total = total + weights[..., part] * found[0]
        return total

    def to_dict(self) -> dict[str, Any]:
        """Lists and numbers, as JSON has them."""
        return {"weights": self.weights.tolist(), "strengths": self.strengths.tolist(), "theta": self.theta}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Mixture:
        """Raises ValueError on anything that `to_dict` does not make."""
        try:
            weights = np.array(values["weights"], np.float64)
            strengths, theta = np.array(values["strengths"], np.float64), float(values["theta"])
        except (KeyError, TypeError) as error:
            raise ValueError("a mixture is incomplete") from error
        if weights.shape != (2, 2, GROUPS, 3) or strengths.shape != (STRENGTHS - 1,) or not 0 < theta <= LARGEST_THETA:
            raise ValueError("a mixture is of the wrong shape")
        if not (np.isfinite(weights).all() and np.isfinite(strengths).all()) or (np.diff(strengths) < 0).any():
            raise ValueError("a mixture has numbers that are none, or strengths that fall")
        absent = weights[0, ..., 1].any() or weights[:, 0, :, 2].any()
        if absent or weights.min() < 0 or np.abs(weights.sum(axis=-1) - 1).max() > 1e-6:
            raise ValueError("the weights of a mixture are no weights")
        return cls(weights, strengths, theta)


def _groups(ngrams: Found | None, cache: Found | None, strengths: Reals) -> Any:
    """The group of a token, or of each of many."""
    row = 0 if ngrams is None else np.minimum(ngrams[1], MATCHES - 1)
    column = 0 if cache is None else np.searchsorted(strengths, cache[1])
    return row * STRENGTHS + column


def _fit(p_N3: Reals, groups: Any, present_3: Reals) -> Reals:
    """(G, 3) weights of groups, pulled towards those of as many known words, these towards those of all tokens."""
    groups_N = np.zeros(len(p_N3), np.int64) + groups
    everywhere_13 = fit_weights(p_N3, 0 * groups_N, SLIGHT * present_3[None])
    by_known_M3 = fit_weights(p_N3, groups_N // STRENGTHS, OWN * np.repeat(everywhere_13, MATCHES, axis=0))
    return fit_weights(p_N3, groups_N, OWN * np.repeat(by_known_M3, STRENGTHS, axis=0))


def fit_weights(p_NP: Reals, groups_N: NDArray[np.int64], prior_GP: Reals) -> Reals:
    """(G, P): how to weigh P probabilities of each token in each of G groups, by expectation maximisation.

    `prior_GP` are so many tokens for each part that each group is thought to have had before.
    """
    weights_GP: Reals = prior_GP / prior_GP.sum(axis=1, keepdims=True)
    for _ in range(STEPS):
        share_NP = weights_GP[groups_N] * p_NP
        share_NP /= share_NP.sum(axis=1, keepdims=True) + _TINY
        counts = [np.bincount(groups_N, share_N, len(prior_GP)) for share_N in share_NP.T]
        before_GP, weights_GP = weights_GP, prior_GP + np.stack(counts, axis=1)
        weights_GP /= weights_GP.sum(axis=1, keepdims=True)
        if np.abs(weights_GP - before_GP).max() < CLOSE:
            break
    return weights_GP
