"""What the Train place says of a training: its headline, and what has come of it in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from textgen.engine.reports import Evaluation, Progress
from textgen.gui.parts import curve_data, figures
from textgen.gui.parts.text import say
from textgen.gui.parts.unsure import Unsure
from textgen.gui.work.workspace import Workspace

BY_HEART = 0.5  # a training perplexity below this part of the held-out one is called learning by heart


translate = QCoreApplication.translate  # under this name the translators' tool finds the sentences


def stage(workspace: Workspace) -> str:
    """Where it stands: "starting", "running", "winding down", "scoring", "paused", "stopping" or "over"."""
    if workspace.training == "idle":
        return "over"
    if workspace.training == "running" and scoring(workspace):
        return "scoring"
    if workspace.training == "running" and _winding_down(workspace.progress_points):
        return "winding down"
    return workspace.training


def scoring(workspace: Workspace) -> bool:
    """Whether the network has learned all it will, and its model is being completed and scored."""
    return workspace.latest is not None and workspace.latest.phase == "scoring"


def _winding_down(points: Sequence[Progress]) -> bool:
    """Whether the steps grow smaller because nothing improves, not only because the time given runs out."""
    if not points or points[0].share is not None:
        return False
    return next((point.phase for point in reversed(points) if point.phase != "evaluating"), "") == "cooling"


def headline(workspace: Workspace) -> str:
    """The title of the place."""
    titles = {
        "starting": translate("Train", "Getting ready"),
        "running": translate("Train", "Training on “{name}”"),
        "winding down": translate("Train", "Winding down"),
        "scoring": translate("Train", "Measuring what it learned"),
        "paused": translate("Train", "Paused"),
        "stopping": translate("Train", "Stopping"),
        "over": translate("Train", "What it learned"),
    }
    return titles[stage(workspace)].format(name=workspace.training_name)


def explanation(workspace: Workspace) -> str:
    """One or two sentences under the title."""
    now = stage(workspace)
    if now == "over":
        return outcome(workspace)
    sentences = {
        "starting": translate(
            "Train", "Loading the engine and counting the words of “{name}”. This takes a few seconds."
        ),
        "running": _quality_so_far(workspace.evaluations),
        "winding down": translate(
            "Train",
            "Held-out perplexity no longer improves, so it goes back to the best point and takes smaller and smaller "
            "steps from there.",
        ),
        "scoring": translate(
            "Train",
            "The network is done. Now runs of words are counted to help it, and all of it is measured on text it has "
            "not seen. This takes some seconds.",
        ),
        "paused": translate("Train", "Nothing is being computed now. You can write with what it has learned so far."),
        "stopping": translate("Train", "All of it is being kept. It goes on where it was.")
        if workspace.leaving
        else translate("Train", "Keeping the best model."),
    }
    return sentences[now].format(name=workspace.training_name)


def _quality_so_far(evaluations: Sequence[Evaluation]) -> str:
    if not evaluations:
        return translate("Train", "The first measurement comes in a few seconds.")
    return as_unsure(evaluations[-1].held_out_perplexity)


def as_unsure(perplexity: float) -> str:
    """A held-out perplexity as a sentence."""
    return Unsure().sentence(perplexity)


def history(workspace: Workspace) -> Sequence[Evaluation]:
    """The evaluations of this training or, without one, those of the open model."""
    if workspace.evaluations or workspace.training != "idle" or workspace.checkpoint is None:
        return workspace.evaluations
    return workspace.checkpoint.history


def outcome(workspace: Workspace) -> str:
    """Why it ended and how good it is."""
    parts = (_why(workspace), _how_good(history(workspace)), _with_help(workspace))
    return " ".join(part for part in parts if part)


def _why(workspace: Workspace) -> str:
    checkpoint, finished = workspace.checkpoint, workspace.finished
    points = history(workspace)
    seconds = max((points[-1].seconds if points else 0.0), workspace.latest.seconds if workspace.latest else 0.0)
    reasons = {
        "time": translate("Train", "It trained for {time}, the time you gave it."),
        "passes": translate("Train", "It trained for {time}, as many passes as you asked for."),
        "no improvement": translate("Train", "It stopped after {time} because held-out perplexity no longer improved."),
        "stopped": translate("Train", "You stopped it after {time}; the best model is kept."),
        "broken": translate("Train", "It broke off after {time}; the best model is kept."),
        "opened": translate("Train", "It was trained on “{name}” for {time}."),
    }
    reason = finished.reason if finished else "broken" if workspace.evaluations else "opened"
    name = checkpoint.source if checkpoint else workspace.training_name
    return reasons[reason].format(time=figures.duration(seconds), name=name)


def _how_good(points: Sequence[Evaluation]) -> str:
    best = curve_data.best_of(points)
    if best is None:
        return translate("Train", "It ended before anything was measured.")
    return Unsure().sentence(best.held_out_perplexity, best_after=figures.duration(best.seconds))


def _with_help(workspace: Workspace) -> str:
    """How good the whole model is, where more than the network predicts."""
    scores = workspace.checkpoint.scores if workspace.checkpoint else None
    best = min((row.perplexity for row in scores.rows), default=None) if scores else None
    if best is None or best >= scores.perplexity("network"):
        return ""
    return translate("Train", "Helped by n‑grams and cache it comes to {value}.").format(value=figures.perplexity(best))


def planned(workspace: Workspace) -> str:
    """What was chosen for this training, and why; empty where nothing was."""
    plan = workspace.plan
    return f"{say(plan.chosen)} {say(plan.why)}" if plan else ""


def note(workspace: Workspace) -> str:
    """What should be known besides: that the training has gone back, or that the model knows its text by heart."""
    if workspace.training == "idle":
        return by_heart(history(workspace))
    if workspace.setback is None or scoring(workspace):
        return ""
    return translate(
        "Train", "The held-out perplexity had risen to {value}: back to the best model, with smaller steps."
    ).format(value=figures.perplexity(workspace.setback.held_out_perplexity))


def by_heart(points: Sequence[Evaluation]) -> str:
    """A note where the model knows its own text far better than any other; empty otherwise."""
    best = curve_data.best_of(points)
    if best is None or best.train_perplexity >= BY_HEART * best.held_out_perplexity:
        return ""
    return translate(
        "Train",
        "On the text it trained on it is far surer (perplexity {training}): it has learned parts of it by heart. "
        "A longer text helps most; more dropout or fewer units help too.",
    ).format(training=figures.perplexity(best.train_perplexity))


def baselines(workspace: Workspace) -> dict[str, float]:
    """What mere counting comes to, by name, once the training is over and that is known."""
    scores = workspace.checkpoint.scores if workspace.checkpoint and workspace.training == "idle" else None
    names = {
        "bigrams": translate("Train", "counted pairs of words"),
        "kneser_ney": translate("Train", "counted runs of words"),
    }
    return {names[row.name]: row.perplexity for row in scores.rows if row.name in names} if scores else {}
