"""The frozen values that leave the engine: progress, evaluations, predictions.

They hold numbers, strings and copies only, so a shell may carry them across threads without locks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textgen.engine.problem import Problem

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus
    from textgen.engine.provenance import TextIndex


@dataclass(frozen=True)
class Reading:
    """How far the reading of a text has come; `corpus` is there in the last report only."""

    share: float
    corpus: Corpus | None = None


@dataclass(frozen=True)
class Indexing:
    """How far the indexing of a text has come; `index` is there in the last report only."""

    share: float
    index: TextIndex | None = None


@dataclass(frozen=True)
class Run:
    """Words of a text, `start` being the first, that stand in a corpus from its word `place` on, there first."""

    start: int
    length: int
    place: int

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True)
class Passage:
    """A piece of a corpus; the words of a run are text[start:end]."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Planned:
    """Which settings were chosen for this text, machine and time, and why: a sentence each."""

    chosen: Problem
    why: Problem


@dataclass(frozen=True)
class Progress:
    """Where a training stands.

    `share` and `seconds_left` are None while nobody can know them (training without a limit).
    `phase` is "training", "cooling" (the learning rate goes down to its end), "evaluating", or "scoring" (what is
    made once, at the end).
    """

    phase: str
    step: int
    epoch: float
    seconds: float
    words_per_second: float
    train_perplexity: float
    share: float | None
    seconds_left: float | None


@dataclass(frozen=True)
class Evaluation:
    """One point of the learning curve, with what the model writes at that point."""

    step: int
    epoch: float
    seconds: float
    train_perplexity: float
    held_out_perplexity: float
    best: bool
    sample: str


BASELINES = {"unigrams": 1, "bigrams": 2, "kneser_ney": 5}  # rows of mere counting, and the longest run of each


@dataclass(frozen=True)
class Row:
    """One way of predicting a text: its perplexity, and how often the word was among the 1, 3 and 5 likeliest (0 to 1)."""

    name: str
    perplexity: float
    hits: tuple[float, ...]


@dataclass(frozen=True)
class Scoreboard:
    """A text predicted in several ways, the simplest first.

    `keystrokes_saved`, from 0 to 1, is the share of keys that typing the words of the text would have saved with ten
    suggestions before each word; None where that is not known.
    """

    tokens: int
    unknown: int
    rows: tuple[Row, ...]
    keystrokes_saved: float | None

    def without_ngrams(self) -> Scoreboard:
        """What still holds of a model that has lost its n-grams."""
        rows = tuple(row for row in self.rows if row.name not in ("with_ngrams", "mixed"))
        return replace(self, rows=rows, keystrokes_saved=None)

    def perplexity(self, name: str) -> float:
        """That of the row of this name. Raises KeyError where there is none."""
        return {row.name: row.perplexity for row in self.rows}[name]


@dataclass(frozen=True)
class Snapshot:
    """The model as it was at the last evaluation; `best` if no earlier one was better."""

    checkpoint: Checkpoint
    best: bool


@dataclass(frozen=True)
class Setback:
    """The held-out perplexity had risen far above its best: the training has gone back to there, with smaller steps.

    `learning_rate` is the one to go on with.
    """

    held_out_perplexity: float
    learning_rate: float


@dataclass(frozen=True)
class Finished:
    """The end of a training and the best model of it.

    `reason` is "time", "passes", "no improvement" or "stopped".
    """

    reason: str
    checkpoint: Checkpoint


@dataclass(frozen=True)
class Scored:
    """The model of a training that was stopped, with the scoreboard that it did not have at once."""

    checkpoint: Checkpoint


@dataclass(frozen=True)
class UnknownWord:
    """A word of the prompt that the model does not know, and the nearest that it knows with their counts."""

    word: str
    nearest: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Choice:
    """One way to go on: what to show, its probability, and what to append to the prompt without its last spaces.

    `label` for the end of a paragraph is "¶". `insert` starts with a space where one belongs. Where it completes a
    word that was begun, it takes the place of the prompt's last `replaces` characters, and no space is added or lost.
    `before` is the probability that the model itself gives, where settings have changed it.
    """

    label: str
    insert: str
    probability: float
    replaces: int = 0
    before: float | None = None


@dataclass(frozen=True)
class Prediction:
    """What a mode answers: choices, best first. A streamed continuation is one growing choice a report."""

    choices: tuple[Choice, ...]
    unknown: tuple[UnknownWord, ...] = ()
    done: bool = True
