"""Colours in which distances are as the eye sees them: OKLab (Björn Ottosson, “A perceptual color space for image
processing”, 2020).
"""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

Lab = tuple[float, float, float]  # lightness from 0 to 1, green to red, blue to yellow


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


def colour_of(colour: Lab) -> QColor:
    """The nearest that a screen shows, each of red, green and blue by itself."""
    inside = (min(1.0, max(0.0, part)) for part in _linear(colour))
    return QColor.fromRgbF(*(12.92 * p if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in inside))


def of_hue(lightness: float, chroma: float, hue: float) -> Lab:
    """A colour by its hue in radians, as strong as the screen can show it, up to `chroma`."""
    while chroma > 0 and not all(0 <= part <= 1 for part in _linear(_at(lightness, chroma, hue))):
        chroma -= 0.005
    return _at(lightness, max(0.0, chroma), hue)


def _at(lightness: float, chroma: float, hue: float) -> Lab:
    return lightness, chroma * math.cos(hue), chroma * math.sin(hue)
