"""The words that may come next, to choose one of them or to type another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from textgen.gui.look.reasons_words import percent
from textgen.gui.parts import style
from textgen.gui.parts.flow import FlowLayout
from textgen.gui.parts.widgets import column, row

if TYPE_CHECKING:
    from textgen.engine.contributions import Candidate

WIDE = 16  # steps of the grid that a word takes


class Candidates(QWidget):
    """A row of words with their probabilities, the one that is explained pressed, and a field for any other."""

    chosen = Signal(int)  # the number of a word
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Another word"))
        self.field.setAccessibleName(self.tr("Another word that may come next"))
        self.field.setToolTip(self.tr("Any word that the model knows; then press Enter"))
        self.field.setMaximumWidth(style.space(24))
        self.fault = style.label(role="bad", wrap=True)
        self.buttons: list[QPushButton] = []
        self._candidates: tuple[Candidate, ...] = ()
        self._choices = QWidget()
        self._flow = FlowLayout(style.space(WIDE), style.space())
        self._choices.setLayout(self._flow)
        ask = row(style.label(self.tr("Why would this come next?")), None, self.field)
        self.setLayout(column(ask, self._choices, self.fault))
        self.fault.hide()
        self.field.returnPressed.connect(self._on_typed)

    def show_candidates(self, candidates: tuple[Candidate, ...], target: int) -> None:
        """Show these, and that the word with the number `target` is explained."""
        self._candidates = candidates
        while len(self.buttons) < len(candidates):
            self._add()
        for button, one in zip(self.buttons, candidates, strict=False):
            button.setText(f"{one.word}  {percent(one.probability)}".replace("&", "&&"))
            button.setToolTip(self.tr("Explain “{word}”").format(word=one.word))
            button.setChecked(one.number == target)
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(candidates))
        self.say("")

    def say(self, fault: str) -> None:
        """What is wrong with the word that was typed; nothing, if it is empty."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def _add(self) -> None:
        button, at = QPushButton(), len(self.buttons)
        button.setProperty("role", "segment")
        button.setProperty("tight", True)
        button.setCheckable(True)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self._on_clicked(at))
        self.buttons.append(button)
        self._flow.addWidget(button)

    def _on_clicked(self, at: int) -> None:
        self.buttons[at].setChecked(True)
        self.field.clear()
        self.chosen.emit(self._candidates[at].number)

    @Slot()
    def _on_typed(self) -> None:
        if self.field.text().strip():
            self.typed.emit(self.field.text())
