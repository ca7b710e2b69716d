"""textgen's trainings as the comparison runs them: a whole one on a text, or step after step at a given shape."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.peer import PARTS, Step
from benchmarks.splits import corpus
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.corpus import Corpus
from textgen.engine.held_out import LIMIT
from textgen.engine.learner import Learner
from textgen.engine.model import restore
from textgen.engine.reports import Evaluation, Planned
from textgen.engine.scoring import score
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.training import TrainingRun


class Perplexity(NamedTuple):
    """As textgen says it, with <unk> as one word, and as it compares with the peer's."""

    own: float
    comparable: float

    def __str__(self) -> str:
        return f"{self.comparable:.2f} ({self.own:.2f} with <unk> as one word)"


def comparable(perplexity: float, unknown: float, types: int) -> float:
    """The perplexity if <unk> had to be told apart; `unknown` is its share of the tokens, from 0 to 1.

    The peer's vocabulary holds every word of the valid and test parts, and it pays in full for those that it
    was never trained on. To textgen they are all one word, <unk>, which is cheaper. So each of them costs, on
    top of -log p(<unk>), log(types): the choice among the word types that <unk> stands for, all equally
    likely. Both programs then spread their probability over the same word types.
    """
    return perplexity * math.pow(types, unknown)


def unknown_types(tokenizer: Tokenizer, texts: Iterable[Corpus]) -> int:
    """How many word types of these texts are <unk> to the tokenizer."""
    pieces = {text.types[i] for text in texts for i in np.flatnonzero(text.counts) if i != Tokenizer.END}
    return tokenizer.numbers(sorted(pieces)).count(Tokenizer.UNKNOWN)


class Texts(NamedTuple):
    """The three parts as textgen reads them."""

    train: Corpus
    valid: Corpus
    test: Corpus

    @classmethod
    def of(cls, folder: Path) -> Texts:
        texts = cls(*(corpus(folder / f"{part}.txt", pretokenised=True) for part in PARTS))
        if len(texts.valid.ids) > LIMIT:
            raise SystemExit(f"valid.txt has more than {LIMIT:,} tokens; textgen would measure with a part of it only.")
        return texts


class Yardstick:
    """Makes the perplexities of one model comparable."""

    def __init__(self, tokenizer: Tokenizer, texts: Texts) -> None:
        self._tokenizer = tokenizer
        self._types = unknown_types(tokenizer, texts)

    def perplexity(self, own: float, text: Corpus) -> Perplexity:
        unknown = float(np.mean(self._tokenizer.encode_corpus(text) == Tokenizer.UNKNOWN))
        return Perplexity(own, comparable(own, unknown, self._types))


class Trained(NamedTuple):
    """What a training came to; `curve` is (seconds since the reading, perplexity of the valid part) at each evaluation."""

    curve: list[tuple[float, Perplexity]]
    valid: Perplexity
    test: Perplexity

    def seconds_to(self, mark: float) -> float | None:
        """When the valid perplexity was first at or below the mark."""
        return next((seconds for seconds, valid in self.curve if valid.comparable <= mark), None)


def train(texts: Texts, minutes: float) -> Trained:
    """A training as a person gets it, with settings chosen by textgen, that ends so many minutes after the reading.

    textgen's minutes begin when its plan and the network's first weights are made; here they count too.
    """
    _, before = _set_up(texts, minutes)
    run, before = _set_up(texts, max(minutes - before / 60, 0.001))
    points = [(before + event.seconds, event.held_out_perplexity) for event in _watched(run, before)]
    best = run.result()
    model, tokenizer = restore(best), Tokenizer(best.words, best.counts)
    yardstick = Yardstick(tokenizer, texts)

    def reached(text: Corpus) -> Perplexity:
        result = score(model, tokenizer.encode_corpus(text), Tokenizer.END, Tokenizer.UNKNOWN)
        return yardstick.perplexity(result.perplexity, text)

    curve = [(seconds, yardstick.perplexity(own, texts.valid)) for seconds, own in points]
    return Trained(curve, reached(texts.valid), reached(texts.test))


def _set_up(texts: Texts, minutes: float) -> tuple[TrainingRun, float]:
    """A training that has yet to begin, and the seconds that it took to get there."""
    began = time.perf_counter()
    settings = TrainConfig(minutes=minutes, threads=torch.get_num_threads())
    run = TrainingRun(texts.train, ModelConfig(), settings, texts.valid, fixed=())
    return run, time.perf_counter() - began


def _watched(run: TrainingRun, before: float) -> Iterator[Evaluation]:
    for event in run:
        if isinstance(event, Planned):
            tell(f"ours: {event.chosen} {event.why} Set up in {before:.1f} s.")
        if isinstance(event, Evaluation):
            tell(f"ours: {before + event.seconds:.1f} s, valid {event.held_out_perplexity:.2f} with <unk> as one word")
            yield event


def learner(ids_N: NDArray[np.int64], words: int, model: ModelConfig, train: TrainConfig) -> Learner:
    """A learner on a text of numbers below `words`, in any order; textgen numbers them by falling count."""
    counts = np.bincount(ids_N, minlength=words)
    order = np.argsort(-counts, kind="stable")
    numbers = np.empty(words, np.int32)
    numbers[order] = Tokenizer.END + 1 + np.arange(words, dtype=np.int32)
    names = [f"word{k}" for k in range(words)]
    return Learner(numbers[ids_N], Tokenizer(names, counts[order].tolist()), model, train)


def steps(learner: Learner) -> Iterator[Step]:
    """Learn on and on."""
    windows = learner.windows()
    while True:
        began = time.perf_counter()
        _, words = learner.learn(next(windows), 1.0)
        yield Step(words, time.perf_counter() - began)


def tell(line: str) -> None:
    """Progress goes where the table does not."""
    print(line, file=sys.stderr, flush=True)
