"""The page “Unrolled”: the three shapes over the sentence, and the network writing on from it, word by word."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from textgen.engine.config import SEARCHES
from textgen.engine.problem import Problem
from textgen.gui.look.glossary import END, signs
from textgen.gui.look.picture_frame import PictureFrame
from textgen.gui.look.unrolled_picture import UnrolledPicture
from textgen.gui.parts import style
from textgen.gui.parts.flow import FlowLayout
from textgen.gui.parts.mode_bar import ModeBar
from textgen.gui.parts.search_switch import SearchSwitch
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Notice, button, column, scrolled
from textgen.gui.work.workspace import Workspace

PACE = 900  # milliseconds from one column to the next
FIRST_SEED = 1


class UnrolledPage(QWidget):
    """Asks for what it shows only while it is in sight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._inside, self._walking = workspace.inside, workspace.inside.walking
        self.picture, self.modes, self.search = UnrolledPicture(), ModeBar(), SearchSwitch()
        self.on = button(self.tr("Let it go on"), self._go_on)
        self.play = button(self.tr("Play"), self._press_play, "plain", "play")
        self.detail, self.legend = style.label(wrap=True), style.label(size=style.SMALL, role="muted", wrap=True)
        self.notice = Notice()
        self._seed: int | None = None
        self._drawn = FIRST_SEED  # the seed of the next draw
        self._clock = QTimer(self, interval=PACE)
        self._lay_out(workspace)
        self._connect()
        self._show()

    def _lay_out(self, workspace: Workspace) -> None:
        self.frame = PictureFrame(self.picture, self.tr("The network unrolled"), workspace.memory, self.on, self.play)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        top = FlowLayout(0, style.space())
        for part in (self.modes, self.search):
            top.addWidget(part)
        whole = column(self.notice, top, self.frame, self.detail, self.legend)
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, 0, style.space(), 0)
        content = QWidget()
        content.setLayout(whole)
        self.setLayout(column(scrolled(content)))
        style.set_role(self.on, "primary")

    def _connect(self) -> None:
        inside = self._inside
        for signal in (inside.sentenceChanged, inside.modelChanged):
            signal.connect(self._ask)
        self._walking.changed.connect(self._show)
        self._walking.failed.connect(self._fail)
        self.modes.chosen.connect(self._ask)
        self.search.chosen.connect(self._on_search)
        self.search.again.connect(self._draw)
        self.picture.chosen.connect(self._on_chosen)
        self.picture.onWanted.connect(self._go_on)
        self._clock.timeout.connect(self._step)

    # ---- asking

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()
        self._walking.stop()

    @Slot()
    def _ask(self) -> None:
        if self.isVisible():
            self._walking.ask(self._inside.checkpoint, self._inside.sentence, self.modes.mode, self._seed)

    @Slot(str)
    def _on_search(self, search: str) -> None:
        self.search.show_search(search)
        self._seed = None if search == SEARCHES[0] else self._drawn
        self._ask()

    @Slot()
    def _draw(self) -> None:
        self._drawn += 1
        self._on_search(SEARCHES[1])

    @Slot(object)
    def _fail(self, problem: Problem) -> None:
        self.notice.say(say(problem))

    # ---- showing

    @Slot()
    def _show(self) -> None:
        new, old = self._walking.found, self.picture.unrolled
        if new is not old and not (old is None and not (new and new.columns)):
            self._stop()
            if old is not None and new is not None and new.goes_on(old):
                self.picture.show_longer(new)
            else:
                self.picture.show_unrolled(new)
        self.legend.setText(self._legend())
        self._allow()

    def _legend(self) -> str:
        columns = self.picture.unrolled.columns if self.picture.unrolled else ()
        shown = (output.word for column in columns for output in column.outputs)
        pictures = self.tr(
            "On the arrows: the mean of the state's absolute values. In the boxes: its first 8 units, full bars up are positive, hollow ones down negative; each row has one scale. Pale outputs are not used. Only words are counted."
        )
        first = self.tr("The first arrows bring the states after ¶.")
        return f"{pictures} {first} {signs((END, *shown))}"

    def _allow(self) -> None:
        there = self.picture.unrolled is not None
        self.play.setEnabled(there)
        self.play.setToolTip(
            self.tr("Show the steps one after the other, from the first")
            if there
            else self.tr("Type a sentence first.")
        )
        full = there and not self._walking.can_go_on and not self._walking.busy
        self.on.setEnabled(there and not full)
        if full:
            self.on.setToolTip(self.tr("So many steps are not shown side by side."))
        else:
            self.on.setToolTip(
                self.tr("The word that is written last goes back in, and one more is written (Space)")
                if there
                else self.tr("Type a sentence first.")
            )

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        self.detail.setText(self.picture.detail())

    # ---- going on

    @Slot()
    def _go_on(self) -> None:
        self._stop()
        self._walking.go_on()

    def _press_play(self) -> None:
        if self._clock.isActive():
            self._stop()
        elif self.picture.unrolled is not None:
            self.picture.enter(0)
            self._clock.start()
            self._name_play()

    @Slot()
    def _step(self) -> None:
        """One column more; what is on its way arrives first."""
        if self.picture.moving:
            return
        if self.picture.at + 1 < len(self.picture.unrolled.columns):
            self.picture.enter(self.picture.at + 1)
        else:
            self._stop()

    def _stop(self) -> None:
        if self._clock.isActive():
            self._clock.stop()
            self.picture.show_all()
            self._name_play()

    def _name_play(self) -> None:
        playing = self._clock.isActive()
        self.play.setText(self.tr("Stop") if playing else self.tr("Play"))
        style.set_icon(self.play, "stop" if playing else "play", size=16)
