"""Builds the program around its window and runs it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if sys.platform == "win32":  # there torch cannot load its libraries once Qt has loaded its own (PyTorch issue 169429)
    import torch  # noqa: F401

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from textgen import __version__, paths
from textgen.engine.problem import noop
from textgen.gui.parts import single

if TYPE_CHECKING:
    from textgen.gui.main_window import MainWindow
    from textgen.gui.work.workspace import Workspace


TURN = (
    0.0005  # seconds that a thread computes on in Python while the window waits, many times in a key; Python has 0.005
)

# Qt asks for these when it shows a shortcut; its own Spanish spells them out (“Mayúsculas”), the hints do not.
KEYS = (noop("QShortcut", "Ctrl"), noop("QShortcut", "Shift"))


class _Faults(QObject):
    """Carries a fault from whatever thread it arose in to the window."""

    arose = Signal(object)


def run(arguments: list[str]) -> int:
    """Open the window on the given texts and models, or hand them to the one that is open. Gives the exit status."""
    name = single.address()
    if single.hand_over(arguments, name):  # before anything is loaded that only a first start needs
        return 0
    app = build(sys.argv[:1])
    window = _window()
    instance = _listen(name, window)
    window.show()
    for path in arguments:
        window.workspace.open_path(path)
    status = app.exec()
    instance.close()
    _end(window.workspace, status)
    return status


def build(argv: list[str]) -> QApplication:
    """The application with its name, looks, language and turns of its threads, without a window."""
    from textgen.gui.parts import style

    sys.setswitchinterval(TURN)
    app = QApplication(argv)
    app.setOrganizationName("textgen")
    app.setApplicationName("textgen")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("textgen")
    app.setWindowIcon(QIcon(str(paths.resource("textgen.svg"))))
    app.setStyle("Fusion")  # the one style that follows light and dark and looks the same on every system
    _translate(app)
    style.theme()
    return app


def _translate(app: QApplication) -> None:
    """Install the translations there are. English has one too: it holds the plurals.

    The language is the system's, which need not be the one that numbers are written in.
    """
    if QLocale().language() == QLocale.Language.C:  # a machine that was told no language, and no way to write numbers
        QLocale.setDefault(QLocale(QLocale.Language.English))
    ours = str(paths.RESOURCES / "i18n")
    for locale, name, folder in (
        (QLocale(QLocale.Language.English), "textgen", ours),
        (QLocale.system(), "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (QLocale.system(), "textgen", ours),
    ):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)


def _window() -> MainWindow:
    """The window with its workspace; what goes wrong unforeseen is logged and said in it."""
    from textgen.gui.main_window import MainWindow
    from textgen.gui.parts import garbage, log
    from textgen.gui.work import warmup
    from textgen.gui.work.worker import Worker
    from textgen.gui.work.workspace import Workspace

    garbage.Collector(QApplication.instance())
    log.open_log()
    window = MainWindow(Workspace())
    faults = _Faults(window)
    faults.arose.connect(window.show_fault)
    log.install_hooks(faults.arose.emit)
    window.painted.connect(lambda: Worker(warmup.job).begin())
    return window


def _listen(name: str, window: MainWindow) -> single.Single:
    instance = single.Single(name, window)

    def called(files: list[str]) -> None:
        window.raise_up()
        for path in files:
            window.workspace.open_path(path)

    instance.called.connect(called)
    return instance


def _end(workspace: Workspace, status: int) -> None:
    """Leave no thread behind. One that does not end in time must not keep a closed program in memory."""
    if not workspace.close():
        sys.stdout.flush()
        os._exit(status)
