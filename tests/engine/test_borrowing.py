"""A thousand generations that keep to their limit, each step against reading the text again; and through every mode."""

import dataclasses
import random

import numpy as np
import pytest

from tests.engine.test_provenance import indexed
from textgen.engine.borrowing import BorrowingLimit
from textgen.engine.config import SamplingConfig
from textgen.engine.corpus import read
from textgen.engine.modes import MODES, Query
from textgen.engine.prediction import Predictor
from textgen.engine.provenance import build, words_of
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.words import JOINER, fold

TOY = (
    "The cat saw the dog. The dog saw the cat. Don't! I don't see; the CAT didn't. It is 3.5 or 3, 5.\n"
    "the cat sat, the cat ran, the cat saw the cat. Don t see 3 5 it didn t\n"
) * 2
PLAIN = "the The THE cat CAT dog saw sat ran see i I don don't Don t didn didn't it is or 3 5 3.5 zebra , . ; ! ' ’"
TOKENS = [*PLAIN.split(), JOINER + "t", "." + JOINER, "'" + JOINER, JOINER + "cat"]


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    index = indexed(tmp_path_factory.mktemp("toy") / "toy.txt", TOY)
    return index, Tokenizer(TOKENS, range(len(TOKENS), 0, -1))


def folded(tokenizer, ids):
    return [fold(word) for word in words_of(tokenizer.decode(ids))]


def too_long(tokenizer, runs, ids, most):
    """The tokens after which the last words are one of the runs, by reading everything again."""
    words = [token for token in range(2, len(tokenizer)) if tokenizer.is_word(token)]
    return [token for token in words if tuple(folded(tokenizer, [*ids, token])[-most - 1 :]) in runs]


def runs_of(text, length):
    whole = [fold(word) for word in words_of(text)]
    return {tuple(whole[at : at + length]) for at in range(len(whole) - length + 1)}


@pytest.mark.parametrize("most", [1, 2, 3, 5])
def test_a_thousand_generations_borrow_no_longer_run(toy, most):
    index, tokenizer = toy
    limit, runs = BorrowingLimit(index, tokenizer, most), runs_of(TOY, most + 1)
    for seed in range(250):
        rng = random.Random(seed)
        ids = (
            tokenizer.encode("") if seed % 3 else tokenizer.encode(rng.choice(["The cat", "the dog saw the", "I don"]))
        )
        before = len(folded(tokenizer, ids))
        for _ in range(12):
            allowed = sorted(set(range(1, len(tokenizer))) - set(limit.forbidden(tuple(ids)).tolist()))
            followers = index.words_after(folded(tokenizer, ids)[-1:])  # so that runs do come about
            likely = [token for token in allowed if fold(tokenizer.piece(token)) in followers]
            ids.append(rng.choice(likely if likely and rng.random() < 0.8 else allowed))
        assert not [run for run in _windows(folded(tokenizer, ids), most + 1, before) if run in runs]


def _windows(words, length, after):
    """The runs of some length that end behind the first `after` words."""
    return [tuple(words[end - length : end]) for end in range(max(length, after + 1), len(words) + 1)]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_word_is_forbidden_without_need(toy, most):
    index, tokenizer = toy
    limit, runs = BorrowingLimit(index, tokenizer, most), runs_of(TOY, most + 1)
    rng = random.Random(most)
    for _ in range(60):
        ids = tuple(rng.randrange(1, len(tokenizer)) for _ in range(rng.randrange(12)))
        ids += tuple(tokenizer.encode(rng.choice(["", "saw the", "the CAT didn", "it is 3", "I don"])))
        ids += tuple(tokenizer.numbers(rng.choice([[], [","], ["'"], ["." + JOINER], ["’"]])))
        assert sorted(limit.forbidden(ids).tolist()) == too_long(tokenizer, runs, ids, most), tokenizer.decode(ids)


def test_all_ways_to_write_a_word_are_forbidden_and_marks_do_not_end_a_run(toy):
    index, tokenizer = toy
    limit = BorrowingLimit(index, tokenizer, 3)
    found = {tokenizer.piece(int(id)) for id in limit.forbidden(tuple(tokenizer.encode("dog saw,\nTHE;")))}
    assert found == {"cat", "CAT", JOINER + "cat"}
    found = {tokenizer.piece(int(id)) for id in limit.forbidden(tuple(tokenizer.encode("dog saw,\nTHE")))}
    assert found == {"cat", "CAT"}, "“thecat” is another word"


def test_an_unknown_word_ends_a_run(toy):
    index, tokenizer = toy
    saw_the = tokenizer.encode("saw the")
    limit = BorrowingLimit(index, tokenizer, 2)
    assert len(limit.forbidden(tuple(saw_the)))
    assert not len(limit.forbidden((saw_the[0], Tokenizer.UNKNOWN, saw_the[1])))


def test_an_unknown_word_of_the_prompt_does_not_end_a_run_of_the_text(toy):
    """The text holds words that a small vocabulary has not."""
    index, _ = toy
    few = Tokenizer(["the", "saw", "cat"], [3, 2, 1])
    limit, prompt = BorrowingLimit(index, few, 3), ("the", "dog", "saw")
    ids = tuple(few.numbers(prompt))
    assert ids[1] == Tokenizer.UNKNOWN
    assert limit.forbidden(ids).tolist() == []
    assert limit.told(prompt).forbidden(ids).tolist() == few.numbers(["the"])
    assert limit.told(prompt).forbidden((*ids, Tokenizer.UNKNOWN, *ids[2:])).tolist() == []


def test_a_prompt_that_was_copied_is_no_error_and_goes_on_otherwise(toy):
    index, tokenizer = toy
    limit = BorrowingLimit(index, tokenizer, 2)
    ids = tuple(tokenizer.encode("The cat saw the dog. The dog saw"))
    assert {tokenizer.piece(int(id)).casefold() for id in limit.forbidden(ids)} == {"the"}


def test_a_run_is_seen_behind_any_number_of_marks(toy):
    index, tokenizer = toy
    marks = tokenizer.numbers([",", ";", "!"]) * 20
    the, cat = tokenizer.encode("the cat")
    limit = BorrowingLimit(index, tokenizer, 2)
    assert limit.forbidden((the, *marks, cat, *marks)).tolist()


def test_tokens_of_a_text_that_is_split_already_are_words_as_they_are(tmp_path):
    (tmp_path / "split.txt").write_text("the well-known u.s. firm said so <eos>\n" * 3)
    *_, reading = read(tmp_path / "split.txt", pretokenised=True)
    *_, last = build(reading.corpus)
    tokenizer = Tokenizer.fit(reading.corpus, 100)
    limit = BorrowingLimit(last.index, tokenizer, 2)
    assert limit.forbidden(tuple(tokenizer.numbers(["well-known", "u.s."]))).tolist() == tokenizer.numbers(["firm"])


def test_followers_of_a_frequent_word_are_found_once(toy, monkeypatch):
    index, tokenizer = toy
    monkeypatch.setattr("textgen.engine.borrowing._MANY", 1)
    limit = BorrowingLimit(index, tokenizer, 1)
    the = tuple(tokenizer.encode("the"))
    first = limit.forbidden(the)
    monkeypatch.setattr(index, "followers", None)
    assert np.array_equal(limit.forbidden(the), first)


PROMPTS = ("Ada", "Ada eats the fish. Then", "Ada says: “fish is", "Zoe eats", "Then Clara says: “so", "")


@pytest.fixture(scope="module")
def few_words(trained):
    """The model with a vocabulary that lacks two words of its text."""
    lost = [k for k, word in enumerate(trained.words) if word in ("is", "Then")]
    names = [f"other{k}" if k in lost else word for k, word in enumerate(trained.words)]
    return Predictor.of(dataclasses.replace(trained, words=tuple(names)))


def longest_runs_written(index, text, before):
    """The lengths of the runs of a text that stand in the corpus and hold a word behind the first `before` words."""
    return [run.length for run in index.runs(words_of(text), 1) if run.end > before]


@pytest.mark.parametrize(("mode", "search", "narrow", "rounds"), [
    ("from-one-word", "likeliest", False, 400), ("next-five", "likeliest", False, 100),
    ("next-five", "drawn", False, 250), ("next-word", "likeliest", False, 150), ("next-word", "likeliest", True, 150),
])  # fmt: skip
def test_no_mode_writes_a_longer_run_in_a_thousand_generations(
    trained, few_words, tiny_corpus, mode, search, narrow, rounds
):
    *_, last = build(tiny_corpus)
    models = [
        (one, {n: BorrowingLimit(last.index, one.tokenizer, n) for n in (2, 3, 5)})
        for one in (Predictor.of(trained), few_words)
    ]
    tight = 0
    for seed in range(1, rounds + 1):
        rng = random.Random(seed)
        predictor, limits = rng.choice(models)
        most, prompt = rng.choice((2, 3, 5)), rng.choice(PROMPTS) + rng.choice((" e", " t", " g")) * narrow
        sampling = SamplingConfig(
            search=search, seed=seed, temperature=0.4 + seed % 4 / 4, no_repeat=rng.choice((0, 2, 4))
        )
        *_, said = MODES[mode].run(predictor, Query(prompt, sampling, 5, 12, limit=limits[most], narrow=narrow))
        for choice in said.choices:
            kept = prompt[: len(prompt) - choice.replaces]
            written = longest_runs_written(last.index, kept + choice.insert, len(words_of(kept)))
            assert max(written, default=0) <= most, (prompt, most, choice)
            tight += most in written
    assert tight > 3, "what is written comes up to its limit"


@pytest.mark.parametrize("most", [1, 2, 3, 5])
def test_no_longer_run_reaches_into_the_text_behind_wherever_writing_ends(toy, most):
    index, tokenizer = toy
    limit, runs = BorrowingLimit(index, tokenizer, most), runs_of(TOY, most + 1)
    forbidden = 0
    for seed in range(120):
        rng = random.Random(seed)
        behind = rng.choice(
            ["saw the cat. The", "the cat", ", the dog saw the CAT.", "zebra the cat", "5 the cat sat", ""]
        )
        own, ids = limit.ahead_of(behind), tokenizer.encode(rng.choice(["", "The cat", "I don"]))
        before, after = folded(tokenizer, ids), [fold(word) for word in words_of(behind)]
        for _ in range(8):
            ruled = set(own.forbidden(tuple(ids)).tolist())
            forbidden += len(ruled - set(limit.forbidden(tuple(ids)).tolist()))
            followers = index.words_after(folded(tokenizer, ids)[-1:])
            allowed = sorted(set(range(1, len(tokenizer))) - ruled)
            likely = [i for i in allowed if i > 1 and fold(tokenizer.piece(i)) in followers]
            ids.append(rng.choice(likely if likely and rng.random() < 0.8 else allowed))
            whole = folded(tokenizer, ids) + after
            cut = len(whole) - len(after)
            if cut > len(before) and tokenizer.is_word(ids[-1]):
                reaching = range(max(0, cut - most), min(cut, len(whole) - most))
                assert not {tuple(whole[at : at + most + 1]) for at in reaching} & runs
    assert forbidden > 20
