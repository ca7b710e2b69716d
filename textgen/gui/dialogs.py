"""The few questions that cannot be asked anywhere else: which file, and what becomes of an unsaved model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

from textgen.gui.parts import style
from textgen.gui.save_dialog import SaveDialog
from textgen.gui.work.workspace import SUFFIX, Workspace

Action = Callable[[], None]


class Dialogs(QObject):
    """Asks for files, and guards an unsaved model and a running training against being lost by accident."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._then: Action | None = None  # what waits for the model to be saved
        workspace.guard = self.guard
        workspace.guard_unfinished = self.ask_about_unfinished
        workspace.saveWanted.connect(self.save)
        workspace.modelSaved.connect(self._go_on)
        workspace.trainingChanged.connect(self._save_if_ended)
        workspace.trainingChanged.connect(self._close_if_left)
        workspace.problem.connect(lambda place, problem: self._forget(place))
        self._stopping = False
        self._leaving: Action | None = None  # what waits for the training to be kept for later
        self._box: QMessageBox | None = None  # the question that is being asked

    # ---- files ------------------------------------------------------------------------------------------------------

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Let the person choose a "text", the model's "own text" or a "model" to open."""
        {"text": self.open_text, "own text": self._open_own_text, "model": self.open_model}[kind]()

    def open_text(self) -> None:
        """Let the person choose a text and read it."""
        path = self._ask_for_text()
        if path:
            self._workspace.open_path(path)

    def _open_own_text(self) -> None:
        path = self._ask_for_text()
        if path:
            self._workspace.read_text(path, stay=True)

    def _ask_for_text(self) -> str:
        filters = ";;".join((self.tr("Texts (*.txt *.md *.text)"), self.tr("All files (*)")))
        return QFileDialog.getOpenFileName(self._window, self.tr("Open text"), self._folder(), filters)[0]

    def open_model(self) -> None:
        """Let the person choose a model and open it."""
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open model"), self._folder(), self._models())
        if path:
            self._workspace.open_model(path)

    def save(self) -> None:
        """Save the model to its file; ask for one if it has none."""
        if self._workspace.model_path:
            self._workspace.save_model(self._workspace.model_path)
        else:
            self.save_as()

    def save_as(self) -> None:
        """Let the person choose a file and save the model to it."""
        if self._workspace.checkpoint is None:
            return
        name = Path(self._workspace.model_path or self._workspace.checkpoint.source or self.tr("model")).stem + SUFFIX
        suggestion = str(Path(self._folder()) / name)
        path = self._ask_where(suggestion)
        if path:
            self._workspace.save_model(path if path.endswith(SUFFIX) else path + SUFFIX)
        else:
            self._then = None

    def _ask_where(self, suggestion: str) -> str:
        """A file, or "" if there shall be none. A model with runs of its text is asked about these too."""
        if self._workspace.checkpoint.ngrams is None:
            title = self.tr("Save model")
            return QFileDialog.getSaveFileName(self._window, title, suggestion, self._models())[0]
        memory, dialog = self._workspace.memory, SaveDialog(self._window, suggestion, self._models())
        dialog.leave_out.setChecked(memory.leaves_runs_out())
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        if chosen:
            memory.keep_leaving_runs_out(dialog.leave_out.isChecked())
        dialog.deleteLater()
        return dialog.path if chosen else ""

    def _folder(self) -> str:
        return self._workspace.memory.folder()

    def _models(self) -> str:
        return self.tr("textgen models (*{suffix})").format(suffix=SUFFIX)

    # ---- nothing is lost unasked ------------------------------------------------------------------------------------

    def guard(self, action: Action) -> None:
        """Run `action`, which would lose the model or the training, once the person has decided what becomes of it."""
        text, (save, lose, stay) = self._training_question() if self._training() else self._model_question()
        box, roles = self._question(text), QMessageBox.ButtonRole
        box.setDefaultButton(_answer(box, save, roles.AcceptRole, lambda: self._save_then(action)))
        _answer(box, lose, roles.DestructiveRole, lambda: self._lose_then(action))
        box.setEscapeButton(_answer(box, stay, roles.RejectRole))
        box.open()

    def ask_before_closing(self, close: Action) -> None:
        """The same for the end of the program, after which a training can go on."""
        if not self._training():
            self.guard(close)
            return
        _, (save, lose, stay) = self._training_question()
        text = self.tr("A model is still learning from “{name}”. It can go on at the next start of the program.")
        box, roles = self._question(text.format(name=self._workspace.training_name)), QMessageBox.ButtonRole
        later = self.tr("Close and go on later")
        box.setDefaultButton(_answer(box, later, roles.AcceptRole, lambda: self._leave_then(close)))
        _answer(box, save, roles.ActionRole, lambda: self._save_then(close))
        _answer(box, lose, roles.DestructiveRole, lambda: self._lose_then(close))
        box.setEscapeButton(_answer(box, stay, roles.RejectRole))
        box.open()

    def ask_about_unfinished(self, action: Action) -> None:
        """Run `action` if the person agrees to lose the training that was left."""
        outlook = self._workspace.unfinished
        if outlook is None:
            text = self.tr("There is a training that cannot go on here. Discard it, with its best model so far?")
        else:
            text = self.tr("The training on “{name}” is not finished. Discard it, with its best model so far?")
            text = text.format(name=outlook.source)
        box, roles = self._question(text), QMessageBox.ButtonRole
        _answer(box, self.tr("Discard"), roles.DestructiveRole, action)
        keep = _answer(box, self.tr("Keep it"), roles.RejectRole)
        box.setEscapeButton(keep)
        box.setDefaultButton(keep)
        box.open()

    def _question(self, text: str) -> QMessageBox:
        """A question without its answers; it takes the place of one that is being asked."""
        if self._box is not None:
            self._box.close()
        box = QMessageBox(self._window)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda: self._answered(box))
        box.setText(text)
        self._box = box
        return box

    def _training(self) -> bool:
        return self._workspace.training != "idle"

    def _training_question(self) -> tuple[str, tuple[str, str, str]]:
        text = self.tr("A model is still learning from “{name}”. Stop it and save the best so far?")
        answers = (self.tr("Stop and save the best"), self.tr("Stop without saving"), self.tr("Go on training"))
        return text.format(name=self._workspace.training_name), answers

    def _model_question(self) -> tuple[str, tuple[str, str, str]]:
        text = self.tr("The model trained on “{name}” is not saved. Save it?")
        return text.format(name=self._workspace.checkpoint.source), (
            self.tr("Save"), self.tr("Don’t save"), self.tr("Cancel"),
        )  # fmt: skip

    def _answered(self, box: QMessageBox) -> None:
        if self._box is box:
            self._box = None

    def _save_then(self, action: Action) -> None:
        self._then = action
        if self._training():
            self._stopping = True
            self._workspace.stop_training()
        else:
            self.save()

    def _leave_then(self, close: Action) -> None:
        if self._training():
            self._leaving = close
            self._workspace.leave_training()
        else:  # it has ended while the question was asked
            self._close(close)

    def _close_if_left(self) -> None:
        if self._leaving is not None and not self._training():
            close, self._leaving = self._leaving, None
            self._close(close)

    def _close(self, close: Action) -> None:
        """Close if the training is kept. If it came to its end instead, its model is asked about."""
        if self._workspace.saved or self._workspace.kept:
            close()
        else:
            self.guard(close)

    def _lose_then(self, action: Action) -> None:
        self._workspace.abandon_training()
        action()

    def _save_if_ended(self) -> None:
        if self._stopping and not self._training():
            self._stopping = False
            if self._workspace.checkpoint is None:
                self._go_on()
            else:
                self.save()

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _forget(self, place: str) -> None:
        """A failed save or training keeps everything as it is."""
        if place in ("file", "train"):
            self._then, self._stopping = None, False


def _answer(box: QMessageBox, text: str, role: QMessageBox.ButtonRole, act: Action | None = None) -> QPushButton:
    button = box.addButton(text, role)
    style.set_role(button, "primary" if role == QMessageBox.ButtonRole.AcceptRole else "plain")
    if act is not None:
        button.clicked.connect(act)
    return button
