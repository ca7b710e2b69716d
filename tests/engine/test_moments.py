"""The moments of a text: hidden states against plainly reading it, the nearest against a search of all, extremes too."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from textgen.engine import extremes, moments
from textgen.engine.config import CELL_NAMES, ModelConfig
from textgen.engine.corpus import Corpus, read
from textgen.engine.extremes import Extremes
from textgen.engine.gates import Vector
from textgen.engine.model import LanguageModel, restore
from textgen.engine.moments import Moments, read_through, stretches
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

UNITS = 12


def network_of(cell: str, layers: int, words: int) -> LanguageModel:
    torch.manual_seed(4)
    model = LanguageModel(ModelConfig(cell=cell, units=UNITS, layers=layers, embedding=8), words)
    model.eval().requires_grad_(False)
    for parameter in model.parameters():
        parameter.uniform_(-0.4, 0.4)
    return model


def whole(model: LanguageModel, tokenizer: Tokenizer, corpus: Corpus) -> Moments:
    *_, last = read_through(model, tokenizer, corpus)
    assert last.moments is not None
    return last.moments


def plainly(model: LanguageModel, ids: list[int]) -> list[Vector]:
    """(N, H) of each layer, one token after the other from the text's beginning."""
    network = Stepper(model)
    state = network.state_of(network.blocks(Tokenizer.END, network.start))
    found: list[list[Vector]] = []
    for word in ids:
        layers = network.blocks(word, state)
        state = network.state_of(layers)
        found.append([blocks["hidden_state"] for blocks in layers])
    return [np.array(layer) for layer in zip(*found, strict=True)]


@pytest.fixture(scope="module")
def known(tiny_corpus: Corpus) -> Tokenizer:
    return Tokenizer.fit(tiny_corpus, 20)


@pytest.fixture(params=[(cell, layers) for cell in CELL_NAMES for layers in (1, 2)], ids=str)
def model(request: pytest.FixtureRequest, known: Tokenizer) -> LanguageModel:
    return network_of(*request.param, len(known))


def test_the_states_are_those_of_plain_reading(
    model: LanguageModel, known: Tokenizer, tiny_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one stretch all of them; with several those that are warm, as far as the network remembers."""
    states = plainly(model, known.encode_corpus(tiny_corpus).tolist())[-1][:-1]
    monkeypatch.setattr(moments, "COLUMNS", 1)
    found = whole(model, known, tiny_corpus)
    assert found.places.tolist() == list(range(len(states)))
    assert found.share == 1
    assert np.abs(found.states - states).max() < 1e-3
    monkeypatch.setattr(moments, "COLUMNS", 5)
    found = whole(model, known, tiny_corpus)
    assert found.places.tolist() == list(range(len(states)))
    assert np.abs(found.states - states).max() < 0.02


def test_of_a_long_text_stretches_are_kept_that_were_warm(
    known: Tokenizer, tiny_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = network_of("gru", 2, len(known))
    states = plainly(model, known.encode_corpus(tiny_corpus).tolist())[-1]
    monkeypatch.setattr(moments, "MOST", 300)
    found = whole(model, known, tiny_corpus)
    assert 250 < len(found.places) == len(found.states) <= 300
    assert found.share == len(found.places) / (len(tiny_corpus.ids) - 1) < 0.5
    assert found.places[-1] > 0.9 * len(tiny_corpus.ids)
    assert np.abs(found.states - states[found.places]).max() < 0.02
    drivers = [one.token for side in found.extremes(0, 3) for one in side]
    assert set(drivers) <= set(found.places.tolist())


@given(tokens=st.integers(2, 500_000), units=st.integers(1, 4096))
def test_stretches_lie_apart_and_take_no_more_than_they_may(tokens: int, units: int) -> None:
    starts, lengths = stretches(tokens, units)
    assert (starts[:-1] + lengths[:-1] <= starts[1:]).all()
    assert starts[0] == 0
    assert starts[-1] + lengths[-1] <= tokens
    assert lengths.min() >= 1
    assert lengths.sum() * units * 2 <= moments.MEMORY
    assert lengths.sum() == tokens or moments.MOST >= lengths.sum() > 0.99 * min(moments.MOST, 51_200_000 // units) - 64


def test_the_nearest_moments_are_those_of_a_plain_search(trained, tiny_corpus: Corpus) -> None:
    found = whole(restore(trained), Tokenizer(trained.words, trained.counts), tiny_corpus)
    state = found.states[40].astype(np.float32)
    near, mean = found.nearest(state, 6)
    plain = np.linalg.norm(found.states.astype(np.float64) - state, axis=1)
    assert mean == pytest.approx(plain.mean(), abs=1e-4)
    assert near[0].token == 40
    assert near[0].distance == pytest.approx(0, abs=1e-5)
    assert [one.distance for one in near] == pytest.approx(np.sort(plain)[:6].tolist(), abs=1e-4)
    for one in near:
        assert tiny_corpus.types[tiny_corpus.ids[one.token + 1]].strip("\uf8ff\n") in one.next or one.next == "¶"
        passage = found.passage(one.token + 1, 8)
        assert passage.text[passage.start : passage.end].strip() == one.next.strip("¶…")
        assert passage.text in "\n".join(Path(tiny_corpus.path).read_text(encoding="utf-8").split("\n\n"))


def test_after_the_same_words_the_text_went_on_with_what_is_told(trained, tiny_corpus: Corpus) -> None:
    words = Tokenizer(trained.words, trained.counts)
    found = whole(restore(trained), words, tiny_corpus)
    state = plainly(restore(trained), words.encode("Ada eats the bread. Then"))[-1][-1]
    assert {one.next for one in found.nearest(state, 3)[0]} == {"Ada"}


def test_extremes_of_all_layers_are_those_of_all_states(
    model: LanguageModel, known: Tokenizer, tiny_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moments, "COLUMNS", 1)
    found = whole(model, known, tiny_corpus)
    layers = plainly(model, known.encode_corpus(tiny_corpus).tolist())
    for layer, states in enumerate(layers):
        for unit in (0, 5, UNITS - 1):
            highest, lowest = found.extremes(layer, unit)
            of_unit = np.sort(states[:-1, unit])
            assert [one.state for one in highest] == pytest.approx(of_unit[::-1][: extremes.KEPT].tolist(), abs=1e-4)
            assert [one.state for one in lowest] == pytest.approx(of_unit[: extremes.KEPT].tolist(), abs=1e-4)
            for one in (*highest, *lowest):
                assert states[one.token, unit] == pytest.approx(one.state, abs=1e-4)
                assert one.word.strip("…") in tiny_corpus.types[tiny_corpus.ids[one.token]] or one.word == "¶"


def test_extremes_come_out_whatever_the_order_and_the_cut() -> None:
    torch.manual_seed(1)
    states, tokens = torch.randn(200, 3), torch.arange(1000, 1200)
    found = Extremes(3)
    for rows in (slice(0, 4), slice(4, 100), slice(100, 101), slice(101, 200)):
        found.add(states[rows], tokens[rows])
    for unit in range(3):
        order = states[:, unit].argsort().tolist()
        assert [token - 1000 for token, _ in found.highest(unit)] == order[::-1][: extremes.KEPT]
        assert [token - 1000 for token, _ in found.lowest(unit)] == order[: extremes.KEPT]
        assert found.lowest(unit)[0][1] == pytest.approx(float(states[:, unit].min()))


def test_of_few_states_there_are_few_extremes() -> None:
    found = Extremes(2)
    found.add(torch.tensor([[0.5, -1.0], [0.25, 1.0]]), torch.tensor([7, 8]))
    assert found.highest(0) == ((7, 0.5), (8, 0.25))
    assert found.lowest(1) == ((7, -1.0), (8, 1.0))


def test_a_text_of_two_words_can_be_read_through(tmp_path: Path, trained) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Ada eats\n", encoding="utf-8")
    *_, last = read(path)
    found = whole(restore(trained), Tokenizer(trained.words, trained.counts), last.corpus)
    assert len(found.nearest(np.zeros(trained.model.units, np.float32), 5)[0]) == len(found.places) >= 1


def test_how_far_it_is_rises_and_it_can_be_left(trained, tiny_corpus: Corpus) -> None:
    steps = read_through(restore(trained), Tokenizer(trained.words, trained.counts), tiny_corpus)
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1
