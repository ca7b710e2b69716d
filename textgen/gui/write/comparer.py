"""Lets each snapshot of a training write on from the text in the place “Write”, when the person asks for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot

from textgen.gui.parts import style
from textgen.gui.work.comparison import Task
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.write_desk import WriteDesk
from textgen.gui.write.writer import MODE as FROM_ONE_WORD

LENGTH = 40  # words, where the mode does not say how many


class Comparer(QObject):
    """Stands between the slider, the desk that says what to write from, and the workspace that lets it be written."""

    def __init__(self, workspace: Workspace, desk: WriteDesk) -> None:
        super().__init__(desk)
        self._workspace, self._desk, self._box = workspace, desk, desk.growing
        self._comparison = workspace.comparison
        self._box.looked.connect(self._on_look)
        self._box.pressed.connect(self._on_press)
        self._box.fold.toggled.connect(self._on_fold)
        self._comparison.changed.connect(self._show)
        workspace.snapshotsChanged.connect(self._on_snapshots)
        for signal in (desk.draft.moved, desk.one_word.changed, desk.sampling.changed, desk.modes.chosen):
            signal.connect(self._say)
        desk.installEventFilter(self)
        style.follow(self, self._show)
        self._on_snapshots()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the place stops the work."""
        if event.type() == QEvent.Type.Hide:
            self._comparison.stop()
        return False

    def _task(self) -> Task | None:
        """What to write from now; None where nothing can be."""
        desk, index = self._desk, self._workspace.origin.index
        if desk.modes.mode == FROM_ONE_WORD:
            seed = desk.one_word.seed
            return Task.of(seed, desk.sampling.config, desk.one_word.length, index) if seed else None
        return Task.of(desk.draft.prompt(), desk.sampling.config, LENGTH, index)

    # ---- what happens

    @Slot()
    def _on_snapshots(self) -> None:
        self._box.set_snapshots(self._workspace.snapshots)

    @Slot()
    def _on_look(self) -> None:
        if self._box.seen is None:
            self._comparison.forget()
        else:
            self._workspace.look_at(self._box.seen)
        self._show()

    @Slot()
    def _on_press(self) -> None:
        task = self._task()
        if self._comparison.busy:
            self._comparison.stop()
        elif task is not None:
            self._comparison.write(task, self._box.snapshots)

    @Slot(bool)
    def _on_fold(self, is_open: bool) -> None:
        if is_open:
            self._show()
        else:
            self._comparison.stop()

    # ---- what is shown

    @Slot()
    def _show(self) -> None:
        comparison, box = self._comparison, self._box
        if box.seen is None or not box.fold.isChecked():
            return
        box.slider.mark([comparison.text(one) is not None for one in box.snapshots])
        prompt = comparison.task.prompt if comparison.task else ""
        box.show_text(prompt, comparison.text(box.seen), self._instead())
        self._say()

    @Slot()
    def _say(self) -> None:
        """What can be done now; the texts stay as they are, whatever they were written from."""
        if self._box.seen is None or not self._box.fold.isChecked():
            return
        task, comparison = self._task(), self._comparison
        missing = comparison.missing(task, self._box.snapshots) if task else []
        if task is None:
            why_not = self.tr("Type a seed word first.")
        else:
            why_not = "" if missing else self.tr("Each of them has written from this text already.")
        self._box.set_writing(comparison.busy, why_not)
        self._box.state.setText(self._state(task))

    def _instead(self) -> str:
        if self._comparison.busy:
            return self.tr("It will write in a moment.")
        return self.tr("It has not written yet. “Write at each” lets all snapshots write on from your text.")

    def _state(self, task: Task | None) -> str:
        comparison, snapshots = self._comparison, self._box.snapshots
        if comparison.busy:
            done = sum(comparison.text(one) is not None for one in snapshots)
            return self.tr("{done} of {all} written").format(done=done, all=len(snapshots))
        if comparison.task not in (None, task):
            return self.tr("Text or settings have changed since.")
        return ""
