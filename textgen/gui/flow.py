"""A layout that breaks into rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout


class FlowLayout(QLayout):
    """Cards side by side, as many in a row as there is room for, all of one width."""

    def __init__(self, least: int, gap: int) -> None:
        super().__init__()
        self._items: list = []
        self._least, self._gap = least, gap

    def addItem(self, item) -> None:  # noqa: N802 - Qt’s name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int):  # noqa: N802 - Qt’s name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int):  # noqa: N802 - Qt’s name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt’s name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt’s name
        return QSize(self._least, max((item.minimumSize().height() for item in self._items), default=0))

    def setGeometry(self, area: QRect) -> None:  # noqa: N802 - Qt’s name
        super().setGeometry(area)
        self._place(area, move=True)

    def _place(self, area: QRect, *, move: bool) -> int:
        """Lay the items out in `area`; returns the height they take."""
        if not self._items:
            return 0
        across = max(1, min(len(self._items), (area.width() + self._gap) // (self._least + self._gap)))
        width = (area.width() - self._gap * (across - 1)) // across
        height = max(item.sizeHint().height() for item in self._items)
        for index, item in enumerate(self._items):
            corner = QPoint(index % across * (width + self._gap), index // across * (height + self._gap))
            if move:
                item.setGeometry(QRect(area.topLeft() + corner, QSize(width, height)))
        rows = -(-len(self._items) // across)
        return rows * height + (rows - 1) * self._gap
