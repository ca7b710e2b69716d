"""The line on top: which model is open, how good it is, and whether it is saved. Always in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from textgen.gui.parts import style
from textgen.gui.parts.widgets import Elided, button, row
from textgen.gui.work.model_words import model_name, quality
from textgen.gui.work.workspace import Workspace


class ModelLine(QFrame):
    """Shows the workspace's model."""

    def __init__(self, workspace: Workspace, save: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._workspace = workspace
        self._model = Elided()
        self._state = style.label()
        self._save = button(self.tr("Save model"), save, "quiet", "save", self.tr("Save the model as a file (Ctrl+S)"))
        line = row(self._model, self._state, self._save, gap=2)
        line.setStretch(0, 1)
        line.setContentsMargins(style.space(3), style.space(0.5), style.space(2), style.space(0.5))
        self.setLayout(line)
        self.setMinimumHeight(style.space(6))
        for signal in (workspace.modelChanged, workspace.trainingChanged):
            signal.connect(self._show)
        self._show()

    def _show(self) -> None:
        checkpoint = self._workspace.checkpoint
        self._model.setText(self._statement() if checkpoint else self.tr("No model yet"))
        style.set_role(self._model, "" if checkpoint else "muted")
        self._show_state()

    def _statement(self) -> str:
        checkpoint = self._workspace.checkpoint
        shape = f"{checkpoint.model.cell.upper()} {checkpoint.model.units}"
        if checkpoint.model.layers > 1:
            shape = f"{shape} × {checkpoint.model.layers}"
        parts = [model_name(self._workspace), shape, quality(checkpoint)]
        return "  ·  ".join(part for part in parts if part)

    def _show_state(self) -> None:
        unsaved = self._workspace.checkpoint is not None and not self._workspace.saved
        training = self._workspace.training != "idle"
        self._save.setVisible(unsaved)
        self._state.setVisible(self._workspace.checkpoint is not None)
        if unsaved:
            self._state.setText("● " + (self.tr("snapshot, not saved") if training else self.tr("not saved")))
        else:
            self._state.setText(self.tr("saved"))
        style.set_role(self._state, "accent" if unsaved else "muted")
