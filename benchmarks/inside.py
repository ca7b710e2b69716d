"""The place Look inside, while a training runs and at rest: `python -m benchmarks.inside [TEXT]`, a Markdown table.

A network of two layers of 256 units learns TEXT (a bundled one if none is given) in the real window, on whatever screen
Qt has; meanwhile, and again when it has been stopped, each page is opened and a sentence of 50 words is typed on.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figures import percentile
from benchmarks.window import Lateness, Paints, apart, wait
from textgen import app as program
from textgen import paths
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.gui.look.look_panel import LookPanel
from textgen.gui.main_window import MainWindow
from textgen.gui.parts import garbage
from textgen.gui.work.one_answer import OneAnswer
from textgen.gui.work.workspace import Workspace

MODEL = ModelConfig(units=256, layers=2)
WORDS = 50
PRESSED, STEPS = 24, 150
SIZE = 1400, 900
QUIET = 3.0  # seconds in which a page is only looked at
RACE = 12.0  # the same of a race, with several laps and their pictures


@dataclass(frozen=True)
class Look:
    """A page, its picture, and what finds out what it shows."""

    page: str
    picture: QWidget
    part: OneAnswer


class Answers(QObject):
    """Counts what is found, and notes when; the same signal also tells that the search has begun or ended."""

    def __init__(self, part: OneAnswer) -> None:
        super().__init__(part)
        self._part, self._found = part, part.found
        self.count, self.last = 0, 0.0
        part.changed.connect(self._note)

    @Slot()
    def _note(self) -> None:
        if self._part.found is not self._found:
            self._found = self._part.found
            self.count, self.last = self.count + 1, time.perf_counter()


class Row(NamedTuple):
    """One line of figures, in milliseconds or frames a second."""

    name: str
    figure: float
    unit: str
    goal: str


class Rows:
    """What is measured, once for each state of the program."""

    def __init__(self, window: MainWindow, sentence: str) -> None:
        self._workspace, self._panel = window.workspace, window.panels["look"]
        self._sentence = sentence

    def __iter__(self) -> Iterator[Row]:
        for look in self._looks(self._panel):
            yield from self._page(look)
        yield from self._race()
        yield from self._late("lessons")

    def _looks(self, panel: LookPanel) -> list[Look]:
        pages, inside = panel.pages, self._workspace.inside
        return [
            Look("unrolled", pages["unrolled"].picture, inside.walking),
            Look("microscope", pages["microscope"].heat_map, inside.tracing),
            Look("memory", pages["memory"].sentence, inside.remembering),
            Look("why", pages["why"].picture, inside.reasons),
        ]

    def _page(self, look: Look) -> Iterator[Row]:
        panel = self._panel
        with Lateness() as late:
            self._workspace.inside.say(self._sentence)
            panel.side.show_page(look.page)
            _pass(QUIET)
            seconds = self._typed(look)
        yield Row(f"{look.page}: key press to paint, median", percentile(seconds, 0.5), "ms", _goal(look.page))
        yield Row(f"{look.page}: key press to paint, p99", percentile(seconds, 0.99), "ms", _goal(look.page))
        yield Row(f"{look.page}: timer late, worst", percentile(late.seconds, 1), "ms", "100")
        if look.page in ("unrolled", "microscope"):
            yield Row(f"{look.page}: stepping through words", self._stepped(look.picture, Qt.Key.Key_Left), "/s", "30")
        if look.page == "microscope":
            yield Row("microscope: stepping through units", self._stepped(look.picture, Qt.Key.Key_Down), "/s", "30")

    def _typed(self, look: Look) -> list[float]:
        """Seconds from each key to the paint of what was found after it."""
        paints, answers = Paints(look.picture), Answers(look.part)
        seconds = []
        for letter in ("the sea was " * PRESSED)[:PRESSED]:
            before, began = answers.count, time.perf_counter()
            QTest.keyClick(self._panel.sentence.field, letter)
            if letter != " ":  # the same words as before
                wait(lambda n=before: answers.count > n and paints.last > answers.last)
                seconds.append(time.perf_counter() - began)
        return seconds

    def _stepped(self, picture: QWidget, key: Qt.Key) -> float:
        """Steps a second, each painted before the next."""
        picture.setFocus()
        began = time.perf_counter()
        for step in range(STEPS):
            if step % (WORDS - 5) == 0:
                QTest.keyClick(picture, Qt.Key.Key_End)
            QTest.keyClick(picture, key)
            picture.repaint()
            QApplication.processEvents()
        return STEPS / (time.perf_counter() - began)

    def _race(self) -> Iterator[Row]:
        racing, page = self._workspace.racing, self._panel.pages["race"]
        with Lateness() as late:
            self._panel.side.show_page("race")
            page.start.click()
            _pass(RACE)
            racing.stop()
        yield Row(f"race: laps in {RACE:g} s", len(racing.laps), "", "")
        yield Row("race: timer late, worst", percentile(late.seconds, 1), "ms", "100")

    def _late(self, page: str) -> Iterator[Row]:
        with Lateness() as late:
            self._panel.side.show_page(page)
            _pass(QUIET)
        yield Row(f"{page}: timer late, worst", percentile(late.seconds, 1), "ms", "100")


def _goal(page: str) -> str:
    return {"memory": "1000", "why": ""}.get(page, "200")


def _pass(seconds: float) -> None:
    end = time.perf_counter() + seconds
    wait(lambda: time.perf_counter() > end)


def rows(text: Path) -> Iterator[tuple[Row, Row]]:
    """Each row while a training runs, and at rest with the model that it has left."""
    with apart():
        garbage.Collector(program.build(sys.argv[:1]))
        window = MainWindow(Workspace())
        workspace = window.workspace
        window.resize(*SIZE)
        window.show()
        workspace.read_text(str(text))
        wait(lambda: workspace.corpus is not None)
        workspace.start_training(MODEL, TrainConfig(minutes=60))
        wait(lambda: workspace.checkpoint is not None)
        window.show_place("look")
        measured = Rows(window, " ".join(text.read_text(encoding="utf-8").split()[:WORDS]))
        training = list(measured)
        workspace.stop_training()
        wait(lambda: workspace.training == "idle")
        yield from zip(training, measured, strict=True)
        workspace.close()


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside", description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=paths.samples()[0])
    print("| what | while training | at rest | ratio | goal |\n|---|---|---|---|---|")
    for busy, rest in rows(parser.parse_args().text):
        ratio = f"{busy.figure / rest.figure:.2f}" if rest.figure else "–"
        goal = f"{rest.goal} {rest.unit}" if rest.goal else "–"
        print(
            f"| {rest.name} | {busy.figure:.0f} {busy.unit} | {rest.figure:.0f} {rest.unit} | {ratio} | {goal} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
    os._exit(0)  # as in benchmarks.__main__
