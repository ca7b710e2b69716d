"""The line under the page: a hint, a word that the model does not know, and what can be done with the whole text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, column, row
from textgen.gui.write.draft import Draft
from textgen.gui.write.unknown_note import UnknownNote
from textgen.gui.write.writer import MODE as FROM_ONE_WORD

HEIGHT = 7.5  # in steps of the grid: room for a sentence and a row of chips, always there, so that nothing moves
ROOMY = 70  # from this width on, in steps of the grid, the buttons carry words


class PageFoot(QWidget):
    """Keeps its height whatever it says."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self.hint = style.label(size=style.SMALL, role="muted", wrap=True)
        self.note = UnknownNote()
        self.copy = button("", draft.copy_all, "quiet", "copy")
        self.clear = button("", draft.clear_all, "quiet", "close")
        self.copy.setAccessibleName(self.tr("Copy all"))
        self.clear.setAccessibleName(self.tr("Clear"))
        self._said = QStackedWidget()
        self._lay_out()
        draft.edited.connect(self._on_text)
        self._on_text()

    def _lay_out(self) -> None:
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._said.addWidget(self.hint)
        self._said.addWidget(self.note)
        actions = column(row(self.copy, self.clear, gap=0.5), None)
        line = row(self._said, actions, gap=2)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFixedHeight(max(style.space(HEIGHT), self.note.fontMetrics().height() * 2 + style.space(3.5)))

    def say(self, mode: str, training: str, time: str) -> None:
        """Say, while there is no unknown word to speak of, what helps now; `time` is when the model was made."""
        self.hint.setText(self._hint(mode, training, time))

    def _hint(self, mode: str, training: str, time: str) -> str:
        if training in ("starting", "running", "stopping"):
            return self.tr("Writing with the snapshot of {time}; it gets better while you write.").format(time=time)
        if not self._draft.document().isEmpty():
            return ""
        if mode == FROM_ONE_WORD:
            return self.tr("Type a seed word at the right, and the model writes on from it.")
        return self.tr("Type the first words, or take one from the list: these often begin a text.")

    def show_word(self, unknown: object) -> None:
        """Speak of this UnknownWord; None: of no word."""
        self.note.show_word(unknown)
        self._said.setCurrentWidget(self.note if unknown else self.hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the buttons give up their words, so that the sentence has some."""
        super().resizeEvent(event)
        roomy = event.size().width() >= style.space(ROOMY)
        for action in (self.copy, self.clear):
            action.setText(action.accessibleName() if roomy else "")

    def _on_text(self) -> None:
        empty = self._draft.document().isEmpty()
        nothing = self.tr("The page is empty.")
        self.copy.setEnabled(not empty)
        self.copy.setToolTip(nothing if empty else self.tr("Copy the whole text"))
        self.clear.setEnabled(not empty)
        self.clear.setToolTip(nothing if empty else self.tr("Empty the page; Ctrl+Z brings the text back"))
