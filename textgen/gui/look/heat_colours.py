"""The colours of a heat map: from 0 to 1 for gates, from below 0 to above for states.

Even in OKLab from end to end, and told apart by lightness alone: so nobody needs to see the hues, and those of the
two signs, blue and orange, are told apart by colour-blind eyes. Low and empty lies near the page, light or dark.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from textgen.gui.parts import style
from textgen.gui.parts.colours import contrast
from textgen.gui.parts.oklab import colour_of, of_hue

STEPS = 255  # an odd number: 0 has a colour of its own between the signs
# lightness, chroma and hue in degrees, from 0 to 1, on a light page and on a dark one
_GATE = {
    False: ((0.97, 0.03, 105), (0.74, 0.12, 185), (0.34, 0.14, 280)),
    True: ((0.24, 0.06, 285), (0.62, 0.13, 190), (0.95, 0.13, 105)),
}
# of the furthest below 0, of 0, and of the furthest above
_STATE = {
    False: ((0.45, 0.16, 255), (0.96, 0.0, 0), (0.45, 0.16, 40)),
    True: ((0.80, 0.14, 240), (0.25, 0.0, 0), (0.80, 0.14, 60)),
}

Colours = NDArray[np.uint32]  # (STEPS,) 0xffRRGGBB, as in a QImage


def gate_colours() -> Colours:
    """For values from 0 to 1."""
    return _between(_GATE[style.colours().dark])


def state_colours() -> Colours:
    """For values from −1 to 1, 0 in the middle."""
    return _between(_STATE[style.colours().dark])


def ink_on(rgb: int) -> QColor:
    """The colour of the theme that is easiest to read on this one."""
    now, ground = style.colours(), QColor.fromRgb(rgb)
    return max((now.text, now.raised, now.surface), key=lambda ink: contrast(ink, ground))


@lru_cache(maxsize=8)
def _between(stops: tuple[tuple[float, float, float], ...]) -> Colours:
    """Straight from stop to stop, in steps that are even along the whole way."""
    labs = np.array([of_hue(light, chroma, math.radians(hue)) for light, chroma, hue in stops])
    way = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(labs, axis=0), axis=1))])
    at = np.linspace(0, way[-1], STEPS)
    parts = (np.interp(at, way, labs[:, part]).tolist() for part in range(3))
    return np.array([colour_of(lab).rgb() for lab in zip(*parts, strict=True)], np.uint32)
