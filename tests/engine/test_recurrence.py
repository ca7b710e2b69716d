"""Our recurrences for training against torch's own, values and gradients."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn

from textgen.engine.cells import CELLS
from textgen.engine.recurrence import gru, rnn

Recurrence = Callable[[Tensor, Tensor, list[Tensor]], Tensor]
BOTH = pytest.mark.parametrize(("kernel", "recurrence"), [(nn.GRU, gru), (nn.RNN, rnn)])


def _results(outputs_TBH: Tensor, slopes_TBH: Tensor, inputs: list[Tensor]) -> list[Tensor]:
    return [outputs_TBH.detach(), *torch.autograd.grad(outputs_TBH, inputs, slopes_TBH)]


@BOTH
@pytest.mark.parametrize(
    ("steps", "columns", "inputs", "units"), [(1, 1, 1, 1), (1, 3, 5, 4), (7, 2, 3, 6), (35, 4, 8, 8)]
)
def test_values_and_gradients_are_those_of_torch(
    kernel: type[nn.RNNBase], recurrence: Recurrence, steps: int, columns: int, inputs: int, units: int
) -> None:
    torch.manual_seed(steps)
    layer = kernel(inputs, units)
    weights = list(layer.parameters())
    x_TBI = torch.randn(steps, columns, inputs, requires_grad=True)
    h_BH, slopes_TBH = torch.randn(columns, units), torch.randn(steps, columns, units)
    torchs = _results(layer(x_TBI, h_BH.unsqueeze(0))[0], slopes_TBH, [x_TBI, *weights])
    ours = _results(recurrence(x_TBI, h_BH, weights), slopes_TBH, [x_TBI, *weights])
    torch.testing.assert_close(ours, torchs, rtol=1e-4, atol=1e-5)


@BOTH
def test_gradients_are_those_of_finite_differences(kernel: type[nn.RNNBase], recurrence: Recurrence) -> None:
    torch.manual_seed(1)
    weights = [weight.detach().double().requires_grad_() for weight in kernel(3, 4).parameters()]
    x_TBI = torch.randn(5, 2, 3, dtype=torch.float64, requires_grad=True)
    h_BH = torch.randn(2, 4, dtype=torch.float64)
    assert torch.autograd.gradcheck(lambda x, *given: recurrence(x, h_BH, list(given)), (x_TBI, *weights))


@pytest.mark.parametrize("cell", ["gru", "rnn"])
@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
def test_a_layer_gives_the_same_whether_gradients_are_wanted_or_not(cell: str, precision: torch.dtype) -> None:
    torch.manual_seed(2)
    layer = CELLS[cell](6, 8)
    layer.precision = precision
    x_TBI, state = torch.randn(9, 3, 6), (torch.randn(3, 8),)
    learning_TBH, (learnt_BH,) = layer(x_TBI, state)
    with torch.no_grad():
        read_TBH, (after_BH,) = layer(x_TBI, state)
    tolerance = 1e-5 if precision == torch.float32 else 0.02
    torch.testing.assert_close([learning_TBH, learnt_BH], [read_TBH, after_BH], rtol=0, atol=tolerance)
