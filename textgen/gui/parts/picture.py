"""A drawing that is also a table and a sentence, and that goes out as PNG, SVG or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from textgen.gui.parts import style


@dataclass(frozen=True)
class Table:
    """What a picture shows, in words and figures: the heads of its columns and its lines."""

    heads: tuple[str, ...]
    lines: Sequence[tuple[str, ...]]


class Picture(QWidget):
    """One picture. Subclasses draw it, and say it as a table and as a sentence; they emit `changed` when it is another."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        """`name` is what its file is called."""
        super().__init__()
        self.name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.changed.connect(self.update)
        style.follow(self, self.update)

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        """Draw it, from the upper left corner on, as large as `size`."""
        raise NotImplementedError

    def summary(self) -> str:
        """What is to be seen, in one sentence with its figures; empty while there is nothing."""
        raise NotImplementedError

    def table(self) -> Table:
        """The same content in figures."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(style.font())
        try:
            self.paint_on(painter, QSizeF(self.size()))
        finally:
            painter.end()  # Qt crashes over a painter that a fault has left behind
