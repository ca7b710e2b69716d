"""What is remembered, and what becomes of a store that holds nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.modes import MODES
from textgen.gui.parts.memory import FIRST_MINUTES, MODELS, RECENT, TEXTS, Memory


def files(folder: Path, count: int) -> list[str]:
    made = [folder / f"{number}.txt" for number in range(count)]
    for path in made:
        path.write_text("text")
    return [str(path) for path in made]


def test_recent_files_come_newest_first_and_only_so_many(tmp_path: Path) -> None:
    paths = files(tmp_path, RECENT + 3)
    for path in paths:
        Memory().add_recent(TEXTS, path)
    assert Memory().recent(TEXTS) == paths[::-1][:RECENT]


def test_a_file_used_again_moves_to_the_head(tmp_path: Path) -> None:
    one, two = files(tmp_path, 2)
    for path in (one, two, one):
        Memory().add_recent(TEXTS, path)
    assert Memory().recent(TEXTS) == [one, two]


def test_a_relative_path_is_kept_as_an_absolute_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = files(tmp_path, 1)
    monkeypatch.chdir(tmp_path)
    Memory().add_recent(TEXTS, "0.txt")
    assert Memory().recent(TEXTS) == [one]


def test_a_missing_file_is_not_shown_but_comes_back_with_its_disk(tmp_path: Path) -> None:
    one, two = files(tmp_path, 2)
    for path in (one, two):
        Memory().add_recent(TEXTS, path)
    Path(one).unlink()
    assert Memory().recent(TEXTS) == [two]
    Path(one).write_text("back")
    assert Memory().recent(TEXTS) == [two, one]


def test_texts_and_models_are_kept_apart(tmp_path: Path) -> None:
    one, two = files(tmp_path, 2)
    Memory().add_recent(TEXTS, one)
    Memory().add_recent(MODELS, two)
    assert (Memory().recent(TEXTS), Memory().recent(MODELS)) == ([one], [two])
    Memory().forget_recent()
    assert (Memory().recent(TEXTS), Memory().recent(MODELS)) == ([], [])


@pytest.mark.parametrize(
    "config",
    [
        ModelConfig(cell="gru", units=96, dropout=0.15),
        TrainConfig(minutes=2.5, learning_rate=0.0004, seed=7),
    ],
)
def test_settings_come_back_as_they_were(config: ModelConfig | TrainConfig) -> None:
    Memory().remember(config)
    assert Memory().config(type(config)) == config


def test_what_the_person_has_chosen_is_kept_apart_from_what_is_left_to_the_program() -> None:
    assert Memory().fixed() == frozenset()
    Memory().keep_fixed({"units", "dropout"})
    assert Memory().fixed() == {"units", "dropout"}
    QSettings().setValue("config/fixed", '{"units": 1}')
    assert Memory().fixed() == frozenset()


def test_whether_runs_of_words_are_left_out_is_kept() -> None:
    assert not Memory().leaves_runs_out()
    Memory().keep_leaving_runs_out(True)
    assert Memory().leaves_runs_out()


def test_each_mode_keeps_its_own_sampling() -> None:
    other = SamplingConfig(temperature=1.3, top_k=40)
    Memory().keep_sampling("next-five", other)
    assert Memory().sampling("next-five") == other
    assert Memory().sampling("from-one-word") == MODES["from-one-word"].sampling
    QSettings().setValue("sampling/next-five", '{"temperature": -1}')
    assert Memory().sampling("next-five") == MODES["next-five"].sampling


@pytest.mark.parametrize("stored", ["{", "[1]", '{"units": -1}', '{"units": "many"}', '{"wings": 2}', 17])
def test_settings_that_cannot_be_used_become_the_defaults(stored: object) -> None:
    QSettings().setValue("config/ModelConfig", stored)
    assert Memory().config(ModelConfig) == ModelConfig()


def test_training_settings_take_the_vocabulary_of_the_text() -> None:
    Memory().remember(ModelConfig(units=64, vocabulary=500))
    Memory().keep_fixed({"units", "vocabulary"})
    model, train, fixed = Memory().training(1234)
    assert (model.units, model.vocabulary, train) == (64, 1234, TrainConfig(minutes=FIRST_MINUTES))
    assert fixed == {"units", "vocabulary"}
    assert Memory().training(None)[2] == {"units"}


@pytest.mark.parametrize("stored", ["nonsense", '{"a": 1}', "[1, null]"])
def test_a_spoilt_list_of_recent_files_is_empty(stored: str) -> None:
    QSettings().setValue("recent/texts", stored)
    assert Memory().recent(TEXTS) == []


def test_the_place_of_the_window_comes_back_as_it_was() -> None:
    assert Memory().geometry().isEmpty()
    Memory().keep_geometry(QByteArray(b"\x01\x00\xff"))
    assert Memory().geometry() == QByteArray(b"\x01\x00\xff")
    QSettings().setValue("window/geometry", "nonsense")
    assert Memory().geometry().isEmpty()


def test_the_folder_is_the_last_one_while_it_exists(tmp_path: Path) -> None:
    assert Memory().folder() == str(Path.home())
    folder = tmp_path / "texts"
    folder.mkdir()
    Memory().keep_folder(str(folder / "a.txt"))
    assert Memory().folder() == str(folder)
    folder.rmdir()
    assert Memory().folder() == str(Path.home())
