"""The blocks of a cell below each other, each with a small picture of its numbers; one of them is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from textgen.engine.unit_rows import grouped
from textgen.gui.look import block_names
from textgen.gui.look.heat_cells import Cells
from textgen.gui.look.spot import Spot
from textgen.gui.parts import style
from textgen.gui.parts.widgets import column

ROWS = 64  # of a small picture
WIDTH, NARROW = 22, 16  # steps of the grid
LEAST, MOST = 5, 14  # steps of the grid


class BlockButton(QPushButton):
    """A block's name and its numbers; the chosen word is marked in it."""

    def __init__(self, block: str) -> None:
        super().__init__()
        self.block = block
        self._image: QImage | None = None
        self._word: tuple[float, float] = 0.0, 0.0  # where the chosen word begins and ends, as parts of the width
        self.setCheckable(True)
        self.setProperty("role", "card")
        self.setAccessibleName(block_names.name(block))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(style.space(LEAST))
        self.setMaximumHeight(style.space(MOST))

    def show_cells(self, spot: Spot) -> None:
        """Show the block's numbers at this place of a trace."""
        values_TH = spot.layer_trace.blocks[self.block]
        self._image = Cells.of(values_TH, self.block, grouped(spot.order, ROWS)).image()
        self.setToolTip(block_names.explained(spot.layer_trace.cell, self.block))
        self.show_word(spot)

    def show_word(self, spot: Spot) -> None:
        """Mark the chosen word."""
        self._word = spot.word / len(spot.words), (spot.word + 1) / len(spot.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(style.space(WIDTH), style.space(MOST))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, line = QPainter(self), self.fontMetrics().height()
        painter.setFont(style.font(style.SMALL, bold=self.isChecked()))
        painter.setPen(style.colours().accent if self.isChecked() else style.colours().text)
        inside = QRectF(self.rect()).adjusted(8, 3, -8, -7)
        name = painter.fontMetrics().elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideMiddle, int(inside.width())
        )
        painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), line), Qt.TextFlag.TextSingleLine, name)
        if self._image is not None:
            inside.setTop(inside.top() + line + 1)
            painter.drawImage(inside, self._image)
            begin, end = (inside.left() + part * inside.width() for part in self._word)
            painter.setPen(style.colours().text)
            painter.drawRect(QRectF(begin, inside.top() - 1, end - begin, inside.height() + 1))


class BlockBar(QWidget):
    """Shows the blocks of the cell that is looked at, and lets one be chosen."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self.spot = spot
        self.buttons: dict[str, BlockButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda button: spot.choose_block(button.block))
        self._width = style.space(WIDTH)
        self._lines = column(gap=0.5)
        whole = column(self._lines, None, gap=0)
        whole.setStretch(0, 100)
        self.setLayout(whole)
        spot.redrawn.connect(self._show)
        spot.moved.connect(self._on_moved)
        style.follow(self, self._show)

    def set_narrow(self, narrow: bool) -> None:
        """Leave more room to what stands beside it."""
        self._width = style.space(NARROW if narrow else WIDTH)
        for button in self.buttons.values():
            button.setFixedWidth(self._width)

    @Slot()
    def _show(self) -> None:
        if tuple(self.buttons) != self.spot.blocks:
            self._build()
        for button in self.buttons.values():
            button.show_cells(self.spot)
            button.setChecked(button.block == self.spot.block)

    def _build(self) -> None:
        """Another cell has other blocks."""
        for button in self.buttons.values():
            self._group.removeButton(button)
            self._lines.removeWidget(button)
            button.deleteLater()
        self.buttons = {block: BlockButton(block) for block in self.spot.blocks}
        for button in self.buttons.values():
            button.setFixedWidth(self._width)
            self._group.addButton(button)
            self._lines.addWidget(button)

    @Slot()
    def _on_moved(self) -> None:
        for button in self.buttons.values():
            button.show_word(self.spot)
