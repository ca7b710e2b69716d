"""Which runs of a text stand in another, against looking at every run of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine import provenance
from textgen.engine.corpus import read
from textgen.engine.problem import Problem
from textgen.engine.provenance import TextIndex, borrowed, build, words_of
from textgen.engine.reports import Run
from textgen.engine.words import fold

STORY = "The sea was calm; the sea was wide.\n\n“Don’t go,” said Ada. The Sea was calm again, and Ada said: go!\n"


def indexed(path, text) -> TextIndex:
    path.write_text(text, encoding="utf-8")
    *_, reading = read(path)
    *_, last = build(reading.corpus)
    return last.index


@pytest.fixture
def story(tmp_path):
    return indexed(tmp_path / "story.txt", STORY)


def by_looking(text, given_words, least):
    """All longest runs and where each stands first, by comparing every run with every place."""
    whole, part = [fold(word) for word in text], [fold(word) for word in given_words]
    found = []
    for start in range(len(part)):
        best = (0, 0)
        for place in range(len(whole)):
            length = 0
            while (start + length < len(part) and place + length < len(whole)
                   and part[start + length] == whole[place + length]):  # fmt: skip
                length += 1
            best = max(best, (length, -place))
        length, place = best[0], -best[1]
        if length >= least and not any(run.end >= start + length for run in found):
            found.append(Run(start, length, place))
    return tuple(found)


@given(st.data())
def test_the_longest_runs_are_those_that_looking_finds(tmp_path_factory, data):
    alphabet = data.draw(st.sampled_from(["ab", "abcd"]))
    text = " ".join(data.draw(st.lists(st.sampled_from(alphabet), min_size=2, max_size=60)))
    given_words = data.draw(st.lists(st.sampled_from(alphabet + "Ax"), max_size=40))
    least = data.draw(st.integers(1, 6))
    index = indexed(tmp_path_factory.mktemp("text") / "t.txt", text)
    found = index.runs(given_words, least)
    assert found == by_looking(text.split(), given_words, least)
    assert borrowed(found) == len({at for run in found for at in range(run.start, run.end)})


def test_capitals_marks_and_paragraphs_do_not_hide_a_run_and_accents_tell_words_apart(story):
    [run] = story.runs(words_of("Then: was WIDE, don't (go) said ada? Thé sea"), 3)
    assert run == Run(1, 6, 6)
    assert story.runs(words_of("Séa was calm again"), 3) == (Run(1, 3, 14),)


def test_a_run_is_told_where_it_stands_first(story):
    assert story.runs(["the", "sea", "was"], 3) == (Run(0, 3, 0),)


def test_runs_may_overlap_and_what_they_share_counts_once(story):
    given_words = words_of("the sea was wide don’t go said ada said go")
    found = story.runs(given_words, 3)
    assert [(run.start, run.end) for run in found] == [(0, 8), (7, 10)]
    assert borrowed(found) == 10


def test_a_text_without_words_has_no_runs(story):
    assert story.runs([], 5) == story.runs(["the"], 5) == ()


@pytest.mark.parametrize("around", [0, 2, 60])
def test_the_passage_shows_a_run_in_its_place(story, around):
    [run] = story.runs(words_of("wide dont don't go said"), 3)
    passage = story.passage(run, around)
    assert passage.text[passage.start : passage.end] == "Don’t go,” said"
    assert passage.text in STORY.replace("\n\n", "\n")
    assert len(words_of(passage.text)) == {0: 3, 2: 7, 60: 21}[around]


def test_passages_of_a_long_text_are_found_in_its_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr(provenance, "_BLOCK", 16)
    text = [f"w{at}{',.!'[at % 3]}" for at in range(200)]
    index = indexed(tmp_path / "long.txt", " ".join(text))
    for at in range(195):
        [run] = index.runs([f"W{at + k}" for k in range(5)], 5)
        passage = index.passage(run, 1)
        assert run.place == at
        assert passage.text[passage.start : passage.end].split() == [*text[at : at + 4], f"w{at + 4}"]


def test_an_unknown_word_of_a_split_text_is_like_no_other(tmp_path):
    (tmp_path / "split.txt").write_text("the <unk> sat <unk> down <eos>\n" * 3)
    *_, reading = read(tmp_path / "split.txt", pretokenised=True)
    *_, last = build(reading.corpus)
    assert last.index.runs(["the", "unk", "sat"], 1) == (Run(0, 1, 0), Run(2, 1, 2))
    assert last.index.runs(["<unk>"], 1) == ()


def test_a_passage_that_a_text_has_twice_over_is_found_whole(tmp_path):
    rng = random.Random(5)
    half = " ".join(rng.choice("abcdefg") for _ in range(500))
    index = indexed(tmp_path / "twice.txt", f"{half} x {half} y")
    assert index.runs(f"{half} y".split(), 5) == (Run(0, 501, 501),)


def test_the_index_comes_in_steps_and_a_text_too_long_is_a_problem(story, monkeypatch):
    shares = [step.share for step in build(story.corpus)]
    assert shares == sorted(shares) and shares[-1] == 1
    monkeypatch.setattr(provenance, "MOST", 10)
    with pytest.raises(Problem, match="up to 10"):
        next(build(story.corpus))
