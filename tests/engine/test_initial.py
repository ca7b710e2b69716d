"""Where the word table begins."""

import numpy as np
import pytest
import torch

from textgen.engine import initial
from textgen.engine import model as models
from textgen.engine.initial import begin_from_counts, word_vectors
from textgen.engine.model import WordTable, group_shapes


@pytest.fixture
def ids():
    """Words 2-11 stand between 20 and 21, words 12-19 between 30 and 31; the rest is anywhere."""
    random = np.random.default_rng(2)
    runs = []
    for _ in range(3_000):
        runs += [20, random.integers(2, 12), 21] if random.random() < 0.6 else [30, random.integers(12, 20), 31]
        runs.append(random.integers(32, 300))
    return np.array(runs, np.int32)


@torch.no_grad()
def test_without_a_hidden_vector_each_word_is_as_likely_as_it_was_frequent(ids, monkeypatch):
    monkeypatch.setattr(models, "HEAD", 40)
    monkeypatch.setattr(models, "WHOLE", 80)
    table = WordTable(group_shapes(310, 16), 16)
    assert len(table.ends) > 2
    begin_from_counts(table, ids)
    p_V = table.log_probabilities(torch.zeros(1, 16))[0].exp().numpy()
    counts = np.bincount(ids, minlength=310) + initial.UNSEEN
    assert p_V == pytest.approx(counts / counts.sum(), rel=1e-3)


def test_words_with_the_same_neighbours_get_similar_vectors(ids):
    torch.manual_seed(0)
    vectors = word_vectors(ids, 310, 16)
    unit = vectors / vectors.norm(dim=1, keepdim=True)
    alike = (unit[2:12] @ unit[2:12].t()).mean()
    unlike = (unit[2:12] @ unit[12:20].t()).mean()
    assert alike > 0.8 > 0.3 > unlike


def test_a_text_of_few_words_begins_at_random_vectors():
    table = WordTable(group_shapes(20, 16), 16)
    before = table.vectors[0].detach().clone()
    begin_from_counts(table, np.arange(20, dtype=np.int32))
    assert torch.equal(table.vectors[0], before)
