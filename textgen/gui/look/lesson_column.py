"""The open lesson, beside the page that it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from textgen.gui.look.glossary import Glossary, Term
from textgen.gui.parts import style
from textgen.gui.parts.widgets import button, column, frame, row, scrolled
from textgen.gui.work.lessons import LESSONS, Lesson
from textgen.gui.work.workspace import Workspace

NARROWEST, WIDEST = 29, 38  # in steps of the grid
SHARE = 0.25


class LessonColumn(QWidget):
    """Hidden while no lesson is open. What it says scrolls; the ways from it stay in sight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._course = workspace, workspace.course
        self.place = style.label(size=style.SMALL, role="muted")
        self.terms = QPushButton(self.tr("Glossary"), checkable=True)
        self.terms.setProperty("role", "tab")
        self.terms.setToolTip(self.tr("The terms, each in one sentence"))
        self.leave = button("", lambda: self._course.open(None), "quiet", "close", self.tr("Close the lesson"))
        self.leave.setAccessibleName(self.tr("Close the lesson"))
        self.views: list[QPushButton] = []
        self.own = button(self.tr("With your model"), self._show_own, "link")
        self.back, self.on = button(self.tr("Back"), self._course.back), button("", self._course.go_on, "primary")
        self.area = scrolled(QWidget())
        self._lay_out()
        self.terms.toggled.connect(self._show_text)
        self._course.changed.connect(self._show)
        workspace.modelChanged.connect(self._show_own_way)
        self._show()

    def _lay_out(self) -> None:
        head = row(self.place, None, self.terms, self.leave, gap=0)
        self._ways: QHBoxLayout = row(gap=0.5)
        foot = row(self.back, None, self.on)
        body = column(head, self.area, self._ways, self.own, frame("line"), foot)
        body.setStretch(1, 1)
        whole = column(frame("card", body, margin=1))
        self.setLayout(whole)

    def fit(self, width: int) -> None:
        """Take as much of the `width` of the place as the pages can spare."""
        self.setFixedWidth(max(style.space(NARROWEST), min(style.space(WIDEST), round(width * SHARE))))

    # ---- what is shown

    @Slot()
    def _show(self) -> None:
        lesson, number = self._course.lesson, self._course.number
        self.setVisible(lesson is not None)
        if lesson is None:
            return
        self.place.setText(self.tr("Lesson {n} of {all}").format(n=number + 1, all=len(LESSONS)))
        self.back.setEnabled(number > 0)
        self.back.setToolTip("" if number else self.tr("This is the first lesson."))
        last = number == len(LESSONS) - 1
        self.on.setText(self.tr("Done") if last else self.tr("Next"))
        self._show_ways(lesson)
        self.terms.setChecked(False)
        self._show_text()

    def _show_ways(self, lesson: Lesson) -> None:
        for old in self.views:
            old.deleteLater()
        role = "plain" if len(lesson.views) == 1 else "chip"  # several must stand side by side
        self.views = [
            button(_said(view.label), lambda view=view: self._course.show(view), role, tip=self._tip(view.cell))
            for view in lesson.views
        ]
        for way in self.views:
            self._ways.addWidget(way, way.sizeHint().width())
        self._show_own_way()

    def _tip(self, cell: str) -> str:
        return self.tr("Bring the page, with the example model ({cell})").format(cell=cell.upper()) if cell else ""

    @Slot()
    def _show_own_way(self) -> None:
        """The person's own model serves where it has the cell that the lesson is about."""
        lesson, model = self._course.lesson, self._workspace.checkpoint
        self.own.setVisible(model is not None)
        if lesson is None or model is None:
            return
        suits = lesson.cell in ("", model.model.cell)
        self.own.setEnabled(suits)
        why_not = self.tr("Your model has another cell than the one this lesson is about.")
        self.own.setToolTip(self.tr("Bring the page, with the model that is open") if suits else why_not)

    @Slot()
    def _show_text(self) -> None:
        """The lesson, or the glossary in its place."""
        lesson = self._course.lesson
        if lesson is not None:
            content = _page(Glossary()) if self.terms.isChecked() else _told(lesson, self.tr("Do"), self.tr("See"))
            self.area.setWidget(content)

    def _show_own(self) -> None:
        self._course.show_own(self._course.lesson.views[0])


def _said(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)


def _told(lesson: Lesson, do: str, see: str) -> QWidget:
    title = style.label(_said(lesson.title), style.LARGE, wrap=True)
    said = [style.label(_said(text), wrap=True) for text in lesson.paragraphs]
    points = [Term(*point) for point in lesson.points]
    tasks = [_task(do, lesson.do), _task(see, lesson.see)]
    return _page(title, *said, *points, *tasks)


def _task(head: str, text: str) -> QWidget:
    result = QWidget()
    result.setLayout(column(style.label(head, role="accent", bold=True), style.label(_said(text), wrap=True), gap=0.25))
    return result


def _page(*parts: QWidget) -> QWidget:
    result = QWidget()
    body = column(*parts, None, gap=1.5)
    body.setContentsMargins(0, 0, style.space(), 0)
    result.setLayout(body)
    result.setProperty("role", "page")
    return result
