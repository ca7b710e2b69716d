"""The loss of a softmax output layer and its gradients, made in one go.

The output layer is most of a training step. Here each block of rows is multiplied, normalised and turned into its
gradient while it is still in the processor's cache, in the precision asked for; torch's own chain writes and reads
the whole (N, V) table several times over, in single precision.

Shape letters: N positions, E embedding, V words.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

BLOCK = 2**19  # scores at once: 2 MiB in single precision
LEAST = 1e-37  # of a probability, so that its logarithm is a number


def cross_entropy(h_NE: Tensor, weight_VE: Tensor, bias_V: Tensor, targets_N: Tensor, precision: torch.dtype) -> Tensor:
    """The sum over N of -log softmax(h · weightᵀ + bias)[target], in nats; targets of -1 count nothing.

    With gradients, products are made in `precision` and targets of -1 are not allowed; without, all is single
    precision.
    """
    if torch.is_grad_enabled():
        total: Tensor = _CrossEntropy.apply(h_NE, weight_VE, bias_V, targets_N, precision)  # type: ignore[no-untyped-call]
        return total
    scores_NV = functional.linear(h_NE, weight_VE, bias_V)
    return functional.cross_entropy(scores_NV, targets_N, ignore_index=-1, reduction="sum")


class _CrossEntropy(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, h_NE: Tensor, weight_VE: Tensor, bias_V: Tensor, targets_N: Tensor, precision: torch.dtype
    ) -> Tensor:
        h, weight, bias = (part.to(precision) for part in (h_NE, weight_VE, bias_V))
        slopes_NV = h.new_empty(len(h), len(weight))  # of the loss, for each score: probability - [word is target]
        nats = h_NE.new_zeros(())
        rows = max(1, BLOCK // len(weight))
        blocks = zip(*(torch.split(whole, rows) for whole in (h, targets_N, slopes_NV)), strict=True)
        for h_block, targets, slopes in blocks:
            p = torch.softmax(torch.addmm(bias, h_block, weight.t()), 1, dtype=torch.float32)
            own = p.gather(1, targets.unsqueeze(1))
            nats -= own.clamp_min(LEAST).log().sum()
            slopes.copy_(p.scatter_(1, targets.unsqueeze(1), own - 1))
        ones = slopes_NV.new_ones(1, len(h))
        ctx.save_for_backward(slopes_NV @ weight, slopes_NV.t() @ h, (ones @ slopes_NV).squeeze(0))
        return nats

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        (gradient,) = gradients
        of_h, of_weight, of_bias = (saved.float().mul_(gradient) for saved in ctx.saved_tensors)
        return of_h, of_weight, of_bias, None, None
