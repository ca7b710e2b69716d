"""The star around the automatic choice, and excerpts of a text."""

from dataclasses import replace

import pytest

from benchmarks import choice
from benchmarks.splits import corpus
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.plan import Plan

CHOSEN = Plan(
    ModelConfig(units=256, embedding=128, dropout=0.05), TrainConfig(learning_rate=0.004, minutes=0.5), 1000.0, 9.5
)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("\n\n".join(f"Line {k} says: the cat sat on the mat, and so it goes on." for k in range(400)))
    return path


def test_the_star_changes_one_setting_at_a_time():
    star = choice.star(CHOSEN)
    assert all(len(fields) == 1 for fields in star.values())
    assert {"units": 512} in star.values() and {"dropout": 0.0} in star.values() and {"layers": 2} in star.values()
    assert star["learning rate 0.002"] == {"learning_rate": 0.002}


def test_nothing_is_tried_twice():
    chosen = replace(CHOSEN, model=replace(CHOSEN.model, dropout=0.0))
    assert [fields for fields in choice.star(chosen).values() if "dropout" in fields] == [{"dropout": 0.15}]


def test_an_excerpt_has_the_words_asked_for_and_those_held_out(story, tmp_path):
    made = choice.excerpt(story, 2_000, tmp_path)
    assert corpus(made.path, pretokenised=False).words == pytest.approx(2_000 + choice.FEWEST_HELD_OUT, abs=20)
    assert 2_000 <= made.tokens <= 3_000
    assert choice.excerpt(story, 100_000, tmp_path) is None


def test_a_trial_counts_passes_and_not_minutes():
    _, train = choice.Trial("automatic", CHOSEN).settings(seed=7)
    assert (train.minutes, train.epochs, train.seed) == (0.0, 9.5, 7)
