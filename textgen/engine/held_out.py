"""The part of a text that is set aside, never trained on, and used to see how good the model is.

Shape letter: N tokens.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from textgen.engine.batching import Ids
from textgen.engine.corpus import Corpus
from textgen.engine.problem import Problem, noop
from textgen.engine.tokenizer import Tokenizer

LEAST = 50  # tokens to measure with
LIMIT = 50_000  # tokens; enough for a perplexity within 1 %, little enough to evaluate in a second
BLOCK_LIMIT = 2_000  # tokens


def hold_out(corpus: Corpus, valid: Corpus | None, share: float) -> tuple[Corpus, Corpus]:
    """The part to train on and the part held out, each with its own counts: nothing is learnt from the latter.

    With `valid` that is the held-out part; of a very long one, blocks from all over it. Raises Problem if it
    is too short to measure with.
    """
    if valid is None:
        train_N, held_out_N = split(corpus.ids, share, Tokenizer.END)
        return _part(corpus, train_N), _part(corpus, held_out_N)
    if len(valid.ids) < LEAST:
        raise Problem(
            noop("Problem", "“{name}” is too short to measure with; at least {needed} words are needed."),
            name=valid.name, needed=LEAST,
        )  # fmt: skip
    if len(valid.ids) <= LIMIT:
        return corpus, valid
    return corpus, _part(valid, split(valid.ids, 1.0, Tokenizer.END)[1])


def _part(corpus: Corpus, ids_N: Ids) -> Corpus:
    return replace(corpus, ids=ids_N, counts=np.bincount(ids_N, minlength=len(corpus.types)))


def split(ids_N: Ids, share: float, end: int) -> tuple[Ids, Ids]:
    """Cut blocks from all over the text: (training part, held-out part).

    Blocks lie at even distances, so that the held-out part resembles the whole text and not its last
    chapter; they begin and finish at a paragraph's `end` where one is near. About `share` of the tokens
    are held out, at most `LIMIT`.
    """
    total = len(ids_N)
    wanted = min(int(total * share), LIMIT)
    blocks = max(1, min(20, wanted // 50), wanted // BLOCK_LIMIT)
    length, period = max(1, wanted // blocks), total // blocks
    ends = np.flatnonzero(ids_N == end) + 1
    held = np.zeros(total, dtype=bool)
    for k in range(blocks):
        start = _near(ends, k * period + (period - length) // 2, length // 2)
        held[start : max(start + 1, _near(ends, start + length, length // 2))] = True
    return ids_N[~held], ids_N[held]


def _near(ends: NDArray[np.int64], position: int, reach: int) -> int:
    """The paragraph's end nearest to `position`, or `position` itself if none lies within `reach`."""
    if len(ends) == 0:
        return position
    nearest = int(ends[np.abs(ends - position).argmin()])
    return nearest if abs(nearest - position) <= reach else position
