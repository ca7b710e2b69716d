"""AdamW (Loshchilov and Hutter 2019), torch's own, without torch's compiler.

At its first use an optimiser of torch loads the compiler, only to tell it to leave the optimiser alone: 70 MB of
memory, and a second and a half before the first step. Nothing is compiled here.
"""

from __future__ import annotations

import inspect
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer


class AdamW(torch.optim.AdamW):
    """Every method that would load the compiler is the one inside its wrapping."""

    add_param_group = inspect.unwrap(Optimizer.add_param_group)
    zero_grad = inspect.unwrap(Optimizer.zero_grad)
    state_dict = inspect.unwrap(Optimizer.state_dict)
    load_state_dict = inspect.unwrap(Optimizer.load_state_dict)
    step = torch.no_grad()(inspect.unwrap(torch.optim.AdamW.step))


def adamw(network: nn.Module, weight_decay: float) -> AdamW:
    """For all weights of a network. Biases hold counts of words, which no decay shall pull at."""
    named = list(network.named_parameters())
    weights = [parameter for name, parameter in named if "bias" not in name]
    biases = [parameter for name, parameter in named if "bias" in name]
    groups: list[dict[str, Any]] = [{"params": weights}, {"params": biases, "weight_decay": 0.0}]
    return AdamW(groups, weight_decay=weight_decay, fused=True)
