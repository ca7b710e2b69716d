"""From probabilities to a word: temperature, top-k and top-p, and the draw.

Shape letter: V words.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from textgen.engine.config import SamplingConfig

Probabilities = NDArray[np.float64]


def shape(p_V: NDArray[np.floating], sampling: SamplingConfig, unknown: int) -> Probabilities:
    """Probabilities (V,) that sum to 1, from others, after temperature and every filter.

    The unknown word never has any. Words that a filter rules out have probability 0; the likeliest word
    always stays. Where the others are no numbers, all words are equally likely.
    """
    with np.errstate(divide="ignore"):
        scores = np.log(p_V.astype(np.float64)) / sampling.temperature
    scores[np.isnan(scores)] = -np.inf
    scores[unknown] = -np.inf
    if not np.isfinite(scores.max()):
        scores = np.where(np.arange(len(scores)) == unknown, -np.inf, 0.0)
    p: Probabilities = np.exp(scores - scores.max())
    p /= p.sum()
    if sampling.top_k == 0 and sampling.top_p == 1.0:
        return p
    order = np.argsort(-p, kind="stable")
    keep = len(order) if sampling.top_k == 0 else sampling.top_k
    if sampling.top_p < 1.0:
        keep = min(keep, int(np.searchsorted(np.cumsum(p[order]), sampling.top_p)) + 1)
    p[order[keep:]] = 0.0
    p /= p.sum()
    return p


def draw(p_V: Probabilities, random: np.random.Generator) -> int:
    """One word drawn with these probabilities."""
    return int(random.choice(len(p_V), p=p_V))
