"""One step of learning: what is carried from window to window, and what is not."""

import numpy as np
import pytest
import torch

from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.learner import FRESH_STARTS, Learner
from textgen.engine.tokenizer import Tokenizer

CLIP = 0.02  # shorter than the first gradient
WORDS = [f"w{k}" for k in range(18)]


@pytest.fixture
def learner():
    ids = np.random.default_rng(1).integers(0, 20, 4_000).astype(np.int32)
    model = ModelConfig(units=8, embedding=8, dropout=0.0)
    train = TrainConfig(
        batch=50, truncation=5, learning_rate=0.01, threads=1, clip=CLIP, device="cpu", precision="fp32"
    )
    return Learner(ids, Tokenizer(WORDS, range(40, 22, -1)), model, train)


def states_given(learner, monkeypatch, windows):
    """The hidden state (B, H) that the model was given at each window."""
    given = []
    forward = learner.model.forward

    def spy(ids, state, random=None):
        given.append(state[0][0].clone())
        return forward(ids, state, random)

    monkeypatch.setattr(learner.model, "forward", spy)
    for window, _ in zip(learner.windows(), range(windows), strict=False):
        learner.learn(window, 1.0)
    return given


def test_the_state_is_carried_on_but_for_some_fresh_starts(learner, monkeypatch):
    given = states_given(learner, monkeypatch, 60)
    assert not given[0].any(), "a text begins without a memory"
    fresh = torch.cat([state.abs().sum(dim=1) == 0 for state in given[1:]]).float().mean()
    assert float(fresh) == pytest.approx(FRESH_STARTS, abs=0.03)


def test_the_gradient_stops_at_the_window(learner):
    windows = learner.windows()
    learner.learn(next(windows), 1.0)
    assert all(not part.requires_grad for layer in learner._state for part in layer)


def test_going_back_restores_weights_and_optimiser(learner):
    windows = learner.windows()
    learner.learn(next(windows), 1.0)
    learner.keep()
    kept = {name: tensor.clone() for name, tensor in learner.model.state_dict().items()}
    for _ in range(3):
        learner.learn(next(windows), 1.0)
    assert not torch.equal(learner.model.table.bias, kept["table.bias"])
    learner.go_back()
    assert all(torch.equal(tensor, kept[name]) for name, tensor in learner.model.state_dict().items())


def test_a_rate_of_nothing_moves_nothing_but_the_state(learner):
    before = {name: tensor.clone() for name, tensor in learner.model.state_dict().items()}
    nats, words = learner.learn(next(learner.windows()), 0.0)
    assert words == 5 * 50
    assert nats == pytest.approx(words * np.log(20), rel=0.05)
    assert all(torch.equal(tensor, before[name]) for name, tensor in learner.model.state_dict().items())


def test_a_step_s_gradient_is_no_longer_than_the_limit(learner):
    learner.learn(next(learner.windows()), 1.0)
    norm = torch.linalg.vector_norm(torch.stack([weight.grad.norm() for weight in learner.model.parameters()]))
    assert float(norm) == pytest.approx(CLIP, rel=1e-3), "it was longer, and has been scaled down"


def test_a_step_of_infinite_length_is_not_taken(learner, monkeypatch):
    before = {name: tensor.clone() for name, tensor in learner.model.state_dict().items()}
    monkeypatch.setattr(torch.nn.utils, "clip_grad_norm_", lambda *_: torch.tensor(float("inf")))
    learner.learn(next(learner.windows()), 1.0)
    assert all(torch.equal(tensor, before[name]) for name, tensor in learner.model.state_dict().items())
