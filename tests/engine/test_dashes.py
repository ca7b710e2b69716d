"""The dash of Spanish speech: where it cannot stand, and the texts that have another use for it."""

import numpy as np
import pytest

from textgen.engine import words
from textgen.engine.dashes import Dashes
from textgen.engine.tokenizer import Tokenizer

OPENING, CLOSING, BEFORE_WORD, APART = words.JOINER + "—", "—", "—" + words.JOINER, words.JOINER + "—" + words.JOINER
KNOWN = ["Sí", "dijo", ".", OPENING, CLOSING, BEFORE_WORD, APART]
SPEECH, GAPS = [9, 9, 9, 8, 4, 2, 1], [9, 9, 9, 1, 0, 0, 8]


def impossible(text, counts=SPEECH):
    """The pieces that cannot follow."""
    tokenizer = Tokenizer(KNOWN, counts)
    p_V = np.ones(len(tokenizer))
    Dashes(tokenizer).adjust(p_V, tokenizer.numbers(words.split(text) + [words.END] * text.endswith("\n")))
    return {piece for piece, p in zip(["<unk>", words.END, *KNOWN], p_V, strict=True) if p == 0}


@pytest.mark.parametrize("text", ["", "Sí.\n"])
def test_a_paragraph_begins_with_no_dash_but_one_that_opens(text):
    assert impossible(text) == {CLOSING, BEFORE_WORD, APART}


@pytest.mark.parametrize("text", ["—", "—Sí —"])
def test_after_one_that_opens_comes_neither_another_nor_the_end_of_anything(text):
    assert impossible(text) == {OPENING, CLOSING, BEFORE_WORD, APART, ".", words.END}


@pytest.mark.parametrize("text", ["—Sí", "—Sí —dijo", "—Sí —dijo—."])
def test_elsewhere_all_may_come(text):
    assert impossible(text) == set()


@pytest.mark.parametrize("text", ["", "Sí —"])
def test_a_text_that_has_them_between_gaps_is_left_alone(text):
    assert impossible(text, GAPS) == set()


def test_where_nothing_else_is_possible_all_stays():
    tokenizer = Tokenizer(KNOWN, SPEECH)
    p_V = np.zeros(len(tokenizer))
    p_V[tokenizer.numbers([CLOSING])] = 0.5
    Dashes(tokenizer).adjust(p_V, ())
    assert p_V.sum() == 0.5
