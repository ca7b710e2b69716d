"""What stands in the place Look inside while there is no model."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from textgen.gui.look.examples_row import ExamplesRow
from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, column, row
from textgen.gui.work.workspace import Workspace


class EmptyPage(QWidget):
    """There is no model to look into."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        sign = style.label()
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        style.follow(sign, lambda: sign.setPixmap(style.icon("look", "accent").pixmap(QSize(40, 40))))
        call = style.label(self.tr("There is no model to look into yet"), style.LARGE, wrap=True)
        note = style.label(self.tr("Train one on a text of yours, or open one that is saved."), role="muted", wrap=True)
        for part in (call, note):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        train = button(self.tr("Train a model"), self._train, "primary")
        choose = button(self.tr("Open a model…"), lambda: workspace.choose("model"))
        ways = row(None, train, choose, None), row(None, ExamplesRow(workspace.inside), None)
        body = column(None, sign, call, note, *ways, None, gap=1.5)
        body.setContentsMargins(*[style.space(4)] * 4)
        self.setLayout(body)

    def _train(self) -> None:
        self._workspace.go("text" if self._workspace.corpus is None else "train")
