"""What is looked at in a trace: a layer, a block of its cell, a word and a unit.

Shape letters: T words, H units.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from textgen.engine.unit_rows import Units, by_variation

if TYPE_CHECKING:
    from textgen.engine.trace import LayerTrace, Trace


class Spot(QObject):
    """What a person chooses stays over new traces wherever it exists there.

    Until a word is chosen it is the last one; until a unit or a block is chosen the unit is the one that varies most.
    """

    redrawn = Signal()  # other numbers: another trace, layer, block or order
    moved = Signal()  # to another word or unit

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trace: Trace | None = None
        self.order: Units = ()  # the units, as they stand below each other
        self.sorted = True  # by how much they vary, else by number
        self._layer, self._block = 0, ""
        self._word: int | None = None
        self._unit: int | None = None

    # ---- what it is

    @property
    def words(self) -> tuple[str, ...]:
        return self.trace.words if self.trace else ()

    @property
    def layer(self) -> int:
        """Counted from 0."""
        return min(self._layer, len(self.trace.layers) - 1) if self.trace else 0

    @property
    def layer_trace(self) -> LayerTrace | None:
        return self.trace.layers[self.layer] if self.trace else None

    @property
    def blocks(self) -> tuple[str, ...]:
        """In the order in which the cell computes them."""
        return tuple(self.layer_trace.blocks) if self.layer_trace else ()

    @property
    def block(self) -> str:
        return self._block if self._block in self.blocks else next(iter(self.blocks), "")

    @property
    def values_TH(self) -> np.ndarray:  # noqa: N802 - the shape stands in the name
        """The block's numbers."""
        return self.layer_trace.blocks[self.block] if self.layer_trace else np.zeros((0, 0), np.float32)

    @property
    def word(self) -> int:
        """Counted from 0."""
        last = max(0, len(self.words) - 1)
        return last if self._word is None else min(self._word, last)

    @property
    def unit(self) -> int:
        """Counted from 0."""
        if self._unit is not None and self._unit < len(self.order):
            return self._unit
        return self.order[0] if self.order else 0

    @property
    def value(self) -> float:
        return float(self.values_TH[self.word, self.unit])

    # ---- other choices

    def show_trace(self, trace: Trace | None) -> None:
        """Look at the same place of another trace."""
        self.trace = trace if trace and trace.words else None
        self._redraw()

    def choose_layer(self, layer: int) -> None:
        self._layer = layer
        self._redraw()

    def choose_block(self, block: str) -> None:
        """The unit is followed from block to block."""
        self._block, self._unit = block, self.unit if self.order else self._unit
        self._redraw()

    def sort(self, by_variation: bool) -> None:
        """Or leave the units in the order of their numbers."""
        self.sorted = by_variation
        self._redraw()

    def choose_word(self, word: int) -> None:
        """The nearest that there is."""
        if self.words:
            self._word = max(0, min(word, len(self.words) - 1))
            self.moved.emit()

    def choose_unit(self, unit: int) -> None:
        """The nearest that there is."""
        if self.order:
            self._unit = max(0, min(unit, len(self.order) - 1))
            self.moved.emit()

    def step_unit(self, by: int) -> None:
        """Down the rows, or up."""
        if self.order:
            at = self.order.index(self.unit) + by
            self.choose_unit(self.order[max(0, min(at, len(self.order) - 1))])

    def _redraw(self) -> None:
        values_TH = self.values_TH
        self.order = by_variation(values_TH) if self.sorted else tuple(range(values_TH.shape[1]))
        self.redrawn.emit()
