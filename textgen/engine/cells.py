"""The three recurrent cells, one interface.

Shape letters: T time steps, B columns, I inputs, H units.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

import torch
from torch import Tensor, nn

from textgen.engine.config import CELL_NAMES
from textgen.engine.recurrence import gru, rnn

LayerState = tuple[Tensor, ...]  # (h_BH,) or, for the LSTM, (h_BH, c_BH)


class Cell(nn.Module):
    """One recurrent layer: `forward(x_TBI, state)` gives (outputs_TBH, state after the last step)."""

    kernel: Callable[[int, int], nn.RNNBase]
    recurrence: Callable[[Tensor, Tensor, list[Tensor]], Tensor] | None = None  # where ours trains faster than torch's
    states = 1
    precision = torch.float32  # of the products

    def __init__(self, inputs: int, units: int) -> None:
        super().__init__()
        self.units = units
        self.rnn = self.kernel(inputs, units)

    def zero_state(self, batch: int) -> LayerState:
        """The state before the first word."""
        return tuple(self.rnn.get_parameter("weight_hh_l0").new_zeros(batch, self.units) for _ in range(self.states))

    def forward(self, x_TBI: Tensor, state: LayerState) -> tuple[Tensor, LayerState]:
        if self.recurrence and torch.is_grad_enabled() and x_TBI.device.type == "cpu":
            weights = [weight.to(self.precision) for weight in self.rnn.parameters()]
            y_TBH = self.recurrence(x_TBI.to(self.precision), state[0].to(self.precision), weights).float()
            return y_TBH, (y_TBH[-1],)
        return self.by_torch(x_TBI, state)

    def by_torch(self, x_TBI: Tensor, state: LayerState) -> tuple[Tensor, LayerState]:
        """The same by torch's own recurrence, whose gradient goes back to the state too."""
        low = self.precision != torch.float32
        with torch.autocast(x_TBI.device.type, self.precision) if low else nullcontext():
            y_TBH, after = self.rnn(x_TBI, self._pack(state))
        return y_TBH.float(), self._unpack(after)

    def _pack(self, state: LayerState) -> Tensor | tuple[Tensor, ...]:
        return state[0].unsqueeze(0)

    def _unpack(self, state: Tensor | tuple[Tensor, ...]) -> LayerState:
        assert isinstance(state, Tensor)
        return (state.squeeze(0).float(),)


class PlainRNN(Cell):
    """h' = tanh(W x + U h + b) (Elman 1990)."""

    kernel = nn.RNN
    recurrence = staticmethod(rnn)


class GRU(Cell):
    """The gated recurrent unit (Cho et al. 2014): a reset gate and an update gate."""

    kernel = nn.GRU
    recurrence = staticmethod(gru)


class LSTM(Cell):
    """Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000)."""

    kernel = nn.LSTM
    states = 2

    def __init__(self, inputs: int, units: int) -> None:
        super().__init__(inputs, units)
        with torch.no_grad():  # gates in torch's order: input, forget, candidate, output
            bias = self.rnn.get_parameter("bias_ih_l0")
            bias[units : 2 * units] = 1.0  # begin by remembering (Jozefowicz et al. 2015)

    def _pack(self, state: LayerState) -> tuple[Tensor, ...]:
        return tuple(part.unsqueeze(0) for part in state)

    def _unpack(self, state: Tensor | tuple[Tensor, ...]) -> LayerState:
        return tuple(part.squeeze(0).float() for part in state)


CELLS: dict[str, type[Cell]] = {"lstm": LSTM, "gru": GRU, "rnn": PlainRNN}
assert tuple(CELLS) == CELL_NAMES
