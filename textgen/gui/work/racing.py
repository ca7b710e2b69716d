"""The race of the three cells, in the background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from textgen.engine import corpus as corpora
from textgen.engine.laps import Event, Lap, Pace, Started
from textgen.engine.reports import Reading
from textgen.gui.work import warmup
from textgen.gui.work.one_job import OneJob
from textgen.gui.work.worker import Job, Stopped, give_way

if TYPE_CHECKING:
    from textgen.engine.corpus import Corpus


class Racing(OneJob):
    """One race at a time; what it has brought stays until the next one begins, stopped or not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name: str = ""  # of the text
        self.started: Started | None = None
        self.laps: tuple[Lap, ...] = ()
        self.pace: Pace | None = None

    def start(self, text: Corpus | str, name: str, minutes: float) -> None:
        """Race on a text, or on the file at this path, for so many minutes."""
        self._abandon()
        self.name, self.started, self.laps, self.pace = name, None, (), None
        self._begin(racing(text, minutes), self._on_events)
        self.changed.emit()

    @Slot(list)
    def _on_events(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, Lap):
                self.laps = (*self.laps, event)
            elif isinstance(event, Started):
                self.started = event
            else:
                self.pace = event
        self.changed.emit()


def racing(text: Corpus | str, minutes: float) -> Job:
    """Yields the events of a race; a path is read first."""

    def job(stopped: Stopped) -> Iterator[Event]:
        give_way()
        reports = corpora.read(text) if isinstance(text, str) else iter([Reading(1.0, text)])
        corpus = None
        for report in reports:
            corpus = report.corpus
            if stopped():
                return
        warmup.load_torch()
        from textgen.engine.race import Race

        for event in Race(corpus, minutes):
            if stopped():
                return
            yield event

    return job
