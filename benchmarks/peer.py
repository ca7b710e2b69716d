"""What a person would use instead: the word language model among PyTorch's examples, with its published settings.

Written anew from those settings (github.com/pytorch/examples, word_language_model), so that both programs
are measured in one process on one text. `Peer.events()` trains without end and reports each step and epoch.

Shape letters: T time steps, B columns, N tokens.
"""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

PARTS = ("train", "valid", "test")
END = "<eos>"
BATCH = 20
EVALUATION_BATCH = 10
TRUNCATION = 35
UNITS = 200  # of the embedding too, whose weights are those of the output
LAYERS = 2
DROPOUT = 0.2
RATE = 20.0
RATE_CUT = 4.0
CLIP = 0.25
INITIAL = 0.1
SEED = 1111
CELLS = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}  # torch's RNN is that with tanh

State = Tensor | tuple[Tensor, Tensor] | None


class Step(NamedTuple):
    """One step of a training: how many words it predicted in how many seconds."""

    words: int
    seconds: float


class Epoch(NamedTuple):
    """The end of a pass over the text; `seconds` are those of all passes and their evaluations until now."""

    number: int
    seconds: float
    valid_perplexity: float
    words_per_second: float


class Text:
    """The three parts of a text as numbers (N,). The vocabulary is every word of all three, trained on or not."""

    def __init__(self, folder: Path) -> None:
        self.index: dict[str, int] = {}
        self.train, self.valid, self.test = (self._numbers(folder / f"{part}.txt") for part in PARTS)

    def _numbers(self, path: Path) -> Tensor:
        with path.open(encoding="utf-8") as lines:
            words = (word for line in lines for word in [*line.split(), END])
            return torch.tensor([self.index.setdefault(word, len(self.index)) for word in words])


class Network(nn.Module):
    """Embedding, recurrent layers and an output layer over all words, tied to the embedding."""

    def __init__(self, words: int, cell: str) -> None:
        super().__init__()
        self.dropout = nn.Dropout(DROPOUT)
        self.encoder = nn.Embedding(words, UNITS)
        self.layers = CELLS[cell](UNITS, UNITS, LAYERS, dropout=DROPOUT)
        self.decoder = nn.Linear(UNITS, words)
        self.decoder.weight = self.encoder.weight
        nn.init.uniform_(self.encoder.weight, -INITIAL, INITIAL)
        nn.init.zeros_(self.decoder.bias)

    def forward(self, ids_TB: Tensor, state: State) -> tuple[Tensor, State]:
        """Scores (T, B, words) of each next word, and the state after the last; no state is that of a beginning."""
        y, state = self.layers(self.dropout(self.encoder(ids_TB)), state)
        return self.decoder(self.dropout(y)), state


class Peer:
    """One training. `seconds` is the time it has worked: its clock stands still while its reports are looked at."""

    def __init__(self, text: Text, cell: str = "lstm") -> None:
        torch.manual_seed(SEED)
        self.network = Network(len(text.index), cell)
        self.seconds = 0.0
        self._text = text
        self._optimiser = torch.optim.SGD(self.network.parameters(), RATE)
        self._best: tuple[float, Network] | None = None

    @property
    def rate(self) -> float:
        """The learning rate as it is now."""
        return float(self._optimiser.param_groups[0]["lr"])

    def events(self) -> Iterator[Step | Epoch]:
        """Train on and on."""
        for number in count(1):
            words, seconds = 0, 0.0
            for step in self._steps():
                words, seconds = words + step.words, seconds + step.seconds
                yield step
            with self._clock():
                valid = perplexity(self.network, self._text.valid)
                self.heed(valid)
            yield Epoch(number, self.seconds, valid, words / seconds)

    def epochs(self) -> Iterator[Epoch]:
        """The ends of the epochs alone."""
        return (event for event in self.events() if isinstance(event, Epoch))

    def steps(self) -> Iterator[Step]:
        """The steps alone."""
        return (event for event in self.events() if isinstance(event, Step))

    def heed(self, valid: float) -> None:
        """Keep the network if it is the best so far on the valid part, else lower the learning rate."""
        if self._best is None or valid < self._best[0]:
            self._best = valid, copy.deepcopy(self.network)
        else:
            self._optimiser.param_groups[0]["lr"] /= RATE_CUT

    def result(self) -> Network:
        """The network after its best epoch, or as it is now if that is better on the valid part.

        The example itself knows the former only; a training that is stopped amid an epoch gains by the latter.
        """
        now = perplexity(self.network, self._text.valid)
        return self.network if self._best is None or now <= self._best[0] else self._best[1]

    def _steps(self) -> Iterator[Step]:
        state: State = None
        for inputs_TB, targets_N in windows(in_columns(self._text.train, BATCH)):
            before = self.seconds
            with self._clock():
                state = self._learn(inputs_TB, targets_N, state)
            yield Step(len(targets_N), self.seconds - before)

    def _learn(self, inputs_TB: Tensor, targets_N: Tensor, before: State) -> State:
        self.network.train()
        self._optimiser.zero_grad()
        scores, state = self.network(inputs_TB, before)
        functional.cross_entropy(scores.flatten(0, 1), targets_N).backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self._optimiser.step()
        return detached(state)

    @contextmanager
    def _clock(self) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds += time.perf_counter() - began


def in_columns(ids_N: Tensor, batch: int) -> Tensor:
    """(T, B): column after column of the text; what does not fill a row is left out."""
    steps = len(ids_N) // batch
    return ids_N[: steps * batch].view(batch, steps).t().contiguous()


def windows(ids_TB: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    """Inputs (T, B) and the words that follow them (N,), window after window."""
    for start in range(0, len(ids_TB) - 1, TRUNCATION):
        window = ids_TB[start : start + TRUNCATION + 1]
        yield window[:-1], window[1:].flatten()


def detached(state: State) -> State:
    """The state without its history: the error does not go back through it."""
    if isinstance(state, tuple):
        return state[0].detach(), state[1].detach()
    return None if state is None else state.detach()


@torch.no_grad()
def perplexity(network: Network, ids_N: Tensor) -> float:
    """Of every word but the first of each column, with the state carried on."""
    network.eval()
    ids_TB = in_columns(ids_N, EVALUATION_BATCH)
    nats, state = 0.0, None
    for inputs_TB, targets_N in windows(ids_TB):
        scores, state = network(inputs_TB, state)
        nats += float(functional.cross_entropy(scores.flatten(0, 1), targets_N, reduction="sum"))
    return math.exp(min(nats / (ids_TB.numel() - EVALUATION_BATCH), 700))
