"""Boxes for settings: numbers in steps that suit the range and in short figures, names, words; no accidents with the
wheel.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from textgen.engine.settings import Setting
from textgen.gui.parts import figures, style

WIDE = 400  # from this ratio of largest to smallest on, a setting is stepped through by factors
SMALL = 10  # whole numbers up to this default are stepped through one by one
BOX_WIDTH = 116
PAUSE_MS = 400  # words that are typed count after so long a pause


def rungs(about: Setting, default: float) -> tuple[float, ...]:
    """The values that the arrow keys stop at; empty where a fixed step suits the range better."""
    low, high = float(about.low or 0), float(about.high or 0)
    if default <= 0 or (isinstance(default, int) and default <= SMALL):
        return ()
    least = low or default / 100
    if high / least < WIDE:
        return ()
    steps = _doublings(default, least, high) if _is_power_of_two(default) else _one_two_five(least, high)
    return tuple(sorted({low, *steps, high}))


def _is_power_of_two(value: float) -> bool:
    return isinstance(value, int) and value & (value - 1) == 0


def _doublings(default: float, low: float, high: float) -> Iterable[float]:
    exponents = range(-int(math.log2(default)), int(math.log2(high / default)) + 1)
    return (default * 2.0**k for k in exponents if low <= default * 2.0**k <= high)


def _one_two_five(low: float, high: float) -> Iterable[float]:
    exponents = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    values = (float(f"{digit}e{k}") for k in exponents for digit in (1, 2, 5))
    return (value for value in values if low <= value <= high)


def linear_step(about: Setting, default: float) -> float:
    """A round step that crosses a narrow range in about twenty presses or more; 1 in a wide one."""
    span = float(about.high or 0) - float(about.low or 0)
    if span > 100:
        return 1.0
    longest = min(span / 18, default / 5 or span) * (1 + 1e-9)
    return max(_one_two_five(longest / 10, longest))


def decimals(about: Setting, default: float) -> int:
    """Digits after the point that keep the least value of the range apart from nothing."""
    least = about.low or default / 100 or 1.0
    return max(2, -math.floor(math.log10(least)))


def step_to(value: float, steps: int, ladder: tuple[float, ...]) -> float:
    """The rung `steps` above (or below) `value`, which may stand between two rungs."""
    if steps > 0:
        place = bisect_right(ladder, value * (1 + 1e-9)) + steps - 1
    else:
        place = bisect_left(ladder, value * (1 - 1e-9)) + steps
    return ladder[min(max(place, 0), len(ladder) - 1)]


class CalmWheel:
    """A box that lets the page scroll under the wheel unless it has been chosen first."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _NumberBox(CalmWheel):
    """Steps from value to value. Where a setting may be left to the program, the box has one entry below the least."""

    def _begin(self, about: Setting, default: float, automatic: str) -> None:
        self._low, self._default = about.low or 0, default
        self._ladder = rungs(about, default)
        self.setSpecialValueText(automatic)
        self.set_automatic() if automatic else self.setValue(default)
        _dress(self)

    def is_automatic(self) -> bool:
        """Whether the choice is left to the program."""
        return bool(self.specialValueText()) and self.value() == self.minimum()

    def set_automatic(self) -> None:
        """Leave the choice to the program."""
        self.setValue(self.minimum())

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        if self.is_automatic():
            self.setValue(self._default)
        elif self.specialValueText() and steps < 0 and self.value() <= self._low:
            self.set_automatic()
        else:
            self.setValue(max(self._low, self._stepped(steps)))

    def _stepped(self, steps: int) -> float:
        if self._ladder:
            return step_to(self.value(), steps, self._ladder)
        return self.value() + steps * self.singleStep()

    def validate(self, text: str, position: int) -> object:
        """A box may be emptied where that leaves the choice to the program."""
        if self.specialValueText() and not text.strip():
            return QValidator.State.Acceptable, text, position
        return super().validate(text, position)

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        return super().valueFromText(text) if text.strip() else self.minimum()


class WholeBox(_NumberBox, QSpinBox):
    """A box for a whole number. `automatic` is how it says that the choice is left to the program; "" if it never is."""

    def __init__(self, about: Setting, default: int, automatic: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(int(about.low or 0) - bool(automatic), int(about.high or 0))
        self.setGroupSeparatorShown(True)
        self._begin(about, default, automatic)

    def _stepped(self, steps: int) -> int:
        return round(super()._stepped(steps))


class FractionBox(_NumberBox, QDoubleSpinBox):
    """A box for a number with a fraction, shown without idle zeros. `automatic` is as in `WholeBox`."""

    def __init__(self, about: Setting, default: float, automatic: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(decimals(about, default))
        least = 10.0 ** -self.decimals() if automatic else 0.0
        self.setRange(float(about.low or 0) - least, float(about.high or 0))
        self.setSingleStep(linear_step(about, default))
        self._begin(about, default, automatic)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        return figures.shortest(round(value, self.decimals()))

    def validate(self, text: str, position: int) -> object:
        """A point and a comma both stand before the fraction, unless they part thousands: 0.7 must not become 07."""
        point = self.locale().decimalPoint()
        if not self.locale().toDouble(text)[1]:
            text = text.replace("," if point == "." else ".", point)
        return super().validate(text, position)


class ChoiceBox(CalmWheel, QComboBox):
    """A box for one of a few names; `shown` are the same names in the person's language."""

    def __init__(self, choices: Iterable[str], shown: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = dict(zip(choices, shown, strict=True))
        self.offer(self._shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, choices: Iterable[str]) -> None:
        """Offer only these of the names; the first of them is chosen."""
        self.clear()
        for choice in choices:
            self.addItem(self._shown[choice], choice)


class TextBox(QLineEdit):
    """A box for words. What is typed counts after a pause, or once the person leaves the box or presses Enter."""

    valueChanged = Signal(str)

    def __init__(self, default: str, parent: QWidget | None = None) -> None:
        super().__init__(default, parent)
        self._told = default
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textEdited.connect(self._pause.start)
        self.editingFinished.connect(self._tell)
        style.follow(self, lambda: stand_out(self))

    def value(self) -> str:
        """The words as they stand there."""
        return self.text()

    def setValue(self, text: str) -> None:  # noqa: N802 - as in the other boxes
        """Let these words stand there."""
        self.setText(text)
        self._tell()

    def is_automatic(self) -> bool:
        """Whether the choice is left to the program: words never are."""
        return False

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.valueChanged.emit(self._told)


def _dress(box: QAbstractSpinBox) -> None:
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setKeyboardTracking(False)
    box.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
    box.setMinimumWidth(BOX_WIDTH)
    style.follow(box, lambda: stand_out(box))


def stand_out(box: QWidget) -> None:
    """In the dark, a field of the system's own colour would be as dark as the page around it."""
    palette = QApplication.palette(box)
    palette.setColor(QPalette.ColorRole.Base, style.colours().raised)
    box.setPalette(palette)
