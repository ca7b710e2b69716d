"""Jobs in a thread: order, coalescing, pause, stop, failure, abandonment."""

from __future__ import annotations

import os
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from textgen.engine.problem import Problem
from textgen.gui.work.worker import Stopped, Worker, give_way


class Heard:
    """What a worker said, in the order in which it came."""

    def __init__(self, worker: Worker) -> None:
        self.batches: list[list[object]] = []
        self.ends: list[object] = []
        self.threads: set[int] = set()
        worker.items.connect(self._items)
        worker.failed.connect(self.ends.append)
        worker.done.connect(lambda: self.ends.append("done"))

    def _items(self, items: list[object]) -> None:
        self.batches.append(items)
        self.threads.add(threading.get_ident())

    @property
    def items(self) -> list[object]:
        return [item for batch in self.batches for item in batch]


def test_everything_arrives_in_order_in_the_thread_of_the_owner(qtbot: QtBot) -> None:
    inside: list[int] = []

    def job(stopped: Stopped) -> Iterator[int]:
        inside.append(threading.get_ident())
        yield from range(10_000)

    worker = Worker(job)
    heard = Heard(worker)
    with qtbot.waitSignal(worker.done):
        worker.begin()
    assert heard.items == list(range(10_000))
    assert heard.ends == ["done"]
    assert heard.threads == {threading.get_ident()}
    assert inside[0] != threading.get_ident()


def test_a_flood_comes_in_few_batches(qtbot: QtBot) -> None:
    worker = Worker(lambda stopped: iter(range(10_000)))
    heard = Heard(worker)
    with qtbot.waitSignal(worker.done):
        worker.begin()
    assert len(heard.batches) <= 5


def test_the_first_item_does_not_wait_for_the_second(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(stopped: Stopped) -> Iterator[str]:
        yield "first"
        go_on.wait(10)
        yield "second"

    worker = Worker(job)
    heard = Heard(worker)
    with qtbot.waitSignal(worker.items):
        worker.begin()
    assert heard.batches == [["first"]]
    with qtbot.waitSignal(worker.done):
        go_on.set()
    assert heard.items == ["first", "second"]


def test_an_item_is_handed_over_though_the_next_is_long_in_coming(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(stopped: Stopped) -> Iterator[int]:
        yield 1
        yield 2
        go_on.wait(10)

    worker = Worker(job)
    heard = Heard(worker)
    worker.begin()
    qtbot.waitUntil(lambda: heard.items == [1, 2])
    with qtbot.waitSignal(worker.done):
        go_on.set()


def test_a_paused_job_stands_still_until_it_is_resumed(qtbot: QtBot) -> None:
    asked: list[int] = []
    first = threading.Event()

    def job(stopped: Stopped) -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            first.wait(10)
            yield number

    worker = Worker(job)
    worker.begin()
    worker.pause()
    heard = Heard(worker)
    with qtbot.waitSignal(worker.items):
        first.set()
    assert asked == [0]
    with qtbot.waitSignal(worker.done):
        worker.resume()
    assert heard.items == [0, 1, 2]


def test_stop_wakes_a_paused_job_and_delivers_what_it_still_says(qtbot: QtBot) -> None:
    def job(stopped: Stopped) -> Iterator[str]:
        while not stopped():
            yield "working"
        yield "the best"

    worker = Worker(job)
    heard = Heard(worker)
    with qtbot.waitSignal(worker.items):
        worker.begin()
    worker.pause()
    with qtbot.waitSignal(worker.done):
        worker.stop()
    assert heard.items[-1] == "the best"


@pytest.mark.parametrize("error", [Problem("too small"), ZeroDivisionError("a bug")])
def test_an_exception_comes_as_failed_after_the_items(qtbot: QtBot, error: Exception) -> None:
    def job(stopped: Stopped) -> Iterator[int]:
        yield 1
        raise error

    worker = Worker(job)
    heard = Heard(worker)
    with qtbot.waitSignal(worker.failed):
        worker.begin()
    assert heard.items == [1]
    assert heard.ends == [error]


def test_a_job_that_cannot_even_begin_fails(qtbot: QtBot) -> None:
    def job(stopped: Stopped) -> Iterator[int]:
        raise Problem("no such file")

    worker = Worker(job)
    heard = Heard(worker)
    with qtbot.waitSignal(worker.failed):
        worker.begin()
    assert [str(end) for end in heard.ends] == ["no such file"]


def test_nothing_of_an_abandoned_job_reaches_anybody(qtbot: QtBot) -> None:
    going, go_on = threading.Event(), threading.Event()

    def job(stopped: Stopped) -> Iterator[str]:
        yield "early"
        going.set()
        go_on.wait(10)
        yield "late"
        raise ZeroDivisionError

    worker = Worker(job)
    heard = Heard(worker)
    ended: list[bool] = []
    worker.finished.connect(lambda: ended.append(True))
    worker.begin()
    assert going.wait(10)
    worker.abandon()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert heard.batches == []
    assert heard.ends == []


def test_the_generator_of_an_abandoned_job_is_closed(qtbot: QtBot) -> None:
    closed = threading.Event()

    def job(stopped: Stopped) -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.set()

    worker = Worker(job)
    with qtbot.waitSignal(worker.items):
        worker.begin()
    worker.abandon()
    assert closed.wait(10)
    qtbot.waitUntil(lambda: worker not in Worker._alive)


def test_a_running_worker_needs_no_owner_and_an_ended_one_is_let_go(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(stopped: Stopped) -> Iterator[int]:
        go_on.wait(10)
        yield 1

    worker = Worker(job).begin()
    trace = weakref.ref(worker)
    del worker
    assert trace() is not None
    go_on.set()
    qtbot.waitUntil(lambda: trace() is None)


def test_end_waits_and_delivers_the_rest_at_once(qtbot: QtBot) -> None:
    def job(stopped: Stopped) -> Iterator[str]:
        while not stopped():
            yield "working"
        yield "the best"

    worker = Worker(job)
    heard = Heard(worker)
    with qtbot.waitSignal(worker.items):
        worker.begin()
    assert worker.end(5000)
    assert heard.items[-1] == "the best"
    assert heard.ends == ["done"]
    QCoreApplication.processEvents()
    assert heard.ends == ["done"]


def test_end_says_so_when_a_job_does_not_end(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def job(stopped: Stopped) -> Iterator[int]:
        go_on.wait(10)
        yield 1

    worker = Worker(job).begin()
    assert not worker.end(1)
    with qtbot.waitSignal(worker.done):
        go_on.set()


@pytest.mark.skipif(sys.platform != "linux", reason="where threads have no niceness of their own")
def test_a_job_that_gives_way_does_so_alone_and_threads_that_it_starts_do_so_too(qtbot: QtBot) -> None:
    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    def job(stopped: Stopped) -> Iterator[int]:
        yield niceness()
        give_way()
        yield niceness()
        found: list[int] = []
        other = threading.Thread(target=lambda: found.append(niceness()))
        other.start()
        other.join()
        yield from found

    before = niceness()
    worker = Worker(job)
    heard = Heard(worker)
    with qtbot.waitSignal(worker.done):
        worker.begin()
    assert heard.items == [before, 10, 10]
    assert niceness() == before
