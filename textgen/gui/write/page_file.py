"""The file of the page: its text, who wrote what, all versions, and the controls as they were left. JSON.

What stands in a file may be anything: it is a page only if every part of it is what it should be.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textgen.engine import storage
from textgen.engine.problem import Problem, noop
from textgen.gui.parts import log
from textgen.gui.work.piece import KINDS, units
from textgen.gui.work.worker import Job, Stopped
from textgen.gui.write import versions
from textgen.gui.write.versions import Fork, Passage, Span

FORMAT = "textgen-page"
VERSION = 1
LARGEST = 500_000_000  # bytes; what is larger is no page that could be shown


@dataclass(frozen=True)
class Page:
    """A page with its forks, and beside it the mode, the seed word and how many words to write (0: not known)."""

    text: str = ""
    spans: tuple[Span, ...] = ()
    forks: tuple[Fork, ...] = ()
    mode: str = ""
    seed: str = ""
    length: int = 0


def path() -> Path:
    """The file, in the program's data folder."""
    return log.path().with_name("page.json")


def save(page: Page) -> None:
    """Write the page whole or not at all. Raises Problem where that cannot be done."""
    data = json.dumps({"format": FORMAT, "version": VERSION, **vars(page)}, default=vars)
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        storage.write(path(), [data.encode()])
    except OSError as error:
        raise Problem(
            noop("Problem", "Your text could not be kept ({reason}). Save it as a file, or make room in {folder}."),
            reason=error.strerror or str(error),
            folder=str(path().parent),
        ) from error


def saving(page: Page) -> Job:
    """The same as a job."""

    def job(stopped: Stopped) -> Iterator[object]:
        save(page)
        yield page

    return job


def load() -> Page | None:
    """The page that was kept; None if none was. One that cannot be read is set aside, and Problem says where it is."""
    if not path().exists():
        return None
    try:
        return _page(_read(path()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError, MemoryError) as error:
        raise Problem(
            noop(
                "Problem", "The text that was kept cannot be read. The file with it is now {path}; nothing was deleted."
            ),
            path=str(_set_aside(path())),
        ) from error


def _read(file: Path) -> Any:
    if not file.is_file() or file.stat().st_size > LARGEST:
        raise ValueError("it is no file of ours")
    return json.loads(file.read_text(encoding="utf-8"))


def _set_aside(file: Path) -> Path:
    """Rename a file so that the next page does not overwrite it; where it lies then."""
    number = 1
    while (aside := file.with_name(f"{file.stem}-unreadable-{number}{file.suffix}")).exists():
        number += 1
    try:
        return file.rename(aside)
    except OSError:
        return file


# ---- what is in it ----------------------------------------------------------------------------------------------


def _page(stored: Any) -> Page:
    """Raises ValueError, TypeError, KeyError or AttributeError for what is no page."""
    _hold(stored["format"] == FORMAT and stored["version"] == VERSION)
    text, mode, seed = (_text(stored[name]) for name in ("text", "mode", "seed"))
    size = units(text)
    return Page(
        text, _spans(stored["spans"], size), _forks(stored["forks"], size), mode, seed, _number(stored["length"])
    )


def _spans(stored: Any, size: int) -> tuple[Span, ...]:
    """In their order, none over another."""
    found, done = [], 0
    for start, length, kind in stored:
        _hold(kind in KINDS and done <= _number(start) and 0 < _number(length) <= size - start)
        found.append((start, length, kind))
        done = start + length
    return tuple(found)


def _forks(stored: Any, size: int) -> tuple[Fork, ...]:
    return tuple(_fork(one, size) for one in stored)


def _fork(stored: Any, size: int) -> Fork:
    """With a number of its own."""
    start, length, standing = (_number(stored[name]) for name in ("start", "length", "standing"))
    passages = tuple(_passage(one) for one in stored["passages"])
    _hold(0 < length <= size - start and standing < len(passages) >= 2)
    return Fork(versions.new_number(), start, length, passages, standing)


def _passage(stored: Any) -> Passage:
    text = _text(stored["text"])
    return Passage(text, _spans(stored["spans"], units(text)), _forks(stored["forks"], units(text)))


def _text(stored: Any) -> str:
    _hold(isinstance(stored, str))
    return str(stored)


def _number(stored: Any) -> int:
    _hold(type(stored) is int and stored >= 0)
    return int(stored)


def _hold(true: bool) -> None:
    if not true:
        raise ValueError("it is no page")
