"""The texts that come with the program, and how a text begins."""

from __future__ import annotations

import codecs
from pathlib import Path

from PySide6.QtCore import QLocale

from textgen import paths
from textgen.engine.problem import Problem

HEAD = 4096  # bytes of a file whose beginning is shown


def samples() -> list[Path]:
    """The bundled texts, those in the reader's language first."""
    own = QLocale.languageToCode(QLocale().language())
    try:
        return sorted(paths.samples(), key=lambda path: f".{own}" not in path.suffixes)
    except Problem:
        return []


def first_lines(path: Path) -> str:
    """The beginning of a text; nothing for a file that does not look like text."""
    try:
        with path.open("rb") as file:
            text = _decoded(file.read(HEAD)).strip()
    except OSError:
        return ""
    return text if "".join(text.split()).replace("\xad", "").isprintable() else ""


def _decoded(head: bytes) -> str:
    """In the engine's order of trust: a byte order mark; UTF-8, but for a few broken places; Windows-1252."""
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")("replace").decode(head)
    lost = text.count("\ufffd")
    sound = sum(not letter.isascii() for letter in text) - lost
    return head.decode("cp1252", "replace") if 4 * lost > sound else text
