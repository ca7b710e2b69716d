"""The memory curve over many passages."""

import itertools

import numpy as np
import pytest

from textgen.engine.held_out import held_out_part, hold_out
from textgen.engine.memory_curve import PASSAGES, curve, memory_curve
from textgen.engine.model import restore
from textgen.engine.remembering import frequencies
from textgen.engine.swapping import REACH, Swapper
from textgen.engine.tokenizer import Tokenizer


@pytest.fixture(scope="module")
def swapper(trained) -> Swapper:
    return Swapper(restore(trained), frequencies(Tokenizer(trained.words, trained.counts)))


def test_it_gets_finer_with_each_passage(swapper: Swapper, trained, tiny_corpus) -> None:
    ids_N = Tokenizer(trained.words, trained.counts).encode_corpus(tiny_corpus)
    curves = list(memory_curve(swapper, ids_N, Tokenizer.END))
    assert [one.passages for one in curves] == list(range(1, len(ids_N) // REACH + 1))
    assert {one.of for one in curves} == {len(ids_N) // REACH}
    last = curves[-1]
    assert len(last.mean_K) == REACH
    assert (last.low_K <= last.mean_K).all()
    assert (last.mean_K <= last.high_K).all()
    assert last.mean_K[:10].mean() > 5 * last.mean_K[-10:].mean(), "what matters here lies near"


def test_the_interval_narrows_with_more_passages() -> None:
    bits_PK = np.random.default_rng(1).exponential(1.0, (200, 3))
    few, many = curve(bits_PK[:20], 200), curve(bits_PK, 200)
    assert (many.high_K - many.low_K < (few.high_K - few.low_K) / 2).all()


def test_it_is_the_same_each_time(swapper: Swapper) -> None:
    ids_N = np.arange(300, dtype=np.int32) % 12
    one, other = (next(itertools.islice(memory_curve(swapper, ids_N, Tokenizer.END), 2, None)) for _ in range(2))
    assert (one.mean_K == other.mean_K).all()
    assert (one.high_K == other.high_K).all()


def test_short_texts(swapper: Swapper) -> None:
    assert list(memory_curve(swapper, np.empty(0, np.int32), Tokenizer.END)) == []
    (only,) = memory_curve(swapper, np.array([5, 6, 7], np.int32), Tokenizer.END)
    assert (len(only.mean_K), only.passages) == (3, 1)
    assert (only.low_K == only.mean_K).all()


def test_there_is_a_most_of_passages(swapper: Swapper) -> None:
    first = next(memory_curve(swapper, np.full((PASSAGES + 9) * REACH, 5, np.int32), Tokenizer.END))
    assert first.of == PASSAGES


def test_the_interval_holds_the_true_mean_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(4)
    held = 0
    for _ in range(200):
        found = curve(random.exponential(1.0, (60, 1)), 60)
        held += bool(found.low_K[0] <= 1.0 <= found.high_K[0])
    assert 0.88 < held / 200 < 0.99


def test_half_of_it_lies_within() -> None:
    assert curve(np.array([[5.0, 1.0, 1.0, 1.0]]), 1).half == 1
    assert curve(np.array([[1.0, 1.0, 1.0, 1.0]]), 1).half == 2
    assert curve(np.array([[0.0, 0.0, 0.0, 1.0]]), 1).half == 4


def test_the_held_out_part_is_the_one_of_the_training(tiny_corpus) -> None:
    _, held_out = hold_out(tiny_corpus, None, 0.1)
    alone = held_out_part(tiny_corpus, 0.1)
    assert (alone.ids == held_out.ids).all()
    assert (alone.counts == held_out.counts).all()
