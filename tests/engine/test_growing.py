"""Going on from a model: nothing it knew is lost, and new words find a place."""

import numpy as np
import pytest
import torch

from tests.engine.conftest import TINY_MODEL, TINY_TRAINING
from textgen.engine.checkpoint import load
from textgen.engine.config import TrainConfig
from textgen.engine.corpus import read
from textgen.engine.growing import grown_model, grown_tokenizer
from textgen.engine.model import restore, weights_of
from textgen.engine.prediction import Predictor
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.training import TrainingRun


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    path = tmp_path_factory.mktemp("start") / "animals.txt"
    path.write_text("The cat eats the fish. The dog eats the meat.\n" * 60)
    *_, last = read(path)
    run = TrainingRun(last.corpus, TINY_MODEL, TINY_TRAINING)
    list(run)
    return run.result()


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "birds.txt"
    path.write_text("The heron eats the fish. The cat eats the meat. The heron sings.\n" * 60)
    *_, last = read(path)
    return last.corpus


def grown(start, corpus):
    tokenizer = grown_tokenizer(start, corpus, 1000, 1)
    return grown_model(start, start.model, tokenizer, tokenizer.encode_corpus(corpus)), tokenizer


def test_known_words_keep_their_numbers_and_new_ones_follow(start, other):
    _, tokenizer = grown(start, other)
    assert tokenizer.words[: len(start.words)] == start.words
    assert set(tokenizer.words[len(start.words) :]) == {"heron", "sings"}
    of = dict(zip(tokenizer.words, tokenizer.counts, strict=True))
    before = dict(zip(start.words, start.counts, strict=True))
    assert of["dog"] == before["dog"] and of["cat"] == before["cat"] + 60 and of["heron"] == 120


def test_without_new_words_the_network_is_the_same(start):
    tokenizer = Tokenizer(start.words, start.counts)
    model = grown_model(start, start.model, tokenizer, np.arange(len(tokenizer), dtype=np.int32))
    assert all(np.array_equal(weight, start.weights[name]) for name, weight in weights_of(model).items())


@torch.no_grad()
def test_with_new_words_the_old_ones_keep_their_proportions(start, other):
    before, after = restore(start), grown(start, other)[0].eval()
    ids = torch.tensor([[2], [3], [4]])
    known = len(start.words) + 2
    logs = [model.table.log_probabilities(model(ids, model.zero_state(1))[0][-1])[0] for model in (before, after)]
    difference = logs[1][:known] - logs[0]
    assert torch.allclose(difference, difference[0].expand(known), atol=1e-4)
    assert torch.isclose(logs[1].exp().sum(), torch.tensor(1.0), atol=1e-4)
    assert float(difference[0]) <= 0 and logs[1][known:].exp().sum() > 0


def test_training_on_another_text_teaches_its_words_and_saves(start, other, tmp_path):
    run = TrainingRun(other, TINY_MODEL, TrainConfig(epochs=6, batch=4, truncation=10, threads=1), start=start)
    events = list(run)
    run.result().save(tmp_path / "grown.textgen")
    checkpoint = load(tmp_path / "grown.textgen")
    predictor = Predictor.of(checkpoint)
    tokenizer = predictor.tokenizer
    p_V = predictor.read(tokenizer.encode("The heron")).probabilities()
    assert p_V[tokenizer.numbers(["sings"])[0]] + p_V[tokenizer.numbers(["eats"])[0]] > 0.8
    assert checkpoint.words[: len(start.words)] == start.words
    assert events[-1].checkpoint.best.held_out_perplexity < 3
    assert checkpoint.learnt_from(other)
