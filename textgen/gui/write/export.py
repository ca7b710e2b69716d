"""The text as a file for others: plain, Markdown or HTML, with or without marks of who wrote what.

The marks. HTML: a `<span>` of a class for each kind, with a legend. Markdown: words that the model has written on in
*emphasis*, those that a person took from its list in **strong emphasis**. Plain text: ⟦the model's words⟧ in brackets
that no text has of its own, ⟦+ before those that were taken.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from textgen.engine import storage
from textgen.engine.problem import Problem, noop
from textgen.gui.work.piece import GENERATED, SUGGESTED
from textgen.gui.write.versions import Passage, stretches

Paragraph = list[tuple[str, str]]  # stretches of text, each with its kind; "" for what was typed

_SIGNS = {"": ("", ""), GENERATED: ("*", "*"), SUGGESTED: ("**", "**")}
_BRACKETS = {"": ("", ""), GENERATED: ("⟦", "⟧"), SUGGESTED: ("⟦+", "⟧")}
_MARKUP = re.compile(r"([\\`*_\[\]<>&#~|!$^=:{}])")  # whatever is markup in some Markdown, anywhere in a line
_AT_START = re.compile(r"^( {0,3}(?:[-+]|\d{1,9}(?=[.)])))([.)]?)")  # and at the beginning of one
_LEADING, _TRAILING = re.compile(r"(?:[^\w\s]|_)*"), re.compile(r"(?:[^\w\s]|_)*$")
_STYLE = """
body { max-width: 38em; margin: 3em auto; padding: 0 1.5em; line-height: 1.6; font-family: Georgia, serif; }
p { margin: 0 0 0.6em; white-space: pre-wrap; }
.generated { color: #0b57a4; }
.suggested { color: #0b57a4; text-decoration: underline dashed 1px; text-underline-offset: 0.2em; }
.legend { font-size: 0.85em; border-top: 1px solid; padding-top: 0.6em; margin-top: 2em; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1b1b; color: #e6e6e6; }
  .generated, .suggested { color: #8ab8f0; }
}
"""


def as_text(passage: Passage, marks: bool) -> str:
    """Plain text that ends with a line break."""
    return (
        "\n".join("".join(_framed(part, kind, _BRACKETS) for part, kind in p) for p in _paragraphs(passage, marks))
        + "\n"
    )


def as_markdown(passage: Passage, marks: bool) -> str:
    """Markdown that is read as the text itself: each paragraph one of its own, nothing in it taken for markup."""
    lines = ("".join(_emphasised(p)) for p in _paragraphs(passage, marks))
    return "\n\n".join(_AT_START.sub(_escaped, line.lstrip(" \t")) for line in lines) + "\n"


def as_html(passage: Passage, marks: bool) -> str:
    """A whole page without anything from elsewhere."""
    paragraphs = "\n".join(
        f"<p>{''.join(_span(part, kind) for part, kind in p)}</p>" for p in _paragraphs(passage, marks)
    )
    title = html.escape(" ".join(passage.text.split())[:60])
    head = f'<meta charset="utf-8">\n<title>{title or "textgen"}</title>\n<style>{_STYLE}</style>'
    legend = _legend() if marks and passage.spans else ""
    return f"<!DOCTYPE html>\n<html>\n<head>\n{head}\n</head>\n<body>\n{paragraphs}\n{legend}</body>\n</html>\n"


FORMATS: dict[str, Callable[[Passage, bool], str]] = {".txt": as_text, ".md": as_markdown, ".html": as_html}


def save(path: str, passage: Passage, marks: bool) -> None:
    """Write the text in the format that the suffix of `path` says, whole or not at all. Raises Problem."""
    written = FORMATS.get(Path(path).suffix.lower(), as_text)(passage, marks)
    try:
        storage.write(Path(path), [written.encode("utf-8", "replace")])
    except OSError as error:
        raise Problem(
            noop("Problem", "The text could not be saved as {path} ({reason}). Choose another folder or name."),
            path=path,
            reason=error.strerror or str(error),
        ) from error


def _paragraphs(passage: Passage, marks: bool) -> Iterator[Paragraph]:
    """The text line by line; without marks everything counts as typed."""
    line: Paragraph = []
    parts = (stretch for stretch in stretches(passage) if stretch[0])
    for kind, alike in groupby(parts, key=lambda stretch: stretch[1] if marks else ""):
        first, *rest = "".join(text for text, _ in alike).replace("\u2028", "\n").split("\n")
        line.append((first, kind))
        for part in rest:
            yield line
            line = [(part, kind)]
    yield line


def _emphasised(line: Paragraph) -> Iterator[str]:
    """Markdown reads no emphasis between a letter and a mark: such a mark stays outside of it."""
    texts = ["", *(text for text, _ in line), ""]
    for before, (text, kind), after in zip(texts, line, texts[2:], strict=False):
        start = _LEADING.match(text).end() if before[-1:].isalnum() else 0
        end = _TRAILING.search(text, start).start() if after[:1].isalnum() else len(text)
        yield f"{_plain(text[:start])}{_framed(_plain(text[start:end]), kind, _SIGNS)}{_plain(text[end:])}"


def _framed(text: str, kind: str, signs: dict[str, tuple[str, str]]) -> str:
    """Between its signs, which stand close to the words and not to the spaces around them."""
    core = text.strip()
    if not core or not kind:
        return text
    before, after = signs[kind]
    start = text.index(core)
    return f"{text[:start]}{before}{core}{after}{text[start + len(core) :]}"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _escaped(found: re.Match[str]) -> str:
    """A list's sign or number at the beginning of a line, as the letters that it is."""
    sign, stop = found.groups()
    return f"{sign}\\{stop}" if stop else f"{sign[:-1]}\\{sign[-1]}"


def _span(text: str, kind: str) -> str:
    inner = html.escape(text)
    return f'<span class="{kind}">{inner}</span>' if kind and text else inner


def _legend() -> str:
    generated = QCoreApplication.translate("Export", "written on by the model")
    suggested = QCoreApplication.translate("Export", "suggested by the model and taken")
    return (
        f'<p class="legend"><span class="{GENERATED}">{html.escape(generated)}</span> · '
        f'<span class="{SUGGESTED}">{html.escape(suggested)}</span></p>\n'
    )
