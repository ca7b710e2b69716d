"""The microscope at work: `python -m benchmarks.microscope MODEL [TEXT]`, a Markdown table on stdout.

MODEL is a model of two layers of 256 units; TEXT gives the sentence of 50 words (a bundled text if none is given).
The window is the real one, on whatever screen Qt has.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.__main__ import Figure, percentile
from benchmarks.window import Paints, apart, wait
from textgen import app as program
from textgen import paths
from textgen.gui.look.look_panel import LookPanel
from textgen.gui.look.microscope_page import MicroscopePage
from textgen.gui.main_window import MainWindow
from textgen.gui.parts import garbage
from textgen.gui.work.workspace import Workspace

WORDS = 50
PRESSED, STEPS = 30, 200
SIZE = 1400, 900


def figures(model: Path, text: Path) -> Iterator[Figure]:
    """Type at the end of the sentence, then step through words and units."""
    with apart():
        garbage.Collector(program.build(sys.argv[:1]))
        workspace = Workspace()
        window = MainWindow(workspace)
        window.resize(*SIZE)
        window.show()
        workspace.open_path(str(model))
        wait(lambda: workspace.checkpoint is not None)
        panel = window.panels["look"]
        window.show_place("look")
        panel.side.show_page("microscope")
        panel.sentence.field.setText(" ".join(text.read_text(encoding="utf-8").split()[:WORDS]))
        yield Figure(f"key press to paint, {WORDS} words", _milliseconds(typed(panel)), "200 ms")
        for name, key in (("words", Qt.Key.Key_Left), ("units", Qt.Key.Key_Down)):
            yield Figure(f"frames a second, stepping through {name}", f"{stepped(panel, key):.0f}", "30")
        workspace.close()


def typed(panel: LookPanel) -> list[float]:
    """Seconds from each key to the paint of its trace."""
    heat_map = panel.pages["microscope"].heat_map
    paints, traced = Paints(heat_map), []
    heat_map.spot.redrawn.connect(lambda: traced.append(time.perf_counter()))
    seconds = []
    for letter in ("the sea was " * PRESSED)[:PRESSED]:
        before, began = len(traced), time.perf_counter()
        QTest.keyClick(panel.sentence.field, letter)
        if letter != " ":  # the same words as before
            wait(lambda n=before: len(traced) > n and paints.last > traced[-1])
            seconds.append(time.perf_counter() - began)
    return seconds[1:]  # the first makes the network


def stepped(panel: LookPanel, key: Qt.Key) -> float:
    """Steps a second, each painted before the next."""
    page: MicroscopePage = panel.pages["microscope"]
    page.heat_map.setFocus()
    began = time.perf_counter()
    for _ in range(STEPS):
        QTest.keyClick(page.heat_map, key)
        page.heat_map.repaint()
        QApplication.processEvents()
        if page.spot.word == 0:
            page.spot.choose_word(WORDS - 1)
    return STEPS / (time.perf_counter() - began)


def _milliseconds(seconds: list[float]) -> str:
    return f"median {percentile(seconds, 0.5):.0f} ms, p99 {percentile(seconds, 0.99):.0f} ms"


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.microscope", description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("text", nargs="?", type=Path, default=paths.samples()[0])
    options = parser.parse_args()
    print("| what | measured | goal |\n|---|---|---|")
    for figure in figures(options.model, options.text):
        print(f"| {' | '.join(figure)} |", flush=True)


if __name__ == "__main__":
    main()
    os._exit(0)  # as in benchmarks.__main__
