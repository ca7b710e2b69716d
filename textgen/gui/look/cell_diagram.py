"""The cell as a drawing with the numbers of one unit at one word; its blocks can be pointed at and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from textgen.engine.formulas import BEFORE, SYMBOLS, Formula, formulas
from textgen.gui.look import block_names
from textgen.gui.look.cell_drawing import TOLD_HEIGHT, CellDrawing, Content, rect_of
from textgen.gui.look.cell_layout import LAYOUTS, WIDTH, Box
from textgen.gui.look.formula_text import shown
from textgen.gui.parts import figures, style
from textgen.gui.parts.picture import Picture, Table

if TYPE_CHECKING:
    from textgen.engine.trace import LayerTrace

LEAST = 320  # pixels


class CellDiagram(Picture):
    """One layer's cell. The arrow keys go from block to block; a click or Enter chooses one."""

    chosen = Signal(str)  # a block's name

    def __init__(self) -> None:
        super().__init__("cell")
        self._layer: LayerTrace | None = None
        self._word, self._unit, self._text = 0, 0, ""
        self._formulas: dict[str, Formula] = {}
        self._block = ""
        self._focused = 0
        self._hovered: Box | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("The cell"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_unit(self, layer: LayerTrace, word: int, unit: int, text: str = "") -> None:
        """Show the numbers of a layer's unit at a word, both counted from 0; `text` is the word itself."""
        if self._layer is None or layer.cell != self._layer.cell:
            self._focused, self._hovered, self._block = 0, None, ""
            self.updateGeometry()
        self._layer, self._word, self._unit, self._text = layer, word, unit, text
        self._formulas = formulas(layer, word, unit)
        self._say()
        self.changed.emit()

    def clear(self) -> None:
        """There is nothing to show."""
        self._layer, self._formulas, self._hovered = None, {}, None
        self._say()
        self.changed.emit()

    def set_chosen(self, block: str) -> None:
        """Mark the block that is shown elsewhere."""
        self._block = block
        self.update()

    # ---- what is shown, in words and figures

    def explanation(self) -> str:
        """What is said below the drawing: of the block that is pointed at, else of the one with the keyboard."""
        box = self._pointed()
        if self._layer is None:
            return ""
        if box is None:
            return self.tr("Point at a block to read what it does; click it to see it for all words.")
        return block_names.explained(self._layer.cell, box.block, before=box.before)

    def summary(self) -> str:
        if self._layer is None:
            return ""
        values = {name: shown(formula.value) for name, formula in self._formulas.items()}
        shares = {name: figures.share(formula.value, 0) for name, formula in self._formulas.items() if "gate" in name}
        before = {f"{state}_before": shown(self._before(state)) for state in self._layer.start}
        place = self.tr("Unit {unit} at “{word}”") if self._text else self.tr("Unit {unit}")
        told = place.format(unit=self._unit, word=self._text)
        return f"{told}: {self._sentence().format(**{**values, **shares, **before})}"

    def _sentence(self) -> str:
        if self._layer.cell == "lstm":
            return self.tr(
                "{forget_gate} of the cell state is kept and {input_gate} of the candidate {candidate} is written, so"
                " that it goes from {cell_state_before} to {cell_state}; {output_gate} of it is shown, as hidden state"
                " {hidden_state}."
            )
        if self._layer.cell == "gru":
            return self.tr(
                "{reset_gate} of the past goes into the candidate {candidate}; {update_gate} of the old state is kept,"
                " the rest is candidate, so that the hidden state goes from {hidden_state_before} to {hidden_state}."
            )
        return self.tr("the hidden state goes from {hidden_state_before} to {hidden_state}.")

    def table(self) -> Table:
        heads = (self.tr("Block"), self.tr("Symbol"), self.tr("Value"))
        if self._layer is None:
            return Table(heads, ())
        cell = self._layer.cell
        before = [(block_names.name(s, before=True), BEFORE[s], shown(self._before(s))) for s in self._layer.start]
        found = [(block_names.name(n), SYMBOLS[cell][n], shown(f.value)) for n, f in self._formulas.items()]
        return Table(heads, (*before, *found))

    def _before(self, state: str) -> float:
        return float(self._layer.before(state)[self._word, self._unit])

    # ---- drawing

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self._layer is None:
            painter.setPen(style.colours().muted)
            wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(QPointF(), size), wrapped, self.tr("Choose a word and a unit."))
            return
        scale, left = self._scale(size)
        painter.save()
        painter.translate(left, 0)
        painter.scale(scale, scale)
        CellDrawing(painter, self._content()).draw(self.explanation(), self._pointed() is not None)
        painter.restore()

    def _content(self) -> Content:
        numbers = {f"{state}_before": self._before(state) for state in self._layer.start}
        numbers |= {name: formula.value for name, formula in self._formulas.items()}
        reach = {name: self._reach(name) for name in numbers}
        ring = self._boxes()[self._focused] if self.hasFocus() else None
        return Content(self._layer.cell, self._formulas, numbers, reach, self._text, self._block, self._pointed(), ring)

    def _reach(self, name: str) -> float:
        """Up to which number a block's bar goes: 1, or for the cell state as far as it goes at any word."""
        if not name.startswith("cell_state"):
            return 1.0
        state, start = self._layer.blocks["cell_state"][:, self._unit], self._layer.start["cell_state"][self._unit]
        return float(max(1.0, abs(state).max(initial=0.0), abs(start)))

    def _boxes(self) -> tuple[Box, ...]:
        return LAYOUTS[self._layer.cell].boxes if self._layer else ()

    def _pointed(self) -> Box | None:
        if self._hovered is not None or not self.hasFocus():
            return self._hovered
        return self._boxes()[self._focused] if self._layer else None

    # ---- size

    def _height(self) -> float:
        return LAYOUTS[self._layer.cell if self._layer else "lstm"].height + TOLD_HEIGHT + 12

    def _scale(self, size: QSizeF) -> tuple[float, float]:
        """Pixels for a unit of the drawing, and where it begins: it lies in the middle."""
        scale = min(size.width() / (WIDTH + 2), size.height() / self._height())
        return scale, (size.width() - WIDTH * scale) / 2

    def _high(self, width: int) -> int:
        """What fills this width."""
        return round(self._height() * width / (WIDTH + 2))

    def sizeHint(self) -> QSize:
        return QSize(style.space(48), self._high(style.space(48)))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self._high(LEAST))

    # ---- pointer and keyboard

    def box_at(self, point: QPointF) -> Box | None:
        """The block under a point of the widget."""
        scale, left = self._scale(QSizeF(self.size()))
        place = QPointF((point.x() - left) / scale, point.y() / scale)
        return next((box for box in self._boxes() if rect_of(box).contains(place)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.box_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        box = self.box_at(event.position())
        if box is not None and event.button() == Qt.MouseButton.LeftButton:
            self._focus(self._boxes().index(box))
            self._choose(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, last = Qt.Key, len(self._boxes()) - 1
        steps = {keys.Key_Right: 1, keys.Key_Down: 1, keys.Key_Left: -1, keys.Key_Up: -1}
        if self._layer is None:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._focus(min(last, max(0, self._focused + steps[event.key()])))
        elif event.key() in (keys.Key_Home, keys.Key_End):
            self._focus(0 if event.key() == keys.Key_Home else last)
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self._choose(self._boxes()[self._focused])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say()

    def _focus(self, index: int) -> None:
        self._focused, self._hovered = index, None
        self._say()

    def _hover(self, box: Box | None) -> None:
        if box is not self._hovered:
            self._hovered = box
            self.setCursor(Qt.CursorShape.ArrowCursor if box is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def _choose(self, box: Box) -> None:
        self.set_chosen(box.block)
        self.chosen.emit(box.block)

    def _say(self) -> None:
        """A screen reader reads the block with the keyboard."""
        self.setAccessibleName(self.explanation() if self.hasFocus() and self._layer else self.tr("The cell"))
        self.update()
