"""One block of a layer while it reads a sentence: words across, units down, a colour for each number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSignalBlocker, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar

from textgen.gui.look.heat_cells import figure
from textgen.gui.look.heat_painting import paint_choice, paint_still
from textgen.gui.look.heat_plan import BAR, Plan, plan
from textgen.gui.look.heat_words import HeatWords, sentence
from textgen.gui.look.spot import Spot
from textgen.gui.parts import style
from textgen.gui.parts.picture import Picture, Table

HEIGHTS = (0, 8, 18, 28)  # pixels of a row at each step of the magnification; 0 for all units in sight
NOTCH = 40  # of a wheel's turn, for a row


class HeatMap(Picture):
    """Arrow keys step through words and units, Space plays; a click chooses, + and − magnify."""

    playWanted = Signal()
    magnifiedChanged = Signal()

    def __init__(self, spot: Spot) -> None:
        super().__init__("heat-map")
        self.spot = spot
        self.pointed: tuple[int, int] | None = None  # row and word
        self.magnified = 0  # a step of HEIGHTS
        self._first = 0
        self._plan: Plan | None = None
        self._still: QImage | None = None
        self._table: Table | None = None
        self._words = HeatWords()
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._scroll)
        self._bar.hide()
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(style.space(30), style.space(22)))
        self.setAccessibleName(self.tr("Heat map: words across, units down"))
        spot.redrawn.connect(self._on_redrawn)
        spot.moved.connect(self._on_moved)
        style.follow(self, self._lay_out)

    # ---- in words and figures

    def summary(self) -> str:
        return sentence(self.spot) if self.spot.words else ""

    def table(self) -> Table:
        """Every unit by itself, in the order of the rows."""
        if self._table is None:
            values_HT = self.spot.values_TH.T[list(self.spot.order)].tolist()
            units = zip(self.spot.order, values_HT, strict=True)
            lines = [(str(unit), *(figure(value, 3) for value in values_T)) for unit, values_T in units]
            self._table = Table((self.tr("Unit"), *self.spot.words), lines)
        return self._table

    def readout(self) -> str:
        """The number of the field that is pointed at, else of the one that is chosen."""
        if self.pointed is None:
            return self._words.readout(self.spot, self.spot.word, (self.spot.unit,))
        row, word = self.pointed
        return self._words.readout(self.spot, word, self.plan.rows[row])

    # ---- where everything stands

    @property
    def plan(self) -> Plan:
        if self._plan is None:
            self._plan = self._plan_for(QSizeF(self.size()))
        return self._plan

    def _plan_for(self, size: QSizeF) -> Plan:
        return plan(self.spot, size, HEIGHTS[self.magnified], self._first)

    def _lay_out(self) -> None:
        """Everything may stand elsewhere, or look otherwise."""
        self._plan = self._still = self.pointed = None
        if self.spot.words:
            self._reveal()
            self._set_bar()
        self._bar.setVisible(bool(self.spot.words and self.magnified))
        self.update()

    def _reveal(self) -> None:
        """Scroll as little as needed until the chosen unit is in sight."""
        row, fits = self.plan.row_of(self.spot.unit), len(self.plan.seen)
        first = max(row - fits + 1, min(self.plan.first, row))
        if first != self.plan.first:
            self._plan = self._still = None
        self._first = first

    def _set_bar(self) -> None:
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, len(self.plan.rows) - len(self.plan.seen))
            self._bar.setPageStep(len(self.plan.seen))
            self._bar.setValue(self.plan.first)
        field = self.plan.field
        self._bar.setGeometry(self.width() - BAR, round(field.top()), BAR, round(field.height()))

    @Slot(int)
    def _scroll(self, first: int) -> None:
        self._first = first
        self._plan = self._still = self.pointed = None
        self.update()

    def magnify(self, by: int) -> None:
        """So many steps closer, or back; the chosen unit stays in sight."""
        self.magnified = max(0, min(self.magnified + by, len(HEIGHTS) - 1))
        self._lay_out()
        self.magnifiedChanged.emit()

    @Slot()
    def _on_redrawn(self) -> None:
        self._table = None
        self._lay_out()
        self.changed.emit()

    @Slot()
    def _on_moved(self) -> None:
        """Only what was not in sight is drawn anew."""
        if self._plan_for(QSizeF(self.size())).shown.first != self.plan.shown.first:
            self._plan = self._still = None
        self._reveal()
        self._set_bar()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands still is drawn once."""
        if not self.spot.words:
            return
        if self._still is None or self._still.devicePixelRatio() != self.devicePixelRatioF():
            self._still = self._drawn()
        painter = QPainter(self)
        painter.drawImage(QPointF(0, 0), self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, QSizeF(self.size()), self.spot, self.plan, self.pointed, self.readout())

    def _drawn(self) -> QImage:
        image = QImage(self.size() * self.devicePixelRatioF(), QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_still(painter, QSizeF(self.size()), self.spot, self.plan, self._words.note(self.spot, self.plan))
        painter.end()
        return image

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self.spot.words:
            plan = self._plan_for(size)
            paint_still(painter, size, self.spot, plan, self._words.note(self.spot, plan))
            paint_choice(painter, size, self.spot, plan, None, self.readout())

    # ---- keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spot, last = self.spot, len(self.spot.words) - 1
        acts = {
            Qt.Key.Key_Left: lambda: spot.choose_word(spot.word - 1),
            Qt.Key.Key_Right: lambda: spot.choose_word(spot.word + 1),
            Qt.Key.Key_Home: lambda: spot.choose_word(0),
            Qt.Key.Key_End: lambda: spot.choose_word(last),
            Qt.Key.Key_Up: lambda: spot.step_unit(-1),
            Qt.Key.Key_Down: lambda: spot.step_unit(1),
            Qt.Key.Key_PageUp: lambda: spot.step_unit(-10),
            Qt.Key.Key_PageDown: lambda: spot.step_unit(10),
            Qt.Key.Key_Plus: lambda: self.magnify(1),
            Qt.Key.Key_Minus: lambda: self.magnify(-1),
            Qt.Key.Key_Space: self.playWanted.emit,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or not spot.words:
            super().keyPressEvent(event)
        else:
            act()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A field chooses its word and unit, a word itself only."""
        super().mousePressEvent(event)
        self._point(event.position())
        if self.pointed is not None:
            row, word = self.pointed
            self.spot.choose_unit(self.plan.rows[row][0])
            self.spot.choose_word(word)
        elif self.spot.words and (word := self.plan.shown.at(event.position().x())) is not None:
            self.spot.choose_word(word)

    def _point(self, at: QPointF) -> None:
        self.pointed = None
        if self.spot.words:
            row, word = self.plan.row_at(at.y()), self.plan.shown.at(at.x())
            self.pointed = None if row is None or word is None else (row, word)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl it magnifies."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.magnify(1 if event.angleDelta().y() > 0 else -1)
        else:
            self._bar.setValue(self._bar.value() - event.angleDelta().y() // NOTCH)
