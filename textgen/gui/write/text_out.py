"""The whole text goes out: saved as a file or printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from textgen.engine.problem import Problem
from textgen.gui.parts.memory import Memory
from textgen.gui.write import export
from textgen.gui.write.draft import Draft
from textgen.gui.write.versions import Passage


class TextOut(QObject):
    """Asks where to, and whether the marks of who wrote what go along."""

    failed = Signal(object)  # Problem

    def __init__(self, window: QWidget, draft: Draft, memory: Memory) -> None:
        super().__init__(window)
        self.draft = draft
        self._window, self._memory = window, memory

    def save_as(self) -> None:
        """Let the person choose a file and a format, and write the text."""
        filters = (
            (self.tr("Plain text (*.txt)"), ".txt", False),
            (self.tr("Plain text, the model's words in brackets (*.txt)"), ".txt", True),
            (self.tr("Markdown (*.md)"), ".md", False),
            (self.tr("Markdown, the model's words in emphasis (*.md)"), ".md", True),
            (self.tr("Web page (*.html)"), ".html", False),
            (self.tr("Web page, the model's words in colour (*.html)"), ".html", True),
        )
        path, chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save text"),
            str(Path(self._memory.text_folder()) / self.tr("text.txt")),
            ";;".join(label for label, _, _ in filters),
        )
        if path:
            suffix, marks = next(
                ((suffix, marks) for label, suffix, marks in filters if label == chosen), (".txt", False)
            )
            self.save(path if Path(path).suffix.lower() in export.FORMATS else path + suffix, marks)

    def save(self, path: str, marks: bool) -> None:
        """Write the text to a file; `failed` says why not."""
        try:
            export.save(path, Passage(self.draft.text(), self.draft.spans()), marks)
        except Problem as problem:
            self.failed.emit(problem)
        else:
            self._memory.keep_text_folder(path)

    def print(self) -> None:
        """Ask for a printer and print the text."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.draft.document().print_(printer)
        dialog.deleteLater()
