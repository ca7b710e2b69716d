"""From probabilities to a word: temperature, top-k, top-p and min-p, and the draw.

What depends on the words so far (what is ruled out, favoured or penalised) comes before; see `steering`.

Shape letter: V words.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from textgen.engine.config import SamplingConfig

Probabilities = NDArray[np.float64]

_FLOORS = (1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 0.0)  # probabilities above which the likeliest words are looked for


def shape(
    weights_V: NDArray[np.floating],
    sampling: SamplingConfig,
    ruled_out: int | NDArray[Any],
    own_V: NDArray[np.floating],
    kinds_V: NDArray[np.int64],
) -> Probabilities:
    """Probabilities (V,) that sum to 1, from weights, after temperature, top-k, top-p and min-p, in this order.

    The temperature chooses among words of one kind: how likely each kind is stays as in the model's `own_V`. Each
    filter looks at what this made of the weights; the likeliest word always stays. What it leaves out has probability
    0 and gives its share to others of its kind, if there are any left. Those that are `ruled_out`, a number, numbers or
    a mask, have 0 too; where there are no others, all are 0. Where the weights of the others are no numbers, all of
    them are equally likely.
    """
    p = _tempered(weights_V, sampling.temperature, ruled_out)
    if not p.any():
        return p
    own_K = np.bincount(kinds_V, _without(own_V, ruled_out))
    keep_shares(p, own_K, kinds_V)
    kept = _kept(p, sampling)
    return p if kept is None else _only(p, kept, own_K, kinds_V)


def _tempered(weights_V: NDArray[np.floating], temperature: float, ruled_out: int | NDArray[Any]) -> Probabilities:
    """(V,) that sum to 1, or all 0 where everything is ruled out."""
    p = _without(weights_V, ruled_out)
    highest = p.max()
    if not 0 < highest < np.inf:
        p, highest = _without(np.ones_like(p), ruled_out), 1.0
    if temperature != 1.0:
        p /= highest  # so that no power is too small for a number
        p **= 1 / temperature
    total = p.sum()
    return p / total if total else p


def _without(weights_V: NDArray[np.floating], ruled_out: int | NDArray[Any]) -> Probabilities:
    left: Probabilities = weights_V.astype(np.float64)
    left[ruled_out] = 0.0
    return left


def keep_shares(p_N: Probabilities, own_K: NDArray[Any], kinds_N: NDArray[np.int64]) -> None:
    """Let the words of each kind, a small number, be together as likely as by `own_K`, in place; what is 0 stays so."""
    now_K = np.bincount(kinds_N, p_N, minlength=len(own_K))
    left_K = np.where(now_K > 0, own_K, 0.0)
    total = float(left_K.sum())
    if 0.0 < total < np.inf:  # else these are no numbers
        p_N *= (left_K / np.where(now_K > 0, now_K, 1.0) / total)[kinds_N]


def _kept(p_V: Probabilities, sampling: SamplingConfig) -> NDArray[np.int64] | None:
    """The words that pass top-k, top-p and min-p; None where none of them is asked for."""
    kept = None
    if sampling.top_k or sampling.top_p < 1.0:
        kept = likeliest(p_V, sampling.top_k or len(p_V), sampling.top_p)
    if sampling.min_p:
        high = np.flatnonzero(p_V >= sampling.min_p * p_V.max()) if kept is None else kept
        kept = high[p_V[high] >= sampling.min_p * p_V.max()]
    return kept


def _only(
    p_V: Probabilities, kept: NDArray[np.int64], own_K: NDArray[Any], kinds_V: NDArray[np.int64]
) -> Probabilities:
    p, left = np.zeros_like(p_V), p_V[kept] / p_V[kept].sum()
    keep_shares(left, own_K, kinds_V[kept])
    p[kept] = left
    return p


def likeliest(p_V: Probabilities, most: int, share: float = 1.0) -> NDArray[np.int64]:
    """The likeliest words, best first: so many, or fewer that together have this share. None is impossible.

    Of equals the first comes first. Only words above a probability that leaves enough of them are sorted.
    """
    for floor in _FLOORS:
        high = np.flatnonzero(p_V > floor)
        if len(high) >= most or p_V[high].sum() > share:
            break
    order = high[np.argsort(-p_V[high], kind="stable")][:most]
    return order[: int(np.searchsorted(np.cumsum(p_V[order]), share)) + 1] if share < 1.0 else order


def draw(p_V: Probabilities, random: np.random.Generator) -> int:
    """One word drawn with these probabilities, which need not sum to 1; never one that is impossible."""
    possible = np.flatnonzero(p_V)
    up_to = np.cumsum(p_V[possible])
    place = int(np.searchsorted(up_to, random.random() * up_to[-1], side="right"))
    return int(possible[min(place, len(possible) - 1)])
