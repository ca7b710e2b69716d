"""The bits of each word against the model read plainly, and against what `evaluate` says."""

import dataclasses
import math

import numpy as np
import pytest
import torch

from tests.engine.conftest import pattern_text
from textgen.engine.config import MIXES, SamplingConfig
from textgen.engine.model import restore
from textgen.engine.prediction import Predictor
from textgen.engine.scoreboard import scoreboard
from textgen.engine.scoring import score
from textgen.engine.spans import spans
from textgen.engine.surprise import surprise
from textgen.engine.tokenizer import Tokenizer

END, UNKNOWN = Tokenizer.END, Tokenizer.UNKNOWN
_PLAIN = SamplingConfig()
TEXT = "Ada eats the fish. Then Ada says: “fish is good!”\n\nBruno eats the zeppelin.\n"


def measured(checkpoint, text, mix="network"):
    *_, last = surprise(checkpoint, list(spans(text)), mix)
    return last.surprise


def by_hand(checkpoint, text):
    model, ids = restore(checkpoint), Tokenizer(checkpoint.words, checkpoint.counts).encode(text)
    state, before, bits = model.zero_state(1), END, []
    with torch.no_grad():
        for word in [*ids, END]:
            h, state = model(torch.tensor([[before]]), state)
            bits.append(-float(model.table.log_probabilities(h[-1])[0, word]) / math.log(2))
            before = word
    return bits


@pytest.mark.parametrize("text", [TEXT, "Ada", pattern_text()[:9000]])
def test_bits_are_those_of_the_words_read_one_by_one(trained, text):
    found = measured(trained, text)
    assert [word.bits for word in found.words] == pytest.approx(by_hand(trained, text.strip()), abs=1e-3)


@pytest.mark.parametrize("mix", MIXES)
def test_bits_are_those_that_the_predictor_finds(trained, mix):
    found = measured(trained, TEXT, mix)
    predictor, ids = Predictor.of(trained), Tokenizer(trained.words, trained.counts).encode(TEXT)
    sampling = dataclasses.replace(_PLAIN, mix=mix)
    for at, word in list(enumerate(ids))[3:12]:  # a shorter prompt is no cache
        place = predictor.read(ids[:at])
        p_V = predictor._mixed(place, sampling, predictor._cache(place, sampling))
        assert found.words[at].bits == pytest.approx(-np.log2(p_V[word]), rel=1e-4, abs=1e-6)


def test_the_perplexity_is_that_of_evaluate(trained, tiny_corpus):
    tokenizer = Tokenizer(trained.words, trained.counts)
    ids = tokenizer.encode_corpus(tiny_corpus)
    found = measured(trained, pattern_text())
    assert len(found.words) == len(ids)
    assert found.perplexity == pytest.approx(score(restore(trained), ids, END, UNKNOWN).perplexity, rel=1e-6)
    assert found.perplexity == pytest.approx(2 ** np.mean([word.bits for word in found.words]))
    scores = scoreboard(restore(trained), tokenizer, trained.ngrams, trained.mixture, ids)
    for mix, row in ("all", "mixed"), ("ngrams", "with_ngrams"), ("cache", "with_cache"):
        assert measured(trained, pattern_text(), mix).perplexity == pytest.approx(scores.perplexity(row), rel=1e-4)


def test_a_model_without_n_grams_or_mixture_is_measured_all_the_same(trained):
    bare = dataclasses.replace(trained, ngrams=None, mixture=None)
    alone = [word.bits for word in measured(trained, TEXT).words]
    assert [word.bits for word in measured(bare, TEXT, "all").words] == pytest.approx(alone)
    assert measured(trained.without_ngrams(), TEXT, "ngrams").perplexity > 1


def test_words_stand_where_they_are_and_unknown_ones_are_marked(trained):
    found = measured(trained, TEXT)
    unknown = [word for word in found.words if not word.known]
    assert [TEXT[w.start : w.start + w.length] for w in unknown] == ["zeppelin"] == [w.label for w in unknown]
    assert [w.label for w in found.words if w.piece == "\n"] == ["¶", "¶"]


def test_reports_come_as_it_goes_and_no_text_surprises_nobody(trained):
    shares = [report.share for report in surprise(trained, list(spans(pattern_text())), "network")]
    assert shares == sorted(shares) and shares[-1] == 1.0
    assert measured(trained, " \n").words == ()
