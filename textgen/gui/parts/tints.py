"""The colours of surprise: one hue, darker or lighter by even steps to the eye, so that no one needs to see the hue.

The steps are even in OKLab.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QColor

from textgen.gui.parts import style
from textgen.gui.parts.colours import contrast, readable
from textgen.gui.parts.oklab import colour_of, lab, of_hue

FULL = 15  # bits; more is not told apart by colour
TEXT = 5.0  # contrast of the text on the deepest tint
CHROMA = 0.13
FURTHEST = 0.3  # of lightness from the page, where the text would allow more


def tints() -> tuple[QColor, ...]:
    """What stands behind a word of 0, 1, … FULL bits; the first is the page itself."""
    now = style.colours()
    return _tints(now.raised.rgb(), now.accent.rgb(), now.text.rgb())


def step(bits: float) -> int:
    """Which of them a word of so many bits has."""
    return min(FULL, max(0, round(bits)))


def on_tints(colour: QColor) -> QColor:
    """`colour`, readable on the deepest of them, and so on all."""
    return readable(colour, tints()[-1])


@lru_cache(maxsize=4)
def _tints(page: int, accent: int, text: int) -> tuple[QColor, ...]:
    ground = lab(QColor(page))
    deepest = lab(_deepest(QColor(page), QColor(accent), QColor(text)))
    between = (tuple(a + (b - a) * n / FULL for a, b in zip(ground, deepest, strict=True)) for n in range(1, FULL + 1))
    return (QColor(page), *map(colour_of, between))


def _deepest(page: QColor, accent: QColor, text: QColor) -> QColor:
    """As far from the page as the text stays readable, in a hue opposite to that of the model's words."""
    _, a, b = lab(accent)
    hue = math.atan2(-b, -a)
    ground, found = lab(page)[0], page
    away = math.copysign(FURTHEST, lab(text)[0] - ground)
    for n in range(1, 61):
        tried = colour_of(of_hue(ground + away * n / 60, CHROMA, hue))
        if contrast(text, tried) < TEXT:
            break
        found = tried
    return found
