"""The program as a whole, started in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from pathlib import Path

from textgen import paths

# The stand-in for the person: quits as soon as the window has been painted, and says what was loaded until then.
PERSON = """
import sys
from textgen import app
from textgen.gui import main_window
from textgen.gui.work import warmup

def look(window):
    print("torch" in sys.modules, "pyqtgraph" in sys.modules, window.isVisible())
    window.close()

make = main_window.MainWindow.__init__
def init(window, workspace):
    make(window, workspace)
    window.painted.connect(lambda: look(window))

main_window.MainWindow.__init__ = init
warmup.job = lambda stopped: iter(())
sys.exit(app.run(sys.argv[1:]))
"""


def start(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program with settings, data and a screen's name of its own."""
    place = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "DISPLAY": uuid.uuid4().hex}
    surroundings = {**os.environ, **place, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(paths.ROOT)}
    command = [sys.executable, "-c", PERSON, *arguments]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60, check=False)


def test_the_window_is_painted_before_torch_and_the_plots_are_loaded(tmp_path: Path) -> None:
    done = start(tmp_path)
    assert (done.stdout, done.returncode) == ("False False True\n", 0), done.stderr


def test_it_ends_well_though_a_text_is_being_read(tmp_path: Path) -> None:
    done = start(tmp_path, str(paths.samples()[0]))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
