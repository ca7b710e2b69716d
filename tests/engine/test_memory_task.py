"""A race on a text that needs memory: each line ends with its first word, after as many as 20 others.

The others say nothing of it. A network that has forgotten the first word can only guess one of eight.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
import torch

from tests.engine.scripted_clock import ScriptedClock
from textgen.engine import race
from textgen.engine.computing import Way
from textgen.engine.config import ModelConfig
from textgen.engine.corpus import read
from textgen.engine.laps import Lap, best, verdict
from textgen.engine.memory_curve import curve
from textgen.engine.model import LanguageModel
from textgen.engine.race import Race, Runner
from textgen.engine.remembering import frequencies
from textgen.engine.swapping import Swapper
from textgen.engine.tokenizer import Tokenizer

FIRST = ("red", "blue", "green", "white", "black", "brown", "grey", "pink")
BETWEEN = ("la", "lo")
OTHERS = 20  # words between the first one and where it has to be repeated
LINES = 20_000  # some 800 of the held-out ones are measured
MINUTES = 9  # of the scripted clock: 870 steps
GATED = ("lstm", "gru")


def line(others: int, random: np.random.Generator) -> list[str]:
    first = str(random.choice(FIRST))
    return ["begin", first, *map(str, random.choice(BETWEEN, others)), "again", first]


class Watched(Race):
    """One whose networks can be looked at when it is over."""

    def _runners(self) -> dict[str, Runner]:
        self.tokenizer = self._course.tokenizer
        self.runners = super()._runners()
        return self.runners


@dataclass(frozen=True)
class Raced:
    laps: tuple[Lap, ...]
    models: dict[str, LanguageModel]
    tokenizer: Tokenizer

    def lines(self, count: int) -> np.ndarray:
        """(OTHERS + 4, count): new lines with OTHERS others."""
        random = np.random.default_rng(99)
        return np.array([list(self.tokenizer.numbers(line(OTHERS, random))) for _ in range(count)], np.int32).T


@pytest.fixture(scope="module")
def raced(tmp_path_factory: pytest.TempPathFactory) -> Raced:
    random = np.random.default_rng(5)
    path = tmp_path_factory.mktemp("task") / "lines.txt"
    path.write_text("\n".join(" ".join(line(random.integers(1, OTHERS + 1), random)) for _ in range(LINES)), "utf-8")
    *_, last = read(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(race, "MODEL", ModelConfig(cell="lstm", units=64, embedding=64, dropout=0.0))
        patch.setattr(race, "fastest", lambda *_: (Way("cpu", "fp32", 1), 500.0))  # a trial would differ each time
        patch.setattr(race, "Clock", ScriptedClock)
        run = Watched(last.corpus, MINUTES)
        laps = tuple(event for event in run if isinstance(event, Lap))
    learners = {cell: runner.learner for cell, runner in run.runners.items()}
    models = {cell: learner.model.eval().requires_grad_(False) for cell, learner in learners.items()}
    return Raced(laps, models, run.tokenizer)


def right(raced: Raced, cell: str) -> float:
    """The share of new lines whose first word the network finds likeliest at their end."""
    ids_TB = torch.from_numpy(raced.lines(512)).long()
    model = raced.models[cell]
    h_TBE, _ = model(ids_TB[:-1], model.zero_state(512))
    return float((model.table.log_probabilities(h_TBE[-1]).argmax(1) == ids_TB[-1]).float().mean())


def by_distance(raced: Raced, cell: str) -> np.ndarray:
    """The memory curve, in bits, of 20 new lines: "again" stands at distance 1, the first word at OTHERS + 2."""
    swapper, random = Swapper(raced.models[cell], frequencies(raced.tokenizer)), np.random.default_rng(1)
    found = []
    for ids_N in raced.lines(20)[:-1].T:
        bits_KR = swapper.divergences(ids_N, swapper.others(ids_N[1:], 3, random))
        found.append(bits_KR.mean(1)[::-1])
    return curve(np.array(found), 20).mean_K


@pytest.mark.parametrize("cell", GATED)
def test_with_gates_the_first_word_is_repeated_and_the_memory_curve_peaks_there(raced: Raced, cell: str) -> None:
    assert right(raced, cell) > 0.85
    between_K, first = by_distance(raced, cell)[1:-1], by_distance(raced, cell)[-1]
    assert len(between_K) == OTHERS
    assert first > 0.5
    assert first > 1.3 * between_K.max()


def test_without_gates_it_is_not_and_the_memory_curve_is_flat_there(raced: Raced) -> None:
    """With as many parameters."""
    assert right(raced, "rnn") < 2 / len(FIRST), "about as by chance"
    assert by_distance(raced, "rnn")[-1] < 0.01


def test_the_race_shows_it(raced: Raced) -> None:
    """Who knows the first word saves three bits of a line, which has 14.5 tokens and its end on the average."""
    saved = 2 ** (np.log2(len(FIRST)) / 15.5)
    for cell in GATED:
        assert best(raced.laps, "rnn") / best(raced.laps, cell) == pytest.approx(saved, abs=0.04)
    assert any(str(said).startswith("The plain RNN is 1") for said in verdict(raced.laps)), "1… % behind"
