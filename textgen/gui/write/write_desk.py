"""The place “Write” laid out: the modes above the page, what belongs to each mode beside it, a line below it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from textgen.engine.modes import MODES
from textgen.gui.parts import style
from textgen.gui.parts.mode_bar import ModeBar
from textgen.gui.parts.search_switch import SearchSwitch
from textgen.gui.parts.side_pages import SidePages
from textgen.gui.parts.widgets import Notice, column, row, scrolled
from textgen.gui.write.draft import Draft
from textgen.gui.write.growing_slider import GrowingSlider
from textgen.gui.write.no_model import NoModel
from textgen.gui.write.one_word import OneWord
from textgen.gui.write.origin_page import OriginPage
from textgen.gui.write.page_foot import PageFoot
from textgen.gui.write.sampling_box import SamplingBox
from textgen.gui.write.suggester import LINES
from textgen.gui.write.suggestion_model import LINE_ROWS, WORD_ROWS
from textgen.gui.write.suggestions import SuggestionList
from textgen.gui.write.surprise_page import SurprisePage
from textgen.gui.write.versions_page import VersionsPage
from textgen.gui.write.words_page import WordsPage
from textgen.gui.write.write_keys import KeyHint
from textgen.gui.write.writer import MODE as FROM_ONE_WORD

NARROW, WIDE = 34, 41  # the right column in steps of the grid; it takes its share of the width between these
SHARE = 0.36


class WriteDesk(QWidget):
    """Holds the parts that are seen and gives them their places; what they do is not its business."""

    def __init__(self) -> None:
        super().__init__()
        self.modes = ModeBar()
        self.draft = Draft()
        self.foot = PageFoot(self.draft)
        self.notice = Notice()
        self.list = SuggestionList()
        self.search = SearchSwitch()
        self.one_word = OneWord()
        self.sampling = SamplingBox()
        self.growing = GrowingSlider()
        self.no_model = NoModel()
        self.side = SidePages()
        self.origin = OriginPage()
        self.versions = VersionsPage(self.draft)
        self.surprise = SurprisePage()
        self._about = style.label(size=style.SMALL, role="muted", wrap=True)
        self._hint = KeyHint()
        self._legend = style.label(self.tr("Outline: before your settings"), style.SMALL, "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.no_model)
        self._stack.addWidget(self._desk())
        self.setLayout(column(self._stack))
        self._order()

    def show_desk(self, wanted: bool) -> None:
        """Show the desk, or else that there is no model."""
        self._stack.setCurrentIndex(int(wanted))

    def show_mode(self, mode: str) -> None:
        """Say what this mode does, and show what belongs to it."""
        self._about.setText(QCoreApplication.translate("Mode", MODES[mode].help))
        lines = mode in LINES
        self._hint.show_rows(LINE_ROWS if lines else WORD_ROWS, ahead=lines)
        self.search.setVisible(lines)
        self._suggested.setVisible(mode != FROM_ONE_WORD)
        self.one_word.setVisible(mode == FROM_ONE_WORD)

    def show_legend(self, wanted: bool) -> None:
        """Say what the outlines of the bars mean; the room for it is always there, so that nothing moves."""
        self._legend.setVisible(wanted)

    def show_part(self, part: QWidget) -> None:
        """Bring what was unfolded into sight; where there is not room for all of it, from its beginning on."""
        place, bar = part.geometry(), self._scroll.verticalScrollBar()
        bar.setValue(max(bar.value(), min(place.top(), place.bottom() - self._scroll.viewport().height())))

    def _desk(self) -> QWidget:
        page = column(self.draft, self.foot, gap=1)
        page.setStretch(0, 1)
        self.side.add(
            "words", self.tr("Words"), self.tr("What the model would write next, and how it chooses"), self._beside()
        )
        self.side.add(
            "origin",
            self.tr("Origin"),
            self.tr("Where the model's words come from; Ctrl and a click on underlined words lead here"),
            self.origin,
        )
        self.side.add(
            "versions", self.tr("Versions"), self.tr("What else has stood in places of the text"), self.versions
        )
        told = self.tr("How surprising each word of the text is to the model")
        self.side.add("surprise", self.tr("Surprise"), told, self.surprise)
        both = row(page, self.side, gap=2)
        both.setStretch(0, 1)
        head = row(self.modes, self._about, gap=2)
        head.setStretch(1, 1)
        whole = column(head, both, self.notice, gap=1.5)
        whole.setStretch(1, 1)
        whole.setContentsMargins(style.space(2), style.space(1.5), style.space(1), style.space(0.5))
        desk = QWidget()
        desk.setLayout(whole)
        return desk

    def _beside(self) -> QWidget:
        """The seed word and the suggestions stay where they are; the settings scroll where there is too little room."""
        self._suggested = QWidget()
        self._suggested.setLayout(column(self.search, self.list, self._legend, self._hint, gap=0.5))
        policy = self._legend.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._legend.setSizePolicy(policy)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._legend.setContentsMargins(0, 0, style.space(), 0)
        self._legend.hide()
        self._hint.setContentsMargins(style.space(0.5), 0, style.space(), 0)
        content = QWidget()
        content.setLayout(column(self.sampling, self.growing, None, gap=1))
        self._scroll = scrolled(content)
        return WordsPage(self.one_word, self._suggested, self.list, self._scroll)

    def _order(self) -> None:
        """From the modes to the page, to what stands beside it from top to bottom, to what stands below it."""
        one = self.one_word
        beside = (
            *self.side.buttons.values(),
            *self.origin.controls,
            *self.search.controls,
            self.list,
            self.versions.list,
            self.versions.compare,
            self.versions.drop,
            one.field,
            one.slider,
            one.spin,
            one.write_button,
            one.stop_button,
            one.longer_button,
            one.shorter_button,
            *self.surprise.controls,
        )
        below = (
            self.sampling.more.dice,
            *self.growing.controls,
            self.foot.copy,
            self.foot.clear,
            *self.side.buttons.values(),
        )
        for chain in (
            (*self.modes.buttons.values(), self.draft, *beside, self.sampling.fold),
            below,
        ):
            for first, second in pairwise(chain):
                QWidget.setTabOrder(first, second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = round(event.size().width() * SHARE)
        self.side.setFixedWidth(max(style.space(NARROW), min(style.space(WIDE), width)))
