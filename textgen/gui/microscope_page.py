"""The microscope: every gate and state of the network while it reads the sentence."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from textgen.gui.block_bar import BlockBar
from textgen.gui.heat_map import HeatMap
from textgen.gui.microscope_bar import MicroscopeBar
from textgen.gui.picture_frame import PictureFrame
from textgen.gui.player import Player
from textgen.gui.spot import Spot
from textgen.gui.unit_line import UnitLine
from textgen.gui.widgets import column, row
from textgen.gui.workspace import Workspace

ROOMY = 1000, 560  # pixels: a page at least so large shows everything side by side


class MicroscopePage(QWidget):
    """The blocks at the left, the chosen one large, below it one unit, beside it the cell; one of them in little room."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._tracing = workspace.inside.tracing
        self.spot = Spot(self)
        self.player = Player(self.spot, self)
        self.heat_map, self.line = HeatMap(self.spot), UnitLine(self.spot)
        self.blocks = BlockBar(self.spot)
        self.bar = MicroscopeBar(self.spot, self.player, self.heat_map)
        self.parts: dict[str, QWidget] = {
            "map": PictureFrame(self.heat_map, self.tr("All units"), workspace.memory),
            "unit": PictureFrame(self.line, self.tr("One unit"), workspace.memory),
        }
        self.views = self._view_buttons()
        self._lay_out()
        self.heat_map.playWanted.connect(self.player.toggle)
        self._tracing.changed.connect(self._show)
        self._show()

    def _view_buttons(self) -> dict[str, QPushButton]:
        """In little room: what of the page is in sight."""
        names = {"map": self.tr("All units"), "unit": self.tr("One unit")}
        group, found = QButtonGroup(self), {}
        for name in self.parts:
            found[name] = QPushButton(names[name])
            found[name].setProperty("role", "segment")
            found[name].setProperty("tight", "true")
            found[name].setCheckable(True)
            group.addButton(found[name])
        found["map"].setChecked(True)
        group.buttonClicked.connect(self._arrange)
        return found

    def _lay_out(self) -> None:
        self._switch = QWidget()
        self._switch.setLayout(row(*self.views.values(), gap=0.5))
        middle = column(*self.parts.values(), gap=1.5)
        middle.setStretch(0, 5)
        middle.setStretch(1, 2)
        body = row(self.blocks, middle, gap=2)
        body.setStretch(1, 1)
        head = row(self.bar, None, self._switch)
        whole = column(head, body, gap=1)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @Slot()
    def _arrange(self) -> None:
        roomy = self.width() >= ROOMY[0] and self.height() >= ROOMY[1]
        self._switch.setVisible(not roomy)
        for name, part in self.parts.items():
            part.setVisible(roomy or self.views[name].isChecked())

    @Slot()
    def _show(self) -> None:
        if self._tracing.trace is not self.spot.trace:
            self.spot.show_trace(self._tracing.trace)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.stop()
