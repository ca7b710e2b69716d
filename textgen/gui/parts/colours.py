"""Colours by what they mean, derived from the system's palette so that every text stays readable."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

CONTRAST = 4.5  # WCAG AA for text


@dataclass(frozen=True)
class Colours:
    """The colours by what they mean. `surface` lies below, `raised` (cards, pages) above it."""

    text: QColor
    muted: QColor
    line: QColor
    surface: QColor
    raised: QColor
    hover: QColor
    accent: QColor
    accent_text: QColor
    good: QColor
    bad: QColor
    generated: QColor
    dark: bool

    @classmethod
    def of(cls, palette: QPalette) -> Colours:
        """Derive all colours from `palette`; text colours keep a contrast of 4.5:1 on both surfaces."""
        window, base = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base)
        surface, raised = sorted((window, base), key=luminance)
        dark = luminance(window) < 0.2
        # A text that is readable on the surface nearer to its own lightness is readable on both.
        ground = raised if dark else surface
        text = readable(palette.color(QPalette.ColorRole.WindowText), ground, 7.0)
        accent = readable(_vivid(palette.color(QPalette.ColorRole.Accent)), ground)
        return cls(
            text=text,
            muted=readable(mix(text, ground, 0.38), ground),
            line=mix(text, ground, 0.84),
            surface=surface,
            raised=raised,
            hover=mix(accent, raised, 0.88),
            accent=accent,
            accent_text=max((surface, raised, QColor("white"), QColor("black")), key=lambda c: contrast(c, accent)),
            good=readable(QColor.fromHslF(0.38, 0.6, 0.4), ground),
            bad=readable(QColor.fromHslF(0.01, 0.7, 0.5), ground),
            generated=accent,
            dark=dark,
        )


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2: 0 is black, 1 is white."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with the given share of `other` in it."""
    parts = zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(a * (1 - share) + b * share for a, b in parts))


def readable(colour: QColor, ground: QColor, ratio: float = CONTRAST) -> QColor:
    """`colour`, moved away from `ground` in lightness only as far as `ratio` asks."""
    hue, saturation, lightness, _ = colour.getHslF()
    step, end = (0.01, 1.0) if luminance(ground) < 0.2 else (-0.01, 0.0)
    while contrast(colour, ground) < ratio and lightness != end:
        lightness = min(1.0, max(0.0, lightness + step))
        colour = QColor.fromHslF(max(hue, 0.0), saturation, lightness)
    return colour


def _vivid(colour: QColor) -> QColor:
    """Written words carry the accent, so a grey one, as some desktops have, would not tell them from typed words."""
    hue, saturation, lightness, _ = colour.getHslF()
    return QColor.fromHslF(0.58 if hue < 0 else hue, max(saturation, 0.55), lightness)
