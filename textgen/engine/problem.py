"""The one kind of error that the engine raises for a person to read."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark `text` for translation and return it unchanged, so that the engine needs no Qt."""
    return text


class Problem(Exception):
    """A sentence that a person understands and that says what to do next.

    `text` is the English sentence with `{name}` fields, marked with `QT_TRANSLATE_NOOP("Problem", …)`
    where it is written; `values` fills the fields. The shell translates `text` before it fills them.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values
