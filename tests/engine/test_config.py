"""Settings: ranges, kinds, and that each says what it is."""

import dataclasses

import pytest

from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.presets import PRESETS
from textgen.engine.problem import Problem
from textgen.engine.settings import from_mapping, settings_of

CONFIGS = (ModelConfig, TrainConfig, SamplingConfig)


@pytest.mark.parametrize("kind", CONFIGS)
def test_every_setting_has_a_label_a_sentence_and_a_range_or_choices(kind):
    for name, about in settings_of(kind).items():
        assert about.label, name
        assert about.help.endswith("."), name
        assert about.choices or isinstance(getattr(kind(), name), str) or about.low < about.high, name


@pytest.mark.parametrize("kind", CONFIGS)
def test_every_bound_is_allowed_and_nothing_beyond_it(kind):
    for name, about in settings_of(kind).items():
        if about.low is None:
            continue
        for value in (about.low, about.high):
            assert getattr(kind(**{name: value}), name) == value
        for value in (about.low - 1, about.high + 1):
            with pytest.raises(Problem, match=about.label.replace("(", r"\(").replace(")", r"\)")):
                kind(**{name: value})


def test_only_lists_of_words_have_neither_choices_nor_a_range():
    about = {name: one for kind in CONFIGS for name, one in settings_of(kind).items()}
    assert [name for name, one in about.items() if not one.choices and one.low is None] == ["never", "favour"]


def test_a_list_of_words_stays_as_it_was_typed():
    assert from_mapping(SamplingConfig, {"never": "el, La"}).never == "el, La"
    for value in (None, 3, ["el"]):
        with pytest.raises(Problem):
            from_mapping(SamplingConfig, {"never": value})


def test_presets_are_settings_and_no_two_are_the_same():
    samplings = [preset.applied(SamplingConfig(seed=7)) for preset in PRESETS.values()]
    assert len({dataclasses.astuple(sampling) for sampling in samplings}) == len(PRESETS) == 3
    assert {tuple(preset.values) for preset in PRESETS.values()} == {tuple(PRESETS["careful"].values)}
    assert {sampling.seed for sampling in samplings} == {7}


@pytest.mark.parametrize(
    "name", [name for name in settings_of(SamplingConfig) if name not in ("mix", "seed", "search")]
)
def test_each_setting_that_changes_probabilities_is_not_neutral(name):
    about, value = settings_of(SamplingConfig)[name], getattr(SamplingConfig(), name)
    other = "word" if value == "" else about.high if value == about.low else about.low
    changed = dataclasses.replace(SamplingConfig(mix="network"), **{name: other})
    assert not changed.is_neutral
    assert changed.neutral().is_neutral
    assert changed.neutral().mix == "network"


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
