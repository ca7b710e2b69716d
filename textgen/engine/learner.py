"""The network, its optimiser and its text: one step of learning at a time.

Shape letters: T time steps, B columns, N = T·B positions, E embedding.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

from textgen.engine.batching import Ids, TokenStream
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.model import LanguageModel, State
from textgen.engine.tokenizer import Tokenizer

POSITIONS = 32_768  # words in one window, in all columns together: what an ordinary memory holds
FRESH_STARTS = 0.1  # share of the columns that begin a window without a memory


class Learner:
    """Truncated back-propagation through time over a training part, with every random number from the seed."""

    def __init__(self, ids_N: Ids, tokenizer: Tokenizer, model: ModelConfig, train: TrainConfig) -> None:
        self._config = train
        rare = np.bincount(ids_N, minlength=len(tokenizer)) == 1
        batch = min(train.batch, max(1, POSITIONS // train.truncation))
        self.stream = TokenStream(ids_N, batch, train.truncation, rare, Tokenizer.UNKNOWN)
        self._pass_random = np.random.default_rng(train.seed)
        self._random = torch.Generator().manual_seed(train.seed)
        with torch.random.fork_rng(devices=()):
            torch.manual_seed(train.seed)
            self.model = LanguageModel(model, len(tokenizer))
        self._optimiser = torch.optim.AdamW(self.model.parameters(), weight_decay=train.weight_decay, fused=True)
        self._state: State = self.model.zero_state(self.stream.batch)
        self._kept: tuple[dict[str, torch.Tensor], dict[str, Any]] | None = None

    def windows(self) -> Iterator[Ids]:
        """Window after window (T + 1, B), pass after pass, without end."""
        while True:
            yield from self.stream.one_pass(self._pass_random)

    def learn(self, window_TB: Ids, rate: float) -> tuple[float, int]:
        """One step at `rate` times the learning rate: (loss in nats, summed; how many words were predicted).

        The hidden state is carried from window to window, the gradient is not.
        """
        self.model.train()
        window = torch.from_numpy(window_TB.astype(np.int64))
        h_TBE, state = self.model(window[:-1], self._forget_some(), self._random)
        self._state = [tuple(part.detach() for part in layer) for layer in state]
        targets_N = window[1:].flatten()
        nats = self.model.table.loss(h_TBE.flatten(0, 1), targets_N)
        self._descend(nats / len(targets_N), rate)
        return float(nats.detach()), len(targets_N)

    def _forget_some(self) -> State:
        """The state carried on, but in some columns that of a fresh start.

        Every prompt is read from a fresh start; a model that has only ever seen the state of a long text
        is lost there.
        """
        kept_B1 = torch.empty(self.stream.batch, 1).bernoulli_(1 - FRESH_STARTS, generator=self._random)
        return [tuple(part * kept_B1 for part in layer) for layer in self._state]

    def _descend(self, loss: torch.Tensor, rate: float) -> None:
        for group in self._optimiser.param_groups:
            group["lr"] = self._config.learning_rate * rate
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), self._config.clip)
        if torch.isfinite(norm):  # one step of infinite length would leave nothing of the model
            self._optimiser.step()

    def keep(self) -> None:
        """Remember weights and optimiser as they are."""
        weights = {name: tensor.clone() for name, tensor in self.model.state_dict().items()}
        self._kept = weights, copy.deepcopy(self._optimiser.state_dict())

    def go_back(self) -> None:
        """Return to what `keep` remembered last."""
        if self._kept is not None:
            weights, optimiser = self._kept
            self.model.load_state_dict(weights)
            self._optimiser.load_state_dict(copy.deepcopy(optimiser))
