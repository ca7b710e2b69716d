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
ROWS = 32  # rows come in multiples of so many: oneDNN makes and keeps a kernel for each shape that it meets
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
        count, words = len(h_NE), len(weight_VE)
        weight, bias = weight_VE.to(precision), bias_V.to(precision)
        missing = -count % ROWS
        h = functional.pad(h_NE.to(precision), (0, 0, 0, missing))
        slopes_NV = h.new_empty(len(h), words)  # of the loss, for each score: probability - [word is target]
        rows = max(1, BLOCK // words) if h.device.type == "cpu" else len(h)
        for h_block, p in zip(torch.split(h, rows), torch.split(slopes_NV, rows), strict=True):
            torch.softmax(torch.addmm(bias, h_block, weight.t()), 1, out=p)
        own = torch.arange(count, device=h.device) * words + targets_N
        own_p_N = slopes_NV.view(-1)[own]
        slopes_NV.view(-1)[own] = own_p_N - 1
        slopes_NV[count:] = 0
        nats = -own_p_N.float().clamp_min(LEAST).log().sum()
        ctx.save_for_backward((slopes_NV @ weight)[:count], slopes_NV.t() @ h, slopes_NV.sum(0))
        return nats

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        (gradient,) = gradients
        of_h, of_weight, of_bias = (saved.float().mul_(gradient) for saved in ctx.saved_tensors)
        return of_h, of_weight, of_bias, None, None
