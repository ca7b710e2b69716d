"""The open model in a few words: what it is called, and how good it is."""

from __future__ import annotations

from pathlib import Path

from textgen.engine.checkpoint import Checkpoint
from textgen.gui.parts.unsure import Unsure
from textgen.gui.work.workspace import Workspace


def model_name(workspace: Workspace) -> str:
    """What to call the model: its file, or else the text it was trained on."""
    return Path(workspace.model_path).stem if workspace.model_path else workspace.checkpoint.source


def quality(checkpoint: Checkpoint) -> str:
    """The perplexity on text it has not seen, in plain words; empty for a model that was never evaluated."""
    if checkpoint.scores is not None:
        return Unsure().briefly(min(row.perplexity for row in checkpoint.scores.rows))
    return Unsure().briefly(checkpoint.best.held_out_perplexity) if checkpoint.best else ""
