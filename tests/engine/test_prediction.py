"""Reading a prompt and writing on, against the model read plainly from the start."""

import dataclasses
import itertools
from collections import Counter

import numpy as np
import pytest
import torch

from textgen.engine import words
from textgen.engine.config import MIXES, SEARCHES, SamplingConfig
from textgen.engine.model import restore
from textgen.engine.modes import MODES, Query
from textgen.engine.prediction import Predictor
from textgen.engine.prompt import read_prompt
from textgen.engine.reading import CONTEXT
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

PLAIN = SamplingConfig(mix="network")


@pytest.fixture
def predictor(trained):
    return Predictor.of(trained)


def run(predictor, mode, text, sampling=PLAIN, count=10, length=50):
    return list(MODES[mode].run(predictor, Query(text, sampling, count, length)))


def from_scratch(trained, ids):
    """The distribution after a prompt, computed in one go."""
    model = restore(trained)
    with torch.no_grad():
        h, _ = model(torch.tensor([[Tokenizer.END], *([i] for i in ids)]), model.zero_state(1))
        logs = model.table.log_probabilities(h[-1])[0].numpy()
    ended = [Tokenizer.END] if [Tokenizer.END, *ids][-1] == Tokenizer.END else []
    return possible(np.exp(logs), [Tokenizer.UNKNOWN, *ended])


def possible(p_V, ruled_out):
    """The same without what is ruled out."""
    left_V = p_V.copy()
    left_V[ruled_out] = 0
    return left_V / left_V.sum()


def test_what_it_remembers_of_a_prompt_changes_no_probability(trained, predictor):
    texts = ["Ada eats", "Ada eats the", "Ada eats the fish", "Ada eats the soup", "Bruno", "", "Ada"]
    for text in texts:
        ids = predictor.tokenizer.encode(text)
        assert predictor.probabilities(ids, PLAIN) == pytest.approx(from_scratch(trained, ids), abs=1e-6)


def test_a_long_prompt_is_read_from_its_end(predictor):
    ids = predictor.tokenizer.encode("Ada eats the fish. " * CONTEXT)
    other = predictor.tokenizer.encode("Bruno says. ") * 50 + ids
    assert len(other) > len(ids) > CONTEXT
    assert predictor.probabilities(ids, PLAIN) == pytest.approx(predictor.probabilities(other, PLAIN), abs=1e-6)


def test_the_model_has_learnt_the_pattern(predictor):
    best = run(predictor, "next-word", "Ada eats the fish. Then Ada")[0].choices[0]
    assert best.label == "says"
    assert best.insert == " says"
    assert best.probability > 0.8


def test_next_word_gives_ranked_choices_without_the_unknown_word(predictor):
    [prediction] = run(predictor, "next-word", "Ada eats the")
    probabilities = [choice.probability for choice in prediction.choices]
    assert len(prediction.choices) == 10
    assert probabilities == sorted(probabilities, reverse=True)
    assert sum(probabilities) <= 1.0001
    assert "<unk>" not in [choice.label for choice in prediction.choices]


def test_all_probabilities_together_make_one(predictor):
    [prediction] = run(predictor, "next-word", "Ada", count=1000)
    assert sum(choice.probability for choice in prediction.choices) == pytest.approx(1)


def test_a_paragraph_that_has_not_begun_does_not_end(predictor):
    """No page begins with a paragraph's end; the probabilities of the others still make one."""
    for text, offered in (("", False), (" ", False), ("Ada eats the fish.\n", False), ("Ada eats the fish.", True)):
        [prediction] = run(predictor, "next-word", text, count=1000)
        assert ("¶" in [choice.label for choice in prediction.choices]) is offered, text
        assert sum(choice.probability for choice in prediction.choices) == pytest.approx(1)
        p_V = predictor.probabilities(read_prompt(text, predictor.tokenizer).ids, PLAIN)
        assert [choice.probability for choice in prediction.choices] == sorted(p_V[p_V > 0].tolist(), reverse=True)
    for seed in range(1, 20):
        assert next(predictor.write([], SamplingConfig(seed=seed, temperature=2)))[0] != Tokenizer.END


def test_inserts_carry_the_spacing(predictor):
    [prediction] = run(predictor, "next-word", "Ada eats the fish", count=1000)
    inserts = {choice.label: choice.insert for choice in prediction.choices}
    assert inserts["."] == "."
    assert inserts["fish"] == " fish"
    assert inserts["¶"] == "\n"
    [prediction] = run(predictor, "next-word", "", count=1000)
    assert {choice.label: choice.insert for choice in prediction.choices}["Ada"] == "Ada"
    [prediction] = run(predictor, "next-word", "Ada eats the fish.\n", count=1000)
    assert {choice.label: choice.insert for choice in prediction.choices}["Bruno"] == "Bruno"


def test_next_five_gives_whole_continuations_of_five_words(predictor):
    [prediction] = run(predictor, "next-five", "Ada eats the fish.")
    assert len(prediction.choices) >= 3
    assert len({choice.insert for choice in prediction.choices}) == len(prediction.choices)
    for choice in prediction.choices:
        assert sum(map(words.is_word, words.split(choice.label))) == 5
    assert prediction.choices[0].label.startswith("Then Ada says: “")


def test_the_likeliest_five_taken_again_and_again_do_not_run_in_a_circle(predictor):
    def most(sampling):
        """How often the most frequent five words in a row stand in what is written."""
        text = "Ada"
        for _ in range(12):
            text += run(predictor, "next-five", text, sampling)[-1].choices[0].insert
        written = [words.fold(piece) for piece in words.split(text) if words.is_word(piece)]
        return max(Counter(zip(*(written[k:] for k in range(5)), strict=False)).values())

    assert most(PLAIN) > 1
    assert most(MODES["next-five"].sampling) == 1


def test_the_probability_of_a_continuation_is_the_product_of_its_words(predictor):
    tokenizer = predictor.tokenizer
    prompt = tokenizer.encode("Ada eats the fish.")
    for found in predictor.likeliest(prompt, 5, PLAIN, width=4):
        product = 1.0
        for k, word in enumerate(found.ids):
            product *= predictor.probabilities([*prompt, *found.ids[:k]], PLAIN)[word]
        assert found.probability == pytest.approx(product, rel=1e-4)


def test_beam_search_finds_the_likeliest_of_all_continuations(predictor):
    """Against every continuation of two words, counted out."""
    tokenizer, prompt = predictor.tokenizer, predictor.tokenizer.encode("Ada eats the fish. Then")
    found = predictor.likeliest(prompt, 2, PLAIN, width=3)
    first = predictor.probabilities(prompt, PLAIN)
    known = [i for i in range(2, len(tokenizer)) if tokenizer.is_word(i)]
    pairs = []
    for a in known:
        second = predictor.probabilities([*prompt, a], PLAIN)
        pairs += [(first[a] * second[b], (a, b)) for b in known]
    best = max(pairs)
    assert found[0].probability >= best[0] * 0.9999
    assert [f.probability for f in found] == sorted((f.probability for f in found), reverse=True)


def plain_beam_search(predictor, ids, count, width):
    """The likeliest of `count` words by a search that keeps the `width` likeliest at each step, nothing else."""
    beams, done = [(1.0, ())], []
    while beams:
        grown = []
        for p, written in beams:
            p_V = predictor.probabilities([*ids, *written], PLAIN)
            p_V[Tokenizer.END] = 0.0
            grown += [(p * p_V[word], (*written, word)) for word in np.argsort(-p_V)[:width].tolist()]
        grown = sorted((g for g in grown if len(g[1]) <= 3 * count), reverse=True)
        ended = [sum(map(predictor.tokenizer.is_word, written)) == count for _, written in grown]
        done += [g for g, end in zip(grown, ended, strict=True) if end]
        best = max(done, default=(0.0, ()))[0]
        beams = [g for g, end in zip(grown, ended, strict=True) if not end and g[0] > best][:width]
    return max(done)


def beginning(predictor, ids):
    return tuple(word for word in ids if predictor.tokenizer.is_word(word))[:2]


@pytest.mark.parametrize("text", ["", "Ada", "Ada eats the fish.", "Then Ada says: “"])
def test_the_likeliest_stays_first_and_no_two_begin_alike(predictor, text):
    prompt = read_prompt(text, predictor.tokenizer).ids
    found = predictor.likeliest(prompt, 5, PLAIN, 5)
    assert found[0].probability >= plain_beam_search(predictor, prompt, 5, 5)[0] * 0.9999
    assert len({beginning(predictor, one.ids) for one in found}) == len(found) == 5
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)


def test_each_continuation_is_the_best_of_its_beginning_or_nearly_so_with_another_end(predictor):
    """Against every continuation of three words, counted out; marks are ruled out."""
    marks = " ".join(word for word in predictor.tokenizer.words if not words.is_word(word))
    sampling, prompt = dataclasses.replace(PLAIN, never=marks), predictor.tokenizer.encode("Ada eats the fish. Then")
    known = [i for i in range(2, len(predictor.tokenizer)) if predictor.tokenizer.is_word(i)]
    counted = {}
    first = predictor.probabilities(prompt, sampling)
    for a in known:
        second = predictor.probabilities([*prompt, a], sampling)
        for b in known:
            third = predictor.probabilities([*prompt, a, b], sampling)
            counted[a, b] = sorted(((first[a] * second[b] * third[c], (a, b, c)) for c in known), reverse=True)
    expected, ends = [], set()
    for options in sorted(counted.values(), reverse=True)[:4]:
        near = (one for one in options if one[1][1:] not in ends and one[0] > options[0][0] / 5)
        expected.append(next(near, options[0]))
        ends.add(expected[-1][1][1:])
    expected.sort(reverse=True)
    found = predictor.likeliest(prompt, 3, sampling, 4)
    assert [one.ids for one in found] == [ids for _, ids in expected]
    assert [one.probability for one in found] == pytest.approx([p for p, _ in expected], rel=1e-4)


@pytest.mark.parametrize("search", SEARCHES)
def test_a_word_that_has_been_begun_is_the_first_of_five(predictor, search):
    sampling = dataclasses.replace(PLAIN, search=search, seed=3, top_k=2, never="says")
    [prediction] = MODES["next-five"].run(predictor, Query("Ada eats the s", sampling, 10, 50, narrow=True))
    assert prediction.choices
    assert prediction.unknown == (), "the letters are no word yet"
    tokenizer, before = predictor.tokenizer, predictor.tokenizer.encode("Ada eats the")
    for choice in prediction.choices:
        assert choice.insert == choice.label
        assert choice.label.startswith("soup"), "“says” is never to be used"
        assert choice.replaces == 1
        assert sum(map(words.is_word, words.split(choice.label))) == 5
        ids = tokenizer.encode(f"Ada eats the {choice.insert}")[len(before) :]
        product = predictor.probabilities(before, sampling.unfiltered())[ids[0]]
        for k, word in enumerate(ids[1:], start=1):
            product *= predictor.probabilities([*before, *ids[:k]], sampling)[word]
        assert choice.probability == pytest.approx(product, rel=1e-4)


def test_no_five_words_go_on_from_letters_that_no_word_begins_with(predictor):
    [prediction] = MODES["next-five"].run(predictor, Query("Ada eats the brunx", PLAIN, 10, 50, narrow=True))
    assert prediction.choices == ()
    assert [unknown.word for unknown in prediction.unknown] == ["brunx"]


def test_from_one_word_writes_as_many_words_as_asked(predictor):
    for length in (5, 23, 200):
        predictions = run(predictor, "from-one-word", "Ada", SamplingConfig(seed=5), length=length)
        assert sum(map(words.is_word, words.split(predictions[-1].choices[0].label))) == length
        assert [p.done for p in predictions] == [False] * (len(predictions) - 1) + [True]


def test_a_model_that_repeats_marks_for_ever_still_writes_its_words(tiny_corpus):
    from tests.engine.conftest import TINY_MODEL, TINY_TRAINING
    from textgen.engine.training import TrainingRun

    run_ = TrainingRun(tiny_corpus, TINY_MODEL, dataclasses.replace(TINY_TRAINING, epochs=0.5))
    young = Predictor.of(list(run_)[-1].checkpoint)
    last = run(young, "from-one-word", "Ada", SamplingConfig(top_k=1), length=20)[-1]
    assert sum(map(words.is_word, words.split(last.choices[0].label))) == 20


def test_a_model_that_knows_only_marks_comes_to_an_end(trained):
    names = (".", ",", "!", "?", *(f"{mark}{mark}" for mark in ";:"))
    marks = dataclasses.replace(trained, words=names + tuple("#$%&*+<>=@^_|~"[: len(trained.words) - 6]))
    small = len(marks.words)
    weights = {k: w[: small + 2] if k in ("table.bias", "table.vectors.0") else w for k, w in trained.weights.items()}
    marks = dataclasses.replace(marks, counts=(1,) * small, weights=weights)
    last = run(Predictor.of(marks), "from-one-word", ".", SamplingConfig(seed=1))[-1]
    assert last.done


def test_numbers_that_are_none_still_give_words(trained):
    broken = {name: np.full_like(weight, 3e38) for name, weight in trained.weights.items()}
    predictor = Predictor.of(dataclasses.replace(trained, weights=broken))
    for mode in MODES:
        assert run(predictor, mode, "Ada", length=5)[-1].choices


def test_every_suggestion_can_be_read_again(trained, predictor):
    """Nothing that the program itself has proposed is unknown to it in the next prompt."""
    for text in ("Ada eats the fish.", "Then Ada says:", "Then Ada says: “fish is good!”"):
        [prediction] = run(predictor, "next-word", text, count=1000)
        for choice in prediction.choices:
            assert run(predictor, "next-word", text + choice.insert)[0].unknown == (), choice


def test_typing_on_in_a_long_text_reads_only_what_is_new(predictor, monkeypatch):
    ids = predictor.tokenizer.encode("Ada eats the fish. " * (CONTEXT // 2))
    read = []
    step = Stepper.step
    monkeypatch.setattr(Stepper, "step", lambda *a: read.append(1) or step(*a))
    lengths = []
    for end in range(CONTEXT + 10, CONTEXT + 60):
        read.clear()
        predictor.read(ids[:end])
        lengths.append(len(read))
    assert sorted(lengths)[-2] <= 3, "but for the one time that the beginning is dropped"


def test_each_report_goes_on_from_the_one_before(predictor):
    predictions = run(predictor, "from-one-word", "Ada", SamplingConfig(seed=5), length=30)
    for before, after in itertools.pairwise(predictions):
        assert after.choices[0].insert.startswith(before.choices[0].insert)


def test_each_output_is_read_as_the_next_input(predictor, monkeypatch):
    """Written words follow from a reading of all words before them; the cache alone holds only the prompt's."""
    monkeypatch.setattr(predictor._pairs, "adjust", lambda *_: None)
    sampling = SamplingConfig(seed=1, mix="ngrams")
    ids = predictor.tokenizer.encode("Ada")
    for word, p in itertools.islice(predictor.write(list(ids), sampling), 30):
        expected = predictor.probabilities(ids, sampling)
        assert p == pytest.approx(expected[word], abs=1e-4)
        ids.append(word)


def test_the_same_seed_writes_the_same(predictor):
    texts = [run(predictor, "from-one-word", "Ada", SamplingConfig(seed=s))[-1].choices[0].insert for s in (5, 5, 6)]
    assert texts[0] == texts[1] != texts[2]
    unseeded = {
        run(predictor, "from-one-word", "Ada", SamplingConfig(temperature=2))[-1].choices[0].insert for _ in range(4)
    }
    assert len(unseeded) > 1


def test_an_unknown_word_is_said_with_the_nearest_known_ones(predictor):
    for mode in MODES:
        prediction = run(predictor, mode, "bruna")[-1]
        assert [unknown.word for unknown in prediction.unknown] == ["bruna"]
        assert prediction.unknown[0].nearest[0][0] == "Bruno"
        assert prediction.choices


def test_an_unknown_mark_is_near_no_word(predictor):
    told = run(predictor, "next-word", "Ada eats ‡ fish")[-1].unknown
    assert [(unknown.word, unknown.nearest) for unknown in told] == [("‡", ())]


def test_a_known_text_has_no_unknown_words(predictor):
    assert run(predictor, "next-word", "Ada eats the fish. Then Ada says: “fish")[0].unknown == ()


def test_a_decomposed_accent_is_read_as_the_composed_one(trained):
    accented = dataclasses.replace(trained, words=("é", *trained.words[1:]))
    assert run(Predictor.of(accented), "next-word", "e\u0301")[0].unknown == ()


def test_the_unknown_word_is_never_written(tiny_corpus):
    from tests.engine.conftest import TINY_MODEL, TINY_TRAINING
    from textgen.engine.training import TrainingRun

    model = dataclasses.replace(TINY_MODEL, vocabulary=10)
    *_, finished = TrainingRun(tiny_corpus, model, dataclasses.replace(TINY_TRAINING, epochs=4))
    predictor = Predictor.of(finished.checkpoint)
    plain = predictor.read(predictor.tokenizer.encode("Then")).probabilities()
    assert plain[Tokenizer.UNKNOWN] > 0.1, "the model itself expects unknown words"
    for mode in MODES:
        for prediction in run(predictor, mode, "Then", SamplingConfig(seed=2), length=100):
            assert all("<unk>" not in choice.label + choice.insert for choice in prediction.choices)


def test_what_is_written_does_not_make_itself_likelier(predictor, monkeypatch):
    """Every word is drawn with the cache of the prompt."""
    monkeypatch.setattr(predictor._pairs, "adjust", lambda *_: None)
    sampling = SamplingConfig(seed=3)
    ids = predictor.tokenizer.encode("Ada eats the")
    cache = predictor._cache(predictor.read(ids), sampling)
    for word, p in itertools.islice(predictor.write(list(ids), sampling), 30):
        mixed_V = predictor._mixed(predictor.read(ids), sampling, cache)
        p_V = possible(mixed_V, predictor._steering(ids, sampling, None).weigh(mixed_V, ())[1])
        assert p == pytest.approx(p_V[word], abs=1e-4)
        ids.append(word)


def test_a_seed_word_alone_is_no_cache(predictor):
    """It would be the only word that is likely to come again."""
    caches = [predictor._cache(predictor.read(range(2, 2 + n)), SamplingConfig()) for n in range(5)]
    assert [cache is not None for cache in caches] == [False, False, False, True, True]


def test_what_is_opened_is_closed_in_its_paragraph(predictor):
    """The network alone, which has learnt little and is drawn at a high temperature, leaves quotes open."""
    opened = 0
    for seed in range(1, 9):
        sampling = SamplingConfig(seed=seed, temperature=1.5, mix="network")
        ids = [word for word, _ in itertools.islice(predictor.write([2], sampling), 120)]
        for paragraph in predictor.tokenizer.decode(ids).split("\n")[:-1]:
            opened += paragraph.count("“")
            assert paragraph.count("“") == paragraph.count("”"), paragraph
    assert opened > 10


def kinds(predictor, p_V):
    """How likely a word, a mark and a paragraph's end are."""
    words_, end = p_V[predictor._is_word_V].sum(), p_V[Tokenizer.END]
    return np.array([words_, p_V.sum() - words_ - end, end])


PLACES = ("Ada eats the fish", "Ada eats the fish. Then", "Ada eats the fish. Then Ada says: “fish is good!”", "Ada")


@pytest.mark.parametrize("text", PLACES)
@pytest.mark.parametrize("changed", [{"temperature": 0.5}, {"temperature": 2.0}, {"repetition_penalty": 3.0}])
def test_words_marks_and_paragraph_ends_stay_as_likely_as_the_model_finds_them(predictor, text, changed):
    ids = predictor.tokenizer.encode(text)
    own_V, changed_V = (predictor.probabilities(ids, s) for s in (SamplingConfig(), SamplingConfig(**changed)))
    assert kinds(predictor, changed_V) == pytest.approx(kinds(predictor, own_V), abs=1e-9)
    assert np.abs(changed_V - own_V).max() > 1e-5, "the words themselves do not stay as they are"


def test_written_text_is_drawn_by_what_the_bars_show(predictor, monkeypatch):
    monkeypatch.setattr(predictor._pairs, "adjust", lambda *_: None)
    natural = dataclasses.replace(MODES["from-one-word"].sampling, seed=3, mix="ngrams")
    ids = predictor.tokenizer.encode("Ada")
    for word, p in itertools.islice(predictor.write(list(ids), natural), 60):
        assert p == pytest.approx(predictor.probabilities(ids, natural)[word], abs=1e-6)
        ids.append(word)


def test_each_part_can_be_switched_off(trained, predictor):
    ids = predictor.tokenizer.encode("Ada eats the fish. Then Ada")
    mixes = {mix: predictor.probabilities(ids, SamplingConfig(mix=mix)) for mix in MIXES}
    assert mixes["network"] == pytest.approx(from_scratch(trained, ids), abs=1e-6)
    assert len({p_V.round(9).tobytes() for p_V in mixes.values()}) == len(MIXES), "each mix is another"


def test_letters_of_a_word_narrow_to_words_that_begin_so(predictor):
    [whole] = run(predictor, "next-word", "Ada eats the ", count=1000)
    [prediction] = MODES["next-word"].run(predictor, Query("Ada eats the s", PLAIN, 10, 50, narrow=True))
    assert {"soup", "says"} <= {choice.label for choice in prediction.choices}
    assert prediction.choices[0].label == "soup"
    own = {choice.label: choice.probability for choice in whole.choices}
    for choice in prediction.choices:
        assert choice.label.startswith("s")
        assert (choice.insert, choice.replaces) == (choice.label, 1)
        assert choice.probability == pytest.approx(own[choice.label], abs=1e-6)
    assert prediction.unknown == (), "the letters are no word yet"


def test_narrowing_is_only_where_letters_are_and_where_it_is_asked_for(predictor):
    for text in ("Ada eats the fish.", "Ada eats the ", ""):
        [one], [other] = (
            list(MODES["next-word"].run(predictor, Query(text, PLAIN, 10, 50, narrow=narrow)))
            for narrow in (True, False)
        )
        assert one == other
    assert run(predictor, "next-word", "Ada eats the fish")[0].choices[0].replaces == 0


def test_narrowing_looks_over_accents_and_at_capitals(trained):
    known = ("\u00e9l", "El", "ella", "Elena", "este")
    predictor = Predictor.of(dataclasses.replace(trained, words=(*known, *trained.words[len(known) :])))

    def labels(text):
        [prediction] = MODES["next-word"].run(predictor, Query(text, PLAIN, 10, 50, narrow=True))
        return {choice.label for choice in prediction.choices}, {choice.replaces for choice in prediction.choices}

    assert labels("este el") == ({"\u00e9l", "El", "ella", "Elena"}, {2})
    assert labels("este El") == ({"El", "Elena"}, {2})
    assert labels("este e\u0301l") == ({"\u00e9l", "El", "ella", "Elena"}, {3})
    assert labels("este ESTE") == ({"este"}, {4}), "where none has these capitals, all that begin so"


def test_filters_take_no_word_away_that_has_been_begun(predictor):
    strict = dataclasses.replace(PLAIN, top_k=1, top_p=0.1, min_p=0.9, no_repeat=2, never="soup")
    [whole] = run(predictor, "next-word", "Ada eats the ", count=1000)
    [prediction] = MODES["next-word"].run(predictor, Query("Ada eats the s", strict, 10, 50, narrow=True))
    own = {choice.label: choice.probability for choice in whole.choices}
    labels = [choice.label for choice in prediction.choices]
    assert "says" in labels
    assert "soup" not in labels, "what shall never come is not offered"
    assert labels == sorted(labels, key=lambda label: -own[label])


@pytest.mark.parametrize("mode", ["next-word", "next-five"])
def test_letters_whose_words_are_all_ruled_out_are_no_unknown_word(predictor, mode):
    strict = dataclasses.replace(PLAIN, never="soup says")
    [prediction] = MODES[mode].run(predictor, Query("Ada eats the s", strict, 10, 50, narrow=True))
    assert (prediction.choices, prediction.unknown) == ((), ())


def test_letters_that_no_word_begins_with_are_an_unknown_word(predictor):
    [prediction] = MODES["next-word"].run(predictor, Query("Ada eats the brunx", PLAIN, 10, 50, narrow=True))
    assert prediction.choices == ()
    assert [unknown.word for unknown in prediction.unknown] == ["brunx"]


def test_the_next_word_says_what_the_model_itself_gives_where_settings_change_it(predictor):
    text, sampling = "Ada eats the", dataclasses.replace(PLAIN, temperature=0.5, favour="rice", no_repeat=3)
    for narrow in (False, True):
        [own] = MODES["next-word"].run(predictor, Query(text, PLAIN, 1000, 50, narrow=narrow))
        [changed] = MODES["next-word"].run(predictor, Query(text, sampling, 1000, 50, narrow=narrow))
        plain = {choice.label: choice.probability for choice in own.choices}
        assert {choice.before for choice in own.choices} == {None}
        assert all(choice.before == pytest.approx(plain[choice.label]) for choice in changed.choices)
        assert any(choice.before != pytest.approx(choice.probability) for choice in changed.choices)


def test_drawn_continuations_are_different_and_as_likely_as_the_engine_says(predictor):
    prompt, sampling = predictor.tokenizer.encode("Ada eats the fish."), SamplingConfig(seed=4, temperature=2.0)
    found = predictor.drawn(prompt, 5, sampling, 5)
    assert len({one.ids for one in found}) == 5
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)
    for one in found:
        assert sum(map(predictor.tokenizer.is_word, one.ids)) == 5
    assert predictor.drawn(prompt, 5, sampling, 5) == found
    assert predictor.drawn(prompt, 5, dataclasses.replace(sampling, seed=5), 5) != found


def test_the_probability_of_a_drawn_continuation_is_the_product_of_its_words(predictor):
    prompt, sampling = predictor.tokenizer.encode("Ada eats the fish."), dataclasses.replace(PLAIN, seed=4)
    for one in predictor.drawn(prompt, 5, sampling, 3):
        steps = [predictor.probabilities([*prompt, *one.ids[:k]], sampling)[word] for k, word in enumerate(one.ids)]
        assert one.probability == pytest.approx(float(np.prod(steps)), rel=1e-4)


def test_a_streamed_text_is_what_decoding_it_whole_gives(predictor):
    sampling = SamplingConfig(seed=5, temperature=1.5)
    tokenizer, prompt = predictor.tokenizer, predictor.tokenizer.encode("Ada")
    ids = [word for word, _ in itertools.islice(predictor.write(prompt, sampling), 200)]
    [choice] = run(predictor, "from-one-word", "Ada", sampling, length=60)[-1].choices
    assert tokenizer.decode(ids).startswith(choice.label)
    assert tokenizer.decode([*prompt, *ids]).startswith("Ada" + choice.insert)


def test_what_follows_a_mark_that_the_model_does_not_know_has_the_spacing_of_the_mark(predictor):
    [prediction] = run(predictor, "next-word", "Ada says (", count=1000)
    assert {choice.label: choice.insert for choice in prediction.choices}["fish"] == "fish"
    assert [unknown.word for unknown in prediction.unknown] == ["("]


def test_a_text_of_control_characters_alone_is_an_empty_one(predictor):
    for narrow in (False, True):
        [prediction] = MODES["next-word"].run(predictor, Query("\x00\x07", PLAIN, 10, 50, narrow=narrow))
        assert (prediction.choices, prediction.unknown) == (run(predictor, "next-word", "")[0].choices, ())
