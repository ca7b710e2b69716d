"""What each word of a text did for a word that may come next: told in two ways, so that one sees when they disagree.

Gradient × input asks how the prediction moves when a word's vector grows or shrinks a little; leaving out asks what
the network would have said without the word. Both are told in bits, and more than 0 is in favour.

Shape letters: T inputs, E embedding, H units, V words.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from textgen.engine import words
from textgen.engine.gates import LayerState, Vector
from textgen.engine.model import LanguageModel
from textgen.engine.problem import Problem, noop
from textgen.engine.prompt import read_prompt
from textgen.engine.sampling import likeliest
from textgen.engine.scoring import CHUNK
from textgen.engine.stepping import Stepper
from textgen.engine.tokenizer import Tokenizer

LONGEST = 400  # words of a text that are looked at, the last ones
CANDIDATES = 8  # of the likeliest next words
SLIGHT = 0.1  # bits: less than so many, 7 % of a probability, is neither for a word nor against it

_NATS = math.log(2)  # in a bit


@dataclass(frozen=True)
class Contribution:
    """A word and what it did, in bits.

    `gradient` is the gradient of log2 p with respect to the word's vector, times that vector, summed; `leaving_out` is
    log2 p after the whole text minus log2 p after the text without the word.
    """

    word: str
    known: bool
    gradient: float
    leaving_out: float

    @property
    def disagree(self) -> bool:
        """Whether one says that it spoke for the next word, and the other against it, neither of them slightly."""
        low, high = sorted((self.gradient, self.leaving_out))
        return low <= -SLIGHT and high >= SLIGHT


@dataclass(frozen=True)
class Candidate:
    """A word that may come next: its number, what a person sees for it, and its probability."""

    number: int
    word: str
    probability: float


@dataclass(frozen=True, eq=False)
class Contributions:
    """Why `target` may come next: what each word did, and `start`, the paragraph's end that is read before them all.

    `candidates` are the likeliest next words; `state` (H,) is the last layer's hidden state after the text.
    """

    target: Candidate
    candidates: tuple[Candidate, ...]
    start: Contribution
    words: tuple[Contribution, ...]
    state: Vector


def number_of(word: str, tokenizer: Tokenizer) -> int:
    """The number of a word as a person types it, "¶" for a paragraph's end. Raises Problem for what is no known word."""
    if word.strip() == words.label(words.END):
        return Tokenizer.END
    pieces = words.split(unicodedata.normalize("NFC", word))
    if len(pieces) != 1:
        raise Problem(noop("Problem", "Type one word or one mark."))
    bare = words.bare(pieces[0])  # a mark alone does not say on which side its word is
    ways = (bare, pieces[0], bare + words.JOINER, words.JOINER + bare)
    number = next(filter(None, tokenizer.numbers(ways)), Tokenizer.UNKNOWN)
    if number == Tokenizer.UNKNOWN:
        raise Problem(noop("Problem", "This model does not know the word “{word}”."), word=words.label(bare))
    return number


def contributions(
    model: LanguageModel, network: Stepper, tokenizer: Tokenizer, text: str, target: int | None = None
) -> Contributions:
    """What the words of a text did for `target`, the likeliest next word if none is given.

    `network` is the same model, one step at a time. The text begins after a paragraph's end, as in predicting.
    """
    prompt = read_prompt(text, tokenizer)
    ids = [Tokenizer.END, *prompt.ids[-LONGEST:]]
    state, h_RE = without_each(network, ids)
    p_V = network.probabilities(h_RE[0])
    found = [_candidate(number, p_V, tokenizer) for number in _likeliest(p_V)]
    target = found[0].number if target is None else target
    bits_R = _bits(model, h_RE, target)
    gradient_T, leaving_out_T = by_gradient(model, ids, target), bits_R[0] - bits_R[1:]
    pieces = [words.END, *prompt.pieces[-LONGEST:]]
    start, *others = (
        Contribution(words.label(piece), word != Tokenizer.UNKNOWN, float(gradient), float(left))
        for piece, word, gradient, left in zip(pieces, ids, gradient_T, leaving_out_T, strict=True)
    )
    return Contributions(_candidate(target, p_V, tokenizer), tuple(found), start, tuple(others), state)


def by_gradient(model: LanguageModel, ids: Sequence[int], target: int) -> NDArray[np.float64]:
    """(T,): gradient × input of each input, for log2 p of the target after them."""
    with torch.no_grad():
        x_T1E = model.table.embed(torch.tensor(ids)[:, None])
    with torch.enable_grad():
        x_T1E.requires_grad_()
        (gradient_T1E,) = torch.autograd.grad(log_probability(model, x_T1E, target), x_T1E)
    bits_T: NDArray[np.float64] = (gradient_T1E * x_T1E).sum(dim=(1, 2)).detach().double().numpy() / _NATS
    return bits_T


def log_probability(model: LanguageModel, x_T1E: Tensor, target: int) -> Tensor:
    """The natural logarithm of the probability of a word after inputs with these vectors."""
    for layer, state in zip(model.layers, model.zero_state(1), strict=True):
        x_T1E, _ = layer(x_T1E, state)
    return model.table.log_probabilities(model.project(x_T1E[-1]))[0, target]


def without_each(network: Stepper, ids: Sequence[int]) -> tuple[Vector, Vector]:
    """The last layer's hidden state (H,) after the inputs, and the hidden vectors (1 + T, E) after all of them and after
    all but each.

    A row without an input begins as a copy of what was there before it; from then on all rows read the same words.
    """
    rows: list[LayerState] = [tuple(part[None] for part in layer) for layer in network.start]
    for word in ids:
        layers = network.blocks(word, rows)
        after = network.state_of(layers)
        rows = [_with_copy(new, old) for new, old in zip(after, rows, strict=True)]
    return rows[-1][0][0], network.hidden([{"hidden_state": layer[0]} for layer in rows])


def _with_copy(after: LayerState, before: LayerState) -> LayerState:
    return tuple(np.concatenate([new, old[:1]]) for new, old in zip(after, before, strict=True))


@torch.no_grad()
def _bits(model: LanguageModel, h_RE: Vector, target: int) -> NDArray[np.float64]:
    """(R,): log2 p of a word after each hidden vector."""
    rows = max(1, CHUNK // model.table.words)
    parts = torch.split(torch.from_numpy(h_RE), rows)
    logs_R = torch.cat([model.table.log_probabilities(part)[:, target] for part in parts])
    bits_R: NDArray[np.float64] = logs_R.double().numpy() / _NATS
    return bits_R


def _likeliest(p_V: Vector) -> list[int]:
    """The likeliest words but the unknown one."""
    others_V = p_V.astype(np.float64)
    others_V[Tokenizer.UNKNOWN] = 0
    found: list[int] = likeliest(others_V, CANDIDATES).tolist()
    return found


def _candidate(number: int, p_V: Vector, tokenizer: Tokenizer) -> Candidate:
    return Candidate(number, words.label(tokenizer.piece(number)), float(p_V[number]))
