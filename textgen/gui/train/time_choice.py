"""The one question before a training: how long have you got?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textgen.engine.problem import noop
from textgen.gui.parts import style
from textgen.gui.parts.memory import FIRST_MINUTES

# minutes (0: no limit), the words on the button, and what to expect
CHOICES: dict[float, tuple[str, str]] = {
    2.0: (
        noop("TimeChoice", "2 minutes"),
        noop("TimeChoice", "Enough for a first impression, and for a small text to become readable."),
    ),
    10.0: (noop("TimeChoice", "10 minutes"), noop("TimeChoice", "A good model of a book.")),
    60.0: (noop("TimeChoice", "60 minutes"), noop("TimeChoice", "For long texts and larger networks.")),
    0.0: (
        noop("TimeChoice", "Until it stops improving"),
        noop("TimeChoice", "It ends by itself: minutes for a small text, perhaps hours for a long one."),
    ),
}


class TimeChoice(QWidget):
    """Four segments and, beneath them, a sentence on the chosen one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._sentence = style.label("", style.SMALL, "muted")
        self.buttons: dict[float, QPushButton] = {}
        line = QHBoxLayout()
        line.setSpacing(style.space())
        for minutes, (name, sentence) in CHOICES.items():
            button = QPushButton(QCoreApplication.translate("TimeChoice", name))
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setToolTip(QCoreApplication.translate("TimeChoice", sentence))
            self._group.addButton(button)
            self.buttons[minutes] = button
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space())
        column.addLayout(line)
        column.addWidget(self._sentence)
        self._group.buttonToggled.connect(self._on_toggled)
        self.set_value(FIRST_MINUTES)

    def value(self) -> float:
        """The chosen minutes; 0 means until it stops improving."""
        return next(minutes for minutes, button in self.buttons.items() if button.isChecked())

    def set_value(self, minutes: float) -> None:
        """Choose `minutes`, or the first choice if there is no such segment."""
        self.buttons[minutes if minutes in self.buttons else FIRST_MINUTES].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._sentence.setText(button.toolTip())
            self.changed.emit()
