"""The controls of the third mode: a seed word, how many words to write, Write and Stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from textgen.engine.modes import MAX_LENGTH, MIN_LENGTH
from textgen.gui.parts import style
from textgen.gui.parts.widgets import button
from textgen.gui.parts.widgets import column as column_of
from textgen.gui.write.unknown_note import UnknownNote

LENGTH = 50


class OneWord(QWidget):
    """One seed word in, `length` words out."""

    write = Signal()
    stop = Signal()
    longer = Signal()
    shorter = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.spin = QSpinBox()
        self.write_button = QPushButton()
        self.stop_button = QPushButton(self.tr("Stop"))
        self.longer_button = button(self.tr("L&onger"), self.longer.emit, "plain")
        self.shorter_button = button(self.tr("Sho&rter"), self.shorter.emit, "plain")
        self.note = UnknownNote(
            anyway=self.tr("Write all the same"),
            otherwise=self.tr("Type the first letters of another to see those that it knows, or go on with this one:"),
        )
        self._prepare()
        self._lay_out()
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self.write_button.click)
        self.spin.valueChanged.connect(self.changed)
        self.write_button.clicked.connect(self.write)
        self.stop_button.clicked.connect(self.stop)
        self.set_state(writing=False, again=False)
        self.set_written(stands=False, shortens=False)

    @property
    def seed(self) -> str:
        """The seed word without the space around it."""
        return self.field.text().strip()

    @property
    def length(self) -> int:
        """How many words to write."""
        return self.spin.value()

    def set_state(self, *, writing: bool, again: bool) -> None:
        """`again`: the last text still stands there, and another one would take its place."""
        self._writing = writing
        focus = QApplication.focusWidget()
        if writing and focus is not None and self.isAncestorOf(focus):
            self.field.setFocus()  # the button that was pressed rests or goes now, and Qt would leave this mode
        self.write_button.setText(self._label(again))
        self.write_button.setEnabled(bool(self.seed) and not writing)
        self.write_button.setToolTip(self._why(again))
        self.stop_button.setEnabled(writing)
        self.stop_button.setToolTip(self.tr("Stop writing (Esc)") if writing else self.tr("Nothing is being written."))

    def set_written(self, *, stands: bool, shortens: bool) -> None:
        """`stands`: what was last written does; `shortens`: and there would be something left of it."""
        for part in (self.longer_button, self.shorter_button):
            part.setVisible(stands)
        self.longer_button.setEnabled(not self._writing)
        self.shorter_button.setEnabled(not self._writing and shortens)
        busy = self.tr("It is writing.")
        longer = self.tr("Write %Ln more words where it ends", "", self.length)
        shorter = self.tr("Take its last sentence back") if shortens else self.tr("It is too short for that.")
        self.longer_button.setToolTip(busy if self._writing else longer)
        self.shorter_button.setToolTip(busy if self._writing else shorter)

    def _label(self, again: bool) -> str:
        if self._writing:
            return self.tr("Writing…")
        return self.tr("&Again") if again else self.tr("&Write")

    def _why(self, again: bool) -> str:
        if self._writing:
            return self.tr("It is writing.")
        if not self.seed:
            return self.tr("Type a seed word first.")
        return self.tr("Write it anew; Ctrl+Z brings this one back") if again else self.tr("Write from the seed word")

    def _prepare(self) -> None:
        self.field.setPlaceholderText(self.tr("a word to begin with"))
        self.field.setAccessibleName(self.tr("Seed word"))
        self.field.setClearButtonEnabled(True)
        for control in (self.slider, self.spin):
            control.setRange(MIN_LENGTH, MAX_LENGTH)
            control.setValue(LENGTH)
            control.setToolTip(
                self.tr("How many words to write, from {low} to {high}").format(low=MIN_LENGTH, high=MAX_LENGTH)
            )
            control.setAccessibleName(self.tr("Length in words"))
        self.slider.setPageStep(25)
        self.slider.valueChanged.connect(self.spin.setValue)
        self.spin.valueChanged.connect(self.slider.setValue)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.write_button.setProperty("role", "primary")
        self.stop_button.setProperty("role", "plain")
        self.stop_button.setShortcut(QKeySequence(Qt.Key.Key_Escape))

    def _lay_out(self) -> None:
        length = QHBoxLayout()
        length.addWidget(self.slider, 1)
        length.addWidget(self.spin)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(style.space())
        form.addRow(_label(self.tr("&Seed word"), self.field), self.field)
        form.addRow(_label(self.tr("&Length in words"), self.spin), length)
        buttons = QHBoxLayout()
        buttons.addWidget(self.write_button, 1)
        buttons.addWidget(self.stop_button)
        further = QHBoxLayout()
        further.addWidget(self.longer_button, 1)
        further.addWidget(self.shorter_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(style.space(0.5), 0, style.space(), 0)
        column.setSpacing(style.space(2))
        column.addLayout(form)
        column.addLayout(column_of(buttons, further))
        column.addWidget(self.note)
        column.addStretch(1)

    @Slot()
    def _on_text(self) -> None:
        self.note.show_word(None)
        self.changed.emit()


def _label(text: str, buddy: QWidget) -> QLabel:
    result = QLabel(text)
    result.setFont(style.font())
    result.setBuddy(buddy)
    return result
