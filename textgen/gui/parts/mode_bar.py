"""The modes as one segmented control: each with its name and the shape of what goes in and what comes out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPolygonF, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from textgen.engine.modes import MODES, Mode
from textgen.gui.parts import style

SQUARE, STEP, ARROW = 6, 9, 20
ARROW_SIGN = "→"
RADIUS = 6


class ModeButton(QAbstractButton):
    """One segment: the mode's name over its shape, words in muted, words out in the accent."""

    def __init__(self, mode: Mode, number: int) -> None:
        super().__init__()
        self._shape = mode.shape
        keys = QKeySequence(f"Ctrl+Shift+{number}")
        self.setText(QCoreApplication.translate("Mode", mode.label))
        self.setCheckable(True)
        help_ = QCoreApplication.translate("Mode", mode.help)
        self.setToolTip(f"{help_} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        self.setAccessibleDescription(help_)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where one writes
        QShortcut(keys, self, self.click)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        style.follow(self, self.update)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().boundingRect(self.text())
        width = max(text.width(), round(self._shape_width())) + style.space(4)
        return QSize(width, self.fontMetrics().height() + SQUARE + style.space(3))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.setFont(style.font(bold=self.isChecked()))
        painter.setPen(style.colours().accent if self.isChecked() else style.colours().text)
        top = style.space()
        room = QRectF(0, top, self.width(), self.fontMetrics().height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())
        self._paint_shape(painter, room.bottom() + style.space(0.75))

    def _paint_ground(self, painter: QPainter) -> None:
        colours = style.colours()
        painter.setPen(colours.accent if self.isChecked() else colours.line)
        painter.setBrush(colours.hover if self.isChecked() or self.underMouse() else colours.raised)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _shape_width(self) -> float:
        return sum(ARROW if sign == ARROW_SIGN else STEP for sign in self._shape) - (STEP - SQUARE)

    def _paint_shape(self, painter: QPainter, top: float) -> None:
        left, colour = (self.width() - self._shape_width()) / 2, style.colours().muted
        painter.setPen(Qt.PenStyle.NoPen)
        for sign in self._shape:
            if sign == ARROW_SIGN:
                self._paint_arrow(painter, left, top, colour)
                left, colour = left + ARROW, style.colours().accent
            else:
                painter.setBrush(colour)
                painter.drawRect(QRectF(left, top, SQUARE, SQUARE))
                left += STEP

    def _paint_arrow(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        painter.setBrush(colour)
        middle, tip = top + SQUARE / 2, left + ARROW - 6
        painter.drawRect(QRectF(left + 3, middle - 0.5, tip - left - 6, 1))
        painter.drawPolygon(
            QPolygonF([QPointF(tip - 5, middle - 3), QPointF(tip, middle), QPointF(tip - 5, middle + 3)])
        )


class ModeBar(QWidget):
    """The modes side by side; one of them is chosen."""

    chosen = Signal(str)  # the mode's name

    def __init__(self) -> None:
        super().__init__()
        self.buttons = {mode.name: ModeButton(mode, i) for i, mode in enumerate(MODES.values(), start=1)}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.space(0.5))
        for button in self.buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        self._mode = next(iter(self.buttons))
        self.buttons[self._mode].setChecked(True)
        self._group.buttonToggled.connect(self._on_toggle)

    @property
    def mode(self) -> str:
        """The name of the chosen mode."""
        return self._mode

    def choose(self, name: str) -> None:
        """Choose a mode by name; a name that no mode has changes nothing."""
        if name in self.buttons:
            self.buttons[name].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _on_toggle(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._mode = next(name for name, known in self.buttons.items() if known is button)
            self.chosen.emit(self._mode)
