"""The text as a file: whatever stands in it comes out as it went in, and nothing of it is taken for markup."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from textgen.engine import storage
from textgen.engine.problem import Problem
from textgen.gui.work.piece import GENERATED, SUGGESTED
from textgen.gui.write import export
from textgen.gui.write.versions import Passage

NASTY = [
    "",
    "The old man",
    "a < b & c > d \"quoted\" 'single' &amp; </p><script>alert(1)</script>",
    "*not emphasis* _nor this_ `code` [link](http://x.y) ![image](a.png) ~~gone~~ a|b",
    "# no heading\n- no list\n+ no list\n1. no list\n2) no list\n> no quote\n=== \n--- \n***",
    "Él abrió «la» 😀 puerta\nsegunda línea\n\ntercera",
    "1914. A year.\n<!-- no comment -->\\n backslash \\* done $x$ ^2 :smile:",
]


class Reader(HTMLParser):
    """The text of the paragraphs, and that of each span, of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.spans: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "meta":
            return
        self._open.append(dict(attrs).get("class") or tag)
        if tag == "p":
            self._open[-1] = "p"
            self.lines.append("")
        if tag == "span":
            self.spans.append((self._open[-1], ""))

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if "p" in self._open:
            self.lines[-1] += data
            if self._open[-1] in ("generated", "suggested"):
                self.spans[-1] = (self.spans[-1][0], self.spans[-1][1] + data)


def passage(text: str) -> Passage:
    middle = len(text) // 2
    return Passage(text, ((1, middle - 1, "generated"), (middle, 2, "suggested")) if len(text) > 8 else ())


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("marks", [True, False])
def test_a_parser_of_html_finds_the_same_text(text: str, marks: bool) -> None:
    page = export.as_html(passage(text), marks)
    read = Reader(page)
    legend = page.count('<p class="legend">')
    assert legend == (marks and bool(passage(text).spans))
    assert "\n".join(read.lines[: len(read.lines) - legend]) == text
    assert read.tags <= {"html", "head", "meta", "title", "style", "body", "p", "span"}


def test_the_spans_of_a_page_are_the_models_words() -> None:
    text = Passage("😀 old man\nsat", ((2, 4, "suggested"), (6, 8, "generated")))
    spans = Reader(export.as_html(text, True)).spans
    assert spans[:3] == [("suggested", " old"), ("generated", " man"), ("generated", "sat")]
    assert [kind for kind, _ in spans[3:]] == ["generated", "suggested"], "the legend"
    assert Reader(export.as_html(text, False)).spans == []


@pytest.mark.parametrize("text", NASTY)
def test_markdown_is_read_as_the_text_itself(qtbot: QtBot, text: str) -> None:
    document = QTextDocument()
    document.setMarkdown(export.as_markdown(Passage(text), False))
    lines = [" ".join(line.split()) for line in document.toPlainText().split("\n")]
    assert lines == [" ".join(line.split()) for line in text.split("\n") if line.strip()] or not text


def test_marks_in_markdown_and_in_plain_text() -> None:
    text = Passage("The old man\nsat *", ((3, 4, "suggested"), (7, 8, "generated")))
    assert export.as_markdown(text, True) == "The **old** *man*\n\n*sat* \\*\n"
    assert export.as_text(text, True) == "The ⟦+old⟧ ⟦man⟧\n⟦sat⟧ *\n"
    assert export.as_text(text, False) == "The old man\nsat *\n"


def test_words_taken_one_by_one_have_one_mark_and_markdown_reads_it() -> None:
    text = Passage(
        "Rose. He, she r_ain? ok", ((4, 1, SUGGESTED), (5, 3, SUGGESTED), (8, 5, GENERATED), (15, 6, SUGGESTED))
    )
    assert export.as_text(text, True) == "Rose⟦+. He⟧⟦, she⟧ r⟦+_ain?⟧ ok\n"
    assert export.as_markdown(text, True) == "Rose. **He**, *she* r\\_**ain?** ok\n"


@pytest.mark.parametrize("suffix", export.FORMATS)
@pytest.mark.parametrize("text", NASTY)
def test_a_file_is_utf_8_and_ends_with_a_line_break(tmp_path: Path, text: str, suffix: str) -> None:
    file = tmp_path / f"text{suffix}"
    export.save(str(file), passage(text), True)
    assert file.read_bytes().decode("utf-8").endswith("\n")
    if suffix == ".txt":
        export.save(str(file), passage(text), False)
        assert file.read_text(encoding="utf-8") == text + "\n"


def no_room(descriptor: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_the_old_file_and_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "text.txt"
    file.write_text("old")
    monkeypatch.setattr(storage.os, "fsync", no_room)
    with pytest.raises(Problem, match="No space left on device"):
        export.save(str(file), Passage("new"), False)
    assert [path.read_text() for path in tmp_path.glob("*.t*")] == ["old"]
