"""Reading a prompt and going on from it, word by word, each output fed back in as the next input.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import SamplingConfig
from textgen.engine.model import LanguageModel, State, restore
from textgen.engine.sampling import draw, shape
from textgen.engine.tokenizer import Tokenizer

SEARCHED_MARKS = 3  # marks in a row, at most, in a continuation that is searched for
WRITTEN_MARKS = 8  # marks and paragraph ends in a row, at most, in a written text: a young model repeats them
CONTEXT = 400  # tokens of the prompt that are read; a recurrent state holds hardly anything older
DROPPED = 200  # a longer prompt loses so many at once, so that what remains stays the same from word to word


@dataclass(frozen=True)
class _Place:
    """The model after some words: its state, and the logarithms (V,) of what may come next."""

    state: State
    logs_V: NDArray[np.float32]


@dataclass(frozen=True)
class Continuation:
    """Tokens that follow a prompt and the probability of them all together."""

    ids: tuple[int, ...]
    probability: float


class Predictor:
    """A model that writes. It remembers the prompt it read last, so that typing on costs one step a word.

    Not to be used by two threads at once.
    """

    def __init__(self, model: LanguageModel, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self._model = model
        self._is_word_V = np.array([id > Tokenizer.END and tokenizer.is_word(id) for id in range(len(tokenizer))])
        self._read_ids: list[int] = []
        self._states: list[State] = []  # after each of them

    @classmethod
    def of(cls, checkpoint: Checkpoint) -> Predictor:
        """A predictor for a checkpoint. Raises Problem where its weights and settings do not fit."""
        return cls(restore(checkpoint), Tokenizer(checkpoint.words, checkpoint.counts))

    @torch.no_grad()
    def _step(self, word: int, state: State) -> _Place:
        h_TBE, after = self._model(torch.tensor([[word]]), state)
        return _Place(after, self._model.table.log_probabilities(h_TBE[-1])[0].numpy())

    @torch.no_grad()
    def read(self, ids: Sequence[int]) -> _Place:
        """The place after a prompt; a text begins after a paragraph's end.

        What the prompt shares with the one before is not read again.
        """
        too_many = max(0, len(ids) - CONTEXT)
        *before, last = [Tokenizer.END, *ids[-(-too_many // DROPPED) * DROPPED :]]
        shared = 0
        while shared < min(len(before), len(self._states)) and before[shared] == self._read_ids[shared]:
            shared += 1
        del self._states[shared:]
        for word in before[shared:]:
            self._states.append(self._model(torch.tensor([[word]]), self._state)[1])
        self._read_ids = before
        return self._step(last, self._state)

    @property
    def _state(self) -> State:
        return self._states[-1] if self._states else self._model.zero_state(1)

    def probabilities(self, ids: Sequence[int], sampling: SamplingConfig) -> NDArray[np.float64]:
        """(V,) of the word that follows `ids`, after temperature and filters."""
        return shape(self.read(ids).logs_V, sampling, Tokenizer.UNKNOWN)

    def write(self, ids: Sequence[int], sampling: SamplingConfig) -> Iterator[tuple[int, float]]:
        """Words after a prompt: each is drawn, given out with its probability, and read as the next input.

        After many marks in a row the next is a word; a model that knows no words ends there.
        """
        random = np.random.default_rng(sampling.seed or None)
        place, marks = self.read(ids), 0
        while marks < WRITTEN_MARKS or self._is_word_V.any():
            logs_V = place.logs_V if marks < WRITTEN_MARKS else np.where(self._is_word_V, place.logs_V, -np.inf)
            p_V = shape(logs_V, sampling, Tokenizer.UNKNOWN)
            word = draw(p_V, random)
            yield word, float(p_V[word])
            marks = 0 if self._is_word_V[word] else marks + 1
            place = self._step(word, place.state)

    def likeliest(self, ids: Sequence[int], words: int, sampling: SamplingConfig, width: int) -> list[Continuation]:
        """Whole continuations of so many words by beam search, best first, at most `width`.

        Punctuation comes along and counts for the probability, but not as a word; paragraph ends are left
        out, because five words in one paragraph are asked for.
        """
        beams = [_Beam((), 0.0, 0, 0, self.read(ids))]
        done: list[_Beam] = []
        while beams and (len(done) < width or beams[0].log > done[-1].log):
            grown = sorted(self._grow(beams, sampling, 2 * width), key=lambda beam: -beam.log)
            done = sorted([*done, *(b for b in grown if b.words == words)], key=lambda beam: -beam.log)[:width]
            beams = [self._reach(beam) for beam in [b for b in grown if b.words < words][: 2 * width]]
        return [Continuation(beam.ids, float(np.exp(beam.log))) for beam in done]

    def _grow(self, beams: list[_Beam], sampling: SamplingConfig, branches: int) -> Iterator[_Beam]:
        """Every beam with each of its likeliest next tokens; the place is still the one before that token."""
        for beam in beams:
            p_V = shape(beam.place.logs_V, sampling, Tokenizer.UNKNOWN)
            p_V[Tokenizer.END] = 0.0
            for word in map(int, np.argsort(-p_V, kind="stable")[:branches]):
                is_word = self.tokenizer.is_word(word)
                marks = 0 if is_word else beam.marks + 1
                if p_V[word] > 0 and marks <= SEARCHED_MARKS:
                    log = beam.log + float(np.log(p_V[word]))
                    yield _Beam((*beam.ids, word), log, beam.words + is_word, marks, beam.place)

    def _reach(self, beam: _Beam) -> _Beam:
        """The beam with its place moved on to its last token."""
        return replace(beam, place=self._step(beam.ids[-1], beam.place.state))


@dataclass(frozen=True)
class _Beam:
    """A continuation under way: tokens, logarithm of its probability, words so far, marks since the last word,
    and the place it has reached.
    """

    ids: tuple[int, ...]
    log: float
    words: int
    marks: int
    place: _Place
