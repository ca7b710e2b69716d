"""The menus: a command for everything, with its shortcut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox

from textgen import __version__
from textgen.gui.dialogs import Dialogs
from textgen.gui.parts.memory import MODELS, TEXTS
from textgen.gui.parts.widgets import allow
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.text_out import TextOut


class Menus(QObject):
    """Fills the window's menu bar. `places` are the names and labels of the four places."""

    def __init__(
        self, window: QMainWindow, workspace: Workspace, dialogs: Dialogs, places: list[tuple[str, str]], out: TextOut
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._dialogs, self._out = window, workspace, dialogs, out
        self._file_menu()
        self._edit_menu()
        self._go_menu(places)
        self._train_menu()
        self._help_menu()
        for signal in (workspace.modelChanged, workspace.trainingChanged, workspace.corpusChanged):
            signal.connect(self._enable)
        self._enable()

    def _file_menu(self) -> None:
        menu = self._menu(self.tr("&File"))
        self._add(menu, self.tr("Open &text…"), self._dialogs.open_text, QKeySequence.StandardKey.Open)
        self._add(menu, self.tr("Open &model…"), self._dialogs.open_model, "Ctrl+Shift+O")
        self._recent = menu.addMenu(self.tr("&Recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        self._fill_recent()
        menu.addSeparator()
        self._save = self._add(menu, self.tr("&Save model"), self._dialogs.save, QKeySequence.StandardKey.Save)
        self._save_as = self._add(menu, self.tr("Save model &as…"), self._dialogs.save_as, "Ctrl+Shift+S")
        menu.addSeparator()
        self._save_text = self._add(menu, self.tr("Save t&ext as…"), self._out.save_as, "F12")
        self._print_text = self._add(menu, self.tr("&Print text…"), self._out.print, QKeySequence.StandardKey.Print)
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), self._window.close, "Ctrl+Q")

    def _edit_menu(self) -> None:
        """What concerns the page, from every place."""
        menu, draft = self._menu(self.tr("&Edit")), self._out.draft
        self._undo = self._add(menu, self.tr("&Undo"), draft.undo, QKeySequence.StandardKey.Undo)
        self._redo = self._add(menu, self.tr("&Redo"), draft.redo, QKeySequence.StandardKey.Redo)
        menu.addSeparator()
        self._add(menu, self.tr("Other words &here"), self._reopen, "F2")
        self._copy_all = self._add(menu, self.tr("&Copy all"), draft.copy_all)
        self._authors = menu.addAction(self.tr("&Show who wrote what"))
        self._authors.setCheckable(True)
        self._authors.toggled.connect(draft.show_authors)
        self._authors.toggled.connect(self._workspace.memory.keep_showing_authors)
        self._authors.setChecked(self._workspace.memory.shows_authors())
        draft.show_authors(self._authors.isChecked())
        menu.aboutToShow.connect(self._enable_text)
        for signal in (draft.edited, draft.undoAvailable, draft.redoAvailable):
            signal.connect(self._enable_text)
        self._enable_text()

    def _enable_text(self) -> None:
        document = self._out.draft.document()
        empty = self.tr("The page of “Write” is empty.") if document.isEmpty() else ""
        for action in (self._save_text, self._print_text, self._copy_all):
            allow(action, empty)
        allow(self._undo, "" if document.isUndoAvailable() else self.tr("Nothing has been changed on the page."))
        allow(self._redo, "" if document.isRedoAvailable() else self.tr("Nothing has been undone."))

    def _reopen(self) -> None:
        self._workspace.go("write")
        self._out.draft.reopen_here()

    def _go_menu(self, places: list[tuple[str, str]]) -> None:
        menu = self._menu(self.tr("&Go"))
        for number, (name, label) in enumerate(places, start=1):
            go = self._add(menu, label, lambda name=name: self._workspace.go(name), f"Ctrl+{number}")
            go.setShortcuts([f"Ctrl+{number}", f"Alt+{number}"])

    def _train_menu(self) -> None:
        menu = self._menu(self.tr("&Train"))
        self._start = self._add(menu, self.tr("&Start training"), self._start_training, "Ctrl+T")
        self._pause = self._add(menu, self.tr("&Pause"), self._workspace.pause_or_resume, "Ctrl+Shift+P")
        self._stop = self._add(menu, self.tr("S&top and keep the best"), self._workspace.stop_training, "Ctrl+.")

    def _help_menu(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self._add(menu, self.tr("&How it goes"), self._help, QKeySequence.StandardKey.HelpContents)
        self._add(menu, self.tr("&About textgen"), self._about)

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _add(
        self, menu: QMenu, text: str, act: Callable[[], object], keys: QKeySequence.StandardKey | str | None = None
    ) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda: act())
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        return action

    def _fill_recent(self) -> None:
        self._recent.clear()
        memory = self._workspace.memory
        for kind in (TEXTS, MODELS):
            for path in memory.recent(kind):
                entry = self._add(self._recent, Path(path).name.replace("&", "&&"), lambda path=path: self._open(path))
                entry.setToolTip(path)
            self._recent.addSeparator()
        if all(action.isSeparator() for action in self._recent.actions()):
            allow(self._recent.addAction(self.tr("Nothing yet")), self.tr("No text and no model has been opened yet."))
        else:
            self._add(self._recent, self.tr("&Clear this list"), self._workspace.forget_recent)
        self._recent.setToolTipsVisible(True)

    def _open(self, path: str) -> None:
        self._workspace.open_path(path)

    def _start_training(self) -> None:
        self._workspace.start_training(*self._workspace.memory.training(self._workspace.vocabulary))
        self._workspace.go("train")

    def _enable(self) -> None:
        training = self._workspace.training
        no_model = "" if self._workspace.checkpoint is not None else self.tr("There is no model yet.")
        for action in (self._save, self._save_as):
            allow(action, no_model)
        allow(self._start, self._why_not_start())
        allow(self._pause, "" if training in ("running", "paused") else self._why_not(training))
        self._pause.setText(self.tr("&Continue") if training == "paused" else self.tr("&Pause"))
        allow(self._stop, "" if training in ("starting", "running", "paused") else self._why_not(training))

    def _why_not_start(self) -> str:
        if self._workspace.training != "idle":
            return self.tr("A training is running already.")
        return "" if self._workspace.corpus is not None else self.tr("Open a text first.")

    def _why_not(self, training: str) -> str:
        """Why a training in this state can be neither paused nor stopped."""
        if training == "starting":
            return self.tr("There is nothing to pause yet.")
        return self.tr("It is stopping.") if training == "stopping" else self.tr("No training is running.")

    def _help(self) -> None:
        self._tell(
            self.tr("How it goes"),
            self.tr(
                "<p><b>Text.</b> Drop a text of your own on the window, or take one of the samples.</p>"
                "<p><b>Train.</b> Say how long you have. The curve shows how unsure the model still is about text "
                "it has not seen; the samples beside it show how its writing grows up.</p>"
                "<p><b>Write.</b> Begin a sentence and let the model go on: the next word, the next five, or a whole "
                "passage from one word. The keys 1 to 9 take a suggestion.</p>"
                "<p><b>Look inside.</b> What the model is made of.</p>"
                "<p>Ctrl+1 to Ctrl+4 go from place to place, Ctrl+S saves the model as one file, Ctrl+P prints the text, "
                "Ctrl+Shift+P pauses the training.</p>"
                "<p>Everything happens on this computer. Nothing is sent anywhere.</p>"
            ),
        )

    def _about(self) -> None:
        self._tell(
            self.tr("About textgen"),
            self.tr(
                "<p><b>textgen {version}</b></p><p>Trains a small recurrent network on a text of your own, on your own "
                "computer, and writes with it.</p>"
            ).format(version=__version__),
        )

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.Close, self._window)
        box.setModal(False)
        box.show()
