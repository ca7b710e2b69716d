"""What the program remembers from one start to the next: recent files, the last settings, the window's place."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.modes import MODES
from textgen.engine.problem import Problem
from textgen.engine.settings import from_mapping

RECENT = 8
FIRST_MINUTES = 2.0  # for a person who has never trained: one sees soon what it is about

TEXTS, MODELS = "texts", "models"

Config = TypeVar("Config", ModelConfig, TrainConfig)


class Memory:
    """Typed access to the system's settings store. What cannot be read there is as if it had never been written."""

    def __init__(self) -> None:
        self._settings = QSettings()

    def recent(self, kind: str) -> list[str]:
        """The paths of recent `TEXTS` or `MODELS` that still exist, newest first."""
        return [path for path in self._paths(kind) if Path(path).is_file()]

    def add_recent(self, kind: str, path: str) -> None:
        """Put `path` at the head of the recent files."""
        full = str(Path(path).absolute())
        paths = [full, *(p for p in self._paths(kind) if p != full)]
        self._settings.setValue(f"recent/{kind}", json.dumps(paths[:RECENT]))

    def forget_recent(self) -> None:
        """Forget all recent files, texts and models."""
        self._settings.remove("recent")

    def _paths(self, kind: str) -> list[str]:
        stored = self._json(f"recent/{kind}")
        return [path for path in stored if isinstance(path, str)] if isinstance(stored, list) else []

    def config(self, kind: type[Config]) -> Config:
        """The settings used last; the defaults if there are none or they are no longer valid."""
        stored = self._json(f"config/{kind.__name__}")
        try:
            return from_mapping(kind, stored if isinstance(stored, dict) else {})
        except Problem:
            return kind()

    def training(self, vocabulary: int | None) -> tuple[ModelConfig, TrainConfig, frozenset[str]]:
        """The training settings used last, and which of them the person has chosen.

        The vocabulary is the one chosen for the text of now, or None if that is left to the program.
        """
        known = self._settings.contains(f"config/{TrainConfig.__name__}")
        train = self.config(TrainConfig) if known else TrainConfig(minutes=FIRST_MINUTES)
        model, fixed = self.config(ModelConfig), self.fixed() - {"vocabulary"}
        if vocabulary is None:
            return model, train, fixed
        return dataclasses.replace(model, vocabulary=vocabulary), train, fixed | {"vocabulary"}

    def remember(self, config: ModelConfig | TrainConfig) -> None:
        """Keep `config` for the next time."""
        self._settings.setValue(f"config/{type(config).__name__}", json.dumps(dataclasses.asdict(config)))

    def fixed(self) -> frozenset[str]:
        """The training settings that the person has chosen; the others that can be are left to the program."""
        stored = self._json("config/fixed")
        return frozenset(name for name in stored if isinstance(name, str)) if isinstance(stored, list) else frozenset()

    def keep_fixed(self, names: Collection[str]) -> None:
        """Keep which settings the person has chosen."""
        self._settings.setValue("config/fixed", json.dumps(sorted(names)))

    def leaves_runs_out(self) -> bool:
        """Whether models are saved without the short runs of their text that they hold."""
        return self._json("saving/leave runs out") is True

    def keep_leaving_runs_out(self, leave_out: bool) -> None:
        """Keep whether models are saved without the short runs of their text."""
        self._settings.setValue("saving/leave runs out", json.dumps(leave_out))

    def shows_authors(self) -> bool:
        """Whether the marks of who wrote what are shown on the page."""
        return self._json("page/shows authors") is not False

    def keep_showing_authors(self, shown: bool) -> None:
        """Keep whether the marks of who wrote what are shown."""
        self._settings.setValue("page/shows authors", json.dumps(shown))

    def lessons(self) -> frozenset[str]:
        """The names of the lessons that are done."""
        stored = self._json("lessons")
        return frozenset(name for name in stored if isinstance(name, str)) if isinstance(stored, list) else frozenset()

    def keep_lessons(self, names: Collection[str]) -> None:
        """Keep which lessons are done."""
        self._settings.setValue("lessons", json.dumps(sorted(names)))

    def sampling(self, mode: str) -> SamplingConfig:
        """How words were last chosen in a mode; each mode has settings, and defaults, of its own."""
        stored = self._json(f"sampling/{mode}")
        try:
            return from_mapping(SamplingConfig, stored) if isinstance(stored, dict) else MODES[mode].sampling
        except Problem:
            return MODES[mode].sampling

    def keep_sampling(self, mode: str, config: SamplingConfig) -> None:
        """Keep how words are chosen in a mode."""
        self._settings.setValue(f"sampling/{mode}", json.dumps(dataclasses.asdict(config)))

    def writing(self) -> dict[str, object]:
        """The place “Write” as version 0.1 kept it here: "text", "spans" in it, "mode", "seed", "length"."""
        stored = self._json("writing")
        return stored if isinstance(stored, dict) else {}

    def forget_writing(self) -> None:
        """Forget that page; it has a file of its own now."""
        self._settings.remove("writing")

    def _json(self, key: str) -> object:
        try:
            return json.loads(str(self._settings.value(key, "")))
        except json.JSONDecodeError:
            return None

    def geometry(self) -> QByteArray:
        """The size and place of the window; empty if never kept."""
        stored = self._settings.value("window/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Keep the size and place of the window."""
        self._settings.setValue("window/geometry", geometry)

    def folder(self) -> str:
        """The folder that a file was last opened from or saved to."""
        return self._folder("folder", Path.home())

    def keep_folder(self, path: str) -> None:
        """Keep the folder of the file `path`."""
        self._settings.setValue("folder", str(Path(path).absolute().parent))

    def text_folder(self) -> str:
        """The folder that a written text was last saved to; at first that of the person's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self._folder("page/folder", Path(documents) if Path(documents).is_dir() else Path.home())

    def keep_text_folder(self, path: str) -> None:
        """Keep the folder of the text in the file `path`."""
        self._settings.setValue("page/folder", str(Path(path).absolute().parent))

    def _folder(self, key: str, otherwise: Path) -> str:
        folder = str(self._settings.value(key, ""))
        return folder if folder and Path(folder).is_dir() else str(otherwise)
