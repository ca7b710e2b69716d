"""A text as numbers: an array in memory while it is short, beyond that one in a temporary file, read block by block.

Shape letters: N tokens, V words.
"""

from __future__ import annotations

import mmap
import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from typing import IO

import numpy as np
from numpy.typing import NDArray

from textgen.engine.problem import Problem, noop

Ids = NDArray[np.int32]

IN_MEMORY = 4_000_000  # tokens of a text (16 MB) that is not worth a file
BLOCK = 1 << 20  # tokens at once


class Collector:
    """Puts ids together in the order in which they come.

    The system takes the temporary file away when the array on it is gone, and when the process ends in whatever way:
    on POSIX it has no name from the start, on Windows it is deleted with its last handle, which is the array's.
    """

    def __init__(self) -> None:
        self._parts: list[Ids] = []
        self._tokens = 0
        self._file: IO[bytes] | None = None

    def add(self, ids_N: Ids) -> None:
        """Take further ids. Raises Problem where a file is needed and there is no room for it."""
        self._parts.append(ids_N)
        self._tokens += len(ids_N)
        if self._tokens > IN_MEMORY:
            self._write_out()

    def all(self) -> Ids:
        """Everything that came, (N,); an array on a file cannot be written to. Nothing may be added after this."""
        if self._file is None:
            return np.concatenate([np.empty(0, np.int32), *self._parts])
        mapped = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        self._file.close()
        return np.frombuffer(mapped, np.int32)

    def _write_out(self) -> None:
        folder = _folder()
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0, dir=folder)  # noqa: SIM115
                weakref.finalize(self, self._file.close)
            # Written and not stored through the map: of a full disk that would end the process.
            for part in self._parts:
                _write(self._file, part)
            self._parts.clear()
        except OSError as error:
            raise Problem(
                noop("Problem", "A text this long needs temporary files, and “{folder}” cannot take them ({reason}). Free about three times the size of the text on its disk and try again."),
                folder=folder, reason=error.strerror,
            ) from error  # fmt: skip


def gather(parts: Iterable[Ids]) -> Ids:
    """The ids of all parts, one after the other (N,). Raises Problem where there is no room for them."""
    collector = Collector()
    for part in parts:
        collector.add(part)
    return collector.all()


def blocks(ids_N: Ids) -> Iterator[Ids]:
    """The text in pieces of `BLOCK` tokens at most."""
    for start in range(0, len(ids_N), BLOCK):
        yield ids_N[start : start + BLOCK]


def counted(ids_N: Ids, size: int) -> NDArray[np.int64]:
    """How often each number below `size` stands in the text, (size,)."""
    counts = np.zeros(size, np.int64)
    for block in blocks(ids_N):
        counts += np.bincount(block, minlength=size)
    return counts


def _write(file: IO[bytes], ids_N: Ids) -> None:
    rest = np.ascontiguousarray(ids_N).data.cast("B")
    while rest:
        rest = rest[file.write(rest) :]


def _folder() -> str:
    """Where large temporary files go: on many systems /tmp lies in memory, /var/tmp never; TMPDIR is a person's wish."""
    large = "/var/tmp"
    return large if "TMPDIR" not in os.environ and os.access(large, os.W_OK) else tempfile.gettempdir()
