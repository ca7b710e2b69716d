"""What stands in the rows of the list of suggestions: the words, and their probabilities as bars and as figures."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from textgen.engine.reports import Choice
from textgen.gui.parts import figures
from textgen.gui.write.suggestion_row import BAR_ROLE, BEFORE_ROLE, FIGURE_ROLE, KEYS

WORD_ROWS, LINE_ROWS = 10, 5
# A bar that fills its column means at least this much, so that an unsure model is seen to be unsure.
FULL_BAR = 0.2

Index = QModelIndex | QPersistentModelIndex


def decimals_for(best: float) -> int:
    """Digits after the point that give the best of a list two digits that mean something; from 1 to 4."""
    return 1 if best >= 0.01 or best <= 0 else min(4, -math.floor(math.log10(best * 100)) + 1)


class Suggestions(QAbstractListModel):
    """Always the same number of rows; those without a choice are blank and cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()
        self.rows = WORD_ROWS

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self.rows

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.row() >= len(self.choices):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.row() >= len(self.choices):
            return None
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.label
        if role == BAR_ROLE:
            return choice.probability / self._full()
        if role == BEFORE_ROLE:
            return None if choice.before is None else choice.before / self._full()
        if role == FIGURE_ROLE:
            return self._figure(choice.probability)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((choice.label, *self._figures(choice)))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{KEYS[index.row()]}. {', '.join((choice.label, *self._figures(choice)))}"
        return None

    def show(self, choices: Sequence[Choice], rows: int) -> None:
        """Put other words into the rows; only another number of rows makes the view lay itself out again."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows, self.choices = rows, tuple(choices[:rows])
            self.endResetModel()
            return
        self.choices = tuple(choices[:rows])
        self.dataChanged.emit(self.index(0), self.index(rows - 1))

    def _figure(self, probability: float) -> str:
        """Of several words together in a way that tells even very small probabilities apart."""
        if self.rows == LINE_ROWS:
            return figures.chance(probability)
        return figures.percent(probability, decimals_for(self.choices[0].probability))

    def _figures(self, choice: Choice) -> list[str]:
        """The figure now, exactly, and where settings have changed it, before them."""
        now = self._figure(choice.probability)
        if self.rows == LINE_ROWS and choice.probability < figures.LEAST_SHARE:
            now = f"{now} ({figures.exact_share(choice.probability)})"
        if choice.before is None:
            return [now]
        return [now, self.tr("before your settings {share}").format(share=self._figure(choice.before))]

    def _full(self) -> float:
        best = max(max(choice.probability, choice.before or 0.0) for choice in self.choices)
        return max(best, FULL_BAR if self.rows == WORD_ROWS else 0.0) or 1.0
