"""The jobs that run in a worker's thread. Each is a generator of frozen values; torch is loaded here and not before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from textgen.engine import checkpoint as checkpoints
from textgen.engine import corpus as corpora
from textgen.engine import provenance, unfinished
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.modes import MODES, Query
from textgen.engine.problem import Problem, noop
from textgen.engine.reports import Indexing, Reading, Snapshot
from textgen.engine.tokenizer import Tokenizer, coverage
from textgen.gui.work import kept_training, warmup
from textgen.gui.work.kept_training import Wish, led
from textgen.gui.work.limits import Limits
from textgen.gui.work.measured import measured
from textgen.gui.work.worker import Job, Stopped, give_way

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.corpus import Corpus
    from textgen.engine.provenance import TextIndex
    from textgen.engine.training import TrainingRun


def reading(path: str) -> Callable[[Stopped], Iterator[Reading]]:
    """Yields Reading; the last one has the corpus."""

    def job(stopped: Stopped) -> Iterator[Reading]:
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
    corpus.fingerprint  # noqa: B018 - it is kept


def indexing(corpus: Corpus) -> Callable[[Stopped], Iterator[Indexing]]:
    """Yields Indexing; the last one has the index over the text."""

    def job(stopped: Stopped) -> Iterator[Indexing]:
        give_way()
        for report in provenance.build(corpus):
            if stopped():
                return
            yield report

    return job


def training(
    corpus: Corpus,
    model: ModelConfig,
    train: TrainConfig,
    fixed: Collection[str] | None = None,
    start: Checkpoint | None = None,
    wish: Wish | None = None,
) -> Job:
    """Yields Planned, Progress, Evaluation, Snapshot and Setback, and Finished at the end, stopped or not.

    `fixed` and `start` are as in the engine's `TrainingRun`. Where the wish is for later, the training is kept when it
    is stopped, and nothing more comes.
    """
    wish = wish or Wish()

    def job(stopped: Stopped) -> Iterator[object]:
        give_way()
        warmup.load_torch()
        from textgen.engine.training import TrainingRun

        if stopped() and not wish.later:
            return
        yield from led(TrainingRun(corpus, model, train, fixed=fixed, start=start), stopped, wish)

    return job


def going_on(wish: Wish) -> Job:
    """The training that is kept, from where it was left: yields Reading with its text, what it has told, then as above.

    If it cannot go on, its best model comes as a Snapshot, and the file stays. Raises Problem then.
    """

    def job(stopped: Stopped) -> Iterator[object]:
        give_way()
        warmup.load_torch()
        left = unfinished.load(kept_training.path())
        try:
            run = yield from _resumed(left, stopped)
        except Problem as problem:
            if left.best is None:
                raise
            yield Snapshot(left.best, True)
            raise Problem(
                noop("Problem", "{reason} Its best model so far is open now; save it to keep it."), reason=problem
            ) from problem
        if run is None:
            return
        yield from left.now.history
        if left.best is not None:
            yield Snapshot(left.best, True)
        del left  # it takes several times the memory of the network
        yield from led(run, stopped, wish)

    return job


def _resumed(left: unfinished.Unfinished, stopped: Stopped) -> Generator[object, None, TrainingRun | None]:
    """The run, once its text is read again; None if that was stopped."""
    from textgen.engine.training import TrainingRun

    for report in reading(left.path)(stopped):
        if report.corpus is not None:
            yield report
            return TrainingRun.resumed(left, report.corpus)
    return None


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


def comparing(
    snapshots: Sequence[Checkpoint], prompt: str, sampling: SamplingConfig, length: int, index: TextIndex | None = None
) -> Job:
    """Yields each snapshot of a training with what it writes after `prompt`: what to append to it.

    The networks are made one after another; all write with the same words. Where `sampling` limits what is borrowed,
    `index` is that of the training text.
    """

    def job(stopped: Stopped) -> Iterator[object]:
        warmup.load_torch_aside()
        from textgen.engine.model import restore
        from textgen.engine.prediction import Predictor

        tokenizer = Tokenizer(snapshots[0].words, snapshots[0].counts)
        limits = Limits()
        for snapshot in snapshots:
            text = ""
            predictor = Predictor(restore(snapshot), tokenizer)
            limit = limits.of(sampling, index, predictor)
            for prediction in MODES["from-one-word"].run(predictor, Query(prompt, sampling, 1, length, limit=limit)):
                if stopped():
                    return
                text = prediction.choices[0].insert
            yield snapshot, text

    return job


def measuring(checkpoint: Checkpoint, text: str, mix: str) -> Job:
    """Yields the shares of `text` that are done, and at last what was Measured; nothing of it where it has no words."""

    def job(stopped: Stopped) -> Iterator[object]:
        warmup.load_torch_aside()
        from textgen.engine.spans import spans
        from textgen.engine.surprise import surprise

        found = list(takewhile(lambda _: not stopped(), spans(text)))
        if stopped():
            return
        for step in surprise(checkpoint, found, mix) if found else ():
            if stopped():
                return
            yield step.share
            if step.surprise is not None:
                yield measured(text, step.surprise)

    return job
