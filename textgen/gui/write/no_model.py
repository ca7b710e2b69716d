"""What the place “Write” shows while there is no model: what to do next, and the buttons for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, column, row

WIDTH = 52  # in steps of the grid


class NoModel(QWidget):
    """A title, a sentence, and the two ways to a model."""

    train = Signal()
    open_model = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = style.label(size=style.LARGE)
        self.sentence = style.label(role="muted", wrap=True)
        self.train_button = button("", self.train.emit, "primary", "train")
        self.open_button = button(self.tr("&Open a model…"), self.open_model.emit, "plain", "open")
        self.open_button.setToolTip(self.tr("Open a model that was saved before"))
        for text in (self.title, self.sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setFixedWidth(style.space(WIDTH))
        buttons = row(None, self.train_button, self.open_button, None)
        middle = row(None, self.sentence, None)
        self.setLayout(column(None, self.title, middle, buttons, None, gap=2))
        self.show_state("idle", kept=False)

    def show_state(self, training: str, *, kept: bool) -> None:
        """`training` is the workspace's; `kept`: there is a text on the page that will be there again."""
        if training == "idle":
            self.title.setText(self.tr("No model to write with yet"))
            told = self.tr("Train one on a text of yours, or open one that you have saved. Then the words come here.")
            self.train_button.setText(self.tr("Train a &model"))
        else:
            self.title.setText(self.tr("The model is learning its first words"))
            told = self.tr(
                "As soon as there is a first snapshot of it, you can write with it while it goes on learning."
            )
            self.train_button.setText(self.tr("&Watch it learn"))
        self.train_button.setToolTip(self.tr("Go to the place “Train”"))
        self.open_button.setVisible(training == "idle")
        also = self.tr("Your text on the page is kept.")
        self.sentence.setText(f"{told} {also}" if kept else told)
