"""The verdict of a race, from scripted numbers."""

from __future__ import annotations

import math

import pytest

from textgen.engine.laps import Lap, Mark, best, fainter, shrunk, verdict

LASTING = tuple(1.0 - 0.01 * k for k in range(50))
FADING = tuple(0.5**k for k in range(50))


def _lap(step: int, lstm: float, gru: float, rnn: float, rnn_norms: tuple[float, ...] = FADING) -> Lap:
    marks = {"lstm": Mark(1, lstm, LASTING, LASTING), "gru": Mark(1, gru, LASTING), "rnn": Mark(1, rnn, rnn_norms)}
    return Lap(step, 1.0, 10.0, marks)


def _said(*laps: Lap) -> str:
    return " ".join(map(str, verdict(laps)))


def test_a_plain_rnn_that_loses_is_told_of() -> None:
    said = _said(_lap(0, 300, 300, 300), _lap(9, 40, 36, 45))
    assert "GRU leads: its best held-out perplexity so far is 36.0; next is LSTM with 40.0." in said
    assert "25 % behind the best network with gates" in said
    assert "RNN 562,949,953,421" not in said  # rounded to what can be read
    assert "It vanishes fastest in the plain RNN." in said


def test_a_plain_rnn_that_leads_is_told_of() -> None:
    said = _said(_lap(9, 50, 45, 40, LASTING))
    assert "RNN leads: its best held-out perplexity so far is 40.0; next is GRU with 45.0." in said
    assert "the plain RNN does not lose: it is 12 % ahead" in said
    assert "does not vanish fastest in the plain RNN" in said


def test_a_plain_rnn_that_keeps_up_is_told_of() -> None:
    said = _said(_lap(9, 50, 40, 40.5))
    assert "At their best, GRU (40.0) and RNN (40.5) are too close to tell who leads." in said
    assert "the plain RNN does not lose: it keeps up" in said


def test_before_training_nobody_leads() -> None:
    said = _said(_lap(0, 300, 250, 280))
    assert said.startswith("Before training nobody leads")
    assert "weaker than 1 word back" in said


def test_without_a_lap_there_is_no_verdict() -> None:
    assert not list(verdict(()))


def test_the_best_perplexity_counts_and_not_the_last() -> None:
    laps = (_lap(5, 40, 36, 45), _lap(9, 50, 60, 70))
    assert best(laps, "gru") == 36
    assert "perplexity so far is 36.0" in _said(*laps)


def test_a_gradient_that_training_has_made_smaller_is_known() -> None:
    laps = (_lap(0, 300, 300, 300, LASTING), _lap(9, 40, 36, 45, FADING))
    assert fainter(laps, "rnn")
    assert not fainter(laps, "lstm")
    assert not fainter(laps[:1], "rnn")


def test_a_gradient_of_which_nothing_is_left_can_be_said() -> None:
    assert shrunk(FADING, 11) == pytest.approx(1024)
    assert math.isinf(shrunk((1.0, 0.0), 2))
    assert "RNN 1,000,000,000,000," in _said(_lap(9, 40, 36, 45, (1.0,) + (0.0,) * 49))
