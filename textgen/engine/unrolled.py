"""The network unrolled over a sentence: one column a word that it reads, and each word that it writes read as the next.

Shape letters: E embedding, H units, V words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from textgen.engine import words
from textgen.engine.gates import STATES, LayerState, Vector
from textgen.engine.modes import FIVE
from textgen.engine.prompt import read_prompt
from textgen.engine.sampling import draw
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.trace import Output, likely_outputs

#: How many words are written in each of the `modes.MODES`; its shape has so many squares after the arrow.
WRITTEN = {"next-word": 1, "next-five": FIVE, "from-one-word": FIVE}
_FROM_ONE = "from-one-word"
_MARKS = 10  # written among the words, at most: a young model may write nothing else

States = Mapping[str, Vector]  # each of the cell's STATES (H,), by its name


@dataclass(frozen=True)
class Written:
    """A word that the network writes: its number, what a person sees, its probability, and its place among the words
    that are written, from 1 on. A mark has no place.
    """

    number: int
    word: str
    probability: float
    place: int | None


@dataclass(frozen=True, eq=False)  # arrays have no single answer to whether they are equal
class Column:
    """One step: the word that is read, given by the person or `fed_back`, and what comes of it.

    `written` is the output that counts. It is None where the next word is given: what the network finds likely there
    is not used.
    """

    word: str
    known: bool
    is_word: bool
    fed_back: bool
    embedding: Vector  # (E,)
    layers: tuple[States, ...]
    outputs: tuple[Output, ...]
    written: Written | None


@dataclass(frozen=True)
class Unrolled:
    """The steps in one of the three shapes, and the states that the first of them found.

    `seed` is that of the draws; without one the likeliest word is written.
    """

    mode: str
    seed: int | None
    start: tuple[States, ...]
    columns: tuple[Column, ...]

    @property
    def read(self) -> int:
        """How many words are given; marks are read too, and are not counted."""
        return sum(column.is_word for column in self.columns if not column.fed_back)

    @property
    def written(self) -> tuple[Written, ...]:
        """All words and marks that are written, the first after the last word that is given."""
        return tuple(column.written for column in self.columns if column.written is not None)

    def goes_on(self, other: Unrolled) -> bool:
        """Whether these are the very steps of the other and one more."""
        fewer = len(self.columns) - 1 == len(other.columns)
        return fewer and all(one is its for one, its in zip(self.columns, other.columns, strict=False))

    def after(self, at: int) -> tuple[States, ...]:
        """The states of each layer after a step; after -1 those that the first step finds."""
        return self.columns[at].layers if at >= 0 else self.start

    def size(self, at: int, layer: int, state: str) -> float:
        """How large a state is after a step: the mean of its absolute values."""
        return float(np.abs(self.after(at)[layer][state]).mean())


def walk(network: Stepper, tokenizer: Tokenizer, text: str, mode: str, seed: int | None = None) -> Unrolled:
    """Read a text, in the mode from one word only its first word, and write as many words as the mode does.

    The text begins after a paragraph's end, as in predicting. Each word is chosen by the network's own probabilities.
    """
    state = network.state_of(network.blocks(Tokenizer.END, network.start))
    found = Unrolled(mode, seed, _named(network, state), ())
    given = list(_given(text, tokenizer, mode))
    for place, (word, label) in enumerate(given, start=1):
        found = _after(network, tokenizer, found, word, label, writes=place == len(given))
    while given and _wanted(found):
        found = go_on(network, tokenizer, found)
    return found


def go_on(network: Stepper, tokenizer: Tokenizer, unrolled: Unrolled) -> Unrolled:
    """Read the word that was written last, and write one more."""
    last = unrolled.written[-1]
    return _after(network, tokenizer, unrolled, last.number, last.word, writes=True)


def _given(text: str, tokenizer: Tokenizer, mode: str) -> Iterator[tuple[int, str]]:
    prompt = read_prompt(text, tokenizer)
    whole = list(zip(prompt.ids, map(words.label, prompt.pieces), strict=True))
    if mode != _FROM_ONE:
        yield from whole
    elif whole:
        yield next((one for one, piece in zip(whole, prompt.pieces, strict=True) if words.is_word(piece)), whole[0])


def _wanted(unrolled: Unrolled) -> bool:
    """Whether the mode writes more words. Where it writes one, a mark is as good as a word, as in predicting."""
    written = unrolled.written
    if WRITTEN[unrolled.mode] == 1:
        return False
    return (written[-1].place or 0) < WRITTEN[unrolled.mode] and len(written) < WRITTEN[unrolled.mode] + _MARKS


def _after(
    network: Stepper, tokenizer: Tokenizer, unrolled: Unrolled, word: int, label: str, *, writes: bool
) -> Unrolled:
    """With one more column."""
    before = unrolled.after(len(unrolled.columns) - 1)
    blocks = network.blocks(word, [tuple(states.values()) for states in before])
    p_V = network.probabilities(network.hidden(blocks))
    column = Column(
        label,
        word != Tokenizer.UNKNOWN,
        words.is_word(label),
        bool(unrolled.written),
        network.embedded(word),
        _named(network, network.state_of(blocks)),
        likely_outputs(p_V, tokenizer),
        _write(p_V, tokenizer, unrolled) if writes else None,
    )
    return replace(unrolled, columns=(*unrolled.columns, column))


def _write(p_V: Vector, tokenizer: Tokenizer, unrolled: Unrolled) -> Written:
    """The next word; the sign for unknown words is never written."""
    possible_V = p_V.astype(np.float64)
    possible_V[Tokenizer.UNKNOWN] = 0.0
    if unrolled.seed is None:
        word = int(possible_V.argmax())
    else:
        word = draw(possible_V, np.random.default_rng((unrolled.seed, len(unrolled.columns))))
    so_far = sum(written.place is not None for written in unrolled.written)
    place = so_far + 1 if tokenizer.is_word(word) else None
    return Written(word, words.label(tokenizer.piece(word)), float(p_V[word]), place)


def _named(network: Stepper, state: Sequence[LayerState]) -> tuple[States, ...]:
    names = STATES[network.cell]
    return tuple(dict(zip(names, layer, strict=True)) for layer in state)
