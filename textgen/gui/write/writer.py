"""Lets the model write on: its words run into the page until they are enough, or until somebody steps in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from textgen.engine import words
from textgen.engine.config import SamplingConfig
from textgen.engine.reports import Prediction, UnknownWord
from textgen.gui.work.piece import GENERATED, Piece
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.draft import Draft
from textgen.gui.write.passages import piece_at, text_of
from textgen.gui.write.shortening import shortened

MODE = "from-one-word"


class Writer(QObject):
    """Writes from a seed word, or on from the cursor. Typing into the page stops it."""

    changed = Signal()  # it has begun or ended
    unknown = Signal(object)  # UnknownWord: the seed is not known, and nothing has been written
    failed = Signal(object)  # Problem

    def __init__(self, workspace: Workspace, draft: Draft) -> None:
        super().__init__(draft)
        self.writing = False
        self._workspace, self._draft = workspace, draft
        self._piece: Piece | None = None
        self._seed = ""  # of the piece; "" for one that went on from the cursor
        self._before = ""  # what the piece was when the words that come now were asked for
        self._all_the_same = False  # the seed need not be known
        self._ours = False  # a change of the text is our own
        draft.document().contentsChange.connect(self._on_change)
        workspace.predicted.connect(self._on_predicted)
        workspace.predictionFailed.connect(self._on_failed)

    def can_repeat(self, seed: str) -> bool:
        """Whether the passage at hand is from `seed`, so that another text may take its place."""
        return bool(seed) and self.stands and seed == self._seed_of(self._at_hand())

    @property
    def seed(self) -> str:
        """What it last wrote from; "" where that was the page."""
        return self._seed

    @property
    def stands(self) -> bool:
        """Whether there is a passage at hand that may become longer or shorter, or another."""
        piece = self._at_hand()
        return piece is not None and piece.stands()

    def can_shorten(self) -> bool:
        """Whether there would be anything left."""
        return self.stands and bool(shortened(self._at_hand().text))

    def _at_hand(self) -> Piece | None:
        """The passage that the cursor stands in or just behind; elsewhere what was written last."""
        own, document = self._piece, self._draft.document()
        found = None if self.writing else piece_at(document, self._draft.textCursor().position())
        if found is None or found[3] != GENERATED or (own is not None and own.number == found[2]):
            return own  # of its own words it knows whether a person has changed them
        return Piece.standing(document, found[0], found[0] + found[1])

    def _seed_of(self, piece: Piece) -> str:
        """What it was written from: where that is not known, the only word that stands before it in its paragraph."""
        begin = self._begin_of(piece)
        if piece is self._piece and begin == piece.start:
            return self._seed
        before = text_of(self._draft.document(), self._draft.document().findBlock(begin).position(), begin)
        return before if len(words.split(before)) == 1 else ""

    def _begin_of(self, piece: Piece) -> int:
        """Where the text begins that it is another end of: since a word in there was chosen, it is several pieces."""
        begin, forked = piece.start, {fork.start for fork in self._draft.forks}
        while begin in forked and (before := piece_at(self._draft.document(), begin)) and before[3] == GENERATED:
            begin = before[0]
        return begin

    def _take_up(self) -> None:
        """Let the passage at hand be the one that is worked on."""
        piece = self._at_hand()
        self._seed, self._piece = self._seed_of(piece), piece

    def _take_up_anew(self) -> None:
        """The same, to write another text in its place. What has versions of its own is kept as one."""
        self._take_up()
        begin = self._begin_of(self._piece)
        if self._seed and begin < self._piece.start:
            self._piece = self._draft.fork(begin)
        else:
            self._piece.again()

    def again(self, sampling: SamplingConfig, length: int) -> None:
        """Write another text in the place of the passage at hand."""
        self._take_up_anew()
        self._all_the_same = True
        self._begin(self._seed, self._seed or self._draft.prompt(self._piece.start), sampling, length)

    def write(self, seed: str, sampling: SamplingConfig, length: int, *, all_the_same: bool = False) -> None:
        """Write from the seed word, in a new paragraph or in the place of the last text from the same seed.

        `all_the_same`: even if the model does not know the seed; it has then been asked to.
        """
        self._all_the_same = all_the_same or self.can_repeat(seed)
        if self.can_repeat(seed):
            self._take_up_anew()
        else:
            self._piece = self._draft.piece_below(seed)
        self._begin(seed, seed, sampling, length)

    def go_on(self, sampling: SamplingConfig, length: int) -> None:
        """Write on from the text before the cursor."""
        self._piece = self._draft.piece()
        self._begin("", self._draft.prompt(), sampling, length)

    def longer(self, sampling: SamplingConfig, length: int) -> None:
        """Write so many words more where the passage at hand ends; one more step to undo."""
        self._take_up()
        written = text_of(self._draft.document(), self._begin_of(self._piece), self._piece.end)
        own = len(self._seed + written)
        prompt = self._draft.prompt(self._piece.end)
        self._piece.again()
        self._all_the_same = True
        self._begin(self._seed, prompt[-own:] if self._seed else prompt, sampling, length, before=self._piece.text)

    def shorter(self) -> None:
        """Take the last sentence back, or half of the only one; one more step to undo."""
        self._take_up()
        self._piece.again()
        self._grow(shortened(self._piece.text))
        self.changed.emit()

    def go_on_with(self, word: str, piece: Piece, text: str, sampling: SamplingConfig, length: int) -> None:
        """Write `word` into `piece`, which follows `text`, and so many words after it."""
        self.stop()
        self._piece = piece
        self._grow(word)
        if length:
            self._begin("", text + word, sampling, length, before=word)

    def _begin(self, seed: str, text: str, sampling: SamplingConfig, length: int, before: str = "") -> None:
        self._seed, self._before, self.writing = seed, before, True
        self._workspace.predict(MODE, text, sampling, length, behind=self._draft.behind(self._piece.end))
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Keep what has been written and write no more."""
        if self.writing:
            self._workspace.cancel_prediction()
            self._end()

    def _end(self) -> None:
        self.writing = False
        self.changed.emit()

    @Slot(object)
    def _on_predicted(self, prediction: Prediction) -> None:
        if not self.writing:
            return
        if self._seed and prediction.unknown and not self._all_the_same:
            self._refuse(prediction.unknown[-1])
        elif prediction.choices:
            self._grow(self._before + prediction.choices[0].insert)
        if prediction.done and self.writing:
            self._end()

    def _grow(self, text: str) -> None:
        self._ours = True
        self._draft.grow(self._piece, text)
        self._ours = False

    def _refuse(self, word: UnknownWord) -> None:
        self.stop()
        self.unknown.emit(word)

    @Slot(object)
    def _on_failed(self, problem: object) -> None:
        if self.writing:
            self._end()
            self.failed.emit(problem)

    @Slot(int, int, int)
    def _on_change(self, place: int, removed: int, added: int) -> None:
        if not self._ours:
            self.stop()
