"""What was freed goes back to the system.

The C library of most Linux systems keeps freed memory for later. After something large that does not come again,
a training would carry it along to its end.
"""

from __future__ import annotations

import ctypes
import sys


def trim() -> None:
    """Give back what is not used; where the system does so by itself, nothing is left to do."""
    if sys.platform == "linux":
        give_back = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if give_back:
            give_back(0)
