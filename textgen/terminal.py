"""What the commands show on a terminal: progress bars there, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import locale
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from textgen import paths, printing
from textgen.engine import corpus as corpora
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.corpus import Corpus
from textgen.engine.in_words import sentences, unsure
from textgen.engine.modes import MODES, Query
from textgen.engine.problem import Problem, noop
from textgen.engine.reports import Evaluation, Finished, Planned, Progress, Setback
from textgen.engine.words import is_word

if TYPE_CHECKING:  # it imports torch, which a reader of `--help` need not wait for
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.surprise import Measuring, Surprise
    from textgen.engine.training import TrainingRun

BAR = "{desc}: {percentage:3.0f}%|{bar}| {postfix}"
LINE_EVERY = 10.0  # seconds between two plain lines
DEMO_MINUTES = 1.0
END = {
    "time": "The time is used up.",
    "passes": "All passes are done.",
    "no improvement": "It stopped getting better.",
    "stopped": "Stopped; the best model so far is kept.",
}


def open_streams() -> None:
    """Give the program an output to write to, whatever it was started with, and let no letter be too much for it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - for good
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def silence() -> None:
    """Write to nobody from now on: what is still to be flushed at the end would fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(line: str) -> None:
    """Print a line of a training; a training does not end because nobody reads of it."""
    try:
        print(line, flush=True)
    except OSError:
        silence()


def complain(sentence: str) -> None:
    """Say a problem on stderr."""
    with contextlib.suppress(OSError):
        print(f"textgen: {sentence}", file=sys.stderr, flush=True)


def check_target(path: Path) -> None:
    """Say before hours of training, not after, that a file cannot be written. Raises Problem."""
    folder = path.resolve().parent
    try:
        if path.is_dir():
            raise Problem(noop("Problem", "“{name}” is a folder. Give the model a file name of its own."), name=path)
        if path.exists() and not path.is_file():
            raise Problem(noop("Problem", "“{name}” is not a file. Give the model a file name of its own."), name=path)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Problem(
            noop("Problem", "“{name}” cannot be written ({reason}). Choose another name or folder."),
            name=path.name, reason=error.strerror,
        ) from error  # fmt: skip


def _never() -> bool:
    return False


def read(path: str, pretokenised: bool = False, stopped: Callable[[], bool] = _never) -> Corpus:
    """Read a text to the end, with a bar if it takes long; what is worth saying goes to stderr.

    Raises KeyboardInterrupt when `stopped()`.
    """
    corpus: Corpus | None = None
    with tqdm(
        total=1.0, desc=f"Reading {Path(path).name}", delay=1.0, leave=False, bar_format=BAR, disable=None
    ) as bar:
        for reading in corpora.read(path, pretokenised=pretokenised):
            bar.update(reading.share - bar.n)
            corpus = reading.corpus
            if stopped():
                raise KeyboardInterrupt
    assert corpus is not None  # the last report carries it
    for note in corpus.notes:
        print(note, file=sys.stderr)
    return corpus


def train(run: TrainingRun, stopped: Callable[[], bool]) -> Finished:
    """Iterate a training to its end or until `stopped()`, and show how it goes."""
    finished: Finished | None = None
    words, share = run.vocabulary()
    tell(f"Vocabulary: {words:,} words and marks; they are {share:.1%} of the text that is held out.")
    with _Display() as display:
        for event in run:
            if isinstance(event, Progress):
                display.progress(event)
            elif isinstance(event, Evaluation):
                display.evaluation(event)
            elif isinstance(event, Planned):
                tell(f"{event.chosen} {event.why}")
            elif isinstance(event, Setback):
                display.setback(event)
            elif isinstance(event, Finished):
                finished = event
            if stopped():
                break
    finished = finished or Finished("stopped", run.result())
    tell(END[finished.reason])
    _tell_quality(finished.checkpoint)
    return finished


def _tell_quality(made: Checkpoint) -> None:
    """What the figures of the held-out part mean; of a stopped training only the network's is known."""
    if made.best is None:
        return
    best = made.best
    said = sentences(made.scores, best.train_perplexity) if made.scores else [unsure(best.held_out_perplexity)]
    for sentence in said:
        tell(str(sentence))


class _Display:
    """A bar on a terminal, a plain line every few seconds elsewhere."""

    def __init__(self) -> None:
        self._bar = tqdm(total=1.0, desc="Training", bar_format=BAR, disable=None, leave=False)
        self._last_line = 0.0

    def __enter__(self) -> _Display:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def progress(self, now: Progress) -> None:
        text = f"perplexity {now.train_perplexity:,.1f}, {now.words_per_second:,.0f} words/s{_until(now.seconds_left)}"
        if self._bar.disable:
            if now.seconds - self._last_line >= LINE_EVERY:
                self._last_line = now.seconds
                tell(f"{now.seconds:6.0f} s  pass {now.epoch:.1f}  {text}")
            return
        self._bar.set_postfix_str(text, refresh=False)
        self._bar.update((now.share or 0.0) - self._bar.n)

    def setback(self, event: Setback) -> None:
        self._bar.clear()
        tell(
            f"The held-out perplexity rose to {event.held_out_perplexity:,.1f}: back to the best model so far, "
            f"with half the learning rate ({event.learning_rate:g})."
        )

    def evaluation(self, point: Evaluation) -> None:
        mark = "*" if point.best else " "
        line = f"{point.seconds:6.0f} s {mark} held-out perplexity {point.held_out_perplexity:,.1f}  {point.sample}"
        self._bar.clear()
        tell(" ".join(line.split("\n")))


def _until(seconds_left: float | None) -> str:
    if seconds_left is None:
        return ", until it stops getting better"
    return f", done at {datetime.now() + timedelta(seconds=seconds_left):%H:%M:%S}"


def measure(reports: Iterable[Measuring], name: str) -> Surprise:
    """Measure a text to the end, with a bar if it takes long."""
    found: Surprise | None = None
    with tqdm(total=1.0, desc=f"Measuring {name}", delay=1.0, leave=False, bar_format=BAR, disable=None) as bar:
        for report in reports:
            bar.update(report.share - bar.n)
            found = report.surprise
    assert found is not None  # the last report carries it
    return found


def demo(path: str | None, stopped: Callable[[], bool]) -> bool:
    """The program's job without a window: read, train for a minute, predict in the three modes.

    True if it was stopped before its end.
    """
    from textgen.engine.checkpoint import SUFFIX, load

    if path and path.endswith(SUFFIX):
        _show_modes(load(path), "")
        return False
    return _train_and_show(path or str(_sample_text()), stopped)


def _train_and_show(path: str, stopped: Callable[[], bool]) -> bool:
    from textgen.engine.training import TrainingRun

    corpus = read(path)
    print(
        f"{corpus.name}: {corpus.words:,} words, {corpus.distinct_words:,} different ones. {corpora.verdict(corpus.words)}"
    )
    print(f"Training an LSTM for {DEMO_MINUTES:g} minute; Ctrl+C stops and keeps the best.", flush=True)
    finished = train(TrainingRun(corpus, ModelConfig(), TrainConfig(minutes=DEMO_MINUTES), fixed=()), stopped)
    prompt = next((text for text in corpus.preview[1:] if len(text.split()) > 8), corpus.preview[0])
    _show_modes(finished.checkpoint, " ".join(prompt.split()[:5]))
    print("\nTo keep a model: ./run train TEXT -o my.textgen   With a screen, ./run opens the window.")
    return finished.reason == "stopped"


def _show_modes(checkpoint: Checkpoint, prompt: str) -> None:
    from textgen.engine.prediction import Predictor

    predictor = Predictor.of(checkpoint)
    words = prompt.split() or [next(word for word in checkpoint.words if is_word(word))]
    for mode in MODES.values():
        text = words[0] if mode.name == "from-one-word" else " ".join(words)
        print(f"\n{mode.label} {mode.shape}   {text} …")
        *_, prediction = mode.run(predictor, Query(text, mode.sampling, 10, 50))
        printing.show_prediction(text, prediction)


def _sample_text() -> Path:
    """A bundled text in the language of the terminal, if there is one."""
    samples = paths.samples()
    language = (locale.getlocale()[0] or "en")[:2]
    return next((path for path in samples if path.name.endswith(f".{language}.txt")), samples[0])
