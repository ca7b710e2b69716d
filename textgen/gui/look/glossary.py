"""The terms of the place Look inside, each in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from textgen.engine.problem import noop
from textgen.gui.parts import style
from textgen.gui.parts.widgets import column

UNKNOWN, END = "<unk>", "¶"  # as the pictures show them

#: In the order in which one needs them.
TERMS = (
    (noop("Lesson", "Unit"), noop("Lesson", "One of the numbers that a layer carries from word to word.")),
    (noop("Lesson", "Embedding"), noop("Lesson", "The numbers by which the network reads a word; it learns them, and words that are used alike get similar ones.")),
    (noop("Lesson", "Layer"), noop("Lesson", "Units that are computed together; a layer above reads the one below.")),
    (noop("Lesson", "Hidden state"), noop("Lesson", "What a layer hands on after each word, one number for each unit.")),
    (noop("Lesson", "Cell state"), noop("Lesson", "The second state of an LSTM, its memory, guarded by three gates.")),
    (noop("Lesson", "Gate"), noop("Lesson", "A number from 0 to 1 for each unit that says how much passes.")),
    (noop("Lesson", "Candidate"), noop("Lesson", "What this word would write into the state, from −1 to 1.")),
    (noop("Lesson", "Forget gate"), noop("Lesson", "In an LSTM: how much of the cell state is kept.")),
    (noop("Lesson", "Input gate"), noop("Lesson", "In an LSTM: how much of the candidate is written.")),
    (noop("Lesson", "Output gate"), noop("Lesson", "In an LSTM: how much of the cell state, after tanh, is shown as hidden state.")),
    (noop("Lesson", "tanh"), noop("Lesson", "A function that makes of any number one from −1 to 1; near 0 it changes little.")),
    (noop("Lesson", "Reset gate"), noop("Lesson", "In a GRU: how much of the past goes into the candidate.")),
    (noop("Lesson", "Update gate"), noop("Lesson", "In a GRU: how much of the old state is kept in place of the candidate.")),
    (noop("Lesson", "Feedback"), noop("Lesson", "What comes out of one step goes into the next.")),
    (noop("Lesson", "Gradient"), noop("Lesson", "How a small change of a number would change the error; it tells the network what to learn.")),
    (noop("Lesson", "Norm"), noop("Lesson", "How large a list of numbers is as a whole: the root of the sum of their squares.")),
    (noop("Lesson", "Vanishing gradient"), noop("Lesson", "The gradient gets so small on its way back through the words that nothing is learned from far back.")),
    (noop("Lesson", "Held-out perplexity"), noop("Lesson", "How unsure the model is about text it has not seen: as unsure as choosing among so many words.")),
    (noop("Lesson", "Bit"), noop("Lesson", "A unit of information: a word that gets twice as likely gains 1 bit. In “How far back”, 0 bits mean that no probability moves, 1 bit that nothing stays as it was.")),
    (noop("Lesson", "<unk>"), noop("Lesson", "Any word that the model does not know. It may be likely, but it is never written.")),
    (noop("Lesson", "¶"), noop("Lesson", "The end of a paragraph. One is read before the first word: so the first state is not empty.")),
)  # fmt: skip


def signs(shown: Iterable[str]) -> str:
    """What the signs among these words mean, for the foot of a picture."""
    seen, told = set(shown), dict(TERMS)
    return " ".join(
        f"{sign}: {QCoreApplication.translate('Lesson', told[sign])}" for sign in (UNKNOWN, END) if sign in seen
    )


class Glossary(QWidget):
    """The terms below one another."""

    def __init__(self) -> None:
        super().__init__()
        self.setLayout(column(*(Term(*term) for term in TERMS), gap=1))


class Term(QWidget):
    """A term above its sentence; both are translated here."""

    def __init__(self, term: str, sentence: str) -> None:
        super().__init__()
        name = style.label(QCoreApplication.translate("Lesson", term), bold=True, wrap=True)
        told = style.label(QCoreApplication.translate("Lesson", sentence), wrap=True)
        self.setLayout(column(name, told, gap=0.25))
