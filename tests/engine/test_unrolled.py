"""The network column by column: what is read, what is written, what is fed back."""

import itertools

import numpy as np
import pytest
import torch

from textgen.engine.config import CELL_NAMES, ModelConfig
from textgen.engine.gates import STATES
from textgen.engine.model import LanguageModel, restore
from textgen.engine.modes import MODES
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.trace import trace
from textgen.engine.unrolled import WRITTEN, Unrolled, go_on, walk

SENTENCE = "Ada eats the soup. Then"


@pytest.fixture(scope="module")
def known(trained):
    return Stepper(restore(trained)), Tokenizer(trained.words, trained.counts)


def test_every_mode_has_its_number_of_words():
    shapes = {name: mode.shape.split("→")[1] for name, mode in MODES.items()}
    assert {name: len(squares) for name, squares in shapes.items()} == WRITTEN


@pytest.mark.parametrize("cell", CELL_NAMES)
@pytest.mark.parametrize("layers", [1, 2])
def test_the_states_are_those_of_reading_what_was_written(trained, cell, layers):
    torch.manual_seed(4)
    tokenizer = Tokenizer(trained.words, trained.counts)
    config = ModelConfig(cell=cell, units=12, layers=layers, embedding=8)
    network = Stepper(LanguageModel(config, len(tokenizer)).eval())
    found = walk(network, tokenizer, "Ada eats", "next-five", seed=3)
    assert all(set(states) == set(STATES[cell]) for column in found.columns for states in column.layers)
    state = network.state_of(network.blocks(Tokenizer.END, network.start))
    ids = [*tokenizer.encode("Ada eats"), *(written.number for written in found.written[:-1])]
    for word, column in zip(ids, found.columns, strict=True):
        blocks = network.blocks(word, state)
        state = network.state_of(blocks)
        for states, layer in zip(column.layers, state, strict=True):
            assert all(np.array_equal(a, b) for a, b in zip(states.values(), layer, strict=True))


def test_reading_is_the_trace_s(known):
    network, tokenizer = known
    found, traced = walk(network, tokenizer, SENTENCE, "next-word"), trace(network, tokenizer, SENTENCE)
    assert tuple(column.word for column in found.columns) == traced.words
    assert tuple(column.outputs for column in found.columns) == traced.outputs
    for at, column in enumerate(found.columns):
        assert np.array_equal(column.layers[0]["hidden_state"], traced.layers[0].blocks["hidden_state"][at])
    assert np.array_equal(found.start[0]["hidden_state"], traced.layers[0].start["hidden_state"])


def test_many_to_one_uses_the_last_output_only(known):
    found = walk(*known, SENTENCE, "next-word")
    assert found.read == 5  # the full stop is a mark
    assert [column.written is not None for column in found.columns] == [False] * 5 + [True]
    assert not any(column.fed_back for column in found.columns)
    assert found.written[0].word in {"Ada", "Bruno", "Clara", "Diego"}


def test_the_one_output_may_be_a_mark(known):
    found = walk(*known, "Then Bruno says", "next-word")
    assert [(one.word, one.place) for one in found.written] == [(":", None)]


def test_many_to_many_reads_then_writes_and_feeds_back(known):
    found = walk(*known, SENTENCE, "next-five")
    assert [written.place for written in found.written if written.place] == [1, 2, 3, 4, 5]
    assert found.written[-1].place == 5
    fed = [column for column in found.columns if column.fed_back]
    assert [column.word for column in fed] == [written.word for written in found.written[:-1]]
    assert len(found.columns) == 6 + len(fed)


def test_one_to_many_reads_one_word(known):
    found = walk(*known, "“Ada eats the soup.", "from-one-word")
    assert [column.word for column in found.columns if not column.fed_back] == ["Ada"]
    assert found.read == 1
    assert all(column.written for column in found.columns)


def test_the_likeliest_is_written_with_its_probability(known):
    found = walk(*known, SENTENCE, "next-five")
    for column in found.columns:
        if column.written:
            assert (column.written.word, column.written.probability) == (
                column.outputs[0].word,
                column.outputs[0].probability,
            )


def test_draws_follow_the_probabilities_and_come_again_with_their_seed(known):
    written = [walk(*known, "Ada eats the", "next-word", seed).written[0] for seed in range(400)]
    assert written[7] == walk(*known, "Ada eats the", "next-word", 7).written[0]
    first = walk(*known, "Ada eats the", "next-word").columns[-1].outputs[0]
    share = sum(one.word == first.word for one in written) / len(written)
    assert share == pytest.approx(first.probability, abs=4 * np.sqrt(0.25 / 400))


def test_the_sign_for_unknown_words_is_never_written(known):
    network, tokenizer = known
    network = Stepper.__new__(Stepper)
    network.__dict__.update(known[0].__dict__)
    certain = np.full(len(tokenizer), 1e-6, np.float32)
    certain[Tokenizer.UNKNOWN], certain[5] = 0.9, 0.05
    network.probabilities = lambda h_E: certain
    for seed in (None, *range(20)):
        assert all(
            one.number != Tokenizer.UNKNOWN for one in walk(network, tokenizer, "Ada", "next-five", seed).written
        )


def test_marks_alone_come_to_an_end(known):
    network, tokenizer = known
    network = Stepper.__new__(Stepper)
    network.__dict__.update(known[0].__dict__)
    marks = np.zeros(len(tokenizer), np.float32)
    marks[Tokenizer.END] = 1.0
    network.probabilities = lambda h_E: marks
    assert len(walk(network, tokenizer, "Ada", "next-five").written) == 15


def test_going_on_is_one_longer_walk(known):
    five = walk(*known, SENTENCE, "next-five")
    one = walk(*known, SENTENCE, "next-word")
    for _ in range(len(five.written) - 1):
        one = go_on(*known, one)
    for a, b in itertools.zip_longest(one.columns, five.columns):
        assert (a.word, a.fed_back, a.written) == (b.word, b.fed_back, b.written)


def test_an_unknown_word_is_shown_as_it_was_typed(known):
    found = walk(*known, "Zebra eats", "next-word")
    assert [(column.word, column.known) for column in found.columns] == [("Zebra", False), ("eats", True)]


def test_without_words_there_are_no_columns(known):
    assert all(walk(*known, "", mode).columns == () for mode in MODES)


def test_the_size_is_the_mean_of_absolute_values():
    start = {"hidden_state": np.array([0.5, -0.5, 1.0, 0.0], np.float32)}
    assert Unrolled("next-word", None, (start,), ()).size(-1, 0, "hidden_state") == 0.5
