"""The fused loss against torch's own chain."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from textgen.engine import cross_entropy as module
from textgen.engine.cross_entropy import cross_entropy

BF16, FP32 = torch.bfloat16, torch.float32


def parts(positions: int = 23, embedding: int = 8, words: int = 31) -> list[torch.Tensor]:
    torch.manual_seed(3)
    h, weight, bias = torch.randn(positions, embedding), torch.randn(words, embedding), torch.randn(words)
    return [part.requires_grad_() for part in (h, weight, bias)]


def relative(found: torch.Tensor, expected: torch.Tensor) -> float:
    return float((found - expected).norm() / expected.norm())


@pytest.mark.parametrize("precision, tolerance", [(FP32, 1e-6), (BF16, 1e-2)])
@pytest.mark.parametrize("rows", [1, 5, 1000])
def test_loss_and_gradients_are_torch_s(
    precision: torch.dtype, tolerance: float, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BLOCK", rows * 31)
    mine, theirs = parts(), parts()
    targets = torch.arange(23) % 31
    loss = cross_entropy(mine[0], mine[1], mine[2], targets, precision) / 23
    expected = functional.cross_entropy(theirs[0] @ theirs[1].t() + theirs[2], targets)
    loss.backward()
    expected.backward()
    assert relative(loss.detach(), expected.detach()) < tolerance
    for one, other in zip(mine, theirs, strict=True):
        assert one.grad is not None and other.grad is not None
        assert one.grad.dtype == FP32
        assert relative(one.grad, other.grad) < tolerance


def test_a_word_that_seemed_impossible_costs_a_finite_amount() -> None:
    h, weight, bias = parts()
    with torch.no_grad():
        bias[4] = -500.0
    loss = cross_entropy(h, weight, bias, torch.full((23,), 4), FP32)
    loss.backward()
    assert torch.isfinite(loss) and torch.isfinite(bias.grad).all()  # type: ignore[arg-type]


@torch.no_grad()
def test_without_gradients_positions_can_be_left_out() -> None:
    h, weight, bias = parts()
    targets = torch.arange(23) % 31
    some = targets.clone()
    some[10:] = -1
    whole = cross_entropy(h[:10], weight, bias, targets[:10], BF16)
    assert torch.allclose(cross_entropy(h, weight, bias, some, BF16), whole)
