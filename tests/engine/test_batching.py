"""Batches: every word follows its predecessor, nothing is lost."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine.batching import TokenStream, columns

END = 1


def in_columns(ids, batch, warm, rows=8):
    windows = list(columns(np.array(ids, dtype=np.int32), batch, warm, END, rows))
    assert all(len(inputs) == rows for inputs, _ in windows[:-1])
    return (np.concatenate(parts) for parts in zip(*windows, strict=True))


@given(st.lists(st.integers(2, 99), min_size=1, max_size=80), st.integers(1, 7), st.integers(0, 9))
def test_columns_make_every_token_a_target_once_after_its_predecessor(ids, batch, warm):
    inputs, targets = in_columns(ids, batch, warm)
    assert inputs.shape == targets.shape
    assert (targets[:warm] == -1).all(), "what a column reads to warm up is another column's to count"
    counted = targets[warm:].T.ravel() >= 0
    assert list(targets[warm:].T.ravel()[counted]) == ids
    assert list(inputs[warm:].T.ravel()[counted]) == [END, *ids[:-1]]


@given(st.lists(st.integers(2, 99), min_size=12, max_size=80), st.integers(2, 4), st.integers(1, 9))
def test_columns_warm_up_on_the_words_before_them(ids, batch, warm):
    inputs, _ = in_columns(ids, batch, warm)
    before = [*[END] * (warm + 1), *ids]
    steps = len(inputs) - warm
    for column in range(batch):
        expected = before[column * steps :][:warm]
        assert list(inputs[:warm, column])[: len(expected)] == expected


def stream(ids, batch=3, truncation=4, rare=None):
    rare = np.zeros(int(ids.max()) + 1, dtype=bool) if rare is None else rare
    return TokenStream(ids, batch, truncation, rare, unknown=0)


def test_windows_follow_each_other_and_cover_the_text():
    ids = np.arange(1, 101, dtype=np.int32)
    windows = list(stream(ids).one_pass(np.random.default_rng(1)))
    for before, after in itertools.pairwise(windows):
        assert (before[-1] == after[0]).all(), "the state carried on belongs to the word before"
    inputs = np.concatenate([window[:-1] for window in windows])
    targets = np.concatenate([window[1:] for window in windows])
    follows = (targets - inputs == 1) | (inputs == 100)
    assert follows.all(), "the target is the next word of the text, but for the place where the pass wraps round"
    assert len(set(targets.ravel())) >= 96
    assert len(windows) == stream(ids).steps_per_pass


@given(st.integers(20, 200), st.integers(1, 7), st.integers(2, 9), st.integers(0, 99))
def test_windows_are_those_of_the_whole_text_hidden_rolled_and_cut(tokens, batch, truncation, seed):
    rare = np.random.default_rng(seed).random(tokens + 1) < 0.5
    ids = np.random.default_rng(seed).permutation(np.arange(1, tokens + 1, dtype=np.int32))
    read = stream(ids, batch, truncation, rare)
    found = list(read.one_pass(np.random.default_rng(seed)))
    random = np.random.default_rng(seed)
    places = np.flatnonzero(rare[ids])
    ids[places[random.random(len(places)) < 0.5]] = 0
    ids = np.roll(ids, random.integers(tokens))
    steps = tokens // read.batch
    text_TB = ids[: steps * read.batch].reshape(read.batch, steps).T
    expected = [text_TB[start : start + truncation + 1] for start in range(0, steps - 1, truncation)]
    assert all(np.array_equal(a, b) for a, b in zip(found, expected, strict=True))
    assert all(window.dtype == np.int32 and window.flags.c_contiguous for window in found)


def test_a_pass_depends_on_the_random_numbers_only():
    ids = np.arange(1, 101, dtype=np.int32)
    first, again, other = (list(stream(ids).one_pass(np.random.default_rng(s))) for s in (1, 1, 2))
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert any((a != b).any() for a, b in zip(first, other, strict=True))


def test_about_half_of_the_rare_words_are_read_as_unknown():
    ids = np.arange(1, 2001, dtype=np.int32)
    rare = np.zeros(2001, dtype=bool)
    rare[1001:] = True
    seen = np.concatenate([w[1:] for w in stream(ids, 4, 10, rare).one_pass(np.random.default_rng(3))]).ravel()
    assert (seen == 0).sum() == pytest.approx(500, abs=80)
    assert (np.isin(np.arange(1, 1001), seen)).mean() > 0.95, "frequent words are never hidden"


def test_a_short_text_is_read_in_fewer_columns():
    assert stream(np.arange(1, 30, dtype=np.int32), batch=64, truncation=5).batch == 2
    assert stream(np.arange(1, 4, dtype=np.int32), batch=64, truncation=5).batch == 1
