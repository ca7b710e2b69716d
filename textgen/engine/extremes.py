"""Where each of many units is highest and where it is lowest, collected as their states come along.

Shape letters: R rows, H units, K extremes of a unit.
"""

from __future__ import annotations

import torch
from torch import Tensor

KEPT = 10  # on either side


class Extremes:
    """The `KEPT` highest and the `KEPT` lowest states of each unit, and the tokens at which they were."""

    def __init__(self, units: int) -> None:
        self._highest, self._lowest = _Highest(units), _Highest(units)

    def add(self, states_RH: Tensor, tokens_R: Tensor) -> None:
        """Look at further states and their tokens (R,)."""
        self._highest.add(states_RH, tokens_R)
        self._lowest.add(-states_RH, tokens_R)

    def highest(self, unit: int) -> tuple[tuple[int, float], ...]:
        """Tokens and states, the highest state first; fewer than `KEPT` if there were fewer."""
        return self._highest.of(unit)

    def lowest(self, unit: int) -> tuple[tuple[int, float], ...]:
        """The same, the lowest state first."""
        return tuple((token, -state) for token, state in self._lowest.of(unit))


class _Highest:
    def __init__(self, units: int) -> None:
        self._states_KH = torch.full((KEPT, units), -torch.inf)
        self._tokens_KH = torch.zeros((KEPT, units), dtype=torch.int64)

    def add(self, states_RH: Tensor, tokens_R: Tensor) -> None:
        rising = states_RH.amax(0) > self._states_KH[-1]  # soon only a few units have a new extreme
        units = torch.nonzero(rising).squeeze(1)
        states = torch.cat([self._states_KH[:, units], states_RH[:, units]])
        tokens = torch.cat([self._tokens_KH[:, units], tokens_R[:, None].expand(-1, len(units))])
        best = states.topk(KEPT, dim=0)
        self._states_KH[:, units] = best.values
        self._tokens_KH[:, units] = tokens.gather(0, best.indices)

    def of(self, unit: int) -> tuple[tuple[int, float], ...]:
        found = zip(self._tokens_KH[:, unit].tolist(), self._states_KH[:, unit].tolist(), strict=True)
        return tuple((token, state) for token, state in found if state > -torch.inf)
