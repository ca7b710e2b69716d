"""The colours of a heat map: even, told apart by lightness, and by colour-blind eyes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from textgen.gui.look import heat_colours
from textgen.gui.look.heat_colours import STEPS, gate_colours, ink_on, state_colours
from textgen.gui.parts.colours import Colours, contrast
from textgen.gui.parts.oklab import lab

# What red, green and blue light look like without the eye's cones for red, and for green (Viénot, Brettel, Mollon 1999).
BLIND = {
    "protan": [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]],
    "deutan": [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]],
}


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Colours:
    palette = QPalette(QColor("#2b2b2b" if request.param else "#efefef"))
    if request.param:
        palette.setColor(QPalette.ColorRole.WindowText, QColor("#eeeeee"))
        palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    colours = Colours.of(palette)
    monkeypatch.setattr(heat_colours.style, "colours", lambda: colours)
    return colours


def labs(colours: np.ndarray) -> np.ndarray:
    return np.array([lab(QColor.fromRgb(int(rgb))) for rgb in colours])


def test_gates_are_even_and_go_one_way_in_lightness(theme: Colours) -> None:
    found = labs(gate_colours())
    steps = np.linalg.norm(np.diff(found[::4], axis=0), axis=1)
    light = np.diff(found[::4, 0]) * (1 if theme.dark else -1)
    assert len(found) == STEPS
    assert steps.max() / steps.min() < 1.7
    assert light.min() > 0, "without its hue it can be read too"
    assert abs(found[-1, 0] - found[0, 0]) > 0.6


def test_states_are_grey_at_0_and_mirrored_in_lightness(theme: Colours) -> None:
    found = labs(state_colours())
    middle = STEPS // 2
    assert np.abs(found[middle, 1:]).max() < 0.01
    assert found[:, 0] == pytest.approx(found[::-1, 0], abs=0.03)
    assert abs(found[0, 0] - found[middle, 0]) > 0.35


@pytest.mark.parametrize("kind", BLIND)
def test_the_signs_are_told_apart_by_colour_blind_eyes(theme: Colours, kind: str) -> None:
    seen = labs(np.array([_seen(rgb, kind) for rgb in state_colours()], np.uint32))
    assert np.linalg.norm(seen[0] - seen[-1]) > 0.15
    assert np.linalg.norm(seen[STEPS // 4] - seen[-STEPS // 4]) > 0.07


def _seen(rgb: int, kind: str) -> int:
    colour = QColor.fromRgb(int(rgb))
    light = np.array(colour.getRgbF()[:3]) ** 2.2
    return QColor.fromRgbF(*np.clip(np.array(BLIND[kind]) @ light, 0, 1) ** (1 / 2.2)).rgb()


def test_a_number_is_readable_on_every_field(theme: Colours) -> None:
    for rgb in (*gate_colours(), *state_colours()):
        assert contrast(ink_on(int(rgb)), QColor.fromRgb(int(rgb))) >= 3.8
