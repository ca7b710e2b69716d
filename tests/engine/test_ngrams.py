"""The n-grams' probabilities, what leaving some out does, and files that lie."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.test_kneser_ney import END, WORDS, Plain, orders, texts
from textgen.engine.ngrams import LONGEST, NGrams

rooms = st.none() | st.integers(0, 300)


def uneven(tokens, words, seed=1):
    """A text in which half of the words are what followed the same two words before."""
    random, usual, ids = np.random.default_rng(seed), {}, [END]
    while len(ids) <= tokens:
        new = min(int(random.zipf(1.3)), words - 1)
        ids.append(usual.setdefault(tuple(ids[-2:]), new) if random.random() < 0.5 else new)
    return np.array(ids[1:], np.int32)


def perplexity(ngrams, ids):
    return float(np.exp(-np.log(ngrams.score(ids)[0]).mean()))


def size(ngrams):
    return sum(array.nbytes for array in ngrams.arrays().values())


@given(texts, orders, st.lists(st.integers(0, WORDS - 1), max_size=8), rooms)
@settings(deadline=None)
def test_probabilities_sum_to_one_whatever_is_left_out(ids, order, context, room):
    p_V, matched = NGrams.count(ids, WORDS, order, room).probabilities(context)
    assert p_V.sum() == pytest.approx(1)
    assert p_V.min() > 0
    assert 0 <= matched < order


@given(texts, texts, orders, rooms)
@settings(deadline=None)
def test_a_text_scores_what_its_words_have_one_by_one(ids, other, order, room):
    ngrams = NGrams.count(ids, WORDS, order, room)
    p_N, matched_N = ngrams.score(other)
    for i, word in enumerate(other):
        p_V, matched = ngrams.probabilities(other[:i].tolist())
        assert p_N[i] == pytest.approx(p_V[word])
        assert matched_N[i] == matched


@pytest.mark.parametrize("order", [1, 2, 3, 5])
def test_rounding_the_shares_changes_little_even_where_there_are_few(order):
    ids, other = uneven(3000, 60), [END, *uneven(500, 60, seed=2).tolist()]
    plain, ngrams = Plain(ids, 60, order), NGrams.count(ids, 60, order)
    exact = [plain.p(tuple(other[max(0, i + 1 - order) : i + 1])) for i in range(1, len(other))]
    assert ngrams.order == order
    assert ngrams.score(np.array(other[1:]))[0] == pytest.approx(np.array(exact), abs=0.015)
    assert perplexity(ngrams, np.array(other[1:])) == pytest.approx(np.exp(-np.log(exact).mean()), rel=0.02)


def test_the_longest_context_that_is_known_is_told():
    ngrams = NGrams.count(np.array([2, 3, 4, 5, 6, 1]), WORDS)
    assert [ngrams.probabilities(ids)[1] for ids in ([], [2], [2, 3, 4], [7, 3, 4], [2, 3, 4, 5], [7])] == [
        1,
        2,
        4,
        2,
        4,
        0,
    ]


def test_longer_n_grams_find_a_text_likelier():
    ids, other = uneven(4000, 40), uneven(1000, 40)
    one, two, three = (perplexity(NGrams.count(ids, 40, order), other) for order in (1, 2, 3))
    assert one > two > three


def test_what_is_missed_least_is_left_out_until_the_rest_goes_into_the_room():
    ids = uneven(4000, 300)
    whole = NGrams.count(ids, 300)
    rooms = [size(whole) * share // 8 for share in (8, 6, 4, 2)]
    smaller = [NGrams.count(ids, 300, most_bytes=room) for room in rooms]
    assert all(0.9 * room < size(ngrams) <= room for room, ngrams in zip(rooms, smaller, strict=True))
    figures = [perplexity(ngrams, ids) for ngrams in smaller]
    assert figures == sorted(figures)
    assert figures[-1] < perplexity(NGrams.count(ids, 300, order=1), ids)


@given(texts, orders, rooms)
@settings(deadline=None)
def test_a_file_gives_the_same_n_grams_back(ids, order, room):
    ngrams = NGrams.count(ids, WORDS, order, room)
    again = NGrams.from_arrays(ngrams.arrays(), WORDS)
    assert again.order == ngrams.order
    assert again.score(ids)[0] == pytest.approx(ngrams.score(ids)[0], rel=1e-5)


def test_an_n_gram_is_three_bytes_and_a_bit():
    arrays = NGrams.count(uneven(4000, 300), 300).arrays()
    grams = sum(len(array) for name, array in arrays.items() if name.startswith("words."))
    assert sum(array.nbytes for array in arrays.values()) < 3.3 * grams + 5 * 300


def changed(name, change):
    def lie(arrays):
        arrays[name] = change(arrays[name].copy())

    return lie


def filled(value):
    return lambda array: np.full_like(array, value)


LIES = {
    "a word that there is not": changed("words.2", filled(300)),
    "words out of order": changed("words.2", lambda words: words[::-1].copy()),
    "a word twice": changed("words.3", filled(5)),
    "shares of more than 1": changed("shares.2", filled(255)),
    "fewer shares": changed("shares.3", lambda shares: shares[:-1]),
    "other types": changed("words.2", lambda words: words.astype(np.int64)),
    "shares that are no numbers": changed("shares.2", lambda shares: shares.astype(np.float32) * np.nan),
    "another shape": changed("shares.2", lambda shares: shares[None]),
    "a tree of ones": changed("tree.2", filled(255)),
    "a tree of zeros": changed("tree.3", filled(0)),
    "a short tree": changed("tree.3", lambda tree: tree[:-1]),
    "a long tree": changed("tree.3", lambda tree: np.append(tree, tree[-1:])),
    "no n-grams of a length": changed("words.3", lambda words: words[:0]),
    "a level too few": lambda arrays: [arrays.pop(f"{name}.2") for name in ("words", "shares", "tree")],
    "an array too many": lambda arrays: arrays.update(more=arrays["unigrams"]),
    "no single words": lambda arrays: arrays.pop("unigrams"),
    "other words": changed("unigrams", lambda p: p[:-1]),
    "an infinite probability": changed("unigrams", filled(np.inf)),
    "no probability": changed("unigrams", filled(0)),
    "a negative probability": changed("unigrams", lambda p: p * np.where(np.arange(len(p)) == 2, -1, 1).astype(np.float32)),
    "too much probability": changed("unigrams", lambda p: 2 * p),
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_file_that_lies_is_refused(lie):
    arrays = NGrams.count(uneven(400, 300), 300, order=3).arrays()
    lie(arrays)
    with pytest.raises(ValueError):
        NGrams.from_arrays(arrays, 300)


def test_n_grams_of_many_words_are_refused():
    arrays = NGrams.count(uneven(400, 300), 300, order=LONGEST + 1).arrays()
    with pytest.raises(ValueError):
        NGrams.from_arrays(arrays, 300)


@given(
    st.sampled_from(["words.2", "shares.2", "tree.2", "words.3", "shares.3", "tree.3"]),
    st.integers(0),
    st.integers(1, 255),
)
@settings(deadline=None)
def test_one_changed_byte_is_refused_or_leaves_a_distribution(name, place, difference):
    arrays = NGrams.count(uneven(60, WORDS), WORDS, order=3).arrays()
    changed_bytes = arrays[name].copy()
    changed_bytes[place % len(changed_bytes)] ^= difference
    try:
        ngrams = NGrams.from_arrays(arrays | {name: changed_bytes}, WORDS)
    except ValueError:
        return
    assert ngrams.probabilities([2, 3])[0].sum() == pytest.approx(1)
