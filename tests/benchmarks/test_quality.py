"""How the comparison walks through one training of the peer."""

from __future__ import annotations

import pytest

from benchmarks import quality
from benchmarks.peer import Epoch, Step
from benchmarks.quality import Mark, Rival


class Peer:
    """An epoch of two steps of half a minute each; its perplexity is 100 / seconds."""

    def __init__(self, text):
        self.seconds = 0.0

    def events(self):
        for number in range(1, 100):
            for _ in range(2):
                self.seconds += 30.0
                yield Step(10, 30.0)
            yield Epoch(number, self.seconds, 50.0 / number, 1.0)

    def result(self):
        return self


@pytest.fixture
def rival(tmp_path, monkeypatch):
    for part in ("train", "valid", "test"):
        (tmp_path / f"{part}.txt").write_text("a b c\n", encoding="utf-8")
    monkeypatch.setattr(quality, "Peer", Peer)
    monkeypatch.setattr(quality, "perplexity", lambda peer, ids: 100 / peer.seconds)
    return Rival(tmp_path)


def test_the_same_training_goes_on_from_minute_to_minute_and_on_to_the_epochs(rival):
    assert rival.after(0.5) == 100 / 30
    assert rival.after(2) == 100 / 120
    assert rival.after_epochs() == (Mark(10.0, 300.0), 100 / 300)


def test_epochs_that_were_over_before_the_minutes_are_remembered(rival):
    rival.after(8)
    assert rival.after_epochs() == (Mark(10.0, 300.0), 100 / 300)


def test_the_epochs_need_no_minutes_before(rival):
    assert rival.after_epochs()[0].seconds == 300.0
