"""What the two ways say of why a word comes next, in words and figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from textgen.gui.parts import figures
from textgen.gui.parts.picture import Table

if TYPE_CHECKING:
    from textgen.engine.contributions import Contribution, Contributions

LEAST = 0.1  # bits: a word that adds less counts for nothing; the engine's `SLIGHT`, which would load torch here
SHOWN = 4  # of the words that are named in a sentence


def bits(value: float) -> str:
    """With its sign, which is a minus and no hyphen: +0.34, −1.52, +10.2."""
    shown = figures.number(abs(value), 2 if abs(value) < 9.995 else 1)
    sign = "" if not float(f"{value:.2f}") else "+" if value > 0 else "−"
    return sign + shown


class ReasonsWords(QObject):
    """The sentences and the table of the page “Why this word”."""

    def caption(self, found: Contributions | None) -> str:
        """What the picture is of."""
        if found is None:
            return ""
        told = self.tr(
            "For “{word}” ({share}), in bits. Full bars point up and speak for it, hollow ones point down and speak against it; each row has its own scale. ≠: the two disagree."
        )
        return told.format(word=found.target.word, share=percent(found.target.probability))

    def summary(self, found: Contributions) -> str:
        """Which word counts most, and whether the two ways agree."""
        return " ".join(filter(None, (self._most(found), self._against(found))))

    def _most(self, found: Contributions) -> str:
        target = found.target.word
        gradient, left = (_best(found, value) for value in (lambda one: one.gradient, lambda one: one.leaving_out))
        if gradient is None and left is None:
            return self.tr("Neither way finds a word that clearly speaks for “{target}”.").format(target=target)
        if gradient is None:
            told = self.tr(
                "By leaving it out “{left}” speaks most for “{target}” ({left_bits} bits); by gradient × input no word clearly does."
            )
        elif left is None:
            told = self.tr(
                "By gradient × input “{gradient}” speaks most for “{target}” ({gradient_bits} bits); by leaving it out no word clearly does."
            )
        elif gradient is left:
            told = self.tr(
                "Both say that “{left}” speaks most for “{target}”: {gradient_bits} bits by gradient × input, {left_bits} by leaving it out."
            )
        else:
            told = self.tr(
                "They disagree about which word speaks most for “{target}”: by gradient × input it is “{gradient}” ({gradient_bits} bits), by leaving it out “{left}” ({left_bits})."
            )
        return told.format(
            target=target,
            gradient=gradient.word if gradient else "",
            left=left.word if left else "",
            gradient_bits=bits(gradient.gradient) if gradient else "",
            left_bits=bits(left.leaving_out) if left else "",
        )

    def _against(self, found: Contributions) -> str:
        """Which words speak for it one way and against it the other."""
        words = [one.word for one in found.words if one.disagree]
        if not words:
            return ""
        named = ", ".join(f"“{word}”" for word in words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
        return self.tr("One speaks for it and the other against it at %Ln words: {words}.", "", len(words)).format(
            words=named
        )

    def tip(self, word: Contribution) -> str:
        """One word's figures."""
        told = self.tr("“{word}”: {gradient} bits by gradient × input, {left} bits by leaving it out")
        return told.format(word=word.word, gradient=bits(word.gradient), left=bits(word.leaving_out))

    def table(self, found: Contributions) -> Table:
        """One line a word."""
        heads = (
            self.tr("Word"),
            self.tr("Gradient × input, in bits"),
            self.tr("Leaving it out, in bits"),
            self.tr("Note"),
        )
        lines = (
            (one.word, _plain(one.gradient), _plain(one.leaving_out), self._note(one))
            for one in (found.start, *found.words)
        )
        return Table(heads, tuple(lines))

    def _note(self, word: Contribution) -> str:
        notes = (self.tr("they disagree") if word.disagree else "", "" if word.known else self.tr("not known"))
        return ", ".join(filter(None, notes))


def _plain(value: float) -> str:
    """As a spreadsheet reads it."""
    return figures.number(value, 3)


def percent(probability: float) -> str:
    """A probability, however small."""
    least = 0.0001
    return figures.share(probability) if probability >= 0.001 else figures.share(max(probability, least), 2)


def _best(found: Contributions, value: Callable[[Contribution], float]) -> Contribution | None:
    best = max(found.words, key=value, default=None)
    return best if best is not None and value(best) >= LEAST else None
