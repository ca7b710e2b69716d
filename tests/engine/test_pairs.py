"""Marks that come in pairs: what is open, what is due, and what cannot come."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from textgen.engine import words
from textgen.engine.pairs import Pairs
from textgen.engine.tokenizer import Tokenizer

J = words.JOINER
KNOWN = ["a", ".", "¿", "?", "¡", "!", "«", "»", '"' + J, J + '"', "(", ")", J + ")", "—", "’", "‘"]
COUNTS = [50, 40, 20, 20, 10, 10, 9, 9, 8, 8, 7, 5, 2, 2, 30, 2]
TOKENIZER = Tokenizer(KNOWN, COUNTS)
IDS = {piece: i for i, piece in enumerate(["<unk>", "\n", *KNOWN])}
V = len(IDS)


def adjusted(text, p_V=None):
    p_V = np.full(V, 1.0) if p_V is None else p_V.copy()
    Pairs(TOKENIZER).adjust(p_V, TOKENIZER.numbers(text.split(" ") if text else []))
    return p_V


def impossible(p_V):
    return {piece for piece, i in IDS.items() if p_V[i] == 0}


def test_with_nothing_open_nothing_closes():
    for text in ("", "a", "¿ a ?", "( a \n"):
        p_V = adjusted(text)
        assert impossible(p_V) == {"?", "!", "»", J + '"', ")", J + ")"}
        assert p_V[IDS["\n"]] == p_V[IDS["."]] == 1.0


def test_a_paragraph_that_would_leave_a_mark_open_closes_it():
    p_V = adjusted("a « a")
    assert p_V[IDS["»"]] == 2.0 and p_V[IDS["\n"]] == 0
    assert p_V[IDS["."]] == 1.0
    assert impossible(p_V) == {"\n", "«", "?", "!", J + '"', ")", J + ")"}


def test_a_question_ends_with_its_mark_and_not_with_a_full_stop():
    p_V = adjusted("¿ a")
    assert p_V[IDS["?"]] == 3.0
    assert {".", "\n", "¿", "!"} <= impossible(p_V)


def test_the_inner_mark_closes_first_and_takes_what_the_outer_one_had():
    p_V = adjusted(f'"{J} a ( a')
    assert p_V[IDS[")"]] == 3.0 and p_V[IDS[J + '"']] == 0
    assert adjusted(f'"{J} a ( a )')[IDS[J + '"']] == 2.0


def test_marks_of_a_pair_have_something_between_them():
    assert {"»", "\n", "«"} <= impossible(adjusted("a «"))


def test_what_the_text_itself_does_not_pair_is_left_alone():
    assert adjusted("a")[IDS["’"]] == 1.0, "an apostrophe"
    assert (adjusted("‘ a")[[IDS["\n"], IDS["‘"]]] == 1.0).all()


def test_the_probability_is_kept_where_nothing_else_is_possible():
    only = np.zeros(V)
    only[IDS["»"]] = 0.5
    assert (adjusted("a", only) == only).all()


def test_a_text_without_pairs_changes_nothing():
    p_V = np.ones(4)
    Pairs(Tokenizer(["a", "?"], [2, 1])).adjust(p_V, [2, 3])
    assert (p_V == 1).all()


def test_german_quotes_open_low_and_close_where_english_ones_open():
    tokenizer = Tokenizer(["a", "„", "“"], [9, 3, 3])
    for ids, possible in ([2], [1, 1, 1, 1, 0]), ([3, 2], [1, 0, 1, 0, 2]):
        p_V = np.ones(5)
        Pairs(tokenizer).adjust(p_V, ids)
        assert p_V.tolist() == possible


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20)
def test_whatever_is_written_closes_what_it_opens(seed):
    """Drawn at random, a text has no stray closing mark, and no paragraph ends with a mark open."""
    random, pairs, ids = np.random.default_rng(seed), Pairs(TOKENIZER), []
    open_marks = {"¿": "?", "¡": "!", "«": "»", '"' + J: J + '"', "(": ")"}
    due = []
    for _ in range(120):
        p_V = np.ones(V)
        pairs.adjust(p_V, ids)
        assert p_V.sum() > 0 and (p_V >= 0).all()
        ids.append(int(random.choice(V, p=p_V / p_V.sum())))
        piece = TOKENIZER.piece(ids[-1])
        if piece in open_marks:
            assert open_marks[piece] not in due
            due.append(open_marks[piece])
        elif piece.removeprefix(J) == ")" or piece in open_marks.values():
            assert due.pop() in (piece, piece.removeprefix(J))
        assert piece != "\n" or not due
