"""A text as the model reads it: its end, where a word or a mark may be open."""

import pytest

from textgen.engine import words
from textgen.engine.prompt import begun, completing, insert, read_prompt
from textgen.engine.tokenizer import Tokenizer

OPENING, CLOSING = '"' + words.JOINER, words.JOINER + '"'


def tokenizer(*pieces):
    return Tokenizer(pieces, tuple(range(len(pieces), 0, -1)))


@pytest.mark.parametrize(("known", "read"), [((OPENING, CLOSING), OPENING), ((CLOSING,), CLOSING)])
def test_a_quote_at_the_end_opens_where_the_model_knows_one_that_does(known, read):
    prompt = read_prompt('Ada says "', tokenizer("Ada", "says", *known))
    assert prompt.pieces == ("Ada", "says", read)
    assert prompt.unknown == ()


def test_each_unknown_word_is_told_once_with_those_near_it_and_a_mark_with_none():
    prompt = read_prompt("The huose, the huose", tokenizer("house", "the"))
    assert [unknown.word for unknown in prompt.unknown] == ["The", "huose", ","]
    assert prompt.unknown[1].nearest[0] == ("house", 2)
    assert prompt.unknown[2].nearest == ()


@pytest.mark.parametrize(
    ("text", "letters"),
    [("Ada ea", "ea"), ("Ada", "Ada"), ("Ada ", ""), ("Ada.", ""), ("", ""), ("un cafe\u0301", "cafe\u0301")],
)
def test_the_last_letters_begin_a_word_unless_a_gap_or_a_mark_follows(text, letters):
    assert begun(text) == letters


def test_before_a_word_that_is_begun_stands_the_rest_and_the_whole_text_where_none_begins_so():
    known = tokenizer("Ada", "eats", "each")
    prompt, found = completing("Ada ea", "ea", known)
    assert (prompt.pieces, [known.piece(word) for word in found]) == (("Ada",), ["eats", "each"])
    prompt, found = completing("Ada xy", "xy", known)
    assert (prompt.pieces, found) == (("Ada", "xy"), [])


def test_what_is_inserted_has_its_spacing():
    known = tokenizer("Ada", "eats", CLOSING)
    numbers = known.numbers(["eats", CLOSING])
    assert insert(["Ada"], numbers, known) == ' eats"'
    assert insert([], numbers, known) == 'eats"'
