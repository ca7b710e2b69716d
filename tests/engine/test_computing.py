"""Which way of computing is taken, on machines whose speed the test knows."""

import itertools

import pytest
import torch

from textgen.engine import computing
from textgen.engine.computing import PRECISIONS, Way, check_device, fastest, quickest, settled
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.model import LanguageModel
from textgen.engine.problem import Problem

OPEN = TrainConfig()
CORES = 8


@pytest.fixture(autouse=True)
def _cores(monkeypatch):
    monkeypatch.setattr(computing, "_cores", lambda: CORES)
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


class Machine:
    """Takes so many seconds for a step each way, five times as many for the first."""

    def __init__(self, **takes):
        self.takes = {"fp32": 0.1, "bf16": 0.1, "half": 1.0, "gpu": None} | takes  # "half": times, with fewer cores
        self.done = []

    def trial(self, way):
        if way.device != "cpu" and self.takes["gpu"] is None:
            raise RuntimeError("out of memory")
        first = way not in self.done and way.precision == "fp32" and way.threads == CORES
        self.done.append(way)
        seconds = self.takes[way.precision] if way.device == "cpu" else self.takes["gpu"]
        while way.threads < CORES:
            seconds, way = seconds * self.takes["half"], way._replace(threads=way.threads * 2)
        return seconds * (5 if first else 1)


@pytest.mark.parametrize("bf16, precision", [(0.05, "bf16"), (0.095, "fp32"), (0.15, "fp32")])
def test_the_faster_precision_is_taken_if_it_is_clearly_faster(bf16, precision):
    way, seconds = quickest(Machine(bf16=bf16).trial, OPEN, None)
    assert way == Way("cpu", precision, CORES)
    assert seconds == pytest.approx(min(bf16, 0.1) if precision == "bf16" else 0.1)


def test_emulated_bf16_is_tried_once():
    machine = Machine(bf16=3.0)
    assert quickest(machine.trial, OPEN, None)[0].precision == "fp32"
    assert [way.precision for way in machine.done].count("bf16") == 1


@pytest.mark.parametrize("half, threads", [(1.0, 8), (1.9, 8), (0.95, 8), (0.5, 1)])
def test_fewer_cores_are_taken_if_they_are_clearly_faster(half, threads):
    assert quickest(Machine(half=half).trial, OPEN, None)[0].threads == threads


def test_cores_are_halved_once_if_that_does_not_help():
    machine = Machine(half=1.5)
    quickest(machine.trial, OPEN, None)
    assert {way.threads for way in machine.done} == {8, 4}


@pytest.mark.parametrize("gpu, device", [(0.01, "cuda"), (0.2, "cpu"), (None, "cpu")])
def test_another_device_is_taken_if_it_is_faster_and_can_do_it(gpu, device):
    assert quickest(Machine(gpu=gpu).trial, OPEN, "cuda")[0].device == device


def test_what_is_asked_for_is_not_tried_against_anything():
    machine = Machine(bf16=0.01, gpu=0.001)
    asked = TrainConfig(device="cpu", precision="fp32", threads=3)
    assert quickest(machine.trial, asked, "cuda")[0] == Way("cpu", "fp32", 3)
    assert settled(10_000, 100, ModelConfig(), asked) is asked
    assert set(machine.done) == {Way("cpu", "fp32", 3)}


def test_a_device_that_is_asked_for_and_fails_is_a_problem():
    with pytest.raises(Problem, match="“cuda” cannot train this network \\(out of memory\\)"):
        quickest(Machine().trial, TrainConfig(device="cuda"), "cuda")


def test_a_precision_that_a_device_does_not_have_leaves_it_the_other():
    def trial(way):
        if way.device == "mps" and way.precision == "bf16":
            raise TypeError("no such type here")
        return 0.1 if way.device == "cpu" else 0.01

    assert quickest(trial, OPEN, "mps")[0] == Way("mps", "fp32", CORES)


def test_a_short_text_is_measured_with_the_columns_that_it_has(monkeypatch):
    made = []
    trial = computing._trial
    monkeypatch.setattr(computing, "_trial", lambda *given: made.append(given[3:]) or trial(*given))
    fastest(100, 50, ModelConfig(units=8, embedding=8), TrainConfig(batch=32, truncation=10, threads=1))
    assert set(made) == {(5, 10)}


def test_a_device_that_is_not_there_is_a_problem(monkeypatch):
    monkeypatch.setattr(computing, "accelerator", lambda: None)
    with pytest.raises(Problem, match="no device “mps”"):
        check_device(TrainConfig(device="mps"))


def test_this_machine_is_measured(monkeypatch):
    monkeypatch.setattr(computing, "_cores", lambda: 1)
    way, words_per_second = fastest(10_000, 50, ModelConfig(units=8, embedding=8), TrainConfig(batch=4, truncation=10))
    assert way.device in ("cpu", computing.accelerator()) and way.precision in PRECISIONS and way.threads == 1
    assert words_per_second > 0


def test_random_numbers_are_left_as_they_were():
    torch.manual_seed(3)
    expected = torch.rand(1)
    torch.manual_seed(3)
    fastest(10_000, 50, ModelConfig(units=8, embedding=8), TrainConfig(batch=4, truncation=10, threads=1))
    assert torch.rand(1) == expected


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_all_that_a_step_makes_is_on_the_network_s_device(cell):
    """On torch's device for shapes without numbers, which like any other does not mix with the processor."""
    network = LanguageModel(ModelConfig(cell=cell, units=8, embedding=6, dropout=0.5), 50).train().to("meta")
    ids_TB = torch.zeros(5, 3, dtype=torch.int64, device="meta")
    h_TBE, state = network(ids_TB, network.zero_state(3))
    loss = network.table.loss(h_TBE.flatten(0, 1), ids_TB.flatten())
    loss.backward()
    gradients = [weight.grad for weight in network.parameters() if weight.numel()]
    assert {part.device.type for part in (loss, *itertools.chain(*state), *gradients)} == {"meta"}
