"""A text of any kind as the three parts that a comparison needs, cut into words by textgen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textgen.engine import words
from textgen.engine.corpus import Corpus, read

BLOCK = 50  # paragraphs at most; as in the King James splits
PERIOD = 20  # blocks, of which one is for "valid" and one for "test"
PLACES = {7: "valid", 14: "test"}
LEAST = 2 * PERIOD  # paragraphs


def corpus(path: Path, pretokenised: bool) -> Corpus:
    """A text as textgen reads it."""
    *_, last = read(path, pretokenised)
    assert last.corpus is not None
    return last.corpus


def split(text: Path, folder: Path) -> None:
    """Write train.txt, valid.txt and test.txt, 90 : 5 : 5: one paragraph a line, its tokens with spaces between.

    Consecutive blocks from all over the text, so that each part resembles the whole. Nothing is drawn by lot:
    the same text gives the same parts.
    """
    lines = list(_lines(corpus(text, pretokenised=False)))
    if len(lines) < LEAST:
        raise SystemExit(f"{text} has {len(lines)} paragraphs; at least {LEAST} are needed.")
    block = min(BLOCK, len(lines) // LEAST)
    parts: dict[str, list[str]] = {"train": [], "valid": [], "test": []}
    for number, line in enumerate(lines):
        parts[PLACES.get(number // block % PERIOD, "train")].append(line)
    for name, chosen in parts.items():
        (folder / f"{name}.txt").write_text("".join(f"{line}\n" for line in chosen), encoding="utf-8")


def _lines(text: Corpus) -> Iterator[str]:
    tokens: list[str] = []
    for piece in map(text.types.__getitem__, text.ids):
        if piece == words.END:
            yield " ".join(tokens)
            tokens = []
        else:
            tokens.append(piece)
