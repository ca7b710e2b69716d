"""The one file of the training that is not finished: written in the training's thread, offered at the next start."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textgen.engine.problem import Problem
from textgen.engine.reports import Finished, Scored
from textgen.gui.parts import log
from textgen.gui.work.worker import Stopped

if TYPE_CHECKING:
    from textgen.engine.training import TrainingRun

EVERY = 120.0  # seconds between two writings: what a crash may cost
FAULTS = (Problem, MemoryError, RuntimeError)  # the last is how torch says that there is no memory


@dataclass
class Wish:
    """What becomes of a training that is stopped: its best model, or all of it `later`; of a `void` one nothing.

    Written in the window's thread, only read in the training's.
    """

    later: bool = False
    void: bool = False


@dataclass(frozen=True)
class Kept:
    """All of the training is in the file."""


def path() -> Path:
    """The file, in the program's data folder."""
    return log.path().with_name("unfinished-training")


def discard() -> None:
    """Take the file away."""
    with contextlib.suppress(OSError):
        path().unlink(missing_ok=True)


def tidy() -> None:
    """Take away what a writing left that was broken off; for the start of the program, when nothing is being written."""
    for file in path().parent.glob(".textgen-*.tmp"):
        with contextlib.suppress(OSError):
            file.unlink()


def led(run: TrainingRun, stopped: Stopped, wish: Wish) -> Iterator[object]:
    """The events of a training, which is kept every few minutes until it ends.

    One that is stopped for later ends with Kept. Any other that is stopped ends with Finished, and its scoreboard comes
    some seconds later, as Scored. Raises what keeps a training from being kept for later, after its best model.
    """
    written = time.monotonic()
    for event in run:
        if isinstance(event, Finished):
            discard()
            yield event
            return
        yield event
        if stopped():
            yield from _left(run) if wish.later else _stopped(run)
            return
        if time.monotonic() - written >= EVERY:
            _keep(run, wish)
            written = time.monotonic()


def _left(run: TrainingRun) -> Iterator[object]:
    try:
        run.state().save(path())
    except FAULTS:
        yield Finished("stopped", run.result())
        raise
    yield Kept()


def _stopped(run: TrainingRun) -> Iterator[object]:
    made = run.result()
    discard()
    yield Finished("stopped", made)
    yield Scored(run.scored(made))


def _keep(run: TrainingRun, wish: Wish) -> None:
    """A training goes on even if it cannot be kept; it is tried again."""
    if wish.void:
        return
    try:
        run.state().save(path())
    except FAULTS as fault:
        logging.getLogger("textgen").warning("The training could not be kept: %s", fault)
    if wish.void:  # the window has discarded it in the meantime
        discard()
