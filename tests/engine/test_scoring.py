"""Perplexity and hit rates against arithmetic by hand."""

import math

import numpy as np
import pytest
import torch

from textgen.engine import scoring
from textgen.engine.config import ModelConfig
from textgen.engine.model import LanguageModel, restore
from textgen.engine.scoring import losses, perplexity_of, score
from textgen.engine.tokenizer import Tokenizer

END, UNKNOWN = 1, 0


@pytest.fixture
def model():
    torch.manual_seed(4)
    return LanguageModel(ModelConfig(units=12, embedding=12), 30).eval()


def by_hand(model, ids):
    """-log p of each token, read one by one from a paragraph's end."""
    state, word, logs = model.zero_state(1), END, []
    with torch.no_grad():
        for target in ids:
            h, state = model(torch.tensor([[word]]), state)
            row = model.table.log_probabilities(h[-1])[0]
            logs.append((float(row[target]), int((row > row[target]).sum())))
            word = int(target)
    return logs


def test_perplexity_counts_every_token_once(model):
    ids = np.random.default_rng(1).integers(0, 30, 173).astype(np.int32)
    logs = by_hand(model, ids)
    result = score(model, ids, END, UNKNOWN)
    assert result.tokens == 173
    assert result.unknown == int((ids == 0).sum()) > 0
    assert result.perplexity == pytest.approx(math.exp(-sum(p for p, _ in logs) / 173), rel=1e-5)
    for k in (1, 3, 5):
        assert result.hits[k] == pytest.approx(sum(rank < k for _, rank in logs) / 173)


def test_the_sum_of_the_losses_is_the_same_perplexity(model):
    ids = np.random.default_rng(2).integers(0, 30, 120).astype(np.int32)
    total = sum(losses(model, ids, END))
    assert perplexity_of(total, len(ids)) == pytest.approx(score(model, ids, END, UNKNOWN).perplexity, rel=1e-5)


def test_reading_in_columns_changes_next_to_nothing(model, monkeypatch):
    ids = np.random.default_rng(3).integers(0, 30, 4000).astype(np.int32)
    in_columns = score(model, ids, END, UNKNOWN)
    monkeypatch.setattr(scoring, "COLUMNS", 1)
    in_one = score(model, ids, END, UNKNOWN)
    assert in_columns.tokens == in_one.tokens
    assert in_columns.perplexity == pytest.approx(in_one.perplexity, rel=1e-3)


def test_warm_columns_come_closer_to_one_column_than_cold_ones(trained, tiny_corpus, monkeypatch):
    learnt, ids = restore(trained), Tokenizer(trained.words, trained.counts).encode_corpus(tiny_corpus)
    warm = score(learnt, ids, END, UNKNOWN).perplexity
    monkeypatch.setattr(scoring, "WARM", 0)
    cold = score(learnt, ids, END, UNKNOWN).perplexity
    monkeypatch.setattr(scoring, "COLUMNS", 1)
    one = score(learnt, ids, END, UNKNOWN).perplexity
    assert abs(warm - one) < 0.5 * abs(cold - one)


def test_a_model_in_training_is_evaluated_without_dropout_and_goes_on_training():
    torch.manual_seed(4)
    model = LanguageModel(ModelConfig(units=12, embedding=12, dropout=0.9), 30).train()
    ids = np.arange(30, dtype=np.int32)
    assert sum(losses(model, ids, END)) == sum(losses(model, ids, END))
    assert model.training


def test_a_perplexity_too_large_for_a_number_is_infinite():
    assert perplexity_of(1e6, 10) == math.inf
    assert perplexity_of(0.0, 0) == 1.0
