"""A perplexity in plain words: among how many words the model chooses on text it has not seen."""

from __future__ import annotations

from PySide6.QtCore import QObject

MOST = 1_000_000_000  # more words than any text has; beyond it a number says nothing


class Unsure(QObject):
    """The sentences that hold such a number; the translators' tool sees plurals in a class's own `tr` only."""

    def briefly(self, perplexity: float) -> str:
        """As a part of a line."""
        if not perplexity < MOST:
            return self.tr("lost on text it has not seen")
        return self.tr("as unsure as choosing among %Ln words", "", _whole(perplexity))

    def in_text(self, perplexity: float) -> str:
        """Of a text that was measured, as a sentence."""
        if not perplexity < MOST:
            return self.tr("In this text the model is lost.")
        return self.tr("The model is as unsure as choosing among %Ln words at each place.", "", _whole(perplexity))

    def sentence(self, perplexity: float, best_after: str = "") -> str:
        """As a sentence, with the time after which the model was best."""
        if not perplexity < MOST:
            return self.tr("On text it has not seen it is lost.")
        words = _whole(perplexity)
        if not best_after:
            return self.tr("On text it has not seen it is as unsure as choosing among %Ln words.", "", words)
        text = self.tr(
            "On text it has not seen it is as unsure as choosing among %Ln words (best after {time}).", "", words
        )
        return text.format(time=best_after)


def _whole(perplexity: float) -> int:
    """Three digits that mean something, and no fraction."""
    return round(float(f"{perplexity:.3g}"))
