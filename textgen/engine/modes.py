"""The three shapes of a prediction: many to one, many to many, one to many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from textgen.engine import words
from textgen.engine.config import SEARCHES, SamplingConfig
from textgen.engine.presets import PRESETS
from textgen.engine.problem import noop
from textgen.engine.prompt import Prompt, begun, completing, insert, read_prompt
from textgen.engine.reports import Choice, Prediction
from textgen.engine.sampling import Probabilities, likeliest
from textgen.engine.steering import Limit
from textgen.engine.tokenizer import Tokenizer

if TYPE_CHECKING:  # importing it would import torch, and the window asks for the modes before that
    from textgen.engine.prediction import Predictor

FIVE = 5
ALTERNATIVES = 5
MIN_LENGTH, MAX_LENGTH = 5, 200  # words of a continuation from one seed word


@dataclass(frozen=True)
class Query:
    """What is to be predicted.

    `count` is how many choices to offer, `length` how many words to write; a mode uses the one that it needs. What
    `limit` forbids is never proposed. With `narrow` the text's last letters begin a word that is to be completed.
    """

    text: str
    sampling: SamplingConfig
    count: int
    length: int
    limit: Limit | None = None
    narrow: bool = False


@dataclass(frozen=True)
class Mode:
    """One way to predict; the last of the Predictions that `run` yields is `done`.

    `sampling` is what it begins with: the bars show the model's own probabilities; five words at a time do not run in a
    circle when the likeliest are taken again and again; a long text is drawn a little more carefully.
    """

    name: str
    label: str
    help: str
    shape: str
    run: Callable[[Predictor, Query], Iterator[Prediction]]
    sampling: SamplingConfig = field(default_factory=SamplingConfig)


def _next_word(predictor: Predictor, query: Query) -> Iterator[Prediction]:
    """Many to one: the words so far in, the likeliest next ones out."""
    tokenizer = predictor.tokenizer
    if query.narrow and (letters := begun(query.text)):
        yield _completed(predictor, query, letters)
        return
    prompt = read_prompt(query.text, tokenizer)
    p_V, before_V = _before_and_after(predictor, prompt, query.sampling, query.limit)
    choices = (
        Choice(
            _label(word, tokenizer), insert(prompt.pieces, [word], tokenizer), float(p_V[word]), 0, _at(before_V, word)
        )
        for word in likeliest(p_V, query.count).tolist()
    )
    yield Prediction(tuple(choices), prompt.unknown)


def _completed(predictor: Predictor, query: Query, letters: str) -> Prediction:
    """The words that begin so, each with its probability among all words, after the words before.

    Filters take none of them away: the person has chosen already to write such a word.
    """
    tokenizer = predictor.tokenizer
    prompt, known = completing(query.text, letters, tokenizer)
    if not known:
        return Prediction((), prompt.unknown)
    p_V, before_V = _before_and_after(predictor, prompt, query.sampling.unfiltered(), query.limit)
    best = np.array(known, np.int64)[likeliest(p_V[known], query.count)]
    choices = (
        Choice(label := _label(word, tokenizer), label, float(p_V[word]), len(letters), _at(before_V, word))
        for word in best.tolist()
    )
    return Prediction(tuple(choices), prompt.unknown)


def _before_and_after(
    predictor: Predictor, prompt: Prompt, sampling: SamplingConfig, limit: Limit | None
) -> tuple[Probabilities, Probabilities | None]:
    """(V,) as the settings make them, and the model's own if those are others."""
    p_V = predictor.probabilities(prompt.ids, sampling, limit and limit.told(prompt.pieces))
    own = sampling.is_neutral and limit is None
    return p_V, None if own else predictor.probabilities(prompt.ids, sampling.neutral())


def _at(p_V: Probabilities | None, word: int) -> float | None:
    return None if p_V is None else float(p_V[word])


def _label(word: int, tokenizer: Tokenizer) -> str:
    return words.label(tokenizer.piece(word))


def _next_five(predictor: Predictor, query: Query) -> Iterator[Prediction]:
    """Many to many: the words so far in, whole continuations of five words out, searched for or drawn.

    A word that has been begun is the first of the five.
    """
    tokenizer, width = predictor.tokenizer, min(query.count, ALTERNATIVES)
    find = predictor.likeliest if query.sampling.search == SEARCHES[0] else predictor.drawn
    letters = begun(query.text) if query.narrow else ""
    prompt, known = (
        completing(query.text, letters, tokenizer) if letters else (read_prompt(query.text, tokenizer), None)
    )
    if letters and not known:
        yield Prediction((), prompt.unknown)
        return
    limit = query.limit and query.limit.told(prompt.pieces)
    found = find(prompt.ids, FIVE, query.sampling, width, limit, first=known)
    lines = ((c, tokenizer.decode(c.ids)) for c in found)
    choices = (
        Choice(line, line if letters else insert(prompt.pieces, c.ids, tokenizer), c.probability, len(letters))
        for c, line in lines
    )
    yield Prediction(tuple(choices), prompt.unknown)


def _from_one_word(predictor: Predictor, query: Query) -> Iterator[Prediction]:
    """One to many: a seed word in, a continuation of `length` words out, growing as it is written."""
    tokenizer, prompt = predictor.tokenizer, read_prompt(query.text, predictor.tokenizer)
    last, written, grown = prompt.pieces[-1:], 0, Choice("", "", 1.0)
    for word, p in predictor.write(prompt.ids, query.sampling, query.limit and query.limit.told(prompt.pieces)):
        text = grown.insert + insert(last, [word], tokenizer)
        grown = Choice(text.removeprefix(" "), text, grown.probability * p)
        last = (tokenizer.piece(word),)
        written += tokenizer.is_word(word)
        if written >= query.length:
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
            SamplingConfig(no_repeat=FIVE),
        ),
        Mode(
            "from-one-word",
            noop("Mode", "From one word"),
            noop("Mode", "One seed word in, many words out: each word that is written is read as the next input."),
            "▪→▪▪▪▪▪",
            _from_one_word,
            PRESETS["natural"].applied(SamplingConfig()),
        ),
    )
}
