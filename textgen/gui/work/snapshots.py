"""Which models of a training stay in memory, so that one can see afterwards how it learned.

There is one at each evaluation; what they differ in most is their weights, and these take the memory.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textgen.gui.parts.unsure import MOST as LOST

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.reports import Evaluation

MOST = 12
MEGABYTES = 256  # of weights, beside those of the best and the newest

Snapshots = tuple["Checkpoint", ...]


def evaluation_of(snapshot: Checkpoint) -> Evaluation:
    """The evaluation that it was taken at."""
    return snapshot.history[-1]


def best_of(snapshots: Sequence[Checkpoint]) -> Checkpoint:
    """The one with the lowest held-out perplexity, the earliest of several. Raises ValueError where there is none."""
    return min(snapshots, key=_perplexity)


def with_newest(snapshots: Snapshots, newest: Checkpoint, seen: Checkpoint | None = None) -> Snapshots:
    """The snapshots with one more at their end, and without those that there is no room for, in the order of time.

    The newest and the best stay whatever they weigh, for they are in memory anyway, and so does the one that is `seen`.
    The first is the last to go. Of the others always the one goes without which the perplexity still falls in the
    smallest steps (as a ratio), so that the steps are about even.
    """
    kept = [*snapshots, newest]
    while _too_much(kept):
        best = best_of(kept)
        free = [i for i, one in enumerate(kept[:-1]) if one is not best and one is not seen]
        if not free:
            break
        del kept[min(free, key=lambda i: (i == 0, i and _step(kept[i - 1], kept[i + 1])))]
    return tuple(kept)


def _too_much(kept: Sequence[Checkpoint]) -> bool:
    best = best_of(kept)
    return len(kept) > MOST or sum(_bytes(one) for one in kept[:-1] if one is not best) > MEGABYTES << 20


def _step(one: Checkpoint, other: Checkpoint) -> float:
    return abs(math.log(_perplexity(one) / _perplexity(other)))


def _perplexity(snapshot: Checkpoint) -> float:
    """Between 1 and so much that it says nothing any more, even where the network has come apart."""
    found = evaluation_of(snapshot).held_out_perplexity
    return max(1.0, found) if found < LOST else LOST


def _bytes(snapshot: Checkpoint) -> int:
    return sum(weight.nbytes for weight in snapshot.weights.values())
