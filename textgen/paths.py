"""The only file that knows where the folders beside the package are: resources/ and corpora/."""

from __future__ import annotations

from pathlib import Path

from textgen.engine.problem import Problem, noop

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"
CORPORA = ROOT / "corpora"


def icon(name: str) -> Path:
    """The line icon `name` of resources/icons. Raises Problem if there is none."""
    return _present(RESOURCES / "icons" / f"{name}.svg")


def resource(name: str) -> Path:
    """A file that lies in resources/ itself, such as the program's own icon. Raises Problem if it is missing."""
    return _present(RESOURCES / name)


def samples() -> list[Path]:
    """The bundled texts, sorted by file name. Raises Problem if there are none."""
    found = sorted(CORPORA.glob("*.txt"))
    return found or [_present(CORPORA / "*.txt")]


def examples() -> list[Path]:
    """The models that come with the program, sorted by file name. Raises Problem if there are none."""
    found = sorted((RESOURCES / "examples").glob("*.textgen"))
    return found or [_present(RESOURCES / "examples" / "*.textgen")]


def _present(path: Path) -> Path:
    if not path.is_file():
        raise Problem(
            noop("Problem", "A part of the program is missing: {path}. Download textgen again."),
            path=str(path),
        )
    return path
