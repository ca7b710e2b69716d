"""The cells' equations as they are written out, against torch's fused layers."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from textgen.engine.config import CELL_NAMES
from textgen.engine.gates import BLOCKS, ROWS, STATES, STEPS, Vector, Weights, sigmoid

FUSED = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}
INPUTS, UNITS, STEPS_READ = 6, 9, 11


def _fused(cell: str, layers: int) -> nn.RNNBase:
    """A network with weights large enough for its gates to open and close."""
    torch.manual_seed(layers)
    network = FUSED[cell](INPUTS, UNITS, layers)
    for weight in network.parameters():
        nn.init.uniform_(weight, -0.8, 0.8)
    return network.requires_grad_(False)


def _weights(network: nn.RNNBase) -> list[Weights]:
    names = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    return [Weights(*(getattr(network, f"{n}_l{k}").numpy() for n in names)) for k in range(network.num_layers)]


def _starts(cell: str, layers: int, batch: int) -> list[Tensor]:
    return [torch.randn(layers, batch, UNITS) for _ in STATES[cell]]


def _written_out(cell: str, network: nn.RNNBase, x_TBI: Vector, starts: list[Vector]) -> tuple[Vector, list[Vector]]:
    """Outputs (T, B, H) and each state (L, B, H) after the last step."""
    after = []
    for k, weights in enumerate(_weights(network)):
        state, outputs = tuple(start[k] for start in starts), []
        for x_BI in x_TBI:
            blocks = STEPS[cell](x_BI, state, weights)
            state = tuple(blocks[name] for name in STATES[cell])
            outputs.append(blocks["hidden_state"])
        after.append(state)
        x_TBI = np.array(outputs)
    return x_TBI, [np.array(parts) for parts in zip(*after, strict=True)]


@pytest.mark.parametrize("cell", CELL_NAMES)
@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("batch", [1, 3, 8])
def test_outputs_and_states_are_those_of_torch_s_fused_layers(cell: str, layers: int, batch: int) -> None:
    network = _fused(cell, layers)
    x_TBI, starts = torch.randn(STEPS_READ, batch, INPUTS), _starts(cell, layers, batch)
    outputs, after = network(x_TBI, tuple(starts) if cell == "lstm" else starts[0])
    own_outputs, own_after = _written_out(cell, network, x_TBI.numpy(), [start.numpy() for start in starts])
    np.testing.assert_allclose(own_outputs, outputs.numpy(), rtol=0, atol=1e-5)
    expected = after if cell == "lstm" else (after,)
    for own, torchs in zip(own_after, expected, strict=True):
        np.testing.assert_allclose(own, torchs.numpy(), rtol=0, atol=1e-5)


@pytest.mark.parametrize("cell", CELL_NAMES)
def test_every_block_has_its_name_its_place_and_its_range(cell: str) -> None:
    weights, state = _weights(_fused(cell, 1))[0], tuple(s[0].tanh().numpy() for s in _starts(cell, 1, 50))
    blocks = STEPS[cell](torch.randn(50, INPUTS).numpy(), state, weights)
    assert tuple(blocks) == BLOCKS[cell]
    assert set(ROWS[cell]) | set(STATES[cell]) == set(BLOCKS[cell])
    for name, values in blocks.items():
        assert values.shape == (50, UNITS)
        assert values.dtype == np.float32
        if name.endswith("gate"):
            assert 0 < values.min() < 0.5 < values.max() < 1
        elif name != "cell_state":
            assert -1 < values.min() < 0 < values.max() < 1


def test_a_sigmoid_of_any_number_is_a_number() -> None:
    with np.errstate(all="raise"):
        ends = sigmoid(np.array([-1e30, -3, 0, 3, 1e30], np.float32))
    assert ends == pytest.approx([0, 1 / (1 + np.e**3), 0.5, 1 / (1 + np.e**-3), 1], abs=1e-6)
