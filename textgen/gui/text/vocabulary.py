"""How many words the model shall know, against how much of the text they cover."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from textgen.engine.tokenizer import coverage, fitting_size
from textgen.gui.parts import figures, style
from textgen.gui.parts.widgets import Elided, column, row
from textgen.gui.work.workspace import Workspace

LEAST = 10
STEPS = 400


def size_at(step: int, largest: int) -> int:
    """The vocabulary size at a step of the slider; the steps are even in its logarithm."""
    return round(LEAST * (largest / LEAST) ** (step / STEPS))


def step_at(size: int, largest: int) -> int:
    """The slider's step nearest to a vocabulary size."""
    if largest <= LEAST:
        return STEPS
    return round(STEPS * math.log(max(size, LEAST) / LEAST) / math.log(largest / LEAST))


class VocabularySlider(QWidget):
    """Sets the workspace's vocabulary and says what it means for the text."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._size = Elided()
        self._size.setFont(style.font(tabular=True))
        self._size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._coverage = style.label("", style.BODY, "muted", tabular=True, wrap=True)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, STEPS)
        self._slider.setSingleStep(STEPS // 50)
        self._slider.setPageStep(STEPS // 8)
        self._slider.setAccessibleName(self.tr("Vocabulary"))
        self._slider.setToolTip(self.tr("The most frequent words are kept; the others count as unknown."))
        self._slider.valueChanged.connect(self._moved)
        title = style.label(self.tr("Vocabulary"), bold=True)
        head = row(title, self._size, gap=2)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._slider, self._coverage, gap=0.5))
        workspace.corpusChanged.connect(self._show)
        workspace.vocabularyChanged.connect(self._show)
        self._show()

    def _largest(self) -> int:
        return max(LEAST, len(self._workspace.corpus.types) - 2)  # without the unknown word and the paragraph's end

    def _moved(self, step: int) -> None:
        self._workspace.set_vocabulary(size_at(step, self._largest()))

    def _show(self) -> None:
        corpus = self._workspace.corpus
        if corpus is None:
            return
        size = min(self._workspace.vocabulary or fitting_size(corpus), self._largest())
        self._slider.blockSignals(True)
        self._slider.setValue(step_at(size, self._largest()))
        self._slider.blockSignals(False)
        _, share = coverage(corpus, size)
        self._size.setText(self.tr("%Ln words and marks", "", size))
        self._coverage.setText(self._meaning(share))

    def _meaning(self, share: float) -> str:
        if share >= 1:
            return self.tr("The model will know the whole text.")
        return self.tr("The model will know {share} of the text.").format(share=figures.share(share))
