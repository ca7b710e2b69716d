"""Words to numbers and back: SentencePiece's word model, built in memory from counts that were made elsewhere."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import sentencepiece

from textgen.engine import words
from textgen.engine.ids import Ids, blocks, gather
from textgen.engine.similar import SimilarWords

if TYPE_CHECKING:
    from textgen.engine.corpus import Corpus

_SPACE = "\u2581"  # SentencePiece writes it before each word
# The names of the two specials inside SentencePiece: no piece has white space, so no piece can be called so.
_UNKNOWN_NAME, _END_NAME = " ", words.END
MOST = 100_000  # words, where nobody has said how many: further ones stand in a text of millions a few times each
_AT_ONCE = 1 << 16  # words whose names for SentencePiece are in memory together
_NOTHING = "\uf8fe"  # an escape without a code: no piece of any text; SentencePiece cannot be built from nothing


class Tokenizer:
    """A vocabulary: UNKNOWN is 0, a paragraph's END is 1, then come the words, most frequent first.

    The same words give the same numbers, whatever their counts.
    """

    UNKNOWN = 0
    END = 1

    def __init__(self, words: Sequence[str], counts: Sequence[int]) -> None:
        """`words` are distinct pieces, most frequent first, without the two specials; `counts` belong to them."""
        self.words = tuple(words)
        self.counts = tuple(int(count) for count in counts)
        self._processor = _build(self.words)
        self._similar: SimilarWords | None = None
        self._nearest: dict[tuple[str, int], tuple[tuple[str, int], ...]] = {}

    @classmethod
    def fit(cls, corpus: Corpus, size: int, min_count: int = 1) -> Tokenizer:
        """The `size` most frequent words of a text that stand in it at least `min_count` times."""
        best = corpus.ranking[: _kept(corpus, size, min_count)]
        return cls([corpus.types[i] for i in best], corpus.counts[best].tolist())

    def __len__(self) -> int:
        return len(self.words) + 2

    def encode(self, text: str) -> list[int]:
        """The numbers of a text's words and marks."""
        return self.numbers(words.split(text))

    def encode_corpus(self, corpus: Corpus) -> Ids:
        """The numbers of a whole text, (tokens,). Raises Problem where there is no room for those of a long one."""
        parts = (corpus.types[at : at + _AT_ONCE] for at in range(0, len(corpus.types), _AT_ONCE))
        numbers = np.concatenate([np.array(self.numbers(part), np.int32) for part in parts])
        numbers[: self.END + 1] = self.UNKNOWN, self.END
        return gather(numbers[block] for block in blocks(corpus.ids))

    def decode(self, ids: Iterable[int]) -> str:
        """The text of some numbers; an unknown word is "<unk>"."""
        return words.join(self.piece(int(i)) for i in ids)

    def piece(self, id: int) -> str:
        """The piece that a number stands for."""
        if id == self.UNKNOWN:
            return "<unk>"
        return words.END if id == self.END else self.words[id - 2]

    def is_word(self, id: int) -> bool:
        """Whether a number stands for a word and not for a mark or a paragraph's end; an unknown one is a word."""
        return id == self.UNKNOWN or (id != self.END and words.is_word(self.words[id - 2]))

    def nearest(self, word: str, n: int = 5) -> tuple[tuple[str, int], ...]:
        """The known words that a person may have meant by an unknown one, with their counts, likeliest first."""
        if (word, n) not in self._nearest:  # a prompt is read again at each key
            self._nearest[word, n] = self._counted(self._similar_words().find(word, n))
        return self._nearest[word, n]

    def beginning(self, letters: str) -> list[int]:
        """The numbers of the words that begin so, but for accents, most frequent first; capitals are looked at where there
        are some.
        """
        return [i + 2 for i in self._similar_words().beginning(letters)]

    def _similar_words(self) -> SimilarWords:
        if self._similar is None:
            self._similar = SimilarWords(self.words)
        return self._similar

    def _counted(self, places: Iterable[int]) -> tuple[tuple[str, int], ...]:
        return tuple((self.words[i], self.counts[i]) for i in places)

    def numbers(self, pieces: Iterable[str]) -> list[int]:
        """The numbers of pieces as `words.split` gives them, one for each."""
        # `piece_to_id` and not `encode`: that would make one number of several unknown words in a row.
        names = [piece if piece == words.END else _SPACE + piece for piece in pieces]
        numbers: list[int] = self._processor.piece_to_id(names)
        return numbers


def fitting_size(corpus: Corpus) -> int:
    """How many words a vocabulary should keep of a text: all, up to `MOST`.

    The words that most of a text is made of cost the same in any vocabulary, and rare ones little (see `WordTable`):
    but a predictor weighs all of them for each word, and the file holds them all.
    """
    return max(10, min(MOST, int(np.count_nonzero(corpus.counts[2:]))))


def coverage(corpus: Corpus, size: int, min_count: int = 1) -> tuple[int, float]:
    """How many words a vocabulary of this size keeps, and the share of the text's tokens that it knows."""
    kept = _kept(corpus, size, min_count)
    return kept, float(corpus.covered[kept]) / max(1, len(corpus.ids))


def _kept(corpus: Corpus, size: int, min_count: int) -> int:
    falling = corpus.counts[corpus.ranking]
    often_enough = int(np.searchsorted(-falling, -min_count, side="right"))
    return max(0, min(size, often_enough))


def _build(pieces: tuple[str, ...]) -> sentencepiece.SentencePieceProcessor:
    model = io.BytesIO()
    known = pieces or (_NOTHING,)
    # SentencePiece sorts by count and then by letter. Counts that fall by one keep the order given.
    lines = (f"{piece}\t{len(known) - i}" for i, piece in enumerate(known))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=lines,
        model_writer=model,
        model_type="word",
        input_format="tsv",
        normalization_rule_name="identity",
        character_coverage=1.0,
        # A coverage of 1.0 is compared in single precision, which would drop the rarest letters of a large text.
        required_chars="".join(sorted(set().union(*known))),
        vocab_size=len(known) + 2,
        hard_vocab_limit=False,
        bos_id=-1,
        unk_id=Tokenizer.UNKNOWN,
        unk_piece=_UNKNOWN_NAME,
        eos_id=Tokenizer.END,
        eos_piece=_END_NAME,
        minloglevel=2,
    )
    return sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
