"""Peak memory of a training, each program in a process of its own: `python -m benchmarks.memory {peer,ours} FOLDER`."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure

SECONDS = 30.0  # of training: every window is alike


def figures(folder: Path) -> Iterator[Figure]:
    """At the peer's shape, the reading of the text and an evaluation included."""
    theirs, own = (_measured(program, folder) for program in TRAININGS)
    measured = f"{own / theirs:.2f} times the peer's ({own / 1e6:,.0f} MB against {theirs / 1e6:,.0f} MB)"
    yield Figure("peak memory of a training at the peer's shape", measured, "at most 0.8 times")


def _measured(program: str, folder: Path) -> int:
    command = [sys.executable, "-m", "benchmarks.memory", program, str(folder)]
    return int(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def _peer(folder: Path) -> None:
    from benchmarks.peer import Peer, Text, perplexity

    text = Text(folder)
    peer = Peer(text)
    for _ in peer.steps():
        if peer.seconds > SECONDS:
            break
    perplexity(peer.network, text.valid)


def _ours(folder: Path) -> None:
    import torch

    from benchmarks import peer
    from benchmarks.ours import Texts
    from benchmarks.speed import peer_shape
    from textgen.engine.config import TrainConfig
    from textgen.engine.training import TrainingRun

    texts = Texts.of(folder)
    settings = TrainConfig(
        minutes=SECONDS / 60, batch=peer.BATCH, truncation=peer.TRUNCATION, threads=torch.get_num_threads()
    )
    for _ in TrainingRun(texts.train, peer_shape("lstm"), settings, texts.valid):
        pass


TRAININGS = {"peer": _peer, "ours": _ours}


def peak() -> int:
    """The most memory that this process has had, in bytes.

    Not `resource.getrusage`: on Linux its maximum begins with that of the process that started this one.
    """
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found
    return 1024 * int(found[1])


if __name__ == "__main__":
    TRAININGS[sys.argv[1]](Path(sys.argv[2]))
    print(peak())
