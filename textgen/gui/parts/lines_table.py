"""A table of many lines to read and to copy, with the keyboard too."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView

from textgen.gui.parts import style
from textgen.gui.parts.picture import Table

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Lines(QAbstractTableModel):
    """A `Table` as Qt's views want it; columns of figures end at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table((), ())
        self._figures: tuple[bool, ...] = ()

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        first = table.lines[0] if table.lines else ()
        self._figures = tuple(any(letter.isdigit() for letter in value[:2]) for value in first)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._figures[index.column()] else LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.table.heads[section]
        return None


class LinesTable(QTableView):
    """Shows a `Table`; Ctrl+C copies what is selected, or all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = _Lines()
        self.setModel(self._lines)
        self.setFont(style.font(tabular=True))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(style.space(3.5))
        self.horizontalHeader().setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show another content; what is read stays in sight where it can."""
        if table is self._lines.table:
            return
        at = self.currentIndex()
        self._lines.show_table(table)
        if at.row() < len(table.lines) and at.column() < len(table.heads):
            self.selectionModel().setCurrentIndex(
                self._lines.index(max(0, at.row()), max(0, at.column())), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.resizeColumnsToContents()

    def copied(self) -> str:
        """What is selected, or all with the heads where it is less than two cells: lines with tabs between the values."""
        table, selection = self._lines.table, self.selectionModel().selection()
        lines = [table.heads, *table.lines]
        if len(self.selectedIndexes()) > 1:
            chosen = selection[0]
            columns = slice(chosen.left(), chosen.right() + 1)
            lines = [line[columns] for line in table.lines[chosen.top() : chosen.bottom() + 1]]
        return "\n".join("\t".join(line) for line in lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
        else:
            super().keyPressEvent(event)
