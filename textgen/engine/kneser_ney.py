"""Counting n-grams, and what each adds to a modified Kneser-Ney model (Chen and Goodman 1999).

The probability of a word w after the words h is interpolated: p(w | h) = share(h w) + rest(h) · p(w | h'), where h' is
h without its first word and rest(h) is what the shares after h leave of 1.

Shape letters: N tokens, M n-grams of one length.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from textgen.engine.ids import Ids

Indices = NDArray[np.int64]
Reals = NDArray[np.float64]

FALLBACK = (0.5, 1.0, 1.5)  # discounts where a text is too small to estimate them from


@dataclass(frozen=True, eq=False)
class Counted:
    """All n-grams of one length in a text, sorted by their first words and then by the last.

    A key is `context * words + last word`, where `context` is the place of the first words among the n-grams that
    are one word shorter; `shorter_M` is the place of the last words there. `counts_M` says how often each stands
    in the text. `weights_M` is what Kneser-Ney goes by: the same for the longest n-grams, and for the others how
    many different words they follow.
    """

    keys_M: Indices
    shorter_M: Ids
    counts_M: Ids
    weights_M: Ids


def hide_half(ids_N: Ids, unknown: int, seed: int) -> Ids:
    """The text with a random half of the words that occur once read as the unknown word, as the network reads it.

    So the counts know how likely a word is that has never been seen.
    """
    once_N = np.flatnonzero((np.bincount(ids_N) == 1)[ids_N])
    hidden_N = ids_N.copy()
    hidden_N[once_N[np.random.default_rng(seed).random(len(once_N)) < 0.5]] = unknown
    return hidden_N


def count(ids_N: Ids, words: int, order: int, first: int) -> list[Counted]:
    """The n-grams of one word, of two, … of `order` words in a text; `first` stands before it.

    Each length is sorted by the places of the length before. A text shorter than `order` has no n-grams longer
    than itself.
    """
    text = np.concatenate([[first], ids_N]).astype(np.int64)
    places, counted = text, []
    keys, shorter = np.arange(words), np.zeros(words, np.int32)
    counts = np.bincount(ids_N, minlength=words).astype(np.int32)
    for length in range(2, min(order, len(text)) + 1):
        found = np.unique(places[:-1] * words + text[length - 1 :], return_inverse=True, return_counts=True)
        longer_keys, longer_places, longer_counts = found
        longer_shorter = np.empty(len(longer_keys), np.int32)
        longer_shorter[longer_places] = places[1:]
        weights = np.bincount(longer_shorter, minlength=len(keys)).astype(np.int32)
        weights[places[0]] += 1  # what begins the text follows nothing, which is one more thing to follow
        counted.append(Counted(keys, shorter, counts, weights))
        keys, shorter, places, counts = longer_keys, longer_shorter, longer_places, longer_counts.astype(np.int32)
    return [*counted, Counted(keys, shorter, counts, counts)]


def discounts(weights_M: Ids) -> Reals:
    """What is taken off weights of 0, 1, 2 and at least 3, from how many n-grams have the weights 1 to 4."""
    n1, n2, n3, n4 = np.bincount(np.minimum(weights_M, 5), minlength=6)[1:5].tolist()
    if min(n1, n2, n3, n4) > 0:
        y = n1 / (n1 + 2 * n2)
        estimates = 1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3
        if min(estimates) > 0:
            return np.array([0.0, *estimates])
    return np.array([0.0, *FALLBACK])


def shares_of(level: Counted, words: int) -> Reals:
    """(M,) the share of each n-gram in the probabilities after its first words."""
    contexts_M = level.keys_M // words
    totals = np.bincount(contexts_M, weights=level.weights_M)
    kept_M = level.weights_M - discounts(level.weights_M)[np.minimum(level.weights_M, 3)]
    return np.divide(kept_M, np.maximum(totals, 1)[contexts_M])


def rests_of(contexts_M: Indices | Ids, shares_M: Reals, contexts: int) -> Reals:
    """(contexts,) what the shares after each context leave of 1."""
    return np.subtract(1.0, np.bincount(contexts_M, weights=shares_M, minlength=contexts))
