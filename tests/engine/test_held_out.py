"""The held-out part: blocks from all over the text, nothing lost, nothing in both parts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine.held_out import LIMIT, hold_out, split

END = 1


def text_of(paragraphs: int, length: int = 20) -> np.ndarray:
    """Paragraphs of distinct ids, each closed by END."""
    ids = np.arange(2, 2 + paragraphs * length, dtype=np.int32).reshape(paragraphs, length)
    ids[:, -1] = END
    return ids.ravel()


@given(st.integers(1, 400), st.floats(0.01, 0.5))
def test_split_keeps_every_token_once(paragraphs, share):
    ids = text_of(paragraphs)
    train, held_out = split(ids, share, END)
    assert sorted([*train, *held_out]) == sorted(ids)
    assert len(train) > 0
    assert len(held_out) > 0


@given(st.lists(st.integers(END, 9), min_size=1, max_size=900), st.floats(0.01, 1.0))
def test_split_cuts_where_the_nearest_paragraph_ends(ids, share):
    ids = np.array(ids, dtype=np.int32)
    train, held_out = split(ids, share, END)
    held = np.zeros(len(ids), dtype=bool)
    wanted = int(len(ids) * share)
    blocks = max(1, min(20, wanted // 50))
    length, period = max(1, wanted // blocks), len(ids) // blocks
    ends = np.flatnonzero(ids == END) + 1

    def near(place):
        return min((e for e in ends if abs(e - place) <= length // 2), key=lambda e: abs(e - place), default=place)

    for k in range(blocks):
        start = near(k * period + (period - length) // 2)
        held[start : max(start + 1, near(start + length))] = True
    assert held_out.tolist() == ids[held].tolist()
    assert train.tolist() == ids[~held].tolist()


def test_held_out_blocks_lie_all_over_the_text_and_hold_whole_paragraphs():
    ids = text_of(1000)
    _, held_out = split(ids, 0.1, END)
    assert len(held_out) == pytest.approx(len(ids) * 0.1, rel=0.1)
    thirds = np.digitize(held_out[held_out != END], [len(ids) / 3, 2 * len(ids) / 3])
    assert np.bincount(thirds, minlength=3).min() > 0.25 * len(thirds)
    starts = held_out[1:][held_out[:-1] == END]
    assert set(starts % 20) == {2}, "each paragraph begins at its first word"
    assert held_out[-1] == END


def test_held_out_part_of_a_long_text_is_limited():
    _, held_out = split(text_of(100_000), 0.5, END)
    assert len(held_out) == pytest.approx(LIMIT, rel=0.05)


def test_each_part_counts_its_own_words(tiny_corpus):
    train, held_out = hold_out(tiny_corpus, None, 0.2)
    assert (train.counts + held_out.counts == tiny_corpus.counts).all()
    assert train.counts.sum() == len(train.ids)


def test_a_very_long_text_to_measure_with_is_shortened(tiny_corpus, monkeypatch):
    monkeypatch.setattr("textgen.engine.held_out.LIMIT", 300)
    train, held_out = hold_out(tiny_corpus, tiny_corpus, 0.2)
    assert train is tiny_corpus
    assert len(held_out.ids) == pytest.approx(300, rel=0.15)
