"""Network, n-grams and cache over a whole text: one token at a time, in columns and in pieces."""

import math

import numpy as np
import pytest
import torch

from textgen.engine import mixed_scoring, scoreboard, scoring
from textgen.engine.cache import THETAS, Cache
from textgen.engine.config import ModelConfig
from textgen.engine.mixed_scoring import fit, hidden, parts
from textgen.engine.model import LanguageModel, restore
from textgen.engine.ngrams import NGrams
from textgen.engine.scoring import WARM
from textgen.engine.tokenizer import Tokenizer

END, UNKNOWN, WORDS = 1, 0, 30


@pytest.fixture
def model():
    torch.manual_seed(4)
    return LanguageModel(ModelConfig(units=12, embedding=12), WORDS).eval()


@pytest.fixture
def ids():
    random = np.random.default_rng(1)
    return np.minimum(random.zipf(1.4, 900), WORDS - 1).astype(np.int32)


@pytest.fixture
def one_column(monkeypatch):
    monkeypatch.setattr(scoring, "COLUMNS", 1)


def by_hand(model, ids):
    state, word, vectors = model.zero_state(1), END, []
    with torch.no_grad():
        for target in ids:
            h, state = model(torch.tensor([[word]]), state)
            vectors.append(h[-1, 0].numpy())
            word = int(target)
    return np.stack(vectors)


def distributions(model, ngrams, mixture, ids):
    """Before each token the probabilities of all words, one token after the other, and the token."""
    cache, text = Cache(WORDS, mixture.theta), ids.tolist()
    vectors = np.concatenate([h for h, _ in hidden(model, ids, END)])
    for place, (h, word) in enumerate(zip(vectors, text, strict=True)):
        with torch.no_grad():
            network = model.table.log_probabilities(torch.from_numpy(h[None]))[0].exp().numpy()
        known = ngrams.probabilities(text[:place]) if ngrams else None
        yield mixture.combined(network, known, cache.probabilities(h)), word
        cache.add(h[None], [word])


def test_hidden_vectors_come_in_the_order_of_the_text(model, ids, one_column):
    (h, tokens), *more = hidden(model, ids, END)
    assert not more
    assert (tokens == ids).all()
    assert h == pytest.approx(by_hand(model, ids), abs=1e-5)


@pytest.mark.parametrize("piece", [200, 333, 1000])
def test_columns_and_pieces_change_next_to_nothing(model, ids, monkeypatch, piece):
    monkeypatch.setattr(mixed_scoring, "PIECE", piece)
    pieces = list(hidden(model, ids, END))
    assert len(pieces) == -(-900 // piece)
    assert (np.concatenate([tokens for _, tokens in pieces]) == ids).all()
    apart = np.abs(np.concatenate([h for h, _ in pieces]) - by_hand(model, ids)).max(axis=1)
    assert apart[WARM:].max() < 2e-3, "only the first column begins cold"


def test_a_model_in_training_is_evaluated_without_dropout_and_goes_on_training(ids):
    model = LanguageModel(ModelConfig(units=12, embedding=12, dropout=0.9), WORDS).train()
    first, second = (np.concatenate([h for h, _ in hidden(model, ids, END)]) for _ in range(2))
    assert (first == second).all()
    assert model.training


def test_what_the_network_finds_likely_is_what_scoring_says(model, ids):
    found = parts(model, None, ids, END, THETAS)
    perplexity = math.exp(-np.log(found.network_N).mean())
    assert perplexity == pytest.approx(scoring.score(model, ids, END, UNKNOWN).perplexity, rel=1e-5)
    assert found.ngrams is None
    assert set(found.caches) == set(THETAS)


@pytest.mark.parametrize("with_ngrams", [True, False])
def test_a_score_is_what_the_parts_say_together(model, ids, monkeypatch, with_ngrams):
    monkeypatch.setattr(mixed_scoring, "PIECE", 400)
    ngrams = NGrams.count(ids[:600], WORDS) if with_ngrams else None
    mixture = fit(model, ngrams, ids[600:800], END)
    found = parts(model, ngrams, ids, END, (mixture.theta,))
    together = mixture.combined(found.network_N, found.ngrams, found.caches[mixture.theta])
    monkeypatch.setattr(scoreboard, "LOOKED_AT", 900)
    tokenizer = Tokenizer([f"w{k}" for k in range(2, WORDS)], [1] * (WORDS - 2))
    result = scoreboard.scoreboard(model, tokenizer, ngrams, mixture, ids)
    row = result.rows[-1]
    assert row.name == ("mixed" if with_ngrams else "with_cache")
    assert row.perplexity == pytest.approx(math.exp(-np.log(together).mean()), rel=1e-4)
    assert result.tokens == 900
    assert result.unknown == (ids == UNKNOWN).sum()
    found = list(distributions(model, ngrams, mixture, ids))
    assert row.perplexity == pytest.approx(math.exp(-np.mean([np.log(p[word]) for p, word in found])), rel=1e-4)
    ranks = [int((p > p[word]).sum()) for p, word in found]
    assert row.hits == pytest.approx([sum(rank < k for rank in ranks) / 900 for k in (1, 3, 5)])


def test_every_distribution_sums_to_one(model, ids):
    ngrams = NGrams.count(ids[:600], WORDS)
    mixture = fit(model, ngrams, ids[600:], END)
    for p_V, _ in distributions(model, ngrams, mixture, ids[:60]):
        assert p_V.sum() == pytest.approx(1, abs=1e-5)


def test_n_grams_and_cache_help_a_trained_network(trained, tiny_corpus):
    model, ids = restore(trained), Tokenizer(trained.words, trained.counts).encode_corpus(tiny_corpus)
    taught, held_out = ids[: len(ids) // 2], ids[len(ids) // 2 :]
    ngrams = NGrams.count(taught, model.table.words)
    mixture = fit(model, ngrams, held_out, END)
    alone = scoring.score(model, held_out, END, UNKNOWN).perplexity
    found = parts(model, ngrams, held_out, END, (mixture.theta,))
    together = mixture.combined(found.network_N, found.ngrams, found.caches[mixture.theta])
    assert math.exp(-np.log(together).mean()) < alone
