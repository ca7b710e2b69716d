"""Keeps the suggestions in step with the text: asks the model as one types, and shows only answers that still fit."""

from __future__ import annotations

from unicodedata import normalize

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from textgen.engine.config import SamplingConfig
from textgen.engine.reports import Choice, Prediction, UnknownWord
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.draft import Draft
from textgen.gui.write.suggestions import SuggestionList

DEBOUNCE_MS = 4
BUSY_AFTER_MS = 150

LINES = ("next-five",)  # modes whose choices are whole lines of words
NARROWING = ("next-word", *LINES)  # modes that complete a word that has been begun

Question = tuple[str, bool]  # the text without its last spaces, and whether its last letters begin a word


class Suggester(QObject):
    """Works while `mode` is a mode's name.

    While a word is being typed, the suggestions complete it; a space ends it. Further spaces change nothing.
    """

    answered = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, workspace: Workspace, draft: Draft, shown: SuggestionList) -> None:
        super().__init__(draft)
        self.mode = ""
        self.sampling = SamplingConfig()
        self.unknown: tuple[UnknownWord, ...] = ()
        self._workspace, self._draft, self._shown = workspace, draft, shown
        self._asked: Question | None = None  # what the model is thinking about
        self._answer: Question | None = None  # what the choices on show follow
        self._before: tuple[Question | None, tuple[Choice, ...]] = (
            None,
            (),
        )  # what was on show before, and what it follows
        self._wanted: int | Choice | None = (
            None  # a row, or a word shown earlier, that waits for words that fit the text
        )
        self._resting = False
        self._late = False  # a better model has come while the pointer rested on the list
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._patience = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._debounce.timeout.connect(self.ask)
        self._patience.timeout.connect(self._show_busy)
        draft.moved.connect(self.follow)
        shown.left.connect(self._on_left)
        workspace.predicted.connect(self._on_predicted)
        workspace.predictionFailed.connect(self._on_failed)

    # ---- asking

    def work(self, mode: str, sampling: SamplingConfig) -> None:
        """Suggest in this mode from now on; "" to rest."""
        if mode != self.mode:
            self._shown.show_choices((), mode in LINES)
        self.mode, self.sampling = mode, sampling
        self._answer = self._asked = self._wanted = None
        self.ask() if mode else self._calm()

    @Slot()
    def follow(self) -> None:
        """The text or the cursor has changed."""
        question = self._question()
        if not self.mode or self._resting or question == self._asked:
            return
        self._asked = self._wanted = None
        self._shown.set_stale(question != self._answer)
        if question == self._answer:
            self._calm()
        else:
            self._debounce.start(DEBOUNCE_MS)

    @Slot()
    def ask(self) -> None:
        """Ask now."""
        if self.mode and not self._resting:
            self._debounce.stop()
            self._asked = self._question()
            self._patience.start()
            prompt, behind = self._draft.prompt(), self._draft.behind()
            self._workspace.predict(self.mode, prompt, self.sampling, narrow=self._asked[1], behind=behind)

    def put_off(self, milliseconds: int) -> None:
        """Let what is about to be asked wait so long."""
        if self._debounce.isActive():
            self._debounce.start(milliseconds)

    def rest(self, resting: bool) -> None:
        """Ask nothing and offer nothing while the text is being written on."""
        if resting == self._resting:
            return
        self._resting = resting
        self._asked = self._wanted = None
        self._calm()
        self._shown.set_stale(resting or self._question() != self._answer)
        self.follow()

    def renew(self) -> None:
        """The model is another one: ask again, but not while the pointer rests on the words that would change."""
        self._late = self._shown.underMouse() and bool(self._shown.choices)
        if not self._late:
            self._answer = None
            self.ask()

    @Slot()
    def _on_left(self) -> None:
        if self._late:
            self.renew()

    def _question(self) -> Question:
        return self._draft.prompt().rstrip(" "), self.mode in NARROWING and self._draft.in_word()

    # ---- answers

    @Slot(object)
    def _on_predicted(self, prediction: Prediction) -> None:
        if self._asked is None or not self.mode:  # a change of the text has taken the question back
            return
        self._before = self._answer, self._shown.choices
        self._answer, self._asked = self._asked, None
        self._calm()
        self.unknown = prediction.unknown
        self._shown.set_stale(False)
        self._shown.show_choices(prediction.choices, self.mode in LINES, self._say_none(prediction))
        wanted, self._wanted = self._wanted, None
        self.answered.emit()
        if isinstance(wanted, Choice):
            self.pick(wanted)
        elif wanted is not None:
            self.take(wanted)

    def _say_none(self, prediction: Prediction) -> str:
        """What stands in the place of suggestions where there are none."""
        text, begun = self._answer
        if begun and prediction.unknown and normalize("NFC", text).endswith(prediction.unknown[-1].word):
            return self.tr("The model knows no word that begins so.")
        if begun:
            return self.tr("Your settings rule out every word that begins so.")
        return self.tr("The model has nothing to suggest here.")

    @Slot(object)
    def _on_failed(self, problem: object) -> None:
        if self._asked is not None:
            self._asked = self._wanted = None
            self._calm()
            self._shown.show_choices((), self.mode in LINES)
            self.failed.emit(problem)

    def _calm(self) -> None:
        self._debounce.stop()
        self._patience.stop()
        self._shown.set_busy(False)

    @Slot()
    def _show_busy(self) -> None:
        self._shown.set_busy(True)
        if not self._shown.choices:
            self._shown.show_choices((), self.mode in LINES, self.tr("Getting the model ready…"))

    # ---- taking

    def fitting(self) -> tuple[Choice, ...]:
        """The suggestions that follow the text as it is now."""
        return self._shown.choices if self.mode and self._answer == self._question() else ()

    def offers(self) -> int:
        """How many suggestions could be taken."""
        return len(self._shown.choices) if self.mode and not self._resting else 0

    def completes(self) -> bool:
        """Whether suggestions complete the word at the cursor, be there any or not."""
        return not self._resting and self._question()[1]

    @Slot(int)
    def take(self, row: int) -> None:
        """Write the suggestion in this row; if the text has just changed, as soon as its words are there."""
        if self._answer != self._question():
            self._wanted = row
            self.put_off(DEBOUNCE_MS)
        elif row < len(self._shown.choices):
            self._write(self._shown.choices[row])

    def pick(self, choice: Choice) -> None:
        """Write this suggestion, which was shown when the button was pressed, though others may stand there by now.

        If the text has changed since, the same words are written once they are suggested for it, and none if they are not.
        """
        shown = (self._answer, self._shown.choices), self._before
        if any(question == self._question() and choice in choices for question, choices in shown):
            self._write(choice)
        elif self._answer != self._question():
            self._wanted = choice
            self.put_off(DEBOUNCE_MS)
        else:
            same = (other for other in self._shown.choices if other.label == choice.label)
            self._write(next(same, None))

    def _write(self, choice: Choice | None) -> None:
        if choice is not None:
            self._draft.take(choice.insert, choice.replaces)
