"""Going on from a trained model: the same weights, and room for the words of another text.

The words that a model knows keep their numbers and vectors. New words become one further group of its word table;
each begins near the known words that stand in the same surroundings in the new text.

Shape letters: N tokens, V words, M new words, E embedding.
"""

from __future__ import annotations

import torch
from torch import Tensor

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig
from textgen.engine.corpus import Corpus
from textgen.engine.ids import Ids, counted
from textgen.engine.initial import UNSEEN, word_vectors
from textgen.engine.model import NARROWING, LanguageModel, shapes_of
from textgen.engine.tokenizer import Tokenizer

OFTEN = 3  # times a known word has to stand in the new text to show where its neighbours belong
RIDGE = 1e-3  # keeps the map from one space to the other from following the noise


def grown_tokenizer(start: Checkpoint, corpus: Corpus, size: int, min_count: int) -> Tokenizer:
    """The model's words and, after them, at most `size` new ones that stand in the text `min_count` times or more."""
    fitted = Tokenizer.fit(corpus, size, min_count)
    counts = dict(zip(start.words, start.counts, strict=True))
    for word, count in zip(fitted.words, fitted.counts, strict=True):
        counts[word] = counts.get(word, 0) + count
    return Tokenizer(list(counts), list(counts.values()))


@torch.no_grad()
def grown_model(start: Checkpoint, config: ModelConfig, tokenizer: Tokenizer, ids_N: Ids) -> LanguageModel:
    """The network of a checkpoint, with a group for the words that the tokenizer has more.

    `config` has the checkpoint's cell, units, layers and embedding.
    """
    shapes = shapes_of(start)
    known, words = sum(size for size, _ in shapes), len(tokenizer)
    if words > known:
        shapes.append((words - known, max(1, config.embedding // NARROWING)))
    model = LanguageModel(config, words, shapes)
    for name, tensor in model.state_dict().items():
        if name in start.weights:
            weight = torch.tensor(start.weights[name])
            tensor[: len(weight)] = weight  # of what has grown, the old part
    if words > known:
        _begin_group(model, ids_N, known)
    return model


def _begin_group(model: LanguageModel, ids_N: Ids, known: int) -> None:
    """Biases from the counts of the new words, vectors from their neighbours."""
    table = model.table
    last = len(table.ends) - 2
    counts_V = torch.from_numpy(counted(ids_N, table.words) + UNSEEN).float()
    table.group_bias[last] = (counts_V[known:].sum() / counts_V.sum()).log()
    table.bias[known:] = (counts_V[known:] / counts_V[known:].sum()).log()
    often = torch.nonzero(counts_V[:known] >= OFTEN).squeeze(1)
    rank = min(model.config.embedding, len(often) // 4, table.words)
    if rank:
        placed_ME = _placed(model, word_vectors(ids_N, table.words, rank), often, known)
        table.set_group(last, placed_ME)
        table.group_vectors[last] = placed_ME.mean(dim=0)


def _placed(model: LanguageModel, found_VR: Tensor, often: Tensor, known: int) -> Tensor:
    """(M, E): the new words in the model's own space, by the map that best carries the frequent known words there."""
    theirs, ours = found_VR[often], model.table.embed(often)
    square = theirs.t() @ theirs
    square += RIDGE * square.diagonal().mean() * torch.eye(len(square))
    carried: Tensor = found_VR[known:] @ torch.linalg.solve(square, theirs.t() @ ours)
    return carried
