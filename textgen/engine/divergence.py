"""How far two distributions over the words lie apart.

Shape letters: V words, R distributions.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

_ROWS = 16  # compared at once: so many stay in the processor's cache
_LEAST = 1e-30  # of a sum of two probabilities; below it both count as none
_MOST = 1 - 2**-24  # of a difference in single precision, so that no logarithm is infinite


def jensen_shannon(p_V: Tensor, q_RV: Tensor) -> Tensor:
    """(R,): the Jensen-Shannon divergence of each q from p in bits (Lin 1991).

    It is 0 where they are the same, 1 where no word is possible in both, and as far from p to q as from q to p.
    """
    parts = [_divergence(p_V, some) for some in torch.split(q_RV, _ROWS)]
    return torch.cat(parts).clamp_(0.0, 1.0) if parts else q_RV.new_zeros(0)


def _divergence(p_V: Tensor, q_RV: Tensor) -> Tensor:
    """Half of Σ p log(p/m) + q log(q/m), where m is their mean.

    With d = (p - q) / (p + q), p/m is 1 + d and q/m is 1 - d: so even a small divergence is exact in single precision.
    """
    d_RV = ((p_V - q_RV) / (p_V + q_RV).clamp_(min=_LEAST)).clamp_(-_MOST, _MOST)
    nats_R = (p_V * d_RV.log1p()).sum(1) + (q_RV * d_RV.neg().log1p_()).sum(1)
    return nats_R / (2 * math.log(2))
