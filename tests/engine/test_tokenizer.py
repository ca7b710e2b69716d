"""The vocabulary: its order is its meaning, so it must never change; every text can be numbered."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textgen.engine import tokenizer as tokenizing
from textgen.engine import words
from textgen.engine.corpus import Corpus, read
from textgen.engine.similar import plain
from textgen.engine.tokenizer import Tokenizer, coverage, fitting_size

TEXT = 'the cat and the dog and the bird.\n¿Qué? —Nada —dijo el gato—. “Bien”, “bien”, "y" 3.14 y 1,000…\n' * 3
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=8)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return corpus_of(TEXT, tmp_path)


def corpus_of(text: str, folder: Path, pretokenised: bool = False) -> Corpus:
    (folder / "text.txt").write_bytes(text.encode())
    corpus = list(read(folder / "text.txt", pretokenised))[-1].corpus
    assert corpus is not None
    return corpus


def test_words_stand_by_falling_count_and_then_by_first_appearance(corpus: Corpus) -> None:
    tokenizer = Tokenizer.fit(corpus, 100)
    expected = sorted(corpus.types[2:], key=lambda piece: -corpus.counts[corpus.types.index(piece)])
    assert list(tokenizer.words) == expected
    assert list(tokenizer.counts) == [corpus.counts[corpus.types.index(piece)] for piece in expected]
    assert [tokenizer.piece(i) for i in (0, 1, 2)] == ["<unk>", "\n", "the"]
    assert len(tokenizer) == len(tokenizer.words) + 2


def test_decoding_gives_the_text_back(corpus: Corpus) -> None:
    tokenizer = Tokenizer.fit(corpus, 100)
    assert tokenizer.decode(tokenizer.encode(TEXT)) == words.normalise(TEXT)
    assert tokenizer.decode(tokenizer.encode_corpus(corpus)) == words.normalise(TEXT) + "\n"


@given(text=st.text(alphabet=st.characters(codec="utf-8")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_decoding_gives_any_text_back_that_the_vocabulary_knows(text: str) -> None:
    known = list(dict.fromkeys(piece for piece in words.split(text) if piece != "\n"))
    tokenizer = Tokenizer(known, range(len(known), 0, -1))
    assert Tokenizer.UNKNOWN not in tokenizer.encode(text)
    assert tokenizer.decode(tokenizer.encode(text)) == words.normalise(text)


@given(known=st.lists(WORDS, unique=True, max_size=30))
@settings(max_examples=60)
def test_ids_are_places_whatever_the_words_and_counts(known: list[str]) -> None:
    pieces = list(dict.fromkeys(map(words.escape, known)))
    rare = Tokenizer(pieces, [1] * len(pieces))
    frequent = Tokenizer(pieces, range(10**9, 10**9 - len(pieces), -1))
    places = list(range(2, len(pieces) + 2))
    assert [rare.numbers([piece])[0] for piece in pieces] == places
    assert frequent.numbers(pieces) == places


def test_a_reload_from_words_and_counts_gives_the_same_ids(corpus: Corpus) -> None:
    tokenizer = Tokenizer.fit(corpus, 20)
    again = Tokenizer(tokenizer.words, tokenizer.counts)
    assert again.encode(TEXT) == tokenizer.encode(TEXT)
    assert np.array_equal(again.encode_corpus(corpus), tokenizer.encode_corpus(corpus))


def test_rare_letters_of_a_large_vocabulary_are_kept() -> None:
    known = [f"w{n}" for n in range(60_000)] + ["ю"]
    tokenizer = Tokenizer(known, [1000] * 60_000 + [1])
    assert tokenizer.encode("ю w59999") == [60_002, 60_001]


def test_words_called_like_the_specials_clash_with_nothing() -> None:
    tokenizer = Tokenizer(["<eos>", "<unk>", "<s>", "</s>", "a"], [5, 4, 3, 2, 1])
    assert tokenizer.numbers(["<eos>", "<unk>", "<s>", "</s>", "a", "\n", "b"]) == [2, 3, 4, 5, 6, 1, 0]


def test_unknown_words_in_a_row_stay_apart() -> None:
    tokenizer = Tokenizer(["a"], [1])
    assert tokenizer.encode("x y z a\nq") == [0, 0, 0, 2, 1, 0]
    assert tokenizer.decode([0, 0, 2, 1, 0]) == "<unk> <unk> a\n<unk>"


@pytest.mark.parametrize("size", [0, 1, 10, 2_000_000])
@pytest.mark.parametrize("min_count", [1, 4, 1000])
def test_any_size_works_and_the_coverage_is_what_is_encoded(corpus: Corpus, size: int, min_count: int) -> None:
    tokenizer = Tokenizer.fit(corpus, size, min_count)
    kept, share = coverage(corpus, size, min_count)
    assert kept == len(tokenizer.words) <= size
    assert share == pytest.approx(np.mean(tokenizer.encode_corpus(corpus) != Tokenizer.UNKNOWN))
    assert all(count >= min_count for count in tokenizer.counts)


def test_an_empty_vocabulary_knows_no_word() -> None:
    tokenizer = Tokenizer([], [])
    assert len(tokenizer) == 2
    assert tokenizer.encode("a b\nc") == [0, 0, 1, 0]
    assert tokenizer.nearest("a") == ()


def test_many_words() -> None:
    known = [f"{n:x}" for n in range(200_000)]
    tokenizer = Tokenizer(known, [1] * len(known))
    assert len(tokenizer) == 200_002
    assert tokenizer.encode(f"{199_999:x} 0") == [200_001, 2]


def test_pretokenised_specials_are_the_specials(tmp_path: Path) -> None:
    corpus = corpus_of("a <unk> b <eos>\nc\n", tmp_path, pretokenised=True)
    tokenizer = Tokenizer.fit(corpus, 10)
    assert tokenizer.encode_corpus(corpus).tolist() == [2, 0, 3, 1, 4, 1]


def test_a_text_is_numbered_like_its_corpus(corpus: Corpus) -> None:
    tokenizer = Tokenizer.fit(corpus, 12)
    ids = tokenizer.encode_corpus(corpus)
    assert ids.dtype == np.int32
    assert ids.tolist() == [*tokenizer.encode(TEXT), Tokenizer.END]


def test_another_text_is_numbered_by_the_same_words(corpus: Corpus, tmp_path: Path) -> None:
    other = corpus_of("the zebra and the dog", tmp_path)
    tokenizer = Tokenizer.fit(corpus, 100)
    assert tokenizer.encode_corpus(other).tolist() == [*tokenizer.encode("the zebra and the dog"), Tokenizer.END]


NEAR = ["que", "esta", "canción", "cantar", "cantaban", "casa", "Casa", "Está", "beginning", ",", "caza", "begging"]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("cancion", "canción"),  # an accent
        ("CASA", "casa"),  # capitals
        ("csaa", "casa"),  # two letters exchanged
        ("cantamos", "cantar"),  # the same stem
        ("beggining", "beginning"),
        ("quee", "que"),
    ],
)
def test_the_nearest_known_word_comes_first(word: str, first: str) -> None:
    tokenizer = Tokenizer(NEAR, range(len(NEAR), 0, -1))
    assert tokenizer.nearest(word)[0][0] == first


def test_nearest_words_differ_in_accents_then_by_slips_then_by_count() -> None:
    tokenizer = Tokenizer(NEAR, range(len(NEAR), 0, -1))
    assert tokenizer.nearest("CASA", 3) == (("casa", 7), ("Casa", 6), ("caza", 2))
    assert tokenizer.nearest("esta", 2) == (("esta", 11), ("Está", 5))
    assert len(tokenizer.nearest("cantaban", 100)) == 2  # no word that has hardly a letter of it


@pytest.mark.parametrize("word", ["zxqv", "refrigerator", "q"])
def test_a_word_like_none_has_no_near_words(word: str) -> None:
    known = ["the", "and", "of", "telephone", "someone"]
    assert Tokenizer(known, range(len(known), 0, -1)).nearest(word) == ()


@pytest.mark.parametrize(
    ("word", "first", "known"),
    [
        ("walking", "walked", ["talking", "walked", "wall"]),  # forms of a word before another word
        ("running", "run", ["ruin", "ring", "run"]),
        ("caminábamos", "caminaba", ["hablábamos", "campana", "caminaba"]),
        ("canciones", "canción", ["cantores", "canción"]),
        ("brwad", "bread", ["broad", "bread"]),  # w is beside e, and not beside o
        ("llabe", "llave", ["llama", "llave"]),
        ("nino", "niño", ["vino", "nido", "niño"]),
        ("biuda", "viuda", ["biela", "viuda"]),
        ("arbolito", "árbol", ["arropado", "árbol"]),
    ],
)
def test_a_slip_of_the_finger_comes_before_the_stem_and_the_stem_before_another_letter(
    word: str, first: str, known: list[str]
) -> None:
    assert Tokenizer(known, range(len(known), 0, -1)).nearest(word)[0][0] == first


def test_words_that_begin_so_come_most_frequent_first() -> None:
    known = ["Ana", "árbol", "ARCO", "el", ",", "arbusto", "ara\uf8ff", "zar"]
    tokenizer = Tokenizer(known, range(len(known), 0, -1))
    assert [tokenizer.piece(word) for word in tokenizer.beginning("ar")] == ["árbol", "ARCO", "arbusto"]
    assert tokenizer.beginning("Árb") == tokenizer.numbers(["árbol", "arbusto"])
    assert tokenizer.beginning("") == tokenizer.numbers([word for i, word in enumerate(known) if i not in (4, 6)])
    assert tokenizer.beginning("arbolito") == tokenizer.beginning("!") == Tokenizer([], []).beginning("a") == []


@given(known=st.lists(WORDS, unique=True, max_size=30), prefix=st.text(max_size=2).map(str.lower))
@settings(max_examples=60)
def test_a_beginning_leaves_no_word_out(known: list[str], prefix: str) -> None:
    pieces = list(dict.fromkeys(map(words.escape, known)))
    tokenizer = Tokenizer(pieces, [1] * len(pieces))
    found = [tokenizer.piece(word) for word in tokenizer.beginning(prefix)]
    every = [piece for piece in pieces if words.is_word(piece) and words.JOINER not in piece]
    assert found == [word for word in every if plain(word).startswith(plain(prefix))]


def test_all_words_of_a_text_are_kept_as_long_as_they_are_no_burden(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert fitting_size(corpus) == len(corpus.types) - 2
    monkeypatch.setattr(tokenizing, "MOST", 15)
    assert fitting_size(corpus) == 15
