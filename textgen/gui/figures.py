"""Numbers, durations and times of day, written as the reader's locale writes them."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

translate = QCoreApplication.translate  # under this name the translators' tool finds the texts


def number(value: float, decimals: int = 0) -> str:
    """A number with its thousands grouped: 1,234 or 12.5."""
    return QLocale().toString(float(value), "f", decimals)


def perplexity(value: float) -> str:
    """Three digits that mean something: 4.82, 33.1, 482, 13,200."""
    if not math.isfinite(value):
        return "∞"
    rounded = float(f"{value:.3g}")
    return number(rounded, 2 if rounded < 10 else 1 if rounded < 100 else 0)


def share(value: float, decimals: int = 1) -> str:
    """A part of 1 as per cent: 98.2 %; what is nearly, but not quite, everything never rounds up to 100 %."""
    limit = 100 - 10.0**-decimals
    percent = min(value * 100, limit) if value < 1 else 100.0
    return translate("Figures", "{percent} %").format(percent=number(percent, decimals if value < 1 else 0))


def duration(seconds: float) -> str:
    """How long, with the two units that matter: 45 s, 3 min 20 s, 2 h 5 min."""
    whole = max(0, round(seconds))
    if whole < 60:
        return translate("Figures", "{seconds} s").format(seconds=whole)
    if whole < 3600 and whole % 60 == 0:
        return translate("Figures", "{minutes} min").format(minutes=whole // 60)
    if whole < 3600:
        return translate("Figures", "{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)
    return translate("Figures", "{hours} h {minutes} min").format(hours=whole // 3600, minutes=whole % 3600 // 60)


def time_of_day(seconds_from_now: float = 0.0) -> str:
    """The clock time in so many seconds: 14:32."""
    when = QDateTime.currentDateTime().addSecs(round(seconds_from_now))
    return QLocale().toString(when.time(), QLocale.FormatType.ShortFormat)
