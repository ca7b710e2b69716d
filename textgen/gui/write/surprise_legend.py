"""What the colours of surprise mean: a strip of them from expected to surprising, with bits and chances."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from textgen.gui.parts import figures, style
from textgen.gui.parts.tints import FULL, tints
from textgen.gui.parts.widgets import column, row
from textgen.gui.write.shades import one_in

MARKS = (0, 5, 10, 15)  # bits that the strip names
STRIP = 2  # steps of the grid


class SurpriseLegend(QWidget):
    """The ends in words, the strip with its figures, and one of them in a sentence."""

    def __init__(self) -> None:
        super().__init__()
        small = {"size": style.SMALL, "role": "muted"}
        among = self.tr("10 bits: as unsure as choosing among {words} words").format(words=one_in(10))
        ends = row(style.label(self.tr("expected"), **small), None, style.label(self.tr("surprising"), **small))
        self.setLayout(column(ends, _Strip(), style.label(among, **small, wrap=True), gap=0.5))
        self.setToolTip(
            self.tr(
                "Bits say how surprising a word is where it stands: each bit more, and the model held it half as likely."
                " Words are shaded by bits, from the colour of the page at 0 to the last colour at {full} and more."
            ).format(full=FULL)
        )


class _Strip(QWidget):
    """One field for each tint, and below some of them their bits and how likely such a word was."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(style.font(style.SMALL, tabular=True))
        self.setFixedHeight(style.space(STRIP) + 2 * self.fontMetrics().height() + style.space(0.5))
        self.setAccessibleName(", ".join(" ".join(self._told(bits)) for bits in MARKS))
        style.follow(self, self.update)

    def _told(self, bits: int) -> tuple[str, str]:
        shown = self.tr("{bits}+ bits") if bits == FULL else self.tr("{bits} bits")
        chance = self.tr("1 in {chance}").format(chance=one_in(bits)) if bits else self.tr("sure")
        return shown.format(bits=figures.number(bits)), chance

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        field = self.width() / (FULL + 1)
        for n, tint in enumerate(tints()):
            painter.fillRect(QRectF(n * field, 0, field + 0.5, style.space(STRIP)), tint)
        painter.setPen(style.colours().line)
        painter.drawRect(QRectF(0.5, 0.5, self.width() - 1, style.space(STRIP) - 1))
        painter.setPen(style.colours().muted)
        for bits in MARKS:
            self._name(painter, bits, (bits + 0.5) * field)

    def _name(self, painter: QPainter, bits: int, x: float) -> None:
        """Centred below its field, but inside the strip."""
        for n, text in enumerate(self._told(bits)):
            wide = self.fontMetrics().horizontalAdvance(text) + 1
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            top = style.space(STRIP) + style.space(0.25) + n * self.fontMetrics().height()
            painter.drawText(QRectF(left, top, wide, self.fontMetrics().height()), Qt.AlignmentFlag.AlignLeft, text)
