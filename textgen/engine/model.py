"""The language model: words → embedding → recurrent layers → probability of each next word.

Shape letters: T time steps, B columns, N = T·B positions, E embedding, H units, V words.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from textgen.engine.cells import CELLS, LayerState
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig
from textgen.engine.cross_entropy import cross_entropy
from textgen.engine.problem import Problem, noop

State = list[LayerState]  # one entry a layer

HEAD = 2_000  # words in the first group
GROWTH, LATER = 5, 2.5  # the second group ends at so many times more words, each further one at so many times more
WHOLE = 2 * HEAD  # up to here one group is as fast as several
NARROWING = 4  # each further group's vectors are so many times shorter
NARROWEST = 8


def group_ends(words: int) -> list[int]:
    """Where the groups of words end, most frequent first; the last is `words`."""
    if words <= WHOLE:
        return [words]
    ends = [HEAD, GROWTH * HEAD]
    while ends[-1] < words:
        ends.append(int(LATER * ends[-1]))
    return [*(end for end in ends if end < words), words]


def group_shapes(words: int, embedding: int) -> list[tuple[int, int]]:
    """(how many words, how long their vectors) of each group."""
    ends = group_ends(words)
    sizes = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    return [(size, max(min(NARROWEST, embedding), embedding // NARROWING**k)) for k, size in enumerate(sizes)]


class WordTable(nn.Module):
    """Word vectors that serve as input embedding and, tied, as output layer.

    An adaptive softmax (Grave et al. 2017) whose groups share their vectors with an adaptive input
    embedding (Baevski and Auli 2019): the cost of a word hardly grows with the vocabulary, because the
    rare words stand in groups that are looked at only when needed, with shorter vectors.
    """

    def __init__(self, shapes: Sequence[tuple[int, int]], embedding: int) -> None:
        """`shapes` are those that `group_shapes` gives; further groups may follow for words that came later."""
        super().__init__()
        sizes, widths = zip(*shapes, strict=True)
        self.ends = list(itertools.accumulate(sizes))
        self.words = self.ends[-1]
        self.vectors = nn.ParameterList(nn.Parameter(torch.empty(*shape).uniform_(-0.1, 0.1)) for shape in shapes)
        self.bias = nn.Parameter(torch.zeros(self.words))
        groups = len(self.ends) - 1
        self.group_vectors = nn.Parameter(torch.empty(groups, embedding).uniform_(-0.1, 0.1))
        self.group_bias = nn.Parameter(torch.zeros(groups))
        self.widen = nn.ModuleList(nn.Linear(width, embedding, bias=False) for width in widths[1:])
        self.narrow = nn.ModuleList(nn.Linear(embedding, width, bias=False) for width in widths[1:])

    def _groups(self) -> list[tuple[int, int, int]]:
        """(index of the group, first word, end) for the groups after the first."""
        return [(k, self.ends[k], self.ends[k + 1]) for k in range(len(self.ends) - 1)]

    def set_biases(self, frequencies_V: Tensor) -> None:
        """Make each word as likely as its frequency where the hidden vector says nothing; they sum to 1."""
        self.bias.copy_(frequencies_V.log())
        for k, start, end in self._groups():
            share = frequencies_V[start:end].sum().log()
            self.group_bias[k] = share
            self.bias[start:end] -= share

    def set_vectors(self, vectors_VE: Tensor) -> None:
        """Begin with these word vectors; in a further group with the best shorter ones and what widens them again."""
        self.vectors[0].copy_(vectors_VE[: self.ends[0]])
        for k, start, end in self._groups():
            self.set_group(k, vectors_VE[start:end])

    def set_group(self, k: int, vectors_ME: Tensor) -> None:
        """Begin with these vectors for the M words of the further group `k`, as near as its shorter ones come to them."""
        rank = min(self.vectors[k + 1].shape)
        left, sizes, right = torch.svd_lowrank(vectors_ME, q=rank)
        widening = right * sizes.sqrt()
        self.vectors[k + 1][:, :rank] = left * sizes.sqrt()
        self.widen[k].get_parameter("weight")[:, :rank] = widening
        self.narrow[k].get_parameter("weight")[:rank] = widening.t()

    def embed(self, ids: Tensor) -> Tensor:
        """Word vectors of any shape of ids, with E added as the last dimension."""
        flat_N = ids.reshape(-1)
        x_NE = functional.embedding(flat_N.clamp(max=self.ends[0] - 1), self.vectors[0])
        for k, start, end in self._groups():
            places = torch.nonzero((flat_N >= start) & (flat_N < end)).squeeze(1)
            if len(places):
                rows = functional.embedding(flat_N[places] - start, self.vectors[k + 1])
                x_NE = x_NE.index_copy(0, places, self.widen[k](rows))
        return x_NE.reshape(*ids.shape, -1)

    def _head(self, h_NE: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Input, weight and bias for the scores of the first group's words and, after them, of each further group."""
        bias = torch.cat([self.bias[: self.ends[0]], self.group_bias])
        return h_NE, torch.cat([self.vectors[0], self.group_vectors]), bias

    def _tail(self, k: int, h_NE: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The same for the words inside a further group."""
        return self.narrow[k](h_NE), self.vectors[k + 1], self.bias[self.ends[k] : self.ends[k + 1]]

    def loss(self, h_NE: Tensor, targets_N: Tensor, precision: torch.dtype = torch.float32) -> Tensor:
        """The sum over N of -log p(target), in nats; products are made in `precision` where gradients are wanted.

        Targets of -1 count nothing; with gradients there may be none.
        """
        head_targets_N = targets_N.clone()
        total: Tensor = h_NE.new_zeros(())
        for k, start, end in self._groups():
            places = torch.nonzero((targets_N >= start) & (targets_N < end)).squeeze(1)
            head_targets_N[places] = self.ends[0] + k
            if len(places):
                inside = targets_N[places] - start
                total = total + cross_entropy(*self._tail(k, h_NE[places]), inside, precision)
        return total + cross_entropy(*self._head(h_NE), head_targets_N, precision)

    def log_probabilities(self, h_NE: Tensor) -> Tensor:
        """(N, V): the natural logarithm of the probability of each word."""
        head = functional.log_softmax(functional.linear(*self._head(h_NE)), dim=1)
        parts = [head[:, : self.ends[0]]]
        for k, _, _ in self._groups():
            inside = functional.log_softmax(functional.linear(*self._tail(k, h_NE)), dim=1)
            parts.append(inside + head[:, self.ends[0] + k].unsqueeze(1))
        return torch.cat(parts, dim=1)


class LanguageModel(nn.Module):
    """`config.layers` recurrent layers between the word table's two sides."""

    def __init__(self, config: ModelConfig, words: int, shapes: Sequence[tuple[int, int]] | None = None) -> None:
        """`shapes` are the groups of the word table, if they are not those that so many words have at first."""
        super().__init__()
        self.config = config
        self.table = WordTable(shapes or group_shapes(words, config.embedding), config.embedding)
        inputs = [config.embedding] + [config.units] * (config.layers - 1)
        self.layers = nn.ModuleList(CELLS[config.cell](size, config.units) for size in inputs)
        same = config.units == config.embedding
        self.project = nn.Identity() if same else nn.Linear(config.units, config.embedding)

    def compute_in(self, precision: torch.dtype) -> None:
        """Make the products of the recurrent layers in this precision; a model of a file begins in single precision."""
        for layer in self.layers:
            layer.precision = precision  # type: ignore[assignment]

    @property
    def device(self) -> torch.device:
        return self.table.bias.device

    def zero_state(self, batch: int) -> State:
        return [layer.zero_state(batch) for layer in self.layers]  # type: ignore[operator]

    def forward(self, ids_TB: Tensor, state: State, random: torch.Generator | None = None) -> tuple[Tensor, State]:
        """Hidden vectors (T, B, E) for the word table, and the state after the last word.

        In training mode dropout draws from `random`.
        """
        x = self._dropout(self.table.embed(ids_TB), random)
        after: State = []
        for layer, before in zip(self.layers, state, strict=True):
            x, layer_state = layer(x, before)
            x = self._dropout(x, random)
            after.append(layer_state)
        return self.project(x), after

    def _dropout(self, x_TBE: Tensor, random: torch.Generator | None) -> Tensor:
        """Variational dropout (Gal and Ghahramani 2016): one mask for all time steps of a column."""
        share = self.config.dropout
        if not self.training or share == 0:
            return x_TBE
        mask_1BE = torch.empty_like(x_TBE[:1]).bernoulli_(1 - share, generator=random)
        return x_TBE * mask_1BE.div_(1 - share)


def shapes_of(checkpoint: Checkpoint) -> list[tuple[int, int]]:
    """The groups of words that a checkpoint's weights tell of; none where there are no word vectors."""
    prefix, count = "table.vectors.", sum(name.startswith("table.vectors.") for name in checkpoint.weights)
    found = [checkpoint.weights[name].shape for k in range(count) if (name := f"{prefix}{k}") in checkpoint.weights]
    return [(shape[0], shape[1]) for shape in found if len(shape) == 2]


def weights_of(model: LanguageModel) -> dict[str, NDArray[np.float32]]:
    """Copies of all weights by name."""
    return {name: tensor.detach().cpu().numpy().copy() for name, tensor in model.state_dict().items()}


def restore(checkpoint: Checkpoint) -> LanguageModel:
    """The model of a checkpoint, ready to predict. Raises Problem where weights and settings do not fit."""
    words = len(checkpoint.words) + 2  # and the unknown word and the paragraph's end
    shapes = shapes_of(checkpoint)
    with torch.device("meta"):  # nothing is allocated before the shapes are known to fit
        model = LanguageModel(checkpoint.model, words, shapes)
    expected = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}
    if model.table.words != words or expected != {name: weight.shape for name, weight in checkpoint.weights.items()}:
        raise Problem(
            noop("Problem", "This model's weights do not fit its settings, so it cannot be opened. Copy the file again from where it came from.")
        )  # fmt: skip
    model.load_state_dict({name: torch.tensor(w) for name, w in checkpoint.weights.items()}, assign=True)
    return model.eval().requires_grad_(False)
