"""What the model has written since a person last changed the text: the steps that can be taken back."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from textgen.gui.work.piece import Piece


class Latest:
    """The steps of pieces in a document, the newest last; none after any other change, undo and redo included."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._steps: list[tuple[Piece, str]] = []
        self._revision = document.revision()  # the last that the steps have led to

    @property
    def step(self) -> tuple[Piece, str] | None:
        """The newest piece and what it was before; None where a person has had the last word."""
        return self._steps[-1] if self._steps and self._document.revision() == self._revision else None

    def forget_others(self) -> None:
        """To be called before each step: those that something else has come after count no longer."""
        if self.step is None:
            self._steps.clear()

    def add(self, piece: Piece) -> None:
        """The piece has begun, or has grown on."""
        if not self._steps or self._steps[-1] != (piece, piece.before):
            self._steps.append((piece, piece.before))
        self._revision = self._document.revision()

    def drop(self) -> None:
        """The newest has been taken back."""
        self._steps.pop()
        self._revision = self._document.revision()
