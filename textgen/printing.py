"""How the commands print their answers: figures a line each, tables, JSON and CSV."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textgen.engine.reports import Prediction
from textgen.engine.words import JOINER

if TYPE_CHECKING:  # they import torch, which a reader of `--help` need not wait for
    from textgen.engine.surprise import Surprise
    from textgen.engine.trace import Trace

PASSAGES = 10  # of each kind


def show_prediction(text: str, prediction: Prediction) -> None:
    """The choices with their probabilities, and what the model does not know."""
    for unknown in prediction.unknown:
        nearest = ", ".join(word for word, _ in unknown.nearest)
        print(f"The model does not know “{unknown.word}”." + (f" Nearest: {nearest}." if nearest else ""))
    if len(prediction.choices) == 1:
        print(text.rstrip(" ") + prediction.choices[0].insert)
        return
    for choice in prediction.choices:
        print(f"{choice.probability:8.2%}  {choice.label}")


def show_borrowed(share: float, runs: Sequence[tuple[int, Sequence[str]]]) -> None:
    """The share of a text's words that is borrowed, and each run of them with the line where it was found."""
    print(f"{share:.1%} of the words are borrowed; longest runs: {len(runs):,}.")
    for line, found in runs:
        print(f"line {line:,}, {len(found)} words: {' '.join(word.strip(JOINER) for word in found)}")


def show_surprise(found: Surprise) -> None:
    """The perplexity in words, and the passages that were least and best foreseen, each with its bits a word."""
    from textgen.engine.passages import passages

    unknown = sum(not word.known for word in found.words)
    print(f"Perplexity {found.perplexity:,.1f}: the model was as unsure as choosing among so many words at each place.")
    if unknown:
        print(f"{unknown:,} of {len(found.words):,} words and marks are not known to the model.")
    for title, some in zip(("Least predictable", "Most predictable"), passages(found, PASSAGES), strict=True):
        print(f"\n{title}, in bits a word:")
        for passage in some:
            print(f"{passage.bits:8.1f}  {passage.text}")


def show(values: dict[str, Any], as_json: bool) -> None:
    """Print the figures of an answer, a line each or as JSON."""
    if as_json:
        print(json.dumps(_plain(values), ensure_ascii=False, indent=1, allow_nan=False))
        return
    for name, value in _lines(values):
        print(f"{name.replace('_', ' '):24} {_readable(value)}")


def _lines(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Names with values; what holds values of its own is one line each."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from ((f"{name}: {inner}", figure) for inner, figure in value.items())
        else:
            yield name, value


def _readable(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.3f}" if value < 100 else f"{value:,.1f}" if value < 1e9 else "over a thousand million"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _plain(value: Any) -> Any:
    """JSON has no infinity: a perplexity too large for a number is null."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def show_trace(found: Trace) -> None:
    """For each layer and word the mean of each gate over the units, and the mean size of the rest."""
    for number, layer in enumerate(found.layers, start=1):
        print(
            f"{chr(10) if number > 1 else ''}Layer {number}, {layer.cell.upper()}; means over its units, of gates and of sizes:"
        )
        print(" " * 16 + "".join(f"{name.replace('_', ' '):>14}" for name in layer.blocks))
        for at, word in enumerate(found.words):
            means = (float(abs(block[at]).mean()) for block in layer.blocks.values())
            print(f"{word[:15]:16}" + "".join(f"{mean:14.3f}" for mean in means))
    unknown = [word for word, known in zip(found.words, found.known, strict=True) if not known]
    if unknown:
        print(f"The model does not know: {', '.join(dict.fromkeys(unknown))}.")


def trace_values(found: Trace) -> dict[str, Any]:
    """A trace as lists: the words, and of each layer the blocks, one row a word and one number a unit.

    `start` holds the states that the first word finds.
    """
    layers = [
        {
            "cell": layer.cell,
            **{name: block.tolist() for name, block in layer.blocks.items()},
            "start": {name: state.tolist() for name, state in layer.start.items()},
        }
        for layer in found.layers
    ]
    return {"words": list(found.words), "known": list(found.known), "layers": layers}


def write_trace(found: Trace) -> None:
    """CSV: one line for each layer, block and word, one column a unit."""
    units = max((len(state) for layer in found.layers for state in layer.start.values()), default=0)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["layer", "block", "position", "word", *(f"unit_{u}" for u in range(units))])
    for number, layer in enumerate(found.layers, start=1):
        for name, block in layer.blocks.items():
            for at, (word, row) in enumerate(zip(found.words, block.tolist(), strict=True), start=1):
                out.writerow([number, name, at, word, *row])
