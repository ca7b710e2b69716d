"""The scoreboard against the figures worked out one by one."""

import math

import numpy as np
import pytest

from textgen.engine import mixed_scoring
from textgen.engine import scoreboard as module
from textgen.engine.config import SamplingConfig
from textgen.engine.model import restore
from textgen.engine.ngrams import NGrams
from textgen.engine.prediction import Predictor
from textgen.engine.scoreboard import baseline_rows, counted_row, scoreboard
from textgen.engine.scoring import score
from textgen.engine.tokenizer import Tokenizer

TEXT = "Ada eats the fish. Then Ada says: “fish is good!”\nBruno eats the rice. Then Bruno says: “soup is good!”\n"


@pytest.fixture
def ids(trained):
    return np.array(Tokenizer(trained.words, trained.counts).encode(TEXT * 4), np.int32)


def board(checkpoint, ids, ngrams):
    tokenizer = Tokenizer(checkpoint.words, checkpoint.counts)
    return scoreboard(restore(checkpoint), tokenizer, ngrams, checkpoint.mixture, ids)


def test_the_network_s_row_is_what_scoring_finds(trained, ids):
    row = board(trained, ids, trained.ngrams).rows[0]
    found = score(restore(trained), ids, Tokenizer.END, Tokenizer.UNKNOWN)
    assert row.name == "network"
    assert row.perplexity == pytest.approx(found.perplexity, rel=1e-4)
    assert row.hits == pytest.approx(tuple(found.hits.values()))


def test_without_ngrams_only_the_cache_helps(trained, ids):
    assert [row.name for row in board(trained, ids, trained.ngrams).rows] == [
        "network",
        "with_ngrams",
        "with_cache",
        "mixed",
    ]
    assert [row.name for row in board(trained, ids, None).rows] == ["network", "with_cache"]


def test_the_mixed_row_is_what_the_predictor_offers(trained, ids):
    scores = board(trained, ids, trained.ngrams)
    predictor = Predictor.of(trained)
    nats = 0.0
    for at in range(60):
        place = predictor.read(ids[:at].tolist())
        p_V = predictor._mixed(place, SamplingConfig(), predictor._cache(place, SamplingConfig()))
        nats -= math.log(p_V[ids[at]])
    few = board(trained, ids[:60], trained.ngrams)
    assert math.exp(nats / 60) == pytest.approx(few.perplexity("mixed"), rel=1e-3)
    assert scores.perplexity("mixed") > 1


def test_counting_single_words_always_offers_the_most_frequent(ids):
    [row, *_] = baseline_rows(ids, 40, ids)
    often = np.argsort(-np.bincount(ids), kind="stable")
    assert row.name == "unigrams"
    assert row.hits[0] == pytest.approx(np.mean(ids == often[0]), abs=0.02)


def test_longer_runs_predict_the_text_they_were_counted_in_better(ids):
    rows = list(baseline_rows(ids, 40, ids))
    assert [row.name for row in rows] == ["unigrams", "bigrams", "kneser_ney"]
    assert rows[0].perplexity > rows[1].perplexity > rows[2].perplexity


def test_keys_are_saved_by_words_among_the_suggestions(trained, ids, monkeypatch):
    monkeypatch.setattr(module, "SUGGESTIONS", 0)
    assert board(trained, ids, trained.ngrams).keystrokes_saved == 0
    monkeypatch.setattr(module, "SUGGESTIONS", 10_000)
    tokenizer = Tokenizer(trained.words, trained.counts)
    letters = [len(tokenizer.piece(i)) for i in ids.tolist() if i and tokenizer.is_word(i)]
    expected = sum(letters) / (sum(letters) + len(letters))
    assert board(trained, ids, trained.ngrams).keystrokes_saved == pytest.approx(expected)


def test_a_piece_s_end_does_not_move_the_places_looked_at(trained, ids, monkeypatch):
    monkeypatch.setattr(module, "LOOKED_AT", 13)
    whole = board(trained, ids, trained.ngrams)
    monkeypatch.setattr(mixed_scoring, "PIECE", 17)
    parts = board(trained, ids, trained.ngrams)
    assert [row.hits for row in parts.rows] == [row.hits for row in whole.rows]


def test_n_grams_alone(ids):
    ngrams = NGrams.count(ids, 40)
    row = counted_row("ngrams", ngrams, ids)
    assert row.perplexity == pytest.approx(float(np.exp(-np.log(ngrams.score(ids)[0]).mean())))
