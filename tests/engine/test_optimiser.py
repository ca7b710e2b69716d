"""AdamW as torch has it, without the compiler that torch would load for it."""

from __future__ import annotations

import copy
import subprocess
import sys

import torch
from torch import nn

from textgen.engine.optimiser import adamw

LEARN = """
import sys, torch
from textgen.engine.optimiser import adamw
network = torch.nn.Linear(3, 2)
optimiser = adamw(network, 0.1)
for _ in range(2):
    network(torch.ones(3)).sum().backward()
    optimiser.step()
    optimiser.zero_grad()
    optimiser.load_state_dict(optimiser.state_dict())
print("torch._dynamo" in sys.modules)
"""


def _network() -> nn.Module:
    torch.manual_seed(1)
    return nn.LSTM(3, 4)


def _learn(network: nn.Module, optimiser: torch.optim.Optimizer) -> None:
    for seed in range(4):
        x_TBI = torch.randn(5, 2, 3, generator=torch.Generator().manual_seed(seed))
        network(x_TBI)[0].square().sum().backward()
        optimiser.step()
        optimiser.zero_grad()


def test_it_learns_what_torchs_own_learns() -> None:
    ours, theirs = _network(), _network()
    _learn(ours, adamw(ours, 0.1))
    groups = [
        {"params": [weight for name, weight in theirs.named_parameters() if "bias" not in name]},
        {"params": [weight for name, weight in theirs.named_parameters() if "bias" in name], "weight_decay": 0.0},
    ]
    _learn(theirs, torch.optim.AdamW(groups, weight_decay=0.1, fused=True))
    assert all(map(torch.equal, ours.parameters(), theirs.parameters()))


def test_it_goes_back_to_a_state_of_its_own() -> None:
    network = _network()
    optimiser = adamw(network, 0.1)
    _learn(network, optimiser)
    weights, state = copy.deepcopy((network.state_dict(), optimiser.state_dict()))
    _learn(network, optimiser)
    once = copy.deepcopy(network.state_dict())
    network.load_state_dict(weights)
    optimiser.load_state_dict(state)
    _learn(network, optimiser)
    assert all(torch.equal(once[name], weight) for name, weight in network.state_dict().items())


def test_the_compiler_is_not_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", LEARN], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
