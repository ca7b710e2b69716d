"""The frame around a picture: its name, what is to be seen in it, the table in its place, and the way out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QStackedWidget, QWidget

from textgen.engine.problem import Problem
from textgen.gui.parts import picture_out, style
from textgen.gui.parts.flow import FlowLayout
from textgen.gui.parts.lines_table import LinesTable
from textgen.gui.parts.memory import Memory
from textgen.gui.parts.picture import Picture
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Notice, column, row


class PictureFrame(QWidget):
    """A picture or, at the press of a button, its table; under its title what is to be seen, in words."""

    def __init__(self, picture: Picture, title: str, memory: Memory, *controls: QWidget) -> None:
        """`controls` stand beside the title."""
        super().__init__()
        self.picture, self._memory = picture, memory
        self.summary = style.label(wrap=True)
        self.lines = LinesTable()
        self.lines.setAccessibleName(title)
        self.as_table = QPushButton(self.tr("As a table"))
        self.as_table.setCheckable(True)
        self.as_table.setProperty("role", "quiet")
        self.as_table.setToolTip(self.tr("The same in figures, to read or to copy"))
        self.out = QPushButton(self.tr("Export"))
        self.out.setProperty("role", "quiet")
        self.out.setMenu(self._menu())
        self._notice = Notice()
        self._stack = QStackedWidget()
        self._stack.addWidget(picture)
        self._stack.addWidget(self.lines)
        head = FlowLayout(0, style.space(0.5), last_right=True)
        for parts in ((style.label(title, bold=True), *controls), (self.as_table, self.out)):
            head.addWidget(_together(*parts))
        whole = column(head, self.summary, self._notice, self._stack)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._soon = QTimer(self, singleShot=True, interval=0)  # one table for many changes at once
        self._soon.timeout.connect(self._fill)
        picture.changed.connect(self._soon.start)
        self.as_table.toggled.connect(self._on_table)
        self._fill()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for label, suffix in (
            (self.tr("Picture (PNG)…"), ".png"),
            (self.tr("Drawing (SVG)…"), ".svg"),
            (self.tr("Table (CSV)…"), ".csv"),
        ):
            menu.addAction(label).triggered.connect(lambda *_, suffix=suffix: self._ask(suffix))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the table")).triggered.connect(self._copy)
        return menu

    @Slot()
    def _fill(self) -> None:
        """The table is made only where it is seen: it may be long."""
        sentence = self.picture.summary()
        self.summary.setText(sentence)
        self.summary.setVisible(bool(sentence))
        self.picture.setAccessibleDescription(sentence)
        for control in (self.as_table, self.out):
            control.setEnabled(bool(sentence))
        self.out.setToolTip("" if sentence else self.tr("There is nothing to export yet."))
        if self.as_table.isChecked():
            self.lines.show_table(self.picture.table())

    def keep_place(self, kept: bool) -> None:
        """Keep a place for the picture, or give it up where there is nothing to draw."""
        self._stack.setVisible(kept)

    @Slot(bool)
    def _on_table(self, shown: bool) -> None:
        if shown:
            self.lines.show_table(self.picture.table())
        self._stack.setCurrentWidget(self.lines if shown else self.picture)

    def _copy(self) -> None:
        table = self.picture.table()
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in (table.heads, *table.lines)))

    def _ask(self, suffix: str) -> None:
        start = str(Path(self._memory.folder()) / f"{self.picture.name}{suffix}")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), start, f"*{suffix}")
        if path:
            self.save(path if path.lower().endswith(suffix) else path + suffix)

    def save(self, path: str) -> None:
        """Write what is on the screen, in the format that the suffix says."""
        try:
            picture_out.save(path, self.picture)
        except Problem as problem:
            self._notice.say(say(problem))
        else:
            self._memory.keep_folder(path)


def _together(*parts: QWidget) -> QWidget:
    """Side by side, whatever else gives way."""
    result = QWidget()
    result.setLayout(row(*parts))
    return result
