"""How whole continuations are found: the likeliest by search, or drawn at random."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from textgen.engine.config import SEARCHES
from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, row


class SearchSwitch(QWidget):
    """One of the SEARCHES; where they are drawn, others can be drawn."""

    chosen = Signal(str)
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        likeliest, drawn = SEARCHES
        self.buttons = {
            likeliest: self._segment(
                self.tr("Likeliest"), self.tr("The likeliest continuations, found by beam search")
            ),
            drawn: self._segment(self.tr("Drawn"), self.tr("Continuations drawn at random, as the settings below say")),
        }
        self.draw = button("", self.again.emit, "quiet", "dice", self.tr("Draw again"))
        self.draw.setAccessibleName(self.tr("Draw again"))
        self.draw.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group = QButtonGroup(self)
        for part in self.buttons.values():
            self._group.addButton(part)
        policy = self.draw.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the list below stays where it is
        self.draw.setSizePolicy(policy)
        self.setLayout(row(row(*self.buttons.values(), gap=0.5), None, self.draw, gap=1))
        self.layout().setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.layout().setContentsMargins(style.space(0.5), 0, style.space(), style.space(0.5))
        self._group.buttonClicked.connect(self._on_click)
        self.show_search(likeliest)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What can have the keyboard, in its order."""
        return (*self.buttons.values(), self.draw)

    def show_search(self, search: str) -> None:
        """Show which one is in use."""
        self.buttons[search].setChecked(True)
        self.draw.setVisible(search != SEARCHES[0])

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little room the button gives up its words."""
        super().resizeEvent(event)
        text = self.draw.accessibleName()
        self.draw.setText(text)
        margins = self.layout().contentsMargins()
        wanted = sum(part.sizeHint().width() for part in self.controls) + margins.left() + margins.right()
        self.draw.setText(text if wanted + style.space(1.5) <= event.size().width() else "")

    def _segment(self, text: str, tip: str) -> QPushButton:
        result = QPushButton(text)
        result.setProperty("role", "segment")
        result.setCheckable(True)
        result.setToolTip(tip)
        result.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
        return result

    @Slot(QAbstractButton)
    def _on_click(self, clicked: QAbstractButton) -> None:
        self.chosen.emit(next(name for name, known in self.buttons.items() if known is clicked))
