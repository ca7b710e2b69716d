"""Says that the model does not know a word, and offers the nearest that it knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textgen.engine.reports import UnknownWord
from textgen.gui.parts import figures, style
from textgen.gui.parts.widgets import button


class UnknownNote(QWidget):
    """One sentence and a chip for each near word, as many as there is room for."""

    chosen = Signal(str, str)  # the unknown word, the word to put in its place
    anyway = Signal()  # to go on with the unknown word

    def __init__(self, *, anyway: str = "", otherwise: str = "") -> None:
        """`anyway`: what a button says that goes on with the unknown word; "" for none. `otherwise`: what else can be done
        where no word is near.
        """
        super().__init__()
        self._otherwise = otherwise
        self.word: UnknownWord | None = None
        self.sentence = style.label(size=style.SMALL, wrap=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(style.space(0.5))
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space(0.5))
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.sentence)
        column.addLayout(self._row)
        self.anyway_button = button(anyway, self.anyway.emit, "chip")
        self.anyway_button.setVisible(False)
        self._offers_anyway = bool(anyway)
        column.addWidget(self.anyway_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.chips: list[QPushButton] = []
        self._made: list[QPushButton] = []

    def show_word(self, unknown: UnknownWord | None) -> None:
        """Speak of this word, or of none."""
        if unknown == self.word and (unknown or not self.sentence.text()):
            return
        self.word = unknown
        self._show_chips(unknown.nearest if unknown else ())
        self.sentence.setText(self._say(unknown) if unknown else "")
        self.anyway_button.setVisible(self._offers_anyway and unknown is not None)
        self._fit()

    def say(self, sentence: str) -> None:
        """Say this, without anything to choose."""
        self.show_word(None)
        self.sentence.setText(sentence)

    def _say(self, unknown: UnknownWord) -> str:
        if unknown.nearest:
            return self.tr("The model does not know “{word}”. Nearest:").format(word=unknown.word)
        sentence = self.tr("The model does not know “{word}”, nor any word like it.").format(word=unknown.word)
        return f"{sentence} {self._otherwise}" if self._otherwise else sentence

    def _show_chips(self, nearest: Sequence[tuple[str, int]]) -> None:
        """A chip for each. They are made once: new ones take their look from the style sheet, in a key's time."""
        while len(self._made) < len(nearest):
            self._made.append(self._chip(len(self._made)))
        self.chips = self._made[: len(nearest)]
        for chip, near in zip(self.chips, nearest, strict=True):
            self._label(chip, *near)
        for chip in self._made[len(nearest) :]:
            chip.hide()

    def _chip(self, number: int) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        chip.clicked.connect(lambda: self.chosen.emit(self.word.word, self.word.nearest[number][0]))
        self._row.addWidget(chip)
        return chip

    def _label(self, chip: QPushButton, near: str, count: int) -> None:
        word, times = self.word.word, self.tr("%Ln times in the text it learned from", "", count)
        chip.setText(f"{near}  {figures.number(count)}")
        chip.setToolTip(self.tr("Put “{near}” in its place ({times})").format(near=near, times=times))
        chip.setAccessibleName(self.tr("Put “{near}” in the place of “{word}”").format(near=near, word=word))

    def _fit(self) -> None:
        """Leave out the chips that there is no room for; the nearest come first."""
        left = self.width()
        for chip in self.chips:
            left -= chip.sizeHint().width()
            chip.setVisible(left >= 0)
            left -= self._row.spacing()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # its own height changes while chips are shown
            self._fit()
