"""The cell at the spot: its drawing and its formulas, with the numbers of one unit at one word."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from textgen.gui.look.cell_diagram import CellDiagram
from textgen.gui.look.formulas import Formulas
from textgen.gui.look.picture_frame import PictureFrame
from textgen.gui.look.spot import Spot
from textgen.gui.parts.memory import Memory
from textgen.gui.parts.widgets import column


class CellPart(QWidget):
    """The formulas below the drawing, or beside it; a block that is clicked there is shown large."""

    def __init__(self, spot: Spot, memory: Memory) -> None:
        super().__init__()
        self.spot = spot
        self.diagram, self.formulas = CellDiagram(), Formulas()
        self._block = ""  # that is marked
        self._lines = column(PictureFrame(self.diagram, self.tr("The cell"), memory), self.formulas, gap=1)
        self._lines.setStretch(0, 5)
        self._lines.setStretch(1, 4)
        self.setLayout(self._lines)
        self.diagram.chosen.connect(spot.choose_block)
        spot.redrawn.connect(self._show)
        spot.moved.connect(self._show)

    def lay_side_by_side(self, beside: bool) -> None:
        """Or below each other."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._lines.setDirection(across if beside else down)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Out of sight nothing is worked out."""
        spot = self.spot
        if not self.isVisible():
            return
        for part in (self.diagram, self.formulas):
            if spot.words:
                part.show_unit(spot.layer_trace, spot.word, spot.unit, spot.words[spot.word])
            else:
                part.clear()
        if spot.block != self._block:
            self._block = spot.block
            self.diagram.set_chosen(spot.block)
            self.formulas.set_chosen(spot.block)
