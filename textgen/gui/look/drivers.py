"""Which words of the open text drive a unit highest and lowest, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from textgen.gui.look.heat_cells import figure
from textgen.gui.look.spot import Spot
from textgen.gui.parts import style
from textgen.gui.parts.widgets import Elided, button, column, row
from textgen.gui.work.workspace import Workspace

if TYPE_CHECKING:
    from textgen.engine.moments import Driver
    from textgen.engine.reports import Passage

SHOWN = 5  # words on either side
AROUND = 8  # words of a passage on either side


class Driving(NamedTuple):
    """A word, the hidden state where it is most extreme, that token, and how many of the most extreme places have it."""

    word: str
    state: float
    token: int
    places: int


class Drivers(QWidget):
    """Two lines of words; a click shows the passage. The text is read through once, at the press of a button."""

    def __init__(self, workspace: Workspace, spot: Spot) -> None:
        super().__init__()
        self._workspace, self._moments, self.spot = workspace, workspace.inside.moments, spot
        self.note = style.label(size=style.SMALL, role="muted", wrap=True)
        self.read_button = button(self.tr("Look through it"), self._moments.agree)
        self.lines = tuple(row(gap=0.5) for _ in range(2))
        self.buttons: list[QPushButton] = []
        self.passage = Elided(role="muted")
        head = row(self.note, self.read_button)
        head.setStretch(0, 1)
        self.setLayout(column(head, *self.lines, self.passage, gap=0.25))
        for signal in (self._moments.changed, workspace.corpusChanged, spot.redrawn, spot.moved):
            signal.connect(self._show)
        self._shown: object = None
        self._show()

    @Slot()
    def _show(self) -> None:
        found, spot = self._moments.moments, self.spot
        self.note.setText(self._told())
        self.read_button.setVisible(self._moments.state in ("waiting", "other"))
        ready = self._moments.state == "ready" and bool(spot.words)
        now = (found, spot.layer, spot.unit) if ready else None
        if now != self._shown:
            self._shown = now
            self._fill(found.extremes(spot.layer, spot.unit) if ready else ((), ()))

    def _told(self) -> str:
        told = {
            "none": self.tr("Open the model's own text to see which of its words drive this unit highest and lowest."),
            "other": self.tr("“{name}” is not the text that this model learnt from."),
            "waiting": self.tr("“{name}” tells which of its words drive this unit highest and lowest."),
            "reading": self.tr("Looking through “{name}” …"),
            "ready": self.tr("The hidden state of unit {unit} in “{name}”; click a word to see where it stands."),
        }
        name = self._workspace.corpus.name if self._workspace.corpus else ""
        return told[self._moments.state].format(name=name, unit=self.spot.unit)

    def _fill(self, sides: Sequence[tuple[Driver, ...]]) -> None:
        """Write both lines anew."""
        self.passage.setText("")
        self.passage.setVisible(bool(sides[0]))
        for line in self.lines:
            while (item := line.takeAt(0)) is not None:
                if (part := item.widget()) is not None:
                    part.hide()
                    part.deleteLater()
        self.buttons = []
        if sides[0]:
            for line, name, side in zip(self.lines, (self.tr("Highest:"), self.tr("Lowest:")), sides, strict=True):
                line.addWidget(style.label(name))
                for one in by_word(side)[:SHOWN]:
                    line.addWidget(self._link(one))
                line.addStretch(1)

    def _link(self, one: Driving) -> QPushButton:
        many = f" ×{one.places}" if one.places > 1 else ""
        result = button(f"{one.word}{many} {figure(one.state)}", lambda: self._show_passage(one.token), "link")
        result.setToolTip(_line(self._moments.moments.passage(one.token, AROUND)))
        self.buttons.append(result)
        return result

    def _show_passage(self, token: int) -> None:
        self.passage.setText(_line(self._moments.moments.passage(token, AROUND)))


def by_word(drivers: Sequence[Driver]) -> list[Driving]:
    """Each word once, where it is most extreme; the order stays."""
    found: dict[str, Driving] = {}
    for one in drivers:
        before = found.get(one.word)
        places = before.places + 1 if before else 1
        found[one.word] = (before or Driving(one.word, one.state, one.token, 1))._replace(places=places)
    return list(found.values())


def _line(passage: Passage) -> str:
    """A passage as one line, its word in brackets."""
    text = f"{passage.text[: passage.start]}[{passage.text[passage.start : passage.end]}]{passage.text[passage.end :]}"
    return f"… {' '.join(text.split())} …"
