"""The only threading code: a thread that iterates any job, and hands over what it yields without flooding the window.

A job is a function that takes `stopped` and returns an iterator. Both run in the thread. What the job yields is
collected and delivered in the thread that made the worker (the window's), at most 20 times a second, nothing left out.
Because everything is delivered there, `abandon()` needs no locks: once it returns, nothing more reaches anybody.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QDeadlineTimer, QElapsedTimer, QThread, QTimer, Signal, Slot

Stopped = Callable[[], bool]
Job = Callable[[Stopped], Iterator[object]]

INTERVAL = 50  # milliseconds between two deliveries
NICE = 10  # of the thread of a long job: about a tenth of a core's time where another thread wants it, else all of it


def give_way() -> None:
    """What a job calls that lasts for minutes: where the cores are wanted, what a person waits for comes first.

    In the job's own thread; those that torch starts from it do as it does. Linux has no priority for Qt to set, but lets
    each thread be nice.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)


class Worker(QThread):
    """Runs one job once. `items` is followed by exactly one of `done` and `failed`, unless the job is abandoned.

    A worker has no parent: it keeps itself alive until its thread has ended. As a child of its owner it could be the
    last to refer to that owner, through a connected function, and would be destroyed by it while being destroyed.
    """

    items = Signal(list)
    failed = Signal(object)
    done = Signal()
    _waiting = Signal()

    _alive: ClassVar[set[Worker]] = set()  # a thread must not lose its last reference before it has ended

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._going = threading.Event()
        self._going.set()
        self._box: deque[object] = deque()
        self._error: Exception | None = None
        self._abandoned = self._ended = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._deliver)
        self._waiting.connect(self._schedule)
        self.finished.connect(self._end)

    # ---- called by the owner ----------------------------------------------------------------------------------------

    def begin(self) -> Worker:
        """Start the thread; from here on the worker keeps itself alive until the thread has ended."""
        Worker._alive.add(self)
        self.start()
        return self

    def pause(self) -> None:
        """Let the job stand still after the item it is working on."""
        self._going.clear()

    def resume(self) -> None:
        """Let a paused job go on."""
        self._going.set()

    def stop(self) -> None:
        """Ask the job to come to its end; what it still yields is delivered."""
        self.requestInterruption()
        self._going.set()

    def abandon(self) -> None:
        """Stop, and deliver nothing more from now on."""
        self._abandoned = True
        self.stop()

    def end(self, milliseconds: int) -> bool:
        """Stop, wait for the end at most so long, and deliver the rest at once. False if the job has not ended."""
        self.stop()
        ended = self.wait(QDeadlineTimer(milliseconds))
        if ended:
            self._end()
        return ended

    @classmethod
    def wait_for_all(cls, milliseconds: int) -> bool:
        """Wait for the end of every thread that is still running, abandoned ones too. False if one has not ended."""
        deadline = QDeadlineTimer(milliseconds)
        for worker in list(cls._alive):
            if worker.wait(deadline):
                worker._end()
        return all(worker._ended for worker in cls._alive)

    # ---- in the thread ----------------------------------------------------------------------------------------------

    def run(self) -> None:
        try:
            self._iterate(self._job(self.isInterruptionRequested))
        except Exception as error:  # whatever a job raises is for its owner to say
            self._error = error

    def _iterate(self, job: Iterator[object]) -> None:
        for item in job:
            if not self._box:
                self._box.append(item)
                self._waiting.emit()
            else:
                self._box.append(item)
            self._going.wait()
            if self._abandoned:
                break

    # ---- back in the owner's thread ---------------------------------------------------------------------------------

    @Slot()
    def _schedule(self) -> None:
        if self._timer.isActive():
            return
        rest = INTERVAL - self._since.elapsed() if self._since.isValid() else 0
        if rest > 0:
            self._timer.start(rest)
        else:
            self._deliver()

    @Slot()
    def _deliver(self) -> None:
        items = []
        while self._box:
            items.append(self._box.popleft())
        if items and not self._abandoned:
            self._since.start()
            self.items.emit(items)

    @Slot()
    def _end(self) -> None:
        if self._ended:
            return
        self._ended = True
        self._timer.stop()
        self._deliver()
        if not self._abandoned:
            self.done.emit() if self._error is None else self.failed.emit(self._error)
        QTimer.singleShot(0, partial(Worker._alive.discard, self))  # not here, in a function of the worker itself
