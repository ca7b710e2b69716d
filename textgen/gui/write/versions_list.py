"""The versions of a page as a list: a line for each place that has several, and below it a row for each version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

from textgen.engine import words
from textgen.gui.parts import style
from textgen.gui.write.draft import Draft
from textgen.gui.write.versions import Fork, Passage

VERSION_ROLE = Qt.ItemDataRole.UserRole + 1  # a Version; None for the line above those of one place
BEFORE = 60  # characters before a place, of which the last words are shown

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Version:
    """One version of the fork with this number."""

    number: int
    index: int
    stands: bool
    passage: Passage

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(map(words.is_word, words.split(self.passage.text)))

    @property
    def shown(self) -> str:
        """Its text as one line."""
        return " ".join(self.passage.text.replace("\n", " ¶ ").split())


def versions_of(draft: Draft, fork: Fork) -> tuple[Version, ...]:
    """All versions of a fork, the oldest first."""
    passages = draft.passages(fork.number)
    return tuple(Version(fork.number, i, i == fork.standing, passage) for i, passage in enumerate(passages))


class VersionRow(QStyledItemDelegate):
    """A dot that is full where the version stands, its first words, and how many it has."""

    def sizeHint(self, option: object, index: Index) -> QSize:
        return QSize(style.space(20), max(style.space(3.5), QFontMetrics(style.font()).height() + style.space()))

    def paint(self, painter: QPainter, option: object, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        version, room = index.data(VERSION_ROLE), option.rect.adjusted(style.space(0.5), 0, -style.space(), 0)
        if version is None:
            self._paint_words(painter, room, index.data(), style.font(style.SMALL), style.colours().muted)
        else:
            self._paint_ground(painter, option)
            self._paint_version(painter, room, version, index.data())
        painter.restore()

    def _paint_version(self, painter: QPainter, room: QRect, version: Version, length: str) -> None:
        self._paint_dot(painter, room, version.stands)
        small = style.font(style.SMALL, tabular=True)
        painter.setFont(small)
        painter.setPen(style.colours().muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, length)
        ends = QFontMetrics(small).horizontalAdvance(length) + style.space()
        text = room.adjusted(style.space(2.5), 0, -ends, 0)
        self._paint_words(painter, text, version.shown, style.font(bold=version.stands), style.colours().text)

    def _paint_words(self, painter: QPainter, room: QRect, text: str, font: object, colour: object) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_dot(self, painter: QPainter, room: QRect, full: bool) -> None:
        size = style.space(1.25)
        box = QRectF(room.left() + style.space(0.5), room.center().y() - size / 2 + 0.5, size, size)
        painter.setPen(style.colours().accent)
        painter.setBrush(style.colours().accent if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)

    def _paint_ground(self, painter: QPainter, option: object) -> None:
        colours, box = style.colours(), QRectF(option.rect).adjusted(1, 1, -1, -1)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class VersionsList(QListWidget):
    """Rows to walk with the arrows; a click or Enter takes the version, Delete drops it."""

    taken = Signal(object)  # Version
    dropped = Signal(object)  # Version

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Versions"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(VersionRow(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.itemClicked.connect(self._take)
        style.follow(self, self.viewport().update)

    @property
    def current(self) -> Version | None:
        """The version in the row that is chosen."""
        item = self.currentItem()
        return item.data(VERSION_ROLE) if item is not None else None

    def show_forks(self, draft: Draft) -> None:
        """List the forks of `draft` anew; the same row stays chosen and nothing scrolls."""
        kept, place = self.current, self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        for fork in draft.forks:
            self._add_fork(draft, fork)
        self.blockSignals(False)
        if kept is not None and not self.choose(kept.number, kept.index):
            self.choose(kept.number)
        self.verticalScrollBar().setValue(place)

    def choose(self, number: int, index: int | None = None) -> bool:
        """Choose the row of a version, or that of the one which stands; False if there is none."""
        for row, version in self._rows():
            if version.number == number and (version.index == index if index is not None else version.stands):
                self.setCurrentRow(row)
                return True
        return False

    def versions(self, number: int) -> tuple[Version, ...]:
        """All that are listed of the fork with this number."""
        return tuple(version for _, version in self._rows() if version.number == number)

    def _rows(self) -> Iterable[tuple[int, Version]]:
        found: Iterator[tuple[int, Version | None]] = (
            (row, self.item(row).data(VERSION_ROLE)) for row in range(self.count())
        )
        return ((row, version) for row, version in found if version is not None)

    def _add_fork(self, draft: Draft, fork: Fork) -> None:
        before = " ".join(draft.prompt(fork.start)[-BEFORE:].split()[-4:])
        told = self.tr("After “…{words}”").format(words=before) if before else self.tr("At the beginning")
        head = QListWidgetItem(told)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(head)
        listed = versions_of(draft, fork)
        for version in listed:
            self.addItem(self._item(version, len(listed)))

    def _item(self, version: Version, all_: int) -> QListWidgetItem:
        length = self.tr("%Ln words", "", version.words)
        item = QListWidgetItem(length)
        item.setData(VERSION_ROLE, version)
        item.setToolTip(version.shown)
        name = self.tr("Version {place} of {all}, which stands in the text") if version.stands else ""
        name = (name or self.tr("Version {place} of {all}")).format(place=version.index + 1, all=all_)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {length}: {version.shown}")
        return item

    def _take(self, item: QListWidgetItem) -> None:
        version = item.data(VERSION_ROLE)
        if version is not None:
            self.taken.emit(version)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.current:
            self.taken.emit(self.current)
        elif event.key() == Qt.Key.Key_Delete and self.current:
            self.dropped.emit(self.current)
        else:
            super().keyPressEvent(event)
