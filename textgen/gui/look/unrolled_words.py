"""What the picture of the unrolled network says in words and figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from textgen.gui.parts import figures
from textgen.gui.parts.picture import Table

if TYPE_CHECKING:
    from textgen.engine.unrolled import Column, Unrolled

SIGNS = {"hidden_state": "h", "cell_state": "c"}  # the field's letters


def many(unrolled: Unrolled) -> int:
    """How many words are written; marks are not counted, but where there is one output only it is one."""
    return max(1, sum(written.place is not None for written in unrolled.written))


class UnrolledWords(QObject):
    """The sentences and the table of the page “Unrolled”."""

    def summary(self, unrolled: Unrolled) -> str:
        """Which shape it is, what is written, and what goes from the words that are read to those."""
        last = next(column for column in unrolled.columns if column.written)
        read = self.tr("%n words in", "", unrolled.read)
        out = self.tr("%n out", "", many(unrolled))
        told = f"{self._shape(unrolled)}: {read}, {out}. {self._told(unrolled)}"
        at = unrolled.columns.index(last)
        return told.format(
            last=last.word,
            written=self.text(unrolled),
            chance=figures.chance(last.written.probability),
            size=figures.number(unrolled.size(at, len(unrolled.start) - 1, "hidden_state"), 2),
        )

    def _shape(self, unrolled: Unrolled) -> str:
        if unrolled.mode == "from-one-word":
            return self.tr("One to many")
        return self.tr("Many to many") if len(unrolled.written) > 1 else self.tr("Many to one")

    def _told(self, unrolled: Unrolled) -> str:
        if len(unrolled.written) == 1:
            return self.tr(
                "Only the output after “{last}” counts, and there the network writes “{written}” ({chance}); all that it knows of the words before is in its states (mean |h| {size})."
            )
        return self.tr(
            "After “{last}” the network writes “{written}”; each of these but the last is fed back as the next input. The first of them has a probability of {chance}."
        )

    def text(self, unrolled: Unrolled) -> str:
        """All that is written, as a text."""
        return " ".join(written.word for written in unrolled.written)

    # ---- one column

    def detail(self, unrolled: Unrolled, at: int) -> str:
        """One step: what is read, how large the states are then, what may come next and what becomes of it."""
        column = unrolled.columns[at]
        return " ".join((self._read(column, at), self._sizes(unrolled, at), self._next(column), self._used(column)))

    def _read(self, column: Column, at: int) -> str:
        if column.fed_back:
            told = self.tr("Step {n}: “{word}” is read, fed back from the output of step {before}.")
        elif column.known:
            told = self.tr("Step {n}: “{word}” is read; it is given.")
        else:
            told = self.tr(
                "Step {n}: “{word}” is given; the model does not know it and reads its sign for unknown words."
            )
        return told.format(n=at + 1, word=column.word, before=at)

    def _sizes(self, unrolled: Unrolled, at: int) -> str:
        layers = (
            self.tr("layer {k}: {sizes}").format(
                k=k + 1,
                sizes=", ".join(
                    f"{self.mean(name)} {figures.number(unrolled.size(at, k, name), 2)}" for name in states
                ),
            )
            for k, states in enumerate(unrolled.after(at))
        )
        told = self.tr("On to the next step goes {layers}.")
        return told.format(layers="; ".join(layers))

    def mean(self, state: str) -> str:
        """The name of a state's size."""
        return self.tr("mean |{sign}|").format(sign=SIGNS[state])

    def _next(self, column: Column) -> str:
        likely = " · ".join(f"{output.word} {figures.chance(output.probability)}" for output in column.outputs)
        return self.tr("Likeliest next: {likely}.").format(likely=likely)

    def _used(self, column: Column) -> str:
        if column.written is None:
            return self.tr("Not used: the next word is given.")
        told = self.tr("It writes “{word}” ({chance}).")
        return told.format(word=column.written.word, chance=figures.chance(column.written.probability))

    def note(self, column: Column, at: int) -> str:
        """What stands under a word."""
        told = self.tr("{n} · fed back") if column.fed_back else self.tr("{n} · given")
        return told.format(n=at + 1)

    # ---- the table

    def table(self, unrolled: Unrolled) -> Table:
        """A line for each step."""
        states = tuple(
            self.tr("Layer {k}, {mean}").format(k=k + 1, mean=self.mean(name))
            for k, layer in enumerate(unrolled.start)
            for name in layer
        )
        heads = (
            self.tr("Step"), self.tr("Word in"), self.tr("Given or fed back"), *states,
            self.tr("Likeliest next"), self.tr("Its probability"), self.tr("Written"), self.tr("Its probability"),
        )  # fmt: skip
        return Table(heads, tuple(tuple(self._line(unrolled, at)) for at in range(len(unrolled.columns))))

    def _line(self, unrolled: Unrolled, at: int) -> Iterator[str]:
        column = unrolled.columns[at]
        yield figures.number(at + 1)
        yield column.word
        yield self.tr("fed back") if column.fed_back else self.tr("given")
        for k, states in enumerate(column.layers):
            yield from (figures.number(unrolled.size(at, k, name), 3) for name in states)
        yield column.outputs[0].word
        yield figures.exact_share(column.outputs[0].probability)
        yield column.written.word if column.written else self.tr("not used")
        yield figures.exact_share(column.written.probability) if column.written else ""
