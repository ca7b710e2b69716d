"""The two pictures of a race: how well each predicts as it learns, and how far back its gradient reaches."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSizeF, Slot
from PySide6.QtGui import QPainter

from textgen.engine.laps import DISTANCES, Lap, Mark, best, fainter
from textgen.gui.look.chart import Axes, Line, Plot
from textgen.gui.parts import figures, style
from textgen.gui.parts.curve_data import perplexity_ticks
from textgen.gui.parts.picture import Picture, Table

LOOKS = {"lstm": 0, "gru": 1, "rnn": 2}
LEAST = 1e-30  # of a gradient that is drawn: below it nothing is left
DIGITS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power(value: float) -> str:
    """1.2 × 10⁻⁵, as the reader's locale writes numbers."""
    if value <= 0:
        return figures.number(0)
    exponent = math.floor(math.log10(value))
    return f"{figures.number(value / 10**exponent, 1)} × 10{str(exponent).translate(DIGITS)}"


def decades(low: float, high: float, most: int) -> list[float]:
    """Powers of ten between two logarithms, at most about so many."""
    step = max(1, math.ceil((high - low) / most))
    return [10.0**k for k in range(math.ceil(low / step) * step, math.floor(high) + 1, step)]


class RacePicture(Picture):
    """A picture of the laps of a race."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.laps: tuple[Lap, ...] = ()
        self.setMinimumSize(style.space(36), style.space(28))

    def show_laps(self, laps: tuple[Lap, ...]) -> None:
        """The laps so far, the first of them before any training."""
        if laps is not self.laps:
            self.laps = laps
            self.changed.emit()

    def axes(self) -> Axes:
        raise NotImplementedError

    def lines(self) -> Sequence[Line]:
        raise NotImplementedError

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        if self.laps:
            Plot(painter, size, self.axes(), self.lines()).draw()


class PerplexityPicture(RacePicture):
    """Held-out perplexity by steps."""

    def axes(self) -> Axes:
        return Axes(
            self.tr("steps, the same batches for each"),
            self.tr("held-out perplexity: lower is better"),
            perplexity_ticks,
            lambda value: figures.perplexity(value) if value < 10 else figures.number(value),
        )

    def lines(self) -> Sequence[Line]:
        return [
            Line(
                f"{cell.upper()} {figures.perplexity(self.laps[-1].marks[cell].perplexity)}",
                tuple((lap.step, lap.marks[cell].perplexity) for lap in self.laps),
                LOOKS[cell],
            )
            for cell in self.laps[-1].marks
        ]

    def summary(self) -> str:
        if not self.laps:
            return ""
        last = self.laps[-1]
        values = {cell: figures.perplexity(mark.perplexity) for cell, mark in last.marks.items()}
        told = self.tr(
            "Now, after {steps} steps and {passes} times through the text: LSTM {lstm}, GRU {gru}, RNN {rnn}."
        )
        told = told.format(steps=figures.number(last.step), passes=figures.number(last.passes, 1), **values)
        bests = {cell: figures.perplexity(best(self.laps, cell)) for cell in last.marks}
        if bests == values:
            return told
        so_far = self.tr("The best so far: LSTM {lstm}, GRU {gru}, RNN {rnn}.").format(**bests)
        return f"{told} {so_far}"

    def table(self) -> Table:
        cells = tuple(self.laps[0].marks) if self.laps else ()
        seconds = tuple(self.tr("{cell}: its own seconds").format(cell=cell.upper()) for cell in cells)
        lines = [
            (
                str(lap.step),
                *(figures.perplexity(lap.marks[cell].perplexity) for cell in cells),
                *(figures.number(lap.marks[cell].seconds, 1) for cell in cells),
            )
            for lap in self.laps
        ]
        return Table((self.tr("Steps"), *(cell.upper() for cell in cells), *seconds), lines)


class GradientPicture(RacePicture):
    """The gradient's norm by distance, before training behind that of now."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._before, self._with_cell_state = True, False

    @Slot(bool)
    def show_before(self, shown: bool) -> None:
        """Draw the lines before training too, or not."""
        self._before = shown
        self.changed.emit()

    @Slot(bool)
    def show_cell_state(self, shown: bool) -> None:
        """Draw the line of the LSTM's cell state too, or not."""
        self._with_cell_state = shown
        self.changed.emit()

    @property
    def _behind(self) -> bool:
        """Whether there are lines of before the training behind those of now."""
        return self._before and len(self.laps) > 1

    def axes(self) -> Axes:
        return Axes(
            self.tr("steps back from the word whose loss it is"),
            self.tr("norm of the gradient for the hidden state (thin: before training)")
            if self._behind
            else self.tr("norm of the gradient for the hidden state"),
            decades,
            lambda value: f"10{str(round(math.log10(value))).translate(DIGITS)}",
        )

    def lines(self) -> Sequence[Line]:
        found = []
        if self._behind:
            found += [_line("", mark.hidden_state, cell, ghost=True) for cell, mark in self.laps[0].marks.items()]
        for cell, mark in self.laps[-1].marks.items():
            found.append(_line(cell.upper(), mark.hidden_state, cell))
            if self._with_cell_state and mark.cell_state:
                found.append(_line(self.tr("LSTM, cell state"), mark.cell_state, cell))
        return found

    def summary(self) -> str:
        if not self.laps:
            return ""
        far = DISTANCES[-1]
        values = {cell: power(mark.hidden_state[far - 1]) for cell, mark in self.laps[-1].marks.items()}
        told = self.tr("{far} words back the gradient is: LSTM {lstm}, GRU {gru}, RNN {rnn}.").format(far=far, **values)
        return f"{told} {self._learned()}" if self._behind and fainter(self.laps, "lstm") else told

    def _learned(self) -> str:
        return self.tr(
            "Where the LSTM's line is below its thin one: before training its forget gates let nearly the same through in every unit, about 0.7, and it has learned to forget."
        )

    def table(self) -> Table:
        if not self.laps:
            return Table((self.tr("Steps back"),), [])
        named = _norms(self.laps[-1].marks, "{name}")
        if len(self.laps) > 1:
            named |= _norms(self.laps[0].marks, self.tr("{name} before training"))
        distances = range(1, len(next(iter(named.values()))) + 1)
        lines = [(str(k), *(power(norms[k - 1]) for norms in named.values())) for k in distances]
        return Table((self.tr("Steps back"), *named), lines)


def _line(name: str, norms: tuple[float, ...], cell: str, ghost: bool = False) -> Line:
    points = tuple((k, norm) for k, norm in enumerate(norms, 1) if norm > LEAST)
    return Line(name, points, LOOKS[cell], ghost)


def _norms(marks: Mapping[str, Mark], how: str) -> dict[str, tuple[float, ...]]:
    """All that was measured, by what it is called: cell and kind of state."""
    found = {}
    for cell, mark in marks.items():
        found[how.format(name=f"{cell.upper()} h")] = mark.hidden_state
        if mark.cell_state:
            found[how.format(name=f"{cell.upper()} c")] = mark.cell_state
    return found
