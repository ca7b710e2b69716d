"""The three shapes of a prediction: many to one, many to many, one to many."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from textgen.engine import words
from textgen.engine.config import SamplingConfig
from textgen.engine.problem import noop
from textgen.engine.reports import Choice, Prediction, UnknownWord
from textgen.engine.tokenizer import Tokenizer

if TYPE_CHECKING:  # importing it would import torch, and the window asks for the modes before that
    from textgen.engine.prediction import Predictor

FIVE = 5
ALTERNATIVES = 5
NEAREST = 5
MIN_LENGTH, MAX_LENGTH = 5, 200  # words of a continuation from one seed word

Run = Callable[["Predictor", str, SamplingConfig, int, int], Iterator[Prediction]]


@dataclass(frozen=True)
class Mode:
    """One way to predict. `run(predictor, text, sampling, count, length)` yields Predictions, the last `done`.

    `count` is how many choices to offer, `length` how many words to write; a mode uses the one that it needs.
    `sampling` is what it begins with: the bars show the model's own probabilities, a long text is drawn a
    little more carefully.
    """

    name: str
    label: str
    help: str
    shape: str
    run: Run
    sampling: SamplingConfig = field(default_factory=SamplingConfig)


@dataclass(frozen=True)
class _Prompt:
    """A text as the model reads it."""

    ids: list[int]
    unknown: tuple[UnknownWord, ...]


def read_prompt(text: str, tokenizer: Tokenizer) -> _Prompt:
    """Split a prompt as a corpus is split; say which of its words the model does not know."""
    pieces = words.split(unicodedata.normalize("NFC", text))
    if pieces and "\n" in text[len(text.rstrip()) :]:
        pieces.append("\n")
    ids = tokenizer.numbers(pieces)
    if ids and ids[-1] == Tokenizer.UNKNOWN and not words.is_word(pieces[-1]):
        ids[-1] = _open_mark(pieces[-1], tokenizer)
    missing = dict.fromkeys(piece for piece, word in zip(pieces, ids, strict=True) if word == Tokenizer.UNKNOWN)
    unknown = (UnknownWord(words.label(piece), tokenizer.nearest(words.label(piece), NEAREST)) for piece in missing)
    return _Prompt(ids, tuple(unknown))


def _open_mark(mark: str, tokenizer: Tokenizer) -> int:
    """A mark at the end of a prompt whose spacing is still open: opening, if the model knows it so, else closing."""
    known = (word for word in tokenizer.numbers((mark + words.JOINER, words.JOINER + mark)) if word)
    return next(known, Tokenizer.UNKNOWN)


def _insert(prompt: Sequence[int], new: Sequence[int], tokenizer: Tokenizer) -> str:
    """What to append to the prompt's text, spacing included."""
    last = prompt[-1:]
    return tokenizer.decode([*last, *new])[len(tokenizer.decode(last)) :]


def _next_word(
    predictor: Predictor, text: str, sampling: SamplingConfig, count: int, length: int
) -> Iterator[Prediction]:
    """Many to one: the words so far in, the likeliest next ones out."""
    tokenizer, prompt = predictor.tokenizer, read_prompt(text, predictor.tokenizer)
    p_V = predictor.probabilities(prompt.ids, sampling)
    best = [int(word) for word in np.argsort(-p_V, kind="stable")[:count] if p_V[word] > 0]
    choices = (
        Choice(words.label(tokenizer.piece(word)), _insert(prompt.ids, [word], tokenizer), float(p_V[word]))
        for word in best
    )
    yield Prediction(tuple(choices), prompt.unknown)


def _next_five(
    predictor: Predictor, text: str, sampling: SamplingConfig, count: int, length: int
) -> Iterator[Prediction]:
    """Many to many: the words so far in, whole continuations of five words out."""
    tokenizer, prompt = predictor.tokenizer, read_prompt(text, predictor.tokenizer)
    found = predictor.likeliest(prompt.ids, FIVE, sampling, width=min(count, ALTERNATIVES))
    choices = (Choice(tokenizer.decode(c.ids), _insert(prompt.ids, c.ids, tokenizer), c.probability) for c in found)
    yield Prediction(tuple(choices), prompt.unknown)


def _from_one_word(
    predictor: Predictor, text: str, sampling: SamplingConfig, count: int, length: int
) -> Iterator[Prediction]:
    """One to many: a seed word in, a continuation of `length` words out, growing as it is written."""
    tokenizer, prompt = predictor.tokenizer, read_prompt(text, predictor.tokenizer)
    new: list[int] = []
    written, probability, grown = 0, 1.0, Choice("", "", 1.0)
    for word, p in predictor.write(prompt.ids, sampling):
        new.append(word)
        probability *= p
        written += tokenizer.is_word(word)
        grown = Choice(tokenizer.decode(new), _insert(prompt.ids, new, tokenizer), probability)
        if written >= length:
            break
        yield Prediction((grown,), prompt.unknown, done=False)
    yield Prediction((grown,), prompt.unknown)


MODES: dict[str, Mode] = {
    mode.name: mode
    for mode in (
        Mode(
            "next-word",
            noop("Mode", "Next word"),
            noop("Mode", "Words in, one word out: the words that may follow, the likeliest first."),
            "▪▪▪▪▪→▪",
            _next_word,
        ),
        Mode(
            "next-five",
            noop("Mode", "Next five words"),
            noop("Mode", "Words in, five words out: whole continuations, the likeliest first."),
            "▪▪▪▪▪→▪▪▪▪▪",
            _next_five,
        ),
        Mode(
            "from-one-word",
            noop("Mode", "From one word"),
            noop("Mode", "One seed word in, many words out: each word that is written is read as the next input."),
            "▪→▪▪▪▪▪",
            _from_one_word,
            SamplingConfig(temperature=0.7, top_p=0.9),
        ),
    )
}
