"""Where the program's own faults go: a rotating log file, and one sentence for the person in front of it."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler

from textgen.engine.problem import Problem, noop

_LOGGER = logging.getLogger("textgen")
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def path() -> Path:
    """The log file."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "textgen.log"


def open_log() -> None:
    """Send the log to its file; to stderr only if the file cannot be written."""
    _LOGGER.setLevel(logging.INFO)
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path(), maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOGGER.addHandler(handler)


def as_problem(error: BaseException) -> Problem:
    """The sentence for `error`: its own if it is a Problem; otherwise it is a fault of ours and goes into the log."""
    if isinstance(error, Problem):
        return error
    _LOGGER.error("a fault in textgen", exc_info=error)
    if isinstance(error, MemoryError):
        return Problem(
            noop("Problem", "The computer's memory is full. Close other programs, or choose fewer units or words.")
        )
    return Problem(
        noop("Problem", "Something went wrong inside textgen: {error}. It is written down in {path}."),
        error=str(error) or type(error).__name__,
        path=str(path()),
    )


def install_hooks(show: Callable[[Problem], None]) -> None:
    """From now on every uncaught exception is logged and given to `show`, and Qt's messages go to the log.

    `show` may be called in any thread.
    """

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show(as_problem(error))

    def uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            uncaught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = uncaught
    threading.excepthook = uncaught_in_thread
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _LOGGER.log(_LEVELS.get(kind, logging.DEBUG), "Qt: %s", message)
