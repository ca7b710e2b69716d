"""Two versions of a passage beside each other: what both begin with is pale, what differs stands out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QPushButton, QTextEdit, QWidget

from textgen.gui.parts import style
from textgen.gui.parts.colours import mix
from textgen.gui.parts.widgets import button, column, row
from textgen.gui.work.piece import SUGGESTED, at, units
from textgen.gui.write.differences import Range, differing, same_beginning
from textgen.gui.write.text_page import LINE_HEIGHT
from textgen.gui.write.versions import stretches
from textgen.gui.write.versions_list import Version

WIDTH, HEIGHT = 95, 55  # steps of the grid


class SideBySide(QDialog):
    """Esc closes it; a button below each version takes it into the text."""

    taken = Signal(object)  # Version

    def __init__(self, versions: Sequence[Version], count: int, before: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Side by side"))
        self.texts = [Reading(version, before) for version in versions]
        self.buttons = [self._button(version) for version in versions]
        one, other = (version.passage.text for version in versions)
        same = same_beginning(one, other)
        for text, ranges in zip(self.texts, differing(one, other), strict=True):
            text.show_text(same, ranges)
        sides = zip(versions, self.texts, self.buttons, strict=True)
        self._lay_out([self._side(version, count, text, take) for version, text, take in sides])

    def _lay_out(self, sides: list[QWidget]) -> None:
        both = row(*sides, gap=2)
        for place in (0, 1):
            both.setStretch(place, 1)
        hint = style.label(
            self.tr("Pale: what both begin with. Bold: what only one has. The model's words are in its colour."),
            style.SMALL,
            "muted",
            wrap=True,
        )
        close = button(self.tr("&Close"), self.reject)
        below = row(hint, close, gap=2)
        below.setStretch(0, 1)
        whole = column(both, below, gap=2)
        whole.setStretch(0, 1)
        whole.setContentsMargins(*[style.space(2)] * 4)
        self.setLayout(whole)
        self.resize(style.space(WIDTH), style.space(HEIGHT))

    def _side(self, version: Version, count: int, text: Reading, take: QPushButton) -> QWidget:
        place = self.tr("Version {place} of {all}").format(place=version.index + 1, all=count)
        told = self.tr("{version}, which stands in the text").format(version=place) if version.stands else place
        length = style.label(self.tr("%Ln words", "", version.words), style.SMALL, "muted", tabular=True)
        text.setAccessibleName(told)
        head = row(style.label(told, bold=True), None, length)
        side = column(head, text, row(take, None), gap=1)
        side.setStretch(1, 1)
        whole = QWidget()
        whole.setLayout(side)
        return whole

    def _button(self, version: Version) -> QPushButton:
        take = button(self.tr("Take this one"), lambda: self._take(version), "plain" if version.stands else "primary")
        take.setEnabled(not version.stands)
        take.setToolTip(self.tr("It stands in the text already.") if version.stands else "")
        return take

    def _take(self, version: Version) -> None:
        self.accept()
        self.taken.emit(version)


class Reading(QTextEdit):
    """The text of one version after what goes before it, with who wrote what, to read only."""

    def __init__(self, version: Version, before: str) -> None:
        super().__init__()
        self._version, self._before = version, before
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setProperty("role", "page")
        self.setFont(style.font())
        self.document().setDocumentMargin(style.space(1.5))

    def show_text(self, same: int, ranges: Sequence[Range]) -> None:
        """Write the text, `same` characters at its beginning pale, and `ranges` of it in bold."""
        style.follow(self, lambda: self._write(same, ranges))

    def _write(self, same: int, ranges: Sequence[Range]) -> None:
        self.clear()
        cursor = self.textCursor()
        cursor.insertText(self._before, _pale(""))
        for part, kind in stretches(self._version.passage):
            cursor.insertText(part, _look(kind))
        for start, end in ranges:
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            self._part(start, end).mergeCharFormat(bold)
        self._pale_to(same)
        _space_lines(self)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _part(self, start: int, end: int) -> QTextCursor:
        before, text = units(self._before), self._version.passage.text
        return at(self.document(), before + units(text[:end]), before + units(text[:start]))

    def _pale_to(self, same: int) -> None:
        done = 0
        for part, kind in stretches(self._version.passage):
            if done < same:
                self._part(done, min(same, done + len(part))).mergeCharFormat(_pale(kind))
            done += len(part)


def _pale(kind: str) -> QTextCharFormat:
    """A little of the colour of who wrote it is left."""
    pale = QTextCharFormat()
    pale.setForeground(mix(style.colours().muted, _look(kind).foreground().color(), 0.25))
    return pale


def _look(kind: str) -> QTextCharFormat:
    """The model's words in its colour, those that a person has taken on thin dashes, as on the page."""
    look = QTextCharFormat()
    look.setForeground(style.colours().generated if kind else style.colours().text)
    if kind == SUGGESTED:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    return look


def _space_lines(edit: QTextEdit) -> None:
    layout = QTextBlockFormat()
    layout.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    at(edit.document(), edit.document().characterCount() - 1, 0).mergeBlockFormat(layout)
