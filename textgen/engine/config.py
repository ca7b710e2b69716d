"""Every setting, said once: its default, range, label and help.

The window builds its form from these fields, the command line its options, and the model file its header.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from textgen.engine.problem import noop
from textgen.engine.settings import Config, setting

CELL_NAMES = ("lstm", "gru", "rnn")
FASTEST = "fastest"
PRECISION_NAMES = (FASTEST, "fp32", "bf16")
DEVICES = (FASTEST, "cpu", "cuda", "mps", "xpu")
# what the engine can choose by itself
PLANNED = ("vocabulary", "units", "embedding", "dropout", "learning_rate", "device", "precision")
MIXES = ("all", "ngrams", "cache", "network")
SEARCHES = ("likeliest", "drawn")


@dataclass(frozen=True)
class ModelConfig(Config):
    """The shape of the network and of its vocabulary."""

    cell: str = setting(
        "lstm",
        noop("Setting", "Cell"),
        noop(
            "Setting",
            "The kind of recurrent cell: LSTM and GRU have gates that protect their memory, the plain RNN has none.",
        ),
        choices=CELL_NAMES,
    )
    units: int = setting(
        256,
        noop("Setting", "Units"),
        noop("Setting", "How many numbers each layer remembers from word to word. More learn more and take longer."),
        4, 4096,
    )  # fmt: skip
    layers: int = setting(
        1,
        noop("Setting", "Layers"),
        noop("Setting", "How many recurrent layers stand on top of each other. One is enough for most texts."),
        1, 8,
    )  # fmt: skip
    embedding: int = setting(
        256,
        noop("Setting", "Embedding"),
        noop("Setting", "How many numbers describe each word."),
        4, 2048,
    )  # fmt: skip
    vocabulary: int = setting(
        20_000,
        noop("Setting", "Vocabulary"),
        noop("Setting", "How many different words and punctuation marks the model knows at most; the most frequent are kept."),
        10, 2_000_000,
    )  # fmt: skip
    min_count: int = setting(
        1,
        noop("Setting", "Least count"),
        noop("Setting", "Words that stand in the text less often than this are left out of the vocabulary."),
        1, 1000,
    )  # fmt: skip
    dropout: float = setting(
        0.4,
        noop("Setting", "Dropout"),
        noop("Setting", "The share of numbers hidden at random while training, so that the model does not learn the text by heart. Small texts need more."),
        0.0, 0.9,
    )  # fmt: skip


@dataclass(frozen=True)
class TrainConfig(Config):
    """How the network is trained. Without `minutes` and `epochs` it trains until it stops improving."""

    minutes: float = setting(
        0.0,
        noop("Setting", "Minutes"),
        noop("Setting", "How long to train. 0 means: no limit, until the model stops getting better."),
        0.0, 10_080.0,
    )  # fmt: skip
    epochs: float = setting(
        0.0,
        noop("Setting", "Passes"),
        noop("Setting", "How many times to read the whole text. 0 means: no limit."),
        0.0, 100_000.0,
    )  # fmt: skip
    learning_rate: float = setting(
        3e-3,
        noop("Setting", "Learning rate"),
        noop("Setting", "How far each step moves the weights. Too high makes the training jump about, too low makes it slow."),
        1e-6, 1.0,
    )  # fmt: skip
    batch: int = setting(
        32,
        noop("Setting", "Batch"),
        noop("Setting", "How many places of the text are read side by side. More is faster on long texts; short texts need fewer."),
        1, 1024,
    )  # fmt: skip
    truncation: int = setting(
        35,
        noop("Setting", "Truncation length"),
        noop("Setting", "How many words back the error is carried through time in one step."),
        2, 1000,
    )  # fmt: skip
    clip: float = setting(
        0.5,
        noop("Setting", "Gradient clipping"),
        noop("Setting", "The longest step allowed: gradients with a larger norm are scaled down to it."),
        0.01, 100.0,
    )  # fmt: skip
    weight_decay: float = setting(
        0.01,
        noop("Setting", "Weight decay"),
        noop("Setting", "How strongly the weights are pulled towards zero, which keeps the model from learning the text by heart."),
        0.0, 1.0,
    )  # fmt: skip
    held_out: float = setting(
        0.08,
        noop("Setting", "Held-out part"),
        noop("Setting", "The share of the text that is set aside, never trained on, and used to see how good the model is."),
        0.005, 0.5,
    )  # fmt: skip
    patience: int = setting(
        6,
        noop("Setting", "Patience"),
        noop("Setting", "How many evaluations without an improvement before the training winds down."),
        1, 1000,
    )  # fmt: skip
    seed: int = setting(
        1,
        noop("Setting", "Seed"),
        noop("Setting", "The start of the random numbers: the same seed and settings, device, precision and threads among them, give the same model on the same machine."),
        0, 2_147_483_647,
    )  # fmt: skip
    threads: int = setting(
        0,
        noop("Setting", "Threads"),
        noop("Setting", "How many processor cores to use. 0 means: as many as turn out fastest."),
        0, 1024,
    )  # fmt: skip
    device: str = setting(
        FASTEST,
        noop("Setting", "Device"),
        noop(
            "Setting",
            "What computes while training: the processor (cpu) or a graphics processor, if this computer has one that torch can use. Unless you choose, both are tried.",
        ),
        choices=DEVICES,
    )
    precision: str = setting(
        FASTEST,
        noop("Setting", "Precision"),
        noop(
            "Setting",
            "How exactly products are made while training: in single precision, or in bf16, which some processors do twice as fast. Unless you choose, both are tried.",
        ),
        choices=PRECISION_NAMES,
    )


@dataclass(frozen=True)
class SamplingConfig(Config):
    """How a word is chosen from the model's probabilities."""

    temperature: float = setting(
        1.0,
        noop("Setting", "Temperature"),
        noop("Setting", "Below 1 the likely words become likelier, above 1 the unlikely ones get their chance."),
        0.05, 3.0,
    )  # fmt: skip
    top_k: int = setting(
        0,
        noop("Setting", "Only the best (top-k)"),
        noop("Setting", "Choose only among this many of the likeliest words. 0 means: no limit."),
        0, 1000,
    )  # fmt: skip
    top_p: float = setting(
        1.0,
        noop("Setting", "Likeliest share (top-p)"),
        noop("Setting", "Choose only among the likeliest words that together have this probability. 1 means: all words."),
        0.05, 1.0,
    )  # fmt: skip
    min_p: float = setting(
        0.0,
        noop("Setting", "Least share (min-p)"),
        noop("Setting", "Leave out words that are less likely than this share of the likeliest one. 0 means: all words."),
        0.0, 1.0,
    )  # fmt: skip
    repetition_penalty: float = setting(
        1.0,
        noop("Setting", "Repetition penalty"),
        noop("Setting", "The higher, the less likely the words that stand a little before come again. 1 means: no penalty."),
        1.0, 3.0,
    )  # fmt: skip
    no_repeat: int = setting(
        0,
        noop("Setting", "No run twice"),
        noop("Setting", "No run of so many words is written that stands on the page already. 0 means: runs may come again."),
        0, 10,
    )  # fmt: skip
    borrow: int = setting(
        0,
        noop("Setting", "Borrow at most"),
        noop("Setting", "No run of more than so many words is written that stands in the training text. 0 means: no limit."),
        0, 50,
    )  # fmt: skip
    never: str = setting(
        "",
        noop("Setting", "Never use"),
        noop("Setting", "These words are never written, with or without capitals; other forms of them are, as “trees” for “tree”. Put spaces or commas between them."),
    )  # fmt: skip
    favour: str = setting(
        "",
        noop("Setting", "Favour"),
        noop("Setting", "These words become ten times as likely beside the others; put spaces or commas between them."),
    )  # fmt: skip
    search: str = setting(
        SEARCHES[0],
        noop("Setting", "Find five words"),
        noop("Setting", "The likeliest continuations are found by beam search; drawn ones are different with each seed."),
        choices=SEARCHES,
    )  # fmt: skip
    mix: str = setting(
        MIXES[0],
        noop("Setting", "Predict with"),
        noop("Setting", "The network is helped by the runs of words counted in the text (n-grams) and by the words of the draft itself (cache). Without them the network writes alone."),
        choices=MIXES,
    )  # fmt: skip
    seed: int = setting(
        0,
        noop("Setting", "Seed"),
        noop("Setting", "The same seed writes the same words again. 0 means: new ones each time."),
        0, 2_147_483_647,
    )  # fmt: skip

    def neutral(self) -> SamplingConfig:
        """What shows the model's own probabilities: nothing of this but the parts that predict."""
        return SamplingConfig(mix=self.mix)

    def unfiltered(self) -> SamplingConfig:
        """The same with every word allowed but those that shall never come: for a word that a person has begun."""
        return dataclasses.replace(self, top_k=0, top_p=1.0, min_p=0.0, no_repeat=0)

    @property
    def is_neutral(self) -> bool:
        """Whether the probabilities are the model's own; how words are then drawn or searched for does not count."""
        return dataclasses.replace(self, seed=0, search=SEARCHES[0]) == self.neutral()
