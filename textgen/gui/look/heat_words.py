"""What a heat map shows, in words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from textgen.engine.unit_rows import Units, furthest, means
from textgen.gui.look.block_scales import SCALES
from textgen.gui.look.heat_cells import figure
from textgen.gui.look.heat_plan import Plan
from textgen.gui.look.spot import Spot
from textgen.gui.parts import figures

LISTED = 4  # numbers of units in a line


def sentence(spot: Spot) -> str:
    """What the block does at the chosen word: all units on average, and the unit that does it most."""
    scale, values_H = SCALES[spot.block], spot.values_TH[spot.word]
    away_H = np.abs(values_H) if scale.signed else values_H
    unit = int(away_H.argmin() if scale.lowest else away_H.argmax())
    average = float(away_H.mean())
    return QCoreApplication.translate("Block", scale.says).format(
        word=spot.words[spot.word],
        average=figure(average) if scale.signed else figures.share(average, 0),
        unit=unit,
        value=figure(float(values_H[unit])),
    )


class HeatWords(QObject):
    """The line about one field, and the note about the rows."""

    def readout(self, spot: Spot, word: int, units: Units) -> str:
        """The number of a field."""
        shows = furthest if SCALES[spot.block].signed else means
        value = figure(float(shows(spot.values_TH[word : word + 1], [units])[0, 0]), 3)
        if len(units) == 1:
            return self.tr("“{word}” · unit {unit}: {value}").format(word=spot.words[word], unit=units[0], value=value)
        numbers = ", ".join(map(str, units[:LISTED])) + ("…" if len(units) > LISTED else "")
        return self.tr("“{word}” · units {numbers}: {value}").format(
            word=spot.words[word], numbers=numbers, value=value
        )

    def note(self, spot: Spot, plan: Plan) -> str:
        """What the rows are, and which are in sight."""
        order = self.tr("what varies most on top") if spot.sorted else self.tr("by number")
        said = [self.tr("{n} units, {order}").format(n=figures.number(len(spot.order)), order=order)]
        if len(plan.rows[0]) > 1:
            signed = SCALES[spot.block].signed
            mean, strongest = self.tr("a row is the mean of {n} units"), self.tr("a row is the strongest of {n} units")
            said.append((strongest if signed else mean).format(n=len(plan.rows[0])))
        if len(plan.seen) < len(plan.rows):
            last = plan.first + len(plan.seen)
            said.append(self.tr("rows {first} to {last}").format(first=plan.first + 1, last=last))
        if len(plan.shown.words) < len(spot.words):
            first, last = plan.shown.first + 1, plan.shown.first + len(plan.shown.words)
            said.append(self.tr("words {first} to {last} of {n}").format(first=first, last=last, n=len(spot.words)))
        if not all(spot.trace.known):
            said.append(self.tr("?: not known to the model"))
        return "; ".join(said)
