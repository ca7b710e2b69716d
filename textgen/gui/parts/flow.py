"""A layout that breaks into rows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout


class FlowLayout(QLayout):
    """Widgets side by side, as many in a row as there is room for: all of one width, or each of its own."""

    def __init__(self, least: int, gap: int, *, last_right: bool = False) -> None:
        """`least` is the width from which they share a row evenly; 0 leaves each its own width, and the last may stand
        at the right end of its row.
        """
        super().__init__()
        self._items: list = []
        self._least, self._gap, self._last_right = least, gap, last_right

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
        least = [item.minimumSize() for item in self._items]
        widest = self._least or max((size.width() for size in least), default=0)
        return QSize(widest, max((size.height() for size in least), default=0))

    def setGeometry(self, area: QRect) -> None:  # noqa: N802 - Qt’s name
        super().setGeometry(area)
        self._place(area, move=True)

    def _place(self, area: QRect, *, move: bool) -> int:
        """Lay the items out in `area`; returns the height they take."""
        if not self._items:
            return 0
        height = max(item.sizeHint().height() for item in self._items)
        corners = list(self._even(area.width()) if self._least else self._own(area.width()))
        for item, (left, line, width) in zip(self._items, corners, strict=True):
            if move:
                corner = area.topLeft() + QPoint(left, line * (height + self._gap))
                item.setGeometry(QRect(corner, QSize(width, height)))
        rows = corners[-1][1] + 1
        return rows * height + (rows - 1) * self._gap

    def _even(self, room: int) -> Iterator[tuple[int, int, int]]:
        """Left edge, row and width of each item, all of one width."""
        across = max(1, min(len(self._items), (room + self._gap) // (self._least + self._gap)))
        width = (room - self._gap * (across - 1)) // across
        for index in range(len(self._items)):
            yield index % across * (width + self._gap), index // across, width

    def _own(self, room: int) -> Iterator[tuple[int, int, int]]:
        """The same, each as wide as it wants to be."""
        left = line = 0
        for item in self._items:
            width = item.sizeHint().width()
            if left and left + width > room:
                left, line = 0, line + 1
            yield room - width if self._last_right and item is self._items[-1] else left, line, width
            left += width + self._gap
