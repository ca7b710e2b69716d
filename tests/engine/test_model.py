"""The word table against plain arithmetic, and the cells' common interface."""

import math

import pytest
import torch

from textgen.engine import model as model_module
from textgen.engine.cells import CELLS
from textgen.engine.config import ModelConfig
from textgen.engine.model import LanguageModel, WordTable, group_ends, group_shapes


@pytest.fixture
def small_groups(monkeypatch):
    """Several groups in a vocabulary of 60 words."""
    monkeypatch.setattr(model_module, "HEAD", 5)
    monkeypatch.setattr(model_module, "WHOLE", 10)
    monkeypatch.setattr(model_module, "GROWTH", 3)


def test_groups_cover_the_vocabulary():
    assert group_ends(4_000) == [4_000]
    assert group_ends(13_156) == [2_000, 10_000, 13_156]
    assert group_ends(100_000)[-1] == 100_000


def test_probabilities_sum_to_one_and_agree_with_the_loss(small_groups):
    torch.manual_seed(1)
    table = WordTable(group_shapes(60, 32), 32).double()
    assert len(table.ends) == 4
    torch.nn.init.normal_(table.bias)
    h = torch.randn(40, 32, dtype=torch.double)
    targets = torch.arange(40) + 15
    logs = table.log_probabilities(h).detach()
    assert logs.exp().sum(dim=1).tolist() == pytest.approx([1.0] * 40)
    expected = -logs.gather(1, targets.unsqueeze(1)).sum()
    assert table.loss(h, targets).item() == pytest.approx(expected.item())


@torch.no_grad()
def test_targets_of_minus_one_count_nothing(small_groups):
    table = WordTable(group_shapes(60, 32), 32)
    h = torch.randn(4, 32)
    all_of_them = table.loss(h[:2], torch.tensor([3, 50])).item()
    assert table.loss(h, torch.tensor([3, 50, -1, -1])).item() == pytest.approx(all_of_them, rel=1e-5)


def test_embedding_and_output_share_their_vectors(small_groups):
    table = WordTable(group_shapes(60, 32), 32)
    h = torch.randn(1, 32)
    before_embedding, before_output = table.embed(torch.tensor([2])), table.log_probabilities(h)[0, 2]
    with torch.no_grad():
        table.vectors[0][2] += 1.0
    assert not torch.equal(table.embed(torch.tensor([2])), before_embedding)
    assert not torch.equal(table.log_probabilities(h)[0, 2], before_output)


def test_embedding_keeps_the_shape_of_the_ids(small_groups):
    table = WordTable(group_shapes(60, 32), 32)
    ids = torch.tensor([[0, 7], [20, 59], [4, 5]])
    embedded = table.embed(ids)
    assert embedded.shape == (3, 2, 32)
    for row in range(3):
        assert torch.allclose(embedded[row], table.embed(ids[row]))


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize(("layers", "units", "embedding"), [(1, 16, 16), (3, 24, 8)])
def test_reading_in_one_go_or_word_by_word_is_the_same(cell, layers, units, embedding):
    torch.manual_seed(2)
    model = LanguageModel(ModelConfig(cell=cell, layers=layers, units=units, embedding=embedding), 50).eval()
    ids = torch.randint(50, (7, 3))
    at_once, state = model(ids, model.zero_state(3))
    step_by_step, carried = [], model.zero_state(3)
    for t in range(7):
        h, carried = model(ids[t : t + 1], carried)
        step_by_step.append(h)
    assert torch.allclose(at_once, torch.cat(step_by_step), atol=1e-6)
    for layer, other in zip(state, carried, strict=True):
        assert all(torch.allclose(a, b, atol=1e-6) for a, b in zip(layer, other, strict=True))


@pytest.mark.parametrize("cell", CELLS)
def test_every_weight_learns(cell, small_groups):
    torch.manual_seed(3)
    model = LanguageModel(ModelConfig(cell=cell, layers=2, units=12, embedding=8, dropout=0.2), 60).train()
    ids = torch.arange(60).reshape(20, 3)
    h, _ = model(ids, model.zero_state(3), torch.Generator().manual_seed(1))
    model.table.loss(h.flatten(0, 1), ids.flatten()).backward()
    for name, weight in model.named_parameters():
        assert weight.grad is not None, name
        assert weight.grad.abs().sum() > 0, name


def test_dropout_uses_one_mask_for_all_time_steps():
    model = LanguageModel(ModelConfig(cell="rnn", units=8, embedding=8, dropout=0.5), 20).train()
    x = torch.ones(5, 2, 8)
    dropped = model._dropout(x, torch.Generator().manual_seed(1))
    assert set(dropped.unique().tolist()) == {0.0, 2.0}
    assert (dropped == dropped[0]).all()
    model.eval()
    assert torch.equal(model._dropout(x, None), x)


def test_a_new_model_is_about_as_unsure_as_its_vocabulary_is_large():
    model = LanguageModel(ModelConfig(units=16, embedding=16), 5_000)
    h, _ = model(torch.tensor([[1]]), model.zero_state(1))
    assert model.table.loss(h[0], torch.tensor([1])).item() < 2 * math.log(5_000)
