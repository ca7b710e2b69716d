"""What the model is made of, and how it learned."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import ModelConfig
from textgen.engine.problem import noop
from textgen.gui.look.history_table import HistoryTable
from textgen.gui.look.scores_section import ScoresSection
from textgen.gui.parts import figures, style
from textgen.gui.parts.widgets import column, frame, scrolled
from textgen.gui.work.model_words import model_name, quality
from textgen.gui.work.workspace import Workspace

#: What a cell is, in one sentence.
CELLS = {
    "lstm": noop("Cell", "An LSTM: three gates decide what it keeps, what it takes in and what it shows."),
    "gru": noop("Cell", "A GRU: two gates decide how much of its memory it keeps and how much it writes anew."),
    "rnn": noop("Cell", "A plain RNN: it writes its whole memory anew at every word."),
}


class StatementPage(QWidget):
    """What the model is, in figures, and the history of its training."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._name = style.label("", style.LARGE, wrap=True)
        self._cell = style.label("", style.BODY, "muted", wrap=True)
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(style.space(4))
        self._figures.setVerticalSpacing(style.space())
        self._figures.setColumnStretch(1, 1)
        self.scores = ScoresSection()
        self._history = HistoryTable()
        facts = frame("card", self._figures)
        self._learned = QWidget()
        self._learned.setLayout(column(style.label(self.tr("How it learned"), bold=True), self._history))
        content = QWidget()
        body = column(column(self._name, self._cell, gap=0.5), self.scores, facts, self._learned, None, gap=3)
        body.setContentsMargins(style.space(), style.space(), style.space(), style.space())
        content.setLayout(body)
        self.setLayout(column(scrolled(content)))
        for signal in (workspace.inside.modelChanged, workspace.modelChanged, workspace.trainingChanged):
            signal.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._workspace.inside.checkpoint is not None:
            self.show_model(self._workspace.inside.checkpoint)

    def show_model(self, checkpoint: Checkpoint) -> None:
        """Say what `checkpoint` is."""
        own = self._workspace.inside.example is None
        self._name.setText(model_name(self._workspace) if own else self._example_name(checkpoint))
        self._cell.setText(QCoreApplication.translate("Cell", CELLS[checkpoint.model.cell]))
        while self._figures.count():
            self._figures.takeAt(0).widget().deleteLater()
        for line, (name, value, tip) in enumerate(self._rows(checkpoint)):
            shown = style.label(value, tabular=True, wrap=True)
            label = style.label(name, role="muted")
            for part in (label, shown):
                part.setToolTip(tip)
            self._figures.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            self._figures.addWidget(shown, line, 1)
        finished, training = self._workspace.finished, self._workspace.training != "idle"
        scoring = self._workspace.scoring and finished is not None and finished.checkpoint is checkpoint
        self.scores.show_model(checkpoint, training=training, scoring=scoring)
        self._history.show_history(checkpoint.history)
        self._learned.setVisible(bool(checkpoint.history))

    def _example_name(self, checkpoint: Checkpoint) -> str:
        return self.tr("Example model ({cell})").format(cell=checkpoint.model.cell.upper())

    def _rows(self, checkpoint: Checkpoint) -> list[tuple[str, str, str]]:
        model = checkpoint.model
        return [
            (self.tr("Cell"), model.cell.upper(), ""),
            (self.tr("Layers"), self._layers(model), ""),
            (self.tr("Embedding"), self.tr("{n} numbers for each word").format(n=figures.number(model.embedding)), ""),
            (self.tr("Words it knows"), figures.number(len(checkpoint.words)), ""),
            (self.tr("Parameters"), figures.number(checkpoint.parameters), self.tr("The numbers that it has learned.")),
            *([] if checkpoint.scores else [self._measured(checkpoint)]),
            (self.tr("Trained for"), figures.duration(checkpoint.seconds), ""),
            (self.tr("Trained on"), self._source(checkpoint), ""),
        ]

    def _measured(self, checkpoint: Checkpoint) -> tuple[str, str, str]:
        best, perplexity = checkpoint.best, self.tr("not measured yet")
        if best is not None:
            perplexity = f"{figures.perplexity(best.held_out_perplexity)}: {quality(checkpoint)}"
        help_text = self.tr("How unsure the model is about text it has not seen.")
        return self.tr("Held-out perplexity"), perplexity, help_text

    def _layers(self, model: ModelConfig) -> str:
        return self.tr("%n layers of {units} units", "", model.layers).format(units=figures.number(model.units))

    def _source(self, checkpoint: Checkpoint) -> str:
        tokens = self.tr("{n} words and marks").format(n=figures.number(checkpoint.tokens))
        return f"{checkpoint.source} ({tokens})" if checkpoint.source else tokens
