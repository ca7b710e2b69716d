"""Reading a prompt and going on from it, word by word, each output fed back in as the next input.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from textgen.engine.cache import Cache
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import SamplingConfig
from textgen.engine.mixture import Mixture
from textgen.engine.model import LanguageModel, restore
from textgen.engine.ngrams import NGrams
from textgen.engine.pairs import Pairs
from textgen.engine.reading import Place, Reader
from textgen.engine.sampling import Probabilities, draw, likeliest, shape
from textgen.engine.steering import Forms, Limit, Steering
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

SEARCHED_MARKS = 3  # marks in a row, at most, in a continuation that is searched for
WRITTEN_MARKS = 8  # marks and paragraph ends in a row, at most, in a written text: a young model repeats them
CACHED = 3  # tokens of a prompt at least: a cache of a seed word alone would say it again and again
ROUNDS = 4  # in which different continuations are drawn
WORDS, MARKS, ENDS = range(3)  # kinds, each as frequent at any temperature: else a low one ends each paragraph early

WITH_NGRAMS = ("all", "ngrams")  # of the choices of `SamplingConfig.mix`
WITH_CACHE = ("all", "cache")


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
        self._reader, self._ngrams, self._mixture = Reader(Stepper(model)), ngrams, mixture
        self._is_word_V = np.array([id > Tokenizer.END and tokenizer.is_word(id) for id in range(len(tokenizer))])
        self._kinds_V = np.where(self._is_word_V, WORDS, MARKS)
        self._kinds_V[Tokenizer.END] = ENDS
        self._forms, self._pairs = Forms(tokenizer.words), Pairs(tokenizer)

    @classmethod
    def of(cls, checkpoint: Checkpoint) -> Predictor:
        """A predictor for a checkpoint. Raises Problem where its weights and settings do not fit."""
        tokenizer = Tokenizer(checkpoint.words, checkpoint.counts)
        return cls(restore(checkpoint), tokenizer, checkpoint.ngrams, checkpoint.mixture)

    def read(self, ids: Sequence[int]) -> Place:
        """The place after a prompt."""
        return self._reader.read(ids)

    def _cache(self, place: Place, sampling: SamplingConfig) -> Cache | None:
        """The words of the prompt read last, each with the hidden vector before it.

        What is written goes into no cache: words that make themselves likelier soon go round in circles.
        """
        if self._mixture is None or sampling.mix not in WITH_CACHE or len(place.ids) <= CACHED:
            return None
        cache = Cache(len(self.tokenizer), self._mixture.theta)
        cache.add(self._reader.hidden, place.ids[1:])
        return cache

    def _mixed(self, place: Place, sampling: SamplingConfig, cache: Cache | None) -> NDArray[np.float64]:
        """(V,): what the parts that `sampling` asks for find likely together."""
        if self._mixture is None:
            return place.probabilities().astype(np.float64)
        ngrams = self._ngrams if sampling.mix in WITH_NGRAMS else None
        return self._mixture.combined(
            place.probabilities().astype(np.float64),
            ngrams.probabilities(place.ids) if ngrams else None,
            cache.probabilities(place.h_E) if cache else None,
        )

    def _steering(self, ids: Sequence[int], sampling: SamplingConfig, limit: Limit | None) -> Steering:
        return Steering(sampling, self._forms, self._is_word_V, ids, limit)

    def probabilities(self, ids: Sequence[int], sampling: SamplingConfig, limit: Limit | None = None) -> Probabilities:
        """(V,) of the word that follows `ids`, as the settings make them; all 0 where every word is ruled out."""
        place = self.read(ids)
        found_V = self._mixed(place, sampling, self._cache(place, sampling))
        weights_V, ruled_V = self._steering(ids, sampling, limit).weigh(found_V, ())
        return shape(weights_V, sampling, ruled_V, found_V, self._kinds_V)

    def write(
        self, ids: Sequence[int], sampling: SamplingConfig, limit: Limit | None = None
    ) -> Iterator[tuple[int, float]]:
        """Words after a prompt: each is drawn, given out with its probability, and read as the next input.

        Each is drawn by `probabilities`, but marks that come in pairs are closed, and after many marks in a row the
        next is a word. Where everything is ruled out, it ends.
        """
        random = np.random.default_rng(sampling.seed or None)
        place, marks = self.read(ids), 0
        written: tuple[int, ...] = ()
        cache, steering = self._cache(place, sampling), self._steering(ids, sampling, limit)
        while True:
            found_V = self._mixed(place, sampling, cache)
            self._pairs.adjust(found_V, (*ids, *written))
            weights_V, ruled_V = steering.weigh(found_V, written)
            if marks >= WRITTEN_MARKS:
                ruled_V |= ~self._is_word_V
            p_V = shape(weights_V, sampling, ruled_V, found_V, self._kinds_V)
            if not p_V.any():
                return
            word = draw(p_V, random)
            yield word, float(p_V[word])
            written = (*written, word)
            marks = 0 if self._is_word_V[word] else marks + 1
            place = place.after(word)

    def likeliest(
        self, ids: Sequence[int], words: int, sampling: SamplingConfig, width: int, limit: Limit | None = None
    ) -> list[Continuation]:
        """Whole continuations of so many words by beam search, best first, at most `width`.

        Punctuation comes along and counts for the probability, but not as a word; paragraph ends are left
        out, because five words in one paragraph are asked for.
        """
        next_of = self._next_tokens(ids, sampling, limit)
        beams = [_Beam((), 0.0, 0, 0, self.read(ids))]
        done: list[_Beam] = []
        while beams and (len(done) < width or beams[0].log > done[-1].log):
            grown = sorted(self._grow(beams, next_of, 2 * width), key=lambda beam: -beam.log)
            done = sorted([*done, *(b for b in grown if b.words == words)], key=lambda beam: -beam.log)[:width]
            beams = [b.reached() for b in [b for b in grown if b.words < words][: 2 * width]]
        return [Continuation(beam.ids, float(np.exp(beam.log))) for beam in done]

    def drawn(
        self, ids: Sequence[int], words: int, sampling: SamplingConfig, width: int, limit: Limit | None = None
    ) -> list[Continuation]:
        """Whole continuations of so many words, drawn token by token, all different, best first.

        They are made of what those of `likeliest` are made of. Fewer than `width` where hardly any others are likely.
        """
        random = np.random.default_rng(sampling.seed or None)
        next_of, start = self._next_tokens(ids, sampling, limit), _Beam((), 0.0, 0, 0, self.read(ids))
        found: dict[tuple[int, ...], float] = {}
        for _ in range(ROUNDS):
            beams = [start] * (width - len(found))
            while beams:
                grown = [self._longer(b, p_V, draw(p_V, random)) for b in beams if (p_V := next_of(b)).any()]
                found |= {beam.ids: beam.log for beam in grown if beam.words == words}
                beams = [beam.reached() for beam in grown if beam.words < words]
        best = sorted(found.items(), key=lambda item: -item[1])
        return [Continuation(ids, float(np.exp(log))) for ids, log in best]

    def _next_tokens(
        self, ids: Sequence[int], sampling: SamplingConfig, limit: Limit | None
    ) -> Callable[[_Beam], Probabilities]:
        """What gives (V,) of the tokens that may follow a beam; they sum to 1 with those that may not."""
        cache, steering = self._cache(self.read(ids), sampling), self._steering(ids, sampling, limit)

        def next_of(beam: _Beam) -> Probabilities:
            found_V = self._mixed(beam.place, sampling, cache)
            weights_V, ruled_V = steering.weigh(found_V, beam.ids)
            p_V = shape(weights_V, sampling, ruled_V, found_V, self._kinds_V)
            p_V[Tokenizer.END] = 0.0
            return p_V if beam.marks < SEARCHED_MARKS else p_V * self._is_word_V

        return next_of

    def _grow(self, beams: list[_Beam], next_of: Callable[[_Beam], Probabilities], branches: int) -> Iterator[_Beam]:
        """Every beam with each of its likeliest next tokens; the place is still the one before that token."""
        for beam in beams:
            p_V = next_of(beam)
            for word in likeliest(p_V, branches).tolist():
                yield self._longer(beam, p_V, word)

    def _longer(self, beam: _Beam, p_V: Probabilities, word: int) -> _Beam:
        is_word = bool(self._is_word_V[word])
        log = beam.log + float(np.log(p_V[word]))
        return _Beam((*beam.ids, word), log, beam.words + is_word, 0 if is_word else beam.marks + 1, beam.place)


@dataclass(frozen=True)
class _Beam:
    """A continuation under way: tokens, logarithm of its probability, words so far, marks since the last word,
    and the place it has reached.
    """

    ids: tuple[int, ...]
    log: float
    words: int
    marks: int
    place: Place

    def reached(self) -> _Beam:
        """The same with its place moved on to the last token."""
        return replace(self, place=self.place.after(self.ids[-1]))
