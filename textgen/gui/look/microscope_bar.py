"""The controls of the microscope: play, layer, order of the units, a unit by its number, magnification."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSpinBox, QWidget

from textgen.gui.look.heat_map import HEIGHTS, HeatMap
from textgen.gui.look.player import Player
from textgen.gui.look.spot import Spot
from textgen.gui.parts import style
from textgen.gui.parts.form_controls import CalmWheel
from textgen.gui.parts.widgets import button, row


class _Number(CalmWheel, QSpinBox):
    """The wheel changes it only while it has the keyboard."""


class MicroscopeBar(QWidget):
    """What it changes is the spot; what others change there is shown."""

    def __init__(self, spot: Spot, player: Player, heat_map: HeatMap) -> None:
        super().__init__()
        self.spot, self.player, self._map = spot, player, heat_map
        self.play = button("", player.toggle, "quiet", "play", self.tr("Play: go through the words one by one (Space)"))
        self.layers: list[QPushButton] = []
        self._narrow = False
        self._layer_group, self._order_group = QButtonGroup(self), QButtonGroup(self)
        self._layer_row = row(gap=0.5)
        self._layer_label = style.label(self.tr("Layer"), role="muted")
        self.sorted = self._segment(self.tr("Varying"), self.tr("The units that vary most along the sentence on top"))
        self.numbered = self._segment(self.tr("By number"), self.tr("The units in the order of their numbers"))
        self.unit = _Number()
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.setToolTip(self.tr("Find a unit by its number and follow it"))
        self.unit.setKeyboardTracking(False)
        self.closer = self._zoom("+", 1, self.tr("Higher rows, with a number in each field where it has room (+)"))
        self.further = self._zoom("−", -1, self.tr("Lower rows, more units in sight (−)"))
        self._lay_out()
        self._listen()

    def _segment(self, text: str, tip: str = "") -> QPushButton:
        result = QPushButton(text)
        result.setProperty("role", "segment")
        result.setProperty("tight", "true")
        result.setCheckable(True)
        result.setToolTip(tip)
        return result

    def _zoom(self, sign: str, by: int, tip: str) -> QPushButton:
        result = button(sign, lambda: self._map.magnify(by), "segment", tip=tip)
        result.setProperty("tight", "true")
        result.setAccessibleName(tip)
        result.setFixedWidth(style.space(4))
        return result

    def _lay_out(self) -> None:
        orders = row(self.sorted, self.numbered, gap=0.5)
        layers = row(self._layer_label, self._layer_row, gap=1)
        unit = row(style.label(self.tr("Unit"), role="muted"), self.unit, gap=1)
        zoom = row(self.further, self.closer, gap=0.5)
        self._order_label = style.label(self.tr("Units"), role="muted")
        self.setLayout(row(self.play, layers, row(self._order_label, orders), unit, zoom, gap=1.5))
        self.unit.setFixedWidth(style.space(9))
        for part in (self.sorted, self.numbered):
            self._order_group.addButton(part)
        self.play.setFixedWidth(style.space(5))

    def set_narrow(self, narrow: bool) -> None:
        """In little room the labels whose controls speak for themselves give way."""
        self._narrow = narrow
        self._order_label.setVisible(not narrow)
        self._layer_label.setVisible(not narrow and len(self.layers) > 1)

    def _listen(self) -> None:
        self._layer_group.buttonClicked.connect(lambda clicked: self.spot.choose_layer(self.layers.index(clicked)))
        self._order_group.buttonClicked.connect(lambda clicked: self.spot.sort(clicked is self.sorted))
        self.unit.valueChanged.connect(self.spot.choose_unit)
        self.spot.redrawn.connect(self._show)
        self.spot.moved.connect(self._show_unit)
        self.player.changed.connect(self._show_play)
        self._map.magnifiedChanged.connect(self._show_zoom)
        self._show()
        self._show_play()
        self._show_zoom()

    @Slot()
    def _show(self) -> None:
        layers = len(self.spot.trace.layers) if self.spot.trace else 1
        if len(self.layers) != layers:
            self._build_layers(layers)
        self.layers[self.spot.layer].setChecked(True)
        (self.sorted if self.spot.sorted else self.numbered).setChecked(True)
        self._show_unit()

    def _build_layers(self, layers: int) -> None:
        for part in self.layers:
            self._layer_group.removeButton(part)
            part.deleteLater()
        self.layers = [self._segment(str(n + 1), self.tr("Layer {n}").format(n=n + 1)) for n in range(layers)]
        for part in self.layers:
            part.setFixedWidth(style.space(4))
            self._layer_group.addButton(part)
            self._layer_row.addWidget(part)
            part.setVisible(layers > 1)
        self.set_narrow(self._narrow)

    @Slot()
    def _show_unit(self) -> None:
        with QSignalBlocker(self.unit):
            self.unit.setRange(0, max(0, len(self.spot.order) - 1))
            self.unit.setValue(self.spot.unit)

    @Slot()
    def _show_play(self) -> None:
        name = self.tr("Pause") if self.player.playing else self.tr("Play")
        self.play.setAccessibleName(name)
        style.set_icon(self.play, "pause" if self.player.playing else "play", size=16)

    @Slot()
    def _show_zoom(self) -> None:
        self.further.setEnabled(self._map.magnified > 0)
        self.closer.setEnabled(self._map.magnified < len(HEIGHTS) - 1)
        whole, most = self.tr("All units are in sight."), self.tr("Rows are as high as they get.")
        self.further.setToolTip(self.further.accessibleName() if self.further.isEnabled() else whole)
        self.closer.setToolTip(self.closer.accessibleName() if self.closer.isEnabled() else most)
