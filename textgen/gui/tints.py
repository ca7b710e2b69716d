"""The colours of surprise: one hue, darker or lighter by even steps to the eye, so that no one needs to see the hue.

The steps are even in OKLab (Björn Ottosson, “A perceptual color space for image processing”, 2020).
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QColor

from textgen.gui import style
from textgen.gui.colours import contrast, readable

FULL = 15  # bits; more is not told apart by colour
TEXT = 5.0  # contrast of the text on the deepest tint
CHROMA = 0.13
FURTHEST = 0.3  # of lightness from the page, where the text would allow more

Lab = tuple[float, float, float]


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
    return (QColor(page), *map(_colour, between))


def _deepest(page: QColor, accent: QColor, text: QColor) -> QColor:
    """As far from the page as the text stays readable, in a hue opposite to that of the model's words."""
    _, a, b = lab(accent)
    hue = math.atan2(-b, -a)
    ground, found = lab(page)[0], page
    away = math.copysign(FURTHEST, lab(text)[0] - ground)
    for n in range(1, 61):
        tried = _of_hue(ground + away * n / 60, hue)
        if contrast(text, tried) < TEXT:
            break
        found = tried
    return found


def _of_hue(light: float, hue: float) -> QColor:
    """As strong as the screen can show it, up to CHROMA."""
    chroma = CHROMA
    while chroma > 0 and not all(0 <= part <= 1 for part in _linear((light, *_at(chroma, hue)))):
        chroma -= 0.005
    return _colour((light, *_at(max(0.0, chroma), hue)))


def _at(chroma: float, hue: float) -> tuple[float, float]:
    return chroma * math.cos(hue), chroma * math.sin(hue)


# ---- OKLab ----------------------------------------------------------------------------------------------------------


def lab(colour: QColor) -> Lab:
    """A colour as lightness from 0 to 1, green to red and blue to yellow, in which distances are as the eye sees them."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3])
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(colour: Lab) -> tuple[float, float, float]:
    """Its red, green and blue light; outside 0 to 1 where no screen shows it."""
    light, a, b = colour
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _colour(colour: Lab) -> QColor:
    inside = (min(1.0, max(0.0, part)) for part in _linear(colour))
    return QColor.fromRgbF(*(12.92 * p if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in inside))
