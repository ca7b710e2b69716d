"""Small parts that several places share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QDropEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextLayout
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from textgen.gui.parts import style

Box = TypeVar("Box", QHBoxLayout, QVBoxLayout)


def button(text: str, act: Callable[[], object], role: str = "plain", icon: str = "", tip: str = "") -> QPushButton:
    """A button in the look of `role`, with an icon that follows the colours."""
    result = QPushButton(text)
    result.setProperty("role", role)
    result.setAutoDefault(True)  # Enter presses it, as Space does
    result.setToolTip(tip)
    result.clicked.connect(lambda: act())
    if icon:
        style.set_icon(result, icon, "accent_text" if role == "primary" else "text", 16)
    return result


def allow(action: QAction, why_not: str) -> None:
    """Let an entry of a menu be chosen unless there is a reason against it, which its tooltip gives then."""
    action.setEnabled(not why_not)
    action.setToolTip(why_not)


def frame(role: str, layout: QLayout | None = None, margin: float = 2) -> QFrame:
    """A surface in the look of `role` ("card", "bar", …) around `layout`."""
    result = QFrame()
    result.setProperty("role", role)
    if layout is not None:
        gap = style.space(margin)
        layout.setContentsMargins(gap, gap, gap, gap)
        result.setLayout(layout)
    return result


def row(*parts: QWidget | QLayout | None, gap: float = 1) -> QHBoxLayout:
    """Widgets and layouts side by side; None takes the free room."""
    return _fill(QHBoxLayout(), parts, gap)


def column(*parts: QWidget | QLayout | None, gap: float = 1) -> QVBoxLayout:
    """Widgets and layouts below each other; None takes the free room."""
    return _fill(QVBoxLayout(), parts, gap)


def _fill(box: Box, parts: Iterable[QWidget | QLayout | None], gap: float) -> Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(style.space(gap))
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)
    return box


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in a place that scrolls up and down when there is too little room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setProperty("role", "page")
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class SideBySide(QWidget):
    """Two widgets beside each other, or one below the other where there is less room than `wide` pixels."""

    def __init__(self, left: QWidget, right: QWidget, wide: int, gap: float = 3) -> None:
        super().__init__()
        self._wide = wide
        self._line = row(left, right, gap=gap)
        for part in (0, 1):
            self._line.setStretch(part, 1)
        self.setLayout(self._line)

    @property
    def beside(self) -> bool:
        """Whether they stand beside each other now."""
        return self._line.direction() == QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """No wider than one of them: it is this width that decides."""
        hint = super().minimumSizeHint()
        return QSize(max(self._line.itemAt(part).minimumSize().width() for part in (0, 1)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._wide
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def local_files(event: QDropEvent) -> list[str]:
    """The paths of the files that are dragged or dropped."""
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]


class Elided(QLabel):
    """One line that ends in "…" where the room is too small; the whole is its tooltip then."""

    def __init__(self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(text)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(style.font())
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(style.space(6), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, self._shown())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self._shown() != self.text():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())


class Lines(QWidget):
    """So many lines of a longer text, broken at words, the last one ending in "…"."""

    def __init__(self, text: str, lines: int) -> None:
        super().__init__()
        self._text, self._lines = text, lines
        self.setFont(style.font())
        self.setFixedHeight(lines * self._height())

    def _height(self) -> int:
        return round(self.fontMetrics().height() * 1.25)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(style.colours().text)
        rest = self._text
        for number in range(self._lines):
            line = rest if number == self._lines - 1 else self._fitting(rest)
            rest = rest[len(line) :]
            shown = self.fontMetrics().elidedText(line.strip(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(0, number * self._height() + self.fontMetrics().ascent(), shown)

    def _fitting(self, text: str) -> str:
        """The beginning of `text` that fits into one line."""
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.width())
        layout.endLayout()
        return text[: line.textLength()]


class Notice(QFrame):
    """A sentence where an error arose, with the way out beside it. Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bad-card")
        self._sentence = style.label(wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._way_out = button("", self._act, "plain")
        close = button("", self.hide, "quiet", "close", self.tr("Dismiss"))
        close.setAccessibleName(self.tr("Dismiss"))
        sign = style.label()
        style.follow(sign, lambda: sign.setPixmap(style.icon("warning", "bad").pixmap(QSize(20, 20))))
        line = row(sign, self._sentence, self._way_out, close, gap=1.5)
        line.setStretch(1, 1)
        line.setContentsMargins(style.space(1.5), style.space(), style.space(), style.space())
        self.setLayout(line)
        self.hide()

    def say(self, sentence: str, way_out: str = "", act: Callable[[], object] | None = None) -> None:
        """Show `sentence` and, if given, a button `way_out` that runs `act`."""
        self._sentence.setText(sentence)
        self._action = act
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """One sentence at a time: what comes into sight takes the place of what is there."""
        super().showEvent(event)
        for other in self.window().findChildren(Notice):
            if other is not self and other.isVisible():
                other.hide()

    def _act(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()


class Card(QPushButton):
    """A button as large as a card: a title, a line below it, and room for two lines of text."""

    def __init__(self, title: str, line: str, text: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # as high as those beside it
        self.setAccessibleName(f"{title}, {line}")
        self.clicked.connect(lambda: act())
        name = Elided(title)
        name.setFont(style.font(bold=True))
        body = column(name, Elided(line, "muted"), gap=0.25)
        if text:
            body.addSpacing(style.space(0.5))
            body.addWidget(Lines(text, 2))
        body.addStretch(1)
        body.setContentsMargins(style.space(2), style.space(1.5), style.space(2), style.space(1.5))
        self.setLayout(body)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.layout().minimumSize()
