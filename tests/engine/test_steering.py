"""What may not be written never is, whatever else is asked for; and what is favoured or penalised."""

import dataclasses
import itertools

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textgen.engine import words
from textgen.engine.config import SamplingConfig
from textgen.engine.modes import MODES, Query
from textgen.engine.prediction import Predictor
from textgen.engine.steering import FAVOUR, Forms, Steering, listed, never_unknown_in, unknown_in

PIECES = ("Ada", "ada", words.JOINER + "ada", "eats", ".", "the", "fish")  # numbers 2 to 8
IS_WORD = np.array([False, False, True, True, True, True, False, True, True])
FORMS = Forms(PIECES)


class Toy:
    """No run of more than `most` words that stands in a text; the words are compared as they are."""

    def __init__(self, text, most):
        self.most = most
        self.runs = {tuple(text[at : at + most + 1]) for at in range(len(text) - most)}

    def told(self, prompt):
        return self

    def forbidden(self, ids):
        last = ids[len(ids) - self.most :] if len(ids) >= self.most else None
        return np.array([run[-1] for run in self.runs if run[:-1] == last], np.int64)


@pytest.fixture(scope="module")
def predictor(trained):
    return Predictor.of(trained)


def weighed(sampling, prompt, written=(), limit=None):
    p_V = np.full(9, 1 / 9)
    return Steering(sampling, FORMS, IS_WORD, prompt, limit).weigh(p_V, written)


def ruled_out(sampling, prompt, written=(), limit=None):
    return np.flatnonzero(weighed(sampling, prompt, written, limit)[1]).tolist()


def test_a_list_has_spaces_or_commas():
    assert listed(" the,fish  eats, ,.") == ("the", "fish", "eats", ".")
    assert unknown_in("ADA, soup fish <unk>", PIECES) == ("soup", "<unk>")


def test_a_listed_word_has_any_apostrophe():
    pieces = ("don’t", "DON'T", "don")
    assert Forms(pieces).listed("don't").tolist() == Forms(pieces).listed("Don’t").tolist() == [2, 3]
    assert unknown_in("don't don", pieces[:1]) == ("don",)


def test_a_word_that_is_never_used_is_ruled_out_with_capitals_and_glued():
    assert ruled_out(SamplingConfig(), (5,)) == [0]
    assert ruled_out(SamplingConfig(never="ADA, soup"), (5,)) == [0, 2, 3, 4]
    assert ruled_out(SamplingConfig(never="<unk> ."), (5,)) == [0, 6]


def test_only_a_paragraph_that_has_begun_ends():
    for prompt, written, ruled in (((), (), [0, 1]), ((5, 1), (), [0, 1]), ((), (5,), [0]), ((5,), (1,), [0, 1])):
        assert ruled_out(SamplingConfig(), prompt, written) == ruled


def test_what_is_favoured_is_ten_times_as_likely_beside_the_others():
    weights, _ = weighed(SamplingConfig(favour="Fish"), ())
    assert weights[8] / weights[7] == pytest.approx(FAVOUR)


def test_words_of_late_are_penalised_and_marks_are_not():
    weights, _ = weighed(SamplingConfig(repetition_penalty=2.0), (2, 6, 1), (7,))
    assert weights[[2, 3, 4, 7]] == pytest.approx(1 / 81)
    assert weights[[5, 6, 8]] == pytest.approx(1 / 9)
    weights, _ = weighed(SamplingConfig(repetition_penalty=2.0), (2, *[6] * 64))
    assert weights[2] == pytest.approx(1 / 9), "so long ago that it does not count"


def test_no_run_twice_looks_over_marks_and_capitals():
    sampling = SamplingConfig(no_repeat=2)
    assert ruled_out(sampling, (2, 6, 5, 7), (3,)) == [0, 5]
    assert ruled_out(sampling, (5,), ()) == [0]
    assert ruled_out(SamplingConfig(no_repeat=1), (2,), (7,)) == [0, 2, 3, 4, 7]
    assert ruled_out(SamplingConfig(no_repeat=3), (5, 7, 8, 6, 5), (7,)) == [0, 8]


def test_the_limit_sees_prompt_and_continuation():
    limit = Toy((5, 7, 8), 2)
    assert ruled_out(SamplingConfig(), (5,), (7,), limit) == [0, 8]
    assert ruled_out(SamplingConfig(), (7,), (5,), limit) == [0]


steered = st.builds(
    SamplingConfig,
    temperature=st.floats(0.3, 3),
    top_k=st.sampled_from([0, 1, 5]),
    top_p=st.floats(0.3, 1),
    min_p=st.sampled_from([0.0, 0.05, 1.0]),
    repetition_penalty=st.floats(1, 3),
    no_repeat=st.integers(0, 4),
    never=st.sampled_from(["", "ada the", "Bruno, fish says"]),
    favour=st.sampled_from(["", "ada", "cheese, is"]),
    mix=st.sampled_from(["all", "network"]),
    seed=st.integers(1, 1000),
)
PROMPTS = ("Ada", "Ada eats the fish. Then Ada", "")


def spoken(text):
    return [piece.strip(words.JOINER).casefold() for piece in words.split(text) if words.is_word(piece)]


def check(text, prompt, sampling):
    """Nothing that was written after the prompt breaks a promise."""
    before, all_words = len(spoken(prompt)), spoken(prompt + text)
    assert not {word.casefold() for word in listed(sampling.never)} & set(all_words[before:])
    n = sampling.no_repeat
    runs = [tuple(all_words[at : at + n]) for at in range(len(all_words) - n + 1)] if n else []
    assert all(run not in runs[:at] for at, run in enumerate(runs) if at + n > before)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steered, st.sampled_from(PROMPTS), st.sampled_from([*MODES, "drawn"]))
def test_no_mode_breaks_a_promise(predictor, sampling, prompt, mode):
    if mode == "drawn":
        mode, sampling = "next-five", dataclasses.replace(sampling, search="drawn")
    last = list(MODES[mode].run(predictor, Query(prompt, sampling, 5, 30)))[-1]
    for choice in last.choices:
        check(choice.insert, prompt, sampling)
        assert 0 <= choice.probability <= 1.000001
    again = list(MODES[mode].run(predictor, Query(prompt, sampling, 5, 30)))[-1]
    assert again == last, "the same seed and settings give the same"


def test_the_borrowing_limit_holds_in_a_thousand_texts(predictor, tiny_corpus):
    ids = predictor.tokenizer.encode_corpus(tiny_corpus).tolist()
    limit = Toy(ids, 3)
    prompt = predictor.tokenizer.encode("Ada eats")
    for seed in range(1, 1001):
        sampling = SamplingConfig(seed=seed, mix="network", temperature=0.3 + seed % 3)
        written = [word for word, _ in itertools.islice(predictor.write(prompt, sampling, limit), 12)]
        text = prompt + written
        borrowed = [at for at in range(len(text) - 3) if tuple(text[at : at + 4]) in limit.runs]
        assert not borrowed, (seed, text)


def test_the_limit_holds_in_both_searches_and_for_the_next_word(predictor, tiny_corpus):
    ids = predictor.tokenizer.encode_corpus(tiny_corpus).tolist()
    limit, prompt = Toy(ids, 3), predictor.tokenizer.encode("Ada eats the")
    for search in predictor.likeliest, predictor.drawn:
        found = search(prompt, 5, SamplingConfig(seed=3), 5, limit)
        assert found
        for one in found:
            text = [*prompt, *one.ids]
            assert not any(tuple(text[at : at + 4]) in limit.runs for at in range(len(text) - 3))
    p_V = predictor.probabilities(prompt, SamplingConfig(), limit)
    assert not p_V[limit.forbidden(tuple(prompt))].any()
    assert p_V.sum() == pytest.approx(1)


def test_where_everything_is_ruled_out_writing_ends(predictor):
    class Nothing:
        def told(self, prompt):
            return self

        def forbidden(self, ids):
            return np.arange(len(predictor.tokenizer)) if len(ids) > 3 else np.zeros(0, np.int64)

    prompt = predictor.tokenizer.encode("Ada eats")
    assert len(list(predictor.write(prompt, SamplingConfig(seed=1), Nothing()))) == 2
    assert predictor.likeliest(prompt, 5, SamplingConfig(), 5, Nothing()) == []
    assert predictor.drawn(prompt, 5, SamplingConfig(), 5, Nothing()) == []
    [prediction] = MODES["next-word"].run(
        predictor, Query("Ada eats the fish", SamplingConfig(), 10, 5, limit=Nothing())
    )
    assert prediction.choices == ()


def test_a_word_of_several_pieces_is_never_completed():
    pieces = ("ice", "Ice", "-", "cream", words.JOINER + "Cream", "don", "'", "t", "don't")
    forms, is_word = Forms(pieces), np.array([False, False, *map(words.is_word, pieces)])

    def ruled(never, *said):
        ids = [pieces.index(piece) + 2 for piece in said]
        weigh = Steering(SamplingConfig(never=never), forms, is_word, ids[:1], None).weigh
        return {pieces[i - 2] for i in np.flatnonzero(weigh(np.full(11, 1 / 11), tuple(ids[1:]))[1]) if i}

    assert ruled("ice-cream", "Ice", "-") == {"cream", words.JOINER + "Cream"}
    assert ruled("ICE-Cream", "ice") == ruled("ice-cream", "-") == ruled("ice-cream", "cream", "-") == set()
    assert ruled("Don’t", "don", "'") == {"t", "don't"}
    assert never_unknown_in("ice-cream ice-tree don't", pieces) == ("ice-tree",)
    assert unknown_in("ice-cream", pieces) == ("ice-cream",)
