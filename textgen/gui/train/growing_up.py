"""The same word written on at every measurement, oldest on top, so that nonsense turns into sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from textgen.engine.reports import Evaluation
from textgen.gui.parts import curve_data, figures, style

LINE_HEIGHT = 120  # per cent
NEAR = 4  # pixels from the end that still count as being there


class _Page(QTextEdit):
    """Read-only text that stays at its end while the reader is there, and otherwise where the reader is."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setProperty("role", "page")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(style.space(1.5))
        self.setFont(style.font())

    def at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - NEAR

    def go_to_end(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        at_end = self.at_end()
        super().resizeEvent(event)
        if at_end:
            self.go_to_end()


class GrowingUp(QWidget):
    """A title and the samples beneath it; the text can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._evaluations: list[Evaluation] = []
        self._over = False
        self.page = _Page()
        self.page.setAccessibleName(self.tr("Growing up"))
        title = style.label(self.tr("Growing up"), bold=True)
        title.setFixedHeight(style.space(3))
        title.setToolTip(self.tr("At every measurement it writes on from the same word, so that you see it learn."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.space())
        column.addWidget(title)
        column.addWidget(self.page, 1)
        style.follow(self, self._write_anew)

    def set_evaluations(self, evaluations: Sequence[Evaluation], *, over: bool) -> None:
        """Show these samples. What is there already stays in its place; when it is `over`, the best one is named."""
        known = len(self._evaluations)
        if not known or self._evaluations != list(evaluations[:known]) or over != self._over:
            self._evaluations, self._over = list(evaluations), over
            self._write_anew()
        elif len(evaluations) > known:
            self._evaluations = list(evaluations)
            self._write(evaluations[known:])

    def _write_anew(self) -> None:
        bar, place, at_end = self.page.verticalScrollBar(), self.page.verticalScrollBar().value(), self.page.at_end()
        self.page.clear()
        if self._evaluations:
            self._write(self._evaluations)
        else:
            self._write_nothing_yet()
        bar.setValue(bar.maximum() if at_end else place)

    def _write_nothing_yet(self) -> None:
        words = self.tr("Its first sentence comes with the first measurement.")
        QTextCursor(self.page.document()).insertText(words, _characters(style.BODY, style.colours().muted))

    def _write(self, evaluations: Sequence[Evaluation]) -> None:
        at_end = self.page.at_end()
        best = curve_data.best_of(self._evaluations) if self._over else None
        cursor = QTextCursor(self.page.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for evaluation in evaluations:
            self._write_one(cursor, evaluation, evaluation is best)
        cursor.endEditBlock()
        if at_end:
            self.page.go_to_end()

    def _write_one(self, cursor: QTextCursor, evaluation: Evaluation, best: bool) -> None:
        words = self.tr("{time} · perplexity {value} · the best") if best else self.tr("{time} · perplexity {value}")
        time, value = figures.duration(evaluation.seconds), figures.perplexity(evaluation.held_out_perplexity)
        now = style.colours()
        first = self.page.document().isEmpty()
        above, below = _block(0 if first else 1.5), _block(0.25)
        if first:
            cursor.setBlockFormat(above)
        else:
            cursor.insertBlock(above)
        head = _characters(style.SMALL, now.good if best else now.muted, bold=best)
        cursor.insertText(words.format(time=time, value=value), head)
        cursor.insertBlock(below)
        cursor.insertText(evaluation.sample, _characters(style.BODY, now.text))


def _block(steps_above: float) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setTopMargin(style.space(steps_above))
    block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block


def _characters(size: float, colour: object, *, bold: bool = False) -> QTextCharFormat:
    characters = QTextCharFormat()
    characters.setFont(style.font(size, bold, tabular=True))
    characters.setForeground(colour)
    return characters
