"""The part of a text that is set aside, never trained on, and used to see how good the model is.

Shape letter: N tokens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from textgen.engine.corpus import Corpus
from textgen.engine.ids import Collector, Ids, counted, gather
from textgen.engine.problem import Problem, noop
from textgen.engine.tokenizer import Tokenizer

LEAST = 50  # tokens to measure with
LIMIT = 50_000  # tokens; enough for a perplexity within 1 %, little enough to evaluate in a second
BLOCK_LIMIT = 2_000  # tokens


def hold_out(corpus: Corpus, valid: Corpus | None, share: float) -> tuple[Corpus, Corpus]:
    """The part to train on and the part held out, each with its own counts: nothing is learnt from the latter.

    With `valid` that is the held-out part; of a very long one, blocks from all over it. Raises Problem if it
    is too short to measure with, or if there is no room for the temporary file of a long text.
    """
    if valid is None:
        train_N, held_out_N = split(corpus.ids, share, Tokenizer.END)
        held_out = _part(corpus, held_out_N)
        return replace(corpus, ids=train_N, counts=corpus.counts - held_out.counts), held_out
    if len(valid.ids) < LEAST:
        raise Problem(
            noop("Problem", "“{name}” is too short to measure with; at least {needed} words are needed."),
            name=valid.name, needed=LEAST,
        )  # fmt: skip
    if len(valid.ids) <= LIMIT:
        return corpus, valid
    return corpus, held_out_part(valid, 1.0)


def held_out_part(corpus: Corpus, share: float) -> Corpus:
    """What `hold_out` sets aside of a text, without the rest of it: about `share` of the tokens, at most `LIMIT`."""
    spans = _spans(corpus.ids, share, Tokenizer.END)
    return _part(corpus, gather(corpus.ids[start:stop] for start, stop in spans))


def _part(corpus: Corpus, ids_N: Ids) -> Corpus:
    return replace(corpus, ids=ids_N, counts=counted(ids_N, len(corpus.types)))


def split(ids_N: Ids, share: float, end: int) -> tuple[Ids, Ids]:
    """Cut blocks from all over the text: (training part, held-out part).

    Blocks lie at even distances, so that the held-out part resembles the whole text and not its last
    chapter; they begin and finish at a paragraph's `end` where one is near. About `share` of the tokens
    are held out, at most `LIMIT`.
    """
    train, held_out = Collector(), Collector()
    done = 0
    for start, stop in _spans(ids_N, share, end):
        train.add(ids_N[done:start])
        held_out.add(ids_N[start:stop])
        done = stop
    train.add(ids_N[done:])
    return train.all(), held_out.all()


def _spans(ids_N: Ids, share: float, end: int) -> Iterator[tuple[int, int]]:
    """(start, stop) of each block that is held out, one after the other."""
    total = len(ids_N)
    wanted = min(int(total * share), LIMIT)
    blocks = max(1, min(20, wanted // 50), wanted // BLOCK_LIMIT)
    length, period = max(1, wanted // blocks), total // blocks
    done = 0
    for k in range(blocks):
        start = _near(ids_N, end, k * period + (period - length) // 2, length // 2)
        stop = max(start + 1, _near(ids_N, end, start + length, length // 2))
        yield max(start, done), max(stop, done)
        done = max(stop, done)


def _near(ids_N: Ids, end: int, position: int, reach: int) -> int:
    """The place after the `end` nearest to `position`, or `position` itself if there is none within `reach`."""
    first = max(0, position - reach - 1)
    places = np.flatnonzero(ids_N[first : position + reach] == end) + first + 1
    return int(places[np.abs(places - position).argmin()]) if len(places) else position
