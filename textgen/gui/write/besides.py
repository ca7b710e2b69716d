"""What else has been set of how words are chosen, beside preset and temperature, as one line in small letters."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from textgen.engine.config import SamplingConfig
from textgen.engine.steering import listed
from textgen.gui.parts import figures, style
from textgen.gui.parts.text import choice_text
from textgen.gui.write.preset_bar import preset_of

NAMED = 3  # words of a list; of a longer one the rest is counted


class Besides(QLabel):
    """Hidden where nothing departs from the preset, or without one from the model's own probabilities."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(style.font(style.SMALL))
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setContentsMargins(style.space(3), 0, style.space(), 0)
        self.hide()

    def show_config(self, config: SamplingConfig) -> None:
        """Name what is set."""
        told = [*self._limits(config), *(() if preset_of(config) else self._daring(config)), *self._choice(config)]
        self.setText(" · ".join(told))
        self.setVisible(bool(told))

    def _limits(self, config: SamplingConfig) -> Iterator[str]:
        if config.borrow:
            yield self.tr("borrows at most %Ln words", "", config.borrow)
        if listed(config.never):
            yield self.tr("never {words}").format(words=self._named(config.never))
        if listed(config.favour):
            yield self.tr("favours {words}").format(words=self._named(config.favour))

    def _daring(self, config: SamplingConfig) -> Iterator[str]:
        """What the line above leaves out, which names the first of the filters only."""
        if config.top_k and config.top_p < 1:
            yield self.tr("likeliest {share}").format(share=figures.share(config.top_p, 0))
        if config.min_p > 0 and (config.top_k or config.top_p < 1):
            yield self.tr("without the unlikely")
        if config.repetition_penalty > 1:
            yield self.tr("repetition penalty {penalty}").format(penalty=figures.shortest(config.repetition_penalty))
        if config.no_repeat:
            yield self.tr("no run of %Ln words twice", "", config.no_repeat)

    def _choice(self, config: SamplingConfig) -> Iterator[str]:
        if config.mix != SamplingConfig().mix:
            yield choice_text(config.mix)
        if config.seed:
            yield self.tr("seed {seed}").format(seed=config.seed).replace(" ", "\u00a0")  # on one line

    def _named(self, text: str) -> str:
        words = listed(text)
        shown = ", ".join(self.tr("“{word}”").format(word=word) for word in words[:NAMED])
        more = len(words) - NAMED
        return self.tr("{words} and %Ln more", "", more).format(words=shown) if more > 0 else shown
