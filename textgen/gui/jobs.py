"""The jobs that run in a worker's thread. Each is a generator of frozen values; torch is loaded here and not before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from textgen.engine import checkpoint as checkpoints
from textgen.engine import corpus as corpora
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.reports import Finished
from textgen.engine.tokenizer import coverage
from textgen.gui import warmup
from textgen.gui.worker import Job, Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus


def reading(path: str) -> Job:
    """Yields Reading; the last one has the corpus."""

    def job(stopped: Stopped) -> Iterator[object]:
        for report in corpora.read(path):
            if stopped():
                return
            if report.corpus is not None:
                _count(report.corpus)
            yield report

    return job


def _count(corpus: Corpus) -> None:
    """Do here what the corpus counts once, at the first question, so that the window need not wait for it."""
    corpus.frequent()
    coverage(corpus, 1)


def training(
    corpus: Corpus,
    model: ModelConfig,
    train: TrainConfig,
    fixed: Collection[str] | None = None,
    start: Checkpoint | None = None,
) -> Job:
    """Yields Planned, Progress, Evaluation, Snapshot and Setback, and Finished at the end, stopped or not.

    `fixed` and `start` are as in the engine's `TrainingRun`.
    """

    def job(stopped: Stopped) -> Iterator[object]:
        warmup.load_torch()
        from textgen.engine.training import TrainingRun

        if stopped():
            return
        run = TrainingRun(corpus, model, train, fixed=fixed, start=start)
        for event in run:
            yield event
            if stopped() and not isinstance(event, Finished):
                yield Finished("stopped", run.result())
                return

    return job


def saving(checkpoint: Checkpoint, path: str) -> Job:
    """Yields the path once the file is there."""

    def job(stopped: Stopped) -> Iterator[object]:
        checkpoint.save(path)
        yield path

    return job


def opening(path: str, prepare: Callable[[Checkpoint], None]) -> Job:
    """Yields the checkpoint in the file, once `prepare` has made a network of it; that raises Problem where none can be."""

    def job(stopped: Stopped) -> Iterator[object]:
        checkpoint = checkpoints.load(path)
        prepare(checkpoint)
        yield checkpoint

    return job
