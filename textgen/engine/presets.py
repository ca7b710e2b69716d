"""Settings for writing that suit each other, by name."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from textgen.engine.config import SamplingConfig
from textgen.engine.problem import noop


@dataclass(frozen=True)
class Preset:
    """Settings that suit each other. `label` and `help` are marked for translation, `values` go by field name."""

    label: str
    help: str
    values: Mapping[str, Any]

    def applied(self, sampling: SamplingConfig) -> SamplingConfig:
        """The same settings with those of the preset."""
        return dataclasses.replace(sampling, **self.values)


def _preset(
    label: str, help: str, *, temperature: float, top_p: float, min_p: float, penalty: float, no_repeat: int
) -> Preset:
    values = {"temperature": temperature, "top_k": 0, "top_p": top_p, "min_p": min_p}
    return Preset(label, help, values | {"repetition_penalty": penalty, "no_repeat": no_repeat})


PRESETS = {
    "careful": _preset(
        noop("Preset", "Careful"),
        noop("Preset", "Stays with what is likely: plain sentences, few surprises."),
        temperature=0.5, top_p=0.9, min_p=0.05, penalty=1.2, no_repeat=4,
    ),
    "natural": _preset(
        noop("Preset", "Natural"),
        noop("Preset", "Between safe and surprising: reads most like the text itself."),
        temperature=0.75, top_p=0.92, min_p=0.02, penalty=1.05, no_repeat=5,
    ),
    "daring": _preset(
        noop("Preset", "Daring"),
        noop("Preset", "Rare words and sudden turns, at the price of some nonsense."),
        temperature=1.05, top_p=0.98, min_p=0.01, penalty=1.1, no_repeat=4,
    ),
}  # fmt: skip
