"""Colours that can be read whatever the system's palette, icons, and figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from textgen import paths
from textgen.gui.parts import colours, figures, style

LIGHT = {"window": "#efefef", "base": "#ffffff", "text": "#000000"}
DARK = {"window": "#323232", "base": "#242424", "text": "#f0f0f0"}
BLACK = {"window": "#000000", "base": "#000000", "text": "#ffffff"}
SEPIA = {"window": "#e8dcc0", "base": "#f7f0e0", "text": "#5b4636"}


def palette(window: str, base: str, text: str, accent: str) -> QPalette:
    roles = QPalette.ColorRole
    result = QPalette()
    for role, colour in ((roles.Window, window), (roles.Base, base), (roles.WindowText, text), (roles.Accent, accent)):
        result.setColor(role, QColor(colour))
    return result


@pytest.mark.parametrize("scheme", [LIGHT, DARK, BLACK, SEPIA])
@pytest.mark.parametrize("accent", ["#308cc6", "#ffd500", "#808080", "#111111", "#ffffff", "#e01b24"])
def test_every_text_can_be_read_on_both_surfaces(scheme: dict[str, str], accent: str) -> None:
    now = colours.Colours.of(palette(**scheme, accent=accent))
    for name in ("text", "muted", "accent", "good", "bad", "generated"):
        for ground in (now.surface, now.raised):
            assert colours.contrast(getattr(now, name), ground) >= 4.5, (name, ground.name())
    assert colours.contrast(now.accent_text, now.accent) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK, SEPIA])
def test_written_words_differ_from_typed_ones_though_the_desktop_has_no_colour(scheme: dict[str, str]) -> None:
    now = colours.Colours.of(palette(**scheme, accent="#808080"))
    assert now.generated.hslSaturationF() > 0.3
    assert now.generated != now.text


def test_the_raised_surface_is_the_lighter_one() -> None:
    for scheme in (LIGHT, DARK):
        now = colours.Colours.of(palette(**scheme, accent="#308cc6"))
        assert colours.luminance(now.raised) > colours.luminance(now.surface)
        assert now.dark == (scheme is DARK)


def test_black_and_white_have_the_contrast_that_the_standard_gives_them() -> None:
    assert colours.contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert colours.contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", sorted(path.stem for path in (paths.RESOURCES / "icons").glob("*.svg")))
def test_every_icon_can_be_drawn_in_any_colour_and_size(qtbot: QtBot, name: str) -> None:
    for size in (16, 24, 96):
        image = style.icon(name, "bad").pixmap(QSize(size, size)).toImage()
        pixels = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
        drawn = [colour for colour in pixels if colour.alpha() > 120]
        assert drawn, name
        assert all(abs(colour.red() - style.colours().bad.red()) <= 4 for colour in drawn)


def test_what_follows_the_colours_stops_when_it_is_gone(qtbot: QtBot) -> None:
    seen: list[bool] = []
    button = QPushButton()
    style.follow(button, lambda: seen.append(style.colours().dark))
    app, before = QApplication.instance(), QApplication.palette()
    try:
        app.setPalette(palette(**DARK, accent="#308cc6"))
        assert seen == [False, True]
        button.deleteLater()
        qtbot.waitSignal(button.destroyed).wait()
    finally:
        app.setPalette(before)
    assert seen == [False, True]
    assert not style.colours().dark


def test_the_three_sizes_grow_with_the_system_font(qtbot: QtBot) -> None:
    small, body, large = (QFontMetrics(style.font(size)).height() for size in (style.SMALL, style.BODY, style.LARGE))
    assert small < body < large
    assert style.font().pointSizeF() == pytest.approx(QApplication.font().pointSizeF())


# ---- figures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [(4.816, "4.82"), (33.14, "33.1"), (99.96, "100"), (482.4, "482"), (13_154, "13,200"), (float("inf"), "∞")],
)
def test_perplexities_have_three_digits(value: float, expected: str) -> None:
    assert figures.perplexity(value) == expected


def test_a_button_that_changes_its_icon_follows_the_colours_with_the_last_one_alone(qtbot: QtBot) -> None:
    button = QPushButton("Play")
    qtbot.addWidget(button)
    for name in ("play", "stop") * 20:
        style.set_icon(button, name)
    assert len(button.children()) == 1
    style.theme().changed.emit()
    stop, shown = (one.pixmap(QSize(16, 16)).toImage() for one in (style.icon("stop", width=1.375), button.icon()))
    assert shown == stop


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.982, "98.2 %"), (0.99999, "99.9 %"), (1.0, "100 %"), (0.0, "0.0 %")],
)
def test_nearly_everything_is_not_everything(value: float, expected: str) -> None:
    assert figures.share(value) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (600, "10 min"),
        (200, "3 min 20 s"),
        (7500, "2 h 5 min"),
        (-3, "0 s"),
    ],
)
def test_durations_have_the_units_that_matter(seconds: float, expected: str) -> None:
    assert figures.duration(seconds) == expected


def test_numbers_follow_the_locale() -> None:
    assert figures.number(1234567) == "1,234,567"
    QLocale.setDefault(QLocale(QLocale.Language.German))
    assert figures.number(1234.5, 1) == "1.234,5"
