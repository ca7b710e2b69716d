"""The race on a small text: equal networks, the same batches, and what comes out when it is stopped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import torch

from tests.engine.scripted_clock import ScriptedClock
from textgen.engine import race
from textgen.engine.computing import Way
from textgen.engine.config import ModelConfig
from textgen.engine.contenders import equals, parameters
from textgen.engine.corpus import Corpus
from textgen.engine.gradient_norms import FURTHEST
from textgen.engine.laps import Lap, Pace, Started
from textgen.engine.learner import Learner
from textgen.engine.problem import Problem
from textgen.engine.race import Race

CELLS = {"lstm", "gru", "rnn"}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small networks, no trial of the machine, and no dependence on how fast it is."""
    monkeypatch.setattr(race, "MODEL", ModelConfig(cell="lstm", units=16, embedding=16, dropout=0.0))
    monkeypatch.setattr(race, "fastest", lambda *_: (Way("cpu", "fp32", 1), 10_000.0))
    monkeypatch.setattr(race, "Clock", ScriptedClock)


@pytest.fixture
def events(tiny_corpus: Corpus) -> list[object]:
    return list(Race(tiny_corpus, minutes=0.2))


def _laps(events: list[object]) -> list[Lap]:
    return [event for event in events if isinstance(event, Lap)]


@pytest.mark.parametrize("words", [200, 5_000, 40_000])
@pytest.mark.parametrize("units", [32, 128, 200])
def test_all_have_the_same_number_of_parameters(words: int, units: int) -> None:
    models = equals(ModelConfig(cell="lstm", units=units, embedding=128))
    counts = [parameters(model, words) for model in models.values()]
    assert set(models) == CELLS
    assert max(counts) / min(counts) < 1.01


def test_parameters_are_those_of_the_network_itself(tiny_corpus: Corpus) -> None:
    course = race.course(tiny_corpus, minutes=1)
    for cell, contender in course.started().contenders.items():
        weights = race.Runner(course, cell).learner.model.parameters()
        assert contender.parameters == sum(weight.numel() for weight in weights)


def test_all_learn_from_the_same_batches_in_turn_at_the_same_share_of_their_rate(
    tiny_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, np.ndarray, float]] = []
    learn = Learner.learn

    def noted(self: Learner, window_TB: np.ndarray, rate: float) -> tuple[float, int]:
        seen.append((self.model.config.cell, window_TB.copy(), rate))
        return learn(self, window_TB, rate)

    monkeypatch.setattr(Learner, "learn", noted)
    list(Race(tiny_corpus, minutes=0.2))
    assert len(seen) > 30
    for turn in zip(*[iter(seen)] * 3, strict=True):
        assert {cell for cell, _, _ in turn} == CELLS
        assert all((window_TB == turn[0][1]).all() and rate == turn[0][2] for _, window_TB, rate in turn)
    assert any(one[1].shape != other[1].shape or (one[1] != other[1]).any() for one, other in itertools.pairwise(seen))


def test_all_begin_with_the_same_words(tiny_corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    short = ModelConfig(cell="lstm", units=16, embedding=4, dropout=0.0)  # enough words for vectors of this length
    monkeypatch.setattr(race, "MODEL", short)
    runners = Race(tiny_corpus, minutes=1)._runners()
    tables = [runner.learner.model.table.state_dict() for runner in runners.values()]
    for table in tables[1:]:
        torch.testing.assert_close(table, tables[0], rtol=0, atol=0)
    course = race.course(tiny_corpus, minutes=1)
    assert len({(train.clip, train.seed, train.batch, train.truncation) for train in course.trains.values()}) == 1
    assert len({model.dropout for model in course.models.values()}) == 1


def test_it_tells_who_races_then_where_they_stand_before_training_and_ends_with_a_lap(events: list[object]) -> None:
    laps = _laps(events)
    assert isinstance(events[0], Started)
    assert isinstance(events[-1], Lap)
    assert laps[0].step == 0
    assert all(mark.seconds == 0 for mark in laps[0].marks.values())
    assert [lap.step for lap in laps] == sorted({lap.step for lap in laps})
    for lap in laps:
        assert set(lap.marks) == CELLS
        assert all(len(mark.hidden_state) == FURTHEST for mark in lap.marks.values())
        assert {cell for cell, mark in lap.marks.items() if mark.cell_state} == {"lstm"}


def test_all_of_them_learn(events: list[object]) -> None:
    first, *_, last = _laps(events)
    assert all(last.marks[cell].perplexity < first.marks[cell].perplexity for cell in CELLS)


def test_it_is_over_in_time_and_says_how_long_it_still_takes(events: list[object]) -> None:
    shares = [event.share for event in events if isinstance(event, Pace)]
    assert shares == sorted(shares)
    assert shares[-1] > 0.9
    assert all(0 <= event.seconds_left <= 12 for event in events if isinstance(event, Pace))
    assert _laps(events)[-1].seconds < 12


def test_leaving_it_stops_it(tiny_corpus: Corpus) -> None:
    def until_second_lap() -> Iterator[object]:
        laps = 0
        for event in Race(tiny_corpus, minutes=2):
            yield event
            laps += isinstance(event, Lap)
            if laps == 2:
                return

    assert len(_laps(list(until_second_lap()))) == 2


def test_the_plain_rnn_learns_at_half_the_rate(tiny_corpus: Corpus) -> None:
    rates = {cell: one.learning_rate for cell, one in race.course(tiny_corpus, 1).started().contenders.items()}
    assert rates["lstm"] == rates["gru"] == 2 * rates["rnn"]


def test_a_text_without_enough_to_measure_on_says_so(tiny_corpus: Corpus) -> None:
    ids_N = tiny_corpus.ids[:400]
    counts = np.bincount(ids_N, minlength=len(tiny_corpus.types))
    with pytest.raises(Problem, match="too short for a race"):
        Race(replace(tiny_corpus, ids=ids_N, counts=counts), minutes=1)
