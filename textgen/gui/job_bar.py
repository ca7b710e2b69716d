"""The bar below: what is running, how far it is, and how to stop it. In sight from every place."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar

from textgen.gui.parts import figures, style
from textgen.gui.parts.widgets import Elided, button, row
from textgen.gui.work.workspace import Workspace

STEPS = 1000  # of the progress bar


class JobBar(QFrame):
    """Shows the reading or the training that is running; hidden while there is none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._workspace = workspace
        self._place = self._sentence = ""
        self._what = Elided()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setMinimumWidth(style.space(5))
        self._quality = style.label(tabular=True)
        self._quality.setToolTip(
            self.tr("Held-out perplexity: how unsure the model is about text it has not seen. Lower is better.")
        )
        self._end = style.label("", style.BODY, "muted", tabular=True)
        self._pause = button(self.tr("Pause"), self._workspace.pause_or_resume)
        self._stop = button(self.tr("Stop, keep the best"), workspace.stop_training)
        self._cancel = button(self.tr("Cancel"), workspace.cancel_reading)
        line = row(
            self._what, self._bar, self._quality, self._end, self._pause, self._stop, self._cancel, gap=1.5
        )  # fmt: skip
        line.setStretch(1, 1)
        line.setContentsMargins(style.space(3), style.space(), style.space(2), style.space())
        self.setLayout(line)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self._workspace.readingChanged.connect(self._show)
        self._workspace.readingProgress.connect(self._set_share)
        self._workspace.trainingChanged.connect(self._show)
        self._workspace.trainingEvents.connect(self._show_progress)

    def show_place(self, place: str) -> None:
        """The place in sight: it shows its own job itself, larger and with the same buttons."""
        self._place = place
        self._show()

    def _show(self) -> None:
        training, reading = self._workspace.training, self._workspace.reading
        self.setVisible((reading and self._place != "text") or (training != "idle" and self._place != "train"))
        self._cancel.setVisible(reading and training == "idle")
        for part in (self._quality, self._end, self._pause, self._stop):
            part.setVisible(training != "idle")
        if training != "idle":
            self._show_training(training)
        elif reading:
            self._what.setText(self.tr("Reading “{name}”").format(name=self._workspace.reading_name))
            self._set_share(0.0)

    def _show_training(self, state: str) -> None:
        name = self._workspace.training_name
        sentences = {
            "starting": self.tr("Preparing to train on “{name}”"),
            "running": self.tr("Training on “{name}”"),
            "paused": self.tr("Paused: training on “{name}”"),
            "stopping": self._stopping(),
        }
        self._sentence = sentences[state].format(name=name)
        self._pause.setText(self.tr("Continue") if state == "paused" else self.tr("Pause"))
        self._pause.setEnabled(state in ("running", "paused"))
        self._stop.setEnabled(state != "stopping")
        waiting = self.tr("The training is being prepared.") if state == "starting" else self.tr("It is stopping.")
        self._pause.setToolTip("" if self._pause.isEnabled() else waiting)
        self._stop.setToolTip("" if self._stop.isEnabled() else waiting)
        self._show_progress()

    def _stopping(self) -> str:
        leaving = self.tr("Keeping the training, to go on later")
        return leaving if self._workspace.leaving else self.tr("Stopping, keeping the best")

    def _show_progress(self, events: object = ()) -> None:
        latest = self._workspace.latest
        scoring = latest is not None and latest.phase == "scoring" and self._workspace.training == "running"
        self._what.setText(self.tr("Measuring what it learned") if scoring else self._sentence)
        self._set_share(latest.share if latest else None)
        self._quality.setText(self._trend())
        self._end.setText(self._when(latest.seconds_left if latest else None))

    def _set_share(self, share: float | None) -> None:
        self._bar.setRange(0, 0 if share is None else STEPS)
        if share is not None:
            self._bar.setValue(round(share * STEPS))

    def _trend(self) -> str:
        """The held-out perplexity, and whether it fell or rose since the evaluation before."""
        points = [point.held_out_perplexity for point in self._workspace.evaluations]
        if not points:
            return ""
        arrow = "" if len(points) < 2 else " ↓" if points[-1] < points[-2] else " ↑"
        return self.tr("held-out {value}").format(value=figures.perplexity(points[-1])) + arrow

    def _when(self, seconds_left: float | None) -> str:
        if self._workspace.training == "paused":
            return ""
        if seconds_left is None:
            return self.tr("until it stops improving") if self._workspace.latest else ""
        return self.tr("done at {time}").format(time=figures.time_of_day(seconds_left))
