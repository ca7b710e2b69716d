"""The offer to look into one of the models that come with the program."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, row
from textgen.gui.work import examples
from textgen.gui.work.inside import Inside


class ExamplesRow(QWidget):
    """A button for each kind of cell."""

    def __init__(self, inside: Inside) -> None:
        super().__init__()
        self._inside = inside
        self.cells = {cell: self._cell(cell) for cell in examples.CELLS}
        self.setLayout(row(style.label(self.tr("Look into an example:"), role="muted"), *self.cells.values()))

    def _cell(self, cell: str) -> QPushButton:
        tip = self.tr("A small model that comes with the program; yours stays as it is")
        result = button(cell.upper(), lambda: examples.show(self._inside, cell), "chip", tip=tip)
        result.setAccessibleName(self.tr("Look into the example model ({cell})").format(cell=cell.upper()))
        return result
