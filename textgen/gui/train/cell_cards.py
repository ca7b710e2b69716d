"""The choice of the cell: a card for each kind, with a drawing of it and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from textgen import paths
from textgen.engine.problem import noop
from textgen.gui.parts import style

CELLS: dict[str, tuple[str, str]] = {
    "lstm": (
        noop("CellCards", "LSTM"),
        noop("CellCards", "Two memories and three gates that decide what to keep. Learns most texts best."),
    ),
    "gru": (
        noop("CellCards", "GRU"),
        noop("CellCards", "One memory and two gates. A little smaller, and often as good."),
    ),
    "rnn": (
        noop("CellCards", "Plain RNN"),
        noop("CellCards", "No gates: every word writes over the memory. The simplest, and it soon forgets."),
    ),
}
DRAWING = QSize(120, 60)  # the size the drawings are made for


class Drawing(QWidget):
    """The drawing of a cell in the colour `role`, sharp at every scale."""

    def __init__(self, cell: str, role: str = "text") -> None:
        super().__init__()
        self._source = paths.icon(f"cell-{cell}").read_bytes()
        self._role = role
        self.setFixedSize(DRAWING)
        style.follow(self, self._colour)

    def set_role(self, role: str) -> None:
        self._role = role
        self._colour()

    def _colour(self) -> None:
        name = getattr(style.colours(), self._role).name()
        self._renderer = QSvgRenderer(self._source.replace(b"currentColor", name.encode()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._renderer.render(QPainter(self), QRectF(self.rect()))


class CellCard(QPushButton):
    """One kind of cell; as high as its sentence needs."""

    def __init__(self, cell: str) -> None:
        super().__init__()
        self.cell = cell
        name, sentence = (QCoreApplication.translate("CellCards", text) for text in CELLS[cell])
        self.setCheckable(True)
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self._drawing = Drawing(cell)
        self._lay_out(name, sentence)
        self.toggled.connect(self._on_toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lay_out(self, name: str, sentence: str) -> None:
        column = QVBoxLayout(self)
        gap = style.space(1.5)
        column.setContentsMargins(gap, gap, gap, gap)
        column.setSpacing(style.space(0.5))
        column.addWidget(self._drawing)
        column.addSpacing(style.space(0.5))
        self._name = style.label(name, bold=True)
        column.addWidget(self._name)
        column.addWidget(style.label(sentence, style.SMALL, "muted", wrap=True))
        column.addStretch(1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.layout().heightForWidth(width)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show()

    def _show(self) -> None:
        """What cannot be chosen steps back."""
        plain = "text" if self.isEnabled() else "muted"
        self._drawing.set_role("accent" if self.isChecked() else plain)
        style.set_role(self._name, "" if self.isChecked() or self.isEnabled() else "muted")


class CellCards(QWidget):
    """The cards side by side; one of them is chosen, by click or with the arrow keys."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._kept = ""  # the chosen one, while another is held
        self.cards = {cell: CellCard(cell) for cell in CELLS}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.space(1.5))
        for card in self.cards.values():
            self._group.addButton(card)
            line.addWidget(card, 1)
        self._group.buttonToggled.connect(self._on_toggled)

    def value(self) -> str:
        """The name of the chosen cell."""
        return self._kept or self._group.checkedButton().cell

    def set_value(self, cell: str) -> None:
        self.cards[cell].setChecked(True)

    def hold(self, cell: str, reason: str) -> None:
        """Show `cell` and let nobody change it, for this `reason`; what was chosen comes back with `release`."""
        self._kept = self.value()
        self._show(cell, reason)

    def release(self) -> None:
        """Let the person choose again."""
        kept, self._kept = self._kept, ""
        if kept:
            self._show(kept, "")

    def _show(self, cell: str, reason: str) -> None:
        with QSignalBlocker(self):
            self.set_value(cell)
        for card in self.cards.values():
            card.setEnabled(not reason)
            card.setToolTip(reason)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, card: QAbstractButton, checked: bool) -> None:
        if checked:
            self.changed.emit()
