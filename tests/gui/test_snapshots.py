"""Which snapshots of a training stay in memory."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gui.scripted import ScriptedWorkspace, checkpoint, evaluation
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.reports import Snapshot
from textgen.gui.work import snapshots
from textgen.gui.work.snapshots import MEGABYTES, MOST, Snapshots, best_of, evaluation_of, with_newest

PERPLEXITIES = st.lists(st.floats(1.0, 1e6), min_size=1, max_size=60)
ANY_PERPLEXITIES = st.lists(st.floats(0.0) | st.just(math.nan), min_size=1, max_size=30)


def snapshot(number: int, perplexity: float, megabytes: float = 0.0) -> Checkpoint:
    weight = np.broadcast_to(np.float32(0), round(megabytes * 2**18))  # its bytes are counted and do not exist
    history = tuple(evaluation(second, perplexity) for second in range(1, number + 2))
    return Checkpoint(ModelConfig(), TrainConfig(), ("a",), (1,), {"weight": weight}, history)


def all_of(perplexities: list[float], megabytes: float = 0.0) -> list[Checkpoint]:
    return [snapshot(number, perplexity, megabytes) for number, perplexity in enumerate(perplexities)]


def kept_of(given_: list[Checkpoint], seen: Checkpoint | None = None) -> Snapshots:
    kept: Snapshots = ()
    for number, one in enumerate(given_):
        kept = with_newest(kept, one, seen if seen in given_[:number] else None)
    return kept


def megabytes_of(kept: Snapshots) -> float:
    """Beside the best and the newest."""
    others = [one for one in kept[:-1] if one is not best_of(kept)]
    return sum(weight.nbytes for one in others for weight in one.weights.values()) / 2**20


def steps(kept: list[Checkpoint] | Snapshots) -> list[float]:
    logs = [math.log(evaluation_of(one).held_out_perplexity) for one in kept]
    return [abs(b - a) for a, b in pairwise(logs)]


@given(PERPLEXITIES)
def test_there_are_never_many_and_the_first_the_best_and_the_latest_are_among_them(perplexities: list[float]) -> None:
    given_ = all_of(perplexities)
    kept = kept_of(given_)
    assert len(kept) == min(len(given_), MOST)
    assert (kept[0], kept[-1]) == (given_[0], given_[-1])
    assert best_of(kept) is best_of(given_)
    times = [evaluation_of(one).seconds for one in kept]
    assert times == sorted(set(times))


@given(ANY_PERPLEXITIES)
def test_a_network_that_has_come_apart_does_not_confuse_it(perplexities: list[float]) -> None:
    kept = kept_of(all_of(perplexities))
    assert len(kept) == min(len(perplexities), MOST)


@given(PERPLEXITIES)
def test_no_step_is_large_but_for_those_that_the_training_made_at_once(perplexities: list[float]) -> None:
    """What is left out makes a step of at most two shares of the whole way, cut into as many as may be left out."""
    given_ = all_of(perplexities)
    way = sum(steps(given_))
    largest = max(steps(given_), default=0.0)
    assert max(steps(kept_of(given_)), default=0.0) <= max(largest, 2 * way / (MOST - 2)) + 1e-9


def test_the_steps_of_an_even_fall_stay_about_even() -> None:
    kept = kept_of(all_of([1000 * 0.95**n for n in range(80)]))
    assert max(steps(kept)) <= 3 * min(steps(kept)[:-1])


def test_many_that_differ_little_do_not_push_out_those_that_differ_much() -> None:
    early = [800.0, 400.0, 200.0, 100.0, 50.0]
    kept = kept_of(all_of([*early, *(40 - n / 100 for n in range(60))]))
    assert [evaluation_of(one).held_out_perplexity for one in kept[:5]] == early


@given(st.lists(st.tuples(st.floats(1.0, 1e6), st.floats(0.0, 2.5 * MEGABYTES)), min_size=1, max_size=30))
def test_they_hold_so_many_megabytes_at_most(made: list[tuple[float, float]]) -> None:
    given_ = [snapshot(number, perplexity, size) for number, (perplexity, size) in enumerate(made)]
    kept = kept_of(given_)
    assert kept[-1] is given_[-1]
    assert best_of(kept) is best_of(given_)
    assert megabytes_of(kept) <= MEGABYTES


def test_of_large_models_the_first_stays_longest() -> None:
    large = all_of([90, 80, 50, 60, 70], MEGABYTES)
    assert kept_of(large) == (large[0], large[2], large[4])
    huge = all_of([90, 50, 70, 60], MEGABYTES + 1)
    assert kept_of(huge) == (huge[1], huge[3])


@given(PERPLEXITIES, st.data())
def test_the_one_that_is_looked_at_stays(perplexities: list[float], data: st.DataObject) -> None:
    given_ = all_of(perplexities)
    seen = data.draw(st.sampled_from(given_))
    kept: Snapshots = ()
    for one in given_:
        kept = with_newest(kept, one, seen)
        assert one is not seen or seen in kept
    assert seen in kept
    assert len(kept) <= MOST


# ---- those of the workspace -----------------------------------------------------------------------------------------


@pytest.fixture
def workspace(qtbot: object) -> ScriptedWorkspace:
    workspace = ScriptedWorkspace()
    workspace.give_text()
    workspace.start_training(ModelConfig(), TrainConfig())
    return workspace


def play(workspace: ScriptedWorkspace, *seconds: float) -> None:
    for second in seconds:
        told = evaluation(second, 1000 / second)
        workspace.play(told, Snapshot(checkpoint(told), best=second % 2 == 0))


def times(workspace: ScriptedWorkspace) -> list[float]:
    return [evaluation_of(one).seconds for one in workspace.snapshots]


def test_every_evaluation_gives_a_snapshot_and_they_outlive_the_training(workspace: ScriptedWorkspace) -> None:
    heard: list[int] = []
    workspace.snapshotsChanged.connect(lambda: heard.append(len(workspace.snapshots)))
    play(workspace, 1, 2, 3)
    assert (times(workspace), heard) == ([1, 2, 3], [1, 2, 3])
    workspace.end("time")
    assert times(workspace) == [1, 2, 3]


def test_another_training_forgets_them(workspace: ScriptedWorkspace) -> None:
    play(workspace, 1, 2)
    workspace.end("time")
    workspace.guard = lambda action: action()
    workspace.start_training(ModelConfig(), TrainConfig())
    assert workspace.snapshots == ()


def test_opening_a_model_forgets_them(workspace: ScriptedWorkspace) -> None:
    play(workspace, 1, 2)
    workspace.end("time")
    workspace._model_opened(checkpoint(), "other.textgen")
    assert workspace.snapshots == ()


def test_the_one_in_sight_is_not_left_out(workspace: ScriptedWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "MOST", 4)
    play(workspace, 1, 2, 3)
    workspace.look_at(workspace.snapshots[1])
    play(workspace, *range(4, 30))
    assert 2 in times(workspace)
    assert len(times(workspace)) == 4
