"""The six lessons: what each says, what there is to do and to see, and where. `glossary.py` has the terms."""

from __future__ import annotations

from dataclasses import dataclass

from textgen.engine.problem import noop


@dataclass(frozen=True)
class View:
    """Where a lesson leads: one of the pages of the place Look inside, with the example of a cell and a sentence.

    Without a cell and a sentence, those that are looked at stay. `block` is what the microscope's map shows.
    """

    label: str
    page: str
    cell: str = ""
    sentence: str = ""
    block: str = ""


@dataclass(frozen=True)
class Lesson:
    """Everything that is said is marked for translation in the context "Lesson".

    `points` are terms, each with its sentence. `cell` is the one cell that the lesson is about; "" if it is about all.
    """

    name: str
    title: str
    line: str
    paragraphs: tuple[str, ...]
    do: str
    views: tuple[View, ...]
    see: str
    points: tuple[tuple[str, str], ...] = ()
    cell: str = ""


SHOW = noop("Lesson", "Show me")

#: All its words stand in the text that the examples were trained on, in each language.
SENTENCE = noop("Lesson", "The old woman looked at the bread. Then she went to the window.")

#: Another third word changes plainly what is likely after the last one: "that" begins a clause, "about" does not.
SWAPPED = noop("Lesson", "She thought that the dog")

#: Five words, as many as the shapes have.
FIVE = noop("Lesson", "Then she went to the")

#: Somebody is speaking: that is what a gated cell still knows at its end, and the plain RNN does not.
SPEECH = noop("Lesson", '"I will go to the house with you')

LESSONS = (
    Lesson(
        "sequence",
        noop("Lesson", "What a sequence model is"),
        noop("Lesson", "It reads word by word and carries a state along."),
        (
            noop(
                "Lesson",
                "A sequence model reads a text one word at a time. After each word it says how likely every word it knows is to come next.",
            ),
            noop(
                "Lesson",
                "From one word to the next it carries a list of numbers, the hidden state (an LSTM carries the cell state too). Each number belongs to one unit. This state is all that the model still has of the words before.",
            ),
        ),
        noop("Lesson", "Press “Play” and follow the sentence from left to right. Then change the third word: in the example, “that” to “about”."),
        (View(SHOW, "unrolled", "lstm", SWAPPED),),
        noop(
            "Lesson",
            "There is one column for each word, and the state goes from column to column. After another third word, the first two columns are as before; from the third on another state goes on. In the example, the words after “dog” change too: after “that” a verb is likely, after “about” the end of the sentence. How much changes at the end depends on the words and on what the model has learned.",
        ),
    ),
    Lesson(
        "shapes",
        noop("Lesson", "The three shapes"),
        noop("Lesson", "Many to one, many to many, one to many: one network, three uses."),
        (noop("Lesson", "The same network is used in three ways. They differ in what goes in and what is taken out."),),
        noop("Lesson", "Press the three buttons above the picture one after the other, and find what goes in and what comes out."),
        (View(SHOW, "unrolled", "lstm", FIVE),),
        noop(
            "Lesson",
            "The cell and its weights are the same in every column and in every shape. Only which inputs are given and which outputs are used changes.",
        ),
        (
            (noop("Lesson", "Many to one"), noop("Lesson", "Five words in, one out: the next word.")),
            (noop("Lesson", "Many to many"), noop("Lesson", "Five words in, five out: the next five words.")),
            (noop("Lesson", "One to many"), noop("Lesson", "One word in, five out: a text that grows from one word.")),
        ),
    ),
    Lesson(
        "feedback",
        noop("Lesson", "Feedback"),
        noop("Lesson", "What comes out of one step goes into the next."),
        (
            noop(
                "Lesson",
                "Feedback means that what comes out of one step goes into the next. A recurrent network always has it: the hidden state after one word goes into the step of the next word.",
            ),
            noop(
                "Lesson",
                "When the network writes, there is a second feedback: the word that was chosen is read as the next input.",
            ),
        ),
        noop("Lesson", "Choose the last shape, one to many. Follow a word from where it comes out to where it goes in again. Then press “Let it go on”."),
        (View(SHOW, "unrolled", "lstm", FIVE),),
        noop(
            "Lesson",
            "Two things go from a column to the next: the state, always; and, in writing, the chosen word, marked as fed back. So one other word early on can change all that follows.",
        ),
    ),
    Lesson(
        "forgetting",
        noop("Lesson", "Why the plain RNN forgets"),
        noop("Lesson", "The gradient vanishes on its way back through the words."),
        (
            noop(
                "Lesson",
                "A plain RNN makes its whole hidden state anew at each word. What it read earlier must survive every one of these steps.",
            ),
            noop(
                "Lesson",
                "It learns by going back: the gradient says how a small change of an earlier state would change the error of now. At every step back it is multiplied, and mostly gets smaller. After many steps almost nothing is left: the vanishing gradient. What lies further back is then hardly learned.",
            ),
        ),
        noop(
            "Lesson",
            "Somebody begins to speak in this sentence. A bar says how much the next word depends on a word. Look at the bar of the first mark, in the RNN and then in the LSTM. Then start the race; it takes two minutes.",
        ),
        (
            View(noop("Lesson", "RNN"), "memory", "rnn", SPEECH),
            View(noop("Lesson", "LSTM"), "memory", "lstm", SPEECH),
            View(noop("Lesson", "The race"), "race"),
        ),
        noop(
            "Lesson",
            "On the logarithmic scale, the mark that opens the speech still counts many times more in the LSTM than in the RNN; it is what has to be remembered. The last word has a high bar in both, for the near past is known to every network; the words between say less about what comes next. In the race: whose gradient falls fastest on the way back, and who predicts worst? The verdict says it, also if the plain RNN does not lose.",
        ),
    ),
    Lesson(
        "lstm",
        noop("Lesson", "The LSTM’s four blocks"),
        noop("Lesson", "Forget gate, input gate, cell state, output gate."),
        (
            noop(
                "Lesson",
                "An LSTM carries a second state, the cell state. Three gates guard it. A gate is a number from 0 to 1 for each unit, made anew at each word.",
            ),
        ),
        noop(
            "Lesson",
            "In the map of the forget gate, find the column of the full stop. Then choose one unit and look at its cell (“Cell”, where it is not in sight).",
        ),
        (View(SHOW, "microscope", "lstm", SENTENCE, "forget_gate"),),
        noop(
            "Lesson",
            "On average the forget gate is lower at the full stop than at most other words: the sentence is over, and much of it is forgotten. Single units may do otherwise. In each cell: forget gate × old cell state + input gate × candidate is the new cell state.",
        ),
        (
            (noop("Lesson", "Forget gate"), noop("Lesson", "It multiplies the old cell state: 1 keeps all, 0 forgets all.")),
            (
                noop("Lesson", "Input gate"),
                noop("Lesson", "It multiplies the candidate, what this word would write: 1 writes all, 0 writes nothing."),
            ),
            (noop("Lesson", "Cell state"), noop("Lesson", "What was kept plus what was written.")),
            (
                noop("Lesson", "Output gate"),
                noop("Lesson", "How much of the cell state is shown as hidden state: 1 shows all, 0 shows nothing. The cell state goes through tanh first, so that what is shown lies from −1 to 1."),
            ),
        ),
        "lstm",
    ),
    Lesson(
        "gru",
        noop("Lesson", "The GRU’s three blocks"),
        noop("Lesson", "Reset gate, update gate, hidden state."),
        (noop("Lesson", "A GRU does with one state and two gates. It has no cell state."),),
        noop(
            "Lesson",
            "In the map of the update gate, look at the first word of each sentence. Then find a unit that is near 1 at some word, and look at its hidden state there and at the word before.",
        ),
        (View(SHOW, "microscope", "gru", SENTENCE, "update_gate"),),
        noop(
            "Lesson",
            "On average the update gate is lower at the first word of a sentence than at most other words: much is written anew. Where it is near 1, the hidden state stays nearly as it was at the word before; where it is near 0, it becomes the candidate.",
        ),
        (
            (
                noop("Lesson", "Reset gate"),
                noop("Lesson", "How much of the past goes into the candidate: 1 uses all of it, 0 ignores it."),
            ),
            (
                noop("Lesson", "Update gate"),
                noop("Lesson", "Old state against candidate: 1 keeps the old state, 0 takes the candidate."),
            ),
            (
                noop("Lesson", "Hidden state"),
                noop("Lesson", "Update gate × old state + (1 − update gate) × candidate."),
            ),
        ),
        "gru",
    ),
)  # fmt: skip
