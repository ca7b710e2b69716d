"""The menu entry, the icons and the file type, in a data folder of the test's own."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from textgen import desktop, paths
from textgen.engine.problem import Problem

OURS = {
    "applications/textgen.desktop",
    "mime/packages/textgen.xml",
    "icons/hicolor/scalable/apps/textgen.svg",
    "icons/hicolor/scalable/mimetypes/application-x-textgen-model.svg",
}


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "share"  # xdg-mime itself loses its way in a folder with a space
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return folder


@pytest.fixture
def no_tools(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def entry(home: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", comment_prefixes="#")
    parser.optionxform = str
    parser.read(home / "applications/textgen.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.mark.usefixtures("no_tools")
def test_install_makes_the_four_files_and_uninstall_takes_exactly_them(home, capsys):
    other = home / "applications/other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("theirs")
    desktop.install()
    assert str(home) in capsys.readouterr().out
    first = {name: (home / name).read_text(encoding="utf-8") for name in OURS}
    assert files(home) == OURS | {"applications/other.desktop"}
    desktop.install()
    assert {name: (home / name).read_text(encoding="utf-8") for name in OURS} == first
    desktop.uninstall()
    assert [str(path.relative_to(home)) for path in sorted(home.rglob("*"))] == [
        "applications",
        "applications/other.desktop",
    ]
    capsys.readouterr()
    desktop.uninstall()
    assert "nothing to remove" in capsys.readouterr().out


@pytest.mark.usefixtures("no_tools")
def test_the_entry_starts_this_checkout_and_leaves_plain_text_to_others(home):
    desktop.install()
    assert entry(home)["Exec"] == f'"{paths.ROOT / "run"}" %f'
    assert entry(home)["MimeType"] == "application/x-textgen-model;"
    assert (paths.ROOT / "run").is_file()


@pytest.mark.usefixtures("no_tools")
def test_the_file_type_is_the_one_that_the_entry_opens(home):
    desktop.install()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = ElementTree.parse(home / "mime/packages/textgen.xml").getroot().find(f"{space}mime-type")
    assert f"{kind.get('type')};" == entry(home)["MimeType"]
    assert kind.find(f"{space}glob").get("pattern") == "*.textgen"


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/a/run", '"/a/run"'),
        ("/my programs/100%/run", '"/my programs/100%%/run"'),
        ('/a"b/run', '"/a\\\\"b/run"'),
        ("/a$b`c/run", '"/a\\\\$b\\\\`c/run"'),
        ("/a\\b/run", '"/a\\\\\\\\b/run"'),
    ],
)
def test_a_path_is_quoted_as_the_desktop_entry_specification_asks(argument, written):
    assert desktop.quoted(argument) == written


@pytest.mark.usefixtures("no_tools")
def test_a_relative_data_home_counts_as_none(home, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", "share")
    assert desktop.data_home() == tmp_path / ".local/share"


@pytest.mark.usefixtures("no_tools")
def test_a_folder_that_cannot_be_written_to_is_a_problem(home):
    home.write_text("a file stands where the folder should be")
    with pytest.raises(Problem, match="cannot be changed"):
        desktop.install()


def test_the_icon_cache_is_brought_up_to_date_only_where_there_is_one(home, monkeypatch):
    calls = []
    monkeypatch.setattr(desktop, "_run", lambda tool, *arguments: calls.append(tool))
    desktop.install()
    assert calls == ["update-mime-database", "update-desktop-database"]
    (home / "icons/hicolor/icon-theme.cache").touch()
    desktop.install()
    assert calls[-1] == "gtk-update-icon-cache"


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed")
def test_the_entry_is_valid(home):
    desktop.install()
    command = ["desktop-file-validate", str(home / "applications/textgen.desktop")]
    assert subprocess.run(command, capture_output=True, text=True).stdout == ""


@pytest.mark.skipif(
    not (shutil.which("update-mime-database") and shutil.which("xdg-mime")), reason="xdg-utils is not installed"
)
def test_a_model_file_is_known_by_its_name_and_opens_with_textgen(home, tmp_path):
    desktop.install()
    model = tmp_path / "my story.textgen"
    model.write_bytes(bytes(range(256)))
    assert asked("filetype", str(model)) == desktop.MODEL_TYPE
    assert asked("default", desktop.MODEL_TYPE) == "textgen.desktop"
    assert asked("default", "text/plain") != "textgen.desktop"
    desktop.uninstall()
    assert asked("filetype", str(model)) != desktop.MODEL_TYPE


def asked(*question: str) -> str:
    return subprocess.run(["xdg-mime", "query", *question], capture_output=True, text=True).stdout.strip()


def test_the_icons_are_drawings_that_qt_reads(qtbot):
    from PySide6.QtSvg import QSvgRenderer

    names = sorted(path.stem for path in (paths.RESOURCES / "icons").glob("*.svg"))
    drawings = [paths.icon(name) for name in names] + [paths.resource(f"textgen{kind}.svg") for kind in ("", "-model")]
    assert len(names) > 20
    assert [str(path) for path in drawings if not QSvgRenderer(str(path)).isValid()] == []


def test_a_missing_part_is_a_problem():
    with pytest.raises(Problem, match=r"no-such-icon\.svg"):
        paths.icon("no-such-icon")


def test_the_bundled_texts_are_sorted():
    texts = paths.samples()
    assert len(texts) >= 2
    assert texts == sorted(texts)
    assert {text.parent for text in texts} == {paths.CORPORA}


def test_no_bundled_texts_are_a_problem(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "CORPORA", tmp_path)
    with pytest.raises(Problem, match="missing"):
        paths.samples()
