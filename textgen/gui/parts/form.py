"""Turns the settings of a config into a form: for each field a control, its label, its help and its range."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from textgen.engine.settings import from_mapping, settings_of
from textgen.gui.parts import style
from textgen.gui.parts.form_row import Row
from textgen.gui.parts.text import plain_letter, setting_text

COLUMN = 272  # the narrowest column that a label, a control and a sentence of help read well in
MOST_COLUMNS = 3
ROOM = 40  # steps of the grid that a label and its control may take side by side


def mnemonics(labels: Iterable[str], taken: str = "") -> list[str]:
    """The labels with “&” before the first plain letter that no other label and nothing in `taken` uses.

    >>> mnemonics(["Units", "Unit"], taken="n")
    ['&Units', 'Un&it']
    """
    used = set(taken.casefold())
    marked = []
    for text in labels:
        place = next(
            (i for i, letter in enumerate(text.casefold()) if plain_letter(letter) and letter not in used), None
        )
        if place is None:
            marked.append(text)
        else:
            used.add(text[place].casefold())
            marked.append(f"{text[:place]}&{text[place:]}")
    return marked


class Form(QWidget):
    """Controls for the `fields` of the config class `kind`, in that order; as many columns as fit.

    `taken` holds letters that the labels' mnemonics should leave to others; `letters` are those that they use.
    Those in `automatic` are left to the program until the person chooses a value. A label and its control that need
    more than `room`, in steps of the grid, stand below each other.
    """

    changed = Signal()

    def __init__(
        self,
        kind: type,
        fields: Iterable[str],
        *,
        taken: str = "",
        resettable: bool = True,
        automatic: Collection[str] = (),
        room: int = ROOM,
    ) -> None:
        super().__init__()
        self._kind = kind
        about = settings_of(kind)
        defaults = {field.name: field.default for field in dataclasses.fields(kind)}
        names = list(fields)
        labels = mnemonics((setting_text(about[name].label) for name in names), taken)
        self.letters = "".join(label[label.index("&") + 1] for label in labels if "&" in label).casefold()
        self.rows = {
            name: Row(about[name], defaults[name], label, style.space(room), name in automatic)
            for name, label in zip(names, labels, strict=True)
        }
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(style.space(4))
        self._grid.setVerticalSpacing(style.space(2))
        self._lay_out(resettable)
        for row in self.rows.values():
            row.changed.connect(self._on_change)

    def values(self) -> dict[str, Any]:
        """The value of every field of the form."""
        return {name: row.value() for name, row in self.rows.items()}

    def fixed(self) -> set[str]:
        """The fields that could be left to the program and have a value that the person has chosen."""
        return {name for name, row in self.rows.items() if row.is_fixed()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show `values`; None leaves a field to the program. Fields that the form lacks are passed over. One `changed`
        at the end.

        Raises Problem, and changes nothing, when the config refuses a value.
        """
        mine = {name: value for name, value in values.items() if name in self.rows}
        from_mapping(self._kind, {name: value for name, value in mine.items() if value is not None})
        blocker = QSignalBlocker(self)
        for name, value in mine.items():
            self.rows[name].set_value(value)
        blocker.unblock()
        self._on_change()

    def is_default(self) -> bool:
        return all(row.is_default() for row in self.rows.values())

    @Slot()
    def reset(self) -> None:
        """Put every field back to how it was at first."""
        with QSignalBlocker(self):
            for row in self.rows.values():
                row.reset()
        self._on_change()

    def _lay_out(self, resettable: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space(2))
        column.addLayout(self._grid)
        self.reset_button = QPushButton(self.tr("Reset to defaults"))
        self.reset_button.clicked.connect(self.reset)
        self.reset_button.setVisible(resettable)
        column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._arrange(1)
        self._update_reset()

    def _arrange(self, columns: int) -> None:
        """Deal the rows out over the columns, reading across, so that the Tab order stays that of the fields."""
        if columns == self._columns:
            return
        self._columns = columns
        for place, row in enumerate(self.rows.values()):
            self._grid.addWidget(row, place // columns, place % columns)
        for place in range(MOST_COLUMNS):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap, column = self._grid.horizontalSpacing(), max(COLUMN, self._widest())
        self._arrange(max(1, min(MOST_COLUMNS, (event.size().width() + gap) // (column + gap))))

    def minimumSizeHint(self) -> QSize:
        """One column wide, however many there are now: a page must be able to become narrower again."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def _widest(self) -> int:
        return max(row.minimumSizeHint().width() for row in self.rows.values())

    def _update_reset(self) -> None:
        default = self.is_default()
        self.reset_button.setEnabled(not default)
        self.reset_button.setToolTip(self.tr("Everything is as it was at first.") if default else "")

    @Slot()
    def _on_change(self) -> None:
        self._update_reset()
        self.changed.emit()
