"""Which precision is the faster one, on a clock that the test turns."""

import pytest
import torch

from textgen.engine import precision
from textgen.engine.precision import fastest_precision


class Machine:
    """Takes so many seconds for a step in each precision."""

    def __init__(self, fp32, bf16):
        self.now, self.takes = 0.0, {torch.float32: fp32, torch.bfloat16: bf16}
        self.done = []

    def step(self, kind):
        self.done.append(kind)
        first = 5.0 if kind not in self.done[:-1] else 1.0
        self.now += self.takes[kind] * (first if kind == torch.float32 else 1.0)


@pytest.mark.parametrize(
    "fp32, bf16, expected", [(0.1, 0.05, ("bf16", 0.05)), (0.1, 0.095, ("fp32", 0.1)), (0.1, 0.15, ("fp32", 0.1))]
)
def test_the_faster_one_is_taken_if_it_is_clearly_faster(monkeypatch, fp32, bf16, expected):
    machine = Machine(fp32, bf16)
    monkeypatch.setattr(precision.time, "perf_counter", lambda: machine.now)
    name, seconds = fastest_precision(machine.step)
    assert (name, pytest.approx(seconds)) == expected


def test_emulated_bf16_is_tried_once(monkeypatch):
    machine = Machine(0.1, 3.0)
    monkeypatch.setattr(precision.time, "perf_counter", lambda: machine.now)
    assert fastest_precision(machine.step)[0] == "fp32"
    assert machine.done.count(torch.bfloat16) == 1
