"""A passage of a text in its place: the words around it muted, its own underlined."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from textgen.engine.reports import Passage
from textgen.gui.parts import style

LEAST = 13  # steps of the grid: about six lines


class PassageView(QTextEdit):
    """To read, to select and to copy."""

    def __init__(self, name: str) -> None:
        """`name` is what it is called for those who do not see it."""
        super().__init__()
        self._found: tuple[Passage | None, str] = (None, "")
        self.setReadOnly(True)
        self.setProperty("role", "page")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(style.space(LEAST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setFont(style.font())
        self.document().setDocumentMargin(style.space())
        self.setAccessibleName(name)
        style.follow(self, self._show)

    def show_passage(self, passage: Passage | None, instead: str = "") -> None:
        """Show a passage; without one, say something `instead`."""
        if (passage, instead) != self._found:  # somebody may be reading or copying
            self._found = passage, instead
            self._show()

    def _show(self) -> None:
        passage, instead = self._found
        now = style.colours()
        self.clear()
        cursor = QTextCursor(self.document())
        muted, lined = QTextCharFormat(), QTextCharFormat()
        muted.setForeground(now.muted)
        lined.setForeground(now.text)
        lined.setFontWeight(QFont.Weight.DemiBold)
        lined.setFontUnderline(True)
        lined.setUnderlineColor(now.generated)
        if passage is None:
            cursor.insertText(instead, muted)
            return
        cursor.insertText(f"… {passage.text[: passage.start]}", muted)
        start = cursor.position()
        cursor.insertText(passage.text[passage.start : passage.end], lined)
        end = cursor.position()
        cursor.insertText(f"{passage.text[passage.end :]} …", muted)
        for place in (end, start):  # of a long run its beginning is in sight
            cursor.setPosition(place)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
