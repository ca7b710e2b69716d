"""The learning curve. The only file that imports the plotting library, which costs 0.4 s: import it late."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPen, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textgen.engine.reports import Evaluation, Progress
from textgen.gui.parts import curve_data, figures, style
from textgen.gui.parts.curve_data import Frame, Trace
from textgen.gui.parts.widgets import frame, row
from textgen.gui.train.curve_legend import Legend, quiet

REDRAW_MS = 200  # at most five times a second, however fast reports come
REACH = 40  # how near the pointer must come to a measured point to read it, in pixels
ROW, COLUMN = 34, 64  # least distances of two ticks, in pixels
POINT, CROWD = 7, 20
VEIL = 200  # of 255: how far the name of a line covers what runs behind it
CROWDED = 0.16  # of the height: a line so near above the best point leaves no room for its name there


class _PerplexityAxis(pg.AxisItem):
    """Plain numbers (20, 50, 100) on an axis that holds their logarithms."""

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list:  # noqa: N802 - the library's names
        ticks = curve_data.perplexity_ticks(minVal, maxVal, max(2, int(size // ROW)))
        return [(1.0, [math.log10(tick) for tick in ticks])]

    def tickStrings(self, values: Iterable[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        return [figures.shortest(float(f"{10**value:.4g}")) for value in values]


class _LengthAxis(pg.AxisItem):
    """Minutes, written as the locale writes numbers."""

    def tickValues(self, minVal: float, maxVal: float, size: float) -> list:  # noqa: N802
        return [(1.0, curve_data.even_ticks(minVal, maxVal, max(2, int(size // COLUMN))))]

    def tickStrings(self, values: Iterable[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        return [figures.shortest(round(value, 6)) for value in values]


class LearningCurve(QWidget):
    """Perplexity against the time trained: training as a thin line, held-out as a thick one with its points.

    `append` takes reports as they come; `show_history` a finished training; both are cheap at any length.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace = Trace()
        self._evaluations: list[Evaluation] = []
        self._baselines: dict[str, float] = {}
        self._frame = Frame()
        self._read: int | None = None
        self._redraw = QTimer(self, interval=REDRAW_MS, singleShot=True)
        self._redraw.timeout.connect(self.flush)
        self._build()
        style.follow(self, self._colour)
        self.clear()

    # ---- what it shows ----------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Empty the plot for a new training."""
        self._trace, self._evaluations = Trace(), []
        self._frame, self._read = Frame(), None
        self.flush()

    def append(self, progress: Sequence[Progress] = (), evaluations: Sequence[Evaluation] = ()) -> None:
        """Add what has come since the last call; drawn within a fifth of a second."""
        self._trace.extend((p.seconds / 60, p.train_perplexity) for p in progress)
        if progress and progress[-1].share:
            self._frame.expected = progress[-1].seconds / progress[-1].share / 60
        self._evaluations.extend(evaluations)
        if not self._redraw.isActive():
            self._redraw.start()

    def show_history(self, evaluations: Sequence[Evaluation]) -> None:
        """Show a training of which only the evaluations are known, such as a saved model's."""
        self.clear()
        self._evaluations = list(evaluations)
        self._trace.extend((e.seconds / 60, e.train_perplexity) for e in evaluations)
        self.finish()

    def finish(self) -> None:
        """The training is over: let the lower axis end where the curve ends."""
        self._frame.running = False
        self.flush()

    def set_baselines(self, baselines: Mapping[str, float]) -> None:
        """Draw dotted lines at these perplexities, with their names on them."""
        if dict(baselines) == self._baselines:
            return
        self._baselines = dict(baselines)
        for line in self._lines:
            self._plot.removeItem(line)
        self._lines = [self._baseline(name, value) for name, value in self._baselines.items()]
        self._colour()
        self.flush()

    def summary(self) -> str:
        """The curve in one or two sentences."""
        return curve_data.summary(self._evaluations)

    # ---- how it is built --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        axes = {"left": _PerplexityAxis("left"), "bottom": _LengthAxis("bottom")}
        self._plot = pg.PlotWidget(axisItems=axes, enableMenu=False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setMinimumSize(style.space(30), style.space(16))
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.scene().sigMouseMoved.connect(self._on_pointer)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Learning curve"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space())
        column.addWidget(Legend())
        column.addWidget(frame("card", row(self._plot), margin=1), 1)
        self._make_items()

    def _make_items(self) -> None:
        self._training = self._plot.plot(antialias=True)
        self._training.setDownsampling(auto=True, method="peak")
        self._training.setClipToView(True)
        self._held_out = self._plot.plot(antialias=True, symbol="o", symbolSize=POINT)
        self._best = pg.ScatterPlotItem(size=POINT * 2, symbol="o", pxMode=True, antialias=True)
        self._best_name = pg.TextItem(anchor=(0.5, 0))
        self._hair = pg.InfiniteLine(angle=90)
        self._reading = pg.TextItem(anchor=(0, 0))
        for item in (self._best, self._best_name, self._hair, self._reading):
            self._plot.addItem(item, ignoreBounds=True)
        self._hair.setVisible(False)
        self._reading.setVisible(False)
        self._reading.setZValue(10)
        self._lines: list[pg.InfiniteLine] = []

    def _baseline(self, name: str, value: float) -> pg.InfiniteLine:
        """Named where the curve is not: at the right, above a curve that has come below all of them, or at the left."""
        text = f"{name}: {figures.perplexity(value)}"
        last, least = self._evaluations[-1:], min(self._baselines.values())
        if last and last[0].held_out_perplexity < least:
            options = {"position": 0.985, "anchors": [(1, 1)] * 2}
        else:
            options = {"position": 0.015, "anchors": [(0, 0 if value == least else 1)] * 2}
        line = pg.InfiniteLine(pos=math.log10(value), angle=0, label=text, labelOpts=options)
        self._plot.addItem(line, ignoreBounds=True)
        return line

    def _colour(self) -> None:
        now = style.colours()
        small = style.font(style.SMALL, tabular=True)
        self._plot.setBackground(now.raised)
        for side, title in (("left", self.tr("perplexity")), ("bottom", self.tr("minutes trained"))):
            axis = self._plot.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickFont=small, tickLength=0)
            axis.setPen(_pen(now.line))
            axis.setTextPen(_pen(now.muted))
            axis.setLabel(title, **{"color": now.muted.name(), "font-size": f"{small.pointSizeF()}pt"})
        self._plot.getAxis("left").setGrid(90)
        self._plot.getAxis("left").setWidth(style.space(7))  # the same for 5 and for 20,000
        self._training.setPen(_pen(quiet(now), 1.2))
        self._held_out.setPen(_pen(now.accent, 3))
        self._held_out.setSymbolBrush(now.accent)
        self._best.setPen(_pen(now.good, 2.5))
        self._best.setBrush(QColor(0, 0, 0, 0))
        self._hair.setPen(_pen(now.muted))
        for text, colour in ((self._best_name, now.good), (self._reading, now.text)):
            text.setColor(colour)
            text.setFont(style.font(style.SMALL, tabular=True))
            text.fill = pg.mkBrush(now.raised if text is self._reading else QColor(0, 0, 0, 0))
        self._reading.border = _pen(now.line)
        for line in self._lines:
            line.setPen(_pen(now.muted, 1, Qt.PenStyle.DotLine))
            line.label.setColor(now.muted)
            line.label.setFont(small)
            line.label.fill = pg.mkBrush(*now.raised.getRgb()[:3], VEIL)
        self._plot.viewport().update()

    # ---- drawing ----------------------------------------------------------------------------------------------------

    @Slot()
    def flush(self) -> None:
        """Draw everything that has been appended, unless nobody sees it."""
        self._redraw.stop()
        self.setAccessibleDescription(self.summary())
        if not self.isVisible():
            return
        self._training.setData(self._trace.x, self._trace.y)
        self._held_out.setData(*self._points(), **_symbols(len(self._evaluations)))
        self._fit()
        self._mark_best()
        self._show_reading()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.flush()

    def _points(self) -> tuple[np.ndarray, np.ndarray]:
        held_out = Trace()
        held_out.extend((e.seconds / 60, e.held_out_perplexity) for e in self._evaluations)
        return held_out.x, held_out.y

    def _fit(self) -> None:
        held_out = self._points()[0]
        last = max((trace[-1] for trace in (self._trace.x, held_out) if len(trace)), default=0.0)
        low, high = self._frame.heights(self._trace, self._evaluations, self._baselines.values())
        self._plot.setXRange(0, self._frame.length(last), padding=0)
        self._plot.setYRange(math.log10(low), math.log10(high), padding=0)

    def _mark_best(self) -> None:
        best = curve_data.best_of(self._evaluations)
        self._best.setVisible(best is not None)
        self._best_name.setVisible(best is not None)
        if best is None or not math.isfinite(best.held_out_perplexity):
            return
        x, y = best.seconds / 60, math.log10(best.held_out_perplexity)
        self._best.setData([x], [y])
        self._best_name.setText(self.tr("best {value}").format(value=figures.perplexity(best.held_out_perplexity)))
        self._best_name.setAnchor(self._clear_of_lines(best, x, y))
        self._best_name.setPos(x, y)

    def _clear_of_lines(self, best: Evaluation, x: float, y: float) -> QPointF:
        """Where the name stands at its point: above, and to the right while the line still comes down to it."""
        (_left, right), (low, high) = self._plot.viewRange()
        newest = best is self._evaluations[-1]
        at_edge = x > 0.88 * right
        across = 1.0 if at_edge else 0.0 if newest or x < 0.1 * right else 0.5
        before = self._evaluations[-2:][0].held_out_perplexity
        steep = newest and math.log10(before) - y > 0.1 * (high - low)
        above = (math.log10(value) - y for value in self._baselines.values())
        crowded = any(0 <= gap < CROWDED * (high - low) for gap in above)
        below = y > low + 0.88 * (high - low) or (steep and at_edge) or crowded
        return QPointF(across, -0.4 if below else 1.4)

    # ---- reading a point --------------------------------------------------------------------------------------------

    def _on_pointer(self, position: QPointF) -> None:
        box = self._plot.getViewBox()
        inside = box.sceneBoundingRect().contains(position)
        minutes, reach = box.mapSceneToView(position).x(), REACH * box.viewPixelSize()[0]
        self._read_at(curve_data.nearest(self._evaluations, minutes, reach) if inside else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key())
        if steps is None or not self._evaluations:
            super().keyPressEvent(event)
            return
        start = len(self._evaluations) if self._read is None else self._read
        self._read_at(min(max(start + steps, 0), len(self._evaluations) - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The reading of the newest point is what shows the focus."""
        super().focusInEvent(event)
        self._read_at(len(self._evaluations) - 1 if self._evaluations else None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._read_at(None)

    def _read_at(self, place: int | None) -> None:
        if place != self._read:
            self._read = place
            self._show_reading()

    def reading(self) -> str:
        """The values of the point that is being read; empty when none is."""
        if self._read is None:
            return ""
        return curve_data.reading(self._evaluations[self._read])

    def _show_reading(self) -> None:
        shown = self._read is not None
        self._hair.setVisible(shown)
        self._reading.setVisible(shown)
        if not shown:
            return
        (left, right), (_low, high) = self._plot.viewRange()
        x = self._evaluations[self._read].seconds / 60
        self._hair.setPos(x)
        self._reading.setText(self.reading())
        self._reading.setAnchor(QPointF(1.05 if x > (left + right) / 2 else -0.05, 0))
        self._reading.setPos(x, high)


def _symbols(count: int) -> dict[str, object]:
    """Many points are drawn smaller and without their rim, or the line between them would be lost."""
    if count <= CROWD:
        return {"symbolSize": POINT, "symbolPen": _pen(style.colours().raised, 1.5)}
    return {"symbolSize": POINT - 2, "symbolPen": None}


def _pen(colour: QColor, width: float = 1, line: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    return pg.mkPen(colour, width=width, style=line)
