"""The one file of the training that is not finished: written in the training's thread, offered at the next start."""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textgen.engine.problem import Problem
from textgen.engine.reports import Finished, Scored
from textgen.gui import log
from textgen.gui.worker import Stopped

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.training import TrainingRun

EVERY = 120.0  # seconds between two writings: what a crash may cost


@dataclass
class Wish:
    """What becomes of a training that is stopped: its best model or, for `later`, all of it.

    Set in the window's thread, read in the training's.
    """

    later: bool = False


def path() -> Path:
    """The file, in the program's data folder."""
    return log.path().with_name("unfinished-training")


def discard() -> None:
    """Take the file away, and what a writing left that was broken off."""
    with contextlib.suppress(OSError):
        for file in (path(), *path().parent.glob(".textgen-*.tmp")):
            file.unlink(missing_ok=True)


def led(run: TrainingRun, stopped: Stopped, wish: Wish) -> Iterator[object]:
    """The events of a training, which is kept every few minutes; its file goes when it ends, unless it is for later.

    Of a training that is stopped the scoreboard comes a little later, as Scored: nobody wants to wait for it. Raises Problem where it cannot be kept for later; its best model comes before that.
    """
    try:
        made = yield from _events(run, stopped, wish)
    except GeneratorExit:  # it was broken off, and nothing of it shall stay
        discard()
        raise
    if not wish.later:
        discard()
    if made is not None:
        yield Scored(run.scored(made))


def _events(run: TrainingRun, stopped: Stopped, wish: Wish) -> Generator[object, None, Checkpoint | None]:
    """Returns the model of a training that was stopped and not left for later."""
    written = time.monotonic()
    for event in run:
        yield event
        if stopped():
            return (yield from _ended(run, event, wish))
        if time.monotonic() - written >= EVERY and not isinstance(event, Finished):
            _keep(run)
            written = time.monotonic()
    return None


def _ended(run: TrainingRun, last: object, wish: Wish) -> Generator[object, None, Checkpoint | None]:
    if wish.later:
        try:
            run.state().save(path())
        except Problem:
            wish.later = False
            yield Finished("stopped", run.result())
            raise
    elif not isinstance(last, Finished):
        made = run.result()
        yield Finished("stopped", made)
        return made
    return None


def _keep(run: TrainingRun) -> None:
    """A training goes on even if it cannot be kept; it is tried again."""
    try:
        run.state().save(path())
    except Problem as problem:
        logging.getLogger("textgen").warning("%s", problem)
