"""Where a network's word table begins: at what counting the text once can tell.

A network that begins at random numbers spends its first passes on finding out how often each word occurs and which
words stand in the same surroundings. Both can be counted in a few seconds: the first becomes the bias of the output
layer, the second, by a singular value decomposition of the positive pointwise mutual information between a word and
its two neighbours (Levy and Goldberg 2014), the word vectors.

Shape letters: N tokens, V words, C neighbours told apart, E embedding.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from textgen.engine.ids import Ids, counted
from textgen.engine.model import WordTable

NEIGHBOURS = 1_000  # the most frequent words are told apart as neighbours; the others count as one
SMOOTHING = 0.75  # rare neighbours look more telling than they are; this power takes that back
COUNTED = 2_000_000  # tokens; more change little
FREQUENT = 2_000  # words, by whose vectors the size of all is set
SPREAD = 0.23  # root mean square of their numbers
UNSEEN = 0.5  # count of a word that the text does not hold


@torch.no_grad()
def begin_from_counts(table: WordTable, ids_N: Ids) -> None:
    """Set biases and word vectors of a word table from the counts of a training part.

    The vectors of a text too short to tell anything of its words stay as they are. Random numbers come from
    torch's global generator.
    """
    table.set_biases(torch.from_numpy(_frequencies(ids_N, table.words)).float())
    rank = table.vectors[0].shape[1]
    if min(table.words, 2 * NEIGHBOURS) > 2 * rank:
        table.set_vectors(word_vectors(ids_N, table.words, rank))


def _frequencies(ids_N: Ids, words: int) -> NDArray[np.float64]:
    counts = counted(ids_N, words).astype(np.float64) + UNSEEN
    return np.asarray(counts / counts.sum(), np.float64)


def word_vectors(ids_N: Ids, words: int, embedding: int) -> Tensor:
    """(V, E): words with the same neighbours get similar vectors."""
    ids_N = ids_N[:COUNTED]
    left, right = (_information(*pair, words) for pair in ((ids_N[1:], ids_N[:-1]), (ids_N[:-1], ids_N[1:])))
    table_VC = torch.cat([left, right], dim=1)
    vectors, sizes, _ = torch.svd_lowrank(table_VC, q=embedding, niter=2)
    vectors_VE = vectors * sizes.sqrt()
    return vectors_VE * (SPREAD / vectors_VE[:FREQUENT].square().mean().sqrt())


def _information(ids_N: Ids, neighbours_N: Ids, words: int) -> Tensor:
    """(V, C), sparse: by how much a neighbour is likelier beside a word than elsewhere, in nats, if it is."""
    kinds = NEIGHBOURS + 1
    pairs = ids_N.astype(np.int64) * kinds + np.minimum(neighbours_N, NEIGHBOURS)
    pairs, counts = np.unique(pairs, return_counts=True)
    places = np.stack([pairs // kinds, pairs % kinds])
    of_word, of_neighbour = (
        np.bincount(place, counts, size) for place, size in zip(places, (words, kinds), strict=True)
    )
    smoothed = of_neighbour**SMOOTHING
    expected = of_word[places[0]] * smoothed[places[1]] / smoothed.sum()
    information = np.log(counts / expected).clip(min=0).astype(np.float32)
    return torch.sparse_coo_tensor(
        torch.from_numpy(places), torch.from_numpy(information), (words, kinds), check_invariants=False
    )
