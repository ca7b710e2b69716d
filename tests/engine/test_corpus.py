"""A text is understood as its writer meant it: paragraphs, words, sentences, and what is worth saying."""

import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textgen.engine import words
from textgen.engine.corpus import MIN_WORDS, READERS, Corpus, read, verdict
from textgen.engine.reports import Reading

PARAGRAPHS = [
    "The old mill stood by the river, and nobody in the village could say who had built it or why it had been left.",
    "“Come in,” said the miller. “The door is never locked, and there is always somebody at home to talk to.”",
    "She sat down.",
    "It rained all that day and all the following night, so that by morning the well-known path over the meadow "
    "was gone and they had to take the long way round, past the church and the three great oaks.",
] * 8
VERSES = [
    "The wind came down the valley road",
    "And shook the apple trees,",
    "It took the song the blackbird owed",
    "And gave it to the bees.",
] * 10

Reader = Callable[..., Corpus]


@pytest.fixture
def corpus_of(tmp_path: Path) -> Reader:
    def corpus_of(content: str, pretokenised: bool = False, name: str = "text.txt") -> Corpus:
        path = tmp_path / name
        path.write_bytes(content.encode())
        corpus = list(read(path, pretokenised))[-1].corpus
        assert corpus is not None
        return corpus

    return corpus_of


def text_of(corpus: Corpus) -> str:
    return words.join(corpus.types[i] for i in corpus.ids)


def paragraphs_of(corpus: Corpus) -> list[str]:
    return text_of(corpus).removesuffix("\n").split("\n")


@given(content=st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Co"]), max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_nothing_is_dropped_and_all_is_counted(corpus_of: Reader, content: str) -> None:
    corpus = corpus_of(content + "\nand two words")
    expected = words.normalise(unicodedata.normalize("NFC", content + "\nand two words"))
    assert text_of(corpus) == expected + "\n"
    assert corpus.counts.tolist() == np.bincount(corpus.ids, minlength=len(corpus.types)).tolist()
    assert corpus.types[:2] == ("<unk>", "\n")
    assert len(set(corpus.types)) == len(corpus.types)


def test_what_is_remembered_of_chunks_changes_nothing(corpus_of: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    content = "\n".join(PARAGRAPHS) + " " + "x" * 70 + " " + "x" * 70
    expected = corpus_of(content)
    monkeypatch.setattr("textgen.engine.building._REMEMBERED", 3)
    corpus = corpus_of(content)
    assert (corpus.types, corpus.ids.tolist()) == (expected.types, expected.ids.tolist())


def test_figures_and_the_most_frequent_words(corpus_of: Reader) -> None:
    corpus = corpus_of("The cat saw the dog. The dog ran!\n\n\nEnd\n")
    assert (corpus.words, corpus.distinct_words, corpus.sentences) == (9, 7, 3)
    assert corpus.frequent(2) == [("The", 2), ("dog", 2)]
    assert corpus.frequent(0) == []
    assert corpus.ids.dtype == np.int32
    assert corpus.counts.dtype == np.int64


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He came. She went.", 2),
        ("“Who is it?” she asked. “Me!”", 2),
        ("He came at 3 p.m. and left... too soon.", 1),
        ("¿Sí? ¡No! Bueno…", 3),
        ("A title\n\nA first sentence. A second one\n", 3),
        ("What?! No way!!!", 2),
    ],
)
def test_sentences_are_counted_sensibly(corpus_of: Reader, text: str, sentences: int) -> None:
    assert corpus_of(text).sentences == sentences


def test_composed_and_decomposed_accents_are_the_same_word(corpus_of: Reader) -> None:
    corpus = corpus_of("canción cancio\u0301n")
    assert corpus.types[2:] == ("canción",)


@pytest.mark.parametrize("width", [50, 72, 100])
def test_wrapped_lines_are_joined_and_it_is_said(corpus_of: Reader, width: int) -> None:
    corpus = corpus_of(
        "\r\n\r\n".join(textwrap.fill(p, width, break_on_hyphens=False).replace("\n", "\r\n") for p in PARAGRAPHS)
    )
    assert paragraphs_of(corpus) == PARAGRAPHS
    assert list(corpus.preview) == PARAGRAPHS[:60]
    assert "joined into paragraphs" in str(corpus.notes[0])


def test_wrapped_lines_with_indented_paragraphs_are_joined(corpus_of: Reader) -> None:
    corpus = corpus_of(
        "\n".join(textwrap.fill(p, 60, initial_indent="   ", break_on_hyphens=False) for p in PARAGRAPHS)
    )
    assert paragraphs_of(corpus) == PARAGRAPHS


def test_wrapped_lines_with_nothing_between_paragraphs_are_joined(corpus_of: Reader) -> None:
    corpus = corpus_of("\n".join(textwrap.fill(p, 62, break_on_hyphens=False) for p in PARAGRAPHS))
    assert paragraphs_of(corpus) == PARAGRAPHS


def test_wrapped_lines_are_joined_across_blocks(corpus_of: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textgen.engine.decoding.BLOCK", 100)
    test_wrapped_lines_are_joined_and_it_is_said(corpus_of, 60)


def test_verses_within_wrapped_prose_keep_their_lines(corpus_of: Reader) -> None:
    prose = "\n\n".join(textwrap.fill(p, 70) for p in PARAGRAPHS)
    corpus = corpus_of(prose + "\n\n" + "\n".join(VERSES[:4]) + "\n\n" + prose)
    assert set(VERSES) <= set(paragraphs_of(corpus))


EVEN = [f"{'the' if n % 8 == 0 else 'The'} line of verse has always fifty characters {n}" for n in range(100, 200)]


@pytest.mark.parametrize(
    "lines",
    [
        VERSES,
        [f"{verse.lower()} again and yet again" for verse in VERSES],
        PARAGRAPHS,
        EVEN,
        [f"—Dijo que no vendría nadie, ni él ni ella ({n})." for n in range(100, 140)],
    ],
    ids=["poem", "poem in small letters", "a paragraph a line", "poem of even length", "dialogue of even length"],
)
def test_lines_that_were_not_wrapped_stay(corpus_of: Reader, lines: list[str]) -> None:
    corpus = corpus_of("\n".join(lines))
    assert paragraphs_of(corpus) == [words.normalise(line) for line in lines]
    assert not corpus.notes


def hyphenated(known: str) -> str:
    """Wrapped lines with a cut word and a word that has a hyphen of its own at their ends."""
    lines = (
        "The boats went out to sea again at dawn, as for exam-\n"
        "ple they had done in every year before the well-\n"
        "known storm of the north took so many of them away,\n"
    )
    return lines * 10 + "until the very end of it.\n\n" + known


def test_hyphens_at_line_ends_go_where_the_words_stand_whole(corpus_of: Reader) -> None:
    text = text_of(corpus_of(hyphenated("An example is an example.")))
    assert text.count("as for example they") == 10
    assert "exam-" not in text


def test_hyphens_at_line_ends_stay_where_the_words_stand_hyphenated(corpus_of: Reader) -> None:
    assert text_of(corpus_of(hyphenated("It is well-known."))).count("before the well-known storm") == 10


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_kind_of_line_end(corpus_of: Reader, end: str) -> None:
    assert corpus_of(end.join(["one two", "three", "", "four"]) + end).preview == ("one two", "three", "four")


def test_mixed_line_ends(corpus_of: Reader) -> None:
    assert corpus_of("a b\r\nc\rd\n\re\n\nf").preview == ("a b", "c", "d", "e", "f")


def test_a_long_line_is_read_in_steps(corpus_of: Reader, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("never ending words " * 100_000)
    readings = list(read(tmp_path / "long.txt"))
    shares = [reading.share for reading in readings]
    assert len(shares) > 20
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    corpus = readings[-1].corpus
    assert corpus is not None
    assert corpus.counts.tolist() == [0, 1, 100_000, 100_000, 100_000]


def test_a_run_without_gaps_longer_than_any_block_is_read(corpus_of: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textgen.engine.layout._LONGEST", 500)
    monkeypatch.setattr("textgen.engine.decoding.BLOCK", 100)
    corpus = corpus_of("abcd" * 1000 + " and e\u0301" * 10)
    assert text_of(corpus).replace(" ", "").startswith("abcd" * 1000 + "andé")


def test_to_stop_reading_is_to_stop_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textgen.engine.decoding.BLOCK", 1000)
    (tmp_path / "text.txt").write_text("some words and more\n" * 1000)
    readings = read(tmp_path / "text.txt")
    assert next(readings).corpus is None
    assert sum(1 for _ in readings) > 30
    readings = read(tmp_path / "text.txt")
    next(readings)
    readings.close()  # type: ignore[attr-defined]


def test_pretokenised_text_is_split_at_spaces_only(corpus_of: Reader) -> None:
    corpus = corpus_of("Don't stop , <unk> .\n\nend-of line ▁x <eos>\nlast", pretokenised=True)
    pieces = [corpus.types[i] for i in corpus.ids]
    escaped = words.escape("▁x")
    assert pieces == ["Don't", "stop", ",", "<unk>", ".", "\n", "\n", "end-of", "line", escaped, "\n", "last", "\n"]
    assert corpus.counts[0] == 1


def test_pretokenised_text_is_not_composed_nor_joined(corpus_of: Reader) -> None:
    wrapped = "\n\n".join(textwrap.fill(p, 60) for p in PARAGRAPHS)
    corpus = corpus_of("cafe\u0301\n" + wrapped, pretokenised=True)
    assert corpus.types[2] == "cafe\u0301"
    assert corpus.counts[1] == wrapped.count("\n") + 2


def test_an_overlong_token_is_an_unknown_word_and_said(corpus_of: Reader) -> None:
    corpus = corpus_of("a b " + "x" * 1001 + "\n", pretokenised=True)
    assert corpus.counts.tolist() == [1, 1, 1, 1]
    assert str(corpus.notes[0]).endswith(": 1.")


def test_the_suffix_chooses_the_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def reader(path: Path, pretokenised: bool) -> list[Reading]:
        return [Reading(1.0)]

    monkeypatch.setitem(READERS, ".odd", reader)
    assert list(read(tmp_path / "a.ODD")) == [Reading(1.0)]


def test_an_unknown_suffix_is_plain_text(corpus_of: Reader) -> None:
    assert corpus_of("one two", name="notes.xyz").words == 2


def test_a_small_text_is_read_and_the_verdict_says_what_it_needs(corpus_of: Reader) -> None:
    corpus = corpus_of("Only five words in here.")
    assert str(verdict(corpus.words)) == f"5 words: too small to train on; at least {MIN_WORDS} are needed."


def test_verdicts_have_grades_with_figures() -> None:
    sizes = [MIN_WORDS - 1, MIN_WORDS, 14_000, 100_000, 500_000, 5_000_000]
    sentences = [str(verdict(size)) for size in sizes]
    assert sentences[2] == "14,000 words: it will learn phrases by heart; 200,000 is comfortable."
    assert len({sentence.split(":")[1] for sentence in sentences}) == len(sizes)
    assert all(f"{size:,} words" in sentence for size, sentence in zip(sizes, sentences, strict=True))
