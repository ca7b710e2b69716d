"""Splitting is reversible for any text, and common text has common pieces."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textgen.engine import words
from textgen.engine.words import END, JOINER, LONGEST, escape, is_word, join, label, normalise, split

# Any text, and text that is dense in what is hard: marks, quotes, dashes, reserved characters, gaps of all kinds.
TRICKY = "abzñÑé1290.,;:!?¿¡()[]{}«»“”‘’'\"-–—/…%$€ \t\n\r\x00\x0b\x0c\x1c\x1f\x7f\x85\xa0\xad\u2028\u2029\u3000"
TRICKY += f"\u0301\u0303\u200b\u200c\u200d\ufeff\ufe0f\u2581\u2585{JOINER}\uf8fe_=|/日本語カ。」한👍🏽❤🇪🇸"
ANY_TEXT = st.one_of(st.text(), st.text(alphabet=TRICKY), st.text(alphabet="ab.,'\"—- \n", max_size=30))

ENGLISH = [
    "He said, “Don't go”—then left… (3.14 of 1,000 times).",
    '"Well," she said -- \'twas late -- "rock\'n\'roll!"',
    "The dogs' well-known 50% e.g. at 10:30 on 3/4 costs $5 or £1.50; see http://a.b/c?d=e&f#g.",
]
SPANISH = [
    "—Abuela, ¿por qué el río no se cansa? —preguntó un día.",
    "—Porque siempre va hacia abajo —respondió la abuela—. Si fuera «hacia arriba», ¡se cansaría!",
    "La niña cogio\u0301 el pingu\u0308ino… 3,14 y 1.000 veces.",
]


@given(ANY_TEXT)
@settings(max_examples=600)
@example("\x1c\x1d a\x85b\u2028c")
@example("a" * (3 * LONGEST) + "'b" + "\u0301" * LONGEST * 2)
def test_joining_gives_the_normalised_text_back(text: str) -> None:
    assert join(split(text)) == normalise(text)


@given(ANY_TEXT)
@settings(max_examples=400)
def test_pieces_are_fit_for_a_vocabulary(text: str) -> None:
    for piece in split(text):
        assert piece == END or not any(char.isspace() or ord(char) < 32 or 127 <= ord(char) < 160 for char in piece)
        assert not {"\u2581", "\u2585"} & set(piece)
        bare = piece.removeprefix(JOINER).removesuffix(JOINER)
        assert JOINER not in bare
        assert piece == END or 1 <= len(bare) <= 2 * LONGEST
        piece.encode()


@given(st.from_regex(words._PLAIN, fullmatch=True))
def test_a_plain_word_is_cut_as_any_other_chunk(chunk: str) -> None:
    assert words.pieces_of(chunk) == words._mark(words._tokens(chunk))


@given(ANY_TEXT)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert split(normalise(text)) == split(text)


@given(st.text(alphabet=TRICKY), st.text(alphabet=TRICKY))
def test_escaping_keeps_different_tokens_different(one: str, other: str) -> None:
    assert (escape(one) == escape(other)) == (one == other)


@pytest.mark.parametrize("text", ENGLISH + SPANISH)
def test_english_and_spanish_come_back_unchanged(text: str) -> None:
    assert join(split(text)) == text


def test_words_and_marks_are_separate_and_plain_by_default() -> None:
    assert split("He said, well-known (3.14; 1,000) things... ¿Sí? ¡No! «a» 50%") == [
        *("He", "said", ",", "well", "-", "known", "(", "3.14", ";", "1,000", ")", "things", "...", "¿", "Sí", "?"),
        *("¡", "No", "!", "«", "a", "»", "50", "%"),
    ]


@pytest.mark.parametrize(
    "word", ["don't", "l’homme", "rock'n'roll", "3.14", "1,000,000.5", "naïve", "co\xadop", "می‌خواهم"]
)
def test_a_word_or_number_is_one_piece(word: str) -> None:
    assert split(word) == [word]


@pytest.mark.parametrize("mark", ["—", "–", "--", "...", "…", "-", "¿", "”", "%", "€", "👍🏽", "🇪🇸", "👩‍👩‍👧"])
def test_a_mark_is_one_piece(mark: str) -> None:
    assert len(split(f"a{mark}b")) == 3


def test_straight_quotes_are_one_opening_and_one_closing_piece() -> None:
    pieces = split('"Go," he said, "and (maybe) come back." She said "no" again.')
    assert {piece for piece in pieces if '"' in piece} == {'"' + JOINER, JOINER + '"'}


def test_dialogue_dashes_have_one_piece_where_they_open() -> None:
    pieces = split("—Sí —dijo Ana—. No.\n—Ya —dijo él— y se fue.")
    assert [piece for piece in pieces if "—" in piece] == [JOINER + "—"] * 2 + ["—"] + [JOINER + "—"] * 2 + [
        "—" + JOINER
    ]


def test_tokenised_text_is_written_with_good_spacing() -> None:
    tokenised = "taken captive , he armed his servants ( all ) ; and said : Who is he ? ¿ Quién ?"
    assert join(tokenised.split()) == "taken captive, he armed his servants (all); and said: Who is he? ¿Quién?"


def test_the_end_of_the_text_is_open() -> None:
    assert split("he said (")[-1] == "("
    assert join([*split("he said ("), "she"]) == "he said (she"


def test_a_long_run_is_cut_and_glued_again() -> None:
    pieces = split("x" * (2 * LONGEST + 1))
    assert [len(piece.strip(JOINER)) for piece in pieces] == [LONGEST, LONGEST, 1]


def test_line_ends_of_every_kind_and_other_gaps() -> None:
    assert normalise(" a\r\nb\rc\x85d\u2028e\u2029f \n\n g ") == "a\nb\nc\nd\ne\nf\ng"
    assert normalise("a\tb\x0bc\x0cd\x1ce\x1ff\x00g\x7fh\xa0i\u3000j") == "a b c d e f g h i j"


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert normalise("a\ud800b") == "a\ufffdb"
    assert join(split("a\ud800b")) == "a\ufffdb"


@pytest.mark.parametrize(
    ("text", "at", "shown"),
    [('"a"', 0, '"…'), ('x "a" b', 3, '…"'), ("a\nb", 1, "¶"), ("—a", 0, "—…"), ("a—b", 1, "—"), ("a :b", 1, ":"), ("▁", 0, "▁")],
)  # fmt: skip
def test_labels_are_what_a_person_sees(text: str, at: int, shown: str) -> None:
    assert label(split(text)[at]) == shown


@given(ANY_TEXT)
def test_labels_hold_no_marker(text: str) -> None:
    clean = text.replace(JOINER, "").replace("\uf8fe", "")
    assert not any(JOINER in label(piece) or "\uf8fe" in label(piece) for piece in split(clean))


@pytest.mark.parametrize(("piece", "answer"), [("a", True), ("3.14", True), ("日", True), (",", False), (END, False), ("—" + JOINER, False)])  # fmt: skip
def test_a_word_has_a_letter_or_digit(piece: str, answer: bool) -> None:
    assert is_word(piece) is answer


@given(st.lists(st.text(alphabet=TRICKY.replace(" ", ""), max_size=4)))
def test_joining_never_fails_on_foreign_pieces(pieces: list[str]) -> None:
    assert isinstance(join(pieces), str)
    assert all(isinstance(label(piece), str) for piece in pieces)
