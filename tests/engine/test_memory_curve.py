"""The memory curve over many passages, and what it shows of networks on a task that needs memory."""

import itertools

import numpy as np
import pytest
import torch

from textgen.engine.config import ModelConfig
from textgen.engine.held_out import held_out_part, hold_out
from textgen.engine.memory_curve import PASSAGES, curve, memory_curve
from textgen.engine.model import LanguageModel, restore
from textgen.engine.remembering import frequencies
from textgen.engine.swapping import REACH, Swapper
from textgen.engine.tokenizer import Tokenizer

OTHERS = 20  # words between the first one and where it has to be repeated
SYMBOLS = 8
BEGIN, REPEAT = SYMBOLS, SYMBOLS + 1
STEPS, BATCH, SEED = 400, 32, 1


# ---- the curve ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def swapper(trained) -> Swapper:
    return Swapper(restore(trained), frequencies(Tokenizer(trained.words, trained.counts)))


def test_it_gets_finer_with_each_passage(swapper: Swapper, trained, tiny_corpus) -> None:
    ids_N = Tokenizer(trained.words, trained.counts).encode_corpus(tiny_corpus)
    curves = list(memory_curve(swapper, ids_N, Tokenizer.END))
    assert [one.passages for one in curves] == list(range(1, len(ids_N) // REACH + 1))
    assert {one.of for one in curves} == {len(ids_N) // REACH}
    last = curves[-1]
    assert len(last.mean_K) == REACH
    assert (last.low_K <= last.mean_K).all()
    assert (last.mean_K <= last.high_K).all()
    assert last.mean_K[:10].mean() > 5 * last.mean_K[-10:].mean(), "what matters here lies near"


def test_the_interval_narrows_with_more_passages() -> None:
    bits_PK = np.random.default_rng(1).exponential(1.0, (200, 3))
    few, many = curve(bits_PK[:20], 200), curve(bits_PK, 200)
    assert (many.high_K - many.low_K < (few.high_K - few.low_K) / 2).all()


def test_it_is_the_same_each_time(swapper: Swapper) -> None:
    ids_N = np.arange(300, dtype=np.int32) % 12
    one, other = (next(itertools.islice(memory_curve(swapper, ids_N, Tokenizer.END), 2, None)) for _ in range(2))
    assert (one.mean_K == other.mean_K).all()
    assert (one.high_K == other.high_K).all()


def test_short_texts(swapper: Swapper) -> None:
    assert list(memory_curve(swapper, np.empty(0, np.int32), Tokenizer.END)) == []
    (only,) = memory_curve(swapper, np.array([5, 6, 7], np.int32), Tokenizer.END)
    assert (len(only.mean_K), only.passages) == (3, 1)
    assert (only.low_K == only.mean_K).all()


def test_there_is_a_most_of_passages(swapper: Swapper) -> None:
    first = next(memory_curve(swapper, np.full((PASSAGES + 9) * REACH, 5, np.int32), Tokenizer.END))
    assert first.of == PASSAGES


def test_the_interval_holds_the_true_mean_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(4)
    held = 0
    for _ in range(200):
        found = curve(random.exponential(1.0, (60, 1)), 60)
        held += bool(found.low_K[0] <= 1.0 <= found.high_K[0])
    assert 0.88 < held / 200 < 0.99


def test_half_of_it_lies_within() -> None:
    assert curve(np.array([[5.0, 1.0, 1.0, 1.0]]), 1).half == 1
    assert curve(np.array([[1.0, 1.0, 1.0, 1.0]]), 1).half == 2
    assert curve(np.array([[0.0, 0.0, 0.0, 1.0]]), 1).half == 4


def test_the_held_out_part_is_the_one_of_the_training(tiny_corpus) -> None:
    _, held_out = hold_out(tiny_corpus, None, 0.1)
    alone = held_out_part(tiny_corpus, 0.1)
    assert (alone.ids == held_out.ids).all()
    assert (alone.counts == held_out.counts).all()


# ---- a task that needs memory ---------------------------------------------------------------------------------------


def task(batch: int, others: int, random: torch.Generator) -> torch.Tensor:
    """(others + 4, batch): a sign to begin, a symbol, as many others, a sign to repeat the first, and the first again."""
    symbols_TB = torch.randint(0, SYMBOLS, (others + 1, batch), generator=random)
    begin_1B, repeat_1B = (torch.full((1, batch), sign) for sign in (BEGIN, REPEAT))
    return torch.cat([begin_1B, symbols_TB, repeat_1B, symbols_TB[:1]])


def taught(cell: str, units: int) -> LanguageModel:
    """A network that has read 12,800 of them, with 1 to OTHERS others; back-propagation goes all the way."""
    torch.manual_seed(SEED)
    model = LanguageModel(ModelConfig(cell=cell, units=units, embedding=units, dropout=0.0), SYMBOLS + 2)
    optimiser, random = torch.optim.Adam(model.parameters(), 0.003), torch.Generator().manual_seed(SEED)
    for _ in range(STEPS):
        others = int(torch.randint(1, OTHERS + 1, (1,), generator=random))
        ids_TB = task(BATCH, others, random)
        h_TBE, _ = model(ids_TB[:-1], model.zero_state(BATCH))
        loss = model.table.loss(h_TBE[-1], ids_TB[-1]) / BATCH
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
    return model.eval().requires_grad_(False)


def right(model: LanguageModel) -> float:
    """The share of new ones, with OTHERS others, whose first symbol it repeats."""
    ids_TB = task(512, OTHERS, torch.Generator().manual_seed(99))
    h_TBE, _ = model(ids_TB[:-1], model.zero_state(512))
    return float((model.table.log_probabilities(h_TBE[-1]).argmax(1) == ids_TB[-1]).float().mean())


def by_distance(model: LanguageModel) -> np.ndarray:
    """The mean bits of swaps in new ones: the sign to repeat stands at distance 1, the first symbol at OTHERS + 2."""
    frequencies = np.array([1] * SYMBOLS + [0, 0])
    swapper, random = Swapper(model, frequencies), np.random.default_rng(1)
    found = []
    for ids_N in task(20, OTHERS, torch.Generator().manual_seed(98))[:-1].t().numpy().astype(np.int32):
        bits_KR = swapper.divergences(ids_N, swapper.others(ids_N[1:], 3, random))
        found.append(bits_KR.mean(1)[::-1])
    return curve(np.array(found), 20).mean_K


@pytest.mark.parametrize("cell", ["lstm", "gru"])
def test_with_gates_the_first_word_is_repeated_and_the_curve_peaks_there(cell: str) -> None:
    model = taught(cell, 64)
    assert right(model) > 0.95
    between_K, first = by_distance(model)[1:-1], by_distance(model)[-1]
    assert len(between_K) == OTHERS
    assert first > 0.8
    assert first > 10 * between_K.max()


def test_without_gates_it_is_not_and_the_curve_is_flat() -> None:
    """With as many parameters as the LSTM."""
    model = taught("rnn", 128)
    assert right(model) < 2 / SYMBOLS, "about as by chance"
    bits_K = by_distance(model)
    assert bits_K[-1] < 0.01
    assert bits_K[10:].max() < 0.01
