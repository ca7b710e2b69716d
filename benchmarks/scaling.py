"""Measure how the cost grows with the text: `python -m benchmarks.scaling [TEXT] [--millions N …]`, a Markdown table.

The texts are made in a temporary folder from TEXT (a bundled text if none is given): every fifth word is replaced by an
invented one, drawn by Zipf's law from an endless list, so that new words keep coming as they do in real text. Each text
is read in a process of its own (Linux only: its memory is read from /proc). Seconds are those of the processor, memory
is what the process holds for itself at most: pages of files that it has mapped are the system's to take back.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure
from textgen import paths
from textgen.engine.config import ModelConfig, TrainConfig

MILLION = 1_000_000
INVENTED = 0.2  # share of the words
EXPONENT = 1.2  # of Zipf's law: some 500,000 different invented words among six million
LETTERS = "etaoinshrdlcumwfgypbvk"
WINDOWS = 200
LOOK_EVERY = 0.01  # seconds
GOALS = ("1 µs a word", "0.1 µs a word", "0.1 s")

Stage = tuple[str, float, float]  # what was done, the seconds it took, the MB held at most meanwhile


def make_text(base: Path, words: int, target: Path) -> None:
    """Write a text of so many words."""
    known = np.array(re.findall(r"\S+\s*", base.read_text(encoding="utf-8")), dtype=object)
    random = np.random.default_rng(1)
    with target.open("w", encoding="utf-8") as file:
        for start in range(0, words, len(known)):
            mixed = known[: words - start].copy()
            places = np.flatnonzero(random.random(len(mixed)) < INVENTED)
            mixed[places] = [_invented(rank) for rank in random.zipf(EXPONENT, len(places)).tolist()]
            file.write("".join(mixed))


def _invented(rank: int) -> str:
    """The word of a rank: the more common, the shorter."""
    word = ""
    while rank:
        rank, letter = divmod(rank, len(LETTERS))
        word += LETTERS[letter]
    return word + " "


class Stopwatch(threading.Thread):
    """Takes the time and the memory of one stage after the other."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._began, self._most = time.process_time(), 0.0
        self.start()

    def run(self) -> None:
        while True:
            self._most = max(self._most, _own_memory())
            time.sleep(LOOK_EVERY)

    def stage(self, name: str) -> Stage:
        """The stage that ends here; the next begins."""
        ended, most = time.process_time(), max(self._most, _own_memory())
        seconds, self._began, self._most = ended - self._began, ended, 0.0
        return name, seconds, most


def _own_memory() -> float:
    """MB that this process holds for itself."""
    return int(re.findall(r"RssAnon:\s*(\d+)", Path("/proc/self/status").read_text())[0]) / 1024


def stages(text: Path) -> Iterator[Stage]:
    """From a file to the first windows of a training, as `TrainingRun` goes."""
    from textgen.engine.batching import TokenStream
    from textgen.engine.corpus import read
    from textgen.engine.held_out import hold_out
    from textgen.engine.ids import counted
    from textgen.engine.tokenizer import Tokenizer

    stopwatch = Stopwatch()
    *_, last = read(text)
    corpus = last.corpus
    assert corpus is not None
    yield stopwatch.stage(f"reading ({len(corpus.types):,} distinct)")
    part, held_out = hold_out(corpus, None, TrainConfig().held_out)
    tokenizer = Tokenizer.fit(part, ModelConfig().vocabulary)
    ids_N, _ = tokenizer.encode_corpus(part), tokenizer.encode_corpus(held_out)
    yield stopwatch.stage("holding out, vocabulary, numbers")
    rare = counted(ids_N, len(tokenizer)) == 1
    stream = TokenStream(ids_N, TrainConfig().batch, TrainConfig().truncation, rare, Tokenizer.UNKNOWN)
    for _ in zip(range(WINDOWS), stream.one_pass(np.random.default_rng(1)), strict=False):
        pass
    yield stopwatch.stage(f"the first {WINDOWS} windows")


def figures(base: Path, millions: float) -> Iterator[Figure]:
    """The stages of one text."""
    words = round(millions * MILLION)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text.txt"
        make_text(base, words, text)
        child = [sys.executable, "-m", "benchmarks.scaling", "--stages-of", str(text)]
        output = subprocess.run(child, check=True, capture_output=True, text=True).stdout
    for (name, seconds, most), goal in zip(json.loads(output), GOALS, strict=True):
        measured = f"{seconds:.2f} s, {seconds / words * 1e6:.2f} µs a word, {most:.0f} MB"
        yield Figure(f"{millions:g} million words: {name}", measured, goal)


def main() -> None:
    """Measure text after text and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=paths.samples()[0])
    parser.add_argument("--millions", type=float, nargs="+", default=[1, 3, 10], help="words of each text (1 3 10)")
    parser.add_argument("--stages-of", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.stages_of:
        print(json.dumps(list(stages(options.stages_of))))
        return
    print("| what | measured | goal |\n|---|---|---|")
    for millions in options.millions:
        for figure in figures(options.text, millions):
            print(f"| {' | '.join(figure)} |", flush=True)


if __name__ == "__main__":
    main()
