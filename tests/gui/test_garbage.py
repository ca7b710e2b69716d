"""Cyclic garbage is destroyed in the window's thread only."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from textgen.gui.parts import garbage
from textgen.gui.work.worker import Stopped, Worker


class Knot:
    """Garbage that reference counting cannot find, and that tells where it was destroyed."""

    def __init__(self, ends: list[int]) -> None:
        self._self, self._ends = self, ends

    def __del__(self) -> None:
        self._ends.append(threading.get_ident())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[garbage.Collector]:
    gc.enable()
    owner = QObject()
    yield garbage.Collector(owner)
    owner.deleteLater()
    gc.disable()


def test_a_busy_thread_destroys_nothing_and_the_window_does(collector: garbage.Collector, qtbot: QtBot) -> None:
    ends: list[int] = []

    def job(stopped: Stopped) -> Iterator[int]:
        Knot(ends)
        kept = [[number] for number in range(50_000)]  # enough for Python to search by itself
        yield len(kept)

    worker = Worker(job)
    with qtbot.waitSignal(worker.done):
        worker.begin()
    assert ends == []
    collector.collect()
    assert ends == [threading.get_ident()]


def test_no_search_while_something_large_is_loaded(collector: garbage.Collector) -> None:
    ends: list[int] = []
    with garbage.rest():
        Knot(ends)
        collector.collect()
        assert ends == []


@pytest.mark.parametrize("searching", [True, False])
def test_rest_leaves_the_search_as_it_was(searching: bool) -> None:
    (gc.enable if searching else gc.disable)()
    with garbage.rest():
        assert not gc.isenabled()
    assert gc.isenabled() == searching
    gc.disable()
