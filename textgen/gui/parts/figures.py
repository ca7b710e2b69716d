"""Numbers, durations and times of day, written as the reader's locale writes them."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from textgen.engine.problem import noop

LEAST_SHARE = 0.01  # what is less likely is easier to grasp as one in so many
_ONE_IN = {
    1: noop("Figures", "1 in {number}"),
    10**6: noop("Figures", "1 in {number} million"),
    10**9: noop("Figures", "1 in {number} billion"),
    10**12: noop("Figures", "1 in {number} trillion"),
}

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


def percent(value: float, decimals: int) -> str:
    """A probability as per cent; what would round to nothing is said to be less than the least figure.

    >>> percent(0.1234, 1), percent(0.0001, 1)
    ('12.3 %', '< 0.1 %')
    """
    least = 10.0 ** (-decimals - 2)
    return f"< {share(least, decimals)}" if value < least / 2 else share(value, decimals)


def chance(value: float) -> str:
    """A probability that may be very small: 12.3 %, and below 1 % one in how many, with two digits that mean something.

    >>> chance(0.123), chance(0.0042), chance(3.1e-7)
    ('12.3 %', '1 in 240', '1 in 3.2 million')
    """
    if value >= LEAST_SHARE or value <= 0:
        return percent(value, 1)
    many = float(f"{1 / value:.2g}")
    size = max(size for size in _ONE_IN if many >= size or size == 1)
    told = translate("Figures", _ONE_IN[size])
    return told.format(number=number(many / size, 1 if size > 1 and many / size < 10 else 0))


def exact_share(value: float) -> str:
    """A part of 1 as per cent with three digits that mean something, however small it is: 0.0000321 %."""
    first = math.floor(math.log10(value * 100)) if value > 0 else 0
    return share(value, max(1, 2 - first))


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


def shortest(value: float) -> str:
    """The shortest way to write a number in the reader's locale: 0.003, 0.5, 4,096."""
    return QLocale().toString(float(value), "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value)
