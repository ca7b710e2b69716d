"""How a model learned: one line an evaluation."""

from __future__ import annotations

from collections.abc import Sequence

from textgen.engine.reports import Evaluation
from textgen.gui.parts import figures, style
from textgen.gui.parts.quiet_table import QuietTable

GAP = "\u2003"  # between the figures, which end at the right, and the words, which begin at the left


class HistoryTable(QuietTable):
    """Time, passes, both perplexities, and what the model wrote then; the best line in the accent colour."""

    def __init__(self) -> None:
        super().__init__(self._names(), figures=range(4))
        self._history: Sequence[Evaluation] = ()
        self.horizontalHeaderItem(2).setToolTip(self.tr("Perplexity on the text it learns from"))
        self.horizontalHeaderItem(3).setToolTip(self.tr("Perplexity on text it has not seen"))
        self.horizontalHeader().setStretchLastSection(True)
        style.follow(self, self._fill)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("After"),
            self.tr("Passes"),
            self.tr("Training"),
            self.tr("Held-out"),
            GAP + self.tr("It wrote"),
        )

    def show_history(self, history: Sequence[Evaluation]) -> None:
        """Show these evaluations, oldest on top."""
        if history is not self._history:
            self._history = history
            self._fill()

    def _fill(self) -> None:
        best = min(self._history, key=lambda point: point.held_out_perplexity, default=None)
        self.setRowCount(len(self._history))
        for line, point in enumerate(self._history):
            values = (
                figures.duration(point.seconds),
                figures.number(point.epoch, 1),
                figures.perplexity(point.train_perplexity),
                figures.perplexity(point.held_out_perplexity),
                GAP + " ".join(point.sample.split()),
            )
            self.put(line, values, accent=point is best)
            self.item(line, 4).setToolTip(point.sample)
        self.fit()
