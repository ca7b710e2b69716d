"""Turns what the engine says into the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from textgen.engine.problem import Problem


def say(problem: Problem) -> str:
    """The sentence of `problem`, translated first and then filled with its values."""
    return QCoreApplication.translate("Problem", problem.text).format(**problem.values)


def setting_text(text: str) -> str:
    """The label or help of a setting, translated."""
    return QCoreApplication.translate("Setting", text)
