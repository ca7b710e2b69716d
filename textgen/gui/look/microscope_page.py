"""The microscope: every gate and state of the network while it reads the sentence."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLayout, QPushButton, QWidget

from textgen.gui.look.block_bar import BlockBar
from textgen.gui.look.cell_part import CellPart
from textgen.gui.look.drivers import Drivers
from textgen.gui.look.heat_map import HeatMap
from textgen.gui.look.microscope_bar import MicroscopeBar
from textgen.gui.look.picture_frame import PictureFrame
from textgen.gui.look.player import Player
from textgen.gui.look.spot import Spot
from textgen.gui.look.unit_line import UnitLine
from textgen.gui.parts import style
from textgen.gui.parts.flow import FlowLayout
from textgen.gui.parts.widgets import column, row
from textgen.gui.work.workspace import Workspace

WIDE, HIGH = 1000, 600  # pixels: a page at least so large shows everything at once
TIGHT = 74  # steps of the grid: in a narrower page the blocks are narrow and the formulas stand below the drawing
LEAST = 56  # steps of the grid that it is wide


class MicroscopePage(QWidget):
    """The blocks at the left, the chosen one large, below it one unit, beside it the cell; one of them in little room.

    Asks for what it shows only while it is in sight.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._inside, self._tracing = workspace.inside, workspace.inside.tracing
        self.spot = Spot(self)
        self.player = Player(self.spot, self)
        self.heat_map, self.line = HeatMap(self.spot), UnitLine(self.spot)
        self.blocks = BlockBar(self.spot)
        self.bar = MicroscopeBar(self.spot, self.player, self.heat_map)
        self.cell, self.drivers = CellPart(self.spot, workspace.memory), Drivers(workspace, self.spot)
        self.parts: dict[str, QWidget] = {
            "map": PictureFrame(self.heat_map, self.tr("All units"), workspace.memory),
            "unit": self._unit_part(workspace),
            "cell": self.cell,
        }
        self.views = self._view_buttons()
        self._lay_out()
        self.heat_map.playWanted.connect(self.player.toggle)
        for signal in (self._inside.sentenceChanged, self._inside.modelChanged):
            signal.connect(self._ask)
        self._tracing.changed.connect(self._show)
        workspace.course.blockWanted.connect(self.show_block)
        self._show()

    @Slot(str)
    def show_block(self, block: str) -> None:
        """Bring the map of a block; it stays chosen for a network that has it."""
        self.views["map"].setChecked(True)
        self.spot.choose_block(block)

    def _unit_part(self, workspace: Workspace) -> QWidget:
        part = QWidget()
        lines = column(PictureFrame(self.line, self.tr("One unit"), workspace.memory), self.drivers, gap=0.5)
        lines.setStretch(0, 1)
        part.setLayout(lines)
        return part

    def _view_buttons(self) -> dict[str, QPushButton]:
        """In little room: what of the page is in sight."""
        names = {"map": self.tr("Map"), "unit": self.tr("Unit"), "cell": self.tr("Cell")}
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
        middle = column(self.parts["map"], self.parts["unit"], gap=1.5)
        middle.setStretch(0, 3)
        middle.setStretch(1, 2)
        self._middle = QWidget()
        self._middle.setLayout(middle)
        body = row(self.blocks, self._middle, self.cell, gap=2)
        body.setStretch(1, 5)
        body.setStretch(2, 3)
        head = FlowLayout(0, style.space(), last_right=True)
        head.addWidget(self.bar)
        head.addWidget(self._switch)
        whole = column(head, body, gap=1)
        whole.setStretch(1, 1)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # what does not fit gives way
        self.setLayout(whole)

    def minimumSizeHint(self) -> QSize:
        least = style.space(LEAST)
        return QSize(least, self.heightForWidth(max(least, self.width())))

    def heightForWidth(self, width: int) -> int:
        """As little as its parts can do with: where it scrolls, it would else get all that they would like to have."""
        least: int = self.layout().minimumHeightForWidth(width)
        return least

    @Slot()
    def _arrange(self) -> None:
        """All parts where there is room; the cell still beside one of the others in a wide page that is low."""
        wide, high = self.width() >= WIDE, self.height() >= HIGH
        chosen = next(name for name, view in self.views.items() if view.isChecked())
        if wide and chosen == "cell":
            chosen = "map"
            self.views["map"].setChecked(True)
        shown = {"cell", "map", "unit"} if wide and high else {"cell", chosen} if wide else {chosen}
        self.views["cell"].setVisible(not wide)
        self._switch.setVisible(not (wide and high))
        tight = self.width() < style.space(TIGHT)
        self.cell.lay_side_by_side(not wide and not tight)
        self.blocks.set_narrow(tight)
        self.bar.set_narrow(not wide)
        for name, part in self.parts.items():
            part.setVisible(name in shown)
        for part in (self._middle, self.blocks):  # the drawing of the cell has its blocks itself
            part.setVisible(shown != {"cell"})

    @Slot()
    def _ask(self) -> None:
        if self.isVisible():
            self._tracing.ask(self._inside.checkpoint, self._inside.sentence)

    @Slot()
    def _show(self) -> None:
        if self._tracing.found is not self.spot.trace:
            self.spot.show_trace(self._tracing.found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.stop()
        self._tracing.stop()
