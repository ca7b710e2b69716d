"""One setting as a row of a form: its label and control, its help, and who chooses its value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from textgen.engine.settings import Setting
from textgen.gui.parts import figures, style
from textgen.gui.parts.form_controls import ChoiceBox, FractionBox, TextBox, WholeBox
from textgen.gui.parts.text import choice_text, setting_text


class Row(QWidget):
    """One setting: its label and control side by side if they fit into `room`, its help beneath.

    Where it may be `automatic`, it is until the person chooses a value; its own value is the default then.
    """

    changed = Signal()

    def __init__(self, about: Setting, default: Any, marked_label: str, room: int, automatic: bool = False) -> None:
        super().__init__()
        self.default = default
        self.control = _control(about, default, self.tr("Automatic") if automatic else "")
        self._automatic, self._held, self._kept = automatic, False, None
        self._help = setting_text(about.help)
        self._remark = style.label(size=style.SMALL, wrap=True)
        self._lay_out(marked_label, room)
        self._explain(about)
        signal = self.control.currentIndexChanged if isinstance(self.control, ChoiceBox) else self.control.valueChanged
        signal.connect(self._on_value)

    def value(self) -> Any:
        chosen = self._kept if self._held else self._chosen()
        return self.default if chosen is None else chosen

    def set_value(self, value: Any) -> None:
        """Choose `value`; None leaves it to the program."""
        if self._held:
            self._kept = value
        else:
            self._show(value)

    def is_default(self) -> bool:
        return not self.is_fixed() if self._automatic else self.value() == self.default

    def is_fixed(self) -> bool:
        """Whether the person has chosen a value, where that may be left to the program."""
        return self._automatic and (self._kept if self._held else self._chosen()) is not None

    def reset(self) -> None:
        """Leave it to the program or, where that cannot be, choose the default."""
        self.set_value(None if self._automatic else self.default)

    def hold(self, value: Any, reason: str) -> None:
        """Show `value` and let nobody change it, for this `reason`; what was chosen comes back with `release`."""
        if not self._held:
            self._kept, self._held = self._chosen(), True
        with QSignalBlocker(self):
            self._show(value)
        self.control.setEnabled(False)
        self.control.setToolTip(reason)

    def release(self) -> None:
        """Let the person choose again."""
        if self._held:
            self._held = False
            with QSignalBlocker(self):
                self._show(self._kept)
            self.control.setEnabled(True)
            self.control.setToolTip(self._tip)

    def remark(self, text: str) -> None:
        """Say something about the value, beneath the help; "" for nothing."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def _chosen(self) -> Any:
        """What stands in the control; None where the choice is left to the program."""
        if isinstance(self.control, ChoiceBox):
            chosen = self.control.currentData()
            return None if self._automatic and chosen == self.default else chosen
        return None if self.control.is_automatic() else self.control.value()

    def _show(self, value: Any) -> None:
        if isinstance(self.control, ChoiceBox):
            self.control.setCurrentIndex(self.control.findData(self.default if value is None else value))
        elif value is None:
            self.control.set_automatic()
        else:
            self.control.setValue(value)

    def _lay_out(self, marked_label: str, room: int) -> None:
        label = QLabel(marked_label)
        label.setFont(style.font())
        label.setBuddy(self.control)
        label.setMinimumWidth(label.sizeHint().width() + style.space(0.5))  # measured with a kerning that “&” breaks
        line = QHBoxLayout()
        line.setSpacing(style.space())
        line.addWidget(label)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space(0.5))
        column.addLayout(line)
        control = max(self.control.sizeHint().width(), self.control.minimumWidth())
        words = isinstance(self.control, TextBox)
        beside = not words and label.minimumWidth() + line.spacing() + control <= room
        whole = words or isinstance(self.control, ChoiceBox)  # a number needs no more room than beside its label
        if beside:
            line.addWidget(self.control)
        else:
            column.addWidget(self.control, 0, Qt.AlignmentFlag(0) if whole else Qt.AlignmentFlag.AlignRight)
        column.addWidget(style.label(self._help, style.SMALL, "muted", wrap=True))
        column.addWidget(self._remark)
        self._remark.hide()
        column.addStretch(1)

    def _explain(self, about: Setting) -> None:
        tip = self._help
        if about.low is not None and about.high is not None:
            low, high = (figures.shortest(edge) for edge in (about.low, about.high))
            span = self.tr("From {low} to {high}.").format(low=low, high=high)
            tip = f"{tip}\n{span}"
            if self._automatic:
                empty = self.tr("Empty the box to leave it to the program.")
                tip = f"{tip} {empty}"
        self._tip = tip
        self.control.setToolTip(tip)
        self.control.setAccessibleName(setting_text(about.label))
        self.control.setAccessibleDescription(tip)

    @Slot()
    def _on_value(self) -> None:
        self.changed.emit()


def _control(about: Setting, default: Any, automatic: str) -> ChoiceBox | TextBox | WholeBox | FractionBox:
    if about.choices:
        box = ChoiceBox(about.choices, map(choice_text, about.choices))
        box.setCurrentIndex(about.choices.index(default))
        return box
    if isinstance(default, str):
        return TextBox(default)
    return WholeBox(about, default, automatic) if isinstance(default, int) else FractionBox(about, default, automatic)
