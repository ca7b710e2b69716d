"""On which line of its file each word begins, in files as people have them."""

import pytest

from textgen.engine.corpus import read
from textgen.engine.lines import numbered_words
from textgen.engine.problem import Problem
from textgen.engine.words import is_word


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_bytes(b"one, two\r\n\r\nthree\n--\n\nfour five")
    assert list(numbered_words(path)) == [(1, "one"), (1, "two"), (3, "three"), (6, "four"), (6, "five")]


def wrapped():
    """Lines of one width; of each third, the last word is cut and goes on below."""
    for at in range(120):
        begin = f"run{at} the long line of words that somebody had set to one width, hardly mo"
        yield f"{begin}re-\n" if at % 3 == 1 else f"{begin}re\n"


@pytest.mark.parametrize("cut", [1 << 17, 500])
def test_a_word_cut_at_a_line_end_is_one_and_begins_on_the_first_line(tmp_path, monkeypatch, cut):
    monkeypatch.setattr("textgen.engine.decoding.BLOCK", cut)
    path = tmp_path / "wrapped.txt"
    path.write_text("".join(wrapped()) + "\nmorerun mores\n")
    found = list(numbered_words(path))
    assert "morerun2" in [word for _, word in found]
    *_, reading = read(path)
    corpus = reading.corpus
    assert any("broken at about" in str(note) for note in corpus.notes)
    assert [word for _, word in found] == [corpus.types[id] for id in corpus.ids if is_word(corpus.types[id])]
    for number, word in found:
        if word.startswith("run"):
            assert number == int(word[3:]) + 1
        if word.startswith("morerun") and word != "morerun":
            assert number == int(word[7:])


def test_a_line_of_broken_letters_keeps_its_number_and_is_put_right(tmp_path):
    path = tmp_path / "broken.txt"
    path.write_text("a\n煤til para librer铆a\nm谩s informaci贸n útil".replace("útil", "煤til"), encoding="utf-8")
    assert [pair for pair in numbered_words(path) if pair[1] == "útil"] == [(2, "útil"), (3, "útil")]


def test_other_line_ends_within_a_line_do_not_count(tmp_path):
    path = tmp_path / "odd.txt"
    path.write_text("one\u2028two\nthree\u0085four\nfive", encoding="utf-8")
    assert [number for number, _ in numbered_words(path)] == [1, 1, 2, 2, 3]


def test_an_empty_file_has_no_words_and_what_is_no_text_is_a_problem(tmp_path):
    path = tmp_path / "file.txt"
    path.write_bytes(b"")
    assert list(numbered_words(path)) == []
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(Problem):
        list(numbered_words(path))
