"""A training that was broken off, as a frozen value and as a file: all that it needs to go on as if nothing had happened.

What can be made again from the text (its words as numbers, n-grams, what mere counting comes to) is not in it. The
file is a safetensors file, as a model's is: nothing in it is executed or unpickled. It carries a checksum, because a
training that goes on from a wrong number is no longer the same, and nothing would tell.
"""

from __future__ import annotations

import dataclasses
import json
import math
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import safetensors.numpy
from numpy.typing import NDArray

from textgen.engine import storage
from textgen.engine.checkpoint import Checkpoint, from_parts
from textgen.engine.corpus import Corpus
from textgen.engine.problem import Problem, noop
from textgen.engine.reports import Progress
from textgen.engine.storage import Arrays

FORMAT = "textgen-unfinished"
VERSION = 1
KEPT = "kept.weight."
_LEARNING = "learning."


@dataclass(frozen=True, eq=False)
class Learning:
    """What the next step depends on beside the weights.

    The learning rate after setbacks; the numpy generator's state at the beginning of the pass and the windows read
    since; and as arrays the hidden state, torch's generator, the optimiser, and weights and optimiser of the best point.
    """

    rate: float
    pass_began: Mapping[str, Any]
    done: int
    arrays: Arrays


@dataclass(frozen=True)
class Standing:
    """The numbers of a training besides: where it is, and what decides how it goes on; at first those of its beginning.

    `clock` and `evaluation_seconds` are seconds; `next_evaluation` and `cooled_at` are steps, or seconds where the
    training follows the clock. `recent` and `since_evaluation` are the fields of a `Loss`. `evaluating`: an evaluation
    is due; `reason`: why it is over, once it is. `planned`: words a second and passes that the plan found.
    """

    step: int = 0
    clock: float = 0.0
    evaluation_seconds: float = math.inf
    next_evaluation: float = math.inf
    cooled_at: float | None = None
    best: float = math.inf
    misses: int = 0
    recent: Mapping[str, float] = field(default_factory=lambda: {"fading": 0.95})
    since_evaluation: Mapping[str, float] = field(default_factory=dict)
    evaluating: bool = False
    reason: str | None = None
    planned: tuple[float, float] | None = None


@dataclass(frozen=True)
class Outlook:
    """What a person wants to know of an unfinished training: its text, how far it is, and how good its best model."""

    source: str
    path: str
    progress: Progress
    perplexity: float | None


@dataclass(frozen=True, eq=False)
class Unfinished:
    """A training as it stood.

    `now` is the model as it was, with its settings, words and history; `texts` are the fingerprints of its text and, if
    it had one, of its held-out text; `path` is where the text was read from.
    """

    now: Checkpoint
    texts: tuple[str, ...]
    path: str
    progress: Progress
    standing: Standing
    learning: Learning

    @cached_property
    def best(self) -> Checkpoint | None:
        """The best model so far, the network alone; None before the first evaluation that was a number."""
        until = max((k for k, point in enumerate(self.now.history, start=1) if point.best), default=0)
        if not until:
            return None
        arrays = self.learning.arrays
        return dataclasses.replace(
            self.now,
            weights={name: arrays[KEPT + name] for name in self.now.weights},
            history=self.now.history[:until],
            seconds=self.now.history[until - 1].seconds,
        )

    def check(self, corpus: Corpus, valid: Corpus | None) -> None:
        """Raises Problem if a text is not the one that the training began with."""
        given = fingerprints(corpus, valid)
        for text, then, now in zip((corpus, valid), self.texts, given, strict=False):
            if text and then != now:
                raise Problem(
                    noop("Problem", "“{name}” has changed since this training began, so it cannot go on. Put the earlier text back and try again."),
                    name=text.name,
                )  # fmt: skip
        if len(given) != len(self.texts):
            raise Problem(
                noop("Problem", "This training was measured on another held-out text. Give the same one to go on.")
            )

    def save(self, path: Path) -> None:
        """Write the file; `path` is old or new, never half. Raises Problem when it cannot be written."""
        header, tensors = self._parts()
        metadata = {"format": FORMAT, "version": str(VERSION), "header": header, "sum": _sum(header, tensors)}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            storage.replace(path.resolve(), tensors, metadata)
        except OSError as error:
            raise Problem(
                noop("Problem", "The training could not be kept for later: {reason}. Make room on the disk."),
                reason=error.strerror or error,
            ) from error  # fmt: skip

    def _parts(self) -> tuple[str, dict[str, NDArray[Any]]]:
        now, tensors = self.now.parts()
        learning = self.learning
        header = {
            "now": now,
            "texts": self.texts,
            "path": self.path,
            "progress": dataclasses.asdict(self.progress),
            "standing": dataclasses.asdict(self.standing),
            "learning": {"rate": learning.rate, "pass_began": learning.pass_began, "done": learning.done},
        }
        return json.dumps(header), tensors | {_LEARNING + name: array for name, array in learning.arrays.items()}


def fingerprints(corpus: Corpus, valid: Corpus | None) -> tuple[str, ...]:
    return tuple(text.fingerprint for text in (corpus, valid) if text)


def glance(path: Path) -> Outlook | None:
    """What can be said of a file without reading all of it; None if there is none.

    Raises Problem if what is there cannot go on.
    """
    if not path.exists():
        return None
    header = _header(_opened(storage.head, path))
    try:
        found = json.loads(header)
        reached = [float(point["held_out_perplexity"]) for point in found["now"]["history"] if point["best"]]
        perplexity = reached[-1] if reached else None
        return Outlook(str(found["now"]["source"]), str(found["path"]), Progress(**found["progress"]), perplexity)
    except Exception as error:
        raise _damaged() from error


def load(path: Path) -> Unfinished:
    """Read a file that `save` has written. Raises Problem on anything that is wrong with it."""
    data = _opened(storage.read, path)
    header = _header(data)
    try:
        tensors = safetensors.numpy.load(data)
        whole = (storage.metadata(data) or {})["sum"] == _sum(header, tensors)
        found = _build(json.loads(header), tensors)
    except Exception as error:  # whatever a damaged file leads to is one and the same to a person
        raise _damaged() from error
    if not whole:
        raise _damaged()
    return found


def _opened(read: Callable[[Path], bytes], path: Path) -> bytes:
    try:
        return read(path)
    except OSError as error:
        raise Problem(
            noop("Problem", "The unfinished training could not be opened: {reason}."), reason=error.strerror or error
        ) from error


def _header(data: bytes) -> str:
    """The header of a file of our format and version, given its beginning at least."""
    metadata = storage.metadata(data)
    if metadata is None or metadata.get("format") != FORMAT or "header" not in metadata:
        raise _damaged()
    if metadata.get("version") != str(VERSION):
        raise Problem(
            noop("Problem", "The unfinished training was kept by another version of textgen, so it cannot go on here. Use that version, or discard the training.")
        )  # fmt: skip
    return metadata["header"]


def _damaged() -> Problem:
    return Problem(
        noop("Problem", "The unfinished training is damaged, so it cannot go on. Discard it and train anew.")
    )


def _sum(header: str, tensors: Arrays) -> str:
    """A checksum over everything that counts."""
    found = zlib.crc32(header.encode())
    for name in sorted(tensors):
        found = zlib.crc32(name.encode(), found)
        found = zlib.crc32(storage.as_bytes(tensors[name]), found)
    return str(found)


def _build(header: Mapping[str, Any], tensors: Arrays) -> Unfinished:
    arrays = {name.removeprefix(_LEARNING): array for name, array in tensors.items() if name.startswith(_LEARNING)}
    return Unfinished(
        now=from_parts(header["now"], tensors),
        texts=tuple(header["texts"]),
        path=header["path"],
        progress=Progress(**header["progress"]),
        standing=Standing(**header["standing"]),
        learning=Learning(**header["learning"], arrays=arrays),
    )
