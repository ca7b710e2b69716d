"""Turns what the engine says into the reader's language, and finds the letters that its labels have as mnemonics."""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QCoreApplication

from textgen.engine.problem import Problem, noop
from textgen.gui.parts import figures

MENU_BAR = ("&File", "&Edit", "&Go", "&Train", "&Help")  # the titles of the menus, in the context "Menus"


# the choices of settings that have names of their own for a person
CHOICES = {
    "fastest": noop("Choice", "Automatic"),
    "all": noop("Choice", "Network, n-grams and cache"),
    "ngrams": noop("Choice", "Network and n-grams"),
    "cache": noop("Choice", "Network and cache"),
    "network": noop("Choice", "Network alone"),
    "likeliest": noop("Choice", "Likeliest"),
    "drawn": noop("Choice", "Drawn by chance"),
}

_MARKED = {"kind": "Problem", "label": "Setting"}  # values that are marked phrases, and their contexts


class _Number(float):
    """A number as the reader's locale writes it, with as many decimals as the sentence asks for, if it does."""

    __slots__ = ()

    def __format__(self, how: str) -> str:
        decimals = re.search(r"\.(\d+)f", how)
        return figures.number(self, int(decimals[1])) if decimals else figures.shortest(self)


class _Shown(str):
    """A value as it is shown, whatever format the sentence asks for."""

    __slots__ = ()

    def __format__(self, how: str) -> str:
        return str(self)


def say(problem: Problem) -> str:
    """The sentence of `problem`, translated first and then filled with its values."""
    values = {name: _shown(name, value) for name, value in problem.values.items()}
    return QCoreApplication.translate("Problem", problem.text).format(**values)


def _shown(name: str, value: object) -> _Shown | _Number:
    """Numbers as the reader's locale writes them, marked phrases translated, names of files as they are."""
    if isinstance(value, int | float):
        return _Number(value)
    if isinstance(value, Problem):
        return _Shown(say(value))
    if name in _MARKED:
        return _Shown(QCoreApplication.translate(_MARKED[name], str(value)))
    return _Shown(value)


def setting_text(text: str) -> str:
    """The label or help of a setting, translated."""
    return QCoreApplication.translate("Setting", text)


def choice_text(choice: str) -> str:
    """One of the choices of a setting, as a person calls it."""
    return QCoreApplication.translate("Choice", CHOICES[choice]) if choice in CHOICES else choice


def letters(context: str, *texts: str) -> str:
    """The letters that these texts have as mnemonics in the reader's language."""
    shown = (QCoreApplication.translate(context, text) for text in texts)
    return "".join(text[text.index("&") + 1] for text in shown if "&" in text).casefold()


def plain_letter(letter: str) -> bool:
    """Whether a letter can be typed with Alt: not one with an accent, which takes two keys on many keyboards."""
    return letter.isalpha() and unicodedata.is_normalized("NFD", letter)
