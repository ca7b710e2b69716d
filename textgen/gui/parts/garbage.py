"""Python's search for cyclic garbage, kept to the window's thread.

Python searches in whatever thread happens to run, and destroys there what it finds. A widget or a QObject that is
destroyed outside the window's thread ends the process. So the search by itself is off, and a timer does it instead.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL = 1000  # milliseconds between two searches among what is new
FULL = 30  # every so many of them, among everything

_resting = 0


class Collector(QObject):
    """Searches for garbage in the thread that made it, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._turn = 0
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(INTERVAL)

    @Slot()
    def collect(self) -> None:
        """Search once, unless something asked for rest."""
        if not _resting:
            self._turn += 1
            gc.collect(1 if self._turn % FULL else 2)


@contextmanager
def rest() -> Iterator[None]:
    """No search while this lasts; what lives at its end is left out of all later ones."""
    global _resting  # Python has one collector, and this is its one brake
    searched = gc.isenabled()
    gc.disable()
    _resting += 1
    try:
        yield
    finally:
        gc.freeze()
        _resting -= 1
        if searched:
            gc.enable()
