"""Every other setting of a training, folded away at first: those of the network and those of the training itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textgen.engine.config import PLANNED, ModelConfig, TrainConfig
from textgen.gui.parts import style
from textgen.gui.parts.form import Form
from textgen.gui.parts.widgets import button, row

SHAPE = ("units", "layers", "embedding")  # what a training that goes on takes from its model, beside the cell
NETWORK = ("units", "layers", "embedding", "vocabulary", "min_count", "dropout")
TRAINING = (
    "learning_rate", "batch", "truncation", "clip", "weight_decay", "held_out", "patience", "device",
    "precision", "threads", "seed",
)  # fmt: skip


class MoreSettings(QWidget):
    """Two forms and a button that puts both back. `taken` holds letters that their mnemonics leave to others."""

    changed = Signal()

    def __init__(self, taken: str) -> None:
        super().__init__()
        self.network = Form(ModelConfig, NETWORK, taken=taken, resettable=False, automatic=PLANNED)
        taken += self.network.letters
        self.training = Form(TrainConfig, TRAINING, taken=taken, resettable=False, automatic=PLANNED)
        self.reset = button(self.tr("Reset to defaults"), self._reset)
        self._lay_out()
        for form in (self.network, self.training):
            form.changed.connect(self._on_change)
        self._show_reset()

    def fixed(self) -> set[str]:
        """The settings that the person has chosen, of those that the engine can choose by itself."""
        return self.network.fixed() | self.training.fixed()

    def recall(self, model: ModelConfig, train: TrainConfig, fixed: Collection[str]) -> None:
        """Show these settings; those that the engine can choose only if they are `fixed`."""
        self.network.set_values(_fields(model, NETWORK, fixed))
        self.training.set_values(_fields(train, TRAINING, fixed))

    def hold(self, shape: ModelConfig, reason: str) -> None:
        """Show the shape of a model, which cannot be changed for this `reason`."""
        for name in SHAPE:
            self.network.rows[name].hold(getattr(shape, name), reason)

    def release(self) -> None:
        """Let the person choose the shape again."""
        for name in SHAPE:
            self.network.rows[name].release()

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(style.space(1.5))
        for title, form in ((self.tr("The network"), self.network), (self.tr("The training"), self.training)):
            body.addWidget(style.label(title, bold=True))
            body.addWidget(form)
            body.addSpacing(style.space())
        body.addLayout(row(self.reset, None))

    def _reset(self) -> None:
        self.network.reset()
        self.training.reset()

    @Slot()
    def _on_change(self) -> None:
        self._show_reset()
        self.changed.emit()

    def _show_reset(self) -> None:
        default = self.network.is_default() and self.training.is_default()
        self.reset.setEnabled(not default)
        self.reset.setToolTip(self.tr("Everything is as it was at first.") if default else "")


def _fields(config: object, names: Iterable[str], fixed: Collection[str]) -> dict[str, object]:
    """The values of these fields, without those that are left to the engine."""
    return {name: getattr(config, name) for name in names if name not in PLANNED or name in fixed}
