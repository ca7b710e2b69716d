"""Where a training begins: anew, or from the open model. Hidden while there is none."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.widgets import column, row
from textgen.gui.work.model_words import model_name
from textgen.gui.work.workspace import Workspace

LONGEST = 32  # letters of a model's name


class Beginning(QWidget):
    """Two segments and, beneath them, what the chosen one means."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.anew, self.go_on = self._segment(self.tr("Anew")), self._segment("")
        group = QButtonGroup(self)
        for button in (self.anew, self.go_on):
            group.addButton(button)
        self._sentence = style.label("", style.SMALL, "muted", wrap=True)
        title = style.label(self.tr("Where does it begin?"), style.LARGE, bold=True)
        whole = column(title, row(self.anew, self.go_on, None), self._sentence)
        whole.setContentsMargins(0, 0, 0, style.space(2))
        whole.setSpacing(style.space(1.25))
        self.setLayout(whole)
        self.go_on.toggled.connect(workspace.set_going_on)
        workspace.goingOnChanged.connect(self.update_facts)
        self.update_facts()

    @Slot()
    def update_facts(self) -> None:
        """Show what can be chosen, and what is."""
        checkpoint = self._workspace.checkpoint
        self.setVisible(checkpoint is not None)
        if checkpoint is not None:
            name = _short(model_name(self._workspace))
            self.go_on.setText(self.tr("Go on from “{name}”").format(name=name).replace("&", "&&"))
            with QSignalBlocker(self.go_on):
                (self.go_on if self._workspace.going_on else self.anew).setChecked(True)
            self._sentence.setText(self._meaning(checkpoint.source))

    def _meaning(self, source: str) -> str:
        if not self._workspace.going_on:
            return self.tr("A new network that has learned nothing yet.")
        corpus = self._workspace.corpus
        if corpus is None or corpus.name == source:
            return self.tr("The model as it is learns more from the same text, in smaller steps.")
        return self.tr(
            "The model as it is learns from “{name}”, in smaller steps. The words that it does not know yet are added."
        ).format(name=corpus.name)

    def _segment(self, text: str) -> QPushButton:
        segment = QPushButton(text)
        segment.setCheckable(True)
        segment.setProperty("role", "segment")
        return segment


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
