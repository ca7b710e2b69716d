"""What is worth saying about how a file was read."""

from __future__ import annotations

from collections.abc import Iterator

from textgen.engine.building import Builder
from textgen.engine.decoding import Encoding, Losses
from textgen.engine.layout import Layout
from textgen.engine.problem import Problem, noop


def remarks(encoding: Encoding, losses: Losses, layout: Layout | None, builder: Builder) -> Iterator[Problem]:
    """The sentences to show beside a text that was read, in the order of their weight."""
    yield from _on_encoding(encoding, losses)
    if builder.overlong:
        yield Problem(
            noop("Problem", "Tokens of more than 1,000 characters were read as unknown words: {count:,}."),
            count=builder.overlong,
        )
    if layout and layout.repair and layout.repair.lines:
        yield Problem(
            noop("Problem", "Letters that a wrong encoding had broken were repaired (“{before}” is “{after}” again); lines repaired: {count:,}."),
            before=layout.repair.before, after=layout.repair.after, count=layout.repair.lines,
        )  # fmt: skip
    if layout and layout.wrapping:
        yield Problem(
            noop("Problem", "The lines are broken at about {width} characters; they were joined into paragraphs."),
            width=layout.wrapping.width,
        )


def _on_encoding(encoding: Encoding, losses: Losses) -> Iterator[Problem]:
    if encoding.name == "Windows-1252":
        yield Problem(
            noop("Problem", "The file is not UTF-8 and was read as Windows-1252. If letters look wrong, save it as UTF-8 and open it again.")
        )  # fmt: skip
    if losses.lost:
        yield Problem(
            noop("Problem", "Some bytes cannot be read as {encoding} and are shown as “\ufffd”: {count:,} in all, the first in line {line:,}."),
            encoding=encoding.name, count=losses.lost, line=losses.line,
        )  # fmt: skip
    if losses.nulls:
        yield Problem(
            noop("Problem", "Null characters in the text were read as spaces: {count:,}."), count=losses.nulls
        )
