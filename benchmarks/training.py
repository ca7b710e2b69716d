"""textgen's training beside the one that a person would run instead: a Markdown table on stdout.

FOLDER holds train.txt, valid.txt and test.txt: tokens with spaces between them, a line's end is a token too.
A text file in its place is split first. Both programs use as many threads as torch does; set OMP_NUM_THREADS
to change that. Progress goes to stderr.
"""

from __future__ import annotations

import argparse
import platform
import tempfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import torch

from benchmarks import arithmetic, memory, quality, speed
from benchmarks.figures import Figure
from benchmarks.ours import tell
from benchmarks.splits import split

Part = Callable[[], Iterator[Figure]]


def parts(folder: Path, seconds: float, mark: quality.Mark | None) -> dict[str, Part]:
    """What can be measured, by name; the quickest first."""
    rival = cache(partial(quality.Rival, folder))  # one training of the peer serves both parts that need it
    return {
        "arithmetic": partial(arithmetic.figures, folder, seconds),
        "speed": partial(speed.equal_shape, folder, seconds),
        "vocabulary": partial(speed.vocabulary, seconds),
        "memory": partial(memory.figures, folder),
        "minutes": partial(quality.equal_time, folder, rival),
        "quality": partial(quality.time_to_quality, folder, rival, mark),
    }


NAMES = tuple(parts(Path(), 0, None))


def main() -> None:
    """Measure what is asked for and print the table."""
    options = _options()
    print(f"Machine: {platform.machine()}, {platform.system()}, Python {platform.python_version()}, ", end="")
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads; text: {options.text.name}\n")
    print("| what | measured | goal |\n|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as made:
        folder = options.text
        if not folder.is_dir():
            folder = Path(made)
            split(options.text, folder)
        chosen = parts(folder, options.seconds, options.mark and quality.Mark(*options.mark))
        for name in options.parts:
            tell(f"== {name}")
            for figure in chosen[name]():
                print(f"| {' | '.join(figure)} |", flush=True)


def _options() -> argparse.Namespace:
    about, _, more = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.training", description=about, epilog=more)
    parser.add_argument("text", type=Path, metavar="FOLDER")
    parser.add_argument("--parts", type=_names, default=NAMES, metavar="A,B", help=f"some of {','.join(NAMES)} (all)")
    parser.add_argument(
        "--seconds", type=float, default=10.0, help="how long a turn lasts where speed is measured (10)"
    )
    parser.add_argument(
        "--mark", type=float, nargs=2, metavar=("PERPLEXITY", "SECONDS"),
        help="the peer's figures as part quality has measured them before on this machine, so as not to wait for them",
    )  # fmt: skip
    return parser.parse_args()


def _names(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if not set(names) <= set(NAMES):
        raise argparse.ArgumentTypeError(f"choose from {','.join(NAMES)}")
    return names


if __name__ == "__main__":
    main()
