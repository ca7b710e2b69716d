"""Asks where a model shall be saved and, where it holds short runs of its text, whether they go with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QWidget

from textgen.engine.checkpoint import SUFFIX
from textgen.gui.parts import style
from textgen.gui.parts.widgets import column


class SaveDialog(QFileDialog):
    """Qt's own dialog: the system's has no room for a question besides the file."""

    def __init__(self, window: QWidget, suggestion: str, filters: str) -> None:
        super().__init__(window, "", str(Path(suggestion).parent), filters)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setWindowTitle(self.tr("Save model"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(SUFFIX.removeprefix("."))
        self.selectFile(Path(suggestion).name)
        self.leave_out = QCheckBox(self.tr("Leave the runs of words out of the file"))
        self._add_question()

    @property
    def path(self) -> str:
        """The file that was chosen."""
        return self.selectedFiles()[0]

    def _add_question(self) -> None:
        """Below the files, across the whole dialog."""
        told = style.label(
            self.tr(
                "The model holds short runs of words of its text, which help it predict; whoever gets the file can "
                "read them."
            ),
            wrap=True,
        )
        self.leave_out.setToolTip(self.tr("It predicts a little worse then, and the file is smaller."))
        place = self.layout()
        assert isinstance(place, QGridLayout)
        place.addLayout(column(told, self.leave_out), place.rowCount(), 0, 1, place.columnCount())
