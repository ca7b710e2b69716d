"""Lets a person click one of the model's words, see what else might stand there, and go on from another one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from textgen.engine import words
from textgen.engine.config import SamplingConfig
from textgen.engine.problem import Problem
from textgen.engine.reports import Prediction
from textgen.gui.parts.text import say
from textgen.gui.work import piece
from textgen.gui.work.piece import SUGGESTED
from textgen.gui.work.workspace import Workspace
from textgen.gui.write import passages
from textgen.gui.write.alternatives import Alternatives
from textgen.gui.write.suggestion_row import KEYS
from textgen.gui.write.write_desk import WriteDesk
from textgen.gui.write.writer import MODE as FROM_ONE_WORD
from textgen.gui.write.writer import Writer

_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_SILENT = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Reopener(QObject):
    """Stands between the page, the list of other words, and the writer that goes on from the one that is chosen.

    While the list is there, number keys, Esc and the arrows up and down are its own; whatever else is typed goes into
    the page and closes it.
    """

    def __init__(self, workspace: Workspace, desk: WriteDesk, writer: Writer) -> None:
        super().__init__(desk)
        self.shown = Alternatives(desk)
        self._workspace, self._desk, self._draft, self._writer = workspace, desk, desk.draft, writer
        self._place: int | None = None  # of the word that is asked about or whose alternatives are shown
        self._by_key = False
        self._pressed: QPoint | None = None
        self._draft.reopenWanted.connect(lambda place: self.open(place, by_key=True))
        self._draft.moved.connect(self.close)
        self._draft.verticalScrollBar().valueChanged.connect(self.close)
        self.shown.chosen.connect(self._choose)
        workspace.alternatives.connect(self._on_alternatives)
        workspace.alternativesFailed.connect(self._on_failed)
        self._view = self._draft.viewport()
        for watched in (self._draft, self._view, self.shown.list, desk):
            watched.installEventFilter(self)

    def open(self, place: int, *, by_key: bool = False) -> None:
        """Show what else might stand at `place`; `by_key`: the list takes the keyboard."""
        self.close()
        start = self._draft.reopen(place)
        if start is not None:
            self._writer.stop()
            self._place, self._by_key = start, by_key
            behind = self._draft.behind(self._draft.fork_end(start))
            self._workspace.look_up(self._draft.prompt(start), self._sampling(start), behind=behind)
        elif by_key:
            spot = self._view.mapToGlobal(self._draft.cursorRect().bottomLeft())
            QToolTip.showText(spot, self.tr("The model has not written this word."), self._draft)

    @Slot()
    def close(self) -> None:
        """Show nothing, and wait for no answer."""
        self._place = None
        if self.shown.isVisible():
            if self.shown.list.hasFocus():
                self._draft.setFocus()
            self.shown.hide()

    def _sampling(self, start: int) -> SamplingConfig:
        """What the mode that has written the word predicts with, and its limit on what is borrowed.

        Else the probabilities are the model's own: a preset would leave out most words, perhaps the one that stands there.
        """
        end = self._draft.word_end(start)
        suggested = piece.format_before(self._draft.document(), end).stringProperty(piece.KIND) == SUGGESTED
        chosen = self._workspace.memory.sampling("next-word" if suggested else FROM_ONE_WORD)
        return replace(chosen.neutral(), borrow=chosen.borrow)

    # ---- answers

    @Slot(object)
    def _on_alternatives(self, prediction: Prediction) -> None:
        if self._place is None or self.shown.isVisible():
            return
        self.shown.show_words(prediction.choices, self._stands(), self._spot())
        if self._by_key:
            self.shown.list.setFocus()

    @Slot(object)
    def _on_failed(self, problem: Problem) -> None:
        if self._place is not None:
            self.close()
            self._desk.notice.say(say(problem))

    def _stands(self) -> str:
        return passages.text_of(self._draft.document(), self._place, self._draft.word_end(self._place))

    def _spot(self) -> QRect:
        """Where the word is on the desk; of one that is broken the part before the break."""
        end = self._draft.word_end(self._place)
        first = end - len(self._stands().lstrip(" "))
        rects = [self._draft.cursorRect(piece.at(self._draft.document(), place)) for place in (first, end)]
        both = rects[0].united(rects[1]) if rects[0].top() == rects[1].top() else rects[0]
        return both.translated(self._view.mapTo(self._desk, QPoint(0, 0)))

    # ---- another word

    @Slot(str)
    def _choose(self, word: str) -> None:
        """Write it in the place of the one that stands, and about as many words after it as stood there."""
        place, stands = self._place, self._stands()
        self.close()
        self._draft.setFocus()
        if word.strip(" ") == stands.strip(" "):
            return
        prompt, new = self._draft.prompt(place), self._draft.fork(place)
        length = _words(passages.text_of(self._draft.document(), new.start, new.end)) - max(1, _words(word))
        if length <= 0:
            new = self._draft.fork(place, SUGGESTED)  # it is taken from a list, and nothing is written on
        self._writer.go_on_with(word, new, prompt, self._workspace.memory.sampling(FROM_ONE_WORD), max(0, length))

    # ---- pointer and keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view:
            self._on_pointer(event)
        elif self._place is None:
            return False
        elif event.type() == QEvent.Type.KeyPress:
            return self.shown.isVisible() and self._on_key(watched, event)
        elif event.type() == QEvent.Type.FocusOut and watched is not self._desk:
            if QApplication.focusWidget() not in (self._draft, self.shown.list):
                self.close()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Hide) and watched in (self._desk, self._draft):
            self.close()
        return False

    def _on_pointer(self, event: QEvent) -> None:
        """A press places the cursor and closes the list; what is pressed and let go in one place is opened."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.close()
            self._pressed = event.position().toPoint() if _plain(event) else None
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.close()
            self._pressed = None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            start, self._pressed = self._pressed, None
            moved = (event.position().toPoint() - start).manhattanLength()
            if moved < QApplication.startDragDistance() and not self._draft.textCursor().hasSelection():
                self._click(start)

    def _click(self, spot: QPoint) -> None:
        place = self._letter_at(spot)
        if place is not None and self._draft.reopen(place) is not None:
            self.open(place)

    def _letter_at(self, spot: QPoint) -> int | None:
        """The place before the letter under the pointer; None beside the text and on a gap."""
        cursor = self._draft.cursorForPosition(spot)
        rect = self._draft.cursorRect(cursor)
        if not rect.top() <= spot.y() <= rect.bottom():
            return None
        if spot.x() < rect.left():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        place = cursor.position()
        after = QTextCursor(cursor)
        after.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        return place if after.selectedText().strip() else None

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether the key was for the list."""
        if event.key() in _SILENT:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        own = event.modifiers() in _PLAIN and self._is_own(event)
        if watched is self.shown.list:
            return not own and self._give_to_page(event)
        if own and event.key() in _WALK:
            self.shown.list.setFocus()
        elif own:
            self.shown.take(KEYS.index(event.text()))
        else:
            self.close()
        return own

    def _is_own(self, event: QKeyEvent) -> bool:
        walks = (*_WALK, Qt.Key.Key_Return, Qt.Key.Key_Enter) if self.shown.list.hasFocus() else _WALK
        return event.key() in walks or (event.text() != "" and event.text() in KEYS)

    def _give_to_page(self, event: QKeyEvent) -> bool:
        self.close()
        QApplication.sendEvent(self._draft, event)
        return True


def _plain(event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier


def _words(text: str) -> int:
    """How many words there are in a text, marks left out."""
    return sum(map(words.is_word, words.split(text)))
