"""A row of figures that count without moving: each a small name above a number, explained one hover away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from textgen.engine.problem import noop
from textgen.gui.parts import curve_data, figures, style
from textgen.gui.parts.finish_time import FinishTime
from textgen.gui.train.train_words import history
from textgen.gui.work.workspace import Workspace

NOTHING = "–"

# the name, what it means, and the longest form of the number
FIGURES: dict[str, tuple[str, str, str]] = {
    "held-out": (
        noop("Figures", "Held-out perplexity"),
        noop(
            "Figures",
            "How unsure the model is about text it has not seen: among so many words it chooses. Lower is better.",
        ),
        "00,000",
    ),
    "training": (
        noop("Figures", "Training perplexity"),
        noop(
            "Figures",
            "The same on the text it is learning. If it falls far below the held-out one, it learns by heart.",
        ),
        "00,000",
    ),
    "speed": (
        noop("Figures", "Words a second"),
        noop("Figures", "How many words of the text it learns from in a second."),
        "000,000",
    ),
    "passes": (noop("Figures", "Passes"), noop("Figures", "How many times it has read the whole text."), "0,000.0"),
    "elapsed": (
        noop("Figures", "Trained for"),
        noop("Figures", "The time it has trained, without pauses."),
        "00 min 00 s",
    ),
    "end": (noop("Figures", "Done at"), noop("Figures", "The time of day at which it will be done."), "00:00 AM"),
}


class Figure(QWidget):
    """A name and a number. The number has room for `longest` from the start."""

    def __init__(self, name: str, help_text: str, longest: str) -> None:
        super().__init__()
        self.value: QLabel = style.label(NOTHING, bold=True, tabular=True)
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance(longest))
        self.value.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space(0.25))
        column.addWidget(style.label(name, style.SMALL, "muted"))
        column.addWidget(self.value)
        self.setToolTip(help_text)

    def set_text(self, text: str) -> None:
        self.value.setText(text or NOTHING)


class FigureRow(QWidget):
    """The figures of the training that runs, or of the one that is over."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._finish = FinishTime()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.space(2))
        self.figures: dict[str, Figure] = {}
        for key, (name, help_text, longest) in FIGURES.items():
            name, help_text = (QCoreApplication.translate("Figures", text) for text in (name, help_text))
            self.figures[key] = Figure(name, help_text, longest)
            line.addWidget(self.figures[key])
            line.addStretch(1)

    def forget(self) -> None:
        """A new training begins, or one goes on after a pause: the end is told anew."""
        self._finish.forget()

    def update_figures(self) -> None:
        """Show the workspace's newest figures."""
        for name, text in {**self._measured(), **self._counted()}.items():
            self.figures[name].set_text(text)

    def _measured(self) -> dict[str, str]:
        """The newest perplexities while it trains; afterwards those of the model that is kept."""
        points, latest = history(self._workspace), self._workspace.latest
        over = self._workspace.training == "idle"
        point = curve_data.best_of(points) if over else points[-1] if points else None
        held_out = point.held_out_perplexity if point else None
        training = latest.train_perplexity if latest and not over else point.train_perplexity if point else None
        texts = ("" if value is None else figures.perplexity(value) for value in (held_out, training))
        return dict(zip(("held-out", "training"), texts, strict=True))

    def _counted(self) -> dict[str, str]:
        latest, points = self._workspace.latest, history(self._workspace)
        last = latest or (points[-1] if points else None)
        if last is None:
            return dict.fromkeys(("speed", "passes", "elapsed", "end"), "")
        return {
            "speed": figures.number(_steady(latest.words_per_second)) if latest else "",
            "passes": figures.number(last.epoch, 1),
            "elapsed": figures.duration(last.seconds),
            "end": self._end(),
        }

    def _end(self) -> str:
        latest = self._workspace.latest
        if latest is None or self._workspace.training in ("idle", "paused"):
            return ""
        told = self._finish.told(latest.seconds_left)
        return told or QCoreApplication.translate("Figures", "no limit")


def _steady(speed: float) -> float:
    """A speed to two digits: more would only flicker."""
    return float(f"{speed:.2g}")
