"""Says on every page of the place Look inside that it is an example, and not the person's model, that is shown."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, row
from textgen.gui.work import examples
from textgen.gui.work.workspace import Workspace


class ExampleStrip(QFrame):
    """Which example it is, the other ones, and the way back; hidden where no example is shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._workspace, self._inside = workspace, workspace.inside
        self.sentence = style.label(wrap=True)
        self._group = QButtonGroup(self)
        self.cells = {cell: self._cell(cell) for cell in examples.CELLS}
        self.back = button("", self._inside.leave_example, "link")
        line = row(self.sentence, *self.cells.values(), self.back, gap=0.5)
        line.setStretch(0, 1)
        line.setContentsMargins(style.space(1.5), style.space(0.5), style.space(), style.space(0.5))
        self.setLayout(line)
        self._inside.modelChanged.connect(self._show)
        workspace.modelChanged.connect(self._show)
        workspace.modelOpened.connect(self._inside.leave_example)
        self._show()

    def _cell(self, cell: str) -> QPushButton:
        tip = self.tr("Look into the example with this cell")
        result = button(cell.upper(), lambda: examples.show(self._inside, cell), "tab", tip=tip)
        result.setCheckable(True)
        self._group.addButton(result)
        return result

    @Slot()
    def _show(self) -> None:
        example = self._inside.example
        self.setVisible(example is not None)
        if example is None:
            return
        cell = example.model.cell
        self.sentence.setText(self.tr("You are looking into the example model ({cell}).").format(cell=cell.upper()))
        self.cells[cell].setChecked(True)
        own = self._workspace.checkpoint is not None
        self.back.setText(self.tr("Back to your model") if own else self.tr("Close the example"))
