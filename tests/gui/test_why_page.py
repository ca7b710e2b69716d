"""The page “Why this word”: what is explained and when, how it is drawn and told, and the similar moments."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.engine.conftest import pattern_text
from tests.gui.looking import set_model
from tests.gui.scripted import OFFSCREEN
from textgen.engine import contributions as engine
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.contributions import Candidate, Contribution, Contributions
from textgen.engine.corpus import Corpus, read
from textgen.gui.look import reasons_words, strip
from textgen.gui.look.reasons_picture import ReasonsPicture
from textgen.gui.look.reasons_words import ReasonsWords, bits
from textgen.gui.look.strip import Measures
from textgen.gui.look.why_page import WhyPage
from textgen.gui.parts import style
from textgen.gui.work.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)

SENTENCE = "Ada eats the bread. Then"


@pytest.fixture
def workspace(qtbot: QtBot, trained: Checkpoint) -> Workspace:
    workspace = Workspace()
    set_model(workspace, trained)
    workspace.inside.say(SENTENCE)
    yield workspace
    workspace.close()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> WhyPage:
    page = WhyPage(workspace)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    explained(qtbot, workspace)
    return page


def set_text(workspace: Workspace, corpus: Corpus | None) -> None:
    workspace.corpus = corpus
    workspace.corpusChanged.emit()


def explained(qtbot: QtBot, workspace: Workspace, word: str | None = None) -> Contributions:
    reasons = workspace.inside.reasons
    qtbot.waitUntil(lambda: reasons._worker is None and reasons.found is not None)
    if word is not None:
        qtbot.waitUntil(lambda: reasons.found.target.word == word)
    return reasons.found


def ready(qtbot: QtBot, page: WhyPage) -> None:
    qtbot.waitUntil(lambda: page.similar.table.rowCount() > 0)


# ---- what is explained


def test_the_likeliest_word_is_explained_and_the_table_has_the_engines_figures(
    page: WhyPage, workspace: Workspace
) -> None:
    found = workspace.inside.reasons.found
    buttons = page.candidates.buttons
    assert [button.isChecked() for button in buttons] == [True] + [False] * (len(buttons) - 1)
    assert buttons[0].text().startswith(found.target.word)
    lines = page.picture.table().lines
    assert [line[0] for line in lines] == ["¶", "Ada", "eats", "the", "bread", ".", "Then"]
    for line, one in zip(lines, (found.start, *found.words), strict=True):
        assert float(line[1]) == pytest.approx(one.gradient, abs=6e-4)
        assert float(line[2]) == pytest.approx(one.leaving_out, abs=6e-4)
    assert found.target.word in page.frame.summary.text()


def test_a_click_explains_another_word_and_the_next_sentence_its_likeliest(
    qtbot: QtBot, page: WhyPage, workspace: Workspace
) -> None:
    second = workspace.inside.reasons.found.candidates[1]
    QTest.mouseClick(page.candidates.buttons[1], Qt.MouseButton.LeftButton)
    assert explained(qtbot, workspace, second.word).target.number == second.number
    assert [button.isChecked() for button in page.candidates.buttons[:2]] == [False, True]
    assert f"“{second.word}”" in page.picture.summary()
    workspace.inside.say("Bruno eats")
    qtbot.waitUntil(lambda: [one.word for one in workspace.inside.reasons.found.words] == ["Bruno", "eats"])
    assert workspace.inside.reasons.found.target == workspace.inside.reasons.found.candidates[0]


def test_a_word_can_be_typed_and_what_is_no_word_is_told(qtbot: QtBot, page: WhyPage, workspace: Workspace) -> None:
    field = page.candidates.field
    QTest.keyClicks(field, "cheese")
    QTest.keyClick(field, Qt.Key.Key_Return)
    explained(qtbot, workspace, "cheese")
    field.clear()
    QTest.keyClicks(field, "zebra")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(page.candidates.fault.isVisible)
    assert "zebra" in page.candidates.fault.text()
    assert workspace.inside.reasons.found.target.word == "cheese", "what was there stays"
    QTest.mouseClick(page.candidates.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.candidates.fault.isVisible())


def test_a_chosen_word_stays_with_the_next_snapshot_of_the_training(
    qtbot: QtBot, page: WhyPage, workspace: Workspace, trained: Checkpoint
) -> None:
    page.candidates.typed.emit("cheese")
    before = explained(qtbot, workspace, "cheese")
    set_model(workspace, replace(trained))
    qtbot.waitUntil(lambda: workspace.inside.reasons.found is not before)
    assert workspace.inside.reasons.found.target.word == "cheese"


def test_out_of_sight_nothing_is_found_out(qtbot: QtBot, workspace: Workspace) -> None:
    page = WhyPage(workspace)
    qtbot.addWidget(page)
    workspace.inside.say("Clara eats")
    qtbot.wait(120)
    assert workspace.inside.reasons.found is None
    assert not page.frame.isVisibleTo(page)
    page.show()
    explained(qtbot, workspace)


def test_without_a_sentence_there_is_nothing_to_explain(qtbot: QtBot, page: WhyPage, workspace: Workspace) -> None:
    workspace.inside.say("")
    qtbot.waitUntil(lambda: workspace.inside.reasons.found is None)
    assert not page.candidates.isVisible()
    assert page.picture.summary() == ""


def test_a_sentence_of_many_lines_is_shown_whole(qtbot: QtBot, page: WhyPage, workspace: Workspace) -> None:
    for words in (60, 12, 80):
        workspace.inside.say("Ada eats the bread " * (words // 4))
        qtbot.waitUntil(lambda words=words: len(workspace.inside.reasons.found.words) == words)
        qtbot.waitUntil(lambda: page.picture.height() >= page.picture.minimumHeight())
        line = page.picture.lines(page.picture.width())[-1]
        qtbot.waitUntil(lambda line=line: page.frame.geometry().height() >= line.rooms[0].bottom())
        bottom = page.picture.mapTo(page.frame, QPoint(0, round(line.rooms[0].bottom()))).y()
        assert bottom <= page.frame.height()


# ---- in words


def found_of(*values: tuple[float, float], known: bool = True) -> Contributions:
    target = Candidate(5, "bread", 0.25)
    words = tuple(Contribution(f"w{at}", known, *pair) for at, pair in enumerate(values))
    return Contributions(target, (target,), Contribution("¶", True, 9.0, 9.0), words, np.zeros(3, np.float32))


@pytest.mark.parametrize(
    ("values", "told", "not_told"),
    [
        ([(0.2, 1.0), (1.5, 3.0)], ["Both say that “w1”", "+1.50", "+3.00"], "against"),
        ([(2.0, 0.5), (1.5, 3.0)], ["They disagree", "“w0” (+2.00", "“w1” (+3.00"], "against"),
        ([(-2.0, 0.5), (0.0, 0.2)], ["By leaving it out “w0”", "by gradient × input no word", "against it", "“w0”."], "Both"),
        ([(2.0, -0.5), (0.0, 0.0)], ["By gradient × input “w0”", "by leaving it out no word"], "Both"),
        ([(-2.0, -0.5), (0.01, 0.0)], ["Neither way"], "against"),
    ],
)  # fmt: skip
def test_the_sentence_says_which_word_counts_most_and_where_they_disagree(
    qapp: object, values: list[tuple[float, float]], told: list[str], not_told: str
) -> None:
    sentence = ReasonsWords().summary(found_of(*values))
    assert all(part in sentence for part in (*told, "“bread”")), sentence
    assert not_told not in sentence


def test_the_table_notes_what_the_picture_marks(qapp: object) -> None:
    assert [line[3] for line in ReasonsWords().table(found_of((-2.0, 0.5), (1.0, 1.0))).lines] == [
        "",
        "they disagree",
        "",
    ]
    assert ReasonsWords().table(found_of((1.0, 1.0), known=False)).lines[1][3] == "not known"


def test_bits_have_a_sign_unless_they_are_none() -> None:
    assert [bits(value) for value in (0.344, -1.519, 10.2248, -0.001, 0.0)] == [
        "+0.34",
        "−1.52",
        "+10.2",
        "0.00",
        "0.00",
    ]
    assert reasons_words.LEAST == engine.SLIGHT


# ---- the picture


@given(
    st.lists(st.tuples(st.floats(-20, 20), st.floats(-20, 20), st.floats(20, 150)), min_size=1, max_size=40),
    st.floats(200, 1400),
)
def test_every_word_stands_in_a_line_of_its_own_room(drawn: list[tuple[float, float, float]], width: float) -> None:
    words = [Contribution(str(at), True, *pair) for at, (*pair, _) in enumerate(drawn)]
    size = Measures(100, 16, 14, 40)
    lines = strip.lines(words, lambda word: drawn[int(word.word)][2], width, 30, size)
    assert [word for line in lines for word in line.words] == words
    scale, bottom = strip.scales(words), 30.0
    for line in lines:
        assert line.rooms[0].left() == 100
        assert line.rooms[0].top() >= bottom
        bottom = line.rooms[0].bottom()
        assert len(line.words) == 1 or line.rooms[-1].right() <= width + 1e-6
        assert all(a.right() <= b.left() + 1e-6 for a, b in zip(line.rooms, line.rooms[1:], strict=False))
        ends = [edges(word, scale, line.zeros) for word in line.words]
        assert min(top for (top, _), _ in ends) >= line.rooms[0].top() + 16
        assert max(low for (_, low), _ in ends) <= min(top for _, (top, _) in ends)
        assert max(low for _, (_, low) in ends) <= bottom


def edges(word: Contribution, scale: tuple[float, ...], zeros: tuple[float, ...]) -> list[tuple[float, float]]:
    """Of each row: the highest and the lowest place that a bar and its figure take."""
    long = [40 * value / full for value, full in zip(strip.values(word), scale, strict=True)]
    return [
        (zero - max(0, one) - 14 * (one >= 0), zero + max(0, -one) + 14 * (one < 0))
        for zero, one in zip(zeros, long, strict=True)
    ]


def test_full_bars_stand_up_and_hollow_ones_hang_down(qtbot: QtBot) -> None:
    picture = ReasonsPicture()
    qtbot.addWidget(picture)
    picture.resize(700, 300)
    picture.show_reasons(found_of((9.0, -9.0)))
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    image.fill(style.colours().raised)
    painter = QPainter(image)
    picture.paint_on(painter, picture.size().toSizeF())
    painter.end()
    (line,) = picture.lines(700)
    x, (first, second) = round(line.rooms[1].center().x()), map(round, line.zeros)
    full, colours = style.space(5), style.colours()
    assert image.pixelColor(x, first - full // 2).name() == colours.accent.name()
    assert image.pixelColor(x, second + full // 2).name() == colours.raised.name()
    assert image.pixelColor(x, second - full // 2).name() != colours.accent.name()
    edge = {image.pixelColor(x, second + y).name() for y in range(full - 3, full + 3)}
    assert colours.raised.name() in edge
    assert len(edge) > 1, "a hollow bar has its lower edge"


def test_the_picture_is_as_high_as_its_lines_and_the_tip_tells_of_the_word(qtbot: QtBot) -> None:
    picture = ReasonsPicture()
    qtbot.addWidget(picture)
    picture.resize(900, 300)
    picture.show_reasons(found_of(*[(1.0, -1.0)] * 30))
    high = picture.minimumHeight()
    picture.show_reasons(found_of((1.0, -1.0)))
    assert picture.minimumHeight() < high
    (line,) = picture.lines(900)
    assert picture.word_at(line.rooms[1].center()).word == "w0"
    assert "−1.00 bits by leaving it out" in ReasonsWords().tip(line.words[1])


def test_export_holds_what_is_on_screen(page: WhyPage, tmp_path) -> None:
    for suffix in ("png", "svg", "csv"):
        page.frame.save(str(tmp_path / f"why.{suffix}"))
    assert (tmp_path / "why.csv").read_text("utf-8-sig").count("\n") == 8
    assert "bread" in (tmp_path / "why.svg").read_text("utf-8")
    assert QImage(str(tmp_path / "why.png")).width() == 2 * page.picture.width()


# ---- similar moments


def test_the_models_own_text_is_read_and_a_row_shows_its_place(
    qtbot: QtBot, page: WhyPage, workspace: Workspace, tiny_corpus: Corpus
) -> None:
    section = page.similar
    assert "No text is open" in section.note.text()
    assert section.open_button.isVisible()
    set_text(workspace, tiny_corpus)
    ready(qtbot, page)
    assert not section.open_button.isVisible()
    assert section.table.currentRow() == 0
    assert section.table.item(0, 0).text().endswith("Ada eats the bread. Then")
    assert section.table.item(0, 1).text() == "Ada"
    assert section.passage.toPlainText().count("Ada eats the bread") >= 1
    before = section.passage.toHtml()
    QTest.keyClick(section.table, Qt.Key.Key_Down)
    assert section.table.currentRow() == 1
    assert section.passage.toHtml() != before
    QTest.keyClick(section.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().count("\n") == section.table.rowCount()


def test_other_ends_have_other_moments_without_reading_the_text_again(
    qtbot: QtBot, page: WhyPage, workspace: Workspace, tiny_corpus: Corpus
) -> None:
    set_text(workspace, tiny_corpus)
    ready(qtbot, page)
    moments, similar = workspace.inside.moments.moments, workspace.inside.similar.found
    page.candidates.typed.emit("cheese")
    explained(qtbot, workspace, "cheese")
    assert workspace.inside.similar.found is similar, "the sentence is the same"
    workspace.inside.say("Clara eats the")
    qtbot.waitUntil(lambda: workspace.inside.similar.found is not similar)
    assert workspace.inside.moments.moments is moments
    assert page.similar.table.item(0, 0).text().endswith("eats the")


def test_another_text_is_read_only_if_the_person_wants_that(
    qtbot: QtBot, page: WhyPage, workspace: Workspace, tmp_path
) -> None:
    path = tmp_path / "other.txt"
    path.write_text(pattern_text().replace("bread", "cake"), encoding="utf-8")
    *_, last = read(path)
    set_text(workspace, last.corpus)
    assert "not the one" in page.similar.note.text()
    assert workspace.inside.moments.state == "other"
    QTest.mouseClick(page.similar.read_button, Qt.MouseButton.LeftButton)
    ready(qtbot, page)
    assert "did not learn from this text" in page.similar.note.text()


def test_while_a_training_runs_the_text_is_read_at_the_press_of_a_button(
    qtbot: QtBot, page: WhyPage, workspace: Workspace, tiny_corpus: Corpus, trained: Checkpoint
) -> None:
    workspace.training = "running"
    set_text(workspace, tiny_corpus)
    assert workspace.inside.moments.state == "waiting"
    QTest.mouseClick(page.similar.read_button, Qt.MouseButton.LeftButton)
    ready(qtbot, page)
    set_model(workspace, replace(trained))
    assert workspace.inside.moments.state == "waiting", "the states were those of another snapshot"
    qtbot.waitUntil(lambda: page.similar.table.rowCount() == 0)


def test_the_reading_can_be_stopped_and_begun_again(
    qtbot: QtBot, page: WhyPage, workspace: Workspace, tiny_corpus: Corpus
) -> None:
    set_text(workspace, tiny_corpus)
    assert workspace.inside.moments.state == "reading"
    assert page.similar.bar.isVisible()
    QTest.mouseClick(page.similar.stop_button, Qt.MouseButton.LeftButton)
    assert workspace.inside.moments.state == "waiting"
    assert page.similar.read_button.isVisible()
    QTest.mouseClick(page.similar.read_button, Qt.MouseButton.LeftButton)
    ready(qtbot, page)


def test_the_text_of_the_model_is_offered_where_it_is_known(
    qtbot: QtBot, page: WhyPage, workspace: Workspace, tiny_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(workspace, "choose", lambda kind: asked.append(kind))
    monkeypatch.setattr(workspace, "read_text", lambda path, *, stay: asked.append(path))
    QTest.mouseClick(page.similar.open_button, Qt.MouseButton.LeftButton)
    workspace.memory.add_recent("texts", tiny_corpus.path)
    workspace.recentChanged.emit()
    assert page.similar.open_button.text() == "Open “meals.txt”"
    QTest.mouseClick(page.similar.open_button, Qt.MouseButton.LeftButton)
    assert asked == ["own text", tiny_corpus.path]
