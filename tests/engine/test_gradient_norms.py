"""The gradient by distance, against the equations written out for autograd, and against finite differences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from textgen.engine.config import ModelConfig
from textgen.engine.gates import STATES, STEPS, Weights
from textgen.engine.gradient_norms import FURTHEST, NEEDED, GradientNorms, gradient_norms, windows
from textgen.engine.model import LanguageModel

WORDS, UNITS = 12, 6
CELLS = pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])


def _model(cell: str, layers: int = 1) -> LanguageModel:
    """One whose gradient neither vanishes nor explodes on the way."""
    torch.manual_seed(4)
    model = LanguageModel(ModelConfig(cell=cell, units=UNITS, embedding=UNITS, layers=layers, dropout=0.5), WORDS)
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_(1.5)
    return model


def _windows(count: int = 3) -> NDArray[np.int32]:
    return np.random.default_rng(5).integers(0, WORDS, (NEEDED, count)).astype(np.int32)


def _kinds(norms: GradientNorms) -> dict[str, tuple[float, ...]]:
    return {"hidden_state": norms.hidden_state, "cell_state": norms.cell_state}


# ---- the equations, once more, for autograd


def _lstm(x: Tensor, state: tuple[Tensor, ...], w: dict[str, Tensor]) -> tuple[Tensor, ...]:
    h, c = state
    i, f, g, o = (w["weight_ih_l0"] @ x + w["bias_ih_l0"] + w["weight_hh_l0"] @ h + w["bias_hh_l0"]).chunk(4)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    return o.sigmoid() * c.tanh(), c


def _gru(x: Tensor, state: tuple[Tensor, ...], w: dict[str, Tensor]) -> tuple[Tensor, ...]:
    (h,) = state
    r, z, n = (w["weight_ih_l0"] @ x + w["bias_ih_l0"]).chunk(3)
    past_r, past_z, past_n = (w["weight_hh_l0"] @ h + w["bias_hh_l0"]).chunk(3)
    r, z = (r + past_r).sigmoid(), (z + past_z).sigmoid()
    return ((1 - z) * (n + r * past_n).tanh() + z * h,)


def _rnn(x: Tensor, state: tuple[Tensor, ...], w: dict[str, Tensor]) -> tuple[Tensor, ...]:
    return ((w["weight_ih_l0"] @ x + w["bias_ih_l0"] + w["weight_hh_l0"] @ state[0] + w["bias_hh_l0"]).tanh(),)


EQUATIONS: dict[str, Callable] = {"lstm": _lstm, "gru": _gru, "rnn": _rnn}


def _plainly(cell: str, model: LanguageModel, words_T: NDArray[np.int32]) -> dict[str, list[float]]:
    """All distances of one window in double precision, every state of the whole window kept in the graph."""
    weights = {name: weight.detach().double() for name, weight in model.layers[0].rnn.named_parameters()}
    vectors, bias = model.table.vectors[0].detach().double(), model.table.bias.detach().double()
    state = tuple(torch.zeros(UNITS, dtype=torch.float64, requires_grad=True) for _ in STATES[cell])
    states = [state]
    for word in words_T[:-1]:
        after = EQUATIONS[cell](vectors[word], state, weights)
        state = tuple(part * 1 for part in after)  # as the next step takes it: hidden and cell state by themselves
        states.append(state)
    loss = -(vectors @ state[0] + bias).log_softmax(0)[words_T[-1]]
    found = {}
    for k, name in enumerate(STATES[cell]):
        kept = [one[k] for one in states[-2 : -2 - FURTHEST : -1]]
        found[name] = [float(part.norm()) for part in torch.autograd.grad(loss, kept, retain_graph=True)]
    return found


@CELLS
def test_norms_are_those_of_the_equations_written_out(cell: str) -> None:
    model, windows_TB = _model(cell), _windows()
    plain = [_plainly(cell, model, words_T) for words_T in windows_TB.T]
    found = _kinds(gradient_norms(model, windows_TB))
    for name in STATES[cell]:
        np.testing.assert_allclose(found[name], np.mean([one[name] for one in plain], axis=0), rtol=1e-3)


# ---- finite differences, by the equations in numpy


def _loss(model: LanguageModel, states: list, words_T: NDArray[np.int32]) -> float:
    """Of the last word, from the last layer's state on; the words are those from there to the end."""
    cell = model.config.cell
    vectors, bias = (part.detach().double().numpy() for part in (model.table.vectors[0], model.table.bias))
    layers = [Weights(*(w.detach().double().numpy() for w in layer.rnn.parameters())) for layer in model.layers]
    for word in words_T[:-1]:
        x = vectors[word]
        for k, weights in enumerate(layers):
            blocks = STEPS[cell](x, states[k], weights)
            states[k] = tuple(blocks[name] for name in STATES[cell])
            x = states[k][0]
    scores = vectors @ x + bias
    return float(np.log(np.exp(scores).sum()) - scores[words_T[-1]])


def _states(model: LanguageModel, words_T: NDArray[np.int32]) -> list:
    states = [tuple(np.zeros(UNITS) for _ in STATES[model.config.cell]) for _ in model.layers]
    _loss(model, states, np.append(words_T, 0))
    return states


def _by_differences(model: LanguageModel, words_T: NDArray[np.int32], distance: int, kind: int) -> float:
    """The norm of the gradient with respect to one kind of the last layer's state, the other held still."""
    place, step = len(words_T) - 1 - distance, 1e-5
    slopes = []
    for unit in range(UNITS):
        ends = []
        for sign in (1, -1):
            states = _states(model, words_T[:place])
            states[-1][kind][unit] += sign * step
            ends.append(_loss(model, states, words_T[place:]))
        slopes.append((ends[0] - ends[1]) / (2 * step))
    return float(np.linalg.norm(slopes))


@CELLS
@pytest.mark.parametrize("layers", [1, 2])
def test_norms_are_those_of_finite_differences(cell: str, layers: int) -> None:
    model, windows_TB = _model(cell, layers), _windows(2)
    found = _kinds(gradient_norms(model, windows_TB))
    for kind, name in enumerate(STATES[cell]):
        for distance in (1, 2, 5):
            norms = [_by_differences(model, words_T, distance, kind) for words_T in windows_TB.T]
            assert found[name][distance - 1] == pytest.approx(np.mean(norms), rel=1e-3)


# ---- what comes out


@CELLS
def test_there_is_a_number_for_each_distance_and_the_model_stays_as_it_was(cell: str) -> None:
    model = _model(cell).train()
    norms = gradient_norms(model, _windows())
    assert len(norms.hidden_state) == FURTHEST
    assert len(norms.cell_state) == (FURTHEST if cell == "lstm" else 0)
    assert model.training
    assert all(weight.grad is None for weight in model.parameters())


def test_windows_come_from_all_over_the_text() -> None:
    ids_N = np.arange(1000, dtype=np.int32)
    found_TB = windows(ids_N, 5)
    assert found_TB.shape == (NEEDED, 5)
    assert found_TB[0, 0] == 0
    assert found_TB[-1, -1] == 999
    assert (np.diff(found_TB, axis=0) == 1).all()


def test_a_text_of_one_window_gives_one() -> None:
    assert windows(np.arange(NEEDED, dtype=np.int32)).shape == (NEEDED, 1)
