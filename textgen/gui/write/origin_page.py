"""The page “Origin” beside the text: how much of the model's words is borrowed, and from where."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QProgressBar, QSpinBox, QWidget

from textgen.engine.config import SamplingConfig
from textgen.engine.reports import Passage
from textgen.engine.settings import settings_of
from textgen.gui.parts import style
from textgen.gui.parts.form_controls import CalmWheel, stand_out
from textgen.gui.parts.passage_view import PassageView
from textgen.gui.parts.text import setting_text
from textgen.gui.parts.widgets import button, column, frame, row, scrolled

LOW, HIGH = 3, 50  # words that a run can be asked to have
MOST = 5  # words that may be borrowed, when that is limited for the first time


class _Spin(CalmWheel, QSpinBox):
    pass


class OriginPage(QWidget):
    """Shows what it is told; either what stands in the way, or what is known."""

    way_out = Signal()
    compare = Signal()
    least = Signal(int)
    turned = Signal(int)  # to the next run (1) or the one before (-1)
    limited = Signal(int)  # words that may be borrowed; 0: any number
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence = style.label(wrap=True)
        self.bar = QProgressBar()
        self.open_button = button("", self.way_out.emit, "primary", "open")
        self.compare_button = button(self.tr("Compare with it all the same"), self.compare.emit)
        self.share = style.label(wrap=True, bold=True)
        self.note = style.label(size=style.SMALL, role="muted", wrap=True)
        self.runs_of = _Spin()
        self.which = style.label(wrap=True)
        self.before = button(self.tr("Previous"), lambda: self.turned.emit(-1))
        self.next = button(self.tr("Next"), lambda: self.turned.emit(1))
        self.passage = PassageView(self.tr("The place in the training text"))
        self.limit = QCheckBox(setting_text(settings_of(SamplingConfig)["borrow"].label))
        self.most = _Spin()
        self.again_button = button(self.tr("Write again"), self.again.emit)
        self._prepare()
        self._lay_out()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """In the order of the Tab key."""
        known = self.runs_of, self.before, self.next, self.passage
        return self.open_button, self.compare_button, *known, self.limit, self.most, self.again_button

    # ---- what is shown

    def show_way_out(self, sentence: str, way_out: str, *, compare: bool = False) -> None:
        """Say why nothing is known, and offer what helps."""
        self._show_known(False)
        self.sentence.setText(sentence)
        self.open_button.setText(way_out)
        self.open_button.setVisible(bool(way_out))
        self.compare_button.setVisible(compare)
        self.bar.hide()

    def show_building(self, sentence: str, share: float) -> None:
        """Say how far the text has been looked through."""
        self.show_way_out(sentence, "")
        self.bar.setValue(round(100 * share))
        self.bar.show()

    def show_share(self, sentence: str, note: str) -> None:
        """Say how much is borrowed."""
        self._show_known(True)
        self.share.setText(sentence)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def show_run(self, which: str, passage: Passage | None, instead: str) -> None:
        """Show where a run stands in the training text; without one, say something `instead`."""
        self.which.setText(which)
        self.passage.show_passage(passage, instead)

    def show_turning(self, *, before: bool, behind: bool) -> None:
        """Whether there is a run before the cursor, and behind it."""
        for turn, there, tip, not_there in (
            (self.before, before, self.tr("The run before the cursor"), self.tr("There is no run before the cursor.")),
            (self.next, behind, self.tr("The run behind the cursor"), self.tr("There is no run behind the cursor.")),
        ):
            turn.setEnabled(there)
            turn.setToolTip(tip if there else not_there)

    def show_limit(self, most: int) -> None:
        """Show how many words may be borrowed; 0: any number."""
        with QSignalBlocker(self.limit), QSignalBlocker(self.most):
            self.limit.setChecked(most > 0)
            self.most.setValue(most or self.most.value())
        self.most.setEnabled(most > 0)
        self.most.setToolTip(
            self.tr("How many words in a row may stand in the training text") if most else self.tr("There is no limit.")
        )

    def show_again(self, why_not: str) -> None:
        """Whether the last text can be written again."""
        if why_not and self.again_button.hasFocus():
            self.most.setFocus()  # Qt would leave this page
        self.again_button.setEnabled(not why_not)
        self.again_button.setToolTip(
            why_not or self.tr("Write the last text anew, with no longer run from the training text")
        )

    # ---- layout

    def _prepare(self) -> None:
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.runs_of.setRange(LOW, HIGH)
        self.runs_of.setAccessibleName(self.tr("Words that a run has at least"))
        self.runs_of.setToolTip(self.tr("Shorter runs are in every text; they are not underlined"))
        self.runs_of.valueChanged.connect(self.least)
        about = settings_of(SamplingConfig)["borrow"]
        self.most.setRange(1, int(about.high or 1))
        self.most.setValue(MOST)
        self.most.setKeyboardTracking(False)
        self.most.setAccessibleName(setting_text(about.label))
        self.limit.setToolTip(setting_text(about.help))
        self.limit.toggled.connect(self._on_limit)
        self.most.valueChanged.connect(self._on_limit)
        for box in (self.runs_of, self.most):
            box.setAlignment(Qt.AlignmentFlag.AlignRight)
            style.follow(box, lambda box=box: stand_out(box))

    def _lay_out(self) -> None:
        self._way = QWidget()
        self._way.setLayout(column(self.sentence, self.bar, self.open_button, self.compare_button, None, gap=1.5))
        least = row(style.label(self.tr("Runs of at least")), self.runs_of, style.label(self.tr("words")), None)
        turn = row(self.before, self.next, None)
        self._known = QWidget()
        known = column(self.share, self.note, least, turn, self.which, self.passage, gap=1)
        known.setStretch(5, 1)
        self._known.setLayout(known)
        limit = row(self.limit, self.most, style.label(self.tr("words")), None)
        content = QWidget()
        inside = column(self._way, self._known, gap=0)
        inside.setStretch(1, 1)
        inside.setContentsMargins(0, style.space(0.5), style.space(), 0)
        content.setLayout(inside)
        whole = column(scrolled(content), frame("line"), limit, row(self.again_button, None), gap=1)
        whole.setStretch(0, 1)
        whole.setContentsMargins(style.space(0.5), 0, 0, style.space(0.5))
        self.setLayout(whole)
        self._show_known(False)

    def _show_known(self, known: bool) -> None:
        self._known.setVisible(known)
        self._way.setVisible(not known)

    @Slot()
    def _on_limit(self) -> None:
        self.limited.emit(self.most.value() if self.limit.isChecked() else 0)
