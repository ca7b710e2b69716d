"""The moments of the open text that are most like the end of the sentence, and each in its place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from textgen import paths
from textgen.engine.problem import Problem
from textgen.gui.look.moments_table import MomentsTable
from textgen.gui.parts import figures, style
from textgen.gui.parts.memory import TEXTS
from textgen.gui.parts.passage_view import PassageView
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import button, column, row
from textgen.gui.work.workspace import Workspace


class SimilarSection(QWidget):
    """Reads the text once it is seen and no training wants the computer; else at the press of a button."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._inside = workspace, workspace.inside
        self._moments, self._similar = workspace.inside.moments, workspace.inside.similar
        self._calm = True  # nobody has stopped the reading, and it has not failed
        self._asked: tuple[object, object] = None, None
        self.note = style.label(role="muted", wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setRange(0, 100)
        self.read_button = button("", self._read)
        self.open_button = button("", self._open, icon="open")
        self.stop_button = button(self.tr("Stop"), self._stop, icon="stop")
        self.table, self.passage = MomentsTable(), PassageView(self.tr("The moment in its place"))
        self._found = QWidget()
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        found = row(self.table, self.passage, gap=1.5)
        found.setStretch(0, 3)
        found.setStretch(1, 2)
        self._found.setLayout(found)
        title = style.label(self.tr("Similar moments in the text"), bold=True)
        ways = row(self.read_button, self.open_button, self.stop_button, None)
        self.setLayout(column(title, self.note, self.bar, ways, self._found))

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_passage)
        self._similar.changed.connect(self._show_similar)
        self._moments.failed.connect(self._on_failed)
        self._inside.reasons.changed.connect(self._search)
        for signal in (self._moments.changed, self._workspace.trainingChanged, self._workspace.recentChanged):
            signal.connect(self._go_on)
        self._workspace.corpusChanged.connect(self._begin_anew)

    # ---- what happens

    @Slot()
    def _begin_anew(self) -> None:
        self._calm = True
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Read what may be read now, and say what there is."""
        idle = self._workspace.training == "idle" and self.isVisible() and self._calm
        if idle and self._moments.state == "waiting":
            self._moments.want()  # which comes back here
            return
        self._search()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    def _read(self) -> None:
        self._calm = True
        self._moments.agree()

    def _stop(self) -> None:
        self._calm = False
        self._moments.stop()

    def _open(self) -> None:
        path = self._known_path()
        if path:
            self._workspace.read_text(path, stay=True)
        else:
            self._workspace.choose("own text")

    def _known_path(self) -> str:
        """A recent or bundled text that has the name of the model's own, if that is not the one that is open."""
        name, corpus = self._source, self._workspace.corpus
        known = [*self._workspace.memory.recent(TEXTS), *map(str, paths.CORPORA.glob("*.txt"))]
        if corpus is not None and corpus.name == name:
            return ""
        return next((path for path in known if Path(path).name == name), "")

    @Slot()
    def _search(self) -> None:
        reasons, moments = self._inside.reasons.found, self._moments.moments
        if moments is None or reasons is None or not reasons.words:
            self._asked = None, None
            self._similar.forget()
        elif self._asked[0] is not moments or not np.array_equal(self._asked[1], reasons.state):
            self._asked = moments, reasons.state
            self._similar.ask(moments, reasons.state)

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        self._calm = False
        self._show()
        self.note.setText(say(problem))

    # ---- what is shown

    @property
    def _source(self) -> str:
        return self._inside.checkpoint.source if self._inside.checkpoint is not None else ""

    def _show(self) -> None:
        state = self._moments.state
        self.note.setText(self._told(state))
        self.bar.setVisible(state == "reading")
        self.bar.setValue(round(100 * self._moments.share))
        self.stop_button.setVisible(state == "reading")
        self.read_button.setVisible(state in ("waiting", "other"))
        self.read_button.setText(
            self.tr("Look through it") if state == "waiting" else self.tr("Look through it all the same")
        )
        way_out = self.tr("Open “{name}”").format(name=self._source) if self._known_path() else self.tr("Open a text…")
        self.open_button.setText(way_out)
        self.open_button.setVisible(state in ("none", "other"))
        self._found.setVisible(state == "ready" and self._similar.found is not None)

    def _told(self, state: str) -> str:
        name = self._workspace.corpus.name if self._workspace.corpus else ""
        told = {
            "none": self.tr("No text is open. Open the one that this model learnt from, “{source}”, to see where in it the network was in nearly the same state as at the end of the sentence."),
            "other": self.tr("The text that is open, “{name}”, is not the one that this model learnt from, “{source}”."),
            "waiting": self.tr("“{name}” has not been looked through with the model as it is now."),
            "reading": self.tr("Looking through “{name}” …"),
            "ready": self.tr("Where in “{name}” the network was in nearly the same state as at the end of the sentence, and which word really came next there."),
        }  # fmt: skip
        parts = [told[state].format(name=name, source=self._source)]
        if state == "ready":
            parts += [self._whose(name), self._sampled(), self._scale()]
        return " ".join(filter(None, parts))

    def _whose(self, name: str) -> str:
        if self._moments.match == "other":
            return self.tr("The model did not learn from this text.")
        return self.tr("The model does not say whether it learnt from it.") if self._moments.match == "unsure" else ""

    def _sampled(self) -> str:
        share = self._moments.moments.share
        told = self.tr("{share} of the text was looked through, in stretches that are spread evenly.")
        return told.format(share=figures.share(share, 0)) if share < 1 else ""

    def _scale(self) -> str:
        found = self._similar.found
        told = self.tr("Distance 0 is the same state; all moments are {mean} away on average.")
        return told.format(mean=figures.number(found.mean, 1)) if found else ""

    @Slot()
    def _show_similar(self) -> None:
        self.table.show_similar(self._similar.found)
        self._show()

    @Slot(int)
    def _show_passage(self, line: int) -> None:
        moments, found = self._moments.moments, self._similar.found
        if moments is not None and found is not None and line < len(found.moments):
            self.passage.show_passage(moments.passage(found.moments[line].token + 1))
