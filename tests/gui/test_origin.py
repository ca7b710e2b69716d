"""Where words come from: the index in the background, the underlined runs, the page beside the text, the limit."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.engine.conftest import pattern_text
from tests.engine.test_provenance import indexed
from tests.gui.scripted import OFFSCREEN
from tests.gui.writing import written
from textgen.engine.checkpoint import Checkpoint
from textgen.engine.config import SEARCHES, SamplingConfig
from textgen.engine.corpus import Corpus
from textgen.engine.modes import MODES
from textgen.engine.problem import Problem
from textgen.engine.provenance import TextIndex, words_of
from textgen.engine.reports import Prediction
from textgen.gui.work import jobs
from textgen.gui.work.piece import GENERATED, PLAIN, SUGGESTED, at, units
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.borrowed import LETTERS, Borrowed
from textgen.gui.write.draft import Draft
from textgen.gui.write.looked_through import words_in
from textgen.gui.write.passages import spans_of
from textgen.gui.write.write_panel import WritePanel

pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)

STORY = "The old man rowed the small boat over the wide water, and the dog slept. Nobody said a word. The sun rose."
SOLID = QTextCharFormat.UnderlineStyle.SingleUnderline
NEAR = "rowed the small boat over the wide water"


@pytest.fixture
def story(tmp_path: Path) -> TextIndex:
    return indexed(tmp_path / "story.txt", STORY)


@pytest.fixture
def draft(qtbot: QtBot) -> Draft:
    draft = Draft()
    qtbot.addWidget(draft)
    draft.show()
    return draft


@pytest.fixture
def borrowed(draft: Draft, story: TextIndex) -> Borrowed:
    result = Borrowed(draft)
    result.set_index(story)
    return result


def look(borrowed: Borrowed) -> None:
    """Look through all that has changed, without waiting for a pause."""
    borrowed._timer.stop()
    while not borrowed.settled:
        borrowed._bite()
    borrowed._timer.stop()


def generate(draft: Draft, text: str, kind: str = GENERATED) -> None:
    draft.grow(draft.piece(kind), text)


def placed(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with where they begin and end, all at once."""
    steps = words_in(text)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found, edges = end.value
            return [(word, *both) for word, both in zip(found, edges.tolist(), strict=True)]


def underlined(draft: Draft) -> list[str]:
    """What one sees a solid line under, paragraph by paragraph."""
    found, block = [], draft.document().begin()
    while block.isValid():
        lines = (part for part in block.layout().formats() if part.format.underlineStyle() == SOLID)
        found += [block.text()[part.start : part.start + part.length] for part in lines]
        block = block.next()
    return found


# ---- what is underlined ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [GENERATED, SUGGESTED])
def test_a_run_of_the_models_words_is_underlined_and_counted(draft: Draft, borrowed: Borrowed, kind: str) -> None:
    generate(draft, f"He {NEAR} again", kind)
    look(borrowed)
    assert underlined(draft) == [NEAR]
    assert (borrowed.words, borrowed.share, borrowed.count) == (10, 0.8, 1)
    run = borrowed.run(0)
    assert (run.start, run.length, run.place) == (3, 8, 3)


def test_what_a_person_has_typed_is_their_own_affair(draft: Draft, borrowed: Borrowed) -> None:
    draft.insertPlainText(STORY)
    look(borrowed)
    assert (underlined(draft), borrowed.words, borrowed.share, borrowed.count) == ([], 0, 0.0, 0)


def test_a_run_may_reach_over_typed_words_but_needs_enough_of_the_models(draft: Draft, borrowed: Borrowed) -> None:
    QTest.keyClicks(draft, "rowed the small ")
    generate(draft, " boat over the wide")
    look(borrowed)
    assert underlined(draft) == []  # four of the model's
    generate(draft, " water")
    look(borrowed)
    assert underlined(draft) == ["boat over the wide water"]
    assert (borrowed.run(0).start, borrowed.run(0).length, borrowed.share) == (0, 8, 1.0)


@pytest.mark.parametrize(("before", "behind"), [("", " ." * 300), (" ." * 300, "")])
def test_a_run_is_found_where_few_words_stand_near_the_change(
    draft: Draft, borrowed: Borrowed, before: str, behind: str
) -> None:
    generate(draft, "small boat" + before)
    QTest.keyClicks(draft, " ovr")
    generate(draft, behind + " the wide water")
    look(borrowed)
    assert underlined(draft) == []
    place = len("small boat" + before + " ov")
    draft.setTextCursor(at(draft.document(), place))
    QTest.keyClicks(draft, "e")
    look(borrowed)
    assert (borrowed.count, borrowed.share) == (1, 1.0)


def test_fewer_words_may_be_asked_for(draft: Draft, borrowed: Borrowed) -> None:
    generate(draft, "Ada rowed the small cat")
    look(borrowed)
    assert underlined(draft) == []
    borrowed.set_least(3)
    look(borrowed)
    assert underlined(draft) == ["rowed the small"]


def test_a_word_changed_in_a_run_ends_it_and_undo_brings_it_back(draft: Draft, borrowed: Borrowed) -> None:
    generate(draft, f"Ada {NEAR}")
    look(borrowed)
    draft.setTextCursor(at(draft.document(), 4 + NEAR.index("boat") + 2))
    QTest.keyClicks(draft, "x")
    look(borrowed)
    assert underlined(draft) == []
    draft.undo()
    look(borrowed)
    assert "".join(underlined(draft)) == NEAR


def test_lines_move_with_their_words_before_anything_is_looked_through(draft: Draft, borrowed: Borrowed) -> None:
    generate(draft, NEAR)
    look(borrowed)
    draft.moveCursor(draft.textCursor().MoveOperation.Start)
    QTest.keyClicks(draft, "Look: ")
    assert "".join(underlined(draft)) == NEAR
    look(borrowed)
    assert "".join(underlined(draft)) == NEAR


def test_a_line_in_another_paragraph_goes_when_its_run_is_broken(draft: Draft, borrowed: Borrowed) -> None:
    generate(draft, "rowed the small\nboat over the wide water")
    look(borrowed)
    assert underlined(draft) == ["rowed the small", "boat over the wide water"]
    borrowed.set_least(6)
    look(borrowed)
    draft.setTextCursor(at(draft.document(), len("rowed the small\nboat over")))
    QTest.keyClicks(draft, "x")
    look(borrowed)
    assert underlined(draft) == []


def test_without_an_index_nothing_is_underlined(draft: Draft, borrowed: Borrowed) -> None:
    generate(draft, NEAR)
    look(borrowed)
    borrowed.set_index(None)
    assert underlined(draft) == []
    assert not borrowed.settled


def test_hidden_authors_hide_the_lines_too(draft: Draft, borrowed: Borrowed) -> None:
    generate(draft, NEAR)
    look(borrowed)
    draft.show_authors(False)
    assert underlined(draft) == []


@pytest.mark.parametrize("text", ["Don’t go, 3.5 x2!", "𝒜bc déf 😀 ghi\nñu", "a\u00adb  c\td", "日本語 word", ""])
def test_words_are_found_in_their_places(text: str) -> None:
    coded = text.encode("utf-16-le")
    found = [(word, coded[2 * a : 2 * b].decode("utf-16-le")) for word, a, b in placed(text)]
    assert [word for word, _ in found] == words_of(text)
    assert all(word.strip("\uf8ff") == there for word, there in found)


def anew(draft: Draft, index: TextIndex, least: int) -> tuple[list[list[int]], int]:
    """The runs of the whole draft at once, and how many words are the model's."""
    found = placed(draft.text())
    mine = {at for start, length, _ in spans_of(draft.document()) for at in range(start, start + length)}
    own = [all(at in mine for at in range(a, b)) for _, a, b in found]
    runs = index.runs([word for word, _, _ in found], least)
    kept = [run for run in runs if sum(own[run.start : run.end]) >= least]
    return [[found[r.start][1], found[r.end - 1][2], r.place, r.length] for r in kept], sum(own)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_it_is_as_if_looked_through_at_once(draft: Draft, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    letters = [dice.choice("abc") for _ in range(400)]
    index = indexed(tmp_path / "t.txt", " ".join(letters))
    borrowed = Borrowed(draft)
    borrowed.set_index(index)
    borrowed.set_least(4)
    for _ in range(30):
        size = draft.document().characterCount()
        draft.setTextCursor(
            at(draft.document(), dice.randrange(size), dice.randrange(size) if dice.random() < 0.2 else None)
        )
        at_ = dice.randrange(300)
        some = " ".join(letters[at_ : at_ + dice.choice([2, 9, 90, 250])])
        match dice.randrange(6):
            case 0:
                QTest.keyClicks(draft, dice.choice(["a b ", "x", " ", ","]))
            case 1:
                draft.undo()
            case 2:
                draft.redo()
            case 3:
                QTest.keyClick(draft, dice.choice([Qt.Key.Key_Backspace, Qt.Key.Key_Return]))
            case _:
                generate(draft, dice.choice([" ", "\n"]) + some, dice.choice([GENERATED, SUGGESTED]))
        if dice.random() < 0.5:
            look(borrowed)
            runs, words = anew(draft, index, 4)
            assert borrowed._runs.rows.tolist() == runs
            assert borrowed.words == words


def test_a_long_draft_is_looked_through_in_bites(draft: Draft, borrowed: Borrowed) -> None:
    generate(draft, " ".join([f"Nobody knew that Ada {NEAR} yesterday."] * 200))
    assert units(draft.text()) > 4 * LETTERS
    borrowed._bite()
    assert not borrowed.settled
    look(borrowed)
    assert borrowed.count == 200
    assert borrowed.share == pytest.approx(8 / 13)


def test_a_run_longer_than_a_bite_is_one_run(draft: Draft, tmp_path: Path) -> None:
    text = " ".join(f"word{number}" for number in range(900))
    borrowed = Borrowed(draft)
    borrowed.set_index(indexed(tmp_path / "long.txt", text))
    generate(draft, f"Ada said {text} again")
    assert units(text) > 2 * LETTERS
    look(borrowed)
    assert (borrowed.count, borrowed.run(0).length, underlined(draft)) == (1, 900, [text])


@pytest.mark.parametrize("bites", [1, 4, 9, 10])
def test_a_long_run_is_read_in_steps_and_a_change_meanwhile_begins_anew(
    draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bites: int
) -> None:
    monkeypatch.setattr("textgen.gui.write.borrowed.BITE_MS", 0)  # one step a bite
    text = " ".join(f"word{number}" for number in range(900))
    borrowed = Borrowed(draft)
    borrowed.set_index(index := indexed(tmp_path / "long.txt", text))
    generate(draft, text)
    for _ in range(bites):
        borrowed._bite()
        assert not borrowed.settled
    draft.setTextCursor(at(draft.document(), units(text) // 2))
    QTest.keyClicks(draft, " changed ")
    look(borrowed)
    assert borrowed._runs.rows.tolist() == anew(draft, index, 5)[0]
    assert borrowed.count == 2


# ---- the index in the background ------------------------------------------------------------------------------------


def model(corpus: Corpus | None, source: str = "meals.txt") -> Checkpoint:
    return SimpleNamespace(
        fingerprint=corpus.fingerprint if corpus else "", source=source, mixture=None, ngrams=None, words=("the",),
        learnt_from=lambda other: corpus is not None and corpus.fingerprint == other.fingerprint,
    )  # fmt: skip


class Silent(Workspace):
    """A workspace whose models are never asked."""

    def predict(self, *request: object, **how: object) -> None:
        self.asked = request

    def give(self, corpus: Corpus | None, checkpoint: object) -> None:
        self.corpus, self.checkpoint = corpus, checkpoint
        self.corpusChanged.emit()
        self.modelChanged.emit()


@pytest.fixture
def silent(qtbot: QtBot) -> Silent:
    return Silent()


@pytest.fixture
def panel(qtbot: QtBot, silent: Silent) -> WritePanel:
    return shown(qtbot, silent)


def shown(qtbot: QtBot, workspace: Workspace) -> WritePanel:
    panel = WritePanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show()
    panel.side.show_page("origin")
    return panel


def ready(qtbot: QtBot, workspace: Workspace) -> None:
    qtbot.waitUntil(lambda: workspace.origin.state == "ready")


def test_the_index_is_made_once_somebody_writes(qtbot: QtBot, silent: Silent, tiny_corpus: Corpus) -> None:
    silent.give(tiny_corpus, model(tiny_corpus))
    assert silent.origin._worker is None
    assert silent.origin.state == "building"
    shown(qtbot, silent)
    ready(qtbot, silent)
    assert silent.origin.index.corpus is tiny_corpus


def test_a_training_that_begins_has_the_computer_for_itself(
    qtbot: QtBot, silent: Silent, panel: WritePanel, tiny_corpus: Corpus
) -> None:
    silent._set_training("starting")
    silent.give(tiny_corpus, model(tiny_corpus))
    assert silent.origin._worker is None
    silent._set_training("running")
    ready(qtbot, silent)


def test_another_snapshot_of_the_same_text_needs_no_other_index(
    qtbot: QtBot, silent: Silent, panel: WritePanel, tiny_corpus: Corpus, tmp_path: Path
) -> None:
    silent.give(tiny_corpus, model(tiny_corpus))
    ready(qtbot, silent)
    index = silent.origin.index
    silent.give(tiny_corpus, model(tiny_corpus))
    assert silent.origin.index is index
    silent.give(indexed(tmp_path / "a.txt", STORY).corpus, model(tiny_corpus))
    assert (silent.origin.index, silent.origin.state) == (None, "other")


def test_a_text_that_cannot_be_indexed_is_spoken_of(
    qtbot: QtBot, silent: Silent, panel: WritePanel, tiny_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textgen.engine.provenance.MOST", 10)
    silent.give(tiny_corpus, model(tiny_corpus))
    qtbot.waitUntil(lambda: silent.origin.state == "failed")
    assert "can be told of texts of up to 10" in panel.origin.sentence.text()
    assert not panel.origin.open_button.isVisible()


# ---- the page -------------------------------------------------------------------------------------------------------


def test_without_the_text_it_says_that_it_cannot_know(
    qtbot: QtBot, silent: Silent, panel: WritePanel, tiny_corpus: Corpus, tmp_path: Path
) -> None:
    silent.give(None, model(tiny_corpus))
    assert "“meals.txt”, is not open" in panel.origin.sentence.text()
    assert not panel.origin.compare_button.isVisible()
    with qtbot.waitSignal(silent.fileWanted, check_params_cb=lambda kind: kind == "own text"):
        panel.origin.open_button.click()
    (tmp_path / "meals.txt").write_text(pattern_text(), encoding="utf-8")
    silent._recent("texts", str(tmp_path / "meals.txt"))
    assert panel.origin.open_button.text() == "Open “meals.txt”"
    panel.origin.open_button.click()
    ready(qtbot, silent)


def test_another_text_can_be_compared_all_the_same(
    qtbot: QtBot, silent: Silent, panel: WritePanel, tiny_corpus: Corpus, story: TextIndex
) -> None:
    silent.give(story.corpus, model(tiny_corpus))
    assert "“story.txt”, is not the one" in panel.origin.sentence.text()
    panel.origin.compare_button.click()
    ready(qtbot, silent)
    assert "which this model did not learn from" in panel.origin.note.text()


def test_an_older_model_is_compared_with_the_open_text_and_that_is_said(
    qtbot: QtBot, silent: Silent, panel: WritePanel, tiny_corpus: Corpus
) -> None:
    silent.give(tiny_corpus, model(None))
    ready(qtbot, silent)
    assert "does not say whether it learnt from it" in panel.origin.note.text()


def test_the_cursor_shows_a_run_in_its_place(qtbot: QtBot, silent: Silent, panel: WritePanel, story: TextIndex) -> None:
    silent.give(story.corpus, model(story.corpus))
    ready(qtbot, silent)
    generate(panel.draft, f"{NEAR} but then nobody said a word the sun rose")
    look(panel.sources.borrowed)
    assert panel.origin.share.text() == "88 % of the model's words stand in the text in runs of 5 or more."
    panel.draft.setTextCursor(at(panel.draft.document(), 12))
    assert panel.origin.which.text() == "Run 1 of 2: 8 words, 14 % into the text"
    assert "The old man rowed the small boat" in panel.origin.passage.toPlainText()
    panel.origin.next.click()
    assert panel.draft.textCursor().position() == panel.draft.text().index("nobody")
    assert panel.origin.which.text().startswith("Run 2 of 2: 7 words")
    assert not panel.origin.next.isEnabled()
    assert panel.origin.next.toolTip()
    panel.draft.moveCursor(QTextCursor.MoveOperation.End)  # behind the second run, which is still the one shown
    panel.origin.before.click()
    assert panel.origin.which.text().startswith("Run 1 of 2")
    assert not panel.origin.before.isEnabled()
    panel.draft.setTextCursor(at(panel.draft.document(), panel.draft.text().index("but") + 2))
    assert "Put the cursor into" in panel.origin.passage.toPlainText()


def test_a_click_with_ctrl_on_a_run_leads_to_its_place(
    qtbot: QtBot, silent: Silent, panel: WritePanel, story: TextIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent.give(story.corpus, model(story.corpus))
    ready(qtbot, silent)
    generate(panel.draft, f"{NEAR} and then")
    look(panel.sources.borrowed)
    panel.side.show_page("words")
    panel.draft.setTextCursor(at(panel.draft.document(), 5))
    assert panel.side.current == "words"
    application = "textgen.gui.write.sources.QApplication"
    monkeypatch.setattr(f"{application}.mouseButtons", lambda: Qt.MouseButton.LeftButton)
    monkeypatch.setattr(f"{application}.keyboardModifiers", lambda: Qt.KeyboardModifier.ControlModifier)
    panel.draft.setTextCursor(at(panel.draft.document(), 7))
    assert panel.side.current == "origin"
    assert panel.origin.which.text().startswith("Run 1 of 1")


def test_the_limit_is_the_same_for_all_modes_and_is_kept(
    silent: Silent, panel: WritePanel, tiny_corpus: Corpus
) -> None:
    silent.give(None, model(tiny_corpus))
    panel.origin.limit.click()
    assert panel.sampling.config.borrow == 5
    panel.origin.most.setValue(7)
    for mode in MODES:
        panel.modes.buttons[mode].click()
        assert panel.sampling.config.borrow == silent.memory.sampling(mode).borrow == panel.origin.most.value() == 7
    panel.origin.limit.click()
    assert {silent.memory.sampling(mode).borrow for mode in MODES} == {0}


# ---- the limit, with a real model -----------------------------------------------------------------------------------


@pytest.fixture
def real(qtbot: QtBot, trained: Checkpoint, tiny_corpus: Corpus) -> Iterator[Workspace]:
    workspace = Workspace()
    workspace.corpus, workspace.checkpoint = tiny_corpus, trained
    workspace.corpusChanged.emit()
    yield workspace
    workspace.close()


def ask(qtbot: QtBot, workspace: Workspace, mode: str, text: str, sampling: SamplingConfig) -> Prediction:
    with qtbot.waitSignal(workspace.predicted, timeout=20_000, check_params_cb=lambda found: found.done) as answer:
        workspace.predict(mode, text, sampling, 60)
    return answer.args[0]


def longest(index: TextIndex, text: str) -> int:
    return max((run.length for run in index.runs(words_of(text), 1)), default=0)


@pytest.mark.parametrize("most", [1, 2, 3, 6])
def test_no_longer_run_is_ever_written_in_any_mode(qtbot: QtBot, real: Workspace, most: int) -> None:
    for seed in range(1, 9):
        for mode, text in (("next-word", "Then Ada"), ("next-five", "the soup"), ("from-one-word", "Clara")):
            sampling = SamplingConfig(borrow=most, seed=seed, search=SEARCHES[seed % 2])
            for choice in ask(qtbot, real, mode, text, sampling).choices:
                assert longest(real.origin.index, text + choice.insert) <= max(most, longest(real.origin.index, text))


def test_without_the_limit_longer_runs_are_written(qtbot: QtBot, real: Workspace) -> None:
    real.origin.want()
    ready(qtbot, real)
    told = ask(qtbot, real, "from-one-word", "Clara", SamplingConfig(seed=1))
    assert longest(real.origin.index, "Clara" + told.choices[0].insert) > 6


def test_a_request_waits_for_the_index_and_the_newest_wins(
    qtbot: QtBot, real: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(real._predictions, "ask", asked.append)
    limited = SamplingConfig(borrow=2)
    real.predict("next-word", "Ada", limited)
    real.predict("next-word", "Bruno", limited)
    assert asked == []
    ready(qtbot, real)
    assert [(request.text, request.index) for request in asked] == [("Bruno", real.origin.index)]
    real.predict("next-word", "Clara", SamplingConfig())
    assert asked[-1].index is None


def test_a_request_that_is_taken_back_is_never_made(
    qtbot: QtBot, real: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(real._predictions, "ask", asked.append)
    real.predict("next-word", "Ada", SamplingConfig(borrow=2))
    real.cancel_prediction()
    ready(qtbot, real)
    assert asked == []


def test_the_limit_is_never_silently_left_out(qtbot: QtBot, real: Workspace) -> None:
    real.forget_text()
    with qtbot.waitSignal(real.predictionFailed) as failed:
        real.predict("next-word", "Ada", SamplingConfig(borrow=4))
    assert isinstance(failed.args[0], Problem)
    assert "no more than 4 words" in str(failed.args[0])
    with pytest.raises(Problem):
        list(jobs.comparing([real.checkpoint], "Ada", SamplingConfig(borrow=4), 5)(lambda: False))


def test_the_growing_up_texts_keep_the_limit_too(qtbot: QtBot, real: Workspace) -> None:
    real.origin.want()
    ready(qtbot, real)
    sampling = SamplingConfig(borrow=2, seed=3)
    [(_, text)] = jobs.comparing([real.checkpoint], "Ada", sampling, 60, real.origin.index)(lambda: False)
    assert longest(real.origin.index, f"Ada{text}") == 2


def test_the_last_text_can_be_written_again_within_the_limit(qtbot: QtBot, real: Workspace) -> None:
    panel = shown(qtbot, real)
    ready(qtbot, real)
    panel.modes.buttons["from-one-word"].click()
    panel.side.show_page("origin")
    assert panel.origin.again_button.toolTip() == "Set the limit first."
    panel.origin.limit.click()
    assert "Put the cursor" in panel.origin.again_button.toolTip()
    panel.origin.limit.click()
    panel.one_word.field.setText("Clara")
    panel.one_word.write_button.click()
    qtbot.waitUntil(lambda: not panel.writer.writing, timeout=20_000)
    first = panel.draft.text()
    assert longest(real.origin.index, first) > 2
    panel.origin.limit.click()
    panel.origin.most.setValue(2)
    assert panel.origin.again_button.isEnabled()
    panel.origin.again_button.setFocus()
    panel.origin.again_button.click()
    assert panel.origin.again_button.toolTip() == "It is writing."
    assert panel.origin.most.hasFocus(), "the keyboard stays on this page"
    qtbot.waitUntil(lambda: not panel.writer.writing, timeout=20_000)
    assert longest(real.origin.index, panel.draft.text()) <= 2
    panel.draft.undo()
    assert panel.draft.text() == first


@pytest.mark.parametrize("mode", sorted(MODES))
def test_the_limit_looks_at_the_text_behind_the_cursor(qtbot: QtBot, real: Workspace, mode: str) -> None:
    asked: list[str] = []
    behind = "the soup"
    panel = shown(qtbot, real)
    real.predict = lambda *request, behind="", **how: asked.append(behind)  # type: ignore[method-assign]
    panel.draft.set_text(f"Ada {behind}")
    panel.modes.choose(mode)
    panel.draft.setTextCursor(at(panel.draft.document(), 4))
    if mode == "from-one-word":
        panel.writer.go_on(SamplingConfig(borrow=2), 20)
    else:
        panel.suggester.ask()
    assert asked[-1].strip() == behind


@pytest.mark.parametrize("kind", [SUGGESTED, GENERATED])
def test_other_words_keep_the_limit_too_and_look_behind_the_models_words(
    qtbot: QtBot, real: Workspace, kind: str
) -> None:
    panel = shown(qtbot, real)
    ready(qtbot, real)
    written(panel.draft, "Then Ada", " sees", kind=kind)
    panel.draft.textCursor().insertText(" the fish.", PLAIN)
    offered = []
    for most in (0, 2):
        panel.origin.limited.emit(most)
        with qtbot.waitSignal(real.alternatives, timeout=20_000) as answer:
            panel.reopener.open(10)
        runs = [longest(real.origin.index, f"Then Ada{choice.insert} the fish") for choice in answer.args[0].choices]
        offered.append(max(runs))
    assert offered[0] > 2
    assert offered[1] <= 2
