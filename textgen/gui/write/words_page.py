"""The page “Words” beside the text: the suggestions, and below them the settings, whose effect stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from textgen.gui.parts.widgets import column
from textgen.gui.write.suggestions import SuggestionList

LEAST = 4  # rows of suggestions that stay in sight
SHARE = 0.5  # of the room, for settings that need more than there is


class WordsPage(QWidget):
    """`head` and `suggested`, which holds the list, stay where they are; what is in `rest` scrolls.

    Where there is too little room for both, fewer suggestions are in sight; the list itself then scrolls.
    """

    def __init__(self, head: QWidget, suggested: QWidget, list_: SuggestionList, rest: QScrollArea) -> None:
        super().__init__()
        self._head, self._suggested, self._list, self._rest = head, suggested, list_, rest
        layout = column(head, suggested, rest, gap=1)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        rest.setMinimumHeight(rest.fontMetrics().height() * 2)
        self._later = QTimer(self, singleShot=True, interval=0)  # not while Qt lays out
        self._later.timeout.connect(self._share_room)
        for part in (suggested, rest.widget()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is folded, or another mode, needs another share of the room."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._later.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """With as few suggestions as may be."""
        spare = self._list.height() - self._list.height_of(LEAST) if not self._suggested.isHidden() else 0
        return super().minimumSizeHint() - QSize(0, max(0, spare))

    def _share_room(self) -> None:
        """As many whole rows as the settings leave room for."""
        if self._suggested.isHidden():
            return
        beside = self._suggested.layout().totalHeightForWidth(self._suggested.width()) - self._list.height()
        taken = beside + self.layout().spacing() * 2
        room = self.height() - taken
        content = self._rest.widget()
        layout = content.layout()
        wanted = (
            layout.totalHeightForWidth(content.width())
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )
        self._list.show_rows_in(room - min(wanted, round(room * SHARE)), LEAST)
