"""Files that are no text, known by their first bytes or by what fills them."""

from __future__ import annotations

from textgen.engine.problem import Problem, noop

_AS_TEXT = noop("Problem", "“{name}” is {kind}, not a plain text. Save it as plain text (.txt) and open that.")
_NO_TEXT = noop("Problem", "“{name}” is {kind}, not a text. Open a text file (.txt) instead.")
_UNPACK = noop("Problem", "“{name}” is {kind}. Unpack it and open the text file in it.")

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", noop("Problem", "a PDF"), _AS_TEXT),
    (b"{\\rtf", noop("Problem", "a rich text document (RTF)"), _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", noop("Problem", "an old Office document (such as .doc)"), _AS_TEXT),
    (b"%!PS-", noop("Problem", "a PostScript document"), _AS_TEXT),
    (b"\x1f\x8b\x08", noop("Problem", "a packed file (gzip)"), _UNPACK),
    (b"BZh91AY&SY", noop("Problem", "a packed file (bzip2)"), _UNPACK),
    (b"\xfd7zXZ\x00", noop("Problem", "a packed file (xz)"), _UNPACK),
    (b"\x28\xb5\x2f\xfd", noop("Problem", "a packed file (zstd)"), _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", noop("Problem", "a packed folder (7z)"), _UNPACK),
    (b"Rar!\x1a\x07", noop("Problem", "a packed folder (RAR)"), _UNPACK),
    (b"\x89PNG\r\n\x1a\n", noop("Problem", "a picture (PNG)"), _NO_TEXT),
    (b"\xff\xd8\xff", noop("Problem", "a picture (JPEG)"), _NO_TEXT),
    (b"GIF87a", noop("Problem", "a picture (GIF)"), _NO_TEXT),
    (b"GIF89a", noop("Problem", "a picture (GIF)"), _NO_TEXT),
    (b"II*\x00", noop("Problem", "a picture (TIFF)"), _NO_TEXT),
    (b"MM\x00*", noop("Problem", "a picture (TIFF)"), _NO_TEXT),
    (b"SQLite format 3\x00", noop("Problem", "a database (SQLite)"), _NO_TEXT),
    (b"\x7fELF", noop("Problem", "a program"), _NO_TEXT),
    (b"MZ\x90\x00", noop("Problem", "a program"), _NO_TEXT),
    (b"OggS\x00", noop("Problem", "a sound recording"), _NO_TEXT),
    (b"ID3", noop("Problem", "a sound recording"), _NO_TEXT),
    (b"fLaC\x00", noop("Problem", "a sound recording"), _NO_TEXT),
)

# What a zip file is depends on what lies in it; its names stand near the start or, for the directory, at the end.
_IN_ZIP: tuple[tuple[bytes, str], ...] = (
    (b"mimetypeapplication/epub", noop("Problem", "an e-book (EPUB)")),
    (b"mimetypeapplication/vnd.oasis.opendocument", noop("Problem", "an OpenDocument file (such as .odt)")),
    (b"word/", noop("Problem", "a Word document (.docx)")),
    (b"ppt/", noop("Problem", "a presentation (.pptx)")),
    (b"xl/", noop("Problem", "a spreadsheet (.xlsx)")),
)

_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r\x0b\x0c\x1a\x1b"})


def refuse_binary(name: str, head: bytes) -> None:
    """Raise Problem if the start of a file shows that it is no text."""
    if not head:
        raise Problem(noop("Problem", "“{name}” is empty. Open a file with text in it."), name=name)
    if head.startswith(b"PK\x03\x04"):
        raise _zip_problem(name, head)
    for start, kind, sentence in _SIGNATURES:
        if head.startswith(start) and (start != b"ID3" or too_many_controls(head)):
            raise Problem(sentence, name=name, kind=kind)
    if head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and too_many_controls(head)):
        raise Problem(_NO_TEXT, name=name, kind=noop("Problem", "a sound or film recording"))


def too_many_controls(block: bytes) -> bool:
    """Whether bytes of an 8-bit encoding are no text: more than a few that stand for no character."""
    controls = len(block) - len(block.translate(None, _CONTROLS))
    return controls > max(8, len(block) // 100)


def _zip_problem(name: str, head: bytes) -> Problem:
    for mark, kind in _IN_ZIP:
        if mark in head:
            return Problem(_AS_TEXT, name=name, kind=kind)
    return Problem(_UNPACK, name=name, kind=noop("Problem", "a packed folder (zip)"))
