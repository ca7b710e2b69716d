"""The picture of the unrolled network: it scrolls sideways, and the arrow keys and the pointer choose a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QRectF, QSizeF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QStyle

from textgen.gui.look.unrolled_paint import LEFT, Drawing
from textgen.gui.look.unrolled_places import LANE, SIDE, START, Places, least_height, rows
from textgen.gui.look.unrolled_words import UnrolledWords
from textgen.gui.parts import figures, style
from textgen.gui.parts.picture import Picture, Table

if TYPE_CHECKING:
    from textgen.engine.unrolled import Column, Unrolled

TRAVEL = 600  # milliseconds that a word takes on its way back in


class UnrolledPicture(Picture):
    """Follows the column that is chosen. While it is walked through, the columns after that one are not yet there."""

    chosen = Signal(int)  # the column's number, the first is 0
    onWanted = Signal()  # one more word is to be written

    def __init__(self) -> None:
        super().__init__("unrolled")
        self.unrolled: Unrolled | None = None
        self.at = -1
        self._words = UnrolledWords(self)
        self._shown: int | None = None  # how many columns are there; None is all
        self._wide: tuple[float, ...] = ()
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self.update)
        self._way = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=TRAVEL)
        self._way.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._way.valueChanged.connect(self.update)
        self._way.finished.connect(self._arrive)
        self.setAccessibleName(self.tr("The network unrolled"))
        self._fit()

    # ---- what is shown

    def show_unrolled(self, unrolled: Unrolled | None) -> None:
        """Show other columns, all of them; chosen is the one whose output is the first that counts."""
        self._way.stop()
        self.unrolled = unrolled if unrolled and unrolled.columns else None
        self._shown, self.at = None, -1
        columns = self.unrolled.columns if self.unrolled else ()
        self._wide = tuple(map(self._wanted, columns))
        self._fit()
        self._choose(next((k for k, column in enumerate(columns) if column.written), -1))
        self.changed.emit()

    def show_longer(self, unrolled: Unrolled) -> None:
        """Show the same columns with one more, whose word is seen on its way."""
        self.unrolled = unrolled
        self._wide = tuple(map(self._wanted, unrolled.columns))
        self._fit()
        self.enter(len(unrolled.columns) - 1)
        self.changed.emit()

    def enter(self, at: int) -> None:
        """Show the columns up to this one and choose it; a word that is fed back is seen on its way first."""
        self._way.stop()
        self._shown = at + 1
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        if moves and self.isVisible() and self.unrolled.columns[at].fed_back:
            self._shown = at
            self._choose(at - 1, near=at)
            self._way.start()
        else:
            self._choose(at)

    def show_all(self) -> None:
        """Show all the columns again."""
        self._way.stop()
        self._shown = None
        self.update()

    @property
    def moving(self) -> bool:
        """Whether a word is on its way."""
        return self._way.state() == QVariantAnimation.State.Running

    def choose(self, at: int) -> None:
        """Choose a column; all are shown then."""
        if self.unrolled is not None:
            self.show_all()
            self._choose(min(max(at, 0), len(self.unrolled.columns) - 1))

    def _choose(self, at: int, near: int | None = None) -> None:
        self.at = at
        if at >= 0:
            self._bring(at if near is None else near)
        self.update()
        self.chosen.emit(at)

    @Slot()
    def _arrive(self) -> None:
        self._shown += 1
        self._choose(self._shown - 1)

    # ---- in words

    def summary(self) -> str:
        return self._words.summary(self.unrolled) if self.unrolled else ""

    def detail(self) -> str:
        """The column that is chosen, in words."""
        return self._words.detail(self.unrolled, self.at) if self.unrolled and self.at >= 0 else ""

    def table(self) -> Table:
        return self._words.table(self.unrolled) if self.unrolled else Table((), ())

    # ---- places

    def _line(self) -> float:
        return QFontMetricsF(style.font()).height() + 3

    def _gutter(self) -> float:
        metrics = QFontMetricsF(style.font(style.SMALL))
        return max(metrics.horizontalAdvance(name) for name in self._names()) + style.space(2)

    def _names(self) -> list[str]:
        """What the rows are called, from the top."""
        layers = len(self.unrolled.start) if self.unrolled else 1
        named = [self.tr("Layer {k}").format(k=figures.number(k)) for k in range(layers, 0, -1)]
        return [self.tr("Output"), *named, self.tr("Embedding"), self.tr("Word in")]

    def _wanted(self, column: Column) -> float:
        """The width in which its words can be read."""
        bold = QFontMetricsF(style.font(bold=True))
        outputs = [*column.outputs, *([column.written] if column.written else [])]
        shares = (
            bold.horizontalAdvance(output.word + figures.percent(output.probability, 0)) + 24 for output in outputs
        )
        return max(bold.horizontalAdvance(column.word) + 26, *shares)

    def _places(self, height: float) -> Places:
        room = rows(height - self._bar.sizeHint().height(), len(self.unrolled.start), self._line())
        return Places.of(room, self._wide, self._gutter() + START + LANE + SIDE)

    def _fit(self) -> None:
        layers = len(self.unrolled.start) if self.unrolled else 1
        bar = self._bar.sizeHint().height()
        self.setMinimumHeight(round(least_height(layers, self._line()) + bar) + 1)
        self._bar.setGeometry(0, self.height() - bar, self.width(), bar)
        beyond = self._places(self.height()).end + LANE - self.width() if self.unrolled else 0
        self._bar.setRange(0, max(0, round(beyond)))
        self._bar.setPageStep(max(1, self.width() - round(self._gutter())))
        self._bar.setSingleStep(style.space(5))
        self._bar.setVisible(beyond > 0)

    def _bring(self, at: int) -> None:
        """Scroll so far that a column and its neighbours can be seen."""
        room, gutter = self._places(self.height()).column(at), self._gutter() + START + LANE + SIDE
        right = room.right() + LANE + SIDE - self.width()
        self._bar.setValue(round(min(max(self._bar.value(), right), room.left() - gutter)))

    # ---- drawing

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self.unrolled is None:
            return
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.colours().raised)
        places, scrolled, gutter = self._places(size.height()), self._bar.value(), self._gutter()
        self._paint_names(painter, places, gutter)
        painter.save()
        painter.setClipRect(QRectF(gutter, 0, size.width() - gutter, size.height()))
        painter.translate(-scrolled, 0)
        count = len(self.unrolled.columns) if self._shown is None else self._shown
        last = min(places.at(scrolled + size.width()) + 2, count)
        self._paint_columns(Drawing(painter, places, self.unrolled), range(max(0, places.at(scrolled) - 1), last))
        painter.restore()

    def _paint_columns(self, drawing: Drawing, seen: range) -> None:
        if self.at in seen:
            drawing.mark(self.at, focus=self.hasFocus())
        columns = self.unrolled.columns
        for at in seen:
            if columns[at].fed_back:
                drawing.feedback(at)
            drawing.states(at)
        for at in seen:
            drawing.column(at, self._words.note(columns[at], at))
        if self.moving and self._shown is not None:
            drawing.feedback(self._shown, self._way.currentValue())

    def _paint_names(self, painter: QPainter, places: Places, gutter: float) -> None:
        painter.setFont(style.font(style.SMALL))
        painter.setPen(style.colours().muted)
        room = places.rows
        for name, (top, bottom) in zip(
            self._names(), (room.outputs, *reversed(room.layers), room.embedding, room.word), strict=True
        ):
            painter.drawText(QRectF(style.space(), top, gutter, bottom - top), LEFT, name)

    # ---- keys and pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.unrolled is not None and event.position().x() > self._gutter():
            self.choose(self._places(self.height()).at(event.position().x() + self._bar.value()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = event.angleDelta().x() or (
            event.angleDelta().y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0
        )
        if sideways and self._bar.isVisible():
            self._bar.setValue(self._bar.value() - sideways)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: self.at - 1,
            Qt.Key.Key_Right: self.at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._wide) - 1,
        }
        if event.key() in moves:
            self.choose(moves[event.key()])
        elif event.key() == Qt.Key.Key_Space:
            self.onWanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self.at >= 0:
            self._bring(self.at)
