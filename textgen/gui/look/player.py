"""Steps through the words of a sentence by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from textgen.gui.look.spot import Spot

WORD_MS = 600  # milliseconds a word stays: as one says it in front of a class


class Player(QObject):
    """From the chosen word to the last; from the last it begins again."""

    changed = Signal()  # it plays now, or does not any more

    def __init__(self, spot: Spot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spot = spot
        self._timer = QTimer(self, interval=WORD_MS)
        self._timer.timeout.connect(self._step)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def toggle(self) -> None:
        """Play, or stand still."""
        if self.playing:
            self.stop()
        elif self.spot.words:
            if self._at_end():
                self.spot.choose_word(0)
            self._timer.start()
            self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Stand still where it is."""
        if self.playing:
            self._timer.stop()
            self.changed.emit()

    def _at_end(self) -> bool:
        return self.spot.word >= len(self.spot.words) - 1

    @Slot()
    def _step(self) -> None:
        if not self._at_end():
            self.spot.choose_word(self.spot.word + 1)
        if self._at_end():
            self.stop()
