"""The peer is what its published settings say."""

import math
from itertools import islice

import pytest
import torch

from benchmarks import peer
from benchmarks.peer import Epoch, Network, Peer, Step, Text


@pytest.fixture(scope="module")
def text(parts):
    return Text(parts)


@pytest.fixture
def training(text):
    return Peer(text)


def test_the_vocabulary_is_that_of_all_parts_and_the_line_s_end(tmp_path):
    for part, words in zip(peer.PARTS, ("a b\n\n", "b c\n", "d\n"), strict=True):
        (tmp_path / f"{part}.txt").write_text(words, encoding="utf-8")
    text = Text(tmp_path)
    assert list(text.index) == ["a", "b", "<eos>", "c", "d"]
    assert text.train.tolist() == [0, 1, 2, 2]
    assert text.valid.tolist() == [1, 3, 2]


@pytest.mark.parametrize("cell", peer.CELLS)
def test_the_output_s_weights_are_the_embedding_s(text, cell):
    training = Peer(text, cell)
    next(training.steps())
    network = training.network
    assert network.decoder.weight is network.encoder.weight
    assert training.result().decoder.weight is training.result().encoder.weight


def test_it_begins_as_published():
    network = Network(50, "lstm")
    assert 0.09 < network.encoder.weight.detach().abs().max() <= 0.1
    assert not network.decoder.bias.any()
    assert network.layers.num_layers == 2
    assert network.layers.dropout == network.dropout.p == 0.2


def test_before_it_has_learnt_every_word_is_about_as_likely(training, text):
    assert peer.perplexity(training.network, text.valid) == pytest.approx(len(text.index), rel=0.1)


def test_it_learns(training, text):
    epochs = list(islice(training.epochs(), 8))
    assert [epoch.number for epoch in epochs] == list(range(1, 9))
    assert epochs[-1].valid_perplexity < epochs[0].valid_perplexity < len(text.index)
    assert peer.perplexity(training.result(), text.valid) == min(epoch.valid_perplexity for epoch in epochs)


def test_an_epoch_predicts_every_word_but_the_first_of_each_column(training, text):
    events = training.events()
    words = 0
    while isinstance(event := next(events), Step):
        words += event.words
    assert isinstance(event, Epoch)
    assert words == (len(text.train) // 20 - 1) * 20


def test_the_clock_stands_still_while_a_report_is_looked_at(training, monkeypatch):
    seconds = iter(range(1_000))
    monkeypatch.setattr(peer.time, "perf_counter", lambda: next(seconds))
    for _ in islice(training.steps(), 2):
        next(seconds)
    assert training.seconds == 2


def test_the_learning_rate_quarters_when_validation_does_not_improve(training):
    training.heed(50.0)
    training.heed(40.0)
    assert training.rate == 20.0
    training.heed(40.0)
    assert training.rate == 5.0
    training.heed(39.0)
    assert training.rate == 5.0
    training.heed(45.0)
    assert training.rate == 1.25


def test_no_step_is_longer_than_the_clipped_gradient_times_the_rate(training):
    before = [weight.detach().clone() for weight in training.network.parameters()]
    next(training.steps())
    moved = [float((new - old).detach().norm()) for new, old in zip(training.network.parameters(), before, strict=True)]
    assert 0 < math.hypot(*moved) <= 20.0 * 0.25 * 1.001


def test_the_state_is_carried_from_window_to_window_without_its_history(training, monkeypatch):
    given = []
    forward = training.network.forward
    monkeypatch.setattr(training.network, "forward", lambda ids, state: given.append(state) or forward(ids, state))
    list(islice(training.steps(), 2))
    assert given[0] is None
    assert all(part.any() and not part.requires_grad for part in given[1])


def test_perplexity_is_that_of_the_words_after_the_first_of_each_column(training, text):
    network = training.network.eval()
    columns = text.valid[: len(text.valid) // 10 * 10].view(10, -1)
    with torch.no_grad():
        logs = network(columns[:, :-1].t(), None)[0].log_softmax(2).transpose(0, 1)
    own = logs.gather(2, columns[:, 1:, None])
    assert peer.perplexity(network, text.valid) == pytest.approx(math.exp(-float(own.mean())), rel=1e-4)
