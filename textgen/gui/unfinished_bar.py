"""The bar that offers a training that was left to go on. In sight from every place, while no other training runs."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from textgen.engine.reports import Progress
from textgen.gui.parts import figures, style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import button, column, row
from textgen.gui.work.workspace import Workspace


class UnfinishedBar(QFrame):
    """Which text, how far and how good, or why it cannot go on; “Go on” and “Discard”."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._workspace = workspace
        self._sign = style.label()
        style.follow(self._sign, self._colour)
        self.sentence = style.label(bold=True, wrap=True)
        self.details = style.label("", style.SMALL, "muted", wrap=True)
        self.go_on = button(self.tr("Go on training"), workspace.go_on_training, "primary", "play")
        self.discard = button(self.tr("Discard…"), workspace.discard_unfinished)
        line = row(self._sign, column(self.sentence, self.details, gap=0), self.go_on, self.discard, gap=1.5)
        line.setStretch(1, 1)
        line.setContentsMargins(style.space(3), style.space(), style.space(2), style.space())
        self.setLayout(line)
        for signal in (workspace.unfinishedChanged, workspace.trainingChanged):
            signal.connect(self._show)
        self._show()

    def _colour(self) -> None:
        icon = style.icon("warning", "bad") if self._workspace.unfinished_fault else style.icon("pause", "accent")
        self._sign.setPixmap(icon.pixmap(QSize(20, 20)))

    def _show(self) -> None:
        self._colour()
        outlook, fault = self._workspace.unfinished, self._workspace.unfinished_fault
        self.setVisible(self._workspace.training == "idle" and bool(outlook or fault))
        self.go_on.setVisible(outlook is not None)
        self.details.setVisible(outlook is not None)
        if outlook is not None:
            self.sentence.setText(self.tr("The training on “{name}” is not finished.").format(name=outlook.source))
            self.details.setText("  ·  ".join((*self._how_far(outlook.progress), *self._how_good(outlook.perplexity))))
            self.go_on.setToolTip(self.tr("Reads {path} again and goes on where it was left").format(path=outlook.path))
        elif fault is not None:
            self.sentence.setText(say(fault))

    def _how_far(self, progress: Progress) -> list[str]:
        trained = self.tr("trained for {time}").format(time=figures.duration(progress.seconds))
        if progress.share is None or progress.seconds_left is None:
            return [trained, self.tr("until it stops improving")]
        share, left = figures.share(progress.share, 0), figures.duration(progress.seconds_left)
        return [trained, self.tr("{share} done, about {time} to go").format(share=share, time=left)]

    def _how_good(self, perplexity: float | None) -> list[str]:
        return (
            []
            if perplexity is None
            else [self.tr("held-out perplexity {value}").format(value=figures.perplexity(perplexity))]
        )
