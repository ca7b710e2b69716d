"""The ranked list of suggestions: a number key, the words, a bar and the per cent, painted in rows that never move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from textgen.engine.reports import Choice
from textgen.gui.parts import style
from textgen.gui.write.suggestion_model import LINE_ROWS, WORD_ROWS, Suggestions
from textgen.gui.write.suggestion_row import KEYS, SuggestionRow

BUSY_TICK_MS = 40


class SuggestionList(QListView):
    """Ten words, or five lines of words, to take by click, number key or Enter."""

    taken = Signal(int)  # the row, by a key
    picked = Signal(object)  # the Choice that was under the pointer when the button was pressed
    left = Signal()  # the pointer has gone
    pointed = Signal()  # `pointed_row` is another one

    def __init__(self) -> None:
        super().__init__()
        self._suggestions = Suggestions(self)
        self._message = ""
        self._beat = 0
        self._under: int | None = None  # the row under the pointer
        self._pressed: Choice | None = None
        self._row = SuggestionRow(self)
        self._timer = QTimer(self, interval=BUSY_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.setModel(self._suggestions)
        self.setItemDelegate(self._row)
        self._behave()
        style.follow(self, self.viewport().update)

    def _behave(self) -> None:
        self.setAccessibleName(self.tr("Suggestions"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor in the text
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setFixedHeight(self.height_of(WORD_ROWS))
        self.setUniformItemSizes(True)
        self.pressed.connect(self._on_press)
        self.clicked.connect(self._on_click)
        self.entered.connect(lambda index: self._point(index.row()))
        self.viewportEntered.connect(lambda: self._point(None))

    # ---- what it shows

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The choices on show, best first."""
        return self._suggestions.choices

    @property
    def compares(self) -> bool:
        """Whether the rows show what settings have changed."""
        return any(choice.before is not None for choice in self.choices)

    def show_choices(self, choices: Sequence[Choice], lines: bool = False, message: str = "") -> None:
        """Show `choices`, as whole lines of words or one word a row; `message` stands there when there are none."""
        self._message = message
        self._row.lines = lines
        self._suggestions.show(choices, LINE_ROWS if lines else WORD_ROWS)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if choices else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def set_stale(self, stale: bool) -> None:
        """Pale rows: they belong to a text that has since changed."""
        if stale != self._row.stale:
            self._row.stale = stale
            self.viewport().update()

    def set_armed(self, armed: bool) -> None:
        """Whether a number key takes a row now: its numbers then look like keys."""
        if armed != self._row.armed:
            self._row.armed = armed
            self.viewport().update()

    def set_busy(self, busy: bool) -> None:
        """A thin line that moves along the top while the model is loaded."""
        if busy != self._timer.isActive():
            self._timer.start() if busy else self._timer.stop()
            self.viewport().update()

    @property
    def busy(self) -> bool:
        return self._timer.isActive()

    def sizeHint(self) -> QSize:
        return QSize(style.space(36), self.height())

    def height_of(self, rows: int) -> int:
        """Of so many words below each other, in pixels; a line of words is as high as two."""
        return rows * self._row.height()

    def show_rows_in(self, height: int, least: int) -> None:
        """Be no higher than `height`, but as high as the `least` words and no part of a row; the rest can be scrolled to."""
        step = 2 if self._row.lines else 1
        words = min(WORD_ROWS, max(least, height // self._row.height() // step * step))
        if self.height() != self.height_of(words):
            self.setFixedHeight(self.height_of(words))

    # ---- what happens in it

    @property
    def pointed_row(self) -> int | None:
        """The row under the pointer, or the one that the keyboard has come to."""
        if self._under is None and self.hasFocus():
            return max(0, self.currentIndex().row())
        return self._under

    def _point(self, row: int | None) -> None:
        if row != self._under:
            self._under = row
            self.pointed.emit()

    @Slot(QModelIndex)
    def _on_press(self, index: QModelIndex) -> None:
        self._pressed = self.choices[index.row()] if index.row() < len(self.choices) else None

    @Slot()
    def _on_click(self) -> None:
        """Other words may stand there by now."""
        if self._pressed is not None:
            self.picked.emit(self._pressed)

    def take(self, row: int) -> None:
        """Ask for the choice in this row, if there is one."""
        if 0 <= row < len(self.choices):
            self.taken.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(self.currentIndex().row())
        elif event.text() and event.text() in KEYS:
            self.take(KEYS.index(event.text()))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._suggestions.index(0))  # there is always a row to see the focus on
        super().focusInEvent(event)
        self.pointed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.pointed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._message and not self.choices:
            painter.setPen(style.colours().muted)
            painter.setFont(style.font())
            room = self.viewport().rect().adjusted(style.space(), style.space(), -style.space(), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._message)
        if self._timer.isActive():
            self._paint_busy(painter)

    def _paint_busy(self, painter: QPainter) -> None:
        width = self.viewport().width()
        part = width // 4
        start = self._beat % (width + part) - part
        painter.fillRect(0, 0, width, 2, style.colours().line)
        painter.fillRect(start, 0, part, 2, style.colours().accent)

    @Slot()
    def _tick(self) -> None:
        self._beat += style.space()
        self.viewport().update(0, 0, self.viewport().width(), 2)
