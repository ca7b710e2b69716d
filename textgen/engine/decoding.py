"""Bytes to text: which encoding a file has, and its text block by block.

The order of trust: a byte order mark; strict UTF-8 over the whole file; UTF-16 by its zero bytes; UTF-8 with a few
broken places; Windows-1252. What cannot be decoded is counted and shown as U+FFFD, never dropped.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
import regex

from textgen.engine.mojibake import Mojibake, Suspicion
from textgen.engine.problem import Problem, noop
from textgen.engine.signatures import refuse_binary, too_many_controls

BLOCK = 1 << 17  # bytes: small enough that a reader who stops is heard at once

_LOST = "\udcff"
_LOST_RUN = re.compile(f"{_LOST}+")
_BOMS = (
    (codecs.BOM_UTF8, "UTF-8 with BOM", "utf-8"),
    (codecs.BOM_UTF32_LE, "UTF-32 LE", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "UTF-32 BE", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "UTF-16 LE", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "UTF-16 BE", "utf-16-be"),
)

_SEPARATOR = re.compile("[\n 、。，．]")
_NO_TEXT = regex.compile(r"[\p{Cc}\p{Co}\p{Cn}--[\t\n\r]]", regex.V1)


@dataclass(frozen=True)
class Encoding:
    """How to read a file: the name to show, the codec, the bytes to skip, and the repair its letters need if any."""

    name: str
    codec: str
    skip: int = 0
    mojibake: Mojibake | None = None


_WIDE = (Encoding("UTF-16 LE", "utf-16-le"), Encoding("UTF-16 BE", "utf-16-be"))


@dataclass
class Losses:
    """What a decoding could not carry over: unreadable bytes, the line of the first, and null characters."""

    lost: int = 0
    line: int = 0
    nulls: int = 0


def examine(path: Path) -> Generator[float, None, Encoding]:
    """Decide the encoding in one pass over the file; yields the share done.

    Raises Problem for what is no readable text file.
    """
    with opened(path) as file:
        head = file.read(BLOCK)
        refuse_binary(path.name, head)
        marked = _marked(head) or _unmarked_wide(head)
        file.seek(0)
        return (yield from _survey(path, file, marked))


def texts(path: Path, encoding: Encoding, losses: Losses) -> Iterator[tuple[float, str]]:
    """The file's text in blocks with one kind of line end, each with the share of the file read so far.

    Counts in `losses` what could not be read.
    """
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding.codec)(_LOST_HANDLER), translate=True)
    lines = 1
    for share, block, last in _blocks(path, encoding.skip):
        text = decoder.decode(block, final=last)
        if _LOST in text:
            if not losses.lost:
                losses.line = lines + text.count("\n", 0, text.index(_LOST))
            losses.lost += text.count(_LOST)
            text = _LOST_RUN.sub("\ufffd", text)
        losses.nulls += text.count("\x00")
        lines += text.count("\n")
        yield share, text


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The file opened for reading bytes; raises Problem where that cannot be done."""
    try:
        _check_kind(path)
        with path.open("rb") as file:
            yield file
    except FileNotFoundError as error:
        raise Problem(
            noop("Problem", "There is no file “{name}”. Check whether it was moved or renamed."), name=path.name
        ) from error
    except PermissionError as error:
        raise Problem(
            noop("Problem", "You have no permission to read “{name}”. Change its permissions or open a copy of it."),
            name=path.name,
        ) from error
    except OSError as error:
        raise Problem(
            noop("Problem", "“{name}” cannot be read ({reason}). Copy it to another place and open the copy."),
            name=path.name, reason=error.strerror,
        ) from error  # fmt: skip


def _check_kind(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise Problem(noop("Problem", "“{name}” is a folder. Open one of the text files in it."), name=path.name)
    if not stat.S_ISREG(mode):
        raise Problem(noop("Problem", "“{name}” is not a file. Open a text file."), name=path.name)


def _lose(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _LOST * (error.end - error.start), error.end


_LOST_HANDLER = "textgen-lost"
codecs.register_error(_LOST_HANDLER, _lose)


def _blocks(path: Path, skip: int = 0) -> Iterator[tuple[float, bytes, bool]]:
    """(share read, bytes, whether these are the last) of the file from byte `skip` on; at least one."""
    with opened(path) as file:
        yield from _blocks_of(file, skip)


def _blocks_of(file: BinaryIO, skip: int) -> Iterator[tuple[float, bytes, bool]]:
    size = max(1, os.fstat(file.fileno()).st_size)
    file.seek(skip)
    block = file.read(BLOCK)
    while True:
        following = file.read(BLOCK)
        yield min(1.0, (file.tell() - len(following)) / size), block, not following
        if not following:
            return
        block = following


def _marked(head: bytes) -> Encoding | None:
    for bom, name, codec in _BOMS:
        if head.startswith(bom):
            return Encoding(name, codec, len(bom))
    return None


def _unmarked_wide(head: bytes) -> Encoding | None:
    """UTF-16 without a byte order mark."""
    zeros = np.frombuffer(head, np.uint8) == 0
    even, odd = int(zeros[::2].sum()), int(zeros[1::2].sum())
    # Half of the bytes of an alphabet's text are zero, all at even places or all at odd ones.
    if max(even, odd) >= 0.3 * len(head) and min(even, odd) <= max(even, odd) / 20:
        return _WIDE[even > odd]
    if _decoded(head, "utf-8") is not None:
        return None
    # Chinese and its like show by their line ends and stops, which are right in one byte order only.
    plain = [(_separators(_decoded(head, encoding.codec)), encoding) for encoding in _WIDE]
    most, encoding = max(plain, key=lambda found: found[0])
    return encoding if most > 0 else None


def _separators(text: str | None) -> int:
    """How many line ends, spaces and stops a text has; none if it holds what no text holds."""
    return 0 if text is None or _NO_TEXT.search(text) else len(_SEPARATOR.findall(text))


def _decoded(head: bytes, codec: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(codec)().decode(head)
    except UnicodeDecodeError:
        return None


def _survey(path: Path, file: BinaryIO, marked: Encoding | None) -> Generator[float, None, Encoding]:
    """Read the whole file once as `marked` or else as UTF-8, and judge by what came of it."""
    encoding = marked or Encoding("UTF-8", "utf-8")
    decoder = codecs.getincrementaldecoder(encoding.codec)(_LOST_HANDLER)
    suspicion = Suspicion()
    lost = leads = 0
    cut_off = False
    for share, block, last in _blocks_of(file, encoding.skip):
        if encoding.codec == "utf-8":
            _refuse_controls(path, block)
        text = decoder.decode(block, last)
        lost += text.count(_LOST)
        leads += int((np.frombuffer(block, np.uint8) >= 0xC0).sum()) if not block.isascii() else 0
        cut_off = text.endswith(_LOST) and lost <= 3 and sum(byte >= 0xC0 for byte in block[-lost:]) == 1
        suspicion.look(text)
        yield share
    if marked is None and lost and not _nearly_utf8(leads, lost, cut_off):
        return Encoding("Windows-1252", "cp1252")
    return replace(encoding, mojibake=suspicion.verdict())


def _refuse_controls(path: Path, block: bytes) -> None:
    if too_many_controls(block):
        raise Problem(
            noop("Problem", "“{name}” is not a text: it is full of bytes that stand for no letter. Save it as plain text (.txt) and open that."),
            name=path.name,
        )  # fmt: skip


def _nearly_utf8(leads: int, lost: int, cut_off: bool) -> bool:
    """Whether the lost bytes are few beside the sound characters, or only the last character is cut off.

    `leads` counts the bytes that look like the start of a character, lost ones included.
    """
    return leads - lost >= 4 * lost or (cut_off and leads > 1)
