"""Keeps the place “Write” as it is, a second after every change and from one start of the program to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from textgen.engine.problem import Problem
from textgen.gui.parts import log
from textgen.gui.parts.memory import Memory
from textgen.gui.parts.mode_bar import ModeBar
from textgen.gui.work.piece import GENERATED
from textgen.gui.work.worker import Worker
from textgen.gui.write import page_file
from textgen.gui.write.draft import Draft
from textgen.gui.write.one_word import OneWord
from textgen.gui.write.page_file import Page

KEEP_MS = 1000  # after a change, whatever comes in the meantime: what a crash may cost
LONGEST_MS = 2000  # that leaving the place waits for a disk


class KeptPage(QObject):
    """The page is copied here, which takes milliseconds even for a book, and written in a thread."""

    failed = Signal(object)  # Problem

    def __init__(self, parent: QWidget, memory: Memory, draft: Draft, modes: ModeBar, one_word: OneWord) -> None:
        super().__init__(parent)
        self._memory, self._draft, self._modes, self._one_word = memory, draft, modes, one_word
        self._worker: Worker | None = None
        self._changed = self._told = False
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(self._write)
        self._recall()
        for signal in (draft.edited, draft.forksChanged, one_word.changed, modes.chosen):
            signal.connect(self._on_change)

    # ---- at the start

    def _recall(self) -> None:
        try:
            page = page_file.load()
        except Problem as problem:
            page, fault = Page(), problem
            QTimer.singleShot(0, self, lambda: self.failed.emit(fault))  # nobody listens yet
        self._show(page or _from_settings(self._memory.writing()))
        if page is None and self._memory.writing():
            self._changed = True
            if self.keep():
                self._memory.forget_writing()

    def _show(self, page: Page) -> None:
        self._draft.set_text(page.text, page.spans, page.forks)
        self._one_word.field.setText(page.seed)
        if page.length:
            self._one_word.spin.setValue(page.length)
        self._modes.choose(page.mode)

    # ---- while one writes

    @Slot()
    def _on_change(self) -> None:
        self._changed = True
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _write(self) -> None:
        if self._worker is not None:  # a slow disk: when it is done
            self._timer.start()
            return
        self._changed = False
        self._worker = Worker(page_file.saving(self._page()))
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self._on_failed)
        self._worker.begin()

    @Slot()
    def _on_done(self) -> None:
        self._worker, self._told = None, False

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """It is said once, and tried again with the next change."""
        self._worker, self._changed = None, True
        if not self._told:
            self._told = True
            self.failed.emit(log.as_problem(error))

    def keep(self) -> bool:
        """Keep everything as it is now, before this returns. False if it cannot be kept."""
        self._timer.stop()
        if self._worker is not None and not self._worker.end(LONGEST_MS):
            return False
        if self._changed:
            try:
                page_file.save(self._page())
            except Problem as problem:
                self._on_failed(problem)
                return False
            self._changed = False
        return True

    def _page(self) -> Page:
        draft = self._draft
        place = (self._modes.mode, self._one_word.seed, self._one_word.length)
        return Page(draft.text(), draft.spans(), draft.forks, *place)


def _from_settings(kept: dict[str, object]) -> Page:
    """The page as it was kept in the settings up to version 0.1: anything may stand there, and kinds do not."""
    text, mode, seed = (_text(kept.get(name)) for name in ("text", "mode", "seed"))
    length, pairs = kept.get("length"), kept.get("spans")
    spans = [(p[0], p[1], GENERATED) for p in pairs if _pair(p)] if isinstance(pairs, list) else []
    return Page(text, tuple(spans), (), mode, seed, length if isinstance(length, int) else 0)


def _text(kept: object) -> str:
    return kept if isinstance(kept, str) else ""


def _pair(kept: object) -> bool:
    """Whether it is two whole numbers of which a span can be made."""
    return isinstance(kept, list) and len(kept) == 2 and all(isinstance(n, int) and n >= 0 for n in kept)
