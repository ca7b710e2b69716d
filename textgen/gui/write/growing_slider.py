"""A slider with a stop for each snapshot of a training, and the text that this one writes; folded away at first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPushButton, QSlider, QStyle, QTextEdit, QWidget

from textgen.engine.checkpoint import Checkpoint
from textgen.gui.parts import figures, style
from textgen.gui.parts.form_controls import CalmWheel
from textgen.gui.parts.unsure import Unsure
from textgen.gui.parts.widgets import Elided, button, column, row
from textgen.gui.work import snapshots
from textgen.gui.work.snapshots import Snapshots

ICON = 16
HANDLE = 16  # pixels: the width of the slider's handle with its border
DOT = 2.0  # the radius of a stop's mark
PAGE = 18  # steps of the grid: about eight lines
TAIL = 60  # letters of the prompt that are shown before a text


class Stops(CalmWheel, QSlider):
    """The slider itself: a dot below each stop, full where something has been written."""

    left = Signal()  # by the pointer

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.pointed = False  # the pointer is on it
        self._full: list[bool] = []
        self.setPageStep(1)
        self.setProperty("role", "stops")
        style.follow(self, self.update)

    def mark(self, full: list[bool]) -> None:
        """Say at which stops something has been written."""
        self._full = full
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.pointed = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed = False
        super().leaveEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.colours().accent)
        for stop, full in enumerate(self._full):
            painter.setBrush(style.colours().accent if full else style.colours().surface)
            painter.drawEllipse(QPointF(self._x(stop), self.height() - 2 * DOT), DOT, DOT)

    def _x(self, stop: int) -> float:
        room = self.width() - HANDLE
        return HANDLE / 2 + QStyle.sliderPositionFromValue(0, self.maximum(), stop, room)


class GrowingSlider(QWidget):
    """Shows snapshots, one at a time; hidden while there are not two to compare."""

    opened = Signal()
    looked = Signal()  # at another snapshot, or at the first of a training
    pressed = Signal()  # the button: to write or to stop

    def __init__(self) -> None:
        super().__init__()
        self.snapshots: Snapshots = ()
        self._shown: list[tuple[str, QColor]] = []
        self._waiting: Snapshots = ()  # what comes while the pointer is on the slider
        self.fold = QPushButton()
        self.slider = Stops()
        self.after = style.label(bold=True)
        self.unsure = Elided(role="muted")
        self.page = QTextEdit()
        self.state = style.label(size=style.SMALL, role="muted", wrap=True)
        self.button = button(self.tr("Write at each"), self.pressed.emit)
        self.body = QWidget()
        self._prepare()
        self._lay_out()
        self.fold.toggled.connect(self._on_fold)
        self.slider.valueChanged.connect(self._on_stop)
        self.slider.left.connect(self._catch_up)
        style.follow(self, self._show_fold)
        self.set_snapshots(())

    @property
    def seen(self) -> Checkpoint | None:
        """The snapshot that is looked at."""
        return self.snapshots[self.slider.value()] if self.snapshots else None

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """In the order of the Tab key."""
        return self.fold, self.button, self.slider, self.page

    def set_snapshots(self, new: Snapshots) -> None:
        """Show these, and go on showing the one that is looked at; nothing moves under the pointer."""
        self._waiting = new
        if not (self.slider.pointed and any(one is self.seen for one in new)):
            self._catch_up()

    def show_text(self, prompt: str, text: str | None, instead: str) -> None:
        """Show what the snapshot has written after `prompt`, or what is to be said `instead`."""
        now = style.colours()
        parts = [(instead, now.muted)] if text is None else [(_tail(prompt), now.muted), (text, now.generated)]
        if parts == self._shown:
            return  # somebody may be reading or copying
        self._shown = parts
        self.page.clear()
        cursor = QTextCursor(self.page.document())
        for part, colour in parts:
            cursor.insertText(part, _ink(colour))

    def set_writing(self, writing: bool, why_not: str) -> None:
        """What the button does now; it can only be pressed where nothing speaks against it."""
        tip = self.tr("Let each snapshot write on from the same text, with the same seed and the settings above")
        self.button.setText(self.tr("Stop") if writing else self.tr("Write at each"))
        self.button.setEnabled(writing or not why_not)
        self.button.setToolTip(self.tr("Stop writing; what has been written stays") if writing else why_not or tip)

    # ---- layout

    def _prepare(self) -> None:
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.setIconSize(QSize(ICON * 3 // 2, ICON))
        self.fold.setToolTip(
            self.tr(
                "The same text written on by earlier states of this model, so that you see how it learned. They are"
                " kept in memory until another training begins or a model is opened (at most {count} of them, and"
                " {size} MB beside the best and the latest). They are not saved with the model. Each is the network alone."
            ).format(count=snapshots.MOST, size=snapshots.MEGABYTES)
        )
        self.button.setMinimumWidth(self.button.sizeHint().width())  # it keeps its width when it says something else
        self.slider.setAccessibleName(self.tr("Snapshots of the training, the earliest first"))
        self.page.setAccessibleName(self.tr("What this snapshot writes"))
        self.page.setReadOnly(True)
        self.page.setProperty("role", "page")
        self.page.setTabChangesFocus(True)
        self.page.setFixedHeight(style.space(PAGE))
        self.page.setFont(style.font())
        self.page.document().setDocumentMargin(style.space())

    def _lay_out(self) -> None:
        head = row(self.button, self.state)
        head.setStretch(1, 1)
        inside = column(head, self.slider, column(self.after, self.unsure, gap=0.25), self.page)
        inside.setContentsMargins(style.space(0.5), style.space(0.5), style.space(), style.space())
        self.body.setLayout(inside)
        self.body.setVisible(False)
        whole = column(self.fold, self.body, gap=0.5)
        whole.setAlignment(self.fold, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(whole)
        self.hide()  # there is nothing to compare yet

    # ---- what is shown

    @Slot()
    def _catch_up(self) -> None:
        new, seen = self._waiting, self.seen
        if len(new) == len(self.snapshots) and all(a is b for a, b in zip(new, self.snapshots, strict=True)):
            return
        place = next((i for i, one in enumerate(new) if one is seen), 0)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(0, len(new) - 1))
            self.slider.setValue(place)
        self.snapshots = new
        self.setVisible(len(new) > 1)
        self._show_fold()
        self._on_stop()

    @Slot(bool)
    def _on_fold(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._show_fold()
        if is_open:
            self.opened.emit()

    def _show_fold(self) -> None:
        self.fold.setText(self.tr("Growing up · %Ln snapshots", "", len(self.snapshots)))
        self.fold.setIcon(style.icon("chevron-down" if self.fold.isChecked() else "chevron-right", width=1.5))

    @Slot()
    def _on_stop(self) -> None:
        if self.seen is not None:
            self._show_stop(self.seen)
        self.looked.emit()

    def _show_stop(self, seen: Checkpoint) -> None:
        told = snapshots.evaluation_of(seen)
        best = seen is snapshots.best_of(self.snapshots)
        words = self.tr("after {time} · the best") if best else self.tr("after {time}")
        self.after.setText(words.format(time=figures.duration(told.seconds)))
        self.unsure.setText(Unsure().briefly(told.held_out_perplexity))
        self.unsure.setToolTip(
            self.tr("Perplexity {value} on text it has not seen, after {words} words of training").format(
                value=figures.perplexity(told.held_out_perplexity), words=figures.number(told.epoch * seen.tokens)
            )
        )
        self.slider.setAccessibleDescription(f"{self.after.text()}, {self.unsure.text()}")


def _tail(prompt: str) -> str:
    """The last words of a prompt, without its last spaces."""
    prompt = prompt.rstrip(" ")
    return prompt if len(prompt) <= TAIL else "…" + prompt[-TAIL:].partition(" ")[2]


def _ink(colour: QColor) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setForeground(colour)
    return result
