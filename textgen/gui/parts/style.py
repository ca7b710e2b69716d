"""What everything looks like: the grid, three text sizes, the colours and the icons.

Nothing here names a colour: all are derived from the system's palette, and derived anew when it changes between
light and dark (`colours.py`). Numbers and times are written by `figures.py`; the style sheet is in `sheet.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from textgen import paths
from textgen.gui.parts import sheet
from textgen.gui.parts.colours import Colours

GRID = 8  # every gap and margin is a multiple of this, in device-independent pixels

SMALL, BODY, LARGE = 0.9, 1.0, 1.35  # the only three text sizes, as parts of the system's font size

ICON = 20

_ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 96)


def space(steps: float = 1) -> int:
    """So many steps of the grid in device-independent pixels."""
    return round(GRID * steps)


# ---- text -----------------------------------------------------------------------------------------------------------


def font(size: float = BODY, bold: bool = False, tabular: bool = False) -> QFont:
    """The system's font at one of the three sizes; `tabular` gives all digits the same width."""
    result = QFont(QApplication.font())
    result.setPointSizeF(QFontInfo(result).pointSizeF() * size)
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def label(
    text: str = "", size: float = BODY, role: str = "", *, bold: bool = False, tabular: bool = False, wrap: bool = False
) -> QLabel:
    """A line of plain text. `role` is "", "muted", "good", "bad" or "accent"."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setFont(font(size, bold, tabular))
    result.setProperty("role", role)
    result.setWordWrap(wrap)
    return result


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` another look of the style sheet: "card", "primary", "quiet", "segment", "chip", "muted", …"""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


# ---- colours --------------------------------------------------------------------------------------------------------


class Theme(QObject):
    """The colours of now; `changed` when the system went from light to dark or back."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.colours = Colours.of(app.palette())
        app.setStyleSheet(sheet.of(self.colours))
        app.paletteChanged.connect(self._derive)
        app.styleHints().colorSchemeChanged.connect(self._derive)

    @Slot()
    def _derive(self) -> None:
        app = QApplication.instance()
        colours = Colours.of(app.palette())
        if colours != self.colours:  # the style sheet itself causes palette events
            self.colours = colours
            app.setStyleSheet(sheet.of(colours))
            self.changed.emit()


def theme() -> Theme:
    """The one theme of the application, made at the first call."""
    app = QApplication.instance()
    return app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) or Theme(app)


def colours() -> Colours:
    """The colours of now."""
    return theme().colours


class _Follower(QObject):
    def __init__(self, owner: QObject, apply: Callable[[], None]) -> None:
        super().__init__(owner)
        self._apply = apply
        theme().changed.connect(self._follow)
        apply()

    @Slot()
    def _follow(self) -> None:
        self._apply()


def follow(owner: QObject, apply: Callable[[], None]) -> QObject:
    """Call `apply` now and after every change of the colours, as long as `owner` or what is given back lives."""
    return _Follower(owner, apply)


# ---- icons ----------------------------------------------------------------------------------------------------------

_ICON = "icon"  # the name of what makes a button's icon follow the colours


def icon(name: str, role: str = "text", width: float = 1.0) -> QIcon:
    """The drawing `name` from the resources in the colour `role` (a field of `Colours`), sharp at every scale.

    It is `width` times as wide as high, with the drawing at its left: so there is a gap before a button's text.
    """
    return _icon(name, getattr(colours(), role).rgb(), width)


@lru_cache(maxsize=256)
def _icon(name: str, rgb: int, width: float) -> QIcon:
    drawing = QSvgRenderer(str(paths.icon(name)))
    result = QIcon()
    for size in _ICON_SIZES:
        result.addPixmap(_tinted(drawing, QSize(round(size * width), size), QColor(rgb)))
    return result


def _tinted(drawing: QSvgRenderer, size: QSize, colour: QColor) -> QPixmap:
    """The square drawing at the left of a pixmap of that size."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size.height(), size.height()))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    return pixmap


def set_icon(button: QAbstractButton, name: str, role: str = "text", size: int = ICON) -> None:
    """Give `button` an icon, instead of the one it has, that follows the colours of the system, with a gap before its text."""
    former = button.findChild(_Follower, _ICON, Qt.FindChildOption.FindDirectChildrenOnly)
    if former:
        former.setParent(None)
        former.deleteLater()
    width = 1.375 if button.text() else 1.0
    button.setIconSize(QSize(round(size * width), size))
    follower = follow(button, lambda: button.setIcon(icon(name, role, width)))
    follower.setObjectName(_ICON)
