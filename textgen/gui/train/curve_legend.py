"""The key to the learning curve: a swatch and a name for each line, above the plot where it covers nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.colours import Colours, mix


def quiet(colours: Colours) -> QColor:
    """The colour of the training line: there, but behind the held-out one."""
    return mix(colours.muted, colours.raised, 0.3)


class Swatch(QWidget):
    """A short piece of a line as it is drawn in the plot: "training", "held-out" or "best"."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(QSize(style.space(3), style.space(2)))
        style.follow(self, self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, middle = style.colours(), self.height() / 2
        centre = QPointF(self.width() / 2, middle)
        if self._kind == "best":
            painter.setPen(QPen(now.good, 2.5))
            painter.drawEllipse(centre, 5, 5)
            return
        held_out = self._kind == "held-out"
        colour = now.accent if held_out else quiet(now)
        painter.setPen(QPen(colour, 3 if held_out else 1.2))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        if held_out:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, 4, 4)


class Legend(QWidget):
    """Names of the lines, each with a sentence in its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(style.space(3))
        self.row.setSpacing(style.space(1))
        self._add("held-out", self.tr("held-out text"), self.tr("How unsure the model is about text it has not seen."))
        self._add("training", self.tr("training text"), self.tr("How unsure the model is about text it is learning."))
        self._add("best", self.tr("best"), self.tr("The point whose model is kept."))
        self.row.addStretch(1)

    def _add(self, kind: str, name: str, help_text: str) -> None:
        swatch, label = Swatch(kind), style.label(name, style.SMALL, "muted")
        for widget in (swatch, label):
            widget.setToolTip(help_text)
            self.row.addWidget(widget)
        self.row.addSpacing(style.space(1))
