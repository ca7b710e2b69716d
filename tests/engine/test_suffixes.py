"""The suffix array against sorting, and that it comes in steps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine import suffixes


def made(numbers):
    shares = []
    steps = suffixes.suffix_array(np.array(numbers, np.int32))
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            return end.value.tolist(), shares


@given(st.lists(st.integers(0, 3), max_size=60), st.sampled_from([1, 5, 1 << 19]))
def test_suffixes_are_in_order_whatever_the_size_of_a_block(numbers, block):
    before, suffixes._BLOCK = suffixes._BLOCK, block
    try:
        assert made(numbers)[0] == sorted(range(len(numbers)), key=lambda at: numbers[at:])
    finally:
        suffixes._BLOCK = before


def test_a_text_of_one_word_alone_is_in_order_too():
    found, shares = made([0] * 1000)
    assert found == list(range(999, -1, -1))
    assert shares == sorted(shares) and shares[0] >= 0 and shares[-1] < 1


def test_a_long_text_comes_in_steps_from_the_beginning(monkeypatch):
    """So that whoever stops waits for one block and not for the whole text."""
    monkeypatch.setattr(suffixes, "_BLOCK", 10)
    _, shares = made(list(range(50)) * 2)
    assert shares[:10] == [0.0] * 10 and len(shares) >= 20
