"""The page “Why this word”: what each word of the sentence did for the next one, and similar moments of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from textgen.engine.problem import Problem
from textgen.gui.look.candidates import Candidates
from textgen.gui.look.picture_frame import PictureFrame
from textgen.gui.look.reasons_picture import ReasonsPicture
from textgen.gui.look.similar_section import SimilarSection
from textgen.gui.parts import style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import column, frame, scrolled
from textgen.gui.work.reasons import Wanted
from textgen.gui.work.workspace import Workspace

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

SETTLED_MS = 60  # after the last key in the sentence


class WhyPage(QWidget):
    """Explains the likeliest next word until the person chooses another; that stays until the sentence changes."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._inside, self._reasons = workspace.inside, workspace.inside.reasons
        self._word: Wanted = None  # that was chosen
        self._asked: tuple[Checkpoint | None, str] = None, ""
        self.candidates, self.picture = Candidates(), ReasonsPicture()
        self.frame = PictureFrame(self.picture, self.tr("What each word did"), workspace.memory)
        self.similar = SimilarSection(workspace)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._lay_out()
        self._settled.timeout.connect(self._follow)
        self._inside.sentenceChanged.connect(self._settled.start)
        self._inside.modelChanged.connect(self._follow)
        self._reasons.changed.connect(self._show)
        self._reasons.failed.connect(self._on_failed)
        self.candidates.chosen.connect(self._ask)
        self.candidates.typed.connect(self._ask)
        self._show()

    def _lay_out(self) -> None:
        content = QWidget()
        body = column(self.candidates, self.frame, frame("line"), self.similar, None, gap=1.5)
        body.setContentsMargins(0, style.space(), style.space(1.5), style.space())
        content.setLayout(body)
        self.setLayout(column(scrolled(content)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Explain what is looked at now, once it is in sight."""
        checkpoint, sentence = self._inside.checkpoint, self._inside.sentence
        before, self_said = self._asked
        if not self.isVisible() or (checkpoint is before and sentence == self_said):
            return
        same_words = before is not None and checkpoint is not None and before.words == checkpoint.words
        if sentence != self_said or not same_words:
            self._word = None
        self._asked = checkpoint, sentence
        self._reasons.ask(checkpoint, sentence, self._word)

    @Slot(int)
    @Slot(str)
    def _ask(self, word: Wanted) -> None:
        checkpoint, sentence = self._asked
        if checkpoint is not None and sentence:
            self._word = word
            self._reasons.ask(checkpoint, sentence, word)

    @Slot()
    def _show(self) -> None:
        found = self._reasons.found
        self.picture.show_reasons(found)
        if found is not None:
            self.candidates.show_candidates(found.candidates, found.target.number)
        self.candidates.setVisible(found is not None)
        self.frame.setVisible(found is not None)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self._word = None
        self.candidates.say(say(problem))
