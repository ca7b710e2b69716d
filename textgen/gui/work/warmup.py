"""Loads torch without freezing the window.

`import torch` holds Python's global lock while the dynamic linker maps and relocates half a gigabyte of libraries; for
that long the window cannot answer, for it needs the same lock. A foreign function called through ctypes gives the lock
back, so the libraries are opened that way first. Only on Linux: elsewhere they lie and load differently. On Windows
torch must even be imported before Qt (PyTorch issue 169429), which `textgen.app` does.

What is left are many short steps of Python, and among them the garbage collector, which goes through all that torch has
made, finds no garbage and holds the lock all the while. So it rests during the import, and afterwards leaves torch out.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from textgen.gui.parts import garbage
from textgen.gui.work.worker import Stopped

_LIBRARIES = ("libc10.so", "libtorch_cpu.so", "libtorch.so", "libtorch_python.so")  # each needs those before it
_LOADING = threading.Lock()


def load_torch() -> None:
    """Load torch; waits if another thread is at it. Every job that needs torch calls this first, or the next."""
    with _LOADING:
        if "torch" not in sys.modules:
            _open_libraries()
            with garbage.rest():
                importlib.import_module("torch")


def load_torch_aside() -> None:
    """The same for a job that runs beside others: it computes on one core.

    A sentence is too little work to share, and the window and a training come first. torch counts the cores of each
    thread by itself, so every such job calls this in its own.
    """
    load_torch()
    import torch

    torch.set_num_threads(1)


def job(stopped: Stopped) -> Iterator[object]:
    """A job that loads, after the window has been painted, what the first training will need. Yields nothing."""
    load_torch()
    for name in ("textgen.engine.training", "textgen.engine.prediction", "textgen.gui.train.plots"):
        if stopped():
            return
        importlib.import_module(name)
    yield from ()


def _open_libraries() -> None:
    spec = importlib.util.find_spec("torch")
    if sys.platform != "linux" or spec is None or spec.origin is None:
        return
    # RTLD_LAZY resolves functions when they are first called; ctypes.CDLL(path) would hold the global lock.
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for name in _LIBRARIES:
        library = Path(spec.origin).parent / "lib" / name
        if library.is_file():
            dlopen(os.fsencode(library), os.RTLD_LAZY)
