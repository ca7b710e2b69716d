"""What can stand beside the page, one at a time: the words that may follow, where words come from, …"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QStackedWidget, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.flow import FlowLayout
from textgen.gui.parts.widgets import column, row


class SidePages(QWidget):
    """Their names, in as many rows as they need, above the one that is shown."""

    shown = Signal(str)  # the name of the page that is shown now

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._names = FlowLayout(0, style.space(0.5))
        self._pages = QStackedWidget()
        self._body = row(self._pages, gap=2)
        self._body.setStretch(0, 1)
        whole = column(self._names, self._body, gap=1)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self._group.buttonToggled.connect(self._on_toggle)

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def add(self, name: str, label: str, tip: str, page: QWidget) -> None:
        """One more page; the first is shown at first."""
        button = QPushButton(label)
        button.setCheckable(True)
        button.setProperty("role", "tab")
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where one writes
        bold = QFontMetrics(style.font(bold=True)).horizontalAdvance(label)
        button.setMinimumWidth(bold + style.space(2.5))  # its name is bold while it is shown
        self.buttons[name] = button
        self._group.addButton(button)
        self._names.addWidget(button)
        self._pages.addWidget(page)
        if len(self.buttons) == 1:
            button.setChecked(True)

    def stand_beside(self, widget: QWidget) -> None:
        """Let `widget` stand at the right of the pages, whichever is shown."""
        self._body.addWidget(widget)

    def show_page(self, name: str) -> None:
        """Bring the page of this name to the front."""
        self.buttons[name].setChecked(True)

    @Slot(QAbstractButton, bool)
    def _on_toggle(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            if any(other.hasFocus() for other in self.buttons.values()):
                button.setFocus()  # two names would stand out otherwise
            at = list(self.buttons.values()).index(button)
            self._pages.setCurrentIndex(at)
            self.shown.emit(self.current)
