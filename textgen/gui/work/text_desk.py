"""The part of the workspace that concerns the text, and what all its parts need."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from textgen import paths
from textgen.engine.reports import Reading
from textgen.gui.parts import log
from textgen.gui.parts.memory import TEXTS, Memory
from textgen.gui.work import jobs
from textgen.gui.work.worker import Job, Worker

if TYPE_CHECKING:
    from textgen.engine.corpus import Corpus


class TextDesk(QObject):
    """The text, its reading, its vocabulary; what is remembered; where to go."""

    corpusChanged = Signal()
    vocabularyChanged = Signal(object)  # int, or None
    readingChanged = Signal()
    readingProgress = Signal(float)
    problem = Signal(str, object)  # the place ("text", "train", "write", "look", "file", "page") and the Problem
    recentChanged = Signal()
    placeWanted = Signal(str)  # "text", "train", "write" or "look"
    fileWanted = Signal(str)  # "text", "own text" or "model": a place asks that the person may choose one to open

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.memory = Memory()
        self.corpus: Corpus | None = None
        self.vocabulary: int | None = None  # most words to know; set_vocabulary() changes it
        self.reading: bool = False
        self.reading_name: str = ""
        self._reader: Worker | None = None
        self._stays = False  # what is read is of use in another place than Text

    # ---- going about ------------------------------------------------------------------------------------------------

    def go(self, place: str) -> None:
        """Ask the window to show a place: "text", "train", "write" or "look"."""
        self.placeWanted.emit(place)

    def choose(self, kind: str) -> None:
        """Ask the window to let the person choose a "text" or a "model" to open.

        "own text" is one that the model learnt from: the person stays where it was asked for.
        """
        self.fileWanted.emit(kind)

    def forget_recent(self) -> None:
        """Empty the lists of recent files."""
        self.memory.forget_recent()
        self.recentChanged.emit()

    # ---- the text ---------------------------------------------------------------------------------------------------

    def _read(self, path: str, stay: bool) -> None:
        self.cancel_reading()
        self._stays = stay
        self._reader = self._work(jobs.reading(path), self._reading_items, self._reading_failed)
        self._set_reading(Path(path).name)
        if Path(path).parent != paths.CORPORA:  # the program's own folder is no place for a person's files
            self.memory.keep_folder(path)
        if not stay:
            self.go("text")

    def cancel_reading(self) -> None:
        """Break off the reading; the earlier text, if any, stays."""
        if self._reader is not None:
            self._reader.abandon()
            self._reader = None
            self._set_reading("")

    def forget_text(self) -> None:
        """Put the text away, so that another can be chosen."""
        self.corpus = None
        self.corpusChanged.emit()

    def set_vocabulary(self, size: int | None) -> None:
        """Choose how many different words and marks the next model knows at most; None leaves it to the program."""
        if size != self.vocabulary:
            self.vocabulary = size
            self.vocabularyChanged.emit(size)

    @Slot(list)
    def _reading_items(self, reports: list[Reading]) -> None:
        self.readingProgress.emit(reports[-1].share)
        corpus = reports[-1].corpus
        if corpus is not None:
            self._reader = None
            self._set_corpus(corpus)

    def _set_corpus(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._set_reading("")
        self._recent(TEXTS, corpus.path)
        self.corpusChanged.emit()
        self.set_vocabulary(None)  # what was chosen for another text says nothing of this one

    @Slot(object)
    def _reading_failed(self, error: Exception) -> None:
        self._reader = None
        self._set_reading("")
        if self._stays:
            self.go("text")  # there it is said
        self._say("text", error)

    def _set_reading(self, name: str) -> None:
        self.reading, self.reading_name = bool(name), name
        self.readingChanged.emit()

    # ---- what all parts need ----------------------------------------------------------------------------------------

    def _work(self, job: Job, items: Callable, failed: Callable, done: Callable | None = None) -> Worker:
        worker = Worker(job)
        worker.items.connect(items)
        worker.failed.connect(failed)
        if done is not None:
            worker.done.connect(done)
        return worker.begin()

    def _say(self, place: str, error: Exception) -> None:
        self.problem.emit(place, log.as_problem(error))

    def _recent(self, kind: str, path: str) -> None:
        self.memory.add_recent(kind, path)
        self.recentChanged.emit()
