"""The mode “From one word” in the place “Write”: what its controls let the writer do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from textgen.engine.in_words import going_on
from textgen.engine.reports import UnknownWord
from textgen.gui.parts.text import say
from textgen.gui.write.known_words import KnownWords
from textgen.gui.write.type_ahead import TypeAhead
from textgen.gui.write.write_desk import WriteDesk
from textgen.gui.write.writer import Writer


class Seeding(QObject):
    """Stands between the box with the seed word and the writer. Of a seed that is not known, it says what might be meant."""

    def __init__(self, desk: WriteDesk, writer: Writer) -> None:
        super().__init__(desk)
        self._desk, self._box, self._writer = desk, desk.one_word, writer
        self.known_words = KnownWords(self)
        self.type_ahead = TypeAhead(self._box.field, self.known_words)
        self._box.write.connect(self.write)
        self._box.stop.connect(writer.stop)
        self._box.longer.connect(self._longer)
        self._box.shorter.connect(writer.shorter)
        self._box.note.chosen.connect(self._take)
        self._box.note.anyway.connect(self._write_all_the_same)
        for signal in (self._box.changed, writer.changed, desk.draft.moved):
            signal.connect(self._show)
        writer.unknown.connect(self._refuse)
        self._show()

    def show_model(self, checkpoint: object) -> None:
        """The seed is a word of this one now."""
        self._box.note.show_word(None)
        self.known_words.show_model(checkpoint)

    @Slot()
    def write(self) -> None:
        """Write from the seed; where that is what the text at hand is from, another text in its place."""
        desk, seed = self._desk, self._box.seed
        if not seed or self._writer.writing:
            return
        desk.notice.hide()
        if not self._writer.can_repeat(seed):
            self._box.note.show_word(None)
        elif desk.sampling.config.seed:
            desk.sampling.roll()  # the same seed would write the same again
        self._writer.write(seed, desk.sampling.config, self._box.length)

    @Slot()
    def _write_all_the_same(self) -> None:
        seed = self._box.seed
        self._box.note.say(say(going_on(seed)))
        self._writer.write(seed, self._desk.sampling.config, self._box.length, all_the_same=True)

    @Slot()
    def _longer(self) -> None:
        self._writer.longer(self._desk.sampling.config, self._box.length)

    @Slot(str, str)
    def _take(self, word: str, near: str) -> None:
        self._box.field.setText(near)
        self.write()

    @Slot(object)
    def _refuse(self, unknown: UnknownWord) -> None:
        if self._writer.seed == self._box.seed:  # else another one has been typed since
            self._box.note.show_word(unknown)

    @Slot()
    def _show(self) -> None:
        """Which of the controls can be used."""
        writer = self._writer
        self._box.set_state(writing=writer.writing, again=writer.can_repeat(self._box.seed))
        self._box.set_written(stands=writer.stands, shortens=writer.can_shorten())
