"""A text as the model reads it, with what may end it: an unknown word, an open mark, a word that has only been begun."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from textgen.engine import words
from textgen.engine.reports import UnknownWord
from textgen.engine.tokenizer import Tokenizer

NEAREST = 5  # known words that are told for an unknown one


@dataclass(frozen=True)
class Prompt:
    """Its pieces, their numbers, and those words that the model does not know."""

    pieces: tuple[str, ...]
    ids: list[int]
    unknown: tuple[UnknownWord, ...]


def read_prompt(text: str, tokenizer: Tokenizer) -> Prompt:
    """Split a prompt as a corpus is split; say which of its words the model does not know."""
    return _numbered(_pieces(text), tokenizer)


def _pieces(text: str) -> list[str]:
    pieces = words.split(unicodedata.normalize("NFC", text))
    return [*pieces, words.END] if pieces and "\n" in text[len(text.rstrip()) :] else pieces


def _numbered(pieces: Sequence[str], tokenizer: Tokenizer) -> Prompt:
    ids = tokenizer.numbers(pieces)
    if ids and ids[-1] == Tokenizer.UNKNOWN and not words.is_word(pieces[-1]):
        ids[-1] = _open_mark(pieces[-1], tokenizer)
        pieces = [*pieces[:-1], tokenizer.piece(ids[-1]) if ids[-1] else pieces[-1]]
    missing = dict.fromkeys(piece for piece, word in zip(pieces, ids, strict=True) if word == Tokenizer.UNKNOWN)
    return Prompt(tuple(pieces), ids, tuple(_unknown(piece, tokenizer) for piece in missing))


def _unknown(piece: str, tokenizer: Tokenizer) -> UnknownWord:
    """A mark is near no word."""
    label = words.label(piece)
    return UnknownWord(label, tokenizer.nearest(label, NEAREST) if words.is_word(piece) else ())


def _open_mark(mark: str, tokenizer: Tokenizer) -> int:
    """A mark at the end of a prompt whose spacing is still open: opening, if the model knows it so, else closing."""
    known = (word for word in tokenizer.numbers((mark + words.JOINER, words.JOINER + mark)) if word)
    return next(known, Tokenizer.UNKNOWN)


def begun(text: str) -> str:
    """The word that the text's last letters begin, as it is typed; none after a gap or a mark."""
    pieces = [] if text[-1:].isspace() else words.split(unicodedata.normalize("NFC", text))
    if not pieces or not words.is_word(last := pieces[-1]):
        return ""
    typed = words.label(last)
    ends = (text[-size:] for size in range(len(typed), len(unicodedata.normalize("NFD", typed)) + 1))
    return next((end for end in ends if unicodedata.normalize("NFC", end) == typed), "")


def completing(text: str, letters: str, tokenizer: Tokenizer) -> tuple[Prompt, list[int]]:
    """What stands before a word that has been begun, and the words that begin so; the whole text where none does."""
    pieces, known = _pieces(text), tokenizer.beginning(unicodedata.normalize("NFC", letters))
    return _numbered(pieces[:-1] if known else pieces, tokenizer), known


def insert(before: Sequence[str], new: Sequence[int], tokenizer: Tokenizer) -> str:
    """What to append to a text of these pieces, spacing included."""
    last = before[-1:]
    return words.join([*last, *map(tokenizer.piece, new)])[len(words.join(last)) :]
