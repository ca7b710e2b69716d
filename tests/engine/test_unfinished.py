"""A training that was broken off goes on from its file as if it had never been, and says so where it cannot."""

import dataclasses
import itertools
import json
import random

import numpy as np
import pytest
import safetensors.numpy

from tests.engine.conftest import TINY_MODEL, pattern_text
from textgen.engine import storage, training
from textgen.engine.config import TrainConfig
from textgen.engine.corpus import read
from textgen.engine.learner import Learner
from textgen.engine.plan import Plan
from textgen.engine.problem import Problem
from textgen.engine.reports import Evaluation, Finished, Planned, Progress, Setback, Snapshot
from textgen.engine.training import TrainingRun
from textgen.engine.unfinished import KEPT, glance, load

PASSES = TrainConfig(
    epochs=3, batch=4, truncation=10, learning_rate=0.02, seed=3, device="cpu", precision="fp32", threads=1
)
UNLIMITED = dataclasses.replace(PASSES, epochs=0.0, patience=1, learning_rate=0.05)

CUTS = {
    "the first step": lambda event, run: run._step == 1,
    "a few steps": lambda event, run: run._step == 7,
    "the end of a pass": lambda event, run: run._step == run._learner.stream.steps_per_pass,
    "the middle of a later pass": lambda event, run: run._step == round(1.5 * run._learner.stream.steps_per_pass),
    "an evaluation due": lambda event, run: run._evaluating,
    "the middle of an evaluation": lambda event, run: is_phase(event, "evaluating") and run._step > 15,
    "an evaluation": lambda event, run: isinstance(event, Evaluation),
    "a snapshot": lambda event, run: isinstance(event, Snapshot) and run._step > 15,
    "the cooling": lambda event, run: is_phase(event, "cooling"),
    "the last evaluation": lambda event, run: run._reason == "passes",
    "the scoring": lambda event, run: is_phase(event, "scoring"),
}


def is_phase(event, phase):
    return isinstance(event, Progress) and event.phase == phase


@pytest.fixture(autouse=True)
def _reports_at_every_step(monkeypatch):
    monkeypatch.setattr(training, "REPORT_EVERY", 0.0)


def left_at(cut, run, path):
    """What the file holds of a run that is left at the first event that `cut` is true of."""
    for event in run:
        if cut(event, run):
            run.state().save(path)
            return load(path)
    raise AssertionError("the cut did not come")


def timeless(history):
    return [dataclasses.replace(point, seconds=0.0) for point in history]


def assert_same(found, expected):
    """Two events Finished that agree to the last bit, but for the time that they took."""
    assert found.reason == expected.reason
    assert timeless(found.checkpoint.history) == timeless(expected.checkpoint.history)
    assert found.checkpoint.scores == expected.checkpoint.scores
    assert found.checkpoint.mixture.to_dict() == expected.checkpoint.mixture.to_dict()
    ours, theirs = found.checkpoint.parts()[1], expected.checkpoint.parts()[1]
    assert ours.keys() == theirs.keys()
    assert all(np.array_equal(ours[name], theirs[name]) for name in theirs)
    for name in ("model", "train", "source", "tokens"):
        assert getattr(found.checkpoint, name) == getattr(expected.checkpoint, name)


def last_of(run):
    *_, finished = run
    assert isinstance(finished, Finished)
    return finished


def cell(name):
    return dataclasses.replace(TINY_MODEL, cell=name)


@pytest.fixture(scope="module")
def whole(tiny_corpus):
    """The end of the uninterrupted run of each cell."""
    return {name: last_of(TrainingRun(tiny_corpus, cell(name), PASSES)) for name in ("lstm", "gru")}


@pytest.mark.parametrize("name", ["lstm", "gru"])
@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_a_training_goes_on_as_if_it_had_not_been_left(tiny_corpus, tmp_path, whole, name, cut):
    left = left_at(cut, TrainingRun(tiny_corpus, cell(name), PASSES), tmp_path / "left")
    assert_same(last_of(TrainingRun.resumed(left, tiny_corpus)), whole[name])


@pytest.mark.parametrize("name", ["lstm", "gru"])
def test_a_training_in_half_precision_goes_on_too(tiny_corpus, tmp_path, name):
    train = dataclasses.replace(PASSES, epochs=1, precision="bf16")
    left = left_at(lambda event, run: run._step == 12, TrainingRun(tiny_corpus, cell(name), train), tmp_path / "left")
    assert_same(last_of(TrainingRun.resumed(left, tiny_corpus)), last_of(TrainingRun(tiny_corpus, cell(name), train)))


def test_it_can_be_left_again_and_again(tiny_corpus, tmp_path, whole):
    run = TrainingRun(tiny_corpus, cell("lstm"), PASSES)
    for step in (5, 6, 20, 41):
        left = left_at(lambda event, now, step=step: now._step == step, run, tmp_path / "left")
        run = TrainingRun.resumed(left, tiny_corpus)
    assert_same(last_of(run), whole["lstm"])


@pytest.mark.parametrize("name", ["lstm", "gru"])
def test_a_training_without_a_limit_that_winds_down_goes_on(tiny_corpus, tmp_path, monkeypatch, name):
    monkeypatch.setattr(TrainingRun, "_evaluation_distance", lambda self: 5.0)
    expected = last_of(TrainingRun(tiny_corpus, cell(name), UNLIMITED))

    def winding_down(event, run):
        return is_phase(event, "cooling") and run._step > run._schedule.cooled_at + 1

    left = left_at(winding_down, TrainingRun(tiny_corpus, cell(name), UNLIMITED), tmp_path / "left")
    assert left.standing.cooled_at is not None
    assert_same(last_of(TrainingRun.resumed(left, tiny_corpus)), expected)


def test_patience_and_the_best_model_are_those_of_then(tiny_corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(TrainingRun, "_evaluation_distance", lambda self: 5.0)
    patient = dataclasses.replace(UNLIMITED, patience=2, learning_rate=0.1)
    run = TrainingRun(tiny_corpus, TINY_MODEL, patient)
    left = left_at(lambda event, run: run._patience.misses == 1 and not run._evaluating, run, tmp_path / "left")
    resumed = TrainingRun.resumed(left, tiny_corpus)
    ours, theirs = resumed.result().parts()[1], run.result().parts()[1]
    assert all(np.array_equal(ours[name], theirs[name]) for name in theirs)
    assert resumed.result().history == run.result().history
    assert_same(last_of(resumed), last_of(TrainingRun(tiny_corpus, TINY_MODEL, patient)))


@pytest.mark.parametrize("after", [0, 3], ids=["at it", "after it"])
@pytest.mark.parametrize("name", ["lstm", "gru"])
def test_after_a_setback_it_goes_on_with_smaller_steps(tiny_corpus, tmp_path, monkeypatch, name, after):
    monkeypatch.setattr(training, "RISE", 0.9)  # what is hardly better than the best is a setback here
    events = list(TrainingRun(tiny_corpus, cell(name), PASSES))
    assert sum(isinstance(event, Setback) for event in events) >= 2
    fallen = []

    def later(event, run):
        if isinstance(event, Setback):
            fallen.append(run._step)
        return bool(fallen) and run._step == fallen[0] + after

    left = left_at(later, TrainingRun(tiny_corpus, cell(name), PASSES), tmp_path / "left")
    assert left.learning.rate == PASSES.learning_rate / 2
    assert_same(last_of(TrainingRun.resumed(left, tiny_corpus)), events[-1])


def test_a_training_that_went_on_from_a_model_can_be_left_too(trained, tmp_path):
    path = tmp_path / "other.txt"
    path.write_text(pattern_text().replace("soup", "stew").replace("Ada", "Emil"), encoding="utf-8")
    *_, last = read(path)
    begin = lambda: TrainingRun(last.corpus, TINY_MODEL, PASSES, start=trained)  # noqa: E731
    left = left_at(lambda event, run: run._step == 12, begin(), tmp_path / "left")
    assert_same(last_of(TrainingRun.resumed(left, last.corpus)), last_of(begin()))


def test_a_plan_is_told_again_and_nothing_is_measured_again(tiny_corpus, tmp_path, monkeypatch):
    fixed = {"units", "embedding"}
    train = dataclasses.replace(PASSES, precision="fastest")
    run = TrainingRun(tiny_corpus, TINY_MODEL, train, fixed=fixed)
    planned = run._material.plan.reasons()
    left = left_at(lambda event, run: run._step == 4, run, tmp_path / "left")
    for place in ("textgen.engine.material.plan", "textgen.engine.material.settled"):
        monkeypatch.setattr(place, lambda *_: pytest.fail("it is measured again"))
    resumed = TrainingRun.resumed(left, tiny_corpus)
    assert isinstance(resumed._material.plan, Plan)
    assert list(map(str, planned)) == [str(part) for part in dataclasses.astuple(told(next(iter(resumed))))]
    assert resumed._learner._precision == run._learner._precision
    assert (resumed._config, resumed._learner.model.config) == (run._config, run._learner.model.config)


def told(event):
    assert isinstance(event, Planned)
    return event


def test_the_clock_goes_on_from_where_it_stood(tiny_corpus, tmp_path):
    train = dataclasses.replace(PASSES, epochs=0.0, minutes=0.03, patience=1000)  # only time ends it
    left = left_at(
        lambda event, run: run._clock() > 0.6, TrainingRun(tiny_corpus, TINY_MODEL, train), tmp_path / "left"
    )
    events = list(TrainingRun.resumed(left, tiny_corpus))
    seconds = [event.seconds for event in events if isinstance(event, Progress)]
    assert left.standing.clock <= seconds[0] < left.standing.clock + 0.5
    assert events[-1].reason == "time"


def test_the_state_is_a_copy(tiny_corpus, tmp_path):
    run = TrainingRun(tiny_corpus, TINY_MODEL, PASSES)
    events = iter(run)
    taken = next(run.state() for _ in events if run._step == 9)
    sums = []
    for _ in range(2):
        taken.save(tmp_path / "left")
        sums.append(storage.metadata((tmp_path / "left").read_bytes())["sum"])
        list(itertools.islice(events, 40))
    assert sums[0] == sums[1]


# ---- what the file says, and what it refuses ------------------------------------------------------------------------


@pytest.fixture
def left(tiny_corpus, tmp_path):
    """The file of a training that was left after its third evaluation."""
    run = TrainingRun(tiny_corpus, TINY_MODEL, PASSES)
    path = tmp_path / "folder" / "left"
    left_at(lambda event, run: len(run._history) == 3, run, path)
    return path, run


def test_a_glance_tells_which_text_and_how_far(left, tiny_corpus):
    path, run = left
    outlook = glance(path)
    assert (outlook.source, outlook.path) == ("meals.txt", tiny_corpus.path)
    assert outlook.progress.step == run._step
    assert 0 < outlook.progress.share < 1
    assert outlook.perplexity == run._patience.best
    assert glance(path.with_name("none")) is None


def test_the_best_model_so_far_is_in_it(left):
    path, run = left
    best, expected = load(path).best, run._best
    assert all(np.array_equal(best.weights[name], weight) for name, weight in expected.weights.items())
    assert best.history == expected.history
    assert best.fingerprint == expected.fingerprint != ""
    assert best.best.held_out_perplexity == run._patience.best


def test_before_the_first_evaluation_there_is_no_best_model(tiny_corpus, tmp_path):
    found = left_at(lambda event, run: run._step == 2, TrainingRun(tiny_corpus, TINY_MODEL, PASSES), tmp_path / "left")
    assert found.best is None
    assert glance(tmp_path / "left").perplexity is None


def test_the_file_is_plain_safetensors(left):
    path, run = left
    tensors = safetensors.numpy.load_file(path)
    assert np.array_equal(tensors["weight.table.bias"], run._learner.model.table.bias.detach().numpy())
    assert "learning." + KEPT + "table.bias" in tensors
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def refused(path):
    with pytest.raises(Problem) as refusal:
        load(path)
    return str(refusal.value)


@pytest.mark.parametrize("place", range(12))
def test_one_wrong_bit_anywhere_is_noticed(left, place):
    path, _ = left
    data = bytearray(path.read_bytes())
    at = random.Random(place).randrange(len(data))
    data[at] ^= 1 << place % 8
    path.write_bytes(data)
    refused(path)


@pytest.mark.parametrize("size", [0, 7, 8, 500, -1], ids=str)
def test_a_truncated_file_is_a_problem(left, size):
    path, _ = left
    path.write_bytes(path.read_bytes()[:size])
    assert "damaged" in refused(path)
    if size != -1:
        with pytest.raises(Problem, match="damaged"):
            glance(path)


def test_a_foreign_file_a_model_and_a_folder_are_problems(left, trained, tmp_path):
    path, _ = left
    trained.save(path)
    assert "damaged" in refused(path)
    path.write_text("Once upon a time there was a king. " * 100)
    assert "damaged" in refused(path)
    assert "could not be opened" in refused(tmp_path)


def test_another_version_is_said(left):
    path, _ = left
    metadata = storage.metadata(path.read_bytes()) | {"version": "7"}
    path.write_bytes(safetensors.numpy.save(safetensors.numpy.load_file(path), metadata=metadata))
    assert "another version of textgen" in refused(path)
    with pytest.raises(Problem, match="another version"):
        glance(path)


def test_a_header_that_lacks_something_is_damaged_for_both_readers(left):
    path, _ = left
    metadata = storage.metadata(path.read_bytes())
    header = json.loads(metadata["header"])
    del header["progress"]
    metadata |= {"header": json.dumps(header)}
    path.write_bytes(safetensors.numpy.save(safetensors.numpy.load_file(path), metadata=metadata))
    assert "damaged" in refused(path)
    with pytest.raises(Problem, match="damaged"):
        glance(path)


def test_a_text_that_has_changed_by_one_word_is_refused(left, tmp_path):
    path, _ = left
    changed = tmp_path / "meals.txt"
    changed.write_text(pattern_text().replace("Ada", "Eva", 1), encoding="utf-8")
    *_, last = read(changed)
    with pytest.raises(Problem, match=r"“meals.txt” has changed since this training began"):
        TrainingRun.resumed(load(path), last.corpus)


def test_the_held_out_text_has_to_be_the_same_too(tiny_corpus, tiny_text, tmp_path):
    *_, last = read(tiny_text)
    run = TrainingRun(tiny_corpus, TINY_MODEL, PASSES, valid=last.corpus)
    left = left_at(lambda event, run: run._step == 3, run, tmp_path / "left")
    other = tmp_path / "other.txt"
    other.write_text("A king and a queen lived far away.\n" * 30)
    *_, foreign = read(other)
    with pytest.raises(Problem, match=r"“other.txt” has changed"):
        TrainingRun.resumed(left, tiny_corpus, foreign.corpus)
    with pytest.raises(Problem, match="another held-out text"):
        TrainingRun.resumed(left, tiny_corpus)
    assert_same(
        last_of(TrainingRun.resumed(left, tiny_corpus, last.corpus)),
        last_of(TrainingRun(tiny_corpus, TINY_MODEL, PASSES, valid=last.corpus)),
    )


def test_a_full_disk_is_said_and_the_file_before_stays(left, monkeypatch):
    path, run = left
    before = path.read_bytes()

    def no_room(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", no_room)
    with pytest.raises(Problem, match="could not be kept for later: No space left on device"):
        run.state().save(path)
    assert path.read_bytes() == before


def test_a_pass_that_was_begun_goes_on_with_the_same_windows(tiny_corpus):
    run = TrainingRun(tiny_corpus, TINY_MODEL, PASSES)
    windows = run._learner.windows()
    for _ in range(run._learner.stream.steps_per_pass + 5):
        next(windows)
    left = run._learner.state()
    material = run._material
    other = Learner(material.train_N, material.tokenizer, material.model, material.train)
    other.restore(left)
    for ours, theirs in itertools.islice(zip(other.windows(), windows, strict=False), 60):
        assert np.array_equal(ours, theirs)
