"""How well a model predicts text it has not seen: in sentences, as a table, and what that is worth while typing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.in_words import sentences
from textgen.engine.reports import Scoreboard
from textgen.gui.look.score_table import ScoreTable
from textgen.gui.parts import figures, style
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import column


class ScoresSection(QWidget):
    """Hidden for a model that was never scored; while one is being trained or scored, a line says so."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences = style.label(wrap=True)
        self.table = ScoreTable()
        self.typing = style.label("", role="muted", wrap=True)
        head = style.label(self.tr("How well it predicts"), bold=True)
        self.setLayout(column(head, self.sentences, self.table, self.typing))

    def show_model(self, checkpoint: Checkpoint, *, training: bool, scoring: bool) -> None:
        """Show what is known of `checkpoint`, which is in `training` still, is being scored, or is done."""
        scores = checkpoint.scores
        self.setVisible(scores is not None or training or scoring)
        for part in (self.table, self.sentences):
            part.setVisible(scores is not None)
        if scores is not None:
            self._show_scores(scores, checkpoint)
        elif scoring:
            self.typing.setText(self.tr("This is being measured; it takes some seconds."))
        else:
            self.typing.setText(self.tr("This is measured when the training is over."))

    def _show_scores(self, scores: Scoreboard, checkpoint: Checkpoint) -> None:
        training_perplexity = checkpoint.best.train_perplexity if checkpoint.best else float("inf")
        self.sentences.setText("\n".join(map(say, sentences(scores, training_perplexity))))
        self.table.show_scores(scores)
        keys = self.tr("{share} of the keys saved while typing, with ten suggestions before each word.")
        unknown = self.tr("Measured on {words} words and marks; the model does not know {unknown} of them.")
        lines = [unknown.format(words=figures.number(scores.tokens), unknown=figures.number(scores.unknown))]
        if scores.keystrokes_saved is not None:
            lines.insert(0, keys.format(share=figures.share(scores.keystrokes_saved)))
        self.typing.setText("\n".join(lines))
