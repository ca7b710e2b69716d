"""Settings: ranges, kinds, and that each says what it is."""

import dataclasses

import pytest

from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig, from_mapping, settings_of
from textgen.engine.problem import Problem

CONFIGS = (ModelConfig, TrainConfig, SamplingConfig)


@pytest.mark.parametrize("kind", CONFIGS)
def test_every_setting_has_a_label_a_sentence_and_a_range_or_choices(kind):
    for name, about in settings_of(kind).items():
        assert about.label, name
        assert about.help.endswith("."), name
        assert about.choices or about.low < about.high, name


@pytest.mark.parametrize("kind", CONFIGS)
def test_every_bound_is_allowed_and_nothing_beyond_it(kind):
    for name, about in settings_of(kind).items():
        if about.choices:
            continue
        for value in (about.low, about.high):
            assert getattr(kind(**{name: value}), name) == value
        for value in (about.low - 1, about.high + 1):
            with pytest.raises(Problem, match=about.label.replace("(", r"\(").replace(")", r"\)")):
                kind(**{name: value})


def test_a_choice_that_is_none_is_refused():
    with pytest.raises(Problem, match="lstm, gru, rnn"):
        ModelConfig(cell="transformer")


def test_not_a_number_is_refused():
    with pytest.raises(Problem):
        TrainConfig(learning_rate=float("nan"))


def test_values_from_a_file_get_the_field_s_kind():
    config = from_mapping(TrainConfig, {"minutes": 2, "batch": 16.0})
    assert config == TrainConfig(minutes=2.0, batch=16)
    assert isinstance(config.minutes, float)
    assert isinstance(config.batch, int)
    assert from_mapping(ModelConfig, dataclasses.asdict(ModelConfig(units=99))) == ModelConfig(units=99)


@pytest.mark.parametrize("values", [{"batch": "many"}, {"batch": None}, {"batch": float("inf")}, {"wings": 2}])
def test_values_that_make_no_sense_are_a_problem(values):
    with pytest.raises(Problem):
        from_mapping(TrainConfig, values)
