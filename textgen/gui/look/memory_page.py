"""The page “How far back”: what the next word depends on, in the sentence and over a text."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from textgen.engine.problem import Problem
from textgen.gui.look.glossary import signs
from textgen.gui.look.memory_curve import MemoryCurvePicture
from textgen.gui.look.picture_frame import PictureFrame
from textgen.gui.look.sentence_memory import SentenceMemory
from textgen.gui.look.swap_picture import SwapPicture
from textgen.gui.parts import figures, style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Notice, SideBySide, button, column, row, scrolled
from textgen.gui.work.workspace import Workspace

AFTER_MS = 150  # after the last key
WIDE = 110  # steps of the grid from which the lower two pictures stand beside each other


class MemoryPage(QWidget):
    """Asks for what it shows only while it is in sight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._inside = workspace, workspace.inside
        self.sentence, self.swap, self.curve = SentenceMemory(), SwapPicture(), MemoryCurvePicture()
        self.empty = style.label(self.tr("Type a sentence above."), role="muted")
        self.earlier = style.label(size=style.SMALL, role="muted", wrap=True)
        self.other = button(self.tr("Next swap"), self._next, "quiet", tip=self.tr("Put another word in its place"))
        self.state = style.label(size=style.SMALL, role="muted", wrap=True)
        self.legend = style.label(
            self.tr("Bar: the mean over other words in its place. Line: from the one that moves the least to the one that moves the most."),
            style.SMALL, "muted", wrap=True,
        )  # fmt: skip
        self.signs = style.label(size=style.SMALL, role="muted", wrap=True)
        self.measure = button(self.tr("Stop"), self._press)
        self.choose = button(self.tr("Choose a text…"), lambda: workspace.choose("text"))
        self.notice = Notice()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._lay_out()
        self._connect()
        self._show_sentence()
        self._show_curve()

    def _lay_out(self) -> None:
        memory = self._workspace.memory
        self._top = PictureFrame(self.sentence, self.tr("What the next word depends on"), memory)
        self._left = PictureFrame(self.swap, self.tr("One swap"), memory, self.other)
        self._right = PictureFrame(self.curve, self.tr("How far back the model remembers"), memory)
        line = row(self.state, self.measure, self.choose)
        line.setStretch(0, 1)
        left, right = QWidget(), QWidget()
        left.setLayout(column(self._left, self.signs, None))
        right.setLayout(column(self._right, line, None))
        below = SideBySide(left, right, style.space(WIDE))
        whole = column(self.notice, self.empty, column(self._top, self.legend, self.earlier), below, None, gap=1.5)
        whole.setContentsMargins(0, 0, style.space(), 0)
        content = QWidget()
        content.setLayout(whole)
        self.setLayout(column(scrolled(content)))

    def _connect(self) -> None:
        inside = self._inside
        self._soon.timeout.connect(self._ask)
        self.sentence.chosen.connect(self._on_chosen)
        self.swap.changed.connect(self._show_swap)
        inside.sentenceChanged.connect(self._soon.start)
        inside.modelChanged.connect(self._soon.start)
        self._workspace.corpusChanged.connect(self._soon.start)
        self._workspace.trainingChanged.connect(self._show_curve)
        inside.remembering.changed.connect(self._show_sentence)
        inside.model_memory.changed.connect(self._show_curve)
        for part in (inside.remembering, inside.model_memory):
            part.failed.connect(self._fail)

    # ---- asking

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self._inside.remembering.stop()

    @Slot()
    def _ask(self) -> None:
        if not self.isVisible():
            return
        self._inside.remembering.ask(self._inside.checkpoint, self._inside.sentence)
        self._follow_text()

    def _follow_text(self) -> None:
        """Another model or text is measured at once; of a training's snapshots the first, and others when asked for."""
        checkpoint, corpus, measured = self._inside.checkpoint, self._workspace.corpus, self._inside.model_memory
        if checkpoint is None or corpus is None:
            measured.forget()
        elif not measured.of(checkpoint, corpus) and (
            self._workspace.training == "idle" or (measured.curve is None and not measured.busy)
        ):
            measured.measure(checkpoint, corpus)
        self._show_curve()

    def _press(self) -> None:
        measured = self._inside.model_memory
        if measured.busy:
            measured.stop()
        elif self._inside.checkpoint is not None and self._workspace.corpus is not None:
            measured.measure(self._inside.checkpoint, self._workspace.corpus)

    @Slot(object)
    def _fail(self, problem: Problem) -> None:
        self.notice.say(say(problem))

    # ---- the sentence

    @Slot()
    def _show_sentence(self) -> None:
        found = self._inside.remembering.found
        there = found is not None and bool(found.places)
        if found is not self.sentence.found or not there:
            self.sentence.show_found(found)
        self.empty.setVisible(not there and not self._inside.sentence)
        for part in (self._top, self.legend):
            part.setVisible(there)
        self._left.setVisible(there)
        earlier = found.earlier if found else 0
        self.earlier.setText(self.tr("%Ln earlier words are read and not swapped.", "", earlier))
        self.earlier.setVisible(earlier > 0)

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        found = self.sentence.found
        self.swap.show_place(found.places[at] if found and at >= 0 else None)

    def _next(self) -> None:
        swaps = self.swap.place.swaps if self.swap.place else ()
        self.swap.choose((self.swap.at + 1) % max(1, len(swaps)))

    @Slot()
    def _show_swap(self) -> None:
        count = len(self.swap.place.swaps) if self.swap.place else 0
        told = self.tr("Swap {n} of {all}").format(n=self.swap.at + 1, all=count)
        self.other.setText(told)
        self.other.setEnabled(count > 1)
        self.signs.setText(signs(word.word for word in self.swap.swap.next_words) if self.swap.swap else "")
        self.signs.setVisible(bool(self.signs.text()))

    # ---- the model

    @Slot()
    def _show_curve(self) -> None:
        measured, text = self._inside.model_memory, self._workspace.corpus
        if measured.curve is not self.curve.curve:
            self.curve.show_curve(measured.curve)
        self._right.keep_place(text is not None)
        self.state.setText(self._state())
        self.choose.setVisible(text is None)
        again = not measured.complete or not measured.of(self._inside.checkpoint, text)
        self.measure.setVisible(text is not None and (measured.busy or again))
        self.measure.setText(self.tr("Stop") if measured.busy else self.tr("Measure again"))
        tip = (
            self.tr("Go no further; what is shown stays")
            if measured.busy
            else self.tr("Measure the model as it is now")
        )
        self.measure.setToolTip(tip)

    def _state(self) -> str:
        """What is measured on, and how far that is."""
        measured = self._inside.model_memory
        if self._workspace.corpus is None:
            return self.tr("Open a text to measure this: best the one that the model learnt from.")
        if measured.curve is None:
            return self.tr("Measuring…") if measured.busy else self.tr("There is nothing to measure in this text.")
        done, of = (figures.number(n) for n in (measured.curve.passages, measured.curve.of))
        passages = self.tr("{done} of {all} passages; the band holds the mean in 95 of 100 such samples (bootstrap).")
        told = [self._where().format(name=measured.source), passages.format(done=done, all=of)]
        if not measured.of(self._inside.checkpoint, self._workspace.corpus):
            told.append(self.tr("Measured on an earlier snapshot of this training."))
        return " ".join(told)

    def _where(self) -> str:
        if self._inside.model_memory.all_learnt:
            return self.tr("On a part of “{name}”, from all of which this model has learnt: another text was held out in training. Open that one to measure on words that it has not seen.")  # fmt: skip
        return {
            "own": self.tr("On the part of “{name}” that was held out in training."),
            "other": self.tr("On “{name}”, which this model did not learn from."),
            "unsure": self.tr("On a part of “{name}”; this model does not say which text it learnt from."),
        }[self._inside.model_memory.match]
