"""Every kind of file that a person may open reads right, or says in one sentence why not."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from textgen.engine.corpus import Corpus, read
from textgen.engine.problem import Problem

ENGLISH = "It was a cold day in April. The clocks said “thirteen”.\n" * 20
SPANISH = "—¿Qué pasó aquí? —preguntó la niña—. Mañana será otro día, señor Núñez.\n¡Sí!\n" * 20
CHINESE = "今天天气很好，我们一起去公园散步。\n猫在屋顶上睡觉，毛茸茸的。\n" * 20

Reader = Callable[..., Corpus]


@pytest.fixture
def corpus_of(tmp_path: Path) -> Reader:
    def corpus_of(content: bytes | str, name: str = "text.txt") -> Corpus:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return corpus_at(path)

    return corpus_of


def corpus_at(path: Path) -> Corpus:
    corpus = list(read(path))[-1].corpus
    assert corpus is not None
    return corpus


def said(corpus: Corpus) -> str:
    return " ".join(str(note) for note in corpus.notes)


def problem_with(action: Callable[[], object]) -> str:
    with pytest.raises(Problem) as caught:
        action()
    return str(caught.value)


@pytest.mark.parametrize("text", [ENGLISH, SPANISH, CHINESE], ids=["en", "es", "zh"])
@pytest.mark.parametrize(
    ("codec", "bom", "name"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8", b"\xef\xbb\xbf", "UTF-8 with BOM"),
        ("utf-16-le", b"\xff\xfe", "UTF-16 LE"),
        ("utf-16-be", b"\xfe\xff", "UTF-16 BE"),
        ("utf-16-le", b"", "UTF-16 LE"),
        ("utf-16-be", b"", "UTF-16 BE"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32 LE"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "UTF-32 BE"),
    ],
)
def test_unicode_encodings(corpus_of: Reader, text: str, codec: str, bom: bytes, name: str) -> None:
    corpus = corpus_of(bom + text.encode(codec))
    assert corpus.encoding == name
    assert corpus.preview[0] == text.split("\n")[0]
    assert not corpus.notes


def test_windows_1252_is_read_and_said(corpus_of: Reader) -> None:
    corpus = corpus_of(SPANISH.encode("cp1252"))
    assert corpus.encoding == "Windows-1252"
    assert corpus.preview[0] == SPANISH.split("\n")[0]
    assert "Windows-1252" in said(corpus)


def test_bytes_that_windows_1252_lacks_are_counted(corpus_of: Reader) -> None:
    corpus = corpus_of(SPANISH.encode("cp1252") + "La última".encode("cp1252") + b" \x81\x8d fin\n")
    assert corpus.encoding == "Windows-1252"
    assert "2 in all, the first in line 41" in said(corpus)
    assert "\ufffd" in corpus.types


def test_a_single_accent_in_the_last_byte_is_windows_1252(corpus_of: Reader) -> None:
    assert corpus_of(b"We met in the old caf\xe9").preview == ("We met in the old café",)


@pytest.mark.parametrize("run", [2, 3, 500])
def test_a_run_of_bytes_that_are_no_utf8_is_windows_1252(corpus_of: Reader, run: int) -> None:
    assert corpus_of(b"a b " + b"\xe9" * run).types[-1].endswith("é")


def test_utf8_with_a_cut_off_end(corpus_of: Reader) -> None:
    corpus = corpus_of((SPANISH + "y así terminó la mañan").encode() + "á".encode()[:1])
    assert corpus.encoding == "UTF-8"
    assert corpus.preview[-1] == "y así terminó la mañan\ufffd"
    assert "1 in all, the first in line 41" in said(corpus)


def test_utf8_with_broken_places_says_how_many_and_where(corpus_of: Reader) -> None:
    lines = SPANISH.encode().split(b"\n")
    lines[4] += b" \xff\xfe roto"
    lines[9] += b" \xe2\x82 roto"
    corpus = corpus_of(b"\n".join(lines))
    assert corpus.encoding == "UTF-8"
    assert "4 in all, the first in line 5" in said(corpus)
    assert corpus.preview[4].endswith("\ufffd roto")


def test_utf16_with_half_a_character_at_the_end(corpus_of: Reader) -> None:
    corpus = corpus_of(b"\xff\xfe" + SPANISH.encode("utf-16-le") + b"a")
    assert corpus.preview[0] == SPANISH.split("\n")[0]
    assert "1 in all" in said(corpus)


def test_characters_across_block_borders(corpus_of: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = corpus_of(SPANISH.replace("\n", "\r\n"))
    monkeypatch.setattr("textgen.engine.decoding.BLOCK", 7)
    corpus = corpus_of(SPANISH.replace("\n", "\r\n"))
    assert corpus.types == expected.types
    assert corpus.ids.tolist() == expected.ids.tolist()


def test_a_few_null_characters_are_read_as_spaces(corpus_of: Reader) -> None:
    corpus = corpus_of(b"one\x00two three\n" + ENGLISH.encode())
    assert corpus.preview[0] == "one two three"
    assert "read as spaces: 1." in said(corpus)


@pytest.mark.parametrize("codec", ["gbk", "latin-1", "cp1252"])
@pytest.mark.parametrize(
    "text",
    [
        "La última canción sonó más allá del río; ¿quién lo diría? Él no, señor Ibáñez.\n",
        "Où est passé l’élève « très » sérieux ? À la forêt, là-bas, où naît l’été…\n",
    ],
)
def test_letters_broken_by_a_wrong_encoding_are_repaired(corpus_of: Reader, codec: str, text: str) -> None:
    broken = misread(text, codec)
    corpus = corpus_of(broken * 3)
    repaired = [word for word in corpus.preview[0].split() if word in text.split()]
    assert len(repaired) >= 0.7 * len(text.split())
    assert "were repaired" in said(corpus)
    assert said(corpus).endswith(": 3.")


def test_a_repair_names_an_example_and_leaves_sound_lines(corpus_of: Reader) -> None:
    broken = "un tipo de red muy 煤til\nla librer铆a de siempre\nno accents here\nla iteraci贸n anterior\n"
    corpus = corpus_of(broken)
    assert corpus.preview == (
        "un tipo de red muy útil", "la librería de siempre", "no accents here", "la iteración anterior",
    )  # fmt: skip
    assert "“煤til” is “útil” again" in said(corpus)
    assert said(corpus).endswith(": 3.")


@pytest.mark.parametrize(
    "text",
    [
        CHINESE,
        "帽子和毛衣都在茅屋里。\n猫说没有么？\n谩骂\n",
        "The word 猫 means cat and 毛 means hair.\nThe word 帽 means hat, 茅 means thatch.\n",
        "Python语言很好用，我用Python写程序。K歌、卡拉OK、T恤。\n",
        "A毛 B猫 A股 K歌 T恤 U盘\n",
        "東京に行きました。猫が好きです。\n",
    ],
)
def test_real_chinese_and_japanese_are_left_alone(corpus_of: Reader, text: str) -> None:
    corpus = corpus_of(text)
    assert corpus.preview[0] == text.split("\n")[0]
    assert "repaired" not in said(corpus)


@pytest.mark.parametrize(
    "text", ["A MANHÃ… A IRMÃ, “SIM”, NÃO. É «NÃO»!\n", "Straße – «CAFÉ» – Ärger… Spaß”\n", SPANISH]
)
def test_real_accents_are_left_alone(corpus_of: Reader, text: str) -> None:
    corpus = corpus_of(text * 5)
    assert corpus.preview[0] == text.split("\n")[0]
    assert not corpus.notes


def misread(text: str, codec: str) -> str:
    """What a program shows that takes UTF-8 for another encoding."""
    if codec == "gbk":
        return text.encode().decode("gbk", "replace")
    return "".join(bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode())


def docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 20, "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)), "a picture (JPEG)"),
        (b"\x1f\x8b\x08\x00" + bytes(range(256)), "a packed file (gzip)"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)), "a program"),
        (b"MZ\x90\x00\x03" + bytes(range(256)), "a program"),
        (b"SQLite format 3\x00" + bytes(range(256)), "a database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Office document"),
        (b"{\\rtf1\\ansi Hello}", "a rich text document"),
        (b"PK\x03\x04\x14\x00\x00\x00\x00\x00mimetypeapplication/epub+zip", "an e-book"),
        (b"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument"),
        (b"PK\x03\x04\x14\x00\x00\x00data.bin", "a packed folder (zip)"),
        (bytes(range(256)) * 50, "not a text"),
        (b"\x00" * 5000, "not a text"),
        (os.urandom(100_000), "not a text"),
    ],
)
def test_other_files_are_named_and_refused(corpus_of: Reader, content: bytes, kind: str) -> None:
    message = problem_with(lambda: corpus_of(content))
    assert kind in message
    assert message.startswith("“text.txt” is ")
    assert message.count(". ") == 1


def test_a_word_document_is_named(tmp_path: Path) -> None:
    docx(tmp_path / "letter.txt")
    assert "“letter.txt” is a Word document" in problem_with(lambda: corpus_at(tmp_path / "letter.txt"))


def test_a_missing_file_a_folder_and_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "There is no file “nothing.txt”" in problem_with(lambda: corpus_at(tmp_path / "nothing.txt"))
    assert "is a folder" in problem_with(lambda: corpus_at(tmp_path))
    assert "is not a file" in problem_with(lambda: corpus_at(tmp_path / "pipe"))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "no permission to read “text.txt”"),
        (OSError(5, "Input/output error"), "cannot be read (Input/output error)"),
    ],
)
def test_a_file_that_will_not_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str) -> None:
    path = tmp_path / "text.txt"
    path.write_text(ENGLISH)

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert words in problem_with(lambda: corpus_at(path))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n \xc2\xa0", "There are no words"),
        (b"... --- !!!", "There are no words"),
        (b"\xef\xbb\xbf", "There are no words"),
        (b"Hello!\n", "There is only one word"),
    ],
)
def test_files_without_words(corpus_of: Reader, content: bytes, words: str) -> None:
    assert words in problem_with(lambda: corpus_of(content))
