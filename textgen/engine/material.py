"""What a training works with: its text in two parts, the words, and what counting them brings. None of it changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
import torch

from textgen.engine import heap
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.computing import PRECISIONS, settled
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.corpus import MIN_WORDS, Corpus
from textgen.engine.growing import grown_tokenizer
from textgen.engine.held_out import hold_out
from textgen.engine.ids import Ids, blocks, counted, gather
from textgen.engine.kneser_ney import hide_half
from textgen.engine.mixed_scoring import fit
from textgen.engine.model import LanguageModel, restore
from textgen.engine.ngrams import NGrams
from textgen.engine.plan import Plan, plan
from textgen.engine.prediction import Predictor
from textgen.engine.problem import Problem, noop
from textgen.engine.reports import Row
from textgen.engine.scoreboard import LOOKED_AT, baseline_rows, scoreboard
from textgen.engine.tokenizer import Tokenizer, fitting_size
from textgen.engine.unfinished import Unfinished

SAMPLE_TOKENS = 24
SAMPLE = SamplingConfig(temperature=0.7, top_p=0.9, seed=1)
GOING_ON_RATE = 1e-3  # larger steps would spoil what the network knows before it learns anything new
COUNTED = 5_000_000  # tokens of the training part, at most, whose n-grams are counted
FITTED = 4_000  # tokens of the held-out part, at most, that the mixture is fitted on
SCORED = 12_000  # tokens of it, at most, that the scoreboard is made of
SCORING = 6.0  # times longer than its evaluation it takes to fit and to score a token, about
LOOKING = 2e-7  # seconds that each word of the vocabulary costs at each place where all are looked at, about


@dataclass(frozen=True, eq=False)
class Material:
    """The settings, the words, both parts of the text as numbers, and what is counted in the first.

    `plan` is there if the settings were planned; `seed_word` begins the sample sentences.
    """

    model: ModelConfig
    train: TrainConfig
    plan: Plan | None
    tokenizer: Tokenizer
    train_N: Ids
    held_out_N: Ids
    ngrams: NGrams
    baselines: tuple[Row, ...]
    seed_word: int

    def vocabulary(self) -> tuple[int, float]:
        """How many words and marks the model knows, and the share of the held-out part that they are."""
        known = np.count_nonzero(self.held_out_N != Tokenizer.UNKNOWN)
        return len(self.tokenizer.words), known / len(self.held_out_N)

    def sample(self, network: LanguageModel) -> str:
        """A sentence from the same seed word and the same random numbers each time."""
        network.eval()
        ids = [self.seed_word]
        for word, _ in Predictor(network, self.tokenizer).write(ids, SAMPLE):
            if word == Tokenizer.END or len(ids) >= SAMPLE_TOKENS:
                break
            ids.append(word)
        return self.tokenizer.decode(ids)

    def mixed(self, made: Checkpoint) -> Checkpoint:
        """A model with its n-grams and its mixture; takes about a second."""
        heap.trim()  # of what learning has left, so that fitting and scoring have room
        network = restore(made)
        if self.train.device == "cpu":  # else the precision was chosen for another device than this
            network.compute_in(PRECISIONS[self.train.precision])
        mixture = fit(network, self.ngrams, self.held_out_N[:FITTED], Tokenizer.END)
        return replace(made, ngrams=self.ngrams, mixture=mixture)

    def scored(self, made: Checkpoint) -> Checkpoint:
        """A mixed model with its scoreboard; takes some seconds more."""
        assert made.mixture is not None
        held_out_N = self.held_out_N[:SCORED]
        scores = scoreboard(restore(made), self.tokenizer, made.ngrams, made.mixture, held_out_N, self.baselines)
        return replace(made, scores=scores)

    def scoring_seconds(self, evaluation_seconds: float) -> float:
        """About how long `mixed` and `scored` take together, by how long an evaluation takes."""
        held_out = len(self.held_out_N)
        tokens = min(held_out, FITTED) + min(held_out, SCORED)
        looks = min(held_out, SCORED, LOOKED_AT) * len(self.tokenizer)
        return SCORING * evaluation_seconds * tokens / held_out + LOOKING * looks


def prepare(
    corpus: Corpus,
    valid: Corpus | None,
    model: ModelConfig,
    train: TrainConfig,
    fixed: Collection[str] | None,
    start: Checkpoint | None,
) -> Material:
    """The material of a new training; the arguments are those of `TrainingRun`. Raises Problem as that does."""
    _check_size(corpus)
    train_part, held_out = hold_out(corpus, valid, train.held_out)
    if fixed is not None and "vocabulary" not in fixed:
        model = replace(model, vocabulary=fitting_size(train_part))
    if start:
        model, train = _going_on(start, model, train, fixed)
        fixed = None if fixed is None else {*fixed, "units", "embedding", "learning_rate"}
        tokenizer = grown_tokenizer(start, train_part, model.vocabulary, model.min_count)
    else:
        tokenizer = Tokenizer.fit(train_part, model.vocabulary, model.min_count)
    _check_vocabulary(tokenizer, model)
    train_N, held_out_N = map(tokenizer.encode_corpus, (train_part, held_out))
    if fixed is None:
        return _material(
            model, settled(len(train_N), len(tokenizer), model, train), None, tokenizer, train_N, held_out_N
        )
    planned = plan(len(train_N), len(tokenizer), model, train, fixed)
    return _material(planned.model, planned.train, planned, tokenizer, train_N, held_out_N)


def prepare_again(corpus: Corpus, valid: Corpus | None, left: Unfinished) -> Material:
    """The same material once more, with nothing measured anew. Raises Problem if a text is another."""
    left.check(corpus, valid)
    now, planned = left.now, left.standing.planned
    tokenizer = Tokenizer(now.words, now.counts)
    train_N, held_out_N = map(tokenizer.encode_corpus, hold_out(corpus, valid, now.train.held_out))
    found = Plan(now.model, now.train, *planned) if planned else None
    return _material(now.model, now.train, found, tokenizer, train_N, held_out_N)


def _material(
    model: ModelConfig,
    train: TrainConfig,
    planned: Plan | None,
    tokenizer: Tokenizer,
    train_N: Ids,
    held_out_N: Ids,
) -> Material:
    """With the n-grams of the training part, in no more bytes than the network, and how well mere counting does."""
    words = len(tokenizer)
    with torch.device("meta"):
        weights = LanguageModel(model, words).parameters()
    seen_N = hide_half(train_N[:COUNTED], Tokenizer.UNKNOWN, train.seed)
    rows = tuple(baseline_rows(seen_N, words, held_out_N[:SCORED]))
    ngrams = NGrams.count(seen_N, words, most_bytes=4 * sum(weight.numel() for weight in weights))
    seed_word = _first_word(train_N, tokenizer)
    return Material(model, train, planned, tokenizer, train_N, held_out_N, ngrams, rows, seed_word)


def _check_size(corpus: Corpus) -> None:
    if corpus.words < MIN_WORDS:
        raise Problem(
            noop("Problem", "“{name}” has {words} words; training needs at least {needed}. Choose a longer text."),
            name=corpus.name, words=corpus.words, needed=MIN_WORDS,
        )  # fmt: skip


def _going_on(
    start: Checkpoint, model: ModelConfig, train: TrainConfig, fixed: Collection[str] | None
) -> tuple[ModelConfig, TrainConfig]:
    """The settings for a training that begins where another has ended: its network, and smaller steps."""
    shape = {name: getattr(start.model, name) for name in ("cell", "units", "layers", "embedding")}
    if fixed is not None and "learning_rate" not in fixed:
        train = replace(train, learning_rate=GOING_ON_RATE)
    return replace(model, **shape), train


def _check_vocabulary(tokenizer: Tokenizer, model: ModelConfig) -> None:
    if not any(map(tokenizer.is_word, range(Tokenizer.END + 1, len(tokenizer)))):
        raise Problem(
            noop("Problem", "No word stands in the text {count} times. Lower “Least count”, or raise “Vocabulary”."),
            count=model.min_count,
        )


def _first_word(ids_N: Ids, tokenizer: Tokenizer) -> int:
    """The word that begins paragraphs most often: the seed of the sample sentences."""
    begins = gather(block[1:][block[:-1] == Tokenizer.END] for block in blocks(ids_N))
    counts = counted(begins, len(tokenizer))
    for word in np.argsort(-counts, kind="stable"):
        if word > Tokenizer.END and tokenizer.is_word(int(word)):
            return int(word)
    return Tokenizer.END
