"""Files that are written whole or not at all, and safetensors files that are read only if they begin as ours do."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_HEADER_BEGINS = b'{"__metadata__"'
_KINDS = {"f": "F", "i": "I", "u": "U"}  # of numbers, as numpy and the format call them
_LONGEST_HEADER = 100_000_000  # bytes; safetensors takes no longer one either


Arrays = Mapping[str, NDArray[Any]]


def replace(path: Path, arrays: Arrays, metadata: Mapping[str, str]) -> None:
    """Write a safetensors file whole or not at all. Raises OSError as `write` does."""
    write(path, _pieces(arrays, metadata))


def write(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a file beside `path`, flush it to the disk, then rename it: `path` is old or new, never half.

    Raises OSError when the folder cannot be written or the disk is full; the old file is untouched.
    """
    mode = _mode(path)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".textgen-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode)  # mkstemp makes the file private; a model is meant to be shared
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _pieces(arrays: Arrays, metadata: Mapping[str, str]) -> Iterator[bytes | memoryview]:
    """A safetensors file piece by piece: the library's own function copies it whole, and nothing else runs meanwhile."""
    ordered = sorted(arrays.items(), key=lambda item: -item[1].itemsize)  # so that each begins where its type may
    header: dict[str, Any] = {"__metadata__": dict(metadata)}
    end = 0
    for name, array in ordered:
        begin, end = end, end + array.nbytes
        kind = f"{_KINDS[array.dtype.kind]}{8 * array.itemsize}"
        header[name] = {"dtype": kind, "shape": array.shape, "data_offsets": (begin, end)}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    yield len(text).to_bytes(8, "little") + text
    yield from (as_bytes(array) for _, array in ordered)


def as_bytes(array: NDArray[Any]) -> memoryview:
    """The bytes of an array, without a copy where they lie one after the other."""
    return np.ascontiguousarray(array).reshape(-1).view(np.uint8).data


def _mode(path: Path) -> int:
    """The permissions that the file has or, if it is new, that any new file gets. Raises OSError for a device."""
    if not path.exists():
        return 0o666 & ~_umask()
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "it is not a file")
    return stat.S_IMODE(mode)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _flush_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system lets a folder be opened; the file is there."""
    with contextlib.suppress(OSError, AttributeError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read(path: Path) -> bytes:
    """The whole file, if it begins as ours do; what is of another kind may be larger than the memory.

    Raises OSError where it cannot be read.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is not a file")
    with path.open("rb") as file:
        head = file.read(8 + len(_HEADER_BEGINS))
        return head + file.read() if head[8:] == _HEADER_BEGINS else head


def head(path: Path) -> bytes:
    """The beginning of a file, up to the end of its header. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        length = file.read(8)
        return length + file.read(min(int.from_bytes(length, "little"), _LONGEST_HEADER))


def is_ours(data: bytes) -> bool:
    """Whether a file begins as ours do, damaged or not."""
    return data[8:].startswith(_HEADER_BEGINS)


def metadata(data: bytes) -> dict[str, str] | None:
    """The metadata of a safetensors file: eight bytes of length, then JSON; None if it is no such file."""
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or length > len(data) - 8:
        return None
    try:
        found = json.loads(data[8 : 8 + length]).get("__metadata__")
    except (ValueError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
