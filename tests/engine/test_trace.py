"""What happens inside a network while it reads a text, against torch's run of the same model."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import CELL_NAMES, ModelConfig
from textgen.engine.gates import BLOCKS, ROWS, STATES, sigmoid
from textgen.engine.model import LanguageModel, restore
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.trace import OUTPUTS, LayerTrace, Trace, trace

TEXT = "Ada eats the soup. Then Bruno says:"
WORDS = ("Ada", "Bruno", "eats", "the", "soup", "bread", ".", "Then", "says", ":")
FUSED = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}
EVERY = pytest.mark.parametrize(("cell", "layers"), [(cell, layers) for cell in CELL_NAMES for layers in (1, 2)])


def made(cell: str, layers: int, seed: int = 4) -> tuple[LanguageModel, Tokenizer]:
    """A network that has not learned, with weights large enough for its gates to open and close."""
    torch.manual_seed(seed)
    tokenizer = Tokenizer(WORDS, [2] * len(WORDS))
    model = LanguageModel(ModelConfig(cell=cell, units=10, layers=layers, embedding=7), len(tokenizer)).eval()
    for parameter in model.requires_grad_(False).parameters():
        parameter.uniform_(-0.9, 0.9)
    return model, tokenizer


def read(cell: str, layers: int, text: str = TEXT) -> Trace:
    model, tokenizer = made(cell, layers)
    return trace(Stepper(model), tokenizer, text)


@pytest.fixture(scope="module")
def whole(trained: Checkpoint) -> tuple[LanguageModel, Tokenizer, Trace]:
    """Of a model that has really learned, as it comes out of its file."""
    model, tokenizer = restore(trained), Tokenizer(trained.words, trained.counts)
    return model, tokenizer, trace(Stepper(model), tokenizer, TEXT)


@EVERY
def test_the_states_are_those_of_torch_s_fused_network_after_a_paragraph_s_end(cell: str, layers: int) -> None:
    model, tokenizer = made(cell, layers)
    ids = torch.tensor([Tokenizer.END, *tokenizer.encode(TEXT)])[:, None]
    found, x_TBI = trace(Stepper(model), tokenizer, TEXT), model.table.embed(ids)
    for k, layer in enumerate(found.layers):
        fused = FUSED[cell](x_TBI.shape[2], 10)
        fused.load_state_dict(model.layers[k].rnn.state_dict())
        x_TBI, after = fused(x_TBI)
        np.testing.assert_allclose(layer.start["hidden_state"], x_TBI[0, 0].detach(), atol=1e-5)
        np.testing.assert_allclose(layer.blocks["hidden_state"], x_TBI[1:, 0].detach(), atol=1e-5)
        if cell == "lstm":
            np.testing.assert_allclose(layer.blocks["cell_state"][-1], after[1][0, 0].detach(), atol=1e-5)


def test_a_model_that_has_learned_is_traced_as_torch_runs_it(whole: tuple[LanguageModel, Tokenizer, Trace]) -> None:
    model, tokenizer, found = whole
    ids = torch.tensor([Tokenizer.END, *tokenizer.encode(TEXT)])[:, None]
    h_TBE, state = model(ids, model.zero_state(1))
    for layer, parts in zip(found.layers, state, strict=True):
        for name, part in zip(STATES[layer.cell], parts, strict=True):
            np.testing.assert_allclose(layer.blocks[name][-1], part[0], atol=1e-5)
    p_TV = model.table.log_probabilities(h_TBE[1:, 0]).exp().numpy()
    for outputs, p_V in zip(found.outputs, p_TV, strict=True):
        best = np.argsort(-p_V)[:OUTPUTS]
        assert [output.probability for output in outputs] == pytest.approx(p_V[best], abs=1e-5)
        assert outputs[0].word == tokenizer.piece(int(best[0]))


@EVERY
def test_the_sums_give_the_blocks(cell: str, layers: int) -> None:
    for layer in read(cell, layers).layers:
        assert set(layer.sums) == set(ROWS[cell])
        for name, parts in layer.sums.items():
            past_TH = parts.from_past + parts.past_bias
            reset = cell == "gru" and name == "candidate"
            sum_TH = parts.from_input + parts.bias + (layer.blocks["reset_gate"] * past_TH if reset else past_TH)
            squash = sigmoid if name.endswith("gate") else np.tanh
            np.testing.assert_allclose(squash(sum_TH), layer.blocks[name], atol=1e-5, err_msg=name)
            assert reset or not parts.past_bias.any()


def _rows(layer: LayerTrace) -> list[dict[str, np.ndarray]]:
    return [
        {name: values[t] for name, values in layer.blocks.items()} for t in range(len(layer.blocks["hidden_state"]))
    ]


@pytest.mark.parametrize("layers", [1, 2])
def test_the_cell_state_is_what_was_kept_and_what_was_written_row_by_row(layers: int) -> None:
    for layer in read("lstm", layers).layers:
        before_H = layer.start["cell_state"]
        for row, told_H in zip(_rows(layer), layer.before("cell_state"), strict=True):
            np.testing.assert_array_equal(told_H, before_H)
            written_H = row["input_gate"] * row["candidate"]
            np.testing.assert_allclose(row["cell_state"], row["forget_gate"] * before_H + written_H, atol=1e-6)
            np.testing.assert_allclose(row["hidden_state"], row["output_gate"] * np.tanh(row["cell_state"]), atol=1e-6)
            before_H = row["cell_state"]


def test_the_gru_mixes_the_old_state_and_the_candidate_row_by_row() -> None:
    (layer,) = read("gru", 1).layers
    for row, before_H in zip(_rows(layer), layer.before("hidden_state"), strict=True):
        z = row["update_gate"]
        np.testing.assert_allclose(row["hidden_state"], z * before_H + (1 - z) * row["candidate"], atol=1e-6)


def test_words_that_the_model_does_not_know_are_flagged() -> None:
    found = read("gru", 1, "Ada eats zymurgy soup")
    assert found.words == ("Ada", "eats", "zymurgy", "soup")
    assert found.known == (True, True, False, True)
    other = read("gru", 1, "Ada eats qwertz soup")  # all of them are the same word to it
    np.testing.assert_array_equal(
        found.layers[0].blocks["hidden_state"], other.layers[0].blocks["hidden_state"], strict=True
    )


@pytest.mark.parametrize("cell", CELL_NAMES)
@pytest.mark.parametrize("text", ["", "   "])
def test_without_words_there_are_rows_of_none(cell: str, text: str) -> None:
    found = read(cell, 2, text)
    assert (found.words, found.known, found.outputs) == ((), (), ())
    for layer in found.layers:
        assert tuple(layer.blocks) == BLOCKS[cell]
        assert all(values.shape == (0, 10) for values in layer.blocks.values())
        assert layer.before("hidden_state").shape == (0, 10)
        assert all(sum.from_input.shape == sum.from_past.shape == (0, 10) for sum in layer.sums.values())
        assert layer.start["hidden_state"].any()  # the paragraph's end has been read


def test_what_was_read_before_is_the_same_whatever_follows() -> None:
    short, long = read("lstm", 2, "Ada eats"), read("lstm", 2, "Ada eats the soup")
    for one, other in zip(short.layers, long.layers, strict=True):
        np.testing.assert_array_equal(one.blocks["cell_state"], other.blocks["cell_state"][:2])
