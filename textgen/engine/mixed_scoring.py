"""How good network, n-grams and cache are together, and how to fit their mixture.

Shape letters: T time steps, B columns, N tokens, R tokens at once, E embedding, V words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from textgen.engine.cache import THETAS, Cache, Vectors
from textgen.engine.ids import Ids
from textgen.engine.mixture import Found, Mixture, Reals
from textgen.engine.model import LanguageModel
from textgen.engine.ngrams import NGrams
from textgen.engine.scoring import CHUNK, WARM, hidden_columns

PIECE = 32_768  # tokens whose hidden vectors are held at once


@dataclass(frozen=True, eq=False)
class Parts:
    """What each part finds likely in a text, token after token; the cache for each theta."""

    network_N: Reals
    ngrams: Found | None
    caches: dict[float, Found]


def fit(model: LanguageModel, ngrams: NGrams | None, held_out_N: Ids, end: int) -> Mixture:
    """The mixture that makes a text likeliest that neither network nor n-grams were taught."""
    found = parts(model, ngrams, held_out_N, end, THETAS)
    known = found.ngrams or (np.zeros(len(held_out_N)), np.zeros(len(held_out_N), np.int64))
    fitted = [Mixture.fit(found.network_N, known, cache, theta) for theta, cache in found.caches.items()]
    return max(fitted, key=lambda mixture: _log(found, mixture))


def _log(found: Parts, mixture: Mixture) -> float:
    together_N = mixture.combined(found.network_N, found.ngrams, found.caches[mixture.theta])
    return float(np.log(together_N).sum())


def parts(model: LanguageModel, ngrams: NGrams | None, ids_N: Ids, end: int, thetas: tuple[float, ...]) -> Parts:
    """Read a text that begins after a paragraph's end."""
    caches = [Cache(model.table.words, theta) for theta in thetas]
    network: list[Reals] = []
    found: list[list[Found]] = [[] for _ in thetas]
    for h_NE, piece_N in hidden(model, ids_N, end):
        network += [
            p_RV[np.arange(len(ids_R)), ids_R].astype(np.float64) for _, p_RV, ids_R in _rows(model, h_NE, piece_N)
        ]
        for cache, pieces in zip(caches, found, strict=True):
            pieces.append(cache.read(h_NE, piece_N))
    joined = [(np.concatenate([p_N for p_N, _ in f]), np.concatenate([s_N for _, s_N in f])) for f in found]
    known = ngrams.score(ids_N) if ngrams else None
    return Parts(np.concatenate(network), known, dict(zip(thetas, joined, strict=True)))


def hidden(model: LanguageModel, ids_N: Ids, end: int) -> Iterator[tuple[Vectors, Ids]]:
    """The hidden vector (N, E) before each token, and the tokens, piece after piece of a text.

    The text begins after a paragraph's end. Each piece is read in columns, as in `scoring.hidden_columns`, from a
    little before it on.
    """
    for start in range(0, len(ids_N), PIECE):
        before = min(start, WARM)
        yield _read(model, ids_N[start - before : start + PIECE], end)[before:], ids_N[start : start + PIECE]


def _read(model: LanguageModel, ids_N: Ids, end: int) -> Vectors:
    """(N, E): the columns, one below the other, are the text."""
    windows, targets = zip(*hidden_columns(model, ids_N, end), strict=True)
    kept_BT = (torch.cat(targets) >= 0).t()
    h_TBE = torch.cat(windows)
    del windows  # so that there are never more than two copies of them
    h_NE: Vectors = h_TBE.transpose(0, 1)[kept_BT].numpy()
    return h_NE


@torch.no_grad()
def _rows(model: LanguageModel, h_NE: Vectors, ids_N: Ids) -> Iterator[tuple[Vectors, NDArray[np.float32], Ids]]:
    """A few tokens at once: the hidden vectors (R, E) before them, the network's probabilities (R, V), the tokens."""
    rows = max(1, CHUNK // model.table.words)
    for start in range(0, len(ids_N), rows):
        here = slice(start, start + rows)
        p_RV = model.table.log_probabilities(torch.from_numpy(h_NE[here])).exp().numpy()
        yield h_NE[here], p_RV, ids_N[here]
