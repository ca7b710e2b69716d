"""What a key costs in a draft of 100,000 words, with everything that follows the text at work.

A model answers, a third of the paragraphs hold words of the model's, most of them underlined for standing in its
text, there are versions and unknown words, and the page is kept each second. The keys come at their times whatever
the window does: how late it is counts too. Each figure is that of one of the pages beside the draft.
"""

from __future__ import annotations

import itertools
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figure, percentile
from benchmarks.window import Paints, apart, wait
from textgen import app as program
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.gui.main_window import MainWindow
from textgen.gui.parts import garbage
from textgen.gui.work.workspace import Workspace
from textgen.gui.write import versions
from textgen.gui.write.versions import Fork, Passage, Span
from textgen.gui.write.write_panel import WritePanel

WORDS, PARAGRAPH, OWN = 100_000, 50, 12  # words: of the draft, of a paragraph, of the model's in every third one
FORKS = 20
AT_LEAST, KEYS = 20_000, 20  # words of the draft and keys for each second
INTERVAL, PAUSE = 0.1, 0.8  # seconds between two keys, and after a sentence
TYPED = "the old man saw the qwxyl and the grey sea, but zzyx had gone. "
PAGES = ("words", "origin", "versions", "surprise")


def figures(text: Path, seconds: float) -> Iterator[Figure]:
    """Train on `text` for a moment, fill the page with it, and type in its middle.

    Fewer words and keys where there are only a few seconds.
    """
    words, letters = min(WORDS, round(AT_LEAST * seconds)), (TYPED * 4)[: round(KEYS * seconds)]
    with apart():
        garbage.Collector(QApplication.instance() or program.build(sys.argv[:1]))
        workspace = Workspace()
        window = MainWindow(workspace)
        window.resize(1280, 800)
        window.show()
        _learn(workspace, text)
        panel = window.panels["write"]
        window.show_place("write")
        _fill(panel, text.read_text(encoding="utf-8").split(), words)
        wait(lambda: panel.sources.borrowed.settled)
        for page in PAGES:
            panel.side.show_page(page)
            wait(lambda page=page: page != "surprise" or not panel.measurer.shades.blank)
            yield Figure(
                f"key to paint in a draft of {words:,} words, page “{page}”",
                _times(type_in(panel, letters)),
                "p99 50 ms",
            )
        workspace.close()


def _learn(workspace: Workspace, text: Path) -> None:
    workspace.read_text(str(text))
    wait(lambda: workspace.corpus is not None)
    workspace.start_training(ModelConfig(), TrainConfig(minutes=60))
    wait(lambda: workspace.checkpoint is not None)
    workspace.stop_training()
    wait(lambda: workspace.training == "idle")


def _fill(panel: WritePanel, words: list[str], many: int) -> None:
    """A draft of passages of the text in any order; the cursor in its middle."""
    every = list(itertools.islice(itertools.cycle(words), many))
    lines = [" ".join(every[at : at + PARAGRAPH]) for at in range(0, many, PARAGRAPH)]
    random.Random(1).shuffle(lines)
    begins = list(itertools.accumulate((len(line) + 1 for line in lines), initial=0))
    spans: list[Span] = []
    for begin, line in list(zip(begins, lines, strict=False))[::3]:
        spans.append((begin, len(" ".join(line.split()[:OWN])), ("suggested", "generated")[len(spans) % 2]))
    forks = [_fork(span) for span in spans[:: max(1, len(spans) // FORKS)][:FORKS]]
    panel.draft.set_text("\n".join(lines), spans, forks)
    cursor = panel.draft.textCursor()
    cursor.setPosition(begins[len(lines) // 2 + 1] - 1)
    panel.draft.setTextCursor(cursor)


def _fork(span: Span) -> Fork:
    start, length, _ = span
    return Fork(versions.new_number(), start, length, (Passage("something else"), Passage()), 1)


def type_in(panel: WritePanel, letters: str) -> list[float]:
    """Type; the seconds from when each key was due to the paint after it."""
    panel.draft.setFocus()
    paints = Paints(panel.draft.viewport())
    seconds, due = [], time.perf_counter() + PAUSE
    for letter in letters:
        wait(lambda due=due: time.perf_counter() >= due)
        QTest.keyClick(panel.draft, letter)
        pressed = time.perf_counter()
        panel.draft.viewport().update()
        wait(lambda pressed=pressed: paints.last > pressed)
        seconds.append(paints.last - due)
        due = max(due, pressed) + (PAUSE if letter == "." else INTERVAL)
    return seconds


def _times(seconds: list[float]) -> str:
    return f"p50 {percentile(seconds, 0.5):.0f} ms, p99 {percentile(seconds, 0.99):.0f} ms"
