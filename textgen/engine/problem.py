"""The one kind of error that the engine raises for a person to read."""

from __future__ import annotations


def noop(context: str, text: str) -> str:
    """Mark `text` for translation and return it unchanged: Qt's QT_TRANSLATE_NOOP for an engine without Qt."""
    return text


class Problem(Exception):
    """A sentence that a person understands and that says what to do next.

    `text` is the English sentence with `{name}` fields, marked with `noop("Problem", …)`
    where it is written; `values` fills the fields. The shell translates `text` before it fills them.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values
