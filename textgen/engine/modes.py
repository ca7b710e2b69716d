"""The three shapes of a prediction: many to one, many to many, one to many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import numpy as np

from textgen.engine import words
from textgen.engine.config import SEARCHES, SamplingConfig
from textgen.engine.presets import PRESETS
from textgen.engine.problem import noop
from textgen.engine.reports import Choice, Prediction, UnknownWord
from textgen.engine.sampling import Probabilities, likeliest
from textgen.engine.steering import Limit
from textgen.engine.tokenizer import Tokenizer

if TYPE_CHECKING:  # importing it would import torch, and the window asks for the modes before that
    from textgen.engine.prediction import Predictor

FIVE = 5
ALTERNATIVES = 5
NEAREST = 5
MIN_LENGTH, MAX_LENGTH = 5, 200  # words of a continuation from one seed word


class Run(Protocol):
    """How a mode predicts: the last of its Predictions is `done`.

    `count` is how many choices to offer, `length` how many words to write; a mode uses the one that it needs. What
    `limit` forbids is never proposed. With `narrow` the text's last letters begin a word that is to be completed.
    """

    def __call__(
        self,
        predictor: Predictor,
        text: str,
        sampling: SamplingConfig,
        count: int,
        length: int,
        *,
        limit: Limit | None = None,
        narrow: bool = False,
    ) -> Iterator[Prediction]: ...


@dataclass(frozen=True)
class Mode:
    """One way to predict. `sampling` is what it begins with: the bars show the model's own probabilities, a long text
    is drawn a little more carefully.
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

    pieces: tuple[str, ...]
    ids: list[int]
    unknown: tuple[UnknownWord, ...]


def read_prompt(text: str, tokenizer: Tokenizer) -> _Prompt:
    """Split a prompt as a corpus is split; say which of its words the model does not know."""
    return _numbered(_pieces(text), tokenizer)


def _pieces(text: str) -> list[str]:
    pieces = words.split(unicodedata.normalize("NFC", text))
    return [*pieces, words.END] if pieces and "\n" in text[len(text.rstrip()) :] else pieces


def _numbered(pieces: Sequence[str], tokenizer: Tokenizer) -> _Prompt:
    ids = tokenizer.numbers(pieces)
    if ids and ids[-1] == Tokenizer.UNKNOWN and not words.is_word(pieces[-1]):
        ids[-1] = _open_mark(pieces[-1], tokenizer)
        pieces = [*pieces[:-1], tokenizer.piece(ids[-1]) if ids[-1] else pieces[-1]]
    missing = dict.fromkeys(piece for piece, word in zip(pieces, ids, strict=True) if word == Tokenizer.UNKNOWN)
    return _Prompt(tuple(pieces), ids, tuple(_unknown(piece, tokenizer) for piece in missing))


def _unknown(piece: str, tokenizer: Tokenizer) -> UnknownWord:
    """A mark is near no word."""
    label = words.label(piece)
    return UnknownWord(label, tokenizer.nearest(label, NEAREST) if words.is_word(piece) else ())


def _open_mark(mark: str, tokenizer: Tokenizer) -> int:
    """A mark at the end of a prompt whose spacing is still open: opening, if the model knows it so, else closing."""
    known = (word for word in tokenizer.numbers((mark + words.JOINER, words.JOINER + mark)) if word)
    return next(known, Tokenizer.UNKNOWN)


def _insert(before: Sequence[str], new: Sequence[int], tokenizer: Tokenizer) -> str:
    """What to append to a text of these pieces, spacing included."""
    last = before[-1:]
    return words.join([*last, *map(tokenizer.piece, new)])[len(words.join(last)) :]


def _next_word(
    predictor: Predictor,
    text: str,
    sampling: SamplingConfig,
    count: int,
    length: int,
    *,
    limit: Limit | None = None,
    narrow: bool = False,
) -> Iterator[Prediction]:
    """Many to one: the words so far in, the likeliest next ones out."""
    tokenizer = predictor.tokenizer
    if narrow and (begun := _begun(text)):
        yield _completed(predictor, text, begun, sampling, count, limit)
        return
    prompt = read_prompt(text, tokenizer)
    p_V, before_V = _before_and_after(predictor, prompt, sampling, limit)
    choices = (
        Choice(
            _label(word, tokenizer), _insert(prompt.pieces, [word], tokenizer), float(p_V[word]), 0, _at(before_V, word)
        )
        for word in likeliest(p_V, count).tolist()
    )
    yield Prediction(tuple(choices), prompt.unknown)


def _begun(text: str) -> str:
    """The word that the text's last letters begin, as it is typed; none after a gap or a mark."""
    pieces = [] if text[-1:].isspace() else words.split(unicodedata.normalize("NFC", text))
    if not pieces or not words.is_word(last := pieces[-1]):
        return ""
    typed = words.label(last)
    ends = (text[-size:] for size in range(len(typed), len(unicodedata.normalize("NFD", typed)) + 1))
    return next((end for end in ends if unicodedata.normalize("NFC", end) == typed), "")


def _completed(
    predictor: Predictor, text: str, begun: str, sampling: SamplingConfig, count: int, limit: Limit | None
) -> Prediction:
    """The words that begin so, each with its probability among all words, after the words before.

    Filters take none of them away: the person has chosen already to write such a word.
    """
    tokenizer = predictor.tokenizer
    prompt, known = _completing(text, begun, tokenizer)
    if not known:
        return Prediction((), prompt.unknown)
    p_V, before_V = _before_and_after(predictor, prompt, sampling.unfiltered(), limit)
    best = np.array(known, np.int64)[likeliest(p_V[known], count)]
    choices = (
        Choice(label := _label(word, tokenizer), label, float(p_V[word]), len(begun), _at(before_V, word))
        for word in best.tolist()
    )
    return Prediction(tuple(choices), prompt.unknown)


def _completing(text: str, begun: str, tokenizer: Tokenizer) -> tuple[_Prompt, list[int]]:
    """What stands before a word that has been begun, and the words that begin so; the whole text where none does."""
    pieces, known = _pieces(text), tokenizer.beginning(unicodedata.normalize("NFC", begun))
    return _numbered(pieces[:-1] if known else pieces, tokenizer), known


def _before_and_after(
    predictor: Predictor, prompt: _Prompt, sampling: SamplingConfig, limit: Limit | None
) -> tuple[Probabilities, Probabilities | None]:
    """(V,) as the settings make them, and the model's own if those are others."""
    p_V = predictor.probabilities(prompt.ids, sampling, limit and limit.told(prompt.pieces))
    own = sampling.is_neutral and limit is None
    return p_V, None if own else predictor.probabilities(prompt.ids, sampling.neutral())


def _at(p_V: Probabilities | None, word: int) -> float | None:
    return None if p_V is None else float(p_V[word])


def _label(word: int, tokenizer: Tokenizer) -> str:
    return words.label(tokenizer.piece(word))


def _next_five(
    predictor: Predictor,
    text: str,
    sampling: SamplingConfig,
    count: int,
    length: int,
    *,
    limit: Limit | None = None,
    narrow: bool = False,
) -> Iterator[Prediction]:
    """Many to many: the words so far in, whole continuations of five words out, searched for or drawn.

    A word that has been begun is the first of the five.
    """
    tokenizer, width = predictor.tokenizer, min(count, ALTERNATIVES)
    find = predictor.likeliest if sampling.search == SEARCHES[0] else predictor.drawn
    begun = _begun(text) if narrow else ""
    prompt, known = _completing(text, begun, tokenizer) if begun else (read_prompt(text, tokenizer), None)
    if begun and not known:
        yield Prediction((), prompt.unknown)
        return
    found = find(prompt.ids, FIVE, sampling, width, limit and limit.told(prompt.pieces), first=known)
    lines = ((c, tokenizer.decode(c.ids)) for c in found)
    choices = (
        Choice(line, line if begun else _insert(prompt.pieces, c.ids, tokenizer), c.probability, len(begun))
        for c, line in lines
    )
    yield Prediction(tuple(choices), prompt.unknown)


def _from_one_word(
    predictor: Predictor,
    text: str,
    sampling: SamplingConfig,
    count: int,
    length: int,
    *,
    limit: Limit | None = None,
    narrow: bool = False,
) -> Iterator[Prediction]:
    """One to many: a seed word in, a continuation of `length` words out, growing as it is written."""
    tokenizer, prompt = predictor.tokenizer, read_prompt(text, predictor.tokenizer)
    last, written, grown = prompt.pieces[-1:], 0, Choice("", "", 1.0)
    for word, p in predictor.write(prompt.ids, sampling, limit and limit.told(prompt.pieces)):
        insert = grown.insert + _insert(last, [word], tokenizer)
        grown = Choice(insert.removeprefix(" "), insert, grown.probability * p)
        last = (tokenizer.piece(word),)
        written += tokenizer.is_word(word)
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
            PRESETS["natural"].applied(SamplingConfig()),
        ),
    )
}
