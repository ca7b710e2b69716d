"""How the gradient fades on its way back through time: what a network could still learn of words long gone.

The loss is that of the last step alone; its gradient with respect to what the last layer handed over to the next word,
k steps earlier, says how much a small change of that memory would change this loss (Bengio et al. 1994; Pascanu et al.
2013). The last layer stands for all: there a gradient can come from further back through time only, while in the
layers below it also comes down from those above.

Shape letters: T time steps, B windows, H units, K distances.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from textgen.engine.cells import LayerState
from textgen.engine.gates import STATES
from textgen.engine.ids import Ids
from textgen.engine.model import LanguageModel, State

FURTHEST = 50  # steps back
WARM = 25  # words that each window is read on from before, so that the memory is not a fresh one
WINDOWS = 64
NEEDED = WARM + FURTHEST + 1  # tokens in a window: those before, the steps, and the word to predict


@dataclass(frozen=True)
class GradientNorms:
    """The mean over windows of the Euclidean norm; the k-th number is that k + 1 steps back.

    With respect to the hidden state and, in an LSTM, to the cell state that goes on beside it (else nothing): each of
    the two as the next step takes it, the other held still.
    """

    hidden_state: tuple[float, ...]
    cell_state: tuple[float, ...] = ()


def windows(ids_N: Ids, count: int = WINDOWS) -> Ids:
    """(NEEDED, B): pieces from all over a text, which may overlap; at most `count`."""
    last = len(ids_N) - NEEDED
    starts_B = np.unique(np.linspace(0, last, count).astype(np.int64))
    found: Ids = ids_N[np.arange(NEEDED)[:, None] + starts_B]
    return found


def gradient_norms(model: LanguageModel, windows_TB: Ids) -> GradientNorms:
    """Those of the loss of the windows' last words, 1 to `FURTHEST` steps back. The model is left as it was."""
    training = model.training
    model.eval()
    window = torch.from_numpy(windows_TB.astype(np.int64)).to(model.device)
    states, nats = _unrolled(model, window[:-1], window[-1])
    parts = zip(*states[::-1], strict=True)  # each kind of state, the latest first
    norms = [_norms(nats, list(part)) for part in parts]
    model.train(training)
    return GradientNorms(**dict(zip(STATES[model.config.cell], norms, strict=True)))


def _unrolled(model: LanguageModel, inputs_TB: Tensor, targets_B: Tensor) -> tuple[list[LayerState], Tensor]:
    """The last layer's state before each of the last `FURTHEST` steps, and the loss after the last of them, in nats."""
    with torch.no_grad():
        x_TBI, state = _below(model, inputs_TB)
    top = model.layers[-1]
    early = len(x_TBI) - FURTHEST
    with torch.no_grad():
        _, after = top.by_torch(x_TBI[:early], state)  # type: ignore[operator]
    after = tuple(part.requires_grad_() for part in after)
    states = []
    for x_BI in x_TBI[early:]:
        states.append(after)
        y_1BH, after = top.by_torch(x_BI.unsqueeze(0), after)  # type: ignore[operator]
    return states, _nats(model, y_1BH[0], targets_B)


def _below(model: LanguageModel, inputs_TB: Tensor) -> tuple[Tensor, LayerState]:
    """What the last layer reads, (T, B, I), and its state before the first word."""
    x_TBI = model.table.embed(inputs_TB)
    state: State = model.zero_state(inputs_TB.shape[1])
    for layer, before in zip(list(model.layers)[:-1], state, strict=False):
        x_TBI, _ = layer(x_TBI, before)
    return x_TBI, state[-1]


def _nats(model: LanguageModel, h_BH: Tensor, targets_B: Tensor) -> Tensor:
    """The windows' losses, summed: none depends on the states of another, so each keeps a gradient of its own."""
    logs_BV = model.table.log_probabilities(model.project(h_BH))
    return functional.nll_loss(logs_BV, targets_B, reduction="sum")


def _norms(nats: Tensor, states_K: list[Tensor]) -> tuple[float, ...]:
    gradients = torch.autograd.grad(nats, states_K, retain_graph=True)
    return tuple(float(gradient_BH.norm(dim=1).mean()) for gradient_BH in gradients)
