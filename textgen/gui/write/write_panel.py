"""The place “Write”: a page of text, and beside it what the model would write next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent

from textgen.engine.problem import Problem
from textgen.engine.reports import Choice
from textgen.gui.parts import figures
from textgen.gui.parts.text import say
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.comparer import Comparer
from textgen.gui.write.ghost_words import GhostWords
from textgen.gui.write.kept_page import KeptPage
from textgen.gui.write.measurer import Measurer
from textgen.gui.write.reopening import Reopener
from textgen.gui.write.seeding import Seeding
from textgen.gui.write.sources import Sources
from textgen.gui.write.suggester import Suggester
from textgen.gui.write.unknown_words import UnknownWords
from textgen.gui.write.write_desk import WriteDesk
from textgen.gui.write.write_keys import WriteKeys
from textgen.gui.write.writer import MODE as FROM_ONE_WORD
from textgen.gui.write.writer import Writer


class WritePanel(WriteDesk):
    """Lets the parts of the desk speak with each other and with the workspace; the parts do the work."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._checkpoint: object = None
        self._time = ""
        self.suggester = Suggester(workspace, self.draft, self.list)
        self.ghost_words = GhostWords(self.draft, self.suggester, self.list)
        self.writer = Writer(workspace, self.draft)
        self.seeding = Seeding(self, self.writer)
        self.keys = WriteKeys(self.draft, self.suggester.offers, self.suggester.completes)
        self.reopener = Reopener(workspace, self, self.writer)
        self.unknown_words = UnknownWords(self, self.suggester)
        self.kept = KeptPage(self, workspace.memory, self.draft, self.modes, self.one_word)
        self.comparer = Comparer(workspace, self)
        self.sources = Sources(workspace, self, self.writer)
        self.measurer = Measurer(workspace, self)
        self._connect()
        self._show_mode()
        self._show_state()
        self._on_model()

    # ---- connections

    def _connect(self) -> None:
        self.modes.chosen.connect(self._on_mode)
        self.sampling.changed.connect(self._on_sampling)
        for part in (self.sampling, self.growing):
            part.opened.connect(lambda part=part: QTimer.singleShot(0, lambda: self.show_part(part)))
        self.list.taken.connect(self.suggester.take)
        self.list.picked.connect(self._pick)
        self.keys.taken.connect(self.suggester.take)
        self.keys.back.connect(self._back)
        self.keys.on.connect(self._write_on)
        self.keys.whole.connect(self.ghost_words.take)
        self.keys.word.connect(self.ghost_words.take_word)
        self.keys.unwanted.connect(self.ghost_words.hide)
        self.search.chosen.connect(self._choose_search)
        self.search.again.connect(self._draw_again)
        self.keys.armedChanged.connect(self._show_armed)
        self.draft.moved.connect(self._on_moved)
        self.suggester.answered.connect(self._on_answer)
        self.suggester.failed.connect(self._fail)
        self.writer.changed.connect(self._on_writer)
        self.writer.failed.connect(self._fail)
        self.kept.failed.connect(lambda problem: self._workspace.problem.emit("page", problem))
        self.no_model.train.connect(lambda: self._workspace.go("train"))
        self.no_model.open_model.connect(lambda: self._workspace.choose("model"))
        self._workspace.modelChanged.connect(self._on_model)
        self._workspace.trainingChanged.connect(self._show_state)
        self._workspace.problem.connect(self._on_problem)
        self._workspace.comparison.failed.connect(lambda problem: self.notice.say(say(problem)))

    # ---- the model

    @Slot()
    def _on_model(self) -> None:
        """Another model, or only another file of the same one."""
        if self._workspace.checkpoint is self._checkpoint:
            return
        self._checkpoint = self._workspace.checkpoint
        self.sampling.show_model(self._checkpoint)
        self.seeding.show_model(self._checkpoint)
        self._time = figures.time_of_day()
        self._show_state()
        if self.isVisible():
            self.suggester.renew() if self.suggester.mode else self._work()

    @Slot()
    def _show_state(self) -> None:
        training = self._workspace.training
        self.no_model.show_state(training, kept=not self.draft.document().isEmpty())
        self.show_desk(self._checkpoint is not None)
        self._say_hint()

    def _say_hint(self) -> None:
        self.foot.say(self.modes.mode, self._workspace.training, self._time)

    def _work(self) -> None:
        """Suggest, if there is a model and the mode has suggestions."""
        suggests = self._checkpoint is not None and self.modes.mode != FROM_ONE_WORD
        self.suggester.work(self.modes.mode if suggests else "", self.sampling.config)
        self.ghost_words.renew()
        self.unknown_words.show()

    # ---- what the person does

    @Slot()
    def _on_mode(self) -> None:
        self.writer.stop()
        self.keys.forget()
        self.notice.hide()
        self.one_word.note.show_word(None)
        self.side.show_page("words")  # what belongs to the mode stands there, the seed word's field among it
        self._show_mode()
        self._work()
        if not any(button.hasFocus() for button in self.modes.buttons.values()):
            self._focus()

    @Slot()
    def _on_sampling(self) -> None:
        self._workspace.memory.keep_sampling(self.modes.mode, self.sampling.config)
        self.search.show_search(self.sampling.config.search)
        if self.suggester.mode:
            self.suggester.work(self.modes.mode, self.sampling.config)

    @Slot(str)
    def _choose_search(self, search: str) -> None:
        with QSignalBlocker(self.sampling):
            self.sampling.set_config(replace(self.sampling.config, search=search))
        self._on_sampling()

    @Slot()
    def _draw_again(self) -> None:
        if self.sampling.config.seed:
            self.sampling.roll()  # the same seed would draw the same again
        else:
            self._work()

    @Slot()
    def _on_moved(self) -> None:
        self._say_hint()
        self._show_armed()

    @Slot(object)
    def _pick(self, choice: Choice) -> None:
        self.suggester.pick(choice)
        if not self.list.hasFocus():
            self.draft.setFocus()

    @Slot()
    def _back(self) -> None:
        if self.writer.writing:
            self.writer.stop()
        else:
            self.draft.take_back()

    @Slot()
    def _write_on(self) -> None:
        if self.suggester.mode:
            self.suggester.take(0)
        elif self.draft.document().isEmpty():
            self.seeding.write()
        elif not self.writer.writing:
            self.writer.go_on(self.sampling.config, self.one_word.length)

    # ---- what is shown

    def _show_mode(self) -> None:
        self.show_mode(self.modes.mode)
        with QSignalBlocker(self.sampling):  # nobody has changed anything
            self.sampling.set_config(self._workspace.memory.sampling(self.modes.mode))
        self.search.show_search(self.sampling.config.search)
        self._say_hint()

    @Slot()
    def _on_answer(self) -> None:
        self.notice.hide()
        self.show_legend(self.list.compares)
        self._show_armed()

    @Slot()
    def _show_armed(self) -> None:
        self.list.set_armed(self.keys.armed)

    @Slot()
    def _on_writer(self) -> None:
        self.suggester.rest(self.writer.writing)

    @Slot(object)
    def _fail(self, problem: Problem) -> None:
        again = self.seeding.write if self.modes.mode == FROM_ONE_WORD else self._work
        self.notice.say(say(problem), self.tr("Try again"), again)

    @Slot(str, object)
    def _on_problem(self, place: str, problem: Problem) -> None:
        if place == "write":
            self.notice.say(say(problem))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._work()
        self._focus()

    def _focus(self) -> None:
        """The keyboard goes to where one writes in this mode."""
        field = self.one_word.field if self.modes.mode == FROM_ONE_WORD else self.draft
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.one_word.field.selectAll()  # another seed word replaces it

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.writer.stop()
        self.suggester.work("", self.sampling.config)
        self.kept.keep()
