"""What is chosen for a text, a machine and a time."""

import pytest

from textgen.engine import plan as planning
from textgen.engine.computing import Way
from textgen.engine.config import PLANNED, ModelConfig, TrainConfig
from textgen.engine.plan import dropout_for, embedding_for, plan, rate_for

SPEED = {64: 90_000.0, 128: 60_000.0, 256: 30_000.0, 512: 15_000.0, 1024: 5_000.0}  # words a second


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """A machine of known speed; what was tried on it."""
    tried = []

    def measure(tokens, words, model, train):
        tried.append(model.units)
        return Way("cpu", "bf16", 2), SPEED[model.units]

    monkeypatch.setattr(planning, "fastest", measure)
    return tried


@pytest.mark.parametrize(
    "tokens, minutes, units",
    [(3_000, 2, 64), (10_000, 2, 128), (37_000, 2, 256), (37_000, 60, 256), (790_000, 0.5, 256), (790_000, 10, 512),
     (790_000, 600, 512), (2_000_000, 600, 1024), (30_000_000, 10, 256)],
)  # fmt: skip
def test_a_longer_text_and_more_time_get_a_larger_network(tokens, minutes, units):
    assert plan(tokens, 10_000, ModelConfig(), TrainConfig(minutes=minutes)).model.units == units


def test_every_setting_can_be_fixed():
    model = ModelConfig(units=300, embedding=70, dropout=0.33)
    train = TrainConfig(minutes=2, learning_rate=0.0123, device="cpu", precision="fp32", threads=3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "fastest", lambda *_: (Way("cpu", "fp32", 3), 10_000.0))
        made = plan(100_000, 10_000, model, train, PLANNED)
    assert (made.model, made.train) == (model, train)
    assert made.passes == 12


def test_what_cannot_be_planned_stays():
    model, train = ModelConfig(cell="gru", layers=2), TrainConfig(minutes=2, batch=20, seed=7)
    made = plan(100_000, 10_000, model, train)
    assert (made.model.cell, made.model.layers, made.train.batch, made.train.seed) == ("gru", 2, 20, 7)
    assert (made.train.device, made.train.precision, made.train.threads) == ("cpu", "bf16", 2)


@pytest.mark.parametrize("tokens, tried", [(300, [64]), (37_000, [256]), (790_000, [256, 512])])
def test_sizes_that_the_text_cannot_use_and_smaller_ones_are_not_tried(machine, tokens, tried):
    plan(tokens, 5_000, ModelConfig(), TrainConfig(minutes=60))
    assert machine == tried


def test_more_passes_mean_more_dropout_and_smaller_steps():
    passes = [0.5, 1, 1.5, 2, 4, 8, 16, 32, 64, 1000]
    dropouts = [dropout_for(n, 700_000) for n in passes]
    rates = [rate_for(n, 700_000) for n in passes]
    assert dropouts == sorted(dropouts) and dropouts[0] == 0 and dropouts[-1] <= 0.7
    assert rates == sorted(rates, reverse=True)
    assert dropout_for(15, 37_000) > dropout_for(15, 700_000)


def test_steps_count_for_the_learning_rate_and_not_passes():
    assert rate_for(20, 40_000) == rate_for(1, 800_000) == 6e-3
    assert rate_for(200, 40_000) == rate_for(10, 800_000) < 4e-3


def test_longer_texts_get_longer_word_vectors_bit_by_bit():
    lengths = [embedding_for(tokens) for tokens in (3_000, 50_000, 90_000, 160_000, 500_000, 30_000_000)]
    assert lengths == [128, 128, 160, 192, 256, 256]


def test_the_reasons_are_two_sentences():
    chosen, why = plan(790_000, 13_000, ModelConfig(vocabulary=13_000), TrainConfig(minutes=10)).reasons()
    assert (
        "512 units and up to 13,000 words" in str(chosen)
        and "15,000 words a second" in str(why)
        and "11.4 passes" in str(why)
    )


def test_a_graphics_processor_is_named(monkeypatch):
    monkeypatch.setattr(planning, "fastest", lambda *_: (Way("cuda", "bf16", 2), 200_000.0))
    _, why = plan(790_000, 13_000, ModelConfig(), TrainConfig(minutes=10)).reasons()
    assert "The graphics processor of this computer reads about 200,000 words" in str(why)
