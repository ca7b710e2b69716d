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
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.computing import settled
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.corpus import Corpus
from textgen.engine.held_out import LIMIT
from textgen.engine.learner import Learner
from textgen.engine.mixed_scoring import parts
from textgen.engine.model import restore
from textgen.engine.reports import Evaluation, Planned, Progress
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


class Reached(NamedTuple):
    """How good a model is on a text: its network alone, and helped by n-grams and cache."""

    alone: Perplexity
    mixed: Perplexity


class Trained(NamedTuple):
    """What a training came to.

    `curve` is (seconds, perplexity of the network on the valid part) at each evaluation; `took` is the seconds from
    the first to the last, and `foretold` what they were going to be when a tenth of them was over.
    """

    took: float
    foretold: float
    curve: list[tuple[float, Perplexity]]
    valid: Reached
    test: Reached

    def seconds_to(self, mark: float) -> float | None:
        """When the valid perplexity was first at or below the mark."""
        return next((seconds for seconds, valid in self.curve if valid.comparable <= mark), None)


def train(texts: Texts, minutes: float) -> Trained:
    """A training as a person gets it: so many minutes, every other setting chosen by textgen."""
    began = time.perf_counter()
    settings = TrainConfig(minutes=minutes, threads=torch.get_num_threads())
    run = TrainingRun(texts.train, ModelConfig(), settings, texts.valid, fixed=())
    points, foretold = [], 0.0
    for event in _watched(run):
        if isinstance(event, Evaluation):
            points.append((event.seconds, event.held_out_perplexity))
        elif event.share and event.seconds_left and event.share >= 0.1 and not foretold:
            foretold = event.seconds + event.seconds_left
    took = time.perf_counter() - began
    best = run.result()
    yardstick = Yardstick(Tokenizer(best.words, best.counts), texts)
    curve = [(seconds, yardstick.perplexity(own, texts.valid)) for seconds, own in points]
    return Trained(took, foretold, curve, *(_reached(best, yardstick, text) for text in (texts.valid, texts.test)))


def _reached(made: Checkpoint, yardstick: Yardstick, text: Corpus) -> Reached:
    """The network alone, and with n-grams and cache; the text is read in order."""
    assert made.mixture is not None
    ids_N = Tokenizer(made.words, made.counts).encode_corpus(text)
    found = parts(restore(made), made.ngrams, ids_N, Tokenizer.END, (made.mixture.theta,))
    mixed_N = made.mixture.combined(found.network_N, found.ngrams, found.caches[made.mixture.theta])
    alone, mixed = (float(np.exp(-np.log(p_N).mean())) for p_N in (found.network_N, mixed_N))
    return Reached(yardstick.perplexity(alone, text), yardstick.perplexity(mixed, text))


def _watched(run: TrainingRun) -> Iterator[Evaluation | Progress]:
    for event in run:
        if isinstance(event, Planned):
            tell(f"ours: {event.chosen} {event.why}")
        if isinstance(event, Evaluation):
            tell(f"ours: {event.seconds:.1f} s, valid {event.held_out_perplexity:.2f} with <unk> as one word")
        if isinstance(event, Evaluation | Progress):
            yield event


def learner(ids_N: NDArray[np.int64], words: int, model: ModelConfig, train: TrainConfig) -> Learner:
    """A learner on a text of numbers below `words`, in any order; textgen numbers them by falling count."""
    counts = np.bincount(ids_N, minlength=words)
    order = np.argsort(-counts, kind="stable")
    numbers = np.empty(words, np.int32)
    numbers[order] = Tokenizer.END + 1 + np.arange(words, dtype=np.int32)
    names = [f"word{k}" for k in range(words)]
    return Learner(
        numbers[ids_N], Tokenizer(names, counts[order].tolist()), model, settled(len(ids_N), len(names), model, train)
    )


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
