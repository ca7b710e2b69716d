"""Beside the page: the places that have several versions, to take, to lay side by side and to drop."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import QStackedWidget, QTextEdit, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, column, row
from textgen.gui.work.piece import at
from textgen.gui.write.draft import Draft
from textgen.gui.write.side_by_side import SideBySide
from textgen.gui.write.versions import Fork
from textgen.gui.write.versions_list import Version, VersionsList

BEFORE = 120  # characters before two versions that are shown with them
SETTLED_MS = 200  # the first words of a version follow the text after so long a pause


class VersionsPage(QWidget):
    """Follows the cursor: the versions at it are chosen. Choosing others by key or click shows their place."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._marked = False  # a place on the page is
        self.list = VersionsList()
        self.compare = button(self.tr("&Compare"), self._compare, "plain")
        self.drop = button(self.tr("&Drop"), lambda: self._drop(self.list.current), "plain")
        self._pages = QStackedWidget()
        self._lay_out()
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._show)
        draft.forksChanged.connect(self._later)
        draft.edited.connect(self._settled.start)
        draft.moved.connect(self._follow)
        draft.moved.connect(self._unmark)
        self.list.taken.connect(self._take)
        self.list.dropped.connect(self._drop)
        self.list.currentItemChanged.connect(self._on_current)

    def _lay_out(self) -> None:
        nothing = style.label(
            self.tr(
                "There is one version of everything so far.\n\nClick a word that the model has written, or press F2 at "
                "it, and choose another: the text goes on from there, and what stood there is kept here."
            ),
            role="muted",
            wrap=True,
        )
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        nothing.setContentsMargins(style.space(), style.space(), style.space(), 0)
        filled = QWidget()
        whole = column(self.list, row(self.compare, self.drop, None, gap=1), gap=1)
        whole.setStretch(0, 1)
        whole.setContentsMargins(0, 0, style.space(), style.space(0.5))
        filled.setLayout(whole)
        self._pages.addWidget(nothing)
        self._pages.addWidget(filled)
        self.setLayout(column(self._pages))

    # ---- what is shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()
        self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._unmark()  # it would lie over the shading of another page

    @Slot()
    def _later(self) -> None:
        """Once the edit is done that has changed the versions."""
        QTimer.singleShot(0, self, self._show)

    @Slot()
    def _show(self) -> None:
        self._settled.stop()
        if not self.isVisible():  # it is shown when it comes into sight
            return
        self.list.show_forks(self._draft)
        self._pages.setCurrentIndex(bool(self._draft.forks))
        self._follow()
        self._show_actions()

    @Slot()
    def _follow(self) -> None:
        """Choose the version that the cursor is in, the innermost."""
        place = self._draft.textCursor().position()
        there = [fork for fork in self._draft.forks if fork.start <= place <= fork.end]
        if there and not self.list.hasFocus() and self.isVisible():
            number = min(there, key=lambda fork: fork.length).number
            if self.list.current is None or self.list.current.number != number or not self.list.current.stands:
                self.list.choose(number)

    @Slot()
    def _on_current(self) -> None:
        self._show_actions()
        version = self.list.current
        if version is not None and self.list.hasFocus():
            self._point_to(next((fork for fork in self._draft.forks if fork.number == version.number), None))

    def _show_actions(self) -> None:
        chosen = self.list.current is not None
        why = self.tr("Choose a version first.")
        for action, tip in (
            (self.compare, self.tr("Lay it beside the version that stands in the text")),
            (self.drop, self.tr("Give this version up; Ctrl+Z brings it back")),
        ):
            action.setEnabled(chosen)
            action.setToolTip(tip if chosen else why)

    def _point_to(self, fork: Fork | None) -> None:
        """Bring a place of the page into sight, without moving the cursor from where one writes."""
        if fork is None:
            return
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = at(self._draft.document(), fork.end, fork.start), QTextCharFormat()
        mark.format.setBackground(style.colours().hover)
        self._draft.setExtraSelections([mark])
        self._marked = True
        rect, bar = self._draft.cursorRect(at(self._draft.document(), fork.start)), self._draft.verticalScrollBar()
        if rect.top() < 0 or rect.bottom() > self._draft.viewport().height():
            bar.setValue(bar.value() + rect.top() - self._draft.viewport().height() // 3)

    @Slot()
    def _unmark(self) -> None:
        if self._marked:
            self._marked = False
            self._draft.setExtraSelections([])

    # ---- what is done

    @Slot(object)
    def _take(self, version: Version) -> None:
        self._draft.switch(version.number, version.index)

    @Slot(object)
    def _drop(self, version: Version | None) -> None:
        if version is not None:
            self._draft.give_up(version.number, version.index)

    def _before(self, number: int) -> str:
        """The last words of the paragraph before a fork."""
        start = next(fork.start for fork in self._draft.forks if fork.number == number)
        line = self._draft.prompt(start).rpartition("\n")[2]
        return line if len(line) <= BEFORE else "…" + line[-BEFORE:].partition(" ")[2]

    def _compare(self) -> None:
        """The chosen version beside the one that stands; that one beside the one before it, or after it."""
        version = self.list.current
        if version is None:
            return
        listed = self.list.versions(version.number)
        standing = next(one for one in listed if one.stands)
        other = version if not version.stands else listed[version.index - 1 if version.index else 1]
        both = sorted((standing, other), key=lambda one: one.index)
        beside = SideBySide(both, len(listed), self._before(version.number), self.window())
        beside.taken.connect(self._take)
        beside.open()
