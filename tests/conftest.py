"""Hostile surroundings: what a test leaves behind, or lets go wrong out of sight, fails it."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import tqdm
from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QStandardPaths

gc.disable()  # as in the program: a widget must not be destroyed in whatever thread happens to search for garbage
tqdm.tqdm.monitor_interval = 0  # its watching thread outlives every bar


def pytest_configure(config: pytest.Config) -> None:
    """The one message that the offscreen screen itself makes, at every window that is shown."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has its own settings store, its own folders and one language."""
    monkeypatch.setattr("textgen.gui.work.kept_training.path", lambda: tmp_path / "data" / "unfinished-training")
    monkeypatch.setattr("textgen.gui.write.page_file.path", lambda: tmp_path / "page" / "page.json")
    QCoreApplication.setOrganizationName("textgen-tests")
    QCoreApplication.setApplicationName("textgen-tests")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QStandardPaths.setTestModeEnabled(True)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


@pytest.fixture(autouse=True)
def _nothing_uncaught(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An exception that nobody catches, in a slot or in a thread, fails the test in which it arose."""
    uncaught: list[BaseException] = []

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        uncaught.append(error)

    def note_thread(args: threading.ExceptHookArgs) -> None:
        uncaught.append(args.exc_value or args.exc_type())

    monkeypatch.setattr(sys, "excepthook", note)
    monkeypatch.setattr(threading, "excepthook", note_thread)
    yield
    if uncaught:
        raise AssertionError(f"{len(uncaught)} uncaught") from uncaught[0]


@pytest.fixture(autouse=True)
def _garbage_is_collected_here() -> Iterator[None]:
    """What a test leaves behind is destroyed after it and in this thread; what lives on is not looked at again."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    """Every thread that a test begins has ended when the test has."""
    before = set(threading.enumerate())
    yield
    leaked = _leaked_workers()
    # Python keeps a stand-in for every foreign thread that it has seen; those are no threads of ours.
    threads = {t for t in set(threading.enumerate()) - before if not isinstance(t, threading._DummyThread)}
    for thread in threads:
        thread.join(1)
    leaked += [thread.name for thread in threads if thread.is_alive()]
    assert not leaked, f"threads that were left running: {leaked}"


def _leaked_workers() -> list[str]:
    module = sys.modules.get("textgen.gui.work.worker")
    if module is None or module.Worker.wait_for_all(1000):
        return []
    leaked = [repr(worker) for worker in module.Worker._alive if worker.isRunning()]
    module.Worker.wait_for_all(30_000)  # so that it spoils one test and not the next
    return leaked
