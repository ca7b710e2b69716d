"""What the ends of each block's scale mean, and a sentence about what the block does at a word."""

from __future__ import annotations

from dataclasses import dataclass

from textgen.engine.problem import noop


@dataclass(frozen=True)
class Scale:
    """A block's lowest, middle (of a signed one) and highest value in words, and what it does at a word.

    `says` has the places {word}, {average}, {unit} and {value}; the unit is the one with the lowest value where
    `lowest`, else that with the highest or, of a signed block, that furthest from 0.
    """

    low: str
    high: str
    says: str
    middle: str = ""
    lowest: bool = False

    @property
    def signed(self) -> bool:
        """Whether its values lie on both sides of 0; those of a gate lie between 0 and 1."""
        return bool(self.middle)


SCALES = {
    "forget_gate": Scale(
        noop("Block", "forgets all"),
        noop("Block", "keeps all"),
        noop(
            "Block",
            "At “{word}” the forget gate keeps {average} of the cell state on average; unit {unit} forgets most ({value}).",
        ),
        lowest=True,
    ),
    "input_gate": Scale(
        noop("Block", "writes nothing"),
        noop("Block", "writes all"),
        noop(
            "Block",
            "At “{word}” the input gate writes {average} of the candidate on average; unit {unit} writes most ({value}).",
        ),
    ),
    "candidate": Scale(
        noop("Block", "negative"),
        noop("Block", "positive"),
        noop(
            "Block", "At “{word}” the candidate lies {average} from 0 on average; unit {unit} lies furthest ({value})."
        ),
        middle=noop("Block", "nothing to write"),
    ),
    "cell_state": Scale(
        noop("Block", "negative"),
        noop("Block", "positive"),
        noop(
            "Block",
            "After “{word}” the cell state lies {average} from 0 on average; unit {unit} lies furthest ({value}).",
        ),
        middle=noop("Block", "empty"),
    ),
    "output_gate": Scale(
        noop("Block", "shows nothing"),
        noop("Block", "shows all"),
        noop(
            "Block",
            "At “{word}” the output gate shows {average} of the cell on average; unit {unit} shows most ({value}).",
        ),
    ),
    "hidden_state": Scale(
        noop("Block", "negative"),
        noop("Block", "positive"),
        noop(
            "Block",
            "After “{word}” the hidden state lies {average} from 0 on average; unit {unit} lies furthest ({value}).",
        ),
        middle=noop("Block", "shows nothing"),
    ),
    "reset_gate": Scale(
        noop("Block", "past left out"),
        noop("Block", "past let in"),
        noop(
            "Block",
            "At “{word}” the reset gate lets {average} of the past into the candidate on average; unit {unit} leaves most of it out ({value}).",
        ),
        lowest=True,
    ),
    "update_gate": Scale(
        noop("Block", "takes the candidate"),
        noop("Block", "keeps the old state"),
        noop(
            "Block",
            "At “{word}” the update gate keeps {average} of the old state on average; unit {unit} takes in most anew ({value}).",
        ),
        lowest=True,
    ),
}
