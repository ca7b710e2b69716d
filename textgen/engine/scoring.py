"""How good a model is on a text: perplexity and hit rates.

Shape letters: T time steps, B columns, N = T·B positions, E embedding, V words.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from textgen.engine.batching import columns
from textgen.engine.ids import Ids
from textgen.engine.model import LanguageModel, State

COLUMNS = 32
COLUMN_LENGTH = 100  # tokens at least
WARM = 50  # tokens that each column reads before its own, so that its first words have something to follow
WINDOW = 25  # time steps at once: more are hardly faster and take more memory
CHUNK = 2**19  # numbers at once where each position needs a row as long as the vocabulary


@dataclass(frozen=True)
class Score:
    """Perplexity over all tokens, paragraph ends and unknown words included; hit rates from 0 to 1."""

    tokens: int
    unknown: int
    perplexity: float
    hits: dict[int, float]


def perplexity_of(nats: float, tokens: int) -> float:
    """exp of the mean of -log p; infinite where that is too large for a number."""
    mean = nats / max(tokens, 1)
    return math.exp(mean) if mean < 700 else math.inf


@torch.no_grad()
def hidden_columns(model: LanguageModel, ids_N: Ids, end: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Read a text with the state carried on: (vectors (T, B, E), targets (T, B)), window after window.

    The text begins after a paragraph's end, and each of its tokens is a target once; targets of -1 only
    fill the last column. The model is in evaluation mode whenever it computes, and is left as it was.
    """
    batch = max(1, min(COLUMNS, len(ids_N) // COLUMN_LENGTH))
    state = model.zero_state(batch)
    for inputs_TB, targets_TB in columns(ids_N, batch, WARM if batch > 1 else 0, end, WINDOW):
        training = model.training
        model.eval()
        h_TBE, state = model(torch.from_numpy(inputs_TB).long().to(model.device), state)
        model.train(training)
        if (targets_TB < 0).all():
            _forget_first(state)
        yield h_TBE, torch.from_numpy(targets_TB).long().to(model.device)


def _forget_first(state: State) -> None:
    """The first column has no tokens before its own: after the others have warmed up, it begins."""
    for layer in state:
        for part_BH in layer:
            part_BH[..., 0, :] = 0.0


def hidden_windows(model: LanguageModel, ids_N: Ids, end: int) -> Iterator[tuple[Tensor, Tensor]]:
    """The same as (vectors (N, E), targets (N,))."""
    for h_TBE, targets_TB in hidden_columns(model, ids_N, end):
        yield h_TBE.flatten(0, 1), targets_TB.flatten()


@torch.no_grad()
def losses(model: LanguageModel, ids_N: Ids, end: int) -> Iterator[float]:
    """The loss of a text in nats, window by window; their sum is the text's."""
    for h_NE, targets_N in hidden_windows(model, ids_N, end):
        yield float(model.table.loss(h_NE, targets_N))


@torch.no_grad()
def score(model: LanguageModel, ids_N: Ids, end: int, unknown: int, tops: tuple[int, ...] = (1, 3, 5)) -> Score:
    """Perplexity and, for each k of `tops`, how often the word was among the k likeliest."""
    nats, unknowns, hits = 0.0, 0, dict.fromkeys(tops, 0)
    rows = max(1, CHUNK // model.table.words)
    for h_NE, targets_N in hidden_windows(model, ids_N, end):
        kept = targets_N >= 0
        unknowns += int((targets_N == unknown).sum())
        for h, targets in zip(torch.split(h_NE[kept], rows), torch.split(targets_N[kept], rows), strict=True):
            logs = model.table.log_probabilities(h)
            own = logs.gather(1, targets.unsqueeze(1))
            nats -= float(own.double().sum())
            rank = (~(logs <= own)).sum(dim=1)  # a probability that is no number hits nothing
            for k in tops:
                hits[k] += int((rank < k).sum())
    tokens = len(ids_N)
    rates = {k: count / max(tokens, 1) for k, count in hits.items()}
    return Score(tokens, unknowns, perplexity_of(nats, tokens), rates)
