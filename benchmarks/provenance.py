"""What it costs to see where words come from: the index over a text, and the runs that a page has in common with it.

A page is 200 words of four kinds: a stretch of the text itself, one long run; passages of twelve words of it, many runs;
words in the order that a model of word pairs draws them, short runs everywhere; words in any order, none.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure, percentile
from textgen.engine.provenance import TextIndex, build, words_of

PAGE, PASSAGE = 200, 12  # words
LEAST = 5
TIMES = 50  # pages of each kind


def figures(path: Path) -> Iterator[Figure]:
    """The index over a text from a file, and pages of each kind."""
    from textgen.engine.corpus import read

    *_, last = read(path)
    began = time.perf_counter()
    *_, built = build(last.corpus)
    size = f"{last.corpus.words:,} words"
    yield Figure(f"index over {size}, in the background", f"{time.perf_counter() - began:.1f} s", "")
    words = words_of(path.read_text(encoding="utf-8"))
    for kind, page in _pages(words).items():
        seconds, runs = [], 0
        for _ in range(TIMES):
            took, found = _looked_through(built.index, page())
            seconds.append(took)
            runs += found
        measured = f"p50 {percentile(seconds, 0.5):.1f} ms, p99 {percentile(seconds, 0.99):.1f} ms"
        yield Figure(f"where {PAGE} words are from, {kind} ({runs / TIMES:.0f} runs)", measured, "50 ms")


def _looked_through(index: TextIndex, page: list[str]) -> tuple[float, int]:
    began = time.perf_counter()
    runs = index.runs(page, LEAST)
    return time.perf_counter() - began, len(runs)


def _pages(words: list[str]) -> dict[str, Callable[[], list[str]]]:
    """For each kind what draws a page of it."""
    random = np.random.default_rng(1)
    followers = defaultdict(list)
    for before, after in pairwise(words):
        followers[before].append(after)

    def stretch(length: int = PAGE) -> list[str]:
        start = random.integers(len(words) - length)
        return words[start : start + length]

    def passages() -> list[str]:
        return [word for _ in range(0, PAGE, PASSAGE) for word in stretch(PASSAGE)][:PAGE]

    def pairs() -> list[str]:
        page = stretch(1)
        while len(page) < PAGE:
            page.append(str(random.choice(followers[page[-1]] or words)))
        return page

    def disorder() -> list[str]:
        return [words[place] for place in random.integers(len(words), size=PAGE)]

    return {"one stretch of the text": stretch, "passages": passages, "word pairs": pairs, "any order": disorder}
