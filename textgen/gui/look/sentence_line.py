"""The sentence that all pages of the place Look inside look at."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, row
from textgen.gui.work.inside import Inside


class SentenceLine(QWidget):
    """A field to type it in, and a button that takes it from the page."""

    def __init__(self, inside: Inside) -> None:
        super().__init__()
        self._inside = inside
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a sentence"))
        self.field.setAccessibleName(self.tr("Sentence to look at"))
        self.field.setFont(style.font())
        self.take = button(
            self.tr("From the page"), self._take, "quiet", tip=self.tr("Take the sentence at the cursor in “Write”")
        )
        line = row(style.label(self.tr("Sentence"), role="muted"), self.field, self.take)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.field.textEdited.connect(inside.say)
        inside.sentenceChanged.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        """What is being typed stays as it is typed."""
        if " ".join(self.field.text().split()) != self._inside.sentence and not self.field.hasFocus():
            self.field.setText(self._inside.sentence)

    def _take(self) -> None:
        if written := self._inside.written():
            self._inside.say(written)
            self.field.setText(self._inside.sentence)
