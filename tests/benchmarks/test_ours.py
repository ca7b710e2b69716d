"""textgen's figures are made comparable with the peer's."""

import math
import sys
from itertools import islice

import numpy as np
import pytest

from benchmarks import memory, ours, speed
from benchmarks.peer import Step
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.tokenizer import Tokenizer


@pytest.fixture
def texts(tmp_path):
    """Three parts whose last two have words that the first has not."""
    (tmp_path / "train.txt").write_text("a b a\n" * 100, encoding="utf-8")
    (tmp_path / "valid.txt").write_text("a c c\n", encoding="utf-8")
    (tmp_path / "test.txt").write_text("d b c e\n", encoding="utf-8")
    return ours.Texts.of(tmp_path)


def test_an_unknown_word_pays_for_the_choice_among_all_unknown_types(texts):
    yardstick = ours.Yardstick(Tokenizer.fit(texts.train, 100), texts)
    of_valid, of_test = yardstick.perplexity(7.0, texts.valid), yardstick.perplexity(7.0, texts.test)
    assert of_valid.own == 7.0
    # c, d and e are unknown; two of the four tokens of valid, line's end included, three of the five of test
    assert of_valid.comparable == pytest.approx(math.exp((4 * math.log(7) + 2 * math.log(3)) / 4))
    assert of_test.comparable == pytest.approx(math.exp((5 * math.log(7) + 3 * math.log(3)) / 5))


def test_words_of_the_training_part_that_the_vocabulary_lacks_are_unknown_too(texts):
    assert ours.unknown_types(Tokenizer.fit(texts.train, 1), texts) == 4


def test_where_every_word_is_known_nothing_is_added():
    assert ours.comparable(30.0, 0.0, 0) == 30.0


def test_the_mark_is_reached_when_the_comparable_perplexity_is_there():
    curve = [(1.0, ours.Perplexity(50, 60)), (2.0, ours.Perplexity(40, 48)), (3.0, ours.Perplexity(38, 45))]
    trained = ours.Trained(60.0, 60.0, curve, *[ours.Perplexity(38, 45)] * 2)
    assert trained.seconds_to(46) == 3.0
    assert trained.seconds_to(44) is None


def test_a_learner_needs_numbers_only():
    ids = np.random.default_rng(1).integers(0, 40, 3_000)
    config = ModelConfig(units=8, embedding=8)
    steps = list(islice(ours.steps(ours.learner(ids, 50, config, TrainConfig(batch=10, truncation=5))), 3))
    assert [step.words for step in steps] == [50] * 3
    assert all(step.seconds > 0 for step in steps)


def test_a_rate_leaves_out_the_first_steps_of_a_turn():
    steps = iter([Step(1, 9.0)] * speed.WARM + [Step(10, 1.0), Step(20, 1.0), Step(30, 1.0), Step(40, 1.0)])
    assert speed.rate(steps, 2.5) == 20.0
    assert next(steps).words == 40


def test_the_two_take_turns():
    taken = []

    def steps(name, words):
        while True:
            taken.append(name)
            yield Step(words, 1.0)

    rates = speed.in_turn(steps("a", 10), steps("b", 30), 1.0)
    assert rates == [(10.0, 30.0)] * speed.TURNS
    turn = speed.WARM + 1
    assert taken[: 3 * turn] == ["a"] * turn + ["b"] * turn + ["a"] * turn


def test_the_table_of_words_is_counted_beside_the_layers():
    from benchmarks.arithmetic import multiply_adds

    ids = np.random.default_rng(1).integers(0, 40, 3_000)
    learner = ours.learner(ids, 40, ModelConfig(units=8, embedding=4), TrainConfig(batch=10, truncation=5))
    layer, widening, table = 4 * 8 * (4 + 8), 8 * 4, 4 * 42
    assert multiply_adds(learner, next(learner.windows())) == 3 * (layer + widening + table)


@pytest.mark.skipif(sys.platform != "linux", reason="it is read from /proc")
def test_memory_is_measured():
    assert 10e6 < memory.peak() < 100e9
