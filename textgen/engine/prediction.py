"""Reading a prompt and going on from it, word by word, each output fed back in as the next input.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from textgen.engine.cache import Cache
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import SamplingConfig
from textgen.engine.mixture import Mixture
from textgen.engine.model import LanguageModel, State, restore
from textgen.engine.ngrams import NGrams
from textgen.engine.sampling import draw, shape
from textgen.engine.tokenizer import Tokenizer

SEARCHED_MARKS = 3  # marks in a row, at most, in a continuation that is searched for
WRITTEN_MARKS = 8  # marks and paragraph ends in a row, at most, in a written text: a young model repeats them
CONTEXT = 400  # tokens of the prompt that are read; a recurrent state holds hardly anything older
DROPPED = 200  # a longer prompt loses so many at once, so that what remains stays the same from word to word


WITH_NGRAMS = ("all", "ngrams")  # of the choices of `SamplingConfig.mix`
WITH_CACHE = ("all", "cache")


@dataclass(frozen=True)
class _Place:
    """The network after some words: its state and hidden vector (E,), what it finds likely next (V,), and the words."""

    state: State
    h_E: NDArray[np.float32]
    p_V: NDArray[np.float32]
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Continuation:
    """Tokens that follow a prompt and the probability of them all together."""

    ids: tuple[int, ...]
    probability: float


class Predictor:
    """A model that writes. It remembers the prompt it read last, so that typing on costs one step a word.

    Not to be used by two threads at once.
    """

    def __init__(
        self,
        model: LanguageModel,
        tokenizer: Tokenizer,
        ngrams: NGrams | None = None,
        mixture: Mixture | None = None,
    ) -> None:
        """Without a mixture the network writes alone."""
        self.tokenizer = tokenizer
        self._model, self._ngrams, self._mixture = model, ngrams, mixture
        self._is_word_V = np.array([id > Tokenizer.END and tokenizer.is_word(id) for id in range(len(tokenizer))])
        self._read_ids: list[int] = []
        self._states: list[State] = []  # after each of them
        self._hidden: list[NDArray[np.float32]] = []  # the same

    @classmethod
    def of(cls, checkpoint: Checkpoint) -> Predictor:
        """A predictor for a checkpoint. Raises Problem where its weights and settings do not fit."""
        tokenizer = Tokenizer(checkpoint.words, checkpoint.counts)
        return cls(restore(checkpoint), tokenizer, checkpoint.ngrams, checkpoint.mixture)

    @torch.no_grad()
    def _step(self, word: int, state: State, before: tuple[int, ...]) -> _Place:
        h_TBE, after = self._model(torch.tensor([[word]], device=self._model.device), state)
        p_V = self._model.table.log_probabilities(h_TBE[-1])[0].exp().cpu().numpy()
        return _Place(after, h_TBE[-1, 0].cpu().numpy(), p_V, (*before, word))

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
        del self._states[shared:], self._hidden[shared:]
        for word in before[shared:]:
            h_TBE, state = self._model(torch.tensor([[word]], device=self._model.device), self._state)
            self._states.append(state)
            self._hidden.append(h_TBE[-1, 0].cpu().numpy())
        self._read_ids = before
        return self._step(last, self._state, tuple(before))

    @property
    def _state(self) -> State:
        return self._states[-1] if self._states else self._model.zero_state(1)

    def _cache(self, place: _Place, sampling: SamplingConfig) -> Cache | None:
        """The words of the prompt read last, each with the hidden vector before it.

        What is written goes into no cache: words that make themselves likelier soon go round in circles.
        """
        if self._mixture is None or sampling.mix not in WITH_CACHE:
            return None
        cache = Cache(len(self.tokenizer), self._mixture.theta)
        if self._hidden:
            cache.add(np.stack(self._hidden), place.ids[1:])
        return cache

    def _mixed(self, place: _Place, sampling: SamplingConfig, cache: Cache | None) -> NDArray[np.float64]:
        """(V,): what the parts that `sampling` asks for find likely together."""
        if self._mixture is None:
            return place.p_V.astype(np.float64)
        ngrams = self._ngrams if sampling.mix in WITH_NGRAMS else None
        return self._mixture.combined(
            place.p_V.astype(np.float64),
            ngrams.probabilities(place.ids) if ngrams else None,
            cache.probabilities(place.h_E) if cache else None,
        )

    def probabilities(self, ids: Sequence[int], sampling: SamplingConfig) -> NDArray[np.float64]:
        """(V,) of the word that follows `ids`, after temperature and filters."""
        place = self.read(ids)
        return shape(self._mixed(place, sampling, self._cache(place, sampling)), sampling, Tokenizer.UNKNOWN)

    def write(self, ids: Sequence[int], sampling: SamplingConfig) -> Iterator[tuple[int, float]]:
        """Words after a prompt: each is drawn, given out with its probability, and read as the next input.

        After many marks in a row the next is a word; a model that knows no words ends there.
        """
        random = np.random.default_rng(sampling.seed or None)
        place, marks = self.read(ids), 0
        cache = self._cache(place, sampling)
        while marks < WRITTEN_MARKS or self._is_word_V.any():
            p_V = self._mixed(place, sampling, cache)
            p_V = shape(p_V if marks < WRITTEN_MARKS else p_V * self._is_word_V, sampling, Tokenizer.UNKNOWN)
            word = draw(p_V, random)
            yield word, float(p_V[word])
            marks = 0 if self._is_word_V[word] else marks + 1
            place = self._step(word, place.state, place.ids)

    def likeliest(self, ids: Sequence[int], words: int, sampling: SamplingConfig, width: int) -> list[Continuation]:
        """Whole continuations of so many words by beam search, best first, at most `width`.

        Punctuation comes along and counts for the probability, but not as a word; paragraph ends are left
        out, because five words in one paragraph are asked for.
        """
        place = self.read(ids)
        beams, cache = [_Beam((), 0.0, 0, 0, place)], self._cache(place, sampling)
        done: list[_Beam] = []
        while beams and (len(done) < width or beams[0].log > done[-1].log):
            grown = sorted(self._grow(beams, sampling, cache, 2 * width), key=lambda beam: -beam.log)
            done = sorted([*done, *(b for b in grown if b.words == words)], key=lambda beam: -beam.log)[:width]
            beams = [self._reach(beam) for beam in [b for b in grown if b.words < words][: 2 * width]]
        return [Continuation(beam.ids, float(np.exp(beam.log))) for beam in done]

    def _grow(
        self, beams: list[_Beam], sampling: SamplingConfig, cache: Cache | None, branches: int
    ) -> Iterator[_Beam]:
        """Every beam with each of its likeliest next tokens; the place is still the one before that token."""
        for beam in beams:
            p_V = shape(self._mixed(beam.place, sampling, cache), sampling, Tokenizer.UNKNOWN)
            p_V[Tokenizer.END] = 0.0
            for word in map(int, np.argsort(-p_V, kind="stable")[:branches]):
                is_word = self.tokenizer.is_word(word)
                marks = 0 if is_word else beam.marks + 1
                if p_V[word] > 0 and marks <= SEARCHED_MARKS:
                    log = beam.log + float(np.log(p_V[word]))
                    yield _Beam((*beam.ids, word), log, beam.words + is_word, marks, beam.place)

    def _reach(self, beam: _Beam) -> _Beam:
        """The beam with its place moved on to its last token."""
        return replace(beam, place=self._step(beam.ids[-1], beam.place.state, beam.place.ids))


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
