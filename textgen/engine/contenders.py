"""Networks of the three cells with equally many parameters."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

import torch
from torch import nn

from textgen.engine.cells import CELLS
from textgen.engine.config import ModelConfig
from textgen.engine.model import LanguageModel

MOST = 4096  # units


def parameters(model: ModelConfig, words: int) -> int:
    """All numbers that such a network learns; nothing is allocated."""
    with torch.device("meta"):
        return _count(LanguageModel(model, words))


def recurrent_parameters(model: ModelConfig) -> int:
    """Those of its recurrent layer and of the way from there back to the word table."""
    with torch.device("meta"):
        count = _count(CELLS[model.cell](model.embedding, model.units))
        return count + (0 if model.units == model.embedding else _count(nn.Linear(model.units, model.embedding)))


def equals(model: ModelConfig) -> dict[str, ModelConfig]:
    """`model`, of one layer, and the networks of the other cells with as many recurrent parameters, as nearly as whole
    units allow. Their word tables are the same, so that the share by which the totals differ is smaller still.
    """
    wanted = recurrent_parameters(model)
    return {cell: model if cell == model.cell else _nearest(replace(model, cell=cell), wanted) for cell in CELLS}


def _nearest(model: ModelConfig, wanted: int) -> ModelConfig:
    sizes = [replace(model, units=units) for units in range(4, MOST + 1)]
    above = bisect_left(sizes, wanted, key=recurrent_parameters)
    near = sizes[max(0, above - 2) : above + 2]  # a network as wide as its embedding needs no way back
    return min(near, key=lambda one: abs(recurrent_parameters(one) - wanted))


def _count(network: nn.Module) -> int:
    return sum(weight.numel() for weight in network.parameters())
