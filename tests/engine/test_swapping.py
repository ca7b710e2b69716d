"""Swapping words side by side gives what reading each changed text by itself gives."""

import numpy as np
import pytest
import torch

from tests.engine.conftest import NAMES
from textgen.engine import words
from textgen.engine.config import CELL_NAMES, ModelConfig
from textgen.engine.divergence import jensen_shannon
from textgen.engine.model import LanguageModel, restore
from textgen.engine.remembering import SWAPS, frequencies, remembered
from textgen.engine.swapping import REACH, Swapper
from textgen.engine.tokenizer import Tokenizer

WORDS = 30


def swapper(cell: str = "lstm", layers: int = 2, words: int = WORDS) -> Swapper:
    torch.manual_seed(1)
    model = LanguageModel(ModelConfig(cell=cell, units=12, embedding=8, layers=layers), words)
    return Swapper(model.eval().requires_grad_(False), np.arange(words))


def plainly(model: LanguageModel, ids: list[int]) -> torch.Tensor:
    """The distribution after a text that is read from its beginning."""
    h_TBE, _ = model(torch.tensor(ids)[:, None], model.zero_state(1))
    return model.table.log_probabilities(h_TBE[-1]).exp()


@pytest.mark.parametrize("cell", CELL_NAMES)
@pytest.mark.parametrize("places", [1, 5, 9])
def test_each_swap_is_as_if_that_text_had_been_read(cell: str, places: int) -> None:
    made, ids = swapper(cell), [3, 14, 15, 9, 2, 6, 5, 3, 5]
    others_KR = made.others(np.array(ids[-places:], np.int32), 4, np.random.default_rng(2))
    found_KR = made.divergences(np.array(ids, np.int32), others_KR)
    for place, (others, bits) in enumerate(zip(others_KR.tolist(), found_KR.tolist(), strict=True), len(ids) - places):
        for other, one in zip(others, bits, strict=True):
            changed = plainly(made.model, [*ids[:place], other, *ids[place + 1 :]])
            expected = jensen_shannon(plainly(made.model, ids)[0], changed)
            assert one == pytest.approx(float(expected), rel=1e-3, abs=1e-10)


def test_a_large_vocabulary_is_looked_at_a_few_rows_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    made, ids_N = swapper(), np.array([3, 14, 15, 9], np.int32)
    others_KR = made.others(ids_N, 4, np.random.default_rng(2))
    at_once = made.divergences(ids_N, others_KR)
    monkeypatch.setattr("textgen.engine.swapping.CHUNK", 3 * WORDS)
    assert made.divergences(ids_N, others_KR) == pytest.approx(at_once, rel=1e-3)


def test_words_are_drawn_by_frequency_and_never_their_own() -> None:
    made, ids_N = swapper(), np.arange(WORDS, dtype=np.int32)
    drawn = [made.others(ids_N, 5, np.random.default_rng(seed)) for seed in range(200)]
    for others_KR in drawn:
        assert others_KR.shape == (WORDS, 5)
        assert all(len({*row, own}) == 6 for own, row in enumerate(others_KR.tolist()))
    counts = np.bincount(np.concatenate([one.ravel() for one in drawn]), minlength=WORDS)
    assert counts[0] == 0, "its frequency is 0"
    assert counts[-8:].sum() > 2 * counts[1:9].sum()


def test_the_same_seed_draws_the_same() -> None:
    made, ids_N = swapper(), np.arange(4, dtype=np.int32)
    one, other = (made.others(ids_N, 3, np.random.default_rng(5)) for _ in range(2))
    assert (one == other).all()


def test_a_tiny_vocabulary_gives_as_many_as_there_are() -> None:
    others_KR = swapper(words=4).others(np.array([1, 2, 0], np.int32), 8, np.random.default_rng(1))
    assert [len(set(row)) for row in others_KR.tolist()] == [2, 2, 2]


# ---- a sentence -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def parts(trained):
    tokenizer = Tokenizer(trained.words, trained.counts)
    return Swapper(restore(trained), frequencies(tokenizer)), tokenizer


def test_a_sentence_is_told_word_by_word(parts) -> None:
    found = remembered(*parts, "Ada eats the zyx. Then")
    assert [place.word for place in found.places] == ["Ada", "eats", "the", "zyx", ".", "Then"]
    assert [place.distance for place in found.places] == [6, 5, 4, 3, 2, 1]
    assert [place.known for place in found.places] == [True, True, True, False, True, True]
    assert found.earlier == 0
    for place in found.places:
        bits = [swap.bits for swap in place.swaps]
        assert bits == sorted(bits, reverse=True)
        assert (len(bits), place.word in {swap.word for swap in place.swaps}) == (SWAPS, False)
        assert place.mean == pytest.approx(np.mean(bits))
        assert place.spread == pytest.approx(np.std(bits, ddof=1))


def test_what_decides_here_moves_most(parts) -> None:
    """After “Then” comes a name."""
    found = remembered(*parts, "Ada eats the bread. Then")
    assert found.strongest.word == "Then"
    assert found.strongest.mean > 10 * max(place.mean for place in found.places[:-1])
    names = [word for word in found.strongest.swaps[0].next_words if word.word in NAMES]
    assert sum(word.before for word in names) > 0.9 > 0.1 > sum(word.after for word in names)


def test_the_likeliest_words_come_with_both_probabilities(parts) -> None:
    model, (_, tokenizer) = parts[0].model, parts
    number = {words.label(tokenizer.piece(word)): word for word in range(len(tokenizer))}
    ids = [Tokenizer.END, *tokenizer.encode("Ada eats the")]
    for swap in remembered(*parts, "Ada eats the").places[-1].swaps:
        before, after = plainly(model, ids)[0], plainly(model, [*ids[:-1], number[swap.word]])[0]
        for word in swap.next_words:
            expected = float(before[number[word.word]]), float(after[number[word.word]])
            assert (word.before, word.after) == pytest.approx(expected, abs=1e-5)
        assert len({word.word for word in swap.next_words}) == len(swap.next_words)
        assert after.max() == pytest.approx(max(word.after for word in swap.next_words), abs=1e-5)


def test_a_long_text_is_read_whole_and_its_last_words_swapped(parts) -> None:
    found = remembered(*parts, "Ada eats the soup. " * 20)
    assert (len(found.places), found.earlier) == (REACH, 100 - REACH)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_no_words_are_no_places(parts, text: str) -> None:
    assert remembered(*parts, text).places == ()
