"""What a person feels in the window: late timers while torch loads and while a model trains, keys, Stop.

Runs the real window on whatever screen Qt has (`QT_QPA_PLATFORM=offscreen` where there is none), with
settings of its own.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QSettings, QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure, percentile
from textgen import app as program
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.gui.main_window import MainWindow
from textgen.gui.parts import garbage
from textgen.gui.work import warmup
from textgen.gui.work.worker import Worker
from textgen.gui.work.workspace import Workspace

TICK = 10  # milliseconds


class Lateness(QObject):
    """A timer in the window's thread that notes how late it comes, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: list[float] = []
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def __enter__(self) -> Lateness:
        self._since.start()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        self.seconds.append(max(0.0, self._since.nsecsElapsed() / 1e9 - TICK / 1000))
        self._since.start()

    def __str__(self) -> str:
        return f"p99 {percentile(self.seconds, 0.99):.1f} ms, worst {percentile(self.seconds, 1):.1f} ms"


class Paints(QObject):
    """Notes when a widget was last painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.last = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.last = time.perf_counter()


def wait(condition: Callable[[], bool], seconds: float = 120.0) -> float:
    """Run the event loop until the condition holds; how long that took, in seconds."""
    began = time.perf_counter()
    while not condition():
        QApplication.processEvents()
        if time.perf_counter() - began > seconds:
            raise TimeoutError(condition)
        time.sleep(0.0005)
    return time.perf_counter() - began


@contextmanager
def apart() -> Iterator[None]:
    """Settings and a page of its own: the person's stay as they are."""
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        QStandardPaths.setTestModeEnabled(True)
        yield


def figures(text: Path, seconds: float) -> Iterator[Figure]:
    """Open the window, load torch, read `text`, train on it for `seconds`, write meanwhile, stop."""
    with apart():
        garbage.Collector(program.build(sys.argv[:1]))
        began = time.perf_counter()
        workspace = Workspace()
        window = MainWindow(workspace)
        painted: list[float] = []
        window.painted.connect(lambda: painted.append(time.perf_counter() - began))
        window.resize(1280, 800)
        window.show()
        wait(lambda: bool(painted))
        loaded = "before torch is loaded" if "torch" not in sys.modules else "AFTER torch was loaded"
        yield Figure(f"window painted, {loaded}", f"{1000 * painted[0]:.0f} ms", "before torch")
        yield _loading()
        workspace.read_text(str(text))
        wait(lambda: workspace.corpus is not None)
        workspace.start_training(ModelConfig(), TrainConfig(minutes=60))
        wait(lambda: workspace.checkpoint is not None)
        yield from _while_training(window, seconds)
        workspace.stop_training()
        stop = wait(lambda: workspace.training == "idle")
        yield Figure("stop a training, best kept", f"{stop:.2f} s", "1 s")
        yield Figure("key press to bars drawn, at rest", _keys(window), "50 ms")
        workspace.close()


def _loading() -> Figure:
    done: list[bool] = []
    worker = Worker(warmup.job)
    worker.done.connect(lambda: done.append(True))
    with Lateness() as late:
        worker.begin()
        wait(lambda: bool(done))
    return Figure("timer in the window while torch loads", str(late), "worst 200 ms")


def _while_training(window: MainWindow, seconds: float) -> Iterator[Figure]:
    end = time.perf_counter() + seconds
    window.show_place("train")
    with Lateness() as late:
        wait(lambda: time.perf_counter() > end, seconds + 60)
    yield Figure(f"timer in the window during {seconds:g} s of training", str(late), "p99 10 ms, worst 50 ms")
    yield Figure("key press to bars drawn, while training", _keys(window), "150 ms")


def _keys(window: MainWindow, pressed: int = 60) -> str:
    """Type letter by letter on the page; from each key to the paint after its answer."""
    window.show_place("write")
    panel = window.panels["write"]
    panel.draft.setFocus()
    paints = Paints(panel.list.viewport())
    answers: list[float] = []
    panel.suggester.answered.connect(lambda: answers.append(time.perf_counter()))
    panel.suggester.ask()
    wait(lambda: bool(answers))
    seconds = []
    for _ in range(pressed // 6):
        for letter in "the sea "[:6]:
            before = len(answers)
            began = time.perf_counter()
            QTest.keyClick(panel.draft, letter)
            if letter != " ":  # a space after a word asks for nothing new
                wait(lambda n=before: len(answers) > n and paints.last > answers[-1])
                seconds.append(time.perf_counter() - began)
    return f"median {percentile(seconds, 0.5):.0f} ms, p99 {percentile(seconds, 0.99):.0f} ms"
