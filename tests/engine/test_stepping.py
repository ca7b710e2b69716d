"""One word at a time in numpy, against torch's layers."""

import numpy as np
import pytest
import torch

from textgen.engine import model as model_file
from textgen.engine.config import CELL_NAMES, ModelConfig
from textgen.engine.model import LanguageModel
from textgen.engine.stepping import Stepper


@pytest.mark.parametrize("cell", CELL_NAMES)
@pytest.mark.parametrize(("units", "layers", "head"), [(12, 1, 100), (12, 2, 5), (20, 2, 5)])
def test_the_same_as_torch_s_layers(cell, units, layers, head, monkeypatch):
    monkeypatch.setattr(model_file, "HEAD", head)
    monkeypatch.setattr(model_file, "WHOLE", 2 * head)
    config = ModelConfig(cell=cell, units=units, layers=layers, embedding=12)
    torch.manual_seed(5)
    model = LanguageModel(config, 60).eval().requires_grad_(False)
    for parameter in model.parameters():
        parameter.uniform_(-0.5, 0.5)
    ids = [1, 3, 7, 30, 59, 26, 4]
    h_TBE, _ = model(torch.tensor(ids)[:, None], model.zero_state(1))
    stepper = Stepper(model)
    state = stepper.start
    for word, h_E in zip(ids, h_TBE[:, 0], strict=True):
        state, own_E = stepper.step(word, state)
        assert own_E == pytest.approx(h_E.numpy(), abs=1e-5)
    expected = model.table.log_probabilities(h_TBE[-1]).exp()[0].numpy()
    assert stepper.probabilities(own_E) == pytest.approx(expected, abs=1e-6)
    assert stepper.probabilities(own_E).sum() == pytest.approx(1, abs=1e-5)


def test_a_step_leaves_the_state_before_as_it_was():
    stepper = Stepper(LanguageModel(ModelConfig(units=8, embedding=8), 20).eval())
    state, _ = stepper.step(3, stepper.start)
    kept = [[part.copy() for part in layer] for layer in state]
    stepper.step(4, state)
    assert all(
        np.array_equal(a, b) for one, two in zip(kept, state, strict=True) for a, b in zip(one, two, strict=True)
    )
