"""The place Text while there is no text: where to drop one, the samples, and the files used before."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QWidget

from textgen.engine.problem import noop
from textgen.gui.parts import style
from textgen.gui.parts.flow import FlowLayout
from textgen.gui.parts.memory import MODELS, TEXTS
from textgen.gui.parts.widgets import Card, Notice, button, column, local_files, row, scrolled
from textgen.gui.work.samples import first_lines, samples
from textgen.gui.work.workspace import Workspace

LANGUAGES = {".en": noop("Language", "In English"), ".es": noop("Language", "In Spanish")}
CARD = 30  # steps of the grid a card is wide at least


class DropArea(QFrame):
    """Where a file can be dropped, as on the whole window; this one shows that it can."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        sign = style.label()
        style.follow(sign, lambda: sign.setPixmap(style.icon("file", "accent").pixmap(QSize(40, 40))))
        call = style.label(self.tr("Drop a text here"), style.LARGE)
        choose = button(self.tr("Choose a file…"), lambda: workspace.choose("text"), "primary")
        model = button(self.tr("Open a model…"), lambda: workspace.choose("model"))
        note = style.label(self.tr("Plain text. It stays on this computer."), style.SMALL, "muted")
        body = column(sign, call, row(None, choose, model, None), note, gap=1.5)
        for part in (sign, call, note):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body.setContentsMargins(*[style.space(3)] * 4)
        self.setLayout(body)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()
            style.set_role(self, "drop-here")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        style.set_role(self, "drop")

    def dropEvent(self, event: QDropEvent) -> None:
        style.set_role(self, "drop")
        event.acceptProposedAction()
        for path in local_files(event):
            self._workspace.open_path(path)


class ChoosePage(QWidget):
    """The empty place: everything that a text can come from."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.notice = Notice()
        self._cards = column(gap=3)
        content = QWidget()
        body = column(self.notice, DropArea(workspace), self._cards, None, gap=3)
        body.setContentsMargins(style.space(4), style.space(3), style.space(4), style.space(4))
        content.setLayout(body)
        self.setLayout(column(scrolled(content)))
        workspace.recentChanged.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        while self._cards.count():
            self._cards.takeAt(0).widget().deleteLater()
        memory = self._workspace.memory
        recent = [Path(path) for kind in (TEXTS, MODELS) for path in memory.recent(kind)]
        bundled = samples()
        recent = [path for path in recent if path not in bundled]
        self._add(self.tr("Samples to try"), [self._sample(path) for path in bundled])
        self._add(
            self.tr("Recent"), [self._card(path.name, str(path.parent), path, first_lines(path)) for path in recent]
        )

    def _add(self, title: str, cards: list[Card]) -> None:
        if not cards:
            return
        flow = FlowLayout(style.space(CARD), style.space(2))
        for card in cards:
            flow.addWidget(card)
        holder = QWidget()
        holder.setLayout(column(style.label(title, bold=True), flow))
        self._cards.addWidget(holder)

    def _sample(self, path: Path) -> Card:
        """A sample's first line is its title, and its language stands before the suffix: a-story.en.txt."""
        title, _, text = first_lines(path).partition("\n")
        language = LANGUAGES.get(path.suffixes[0], noop("Language", "Sample"))
        return self._card(title, QCoreApplication.translate("Language", language), path, text)

    def _card(self, title: str, where: str, path: Path, text: str) -> Card:
        size = QLocale().formattedDataSize(path.stat().st_size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        line = " ".join(text.split())
        return Card(title, f"{where} · {size}", line, lambda: self._workspace.open_path(str(path)))
