"""The page The race: RNN, LSTM and GRU learn the same text, side by side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QProgressBar, QSpinBox, QWidget

from textgen.engine.laps import best, verdict
from textgen.engine.problem import Problem
from textgen.gui.look.picture_frame import PictureFrame
from textgen.gui.look.race_charts import GradientPicture, PerplexityPicture
from textgen.gui.parts import figures, style
from textgen.gui.parts.finish_time import FinishTime
from textgen.gui.parts.quiet_table import QuietTable
from textgen.gui.parts.text import say
from textgen.gui.parts.widgets import Notice, SideBySide, button, column, row, scrolled
from textgen.gui.work.samples import first_lines, samples
from textgen.gui.work.workspace import Workspace

MINUTES, MOST_MINUTES = 2, 60
STEPS = 1000  # of the progress bar
BAR = 4  # times wider than what is left free beside it
WIDE = 120  # steps of the grid, for two pictures side by side


class RacePage(QWidget):
    """Start and stop, what has come of it in words, two pictures and the networks."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._racing, self._finish = workspace, workspace.racing, FinishTime()
        self.about, self.state = style.label(wrap=True), style.label(role="muted", tabular=True)
        self.minutes = QSpinBox(minimum=1, maximum=MOST_MINUTES, value=MINUTES)
        self.minutes.setSuffix(self.tr(" min"))
        self.start = button(self.tr("Start the race"), self._press, "primary")
        self.bar = QProgressBar(textVisible=False, maximum=STEPS)
        self.notice, self.verdict = Notice(), style.label(wrap=True)
        self.perplexity, self.gradient = PerplexityPicture("race-perplexity"), GradientPicture("race-gradient")
        self.table = QuietTable(self._heads(), (1, 2, 3, 4, 5))
        self._build()
        self._racing.changed.connect(self._show)
        self._racing.failed.connect(self._fail)
        workspace.corpusChanged.connect(self._show)
        workspace.trainingChanged.connect(self._show)
        self._show()

    def _heads(self) -> list[str]:
        return [
            self.tr("Network"),
            self.tr("Best held-out perplexity"),
            self.tr("Units"),
            self.tr("Parameters"),
            self.tr("Its own seconds"),
            self.tr("Learning rate"),
        ]

    def _build(self) -> None:
        before, cell_state = QCheckBox(self.tr("Before training")), QCheckBox(self.tr("Cell state"))
        before.setToolTip(self.tr("Thin lines: the same before the first step"))
        cell_state.setToolTip(
            self.tr("The LSTM hands on two states. This is the gradient with respect to the cell state, with the hidden state held.")
        )  # fmt: skip
        before.setChecked(True)
        before.toggled.connect(self.gradient.show_before)
        cell_state.toggled.connect(self.gradient.show_cell_state)
        memory = self._workspace.memory
        left = PictureFrame(self.perplexity, self.tr("How well they predict"), memory)
        right = PictureFrame(self.gradient, self.tr("How far back they can learn"), memory, before, cell_state)
        self.pictures = SideBySide(left, right, style.space(WIDE))
        head = row(self.minutes, self.start, self.bar, self.state, None, gap=1.5)
        head.setStretch(2, BAR)
        content = QWidget()
        body = column(self.about, head, self.notice, self.verdict, self.pictures, self.table, gap=1.5)
        body.setStretch(4, 1)
        body.addStretch(0)  # takes the free room where there are no pictures yet
        content.setLayout(body)
        self.setLayout(column(scrolled(content)))

    # ---- what the person does

    @Slot()
    def _press(self) -> None:
        racing, workspace = self._racing, self._workspace
        self.notice.hide()
        if racing.busy:
            racing.stop()
            return
        self._finish.forget()
        text = workspace.corpus or next(iter(map(str, samples())), None)
        if text is not None:
            racing.start(text, self._name(), self.minutes.value())

    @Slot(object)
    def _fail(self, problem: Problem) -> None:
        self.notice.say(say(problem))

    # ---- what is shown

    def _name(self) -> str:
        """Of the open text, else of the sample in its place."""
        if self._workspace.corpus is not None:
            return self._workspace.corpus.name
        sample: Path | None = next(iter(samples()), None)
        return first_lines(sample).partition("\n")[0] if sample else ""

    @Slot()
    def _show(self) -> None:
        racing = self._racing
        self.about.setText(self._sentence())
        self.start.setText(self.tr("Stop, keep the result") if racing.busy else self.tr("Start the race"))
        self.start.setEnabled(racing.busy or bool(self._name()))
        self.start.setToolTip("" if self.start.isEnabled() else self.tr("Choose a text first, in the place “Text”."))
        self.minutes.setEnabled(not racing.busy)
        takes = self.tr("How long the race takes, for all three together")
        self.minutes.setToolTip(
            self.tr("The race is going on. Stop it to choose another time.") if racing.busy else takes
        )
        self.bar.setVisible(racing.busy)
        self.bar.setRange(0, STEPS if racing.pace else 0)
        if racing.pace:
            self.bar.setValue(round(racing.pace.share * STEPS))
        self.state.setText(self._state())
        self.verdict.setText(" ".join(map(say, verdict(racing.laps))))
        for part in (self.verdict, self.pictures, self.table):
            part.setVisible(bool(racing.laps))
        for picture in (self.perplexity, self.gradient):
            picture.show_laps(racing.laps)
        self._fill()

    def _sentence(self) -> str:
        """What will happen, or what this is."""
        racing = self._racing
        if racing.busy or racing.laps:
            said = self.tr("RNN, LSTM and GRU with equally many parameters learn “{name}” from the same batches, one step each in turn.").format(name=racing.name)  # fmt: skip
        else:
            said = self.tr("Let an RNN, an LSTM and a GRU with equally many parameters learn “{name}” from the same batches: which of them predicts best, and how far back can each of them learn?").format(name=self._name())  # fmt: skip
        if self._workspace.training != "idle":
            said += " " + self.tr("A training is running: both go more slowly meanwhile.")
        return said

    def _state(self) -> str:
        racing = self._racing
        if not racing.busy:
            return ""
        if racing.pace is None:
            return self.tr("It is being prepared.")
        return self.tr("done at {time}").format(time=self._finish.told(racing.pace.seconds_left))

    def _fill(self) -> None:
        """The networks, the best first."""
        racing = self._racing
        if not racing.laps or racing.started is None:
            return
        found = sorted(racing.started.contenders.values(), key=lambda one: best(racing.laps, one.cell))
        self.table.setRowCount(len(found))
        for line, one in enumerate(found):
            mark = racing.laps[-1].marks[one.cell]
            values = (
                one.cell.upper(),
                figures.perplexity(best(racing.laps, one.cell)),
                figures.number(one.units),
                figures.number(one.parameters),
                figures.number(mark.seconds, 1),
                figures.number(one.learning_rate, 4),
            )
            self.table.put(line, values, accent=False)
        self.table.fit()
