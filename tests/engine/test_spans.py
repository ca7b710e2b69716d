"""Every piece of a text is found in its place, whatever the text."""

import unicodedata

import pytest
from hypothesis import example, given, settings

from tests.engine.test_words import ANY_TEXT, ENGLISH, SPANISH
from textgen.engine import words
from textgen.engine.corpus import read
from textgen.engine.spans import spans, spans_of


def said(piece):
    (_, token), *_ = words.spaced([piece])
    return token


@given(ANY_TEXT)
@settings(max_examples=600)
@example("a\tb\r\n\r\nc\x00d \u2028“e”")
@example("cafe\u0301, cafe\u0301.")
@example("日本語テ\u3099キスト\u1100\u1161\u11a8")
@example("e" + "\u0301" * 150 + "b" * 70)
@example("\u0958" * 70)
def test_spans_follow_each_other_and_leave_out_nothing_but_gaps(text):
    found, at = spans(text), 0
    for span in found:
        assert span.start >= at and span.length >= 0
        assert not words.clean(text[at : span.start]).strip(), "only a gap is left out"
        at = span.start + span.length
    assert not words.clean(text[at:]).strip()


@given(ANY_TEXT)
@settings(max_examples=400)
@example("cafe\u0301 n\u0303u\u0303 Å\u212b")
def test_each_span_holds_what_its_piece_says(text):
    if unicodedata.normalize("NFC", text) != text:
        text = unicodedata.normalize("NFC", text)
    plain = words.unify_line_ends(words.clean(text))
    for piece, start, length in spans(text):
        assert plain[start : start + length] == ("" if piece == words.END else said(piece))


def test_letters_that_compose_are_found_as_they_were_typed():
    text = "El pingu\u0308ino cogio\u0301."
    assert [text[s : s + n] for _, s, n in spans(text)] == ["El", "pingu\u0308ino", "cogio\u0301", ".", ""]
    assert [piece for piece, _, _ in spans(text)] == ["El", "pingüino", "cogió", ".", "\n"]


@given(ANY_TEXT)
def test_pieces_are_those_of_the_composed_text(text):
    composed = unicodedata.normalize("NFC", text)
    assert words.join(span.piece for span in spans(text)) == "".join(
        line + "\n" for line in words.normalise(composed).split("\n") if line
    )


@pytest.mark.parametrize("text", ["\n\n".join(ENGLISH), "\n".join(SPANISH) + "\n\n", 'A "b" (c).\r\nD\te —f—\n\n'])
def test_a_text_has_the_pieces_of_its_corpus(text, tmp_path):
    (tmp_path / "text.txt").write_bytes(text.encode())
    corpus = list(read(tmp_path / "text.txt"))[-1].corpus
    assert [span.piece for span in spans(text)] == [corpus.types[i] for i in corpus.ids]


@given(ANY_TEXT)
def test_pieces_are_placed_in_the_text_that_they_make(text):
    pieces = words.split(text)
    made = words.join(pieces)
    for piece, start, length in spans_of(pieces):
        assert made[start : start + length] == ("" if piece == words.END else said(piece))


def test_no_text_has_no_spans():
    assert [*spans(""), *spans(" \n\t\r ")] == []
