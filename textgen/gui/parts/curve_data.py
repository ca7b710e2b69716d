"""The numbers behind the learning curve: thinning, ranges, ticks and the sentence that sums it up. No drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from textgen.engine.reports import Evaluation
from textgen.gui.parts import figures

MOST_POINTS = 4096  # more than a screen has columns; the trace is thinned when it holds twice as many
_EDGES = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)
_DIGITS: tuple[tuple[float, ...], ...] = ((1, 1.5, 2, 3, 4, 5, 6, 8), (1, 2, 3, 5, 7), (1, 2, 5), (1, 3), (1,))
_SPANS = (1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440)


class Trace:
    """A long line of points that never grows beyond a few thousand: neighbours are merged when it gets too long.

    x in minutes, y in log10 of the perplexity, so that merged points become their geometric mean.
    """

    def __init__(self) -> None:
        self.x = np.empty(0)
        self.y = np.empty(0)

    def extend(self, points: Iterable[tuple[float, float]]) -> None:
        """Add (x, perplexity) points; what has no logarithm is left out."""
        new = np.array([(x, y) for x, y in points if math.isfinite(y) and y > 0]).reshape(-1, 2)
        self.x = np.concatenate((self.x, new[:, 0]))
        self.y = np.concatenate((self.y, np.log10(new[:, 1])))
        while len(self.x) >= 2 * MOST_POINTS:
            self._thin()

    def _thin(self) -> None:
        """Merge the points into columns of one width, so that the beginning stays as fine as the end."""
        width = (self.x[-1] - self.x[0]) / MOST_POINTS or 1.0
        column = np.minimum(((self.x - self.x[0]) / width).astype(int), MOST_POINTS - 1)
        points = np.bincount(column)
        used = points > 0
        self.x, self.y = (np.bincount(column, values)[used] / points[used] for values in (self.x, self.y))

    def value(self, place: int) -> float:
        """The perplexity of the point at `place`."""
        return float(10 ** self.y[place])


def perplexity_ticks(low: float, high: float, most: int) -> list[float]:
    """Round perplexities between two logarithms (base 10), at most `most`, as dense as that allows."""
    exponents = range(math.floor(low), math.ceil(high) + 1)
    for digits in _DIGITS:
        values = [digit * 10.0**k for k in exponents for digit in digits]
        inside = [value for value in values if low - 1e-9 <= math.log10(value) <= high + 1e-9]
        if len(inside) <= most:
            return inside if len(inside) > 2 else even_ticks(10**low, 10**high, most)
    return inside[:: math.ceil(len(inside) / most)]


def even_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers in even steps between `low` and `high`, about `most` of them at the densest."""
    rough = (high - low) / max(most, 2)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(digit * power for digit in (1, 2, 5, 10) if digit * power >= rough)
    first = math.ceil(low / step - 1e-9)
    return [round(k * step, 9) for k in range(first, math.floor(high / step + 1e-9) + 1)]


def edge_below(value: float) -> float:
    """The nearest round number at or below a perplexity."""
    power = 10.0 ** math.floor(math.log10(value))
    return max(edge * power for edge in _EDGES if edge * power <= value * (1 + 1e-9))


def edge_above(value: float) -> float:
    """The nearest round number at or above a perplexity."""
    power = 10.0 ** math.floor(math.log10(value))
    return min(edge * power for edge in _EDGES if edge * power >= value * (1 - 1e-9))


def span_for(length: float) -> float:
    """A round length of the lower axis that holds `length` with room to grow, so that it seldom changes."""
    return float(next((span for span in _SPANS if span >= length * 1.05), math.ceil(length / 720 + 0.5) * 720))


class Frame:
    """The part of the plane that is shown. It changes in round steps only, so that nothing jumps while it grows.

    `expected` is how long the whole training will take (in minutes; 0 where nobody knows), `running` until it is over.
    """

    def __init__(self) -> None:
        self.expected = 0.0
        self.running = True
        self._lowest = math.inf
        self._longest = 0.0

    def length(self, last: float) -> float:
        """The end of the lower axis for a curve that ends at `last`; tight when the training is over."""
        if not self.running:
            return max(last * 1.03, 0.05)
        wanted = self.expected * 1.02 if self.expected >= last > 0 else span_for(last)
        if wanted > self._longest * 1.01 or wanted < self._longest * 0.7:
            self._longest = wanted
        return self._longest

    def heights(self, trace: Trace, evaluations: Sequence[Evaluation], lines: Iterable[float]) -> tuple[float, float]:
        """The least and the greatest perplexity shown.

        Training starts as unsure as the vocabulary is large. Once something is measured on held-out text, the axis is
        fitted to that, and the steep beginning of the training line leaves the picture.
        """
        held_out = [e.held_out_perplexity for e in evaluations if math.isfinite(e.held_out_perplexity)]
        training = [trace.value(0), trace.value(-1)] if len(trace.x) else []
        if not held_out and not training:
            return 1.0, 1000.0
        fixed = [*held_out, *lines]
        self._lowest = min(self._lowest, edge_below(max(min(*fixed, *training[-1:], math.inf) / 1.3, 1.0)))
        top = max(fixed if held_out else [*fixed, *training])
        return self._lowest, max(edge_above(top * 1.4), self._lowest * 2)


def best_of(evaluations: Sequence[Evaluation]) -> Evaluation | None:
    """The evaluation with the least held-out perplexity."""
    return min(evaluations, key=lambda e: e.held_out_perplexity, default=None)


def nearest(evaluations: Sequence[Evaluation], minutes: float, reach: float) -> int | None:
    """The index of the evaluation nearest to a time, if it is not farther than `reach` minutes."""
    distances = [abs(evaluation.seconds / 60 - minutes) for evaluation in evaluations]
    least = min(distances, default=math.inf)
    return distances.index(least) if least <= reach else None


def reading(point: Evaluation) -> str:
    """The values of one point, a line each."""
    text = QCoreApplication.translate("LearningCurve", "{time}, pass {epoch}\nheld-out {held_out}\ntraining {training}")
    return text.format(
        time=figures.duration(point.seconds),
        epoch=figures.number(point.epoch, 1),
        held_out=figures.perplexity(point.held_out_perplexity),
        training=figures.perplexity(point.train_perplexity),
    )


def summary(evaluations: Sequence[Evaluation]) -> str:
    """The curve in a sentence, for those who do not see it."""
    best = best_of(evaluations)
    if best is None:
        return QCoreApplication.translate("LearningCurve", "Nothing has been measured yet.")
    text = QCoreApplication.translate(
        "LearningCurve",
        "Held-out perplexity went from {first} to {last} in {time}; the best was {best} after {when}. "
        "Training perplexity is {training}.",
    )
    return text.format(
        first=figures.perplexity(evaluations[0].held_out_perplexity),
        last=figures.perplexity(evaluations[-1].held_out_perplexity),
        time=figures.duration(evaluations[-1].seconds),
        best=figures.perplexity(best.held_out_perplexity),
        when=figures.duration(best.seconds),
        training=figures.perplexity(evaluations[-1].train_perplexity),
    )
