"""One question to a network at a time: what is asked again, and what is not."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from textgen.engine.problem import Problem
from textgen.gui.work.one_answer import OneAnswer

MODEL, OTHER = object(), object()
NETWORKS = SimpleNamespace(of=lambda checkpoint: checkpoint)


class Lengths(OneAnswer):
    """Finds how long a text is; counts how often."""

    def __init__(self) -> None:
        super().__init__(NETWORKS)
        self.asked = 0

    def ask(self, checkpoint: object, text: str) -> None:
        def find(network: object) -> tuple[object, int]:
            self.asked += 1
            if text == "zebra":
                raise Problem("No word.")
            return network, len(text)

        self._ask(find, checkpoint, text)


@pytest.fixture
def lengths(qtbot: QtBot) -> Lengths:
    made = Lengths()
    found(qtbot, made, "Ada")
    return made


def found(qtbot: QtBot, lengths: Lengths, text: str, checkpoint: object = MODEL) -> None:
    lengths.ask(checkpoint, text)
    qtbot.waitUntil(lambda: lengths._worker is None)


def test_the_same_is_found_once(qtbot: QtBot, lengths: Lengths) -> None:
    found(qtbot, lengths, "Ada")
    assert (lengths.found, lengths.asked) == ((MODEL, 3), 1)


def test_another_sentence_or_model_is_asked_about(qtbot: QtBot, lengths: Lengths) -> None:
    found(qtbot, lengths, "Bruno")
    assert lengths.found == (MODEL, 5)
    found(qtbot, lengths, "Bruno", OTHER)
    assert (lengths.found, lengths.asked) == ((OTHER, 5), 3)


def test_what_failed_can_be_asked_again_and_what_was_there_stays(qtbot: QtBot, lengths: Lengths) -> None:
    for _ in range(2):
        with qtbot.waitSignal(lengths.failed):
            found(qtbot, lengths, "zebra")
    assert (lengths.found, lengths.asked) == ((MODEL, 3), 3)


def test_what_was_given_up_can_be_asked_again(qtbot: QtBot, lengths: Lengths) -> None:
    lengths.ask(MODEL, "Clara")
    lengths.stop()
    assert lengths.found == (MODEL, 3)
    found(qtbot, lengths, "Clara")
    assert lengths.found == (MODEL, 5)


@pytest.mark.parametrize(("checkpoint", "text"), [(None, "Ada"), (MODEL, "")])
def test_without_a_model_or_a_sentence_nothing_is_left(lengths: Lengths, checkpoint: object, text: str) -> None:
    lengths.ask(checkpoint, text)
    assert lengths.found is None
    assert lengths._worker is None
