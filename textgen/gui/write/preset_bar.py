"""Settings that suit each other, as one segmented control: careful, natural, daring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from textgen.engine.config import SamplingConfig
from textgen.engine.presets import PRESETS, Preset
from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, column, row

LINES = 2  # of the sentence below the segments: always there, so that nothing moves

# what the presets set, as it is without any of them
WITHOUT = {name: getattr(SamplingConfig(), name) for preset in PRESETS.values() for name in preset.values}


def preset_of(config: SamplingConfig) -> str | None:
    """The name of the preset whose values these are."""
    return next((name for name, preset in PRESETS.items() if preset.applied(config) == config), None)


def preset_name(name: str) -> str:
    """A preset as a person calls it."""
    return QCoreApplication.translate("Preset", PRESETS[name].label)


class PresetBar(QWidget):
    """A segment for each preset, the one that is on filled; a sentence about it; the way back to none of them."""

    chosen = Signal(dict)  # values by the names of their settings

    def __init__(self) -> None:
        super().__init__()
        self.back = button(self.tr("Set back"), lambda: self.chosen.emit(WITHOUT), "link")
        self.buttons = {name: self._segment(name, preset) for name, preset in PRESETS.items()}
        self._about = style.label(size=style.SMALL, role="muted", wrap=True)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._about.setMinimumHeight(self._about.fontMetrics().lineSpacing() * LINES)
        head = row(style.label(self.tr("Preset"), bold=True), None, self.back)
        self.setLayout(column(head, row(*self.buttons.values(), gap=0.5), self._about, gap=0.5))

    def show_config(self, config: SamplingConfig) -> None:
        """Fill the segment whose values these are, if there is one."""
        on = preset_of(config)
        for name, segment in self.buttons.items():
            segment.setChecked(name == on)
        own = all(getattr(config, name) == value for name, value in WITHOUT.items())
        self._about.setText(self._say(on, own))
        self.back.setEnabled(not own)
        self.back.setToolTip(
            self.tr("The model's own probabilities are shown already.")
            if own
            else self.tr("Temperature 1 and no limits: the model's own probabilities")
        )

    def _segment(self, name: str, preset: Preset) -> QPushButton:
        about = QCoreApplication.translate("Preset", preset.help)
        result = button(preset_name(name), lambda: self.chosen.emit(dict(preset.values)), "segment", tip=about)
        result.setAccessibleDescription(about)
        result.setCheckable(True)
        result.setProperty("tight", True)
        result.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        return result

    def _say(self, on: str | None, own: bool) -> str:
        if on is not None:
            return QCoreApplication.translate("Preset", PRESETS[on].help)
        if own:
            return self.tr("No preset: the probabilities are the model's own.")
        return self.tr("No preset: the settings are your own.")
