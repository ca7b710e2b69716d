"""Shades the text in the place “Write” by how surprising it is to the model, while the page “Surprise” is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor

from textgen.gui.parts.text import choice_text, say
from textgen.gui.work.measured import Measured
from textgen.gui.work.measurement import Question
from textgen.gui.work.piece import at
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.more_sampling import ALONE, WITHOUT_NGRAMS
from textgen.gui.write.shades import Shades
from textgen.gui.write.write_desk import WriteDesk

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.problem import Problem

NAME = "surprise"  # of the page
AFTER_MS = 400  # after the last change of the text
REST_MS = 5000  # at least, between two measurements of a training's snapshots


class Measurer(QObject):
    """Stands between the page “Surprise”, the text and the workspace that measures it."""

    def __init__(self, workspace: Workspace, desk: WriteDesk) -> None:
        super().__init__(desk)
        self._workspace, self._desk, self._page = workspace, desk, desk.surprise
        self._measurement = workspace.measurement
        self.shades = Shades(desk.draft)
        self._answered: Question | None = None  # what is shown now, and was asked before
        self._found: Measured | None = None
        self._passages: list[QTextCursor] = []  # they move with the text
        self._empty = True  # there was nothing to measure when it was looked at last
        self._halted = False  # the person has stopped it, or it has failed
        self._settled = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._rest = QTimer(self, singleShot=True)
        self._connect()

    def _connect(self) -> None:
        self._settled.timeout.connect(self._ask)
        self._rest.timeout.connect(self._ask)
        self._desk.side.shown.connect(self._on_page)
        self._desk.draft.edited.connect(self._on_edit)
        self._desk.sampling.changed.connect(self._ask)
        self._desk.modes.chosen.connect(self._settled.start)  # once the settings of that mode are there
        self._desk.installEventFilter(self)
        self._page.pressed.connect(self._on_press)
        self._page.wanted.connect(self._go)
        self._workspace.modelChanged.connect(self._on_model)
        self._measurement.changed.connect(self._show)
        self._measurement.measured.connect(self._on_measured)
        self._measurement.failed.connect(self._on_failed)

    @property
    def active(self) -> bool:
        """Whether the text is to be shaded now."""
        return self._desk.side.current == NAME and self._desk.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the place stops the work; coming back begins it."""
        if event.type() == QEvent.Type.Hide:
            self._measurement.stop()
        elif event.type() == QEvent.Type.Show:
            self._settled.start()
        return False

    # ---- asking

    def _question(self) -> Question | None:
        """What is to be measured now; None where there is nothing."""
        checkpoint, text = self._workspace.checkpoint, self._desk.draft.text()
        if checkpoint is None or not text.strip():
            return None
        return Question(checkpoint, text, _mix(checkpoint, self._desk.sampling.config.mix))

    @Slot()
    def _ask(self) -> None:
        """Measure, where that has not been done."""
        if not self.active:
            return
        question = self._question()
        self._empty = question is None
        if question is None:
            self._measurement.stop()
        elif not self._halted and not any(question.same(one) for one in (self._answered, self._measurement.question)):
            self._measurement.ask(question)
        self._show()

    # ---- what happens

    @Slot(str)
    def _on_page(self, name: str) -> None:
        self._halted = False
        self._desk.draft.on_tints(name == NAME)
        if name == NAME:
            self._ask()
            self._shade()
        else:
            self._settled.stop()
            self._measurement.stop()
            self.shades.clear()

    @Slot()
    def _on_edit(self) -> None:
        self._measurement.stop()
        if self.active:
            self._settled.start()
            if self.shades.blank:  # it is another text
                self._page.show_measured(None)
            self._show()

    @Slot()
    def _on_model(self) -> None:
        """Another model is measured with at once, but one snapshot after another only now and then."""
        checkpoint = self._workspace.checkpoint
        if self._answered is not None and self._answered.checkpoint is checkpoint:
            return
        self._answered = None  # what a model weighs shall not stay
        if self._workspace.training == "idle" or not (self._measurement.busy or self._rest.isActive()):
            self._ask()

    @Slot()
    def _on_press(self) -> None:
        self._halted = self._measurement.busy
        self._measurement.stop()
        self._ask()

    @Slot(object)
    def _on_measured(self, found: Measured) -> None:
        self._answered, self._found = self._measurement.question, found
        self._rest.start(max(REST_MS, round(1000 * self._measurement.seconds)))
        document = self._desk.draft.document()
        self._passages = [at(document, one.start + one.length, one.start) for one in (*found.least, *found.most)]
        self._page.show_measured(found)
        self._shade()

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self._halted = True
        self._show()
        self._desk.notice.say(say(problem), self.tr("Try again"), self._on_press)

    @Slot(int)
    def _go(self, number: int) -> None:
        """Select a passage in the text; the keyboard stays in the list, so that no key replaces the passage."""
        passage, draft = self._passages[number], self._desk.draft
        draft.setTextCursor(at(draft.document(), passage.selectionStart()))
        draft.setTextCursor(passage)

    # ---- what is shown

    def _shade(self) -> None:
        """What is known of the text as it is now."""
        if self.active and self._found and self._answered and self._answered.text == self._desk.draft.text():
            self.shades.show_bits(self._found.bits)

    @Slot()
    def _show(self) -> None:
        if not self.active:
            return
        self._page.show_empty(self._empty)
        if self._empty:
            self._found = self._answered = None
            self._page.show_measured(None)
        elif self._measurement.busy or self._settled.isActive():
            self._page.show_busy(self._measurement.share, self._measurement.seconds)
        elif self._halted:
            self._page.show_stopped()
        else:
            self._page.show_done(choice_text(_mix(self._workspace.checkpoint, self._desk.sampling.config.mix)))


def _mix(checkpoint: Checkpoint, wanted: str) -> str:
    """What of this model predicts, where that is wanted."""
    if checkpoint.mixture is None:
        return ALONE
    return wanted if checkpoint.ngrams is not None else WITHOUT_NGRAMS[wanted]
