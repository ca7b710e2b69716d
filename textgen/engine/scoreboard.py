"""How good a model is on text it has not seen, beside what simple counting reaches on the same text.

Perplexities are taken over all tokens. Whether the word that came was among the likeliest is looked at only every few
tokens, because it takes the probabilities of all words.

Shape letters: N tokens, V words, E embedding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from textgen.engine.cache import Cache
from textgen.engine.ids import Ids
from textgen.engine.mixed_scoring import hidden, parts
from textgen.engine.mixture import Found, Mixture
from textgen.engine.model import LanguageModel
from textgen.engine.ngrams import LONGEST, NGrams
from textgen.engine.reports import BASELINES, Row, Scoreboard
from textgen.engine.scoring import perplexity_of
from textgen.engine.tokenizer import Tokenizer

TOPS = (1, 3, 5)
LOOKED_AT = 800  # tokens at which the likeliest words are looked at
SUGGESTIONS = 10  # words offered while typing, each taken with one key


def baseline_rows(train_N: Ids, words: int, ids_N: Ids) -> Iterator[Row]:
    """How well a text is predicted by mere counts of a training part: of single words, of pairs, of up to five words."""
    for name, order in BASELINES.items():
        yield counted_row(name, NGrams.count(train_N, words, order), ids_N)


def counted_row(name: str, ngrams: NGrams, ids_N: Ids) -> Row:
    """How well n-grams alone predict a text."""
    text, ranks = ids_N.tolist(), []
    for at in range(0, len(text), _step(len(text))):
        p_V, _ = ngrams.probabilities(text[max(0, at - LONGEST) : at])
        ranks.append(_rank(p_V, text[at]))
    return Row(name, _perplexity(ngrams.score(ids_N)[0]), _hits(ranks))


class _Place(NamedTuple):
    """A token that is looked at: what network and cache find likely before it, and where it stands."""

    network_V: NDArray[np.float64]
    cache: Found
    at: int


def scoreboard(
    model: LanguageModel,
    tokenizer: Tokenizer,
    ngrams: NGrams | None,
    mixture: Mixture,
    ids_N: Ids,
    before: Iterable[Row] = (),
) -> Scoreboard:
    """Score a text that begins after a paragraph's end; the rows `before` come first."""
    found = parts(model, ngrams, ids_N, Tokenizer.END, (mixture.theta,))
    cache = found.caches[mixture.theta]
    perplexities = {"network": _perplexity(found.network_N)}
    for name, with_ngrams, with_cache in _mixes(ngrams):
        p_N = mixture.combined(found.network_N, found.ngrams if with_ngrams else None, cache if with_cache else None)
        perplexities[name] = _perplexity(p_N)
    ranks, saved = _look(model, tokenizer, ngrams, mixture, ids_N)
    rows = (Row(name, perplexity, _hits(ranks[name])) for name, perplexity in perplexities.items())
    return Scoreboard(len(ids_N), int((ids_N == Tokenizer.UNKNOWN).sum()), (*before, *rows), saved)


def _step(tokens: int) -> int:
    """How many tokens it is from one that is looked at to the next."""
    return max(1, tokens // LOOKED_AT)


def _rank(p_V: NDArray[np.float64], word: int) -> int:
    """How many words come before this one when the likeliest are listed; of equals the one of the lower number."""
    return int((p_V > p_V[word]).sum() + (p_V[:word] == p_V[word]).sum())


def _mixes(ngrams: NGrams | None) -> Iterator[tuple[str, bool, bool]]:
    """Name, with n-grams, with cache."""
    if ngrams:
        yield "with_ngrams", True, False
    yield "with_cache", False, True
    if ngrams:
        yield "mixed", True, True


def _perplexity(p_N: NDArray[np.float64]) -> float:
    with np.errstate(divide="ignore"):
        return perplexity_of(float(-np.log(p_N).sum()), len(p_N))


def _hits(ranks: list[int]) -> tuple[float, ...]:
    return tuple(float(np.mean([rank < top for rank in ranks])) for top in TOPS)


def _look(
    model: LanguageModel,
    tokenizer: Tokenizer,
    ngrams: NGrams | None,
    mixture: Mixture,
    ids_N: Ids,
) -> tuple[dict[str, list[int]], float]:
    """How many words each way of predicting finds likelier than the one that came, and the share of keys saved."""
    ranks: dict[str, list[int]] = {}
    text, keys, saved = ids_N.tolist(), 0, 0
    for place in _places(model, mixture, ids_N):
        word, context = text[place.at], text[max(0, place.at - LONGEST) : place.at]
        known = ngrams.probabilities(context) if ngrams else None
        found = {"network": place.network_V}
        for name, with_ngrams, with_cache in _mixes(ngrams):
            found[name] = mixture.combined(
                place.network_V, known if with_ngrams else None, place.cache if with_cache else None
            )
        for name, p_V in found.items():
            ranks.setdefault(name, []).append(_rank(p_V, word))
        if tokenizer.is_word(word) and word != Tokenizer.UNKNOWN:
            letters = len(tokenizer.piece(word)) + 1  # and a space
            keys += letters
            saved += letters - 1 if ranks[name][-1] < SUGGESTIONS else 0
    return ranks, saved / max(keys, 1)


def _places(model: LanguageModel, mixture: Mixture, ids_N: Ids) -> Iterator[_Place]:
    """Every few tokens, with a cache that has read all before them."""
    cache, step, begin = Cache(model.table.words, mixture.theta), _step(len(ids_N)), 0
    for h_NE, piece_N in hidden(model, ids_N, Tokenizer.END):
        added = 0
        for at in range(-begin % step, len(piece_N), step):
            cache.add(h_NE[added:at], piece_N[added:at])
            yield _Place(_network(model, h_NE[at]), cache.probabilities(h_NE[at]), begin + at)
            added = at
        cache.add(h_NE[added:], piece_N[added:])
        begin += len(piece_N)


@torch.no_grad()
def _network(model: LanguageModel, h_E: NDArray[np.float32]) -> NDArray[np.float64]:
    p_V: NDArray[np.float64] = model.table.log_probabilities(torch.from_numpy(h_E[None]))[0].double().exp().numpy()
    return p_V
