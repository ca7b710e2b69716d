"""The models that come with the program, so that there is something to look into without a training."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from textgen import paths
from textgen.engine.problem import Problem
from textgen.gui.work.inside import Inside
from textgen.gui.work.lessons import SENTENCE

CELLS = ("lstm", "gru", "rnn")


def language() -> str:
    """That of the examples: the window's own where there are any in it, else English."""
    there = {path.suffixes[-2].removeprefix(".") for path in paths.examples()}
    wanted = (QLocale(name) for name in QLocale.system().uiLanguages())
    return next((code for locale in wanted if (code := QLocale.languageToCode(locale.language())) in there), "en")


def show(inside: Inside, cell: str, sentence: str = "") -> None:
    """Look into the example of this `cell`, with `sentence`; without it, what is looked at stays if there is anything."""
    try:
        spoken = language()
        path = next(path for path in paths.examples() if path.name.startswith(f"{cell}.{spoken}."))
    except Problem as problem:
        inside.failed.emit(problem)
        return
    inside.show_example(str(path))
    if sentence or not inside.sentence:
        inside.say(sentence or QCoreApplication.translate("Lesson", SENTENCE))
