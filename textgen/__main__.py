"""The way in: `textgen` opens the window, `textgen COMMAND …` works in the terminal."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program and give its exit status: 0, 1 (a problem, said), 2 (wrong usage), 130 (stopped)."""
    try:
        return _main(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:  # while something is still being loaded
        return 130


def _main(arguments: list[str]) -> int:
    from textgen import cli

    if arguments and (arguments[0] in cli.COMMANDS or arguments[0].startswith("-")):
        return cli.run(arguments)
    if not has_screen():
        return cli.run(["demo", *arguments])
    try:
        from textgen import app
    except ImportError as error:  # ./run has said which system packages are missing
        print(f"textgen: the window cannot be opened ({error}); going on in the terminal.", file=sys.stderr)
        return cli.run(["demo", *arguments])
    return app.run(arguments)


def has_screen() -> bool:
    """Whether a window could be seen here. macOS and Windows always have a screen; Qt may be told of another."""
    if sys.platform in ("darwin", "win32") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
