"""The models that come with the program, and what the lessons say of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from textgen import paths
from textgen.engine.checkpoint import Checkpoint, load
from textgen.engine.remembering import frequencies, remembered
from textgen.engine.swapping import Swapper
from textgen.engine.tokenizer import Tokenizer
from textgen.engine.trace import Trace, trace
from textgen.gui.look.example_strip import ExampleStrip
from textgen.gui.look.statement_page import StatementPage
from textgen.gui.work import examples
from textgen.gui.work.lessons import FIVE, SENTENCE, SPEECH, SWAPPED
from textgen.gui.work.networks import Network, Networks
from textgen.gui.work.workspace import Workspace

LARGEST = 400_000  # bytes
LANGUAGES = ("en", "es")


def in_each_language(sentence: str) -> dict[str, str]:
    """As the lessons say it."""
    spanish = QTranslator()
    assert spanish.load(str(paths.RESOURCES / "i18n" / "textgen_es.qm"))
    return {"en": sentence, "es": spanish.translate("Lesson", sentence)}


SENTENCES, SPEECHES, FIVES, SWAPS = map(in_each_language, (SENTENCE, SPEECH, FIVE, SWAPPED))
THIRD = {"en": ("that", "about"), "es": ("que", "en")}  # and what the first lesson puts in its place


@lru_cache
def example(cell: str, language: str) -> Checkpoint:
    return load(paths.RESOURCES / "examples" / f"{cell}.{language}.textgen")


def network(cell: str, language: str) -> Network:
    return Networks().of(example(cell, language))


def traced(cell: str, language: str) -> Trace:
    made = network(cell, language)
    return trace(made.stepper, made.tokenizer, SENTENCES[language])


def averages(cell: str, language: str, block: str) -> tuple[list[str], np.ndarray]:
    """The words, and a block's average over the units at each."""
    found = traced(cell, language)
    return list(found.words), found.layers[0].blocks[block].mean(axis=1)


def test_there_is_one_for_each_cell_and_language() -> None:
    names = {path.name for path in paths.examples()}
    assert names == {f"{cell}.{language}.textgen" for cell in examples.CELLS for language in LANGUAGES}


@pytest.mark.parametrize("path", paths.examples(), ids=lambda path: path.name)
def test_they_are_small_and_can_be_compared(path: Path) -> None:
    made = load(path)
    model = made.model
    assert path.stat().st_size <= LARGEST
    assert (model.layers, model.units, model.embedding, len(made.words)) == (1, 48, 48, 1200)
    assert made.ngrams is None
    assert path.name.startswith(model.cell)


@pytest.mark.parametrize("cell", examples.CELLS)
@pytest.mark.parametrize(("language", "begun", "next_word"), [("en", "Then she went to", "the"), ("es", "Fue a", "la")])
def test_they_predict_sensibly(cell: str, language: str, begun: str, next_word: str) -> None:
    made = network(cell, language)
    assert trace(made.stepper, made.tokenizer, begun).outputs[-1][0].word == next_word


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "sentences", [SENTENCES, SPEECHES, FIVES, SWAPS], ids=["sentence", "speech", "five", "swapped"]
)
def test_they_know_the_words_of_the_lessons(language: str, sentences: dict[str, str]) -> None:
    made = example("lstm", language)
    found = network("lstm", language)
    assert all(trace(found.stepper, Tokenizer(made.words, made.counts), sentences[language]).known)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forget_gate_is_lower_at_a_full_stop_than_at_any_other_word(language: str) -> None:
    """“At the full stop the forget gate is lower than at most other words.”"""
    words, kept = averages("lstm", language, "forget_gate")
    stops = np.array([word == "." for word in words])
    assert kept[stops].max() < np.median(kept[~stops]) - 0.1
    assert (kept[~stops] > kept[stops].max()).mean() > 0.9


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_update_gate_is_lower_at_the_first_word_of_a_sentence(language: str) -> None:
    words, kept = averages("gru", language, "update_gate")
    first = np.array([word[0].isupper() for word in words])
    assert first.sum() == 2
    assert (kept[~first] > kept[first].max()).all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_unit_of_the_gru_keeps_its_state_and_some_takes_the_candidate(language: str) -> None:
    update = traced("gru", language).layers[0].blocks["update_gate"]
    assert update.max() > 0.9
    assert update.min() < 0.1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lstm_knows_that_somebody_speaks_and_the_plain_rnn_hardly(language: str) -> None:
    """“The mark that opens the speech still counts many times more in the LSTM than in the RNN.”"""
    bits = {}
    for cell in ("rnn", "lstm"):
        made = network(cell, language)
        swapper = Swapper(made.model, frequencies(made.tokenizer))
        bits[cell] = remembered(swapper, made.tokenizer, SPEECHES[language]).places[0].mean
    assert bits["lstm"] > 10 * bits["rnn"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cell", ["rnn", "lstm"])
def test_the_last_word_counts_more_than_those_between(cell: str, language: str) -> None:
    """“The last word has a high bar in both; the words between say less about what comes next.”"""
    made = network(cell, language)
    swapper = Swapper(made.model, frequencies(made.tokenizer))
    _, *between, last = remembered(swapper, made.tokenizer, SPEECHES[language]).places
    assert last.mean > 0.1
    assert all(place.mean < last.mean for place in between)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_third_word_changes_what_is_likely_after_the_last(language: str) -> None:
    """“After “that” a verb is likely, after “about” the end of the sentence.”"""
    then, now = THIRD[language]
    assert SWAPS[language].split()[2] == then
    made = network("lstm", language)
    first, other = (
        trace(made.stepper, made.tokenizer, text).outputs
        for text in (SWAPS[language], SWAPS[language].replace(f" {then} ", f" {now} "))
    )
    assert first[:2] == other[:2]
    stop, instead = (
        {output.word: output.probability for output in found[-1]}.get(".", 0.0) for found in (first, other)
    )
    assert instead > stop + 0.2


# ---- in the window


@pytest.mark.parametrize(("system", "expected"), [("es_AR", "es"), ("en_GB", "en"), ("de_DE", "en")])
def test_the_example_is_in_the_language_of_the_window(
    system: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert examples.language() == expected


def test_an_example_comes_with_a_sentence_and_leaves_one_that_is_there(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.inside.modelChanged):
        examples.show(workspace.inside, "gru")
    assert workspace.inside.checkpoint.model.cell == "gru"
    assert workspace.inside.sentence == SENTENCE
    workspace.inside.say("the water")
    with qtbot.waitSignal(workspace.inside.modelChanged):
        examples.show(workspace.inside, "rnn")
    assert workspace.inside.sentence == "the water"


def test_a_missing_example_is_said(workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "RESOURCES", Path("/nowhere"))
    with qtbot.waitSignal(workspace.inside.failed) as failed:
        examples.show(workspace.inside, "lstm")
    assert "missing" in failed.args[0].text


def test_the_strip_says_which_example_it_is_and_leads_to_others_and_back(
    workspace: Workspace, trained: Checkpoint, qtbot: QtBot
) -> None:
    strip = ExampleStrip(workspace)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    with qtbot.waitSignal(workspace.inside.modelChanged):
        examples.show(workspace.inside, "lstm")
    assert not strip.isHidden()
    assert "LSTM" in strip.sentence.text()
    assert strip.cells["lstm"].isChecked()
    assert strip.back.text() == "Close the example"
    workspace.checkpoint = trained
    workspace.modelChanged.emit()
    assert strip.back.text() == "Back to your model"
    with qtbot.waitSignal(workspace.inside.modelChanged):
        strip.cells["gru"].click()
    assert "GRU" in strip.sentence.text()
    strip.back.click()
    assert strip.isHidden()
    assert workspace.inside.checkpoint is trained


def test_a_model_that_is_opened_takes_the_place_of_an_example(
    workspace: Workspace, trained: Checkpoint, tmp_path: Path, qtbot: QtBot
) -> None:
    strip = ExampleStrip(workspace)
    qtbot.addWidget(strip)
    with qtbot.waitSignal(workspace.inside.modelChanged):
        examples.show(workspace.inside, "lstm")
    trained.save(tmp_path / "own.textgen")
    with qtbot.waitSignal(workspace.modelOpened):
        workspace.open_model(str(tmp_path / "own.textgen"))
    assert workspace.inside.example is None
    assert strip.isHidden()


def test_the_statement_is_that_of_the_example(workspace: Workspace, trained: Checkpoint, qtbot: QtBot) -> None:
    workspace.checkpoint, workspace.model_path = trained, "/somewhere/mine.textgen"
    workspace.modelChanged.emit()
    page = StatementPage(workspace)
    qtbot.addWidget(page)
    said = lambda: [label.text() for label in page.findChildren(QLabel)]  # noqa: E731
    assert "mine" in said()
    with qtbot.waitSignal(workspace.inside.modelChanged):
        examples.show(workspace.inside, "gru")
    assert "Example model (GRU)" in said()
    assert "mine" not in said()
    assert any("the-bread-boat" in text.lower() for text in said())
