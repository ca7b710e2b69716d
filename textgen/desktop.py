"""The program's place on a freedesktop.org desktop: menu entry, icons and the file type .textgen, without root.

What `install` makes is exactly what `_files` lists, so `uninstall` takes exactly that away.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from textgen import paths
from textgen.engine.problem import Problem, noop

MODEL_TYPE = "application/x-textgen-model"


def install() -> None:
    """Make the menu entry, the icons and the file type; print one sentence of what was done.

    May be repeated. Raises Problem where the user's data folder cannot be written to.
    """
    home = data_home()
    try:
        for path, content in _files(home).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content(), encoding="utf-8")
    except OSError as error:
        raise _unwritable(error, home) from error
    _refresh(home)
    print(f"textgen is in your applications menu now, and opens .textgen files with a double click ({home}).")


def uninstall() -> None:
    """Remove what `install` made, and the folders that this leaves empty; print one sentence of what was done.

    Raises Problem where a file cannot be removed.
    """
    home = data_home()
    present = [path for path in _files(home) if path.exists()]
    if not present:
        print(f"textgen was not installed for this user ({home}); nothing to remove.")
        return
    try:
        for path in present:
            path.unlink()
    except OSError as error:
        raise _unwritable(error, home) from error
    _refresh(home)
    for path in present:
        _prune(path.parent, home)
    print(f"textgen's menu entry, icons and file type are removed from {home}.")


def data_home() -> Path:
    """The user's data folder by the XDG base directory specification: a relative path in the variable counts as none."""
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def _files(home: Path) -> dict[Path, Callable[[], str]]:
    icons = home / "icons" / "hicolor" / "scalable"
    return {
        home / "applications" / "textgen.desktop": _entry,
        home / "mime" / "packages" / "textgen.xml": _mime_type,
        icons / "apps" / "textgen.svg": lambda: _drawing("textgen.svg"),
        icons / "mimetypes" / f"{MODEL_TYPE.replace('/', '-')}.svg": lambda: _drawing("textgen-model.svg"),
    }


def _drawing(name: str) -> str:
    return paths.resource(name).read_text(encoding="utf-8")


def _entry() -> str:
    """The desktop entry.

    The model type opens with textgen because nothing else claims it, so no list of defaults needs a change.
    text/plain is not claimed: where the user has chosen no default, the newest claim would win and take their texts.
    """
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Name=textgen",
            "GenericName=Text model trainer",
            "GenericName[es]=Entrenador de modelos de texto",
            "Comment=Train a small recurrent network on a text of your own, and write with it",
            "Comment[es]=Entrene una pequeña red recurrente con un texto propio y escriba con ella",
            f"Exec={quoted(str(paths.ROOT / 'run'))} %f",
            "Icon=textgen",
            "Terminal=false",
            "StartupNotify=true",
            "StartupWMClass=textgen",
            f"MimeType={MODEL_TYPE};",
            "Categories=Education;ArtificialIntelligence;",
            "Keywords=RNN;LSTM;GRU;language model;neural network;writing;",
            "",
        )
    )


def quoted(argument: str) -> str:
    """One argument as the Exec key of a desktop entry wants it: quoted as for a shell, then escaped as a string."""
    for special in '\\"`$':
        argument = argument.replace(special, "\\" + special)
    argument = argument.replace("%", "%%")
    return '"' + argument.replace("\\", "\\\\").replace("\n", "\\n") + '"'


def _mime_type() -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MODEL_TYPE}">
    <comment>textgen model</comment>
    <comment xml:lang="es">modelo de textgen</comment>
    <glob pattern="*.textgen"/>
  </mime-type>
</mime-info>
"""


def _prune(folder: Path, home: Path) -> None:
    """Remove `folder` and its parents below `home` as far as they are empty."""
    while folder != home and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _refresh(home: Path) -> None:
    """Let the desktop's caches know. A tool that is not there is not needed there."""
    _run("update-mime-database", str(home / "mime"))
    _run("update-desktop-database", str(home / "applications"))
    theme = home / "icons" / "hicolor"
    if (theme / "icon-theme.cache").exists():  # a first cache would hide other programs' later icons
        _run("gtk-update-icon-cache", "--quiet", "--ignore-theme-index", "--force", str(theme))


def _run(tool: str, *arguments: str) -> None:
    if shutil.which(tool):
        subprocess.run([tool, *arguments], check=False, capture_output=True, stdin=subprocess.DEVNULL)


def _unwritable(error: OSError, home: Path) -> Problem:
    return Problem(
        noop("Problem", "Your folder {folder} cannot be changed: {reason}."),
        folder=error.filename or home,
        reason=error.strerror or error,
    )
