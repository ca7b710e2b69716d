"""Tells where the model's words come from: stands between the page “Origin”, the draft and the workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from textgen.engine.modes import MODES
from textgen.gui.parts import figures
from textgen.gui.parts.memory import TEXTS
from textgen.gui.parts.text import say
from textgen.gui.work.piece import at
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.borrowed import Borrowed
from textgen.gui.write.write_desk import WriteDesk
from textgen.gui.write.writer import MODE as FROM_ONE_WORD
from textgen.gui.write.writer import Writer

PAGE = "origin"
AROUND = 40  # words of the training text that are shown on either side of a run


class Sources(QObject):
    """The cursor says which run is shown, however it got there: by a click, a key or the buttons."""

    def __init__(self, workspace: Workspace, desk: WriteDesk, writer: Writer) -> None:
        super().__init__(desk)
        self._workspace, self._desk, self._writer = workspace, desk, writer
        self._origin, self._page = workspace.origin, desk.origin
        self.borrowed = Borrowed(desk.draft)
        self._connect()
        self._show()

    def _connect(self) -> None:
        page, desk = self._page, self._desk
        page.runs_of.setValue(self.borrowed.least)
        page.way_out.connect(self._open)
        page.compare.connect(self._origin.compare)
        page.least.connect(self._set_least)
        page.turned.connect(self._turn)
        page.limited.connect(self._set_limit)
        page.again.connect(self._again)
        self._origin.changed.connect(self._on_origin)
        self._workspace.modelChanged.connect(self._show)
        self._workspace.recentChanged.connect(self._show)
        self.borrowed.changed.connect(self._show)
        desk.draft.moved.connect(self._on_moved)
        desk.side.shown.connect(self._show)
        for signal in (desk.sampling.changed, desk.modes.chosen, self._writer.changed):
            signal.connect(self._show_limit)
        desk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The index is made once somebody comes here to write."""
        if event.type() == QEvent.Type.Show:
            self._origin.want()
            self._show()
        return False

    # ---- what happens

    @Slot()
    def _on_origin(self) -> None:
        ready = self.borrowed.index is None and self._origin.index is not None
        self.borrowed.set_index(self._origin.index if self._origin.state == "ready" else None)
        self._show()
        if ready and self._desk.sampling.config.borrow:
            self._desk.sampling.changed.emit()  # what could not be told without the text can be now

    @Slot()
    def _on_moved(self) -> None:
        """Ctrl and a click on a run bring the page to the front; the click itself is the draft's."""
        pressed = QApplication.mouseButtons() & Qt.MouseButton.LeftButton
        ctrl = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        if pressed and ctrl and self._number is not None:
            self._desk.side.show_page(PAGE)
        self._show_run()
        self._show_limit()

    @Slot(int)
    def _set_least(self, least: int) -> None:
        self.borrowed.set_least(least)

    @Slot(int)
    def _turn(self, step: int) -> None:
        number = self.borrowed.number_from(self._place, step)
        if number is not None:
            self._desk.draft.setTextCursor(at(self._desk.draft.document(), self.borrowed.run(number).start))
            self._desk.draft.ensureCursorVisible()

    @Slot(int)
    def _set_limit(self, most: int) -> None:
        """It is the same for all modes, unlike the other settings: what is borrowed is a matter of the text."""
        memory, sampling = self._workspace.memory, self._desk.sampling
        for mode in MODES:
            memory.keep_sampling(mode, replace(memory.sampling(mode), borrow=most))
        sampling.set_config(replace(sampling.config, borrow=most))
        self._origin.want()
        self._show_limit()

    @Slot()
    def _again(self) -> None:
        desk = self._desk
        if desk.sampling.config.seed:
            desk.sampling.roll()  # the same seed would write the same again
        self._writer.again(desk.sampling.config, desk.one_word.length)

    @Slot()
    def _open(self) -> None:
        path = self._known_path()
        if path:
            self._workspace.read_text(path, stay=True)
        else:
            self._workspace.choose("own text")

    def _known_path(self) -> str:
        """A recent text that has the name of the one that the model learnt from."""
        name, open_ = self._source, self._workspace.corpus
        if open_ is not None and open_.name == name:  # it is not that one, for it does not fit
            return ""
        return next((path for path in self._workspace.memory.recent(TEXTS) if Path(path).name == name), "")

    # ---- what is shown

    @property
    def _source(self) -> str:
        return self._workspace.checkpoint.source if self._workspace.checkpoint is not None else ""

    @property
    def _place(self) -> int:
        return self._desk.draft.textCursor().position()

    @property
    def _number(self) -> int | None:
        return self.borrowed.number_at(self._place)

    @Slot()
    def _show(self) -> None:
        if self._desk.side.current != PAGE or self._workspace.checkpoint is None:
            return
        state = self._origin.state
        if state == "ready":
            self._show_share()
            self._show_run()
        elif state == "building":
            told = self.tr("Looking through “{name}” …").format(name=self._workspace.corpus.name)
            self._page.show_building(told, self._origin.share)
        elif state == "failed":
            self._page.show_way_out(say(self._origin.problem), "")
        else:
            self._show_way_out(state)
        self._show_limit()

    def _show_way_out(self, state: str) -> None:
        source, corpus = self._source, self._workspace.corpus
        if state == "other":
            told = self.tr("The text that is open, “{open}”, is not the one that this model learnt from, “{name}”.")
            told = told.format(open=corpus.name, name=source)
        else:
            told = self.tr(
                "The text that it was trained on, “{name}”, is not open. Open it to see where words come from."
            )
            told = told.format(name=source)
        way_out = self.tr("Open “{name}”").format(name=source) if self._known_path() else self.tr("Open the text…")
        self._page.show_way_out(told, way_out, compare=state == "other")

    def _show_share(self) -> None:
        borrowed, note = self.borrowed, self._note()
        if not borrowed.settled:
            self._page.show_share(self.tr("Looking through your page …"), note)
        elif not borrowed.words:
            self._page.show_share(self.tr("There are no words of the model's on the page yet."), note)
        else:
            told = self.tr("{share} of the model's words stand in the text in runs of {least} or more.")
            share = figures.share(borrowed.share, 0)
            self._page.show_share(told.format(share=share, least=borrowed.least), note)

    def _note(self) -> str:
        name = self._workspace.corpus.name
        if self._origin.match == "other":
            return self.tr("Compared with “{name}”, which this model did not learn from.").format(name=name)
        if self._origin.match == "unsure":
            return self.tr(
                "Compared with “{name}”, the text that is open. This model does not say whether it learnt from it."
            ).format(name=name)
        return ""

    @Slot()
    def _show_run(self) -> None:
        if self._desk.side.current != PAGE or self._origin.state != "ready":
            return
        borrowed, number = self.borrowed, self._number
        self._page.show_turning(
            before=borrowed.number_from(self._place, -1) is not None,
            behind=borrowed.number_from(self._place, 1) is not None,
        )
        if number is None:
            self._page.show_run(*self._no_run())
            return
        run = borrowed.run(number)
        told = self.tr("Run {number} of {all}: {words} words, {share} into the text")
        share = figures.share(run.place / self._workspace.corpus.words, 0)
        values = {"number": number + 1, "all": borrowed.count, "words": run.length, "share": share}
        self._page.show_run(told.format(**values), borrowed.index.passage(run, AROUND), "")

    def _no_run(self) -> tuple[str, None, str]:
        count = self.borrowed.count
        if not count:
            return "", None, self.tr("No run of the model's words on the page is so long.")
        instead = self.tr("Put the cursor into underlined words to see where they stand in the text.")
        return self.tr("%Ln runs on the page", "", count), None, instead

    @Slot()
    def _show_limit(self) -> None:
        if self._desk.side.current == PAGE:
            self._page.show_limit(self._desk.sampling.config.borrow)
            self._page.show_again(self._why_not_again())

    def _why_not_again(self) -> str:
        if not self._desk.sampling.config.borrow:
            return self.tr("Set the limit first.")
        if self._desk.modes.mode != FROM_ONE_WORD:
            return self.tr("A whole text is written in the mode “From one word”.")
        if self._writer.writing:
            return self.tr("It is writing.")
        return "" if self._writer.stands else self.tr("Put the cursor into a passage that the model has written.")
