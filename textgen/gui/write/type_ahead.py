"""Words that begin like what is being typed into a field, with how often each occurs, to be chosen below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from textgen.gui.parts import figures, style
from textgen.gui.write.known_words import KnownWords

MOST = 8  # words below the field
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class TypeAhead(QCompleter):
    """Looks `known` up whenever a person types into `field`; never waits for it."""

    def __init__(self, field: QLineEdit, known: KnownWords) -> None:
        super().__init__(field)
        self._field, self._known = field, known
        self._typed = ""
        self.words = _Words(self)
        self.setModel(self.words)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(MOST)
        popup = QListView()
        popup.setProperty("role", "popup")
        popup.setMouseTracking(True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPopup(popup)
        popup.setItemDelegate(_Row(popup))  # not before: the completer sets one of its own
        field.setCompleter(self)
        field.textEdited.connect(self._on_edited)
        field.returnPressed.connect(self.popup().hide)
        known.ready.connect(self._on_ready)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes a word only where one is marked: Qt would put the first that begins so into the field unseen."""
        if event.type() == QEvent.Type.KeyPress and not self.popup().selectionModel().hasSelection():
            self.popup().setCurrentIndex(QModelIndex())
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        """The field itself opens and closes what is below it, right after this."""
        self._typed = text
        found = self._known.beginning(text.strip(), MOST)
        self.words.show(found if [word for word, _ in found] != [text.strip()] else ())

    @Slot()
    def _on_ready(self) -> None:
        if self._field.hasFocus() and self._field.text() == self._typed:
            self._on_edited(self._typed)
            self.complete()


class _Words(QAbstractListModel):
    def __init__(self, parent: QCompleter) -> None:
        super().__init__(parent)
        self.found: tuple[tuple[str, int], ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        word, count = self.found[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return word
        if role == COUNT_ROLE:
            return figures.number(count)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self.tr("%Ln times in the text it learned from", "", count)
        return None

    def show(self, found: Sequence[tuple[str, int]]) -> None:
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()


class _Row(QStyledItemDelegate):
    """The word, and at the right how often it occurs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(style.space(20), QFontMetrics(style.font()).height() + style.space())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, room = style.colours(), option.rect.adjusted(style.space(), 0, -style.space(), 0)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(option.rect, colours.hover)
        count, font = str(index.data(COUNT_ROLE)), style.font(style.SMALL, tabular=True)
        painter.setFont(font)
        painter.setPen(colours.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        wide = QFontMetrics(font).horizontalAdvance(count) + style.space()
        self._paint_word(painter, room.adjusted(0, 0, -wide, 0), str(index.data()))

    def _paint_word(self, painter: QPainter, room: QRect, word: str) -> None:
        painter.setFont(style.font())
        painter.setPen(style.colours().text)
        shown = QFontMetrics(style.font()).elidedText(word, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
