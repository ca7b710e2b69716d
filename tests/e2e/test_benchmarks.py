"""The benchmarks run from end to end; what they measure is not judged here."""

import os
import subprocess
import sys


def test_the_benchmarks_run_and_print_their_table(tmp_path):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "benchmarks", "--seconds", "0.2"]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ended.returncode == 0, ended.stderr
    rows = [line for line in ended.stdout.splitlines() if line.startswith("| ")]
    assert len(rows) == 28
    assert "before torch is loaded" in rows[1]
