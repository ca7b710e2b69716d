"""Reading a prompt and going on from it, word by word, each output fed back in as the next input.

Shape letter: V words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from textgen.engine.cache import Cache
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import SamplingConfig
from textgen.engine.continuations import Beam, Continuation, Continuations
from textgen.engine.dashes import Dashes
from textgen.engine.mixture import Mixture
from textgen.engine.model import LanguageModel, restore
from textgen.engine.ngrams import NGrams
from textgen.engine.pairs import Pairs
from textgen.engine.reading import Place, Reader
from textgen.engine.sampling import Probabilities, draw, shape
from textgen.engine.steering import Forms, Limit, Steering
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

WRITTEN_MARKS = 8  # marks and paragraph ends in a row, at most, in a written text: a young model repeats them
CACHED = 3  # tokens of a prompt at least: a cache of a seed word alone would say it again and again
WORDS, MARKS, ENDS = range(3)  # kinds, each as frequent at any temperature: else a low one ends each paragraph early


WITH_NGRAMS = ("all", "ngrams")  # of the choices of `SamplingConfig.mix`
WITH_CACHE = ("all", "cache")


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
        self._forms, self._pairs, self._dashes = Forms(tokenizer.words), Pairs(tokenizer), Dashes(tokenizer)

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

        Each is drawn by `probabilities`, but marks that come in pairs are closed, dashes stand where they can, and after
        many marks in a row the next is a word. Where everything is ruled out, it ends.
        """
        random = np.random.default_rng(sampling.seed or None)
        place, marks = self.read(ids), 0
        written: tuple[int, ...] = ()
        cache, steering = self._cache(place, sampling), self._steering(ids, sampling, limit)
        while True:
            found_V = self._mixed(place, sampling, cache)
            self._pairs.adjust(found_V, (*ids, *written))
            self._dashes.adjust(found_V, (*ids, *written))
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
        self,
        ids: Sequence[int],
        words: int,
        sampling: SamplingConfig,
        width: int,
        limit: Limit | None = None,
        *,
        first: Sequence[int] | None = None,
    ) -> list[Continuation]:
        """Whole continuations of so many words by beam search, best first, at most `width`; all begin differently.

        `first`: one of these words comes first. Filters take none of them away, and their probability is that among
        all words.
        """
        return self._continuations(ids, words, sampling, limit, first).likeliest(width)

    def drawn(
        self,
        ids: Sequence[int],
        words: int,
        sampling: SamplingConfig,
        width: int,
        limit: Limit | None = None,
        *,
        first: Sequence[int] | None = None,
    ) -> list[Continuation]:
        """The same, drawn token by token, all different."""
        random = np.random.default_rng(sampling.seed or None)
        return self._continuations(ids, words, sampling, limit, first).drawn(width, random)

    def _continuations(
        self,
        ids: Sequence[int],
        words: int,
        sampling: SamplingConfig,
        limit: Limit | None,
        first: Sequence[int] | None,
    ) -> Continuations:
        place, steering = self.read(ids), self._steering(ids, sampling, limit)
        cache = self._cache(place, sampling)

        def follow(beam: Beam) -> Probabilities:
            found_V = self._mixed(beam.place, sampling, cache)
            weights_V, ruled_V = steering.weigh(found_V, beam.ids)
            if first is None or beam.ids:
                return shape(weights_V, sampling, ruled_V, found_V, self._kinds_V)
            p_V = np.zeros(len(weights_V))
            p_V[first] = shape(weights_V, sampling.unfiltered(), ruled_V, found_V, self._kinds_V)[first]
            return p_V

        return Continuations(place, self._is_word_V, self._forms.of_V, follow, words)
