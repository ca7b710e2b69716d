"""What the blocks of a cell are called, and what each does, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from textgen.engine.problem import noop

NAMES = {
    "forget_gate": noop("Block", "Forget gate"),
    "input_gate": noop("Block", "Input gate"),
    "candidate": noop("Block", "Candidate"),
    "cell_state": noop("Block", "Cell state"),
    "output_gate": noop("Block", "Output gate"),
    "reset_gate": noop("Block", "Reset gate"),
    "update_gate": noop("Block", "Update gate"),
    "hidden_state": noop("Block", "Hidden state"),
}
NAMES_BEFORE = {
    "cell_state": noop("Block", "Cell state before"),
    "hidden_state": noop("Block", "Hidden state before"),
}

_TOLD = {
    "lstm": {
        "forget_gate": noop("Block", "how much of the cell state is kept: 0 forgets all, 1 keeps all."),
        "input_gate": noop("Block", "how much of the candidate is written: 0 writes nothing, 1 writes all."),
        "candidate": noop("Block", "what this word would write into the cell state, from −1 to 1."),
        "cell_state": noop("Block", "the memory after this word: what was kept, and what was written."),
        "output_gate": noop("Block", "how much of the cell state is shown as hidden state: 0 shows nothing, 1 shows all."),
        "hidden_state": noop("Block", "what of the memory goes out, to the next word and to the layer above or the output."),
    },
    "gru": {
        "reset_gate": noop("Block", "how much of the past goes into the candidate: 0 ignores it, 1 uses all of it."),
        "update_gate": noop("Block", "old state against candidate: 0 takes the candidate, 1 keeps the old state."),
        "candidate": noop("Block", "what this word would make of the hidden state, from −1 to 1."),
        "hidden_state": noop("Block", "the memory after this word: old state and candidate, mixed by the update gate."),
    },
    "rnn": {
        "hidden_state": noop("Block", "the memory, written anew at each word from the word and the state before, from −1 to 1."),
    },
}  # fmt: skip
_TOLD_BEFORE = {
    "cell_state": noop("Block", "the memory as this word found it."),
    "hidden_state": noop(
        "Block", "what went out at the word before; all units of it go into each block that reads it."
    ),
}


def name(block: str, *, before: bool = False) -> str:
    """What a block is called; a state as a word found it, if `before`."""
    return _translated((NAMES_BEFORE if before else NAMES)[block])


def explained(cell: str, block: str, *, before: bool = False) -> str:
    """Its name and what it does in this kind of cell."""
    told = _TOLD_BEFORE[block] if before else _TOLD[cell][block]
    return f"{name(block, before=before)}: {_translated(told)}"


def _translated(text: str) -> str:
    return QCoreApplication.translate("Block", text)
