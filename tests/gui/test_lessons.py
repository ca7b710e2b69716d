"""The six lessons: what they say, the way through them, and what they bring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests.gui.looking import set_model
from textgen.engine.checkpoint import Checkpoint
from textgen.gui.look.glossary import END, TERMS, UNKNOWN, signs
from textgen.gui.look.lesson_column import NARROWEST
from textgen.gui.look.look_panel import PAGES, LookPanel
from textgen.gui.parts import style
from textgen.gui.parts.memory import Memory
from textgen.gui.work.lessons import FIVE, LESSONS, SPEECH, Lesson
from textgen.gui.work.workspace import Workspace

LONGEST = 120  # words, beside what there is to do and to see


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> LookPanel:
    made = LookPanel(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def said(panel: LookPanel) -> str:
    return "\n".join(label.text() for label in panel.lesson.area.widget().findChildren(QLabel))


# ---- what they say


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_each_leads_to_pages_that_there_are(lesson: Lesson) -> None:
    assert {view.page for view in lesson.views} <= {page.name for page in PAGES}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_each_is_short(lesson: Lesson) -> None:
    texts = (*lesson.paragraphs, *(text for point in lesson.points for text in point))
    assert sum(len(text.split()) for text in texts) <= LONGEST
    assert lesson.do
    assert lesson.see


def test_there_are_six() -> None:
    assert len({lesson.name for lesson in LESSONS}) == 6


def test_the_glossary_has_every_block_that_a_lesson_names() -> None:
    terms = {term for term, _ in TERMS}
    blocks = {term for lesson in LESSONS if lesson.cell for term, _ in lesson.points}
    assert blocks <= terms
    assert {"Unit", "Layer", "Feedback", "Gradient", "Vanishing gradient", "Held-out perplexity"} <= terms
    assert {"Embedding", "Bit", "Norm", "tanh", UNKNOWN, END} <= terms


def test_only_the_signs_that_are_shown_are_explained() -> None:
    assert signs(["a", "b"]) == ""
    assert signs(["a", UNKNOWN]).startswith("<unk>: ")
    assert "¶" not in signs([UNKNOWN])
    assert "¶: " in signs([UNKNOWN, END])


# ---- the way through them


def test_a_card_opens_its_lesson_beside_the_pages(panel: LookPanel, qtbot: QtBot) -> None:
    panel.side.show_page("lessons")
    assert panel.lesson.isHidden()
    qtbot.mouseClick(panel.pages["lessons"].cards[4], Qt.MouseButton.LeftButton)
    assert panel.lesson.isVisible()
    assert panel.lesson.place.text() == "Lesson 5 of 6"
    assert "Forget gate" in said(panel)
    panel.side.show_page("model")
    assert panel.lesson.isVisible()
    panel.lesson.leave.click()
    assert panel.lesson.isHidden()


def test_next_leads_through_all_and_back_to_the_cards(panel: LookPanel, workspace: Workspace) -> None:
    workspace.course.open(0)
    assert not panel.lesson.back.isEnabled()
    assert panel.lesson.back.toolTip()
    for number, lesson in enumerate(LESSONS, start=1):
        assert panel.lesson.place.text() == f"Lesson {number} of 6"
        assert lesson.title in said(panel)
        assert lesson.see in said(panel)
        panel.lesson.on.click()
    assert panel.lesson.isHidden()
    assert panel.side.current == "lessons"
    assert all("done" in card.accessibleName() for card in panel.pages["lessons"].cards)


def test_back_leads_to_the_lesson_before_and_marks_none_as_done(panel: LookPanel, workspace: Workspace) -> None:
    workspace.course.open(2)
    panel.lesson.back.click()
    assert panel.lesson.place.text() == "Lesson 2 of 6"
    assert workspace.course.done == frozenset()


def test_what_is_done_is_remembered(workspace: Workspace) -> None:
    workspace.course.open(1)
    workspace.course.go_on()
    assert Memory().lessons() == {"shapes"}
    again = Workspace()
    assert again.course.done == {"shapes"}
    assert again.close()


@pytest.mark.parametrize("stored", ["nonsense", '{"a": 1}', "[1, null]"])
def test_a_spoilt_memory_of_lessons_is_empty(stored: str) -> None:
    Memory()._settings.setValue("lessons", stored)
    assert Memory().lessons() == frozenset()


def test_the_glossary_takes_the_place_of_the_lesson_and_gives_it_back(panel: LookPanel, workspace: Workspace) -> None:
    workspace.course.open(0)
    panel.lesson.terms.click()
    assert all(term in said(panel) for term, _ in TERMS)
    assert LESSONS[0].title not in said(panel)
    panel.lesson.terms.click()
    assert LESSONS[0].title in said(panel)
    panel.lesson.terms.click()
    panel.lesson.on.click()
    assert LESSONS[1].title in said(panel)


# ---- what they bring


def test_show_me_brings_the_page_the_example_and_the_sentence(
    panel: LookPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.course.open(3)
    rnn, lstm, race = panel.lesson.views
    with qtbot.waitSignal(workspace.inside.modelChanged):
        rnn.click()
    assert panel.side.current == "memory"
    assert workspace.inside.checkpoint.model.cell == "rnn"
    assert workspace.inside.sentence == panel.sentence.field.text() == SPEECH
    assert panel.lesson.isVisible()
    with qtbot.waitSignal(workspace.inside.modelChanged):
        lstm.click()
    assert workspace.inside.checkpoint.model.cell == "lstm"
    race.click()
    assert panel.side.current == "race"
    assert workspace.inside.checkpoint.model.cell == "lstm"


def test_a_lesson_works_on_the_model_that_is_open(
    panel: LookPanel, workspace: Workspace, trained: Checkpoint, qtbot: QtBot
) -> None:
    workspace.course.open(4)
    assert panel.lesson.own.isHidden()
    set_model(workspace, trained)
    assert panel.lesson.own.isVisible()
    with qtbot.waitSignal(workspace.inside.modelChanged):
        panel.lesson.views[0].click()
    panel.side.show_page("model")
    panel.lesson.own.click()
    assert workspace.inside.checkpoint is trained
    assert panel.side.current == "microscope"
    assert workspace.inside.sentence == " ".join(trained.best.sample.split()[:12])


def test_with_the_own_model_in_sight_the_sentence_stays(
    panel: LookPanel, workspace: Workspace, trained: Checkpoint
) -> None:
    set_model(workspace, trained)
    workspace.inside.say("Ada eats")
    workspace.course.open(4)
    panel.lesson.own.click()
    assert workspace.inside.sentence == "Ada eats"


def test_a_lesson_on_another_cell_says_why_the_own_model_does_not_serve(
    panel: LookPanel, workspace: Workspace, trained: Checkpoint
) -> None:
    set_model(workspace, trained)  # an LSTM
    workspace.course.open(5)
    assert not panel.lesson.own.isEnabled()
    assert "another cell" in panel.lesson.own.toolTip()
    workspace.course.open(0)
    assert panel.lesson.own.isEnabled()


def test_the_empty_place_offers_examples(panel: LookPanel, workspace: Workspace, qtbot: QtBot) -> None:
    from textgen.gui.look.examples_row import ExamplesRow

    (row,) = (row for row in panel.findChildren(ExamplesRow) if row.isVisible())
    with qtbot.waitSignal(workspace.inside.modelChanged):
        row.cells["rnn"].click()
    assert panel.pages["model"].isVisible()
    assert panel.example.isVisible()


def test_the_column_leaves_room_for_the_pages(panel: LookPanel, workspace: Workspace) -> None:
    workspace.course.open(0)
    assert panel.minimumSizeHint().width() <= 780
    panel.resize(QSize(780, 500))
    assert panel.lesson.width() == style.space(NARROWEST)
    panel.resize(QSize(1300, 800))
    assert style.space(NARROWEST) < panel.lesson.width() <= 1300 / 4


def test_beside_a_lesson_the_whole_map_is_in_sight_with_its_legend(
    panel: LookPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    """In a window of 1400 × 870 pixels, with the strip that says that it is an example."""
    panel.resize(QSize(1296, 800))
    microscope = panel.pages["microscope"]
    workspace.course.open(4)
    workspace.course.show(LESSONS[4].views[0])
    qtbot.waitUntil(lambda: bool(microscope.spot.words), timeout=20_000)
    for name, part in (("map", microscope.heat_map), ("unit", microscope.line)):
        qtbot.mouseClick(microscope.views[name], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(part.isVisible)
        qtbot.wait(50)  # the layout settles
        assert part.visibleRegion().boundingRect() == part.rect()


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_beside_a_lesson_in_a_small_window_no_page_scrolls_sideways(
    panel: LookPanel, workspace: Workspace, qtbot: QtBot, name: str
) -> None:
    panel.resize(QSize(796, 530))
    workspace.course.open(4)
    with qtbot.waitSignal(workspace.inside.modelChanged):
        workspace.course.show(LESSONS[4].views[0])
    panel.side.show_page(name)
    qtbot.wait(50)  # the layout settles
    areas = [area for area in panel.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    assert all(area.widget().width() <= area.viewport().width() for area in areas)


def test_five_words_are_five() -> None:
    assert len(FIVE.split()) == 5


def test_a_lesson_brings_the_map_of_its_block(panel: LookPanel, workspace: Workspace, qtbot: QtBot) -> None:
    microscope = panel.pages["microscope"]
    microscope.views["cell"].setChecked(True)
    gru = next(lesson for lesson in LESSONS if lesson.cell == "gru")
    workspace.course.show(gru.views[0])
    qtbot.waitUntil(lambda: microscope.spot.block == "update_gate", timeout=20_000)
    assert microscope.views["map"].isChecked()
