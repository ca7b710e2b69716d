"""The way in: `textgen` opens the window, `textgen COMMAND …` works in the terminal."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program and give its exit status: 0, 1 (a problem, said), 2 (wrong usage), 130 (stopped)."""
    from textgen import cli

    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and (arguments[0] in cli.COMMANDS or arguments[0].startswith("-")):
        return cli.run(arguments)
    if not has_screen():
        return cli.run(["demo", *arguments])
    from textgen import app

    return app.run(arguments)


def has_screen() -> bool:
    """Whether a window could be seen here. macOS and Windows always have a screen; Qt may be told of another."""
    if sys.platform in ("darwin", "win32") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
