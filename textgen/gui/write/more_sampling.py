"""The further settings of how words are chosen, in groups: how daring, repetition, words, what predicts, the seed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from textgen.engine.config import MIXES, SamplingConfig
from textgen.engine.steering import never_unknown_in, unknown_in
from textgen.gui.parts import style
from textgen.gui.parts.form import Form
from textgen.gui.parts.widgets import button, column

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

ALONE = "network"  # of the MIXES
WITHOUT_NGRAMS = {"all": "cache", "ngrams": ALONE, "cache": "cache", ALONE: ALONE}
ROOM = 30  # steps of the grid that the column beside the page has, at its narrowest, for a label and its control
SEEDS = 1_000_000  # a rolled seed is short enough to be read out
LISTS = ("never", "favour")


class MoreSampling(QWidget):
    """A form for each group. `taken` holds letters that their mnemonics leave to others."""

    changed = Signal()

    def __init__(self, taken: str) -> None:
        super().__init__()
        self._taken = taken
        self._mix = SamplingConfig().mix  # what was chosen, even where the model offers less
        self._offered: tuple[str, ...] = MIXES
        self._checkpoint: Checkpoint | None = None
        self.daring = self._form("top_k", "top_p", "min_p")
        self.repeating = self._form("repetition_penalty", "no_repeat")
        self.listing = self._form(*LISTS)
        self.mixing = self._form("mix")
        self.seeding = self._form("seed")
        self._plain = (self.daring, self.repeating, self.listing, self.seeding)
        self.dice = button(
            self.tr("Roll a seed"), self.roll, "plain", "dice",
            self.tr("Choose a seed at random; with the same seed the same words are written again"),
        )  # fmt: skip
        self._lay_out()
        for form in self._plain:
            form.changed.connect(self._on_change)
        self.mixing.changed.connect(self._on_mix)

    def values(self) -> dict[str, Any]:
        """The value of every setting that stands here."""
        return {name: value for form in self._plain for name, value in form.values().items()} | {"mix": self._mix}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; one `changed` at the end."""
        self._mix = values["mix"]
        self._show_mix()
        for form in self._plain:
            with QSignalBlocker(form):
                form.set_values(values)
        self._on_change()

    def show_model(self, checkpoint: Checkpoint | None) -> None:
        """Offer what can predict together with the network of this model; say which listed words it does not know."""
        mixed = checkpoint is not None and checkpoint.mixture is not None
        counted = mixed and checkpoint.ngrams is not None
        self._checkpoint = checkpoint
        self._offered = MIXES if counted else ("cache", ALONE) if mixed else (ALONE,)
        self._show_mix()
        self._show_unknown()

    @Slot()
    def roll(self) -> None:
        """Choose another seed, so that what is written next can be written again."""
        self.seeding.set_values({"seed": 1 + secrets.randbelow(SEEDS)})

    def _form(self, *fields: str) -> Form:
        form = Form(SamplingConfig, fields, taken=self._taken, resettable=False, room=ROOM)
        self._taken += form.letters
        return form

    def _lay_out(self) -> None:
        groups = (
            (self.tr("How daring"), self.daring),
            (self.tr("Repetition"), self.repeating),
            (self.tr("Words"), self.listing),
            (self.tr("What predicts"), self.mixing),
            (self.tr("The same again"), self.seeding),
        )
        parts = [column(style.label(title, bold=True), form, gap=1) for title, form in groups]
        self.setLayout(column(*parts, gap=2.5))
        parts[-1].addWidget(self.dice, 0, Qt.AlignmentFlag.AlignRight)

    def _show_mix(self) -> None:
        row = self.mixing.rows["mix"]
        shown = self._mix if self._mix in self._offered else WITHOUT_NGRAMS[self._mix]
        row.release()
        with QSignalBlocker(self.mixing):
            row.control.offer(self._offered)
            row.set_value(shown if shown in self._offered else ALONE)
        if len(self._offered) == 1:
            row.hold(
                ALONE,
                self.tr(
                    "What else can predict is counted and weighed at the end of a training; this model has none of it."
                ),
            )

    def _show_unknown(self) -> None:
        """Beneath each list, the words of it that have no effect."""
        for name, text in self.listing.values().items():
            unknown = never_unknown_in if name == "never" else unknown_in
            missing = unknown(text, self._checkpoint.words) if text and self._checkpoint else ()
            told = self.tr("The model does not know {words}.") if missing else ""
            self.listing.rows[name].remark(told.format(words=", ".join(f"“{word}”" for word in missing)))

    @Slot()
    def _on_mix(self) -> None:
        self._mix = self.mixing.values()["mix"]
        self.changed.emit()

    @Slot()
    def _on_change(self) -> None:
        self._show_unknown()
        self.changed.emit()
