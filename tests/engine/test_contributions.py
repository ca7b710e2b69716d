"""Why a word: gradients against finite differences, leaving out against plainly reading the shorter text."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from textgen.engine import contributions as under_test
from textgen.engine import model as model_file
from textgen.engine.config import CELL_NAMES, ModelConfig
from textgen.engine.contributions import Contribution, by_gradient, contributions, number_of
from textgen.engine.gates import STEPS
from textgen.engine.model import LanguageModel, restore
from textgen.engine.problem import Problem
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

WORDS = 60
IDS = [1, 3, 7, 30, 59, 26, 4, 7]  # with words of each group of the table, and one twice
TEXT = "Ada eats the bread. Then Ada"

every_cell = pytest.mark.parametrize("cell", CELL_NAMES)
every_depth = pytest.mark.parametrize("layers", [1, 2])


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "HEAD", 5)
    monkeypatch.setattr(model_file, "WHOLE", 10)


def random_model(cell: str, layers: int, most: float = 0.5) -> LanguageModel:
    torch.manual_seed(5)
    model = LanguageModel(ModelConfig(cell=cell, units=12, layers=layers, embedding=8), WORDS)
    model.eval().requires_grad_(False)
    for parameter in model.parameters():
        parameter.uniform_(-most, most)
    return model


def exact(model: LanguageModel, x_TE: np.ndarray, target: int) -> float:
    """log2 p of a word after inputs with these vectors, in double precision and written out."""
    network = Stepper(model.double())
    state = network.start
    for x in x_TE:
        layers = []
        for weights, before in zip(network.layers, state, strict=True):
            layers.append(STEPS[network.cell](x, before, weights))
            x = layers[-1]["hidden_state"]
        state = network.state_of(layers)
    h_E = network.hidden(layers)
    return float(model.table.log_probabilities(torch.from_numpy(h_E)[None])[0, target]) / math.log(2)


def vectors(model: LanguageModel) -> np.ndarray:
    return model.table.embed(torch.tensor(IDS)).numpy().astype(np.float64)


def tokenizer() -> Tokenizer:
    return Tokenizer([f"w{i}" for i in range(WORDS - 2)], [1] * (WORDS - 2))


@every_cell
@every_depth
@pytest.mark.parametrize("target", [4, 20, 59])
@pytest.mark.usefixtures("groups")
def test_gradient_times_input_against_finite_differences(cell: str, layers: int, target: int) -> None:
    model = random_model(cell, layers)
    own = by_gradient(model, IDS, target)
    step, x = 1e-5, vectors(model)
    for at in range(len(IDS)):
        low, high = x.copy(), x.copy()
        low[at] *= 1 - step
        high[at] *= 1 + step
        slope = (exact(model, high, target) - exact(model, low, target)) / (2 * step)
        assert own[at] == pytest.approx(slope, abs=2e-6)
    assert np.abs(own).max() > 0.001


@every_cell
def test_where_the_network_is_nearly_linear_gradient_times_input_adds_up(cell: str) -> None:
    """To what the words change from inputs that say nothing."""
    model = random_model(cell, 1, most=0.01)
    x, own = vectors(model), by_gradient(model, IDS, 7)
    change = exact(model, x, 7) - exact(model, np.zeros_like(x), 7)
    assert own.sum() == pytest.approx(change, rel=0.02)


@every_cell
@every_depth
@pytest.mark.usefixtures("groups")
def test_leaving_out_against_reading_the_shorter_text(cell: str, layers: int) -> None:
    model, words = random_model(cell, layers), ["w1", "w28", "w57", "w1", "w5"]
    found = contributions(model, Stepper(model), tokenizer(), " ".join(words), 9)

    def bits(inputs: list[int]) -> float:
        h_TBE, _ = model(torch.tensor(inputs)[:, None], model.zero_state(1))
        return float(model.table.log_probabilities(h_TBE[-1])[0, 9]) / math.log(2)

    ids = [Tokenizer.END, *tokenizer().encode(" ".join(words))]
    told = [found.start.leaving_out, *(one.leaving_out for one in found.words)]
    plain = [bits(ids) - bits(ids[:at] + ids[at + 1 :]) for at in range(len(ids))]
    assert told == pytest.approx(plain, abs=1e-4)
    assert found.target.probability == pytest.approx(2 ** bits(ids), rel=1e-4)
    assert np.abs(plain).max() > 0.01


@every_cell
def test_the_gradient_of_each_word_stands_by_that_word(cell: str) -> None:
    model = random_model(cell, 2)
    found = contributions(model, Stepper(model), tokenizer(), "w3 w9 w4", 6)
    told = [found.start.gradient, *(one.gradient for one in found.words)]
    assert told == pytest.approx(by_gradient(model, [Tokenizer.END, 5, 11, 6], 6).tolist(), abs=1e-6)
    assert [one.word for one in (found.start, *found.words)] == ["¶", "w3", "w9", "w4"]


def test_the_likeliest_word_is_explained_where_none_is_chosen(trained) -> None:
    model, words = restore(trained), Tokenizer(trained.words, trained.counts)
    found = contributions(model, Stepper(model), words, "Diego eats the fish. Then")
    assert found.target == found.candidates[0]
    assert [one.word for one in found.words] == ["Diego", "eats", "the", "fish", ".", "Then"]
    assert found.state.shape == (trained.model.units,)
    shares = [one.probability for one in found.candidates]
    assert shares == sorted(shares, reverse=True)
    assert Tokenizer.UNKNOWN not in [one.number for one in found.candidates]


def test_an_unknown_word_is_marked_and_a_text_of_none_has_its_beginning_only(trained) -> None:
    model, words = restore(trained), Tokenizer(trained.words, trained.counts)
    found = contributions(model, Stepper(model), words, "Zebras eats")
    assert [(one.word, one.known) for one in found.words] == [("Zebras", False), ("eats", True)]
    empty = contributions(model, Stepper(model), words, "")
    assert empty.words == ()
    assert empty.start.known
    assert math.isfinite(empty.start.leaving_out)


def test_of_a_long_text_the_last_words_are_looked_at(trained, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_test, "LONGEST", 3)
    model, words = restore(trained), Tokenizer(trained.words, trained.counts)
    found = contributions(model, Stepper(model), words, TEXT)
    assert [one.word for one in found.words] == [".", "Then", "Ada"]


def test_a_typed_word_is_found_and_what_is_none_is_told(trained) -> None:
    words = Tokenizer(trained.words, trained.counts)
    assert words.piece(number_of("bread", words)) == "bread"
    assert words.piece(number_of(" . ", words)) == "."
    assert number_of("¶", words) == Tokenizer.END
    with pytest.raises(Problem, match="Zebra"):
        number_of("Zebra", words)
    for several in ("the bread", "", "  "):
        with pytest.raises(Problem, match="one word"):
            number_of(several, words)


@pytest.mark.parametrize(
    ("gradient", "leaving_out", "disagree"),
    [(1.0, -1.0, True), (-0.2, 0.2, True), (1.0, 1.0, False), (1.0, -0.05, False), (0.0, 0.0, False)],
)
def test_slight_contributions_do_not_disagree(gradient: float, leaving_out: float, disagree: bool) -> None:
    assert Contribution("word", True, gradient, leaving_out).disagree == disagree
