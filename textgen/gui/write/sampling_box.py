"""How the next word is chosen: a preset and the temperature, and behind them every other setting; folded at first."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from textgen.engine.config import SamplingConfig
from textgen.gui.parts import figures, style
from textgen.gui.parts.form import Form
from textgen.gui.parts.text import MENU_BAR, letters
from textgen.gui.parts.widgets import column
from textgen.gui.write.besides import Besides
from textgen.gui.write.more_sampling import ROOM, MoreSampling
from textgen.gui.write.preset_bar import PresetBar, preset_name, preset_of

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint

ICON = 16
BESIDE = {
    "Menus": MENU_BAR,
    "OneWord": ("&Seed word", "&Length in words", "&Write", "&Again", "L&onger", "Sho&rter"),
    "VersionsPage": ("&Compare", "&Drop"),
}  # what has a mnemonic beside these settings, in its context


class SamplingBox(QWidget):
    """A line that says how the words are chosen now; open, it has a control for each setting.

    What has its control elsewhere (how much may be borrowed, how five words are found) goes through unchanged.
    """

    changed = Signal()
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rest = SamplingConfig()  # for what has no control here
        self.fold = _fold()
        self.besides = Besides()
        self.presets = PresetBar()
        taken = "".join(letters(context, *texts) for context, texts in BESIDE.items())
        self.heat = Form(SamplingConfig, ["temperature"], taken=taken, resettable=False, room=ROOM)
        taken += self.heat.letters
        self.unfold = _fold(self.tr("More"))
        self.more = MoreSampling(taken)
        self.body = QWidget()
        self._lay_out()
        self.fold.toggled.connect(self._on_fold)
        self.unfold.toggled.connect(self._on_unfold)
        self.presets.chosen.connect(lambda values: self.set_config(replace(self.config, **values)))
        for part in (self.heat, self.more):
            part.changed.connect(self._on_change)
        style.follow(self, self._say_folds)
        self.presets.show_config(self.config)

    @property
    def config(self) -> SamplingConfig:
        """The settings as they are now."""
        return replace(self._rest, **self.heat.values(), **self.more.values())

    def set_config(self, config: SamplingConfig) -> None:
        """Show other settings; one `changed` at the end."""
        self._rest = config
        for part in (self.heat, self.more):
            with QSignalBlocker(part):
                part.set_values(asdict(config))
        self._on_change()

    def show_model(self, checkpoint: Checkpoint | None) -> None:
        """Offer what suits this model."""
        self.more.show_model(checkpoint)

    def roll(self) -> None:
        """Choose another seed."""
        self.more.roll()

    def _lay_out(self) -> None:
        self.fold.setToolTip(self.tr("Presets, temperature, and how daring the choice of words is"))
        self.unfold.setToolTip(self.tr("Limits, repetition, words to avoid or to favour, what predicts, the seed"))
        first = column(self.presets, self.heat, gap=1.5)
        first.setContentsMargins(style.space(0.5), style.space(0.5), style.space(), 0)
        self.body.setLayout(column(first, self.unfold, self.more))
        self.body.layout().setAlignment(self.unfold, Qt.AlignmentFlag.AlignLeft)
        self.body.setVisible(False)
        self.more.layout().setContentsMargins(style.space(0.5), 0, style.space(), style.space())
        self.more.setVisible(False)
        self.setLayout(column(self.fold, self.besides, self.body, gap=0.5))
        self.layout().setAlignment(self.fold, Qt.AlignmentFlag.AlignLeft)

    @Slot(bool)
    def _on_fold(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self._say_folds()
        if is_open:
            self.opened.emit()

    @Slot(bool)
    def _on_unfold(self, is_open: bool) -> None:
        self.more.setVisible(is_open)
        self._say_folds()

    @Slot()
    def _on_change(self) -> None:
        self.presets.show_config(self.config)
        self._say_folds()
        self.changed.emit()

    def _say_folds(self) -> None:
        """The line of the fold: what it is, and the values that a person may have changed."""
        self.fold.setText(self._say(self.config))
        self.besides.show_config(self.config)
        for fold in (self.fold, self.unfold):
            fold.setIcon(style.icon("chevron-down" if fold.isChecked() else "chevron-right", width=1.5))

    def _say(self, config: SamplingConfig) -> str:
        heat, preset = figures.shortest(config.temperature), preset_of(config)
        if preset is not None:
            return self.tr("{preset} · temperature {heat}").format(preset=preset_name(preset), heat=heat)
        return self.tr("Temperature {heat} · {daring}").format(heat=heat, daring=self._say_daring(config))

    def _say_daring(self, config: SamplingConfig) -> str:
        if config.top_k:
            return self.tr("best %Ln words", "", config.top_k)
        if config.top_p < 1:
            return self.tr("likeliest {share}").format(share=figures.share(config.top_p, 0))
        if config.min_p > 0:
            return self.tr("without the unlikely")
        return self.tr("all words")


def _fold(text: str = "") -> QPushButton:
    """A line that opens and closes what stands below it."""
    result = QPushButton(text)
    result.setProperty("role", "fold")
    result.setCheckable(True)
    result.setIconSize(QSize(ICON * 3 // 2, ICON))
    return result
