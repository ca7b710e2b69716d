"""The network, its optimiser and its text: one step of learning at a time.

Shape letters: T time steps, B columns, N = T·B positions, E embedding.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor

from textgen.engine import heap
from textgen.engine.batching import TokenStream
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.computing import PRECISIONS
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.growing import grown_model
from textgen.engine.ids import Ids, counted
from textgen.engine.initial import begin_from_counts
from textgen.engine.model import LanguageModel, State
from textgen.engine.optimiser import adamw
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.unfinished import KEPT, Learning

SLOWER = 0.5  # of the learning rate, after a setback
FRESH_STARTS = 0.1  # share of the columns that begin a window without a memory


class Learner:
    """Truncated back-propagation through time over a training part, with every random number from the seed."""

    def __init__(
        self, ids_N: Ids, tokenizer: Tokenizer, model: ModelConfig, train: TrainConfig, start: Checkpoint | None = None
    ) -> None:
        """Device, precision and threads are settled in `train`. With `start` the network is that of a checkpoint, whose words
        the tokenizer begins with.
        """
        self._config = train
        torch.set_num_threads(train.threads)
        rare = counted(ids_N, len(tokenizer)) == 1
        self.stream = TokenStream(ids_N, train.batch, train.truncation, rare, Tokenizer.UNKNOWN)
        self._pass_random = np.random.default_rng(train.seed)
        self._pass_began, self._done = self._pass_random.bit_generator.state, 0  # and windows read since
        self._random = torch.Generator(train.device).manual_seed(train.seed)
        with torch.random.fork_rng(devices=()):
            torch.manual_seed(train.seed)
            network = grown_model(start, model, tokenizer, ids_N) if start else _new(model, tokenizer, ids_N)
        self.model = network.to(train.device)
        self._precision = PRECISIONS[train.precision]
        self.model.compute_in(self._precision)
        self._optimiser = adamw(self.model, train.weight_decay)
        self._rate = train.learning_rate
        self._state: State = self.model.zero_state(self.stream.batch)
        self._kept: tuple[dict[str, Any], dict[str, Any]]
        self.keep()
        heap.trim()  # preparing takes more than learning does

    def windows(self) -> Iterator[Ids]:
        """Window after window (T + 1, B), pass after pass, without end."""
        while True:
            self._pass_began = self._pass_random.bit_generator.state
            for window_TB in self.stream.one_pass(self._pass_random, self._done):
                self._done += 1
                yield window_TB
            self._done = 0

    def learn(self, window_TB: Ids, rate: float) -> tuple[float, int]:
        """One step at `rate` times the learning rate: (loss in nats, summed; how many words were predicted).

        The hidden state is carried from window to window, the gradient is not.
        """
        nats, self._state = self._gradient(window_TB, self._forget_some(), self._random)
        if not math.isfinite(nats):  # a state that is no number would never become one again
            self._state = self.model.zero_state(self.stream.batch)
        self._descend(rate)
        return nats, window_TB[1:].size

    def _gradient(self, window_TB: Ids, state: State, random: torch.Generator) -> tuple[float, State]:
        """The loss of a window, in nats, and the state after it; the gradient of their mean is with the weights."""
        self.model.train()
        window = torch.from_numpy(window_TB.astype(np.int64)).to(self.model.device)
        h_TBE, after = self.model(window[:-1], state, random)
        targets_N = window[1:].flatten()
        nats = self.model.table.loss(h_TBE.flatten(0, 1), targets_N, self._precision)
        self._optimiser.zero_grad()
        (nats / len(targets_N)).backward()  # type: ignore[no-untyped-call]
        return float(nats.detach()), [tuple(part.detach() for part in layer) for layer in after]

    def _forget_some(self) -> State:
        """The state carried on, but in some columns that of a fresh start.

        Every prompt is read from a fresh start; a model that has only ever seen the state of a long text
        is lost there.
        """
        kept_B1 = torch.empty(self.stream.batch, 1, device=self.model.device).bernoulli_(
            1 - FRESH_STARTS, generator=self._random
        )
        return [tuple(part * kept_B1 for part in layer) for layer in self._state]

    def _descend(self, rate: float) -> None:
        for group in self._optimiser.param_groups:
            group["lr"] = self._rate * rate
        norm = torch.nn.utils.clip_grad_norm_(self.model.parameters(), self._config.clip)
        if torch.isfinite(norm):  # one step of infinite length would leave nothing of the model
            self._optimiser.step()

    def keep(self) -> None:
        """Remember weights and optimiser as they are."""
        self._kept = {}, {}  # so that there are never two copies of them
        self._kept = copy.deepcopy((self.model.state_dict(), self._optimiser.state_dict()))

    def finish(self) -> None:
        """Give up what only further steps need, which is most of the memory; the model stays."""
        self._kept = {}, {}
        self._optimiser.state.clear()
        self._optimiser.zero_grad()

    def slow_down(self) -> float:
        """Go back, forget the text so far, and make half the steps from now on: the learning rate to go on with."""
        self.go_back()
        self._state = self.model.zero_state(self.stream.batch)
        self._rate *= SLOWER
        return self._rate

    def go_back(self) -> None:
        """Return to what `keep` remembered last."""
        weights, optimiser = self._kept
        self.model.load_state_dict(weights)
        self._optimiser.load_state_dict(copy.deepcopy(optimiser))

    def state(self) -> Learning:
        """Copies of all that the next step depends on, but for the weights as they are."""
        weights, optimiser = self._kept
        parts = {
            "random": self._random.get_state(),
            **{f"state.{k}.{n}": part for k, layer in enumerate(self._state) for n, part in enumerate(layer)},
            **_named("optimiser", self._optimiser.state_dict()),
            **{KEPT + name: weight for name, weight in weights.items()},
            **_named("kept.optimiser", optimiser),
        }
        arrays = {name: part.detach().cpu().numpy().copy() for name, part in parts.items()}
        return Learning(self._rate, self._pass_began, self._done, arrays)

    def restore(self, left: Learning) -> None:
        """Go on from a `state`, with the weights of then. Raises Exception where it is not one of this network."""
        self._rate, self._pass_began, self._done = left.rate, left.pass_began, left.done
        self._pass_random.bit_generator.state = left.pass_began
        arrays = {name: torch.tensor(array) for name, array in left.arrays.items()}
        self._random.set_state(arrays["random"])
        for k, layer in enumerate(self._state):
            for n, part in enumerate(layer):
                part.copy_(arrays[f"state.{k}.{n}"])
        groups = self._optimiser.state_dict()["param_groups"]
        self._optimiser.load_state_dict({"state": _numbered("optimiser", arrays), "param_groups": groups})
        weights = {name: arrays[KEPT + name] for name in self.model.state_dict()}
        self._kept = weights, {"state": _numbered("kept.optimiser", arrays), "param_groups": groups}


def _new(config: ModelConfig, tokenizer: Tokenizer, ids_N: Ids) -> LanguageModel:
    model = LanguageModel(config, len(tokenizer))
    begin_from_counts(model.table, ids_N)
    return model


def _named(what: str, optimiser: dict[str, Any]) -> dict[str, Tensor]:
    """What an optimiser remembers of each weight, as "what.number.kind"."""
    return {f"{what}.{k}.{kind}": part for k, kinds in optimiser["state"].items() for kind, part in kinds.items()}


def _numbered(what: str, arrays: dict[str, Tensor]) -> dict[int, dict[str, Tensor]]:
    """The reverse of `_named`: by number and kind."""
    found: dict[int, dict[str, Tensor]] = {}
    for name, array in arrays.items():
        if name.startswith(f"{what}."):
            number, kind = name.removeprefix(f"{what}.").split(".")
            found.setdefault(int(number), {})[kind] = array
    return found
