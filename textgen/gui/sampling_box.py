"""How the next word is chosen: temperature, how daring, and the seed of the random numbers; folded away at first."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from textgen.engine.config import MIXES, SamplingConfig
from textgen.gui import figures, style
from textgen.gui.form import Form
from textgen.gui.form_controls import plain
from textgen.gui.text import MENU_BAR, letters

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

ALONE = "network"  # of the MIXES
WITHOUT_NGRAMS = {"all": "cache", "ngrams": ALONE, "cache": "cache", ALONE: ALONE}
ICON = 16
ROOM = 32  # steps of the grid that the column beside the page has for a label and its control
SEEDS = 1_000_000  # a rolled seed is short enough to be read out
BESIDE = (
    "&Seed word",
    "&Length in words",
    "&Write",
    "&Again",
    "L&onger",
    "Sho&rter",
)  # what has a mnemonic beside these settings


class SamplingBox(QWidget):
    """A line that says how the words are chosen now; open, it has a control for each setting."""

    changed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fold = QPushButton()
        taken = letters("Menus", *MENU_BAR) + letters("OneWord", *BESIDE)
        self.heat = Form(SamplingConfig, ["temperature"], taken=taken, resettable=False, room=ROOM)
        taken += self.heat.letters
        self.mixing = Form(SamplingConfig, ["mix"], taken=taken, resettable=False, room=ROOM)
        taken += self.mixing.letters
        self._kept = SamplingConfig()  # with the settings that have no control here
        self._mix = self._kept.mix  # what was chosen, even where the model offers less
        self._offered: tuple[str, ...] = MIXES
        self.daring = Form(SamplingConfig, ["top_k", "top_p", "seed"], taken=taken, resettable=False, room=ROOM)
        self.dice = QPushButton(self.tr("Roll a seed"))
        self.body = QWidget()
        self._lay_out()
        self.fold.toggled.connect(self._on_fold)
        self.dice.clicked.connect(self.roll)
        self.heat.changed.connect(self._on_change)
        self.mixing.changed.connect(self._on_mix)
        self.daring.changed.connect(self._on_change)
        style.follow(self, self._say_fold)

    @property
    def config(self) -> SamplingConfig:
        """The settings as they are now."""
        return replace(self._kept, **self.heat.values(), **self.daring.values(), mix=self._mix)

    def set_config(self, config: SamplingConfig) -> None:
        """Show other settings."""
        self._kept = config
        self.heat.set_values({"temperature": config.temperature})
        self.daring.set_values({"top_k": config.top_k, "top_p": config.top_p, "seed": config.seed})
        self._mix = config.mix
        self._show_mix()

    def show_model(self, checkpoint: Checkpoint | None) -> None:
        """Offer what can predict together with the network of this model."""
        mixed = checkpoint is not None and checkpoint.mixture is not None
        counted = mixed and checkpoint.ngrams is not None
        self._offered = MIXES if counted else ("cache", ALONE) if mixed else (ALONE,)
        self._show_mix()

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

    @Slot()
    def roll(self) -> None:
        """Choose another seed, so that what is written next can be written again."""
        self.daring.set_values({"seed": 1 + secrets.randbelow(SEEDS)})

    def _lay_out(self) -> None:
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.setIconSize(QSize(ICON * 3 // 2, ICON))
        self.fold.setToolTip(self.tr("Temperature, what predicts, and how daring the choice of words is"))
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(style.space(0.5), style.space(0.5), style.space(), style.space())
        inside.setSpacing(style.space(2))
        inside.addWidget(self.heat)
        inside.addWidget(self.mixing)
        inside.addWidget(style.label(self.tr("How daring"), bold=True))
        inside.addWidget(self.daring)
        self._add_dice()
        self.body.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space(0.5))
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)

    def _add_dice(self) -> None:
        style.set_icon(self.dice, "dice")
        self.dice.setProperty("role", "plain")
        self.dice.setToolTip(self.tr("Choose a seed at random; with the same seed the same words are written again"))
        self.body.layout().addWidget(self.dice, 0, Qt.AlignmentFlag.AlignRight)

    @Slot(bool)
    def _on_fold(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._say_fold()
        if is_open:
            self.opened.emit()

    @Slot()
    def _on_mix(self) -> None:
        self._mix = self.mixing.values()["mix"]
        self.changed.emit()

    @Slot()
    def _on_change(self) -> None:
        self._say_fold()
        self.changed.emit()

    def _say_fold(self) -> None:
        """The line of the fold: what it is, and the values that a person may have changed."""
        config = self.config
        told = self.tr("Temperature {heat} · {daring}").format(
            heat=plain(config.temperature), daring=self._say_daring(config)
        )
        self.fold.setText(told)
        self.fold.setIcon(style.icon("chevron-down" if self.fold.isChecked() else "chevron-right", width=1.5))

    def _say_daring(self, config: SamplingConfig) -> str:
        if config.top_k:
            return self.tr("best %Ln words", "", config.top_k)
        if config.top_p < 1:
            return self.tr("likeliest {share}").format(share=figures.share(config.top_p, 0))
        return self.tr("all words")
