"""The automatic choice of the settings beside a small grid at the same time: a Markdown table on stdout.

Each text is read in excerpts of so many words. The grid is a star: around the automatic choice one setting is changed
at a time, and those left to the program are chosen anew. The speed of each is measured first, in processor time; the
seconds then become passes over the text, so that what else the machine does changes nothing. All runs use one thread,
two go on at once. Progress goes to stderr.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import torch

from benchmarks.ours import comparable, tell
from benchmarks.splits import corpus
from textgen import paths
from textgen.engine import words
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.corpus import Corpus
from textgen.engine.held_out import hold_out
from textgen.engine.plan import Plan, plan
from textgen.engine.reports import Evaluation, Progress
from textgen.engine.tokenizer import fitting_size
from textgen.engine.training import TrainingRun

WORDS = (3_000, 100_000, 0)  # to train on; 0 is the whole text
SECONDS = ((10_000, 20.0), (60_000, 30.0), (200_000, 45.0), (math.inf, 75.0))  # words up to which so long is trained
HELD_OUT = 0.08  # of the words trained on, but no fewer and no more than these:
FEWEST_HELD_OUT, MOST_HELD_OUT = 1_600, 15_000
ROUNDS = 2  # of measuring; the fastest counts, because whatever else the machine does only slows it down
SHIFT = 0.15  # of dropout
DOUBTFUL = 1.05  # times the perplexity of the best: from here on another seed is asked too
HEAD = "| text | words | seconds | automatic | perplexity | best of the grid | perplexity | ratio | again |"


@dataclass(frozen=True)
class Text:
    """A text in a file, the share of it that is held out, tokens and words of the rest, and how long to train on it."""

    name: str
    path: Path
    held_out: float
    tokens: int
    words: int
    vocabulary: int
    seconds: float


@dataclass(frozen=True)
class Trial:
    """Settings to train a text with; `name` says what is not as in the automatic choice."""

    name: str
    plan: Plan

    def settings(self, seed: int) -> tuple[ModelConfig, TrainConfig]:
        """With the passes in place of the minutes that they were measured to fit into."""
        return self.plan.model, replace(self.plan.train, minutes=0.0, epochs=self.plan.passes, seed=seed)

    def __str__(self) -> str:
        model, train = self.plan.model, self.plan.train
        return (
            f"{model.units} units, embedding {model.embedding}, dropout {model.dropout:.2f}, "
            f"learning rate {train.learning_rate:.4f}, {self.plan.passes:.1f} passes"
        )


def excerpt(path: Path, size: int, folder: Path) -> Text | None:
    """The first words of a text: `size` to train on, and those held out; None if it has not so many."""
    whole = corpus(path, pretokenised=False)
    held_out = int(min(max(HELD_OUT * (size or whole.words), FEWEST_HELD_OUT), MOST_HELD_OUT))
    total = size + held_out if size else whole.words
    if total > whole.words:
        return None
    target = folder / f"{size}-{path.name}"
    target.write_text(_first(whole, total), encoding="utf-8")
    share = held_out / total
    train_part, _ = hold_out(corpus(target, pretokenised=False), None, share)
    learnt = total - held_out
    seconds = next(seconds for most, seconds in SECONDS if learnt <= most)
    return Text(path.name, target, share, len(train_part.ids), learnt, fitting_size(train_part), seconds)


def _first(text: Corpus, total: int) -> str:
    """As many tokens of a text as hold so many words."""
    is_word = np.fromiter(map(words.is_word, text.types), bool, len(text.types))
    end = int(np.searchsorted(is_word[text.ids].cumsum(), total)) + 1
    return words.join(text.types[i] for i in text.ids[:end])


def trials(text: Text) -> list[Trial]:
    """The automatic choice, then the star around it."""
    chosen = max((_plan(text, {}) for _ in range(ROUNDS)), key=lambda made: (made.model.units, made.words_per_second))
    changes = {"automatic": {}, **star(chosen)}
    same = {"units": chosen.model.units, "precision": chosen.train.precision}
    rounds = [[_plan(text, {**same, **fields}) for fields in changes.values()] for _ in range(ROUNDS)]
    fastest = [max(plans, key=lambda made: made.words_per_second) for plans in zip(*rounds, strict=True)]
    return [Trial(name, made) for name, made in zip(changes, fastest, strict=True)]


def star(chosen: Plan) -> dict[str, dict[str, Any]]:
    """The settings to try beside those chosen, each by the name of what it changes."""
    model, train = chosen.model, chosen.train
    values = {
        "units": (model.units // 2, model.units * 2),
        "embedding": (model.embedding // 2, model.embedding * 2),
        "layers": (2,),
        "dropout": (max(0.0, round(model.dropout - SHIFT, 2)), round(model.dropout + SHIFT, 2)),
        "learning_rate": (train.learning_rate / 2, train.learning_rate * 2),
    }
    now = {**vars(model), **vars(train)}
    return {
        f"{name.replace('_', ' ')} {value:g}": {name: value}
        for name, others in values.items()
        for value in others
        if value != now[name]
    }


def _plan(text: Text, fields: Mapping[str, Any]) -> Plan:
    """The best known settings with these fields as they are, for the text's time on one thread of this machine."""
    model = ModelConfig(vocabulary=text.vocabulary)
    train = TrainConfig(minutes=text.seconds / 60, held_out=text.held_out, threads=1)
    model, train = (
        replace(config, **{name: value for name, value in fields.items() if hasattr(config, name)})
        for config in (model, train)
    )
    with mock.patch("time.perf_counter", time.process_time):
        return plan(text.tokens, text.vocabulary + 2, model, train, fixed=fields)


def perplexity(path: Path, model: ModelConfig, train: TrainConfig) -> float:
    """The best on the held-out part while training, so that different vocabularies compare."""
    text = corpus(path, pretokenised=False)
    run = TrainingRun(text, model, train)
    best = math.inf
    for event in run:
        if isinstance(event, Evaluation):
            best = min(best, event.held_out_perplexity)
        if isinstance(event, Progress) and event.phase == "scoring":
            break
    known, share = run.vocabulary()
    return comparable(best, 1 - share, len(text.types) - 2 - known)


def row(text: Text, pool: ProcessPoolExecutor, seed: int) -> str:
    """One line of the table; where the best of the grid is well ahead, both are trained again with another seed."""
    tried = trials(text)
    found = _trained(text, tried, pool, seed)
    best = min(range(len(tried)), key=found.__getitem__)
    ratio, again = found[0] / found[best], "–"
    if ratio > DOUBTFUL:
        ours, theirs = _trained(text, [tried[0], tried[best]], pool, seed + 1)
        again = f"{ours / theirs:.3f}"
    cells = (
        text.name, f"{text.words:,}", f"{text.seconds:.0f}", tried[0], f"{found[0]:.1f}",
        f"{tried[best].name} ({tried[best].plan.passes:.1f} passes)" if best else "automatic",
        f"{found[best]:.1f}", f"{ratio:.3f}", again,
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def _trained(text: Text, tried: list[Trial], pool: ProcessPoolExecutor, seed: int) -> list[float]:
    runs = [pool.submit(perplexity, text.path, *trial.settings(seed)) for trial in tried]
    found = []
    for trial, run in zip(tried, runs, strict=True):
        found.append(run.result())
        tell(f"{text.name}, {text.words:,} words, seed {seed}, {trial.name}: {found[-1]:.2f}; {trial}")
    return found


def texts(options: argparse.Namespace, folder: Path) -> Iterator[Text]:
    """The excerpts, shortest first."""
    for size in sorted(options.words, key=lambda size: size or math.inf):
        for path in options.texts:
            made = excerpt(path, size, folder)
            if made:
                yield replace(made, seconds=options.seconds or made.seconds)


def main() -> None:
    """Train what is asked for and print the table."""
    options = _options()
    torch.set_num_threads(1)
    print(f"{HEAD}\n|{'---|' * (HEAD.count('|') - 1)}", flush=True)
    pool = ProcessPoolExecutor(2, multiprocessing.get_context("spawn"))
    with tempfile.TemporaryDirectory() as folder, pool:
        for text in texts(options, Path(folder)):
            print(row(text, pool, options.seed), flush=True)


def _options() -> argparse.Namespace:
    about, _, more = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.choice", description=about, epilog=more)
    parser.add_argument(
        "texts", type=Path, nargs="*", metavar="TEXT", default=paths.samples(),
        help="texts of your own (the bundled ones)",
    )  # fmt: skip
    parser.add_argument(
        "--words", type=int, nargs="+", metavar="N", default=WORDS,
        help=f"words to train on, 0 for the whole text ({' '.join(map(str, WORDS))})",
    )  # fmt: skip
    parser.add_argument("--seconds", type=float, metavar="S", help="how long to train (by the words: 20 to 75)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the trainings (1)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
