"""The course of six lessons: which one is open, which are done, and the way to what each speaks of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from textgen.gui.parts.memory import Memory
from textgen.gui.work import examples
from textgen.gui.work.inside import Inside
from textgen.gui.work.lessons import LESSONS, Lesson, View


class Course(QObject):
    """At most one lesson is open; it stays while the pages beside it change."""

    changed = Signal()
    pageWanted = Signal(str)  # the name of a page of the place Look inside
    blockWanted = Signal(str)  # of the microscope

    def __init__(self, inside: Inside, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inside, self._memory = inside, memory
        self.number: int | None = None  # of the open lesson, from 0
        self.done = memory.lessons()

    @property
    def lesson(self) -> Lesson | None:
        """The open one."""
        return None if self.number is None else LESSONS[self.number]

    def open(self, number: int | None) -> None:
        """Open a lesson, or none."""
        self.number = number
        self.changed.emit()

    def back(self) -> None:
        """To the lesson before."""
        if self.number:
            self.open(self.number - 1)

    def go_on(self) -> None:
        """The open lesson is done; to the next one, or back to them all."""
        if self.number is None:
            return
        self.done |= {LESSONS[self.number].name}
        self._memory.keep_lessons(self.done)
        last = self.number == len(LESSONS) - 1
        self.open(None if last else self.number + 1)
        if last:
            self.pageWanted.emit("lessons")

    def show(self, view: View) -> None:
        """Bring the page with the example that the lesson speaks of."""
        if view.cell:
            examples.show(self._inside, view.cell, QCoreApplication.translate("Lesson", view.sentence))
        self._bring(view)

    def show_own(self, view: View) -> None:
        """The same page with the person's own model, and a sentence that it knows."""
        if self._inside.example is not None:
            self._inside.leave_example()
            self._inside.say("")
            self._inside.begin()
        self._bring(view)

    def _bring(self, view: View) -> None:
        self.pageWanted.emit(view.page)
        if view.block:
            self.blockWanted.emit(view.block)
