"""The training loop: it learns, repeats itself exactly, stops where it should, and keeps the best."""

import dataclasses
import itertools
import math

import numpy as np
import pytest
import torch

from tests.engine.conftest import TINY_MODEL, TINY_TRAINING
from textgen.engine import gauges, training, words
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.corpus import read
from textgen.engine.model import weights_of
from textgen.engine.problem import Problem
from textgen.engine.reports import Evaluation, Finished, Planned, Progress, Setback, Snapshot
from textgen.engine.training import TrainingRun


def evaluations(events):
    return [event for event in events if isinstance(event, Evaluation)]


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_every_cell_learns_the_pattern(tiny_corpus, cell):
    model = dataclasses.replace(TINY_MODEL, cell=cell)
    points = evaluations(TrainingRun(tiny_corpus, model, TINY_TRAINING))
    assert points[-1].held_out_perplexity < 2.5 < 10 < points[0].held_out_perplexity


def test_the_same_seed_gives_the_same_model_to_the_last_bit(tiny_corpus):
    short = dataclasses.replace(TINY_TRAINING, epochs=3)
    first, again, other = (
        list(TrainingRun(tiny_corpus, TINY_MODEL, dataclasses.replace(short, seed=seed)))[-1].checkpoint
        for seed in (3, 3, 4)
    )
    assert first.weights.keys() == again.weights.keys()
    assert all(np.array_equal(first.weights[name], again.weights[name]) for name in first.weights)
    assert [p.held_out_perplexity for p in first.history] == [p.held_out_perplexity for p in again.history]
    assert not np.array_equal(first.weights["table.bias"], other.weights["table.bias"])


def test_the_result_is_the_best_evaluation_and_not_the_last(tiny_corpus, monkeypatch):
    perplexities = itertools.chain([50.0, 20.0, 30.0, 40.0], itertools.repeat(60.0))
    monkeypatch.setattr(training, "perplexity_of", lambda *_: next(perplexities))
    run = TrainingRun(tiny_corpus, TINY_MODEL, dataclasses.replace(TINY_TRAINING, epochs=4))
    snapshots = [event for event in run if isinstance(event, Snapshot)]
    best = [snapshot for snapshot in snapshots if snapshot.best]
    assert run.result().weights is best[-1].checkpoint.weights
    assert run.result() is not snapshots[-1].checkpoint
    assert run.result().best.held_out_perplexity == min(p.held_out_perplexity for p in run.result().history)


def test_without_a_limit_it_winds_down_and_ends_when_it_stops_improving(tiny_corpus):
    config = TrainConfig(batch=4, truncation=10, learning_rate=0.02, patience=2, threads=1)
    events = list(TrainingRun(tiny_corpus, TINY_MODEL, config))
    phases = [event.phase for event in events if isinstance(event, Progress)]
    assert events[-1].reason in ("no improvement", "passes")
    assert "training" in phases
    points = evaluations(events)
    assert min(p.held_out_perplexity for p in points) < points[0].held_out_perplexity


def test_a_training_that_never_improves_stops(tiny_corpus, monkeypatch):
    monkeypatch.setattr(training, "perplexity_of", lambda *_: 77.0)
    config = dataclasses.replace(TINY_TRAINING, epochs=80, patience=2)
    *_, finished = TrainingRun(tiny_corpus, TINY_MODEL, config)
    assert finished.reason == "no improvement"


def test_passes_end_a_training_after_that_many(tiny_corpus):
    *_, finished = TrainingRun(tiny_corpus, TINY_MODEL, dataclasses.replace(TINY_TRAINING, epochs=2, patience=99))
    assert finished.reason == "passes"
    assert finished.checkpoint.history[-1].epoch == pytest.approx(2, abs=0.1)


def test_the_clock_stands_still_while_nobody_asks_for_the_next_event(tiny_corpus, monkeypatch):
    now = [0.0]

    def tick():
        now[0] += 0.05
        return now[0]

    monkeypatch.setattr(gauges.time, "perf_counter", tick)
    run = TrainingRun(tiny_corpus, TINY_MODEL, TrainConfig(minutes=0.5, batch=4, truncation=10, threads=1))
    seconds = []
    for event in run:
        now[0] += 100.0  # a pause
        if isinstance(event, Progress):
            seconds.append(event.seconds)
    assert isinstance(event, Finished)
    assert max(seconds) <= 31
    assert seconds == sorted(seconds)


def test_a_limit_in_minutes_is_kept_and_announced(tiny_corpus, monkeypatch):
    now = [0.0]

    def tick():
        now[0] += 0.01
        return now[0]

    monkeypatch.setattr(gauges.time, "perf_counter", tick)
    run = TrainingRun(
        tiny_corpus, TINY_MODEL, TrainConfig(minutes=0.2, batch=4, truncation=10, patience=999, threads=1)
    )
    events = list(run)
    progress = [event for event in events if isinstance(event, Progress)]
    assert events[-1].reason == "time"
    assert progress[-1].seconds == pytest.approx(12, rel=0.1)
    for event in progress:
        assert event.seconds + event.seconds_left == pytest.approx(12, rel=0.01)


def test_time_that_passes_outside_the_loop_is_not_training_time(tiny_corpus, monkeypatch):
    run = TrainingRun(tiny_corpus, TINY_MODEL, TINY_TRAINING)
    next(iter(run))
    trained = run.result().seconds
    later = gauges.time.perf_counter() + 3600
    monkeypatch.setattr(gauges.time, "perf_counter", lambda: later)
    assert run.result().seconds == trained


def test_winding_down_starts_from_the_best_point(tiny_corpus, monkeypatch):
    returned = []
    monkeypatch.setattr(training.Learner, "go_back", lambda self: returned.append(True))
    perplexities = itertools.chain([50.0, 20.0], itertools.repeat(25.0))
    monkeypatch.setattr(training, "perplexity_of", lambda *_: next(perplexities))
    monkeypatch.setattr(training, "REPORT_EVERY", 0.0)  # or a quick machine is through before the next report
    config = TrainConfig(batch=4, truncation=10, patience=2, threads=1)
    events = list(TrainingRun(tiny_corpus, TINY_MODEL, config))
    phases = [event.phase for event in events if isinstance(event, Progress)]
    assert returned == [True]
    assert "cooling" in phases
    assert events[-1].reason in ("passes", "no improvement")


def test_a_run_that_is_left_early_still_has_a_result(tiny_corpus):
    run = TrainingRun(tiny_corpus, TINY_MODEL, TINY_TRAINING)
    next(iter(run))
    assert run.result().history == ()
    assert all(np.isfinite(weight).all() for weight in run.result().weights.values())


def test_samples_begin_with_the_same_word_and_never_show_the_unknown_word(tiny_corpus):
    model = dataclasses.replace(TINY_MODEL, vocabulary=12)
    points = evaluations(TrainingRun(tiny_corpus, model, TINY_TRAINING))
    assert len({words.split(point.sample)[0] for point in points}) == 1
    assert not any("<unk>" in point.sample for point in points)


def test_the_held_out_part_is_never_trained_on(tiny_corpus, monkeypatch):
    seen = []
    real = training.Learner.learn
    monkeypatch.setattr(
        training.Learner, "learn", lambda self, window, rate: seen.append(window.copy()) or real(self, window, rate)
    )
    model = dataclasses.replace(TINY_MODEL, vocabulary=2_000)
    run = TrainingRun(tiny_corpus, model, dataclasses.replace(TINY_TRAINING, epochs=2))
    list(run)
    assert run.result().tokens + len(run._material.held_out_N) == len(tiny_corpus.ids)
    assert len(run._material.held_out_N) >= 0.05 * len(tiny_corpus.ids)
    assert run._learner.stream.tokens == run.result().tokens
    assert sum(window[1:].size for window in seen) <= 2 * run.result().tokens


def test_words_of_the_held_out_part_alone_are_unknown(tmp_path):
    """Each word of this text occurs once, so what is held out cannot have been learnt."""
    path = tmp_path / "once.txt"
    path.write_text("\n".join(" ".join(f"word{10 * k + j}x" for j in range(10)) for k in range(60)))
    *_, last = read(path)
    run = TrainingRun(last.corpus, TINY_MODEL, TINY_TRAINING)
    assert set(run._material.held_out_N) <= {0, 1}


def test_a_text_of_its_own_can_be_the_held_out_part(tiny_corpus, tiny_text):
    *_, last = read(tiny_text)
    run = TrainingRun(tiny_corpus, TINY_MODEL, dataclasses.replace(TINY_TRAINING, epochs=1), valid=last.corpus)
    list(run)
    assert run.result().tokens == len(tiny_corpus.ids)


def test_a_text_too_small_to_train_on_is_said(tmp_path):
    path = tmp_path / "short.txt"
    path.write_text("Only a few words here.")
    *_, last = read(path)
    with pytest.raises(Problem, match=r"“short.txt” has 5 words; training needs at least \d+"):
        TrainingRun(last.corpus, TINY_MODEL, TINY_TRAINING)


def test_progress_says_how_fast_and_how_far(tiny_corpus, monkeypatch):
    monkeypatch.setattr(training, "REPORT_EVERY", 0.0)
    config = dataclasses.replace(TINY_TRAINING, epochs=5, patience=99)
    progress = [event for event in TrainingRun(tiny_corpus, TINY_MODEL, config) if isinstance(event, Progress)]
    assert {event.phase for event in progress} == {"training", "cooling", "evaluating", "scoring"}
    assert [event.share for event in progress] == sorted(event.share for event in progress)
    assert progress[-1].share == 1.0
    assert all(event.words_per_second > 0 and not math.isnan(event.train_perplexity) for event in progress)


@pytest.mark.parametrize("bad", [math.nan, math.inf, 31.0])
def test_a_training_that_loses_its_way_goes_back_and_halves_its_steps(tiny_corpus, monkeypatch, bad):
    perplexities = itertools.chain([50.0, 20.0, bad], itertools.repeat(20.0))
    monkeypatch.setattr(training, "perplexity_of", lambda *_: next(perplexities))
    config = TrainConfig(epochs=4, batch=4, truncation=10, threads=1, learning_rate=0.004)
    run = TrainingRun(tiny_corpus, TINY_MODEL, config)
    weights = []
    for event in run:
        if isinstance(event, Evaluation):
            weights.append(weights_of(run._learner.model)["table.bias"])
        if isinstance(event, Setback):
            assert event.learning_rate == 0.002
            assert np.array_equal(weights_of(run._learner.model)["table.bias"], weights[1])
            return
    pytest.fail("no setback")


def test_a_state_that_is_no_number_does_not_stay(tiny_corpus):
    run = TrainingRun(tiny_corpus, TINY_MODEL, TrainConfig(epochs=1, batch=4, truncation=10, threads=1))
    learner = run._learner
    learner._state = [tuple(part * math.nan for part in layer) for layer in learner._state]
    windows = learner.windows()
    assert math.isnan(learner.learn(next(windows), 1.0)[0])
    assert math.isfinite(learner.learn(next(windows), 1.0)[0])


def test_a_plan_comes_first_and_leaves_alone_what_is_fixed(tiny_corpus):
    model = ModelConfig(units=8, embedding=8, dropout=0.07)
    train = TrainConfig(epochs=1, batch=4, truncation=10, threads=1, precision="fp32")
    run = TrainingRun(tiny_corpus, model, train, fixed={"units", "embedding", "dropout", "precision"})
    assert isinstance(next(iter(run)), Planned)
    made = run.result()
    assert (made.model.units, made.model.dropout, made.train.precision) == (8, 0.07, "fp32")
    assert made.train.learning_rate != TrainConfig().learning_rate


@pytest.mark.parametrize(
    "fixed, words", [(None, 12), ({"vocabulary", "units", "embedding"}, 12), ({"units", "embedding"}, 20)]
)
def test_the_vocabulary_holds_the_whole_text_unless_it_is_fixed(tiny_corpus, fixed, words):
    model = dataclasses.replace(TINY_MODEL, vocabulary=12)
    checkpoint = TrainingRun(tiny_corpus, model, TINY_TRAINING, fixed=fixed).result()
    assert (len(checkpoint.words), checkpoint.model.vocabulary) == (words, words)


def test_what_happens_in_a_pause_does_not_change_the_model(tiny_corpus):
    whole = TrainingRun(tiny_corpus, TINY_MODEL, TINY_TRAINING)
    list(whole)
    paused = TrainingRun(tiny_corpus, TINY_MODEL, TINY_TRAINING)
    for _ in paused:
        torch.rand(3)
        np.random.rand(3)
        list(itertools.islice(TrainingRun(tiny_corpus, TINY_MODEL, TINY_TRAINING), 2))
    for name, weight in paused.result().weights.items():
        assert np.array_equal(weight, whole.result().weights[name])
