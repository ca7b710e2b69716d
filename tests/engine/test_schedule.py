"""The trapezoid and patience."""

import math

import pytest

from textgen.engine.schedule import FLOOR, Patience, Schedule


def test_rate_rises_stays_and_falls_to_the_floor():
    schedule = Schedule(1000)
    assert schedule.rate(0) < 0.01
    assert schedule.rate(100) == schedule.rate(399) == 1.0
    assert schedule.rate(700) == pytest.approx(0.5)
    assert schedule.rate(999.9) == FLOOR
    assert not schedule.over(999)
    assert schedule.over(1000)


def test_without_a_limit_it_goes_on_until_it_is_cooled():
    schedule = Schedule()
    assert schedule.share(1e9) is None
    assert schedule.rate(1e9) == 1.0
    schedule.cool(600)
    assert schedule.limit == 900
    assert schedule.rate(750) == pytest.approx(0.5)
    assert schedule.share(450) == 0.5
    assert schedule.over(900)


def test_cooling_early_never_makes_a_training_longer():
    schedule = Schedule(1000)
    schedule.cool(900)
    assert schedule.limit == 1000
    assert schedule.cooling(900)
    assert schedule.rate(950) == pytest.approx(0.5)


def test_patience_counts_misses_in_a_row():
    patience = Patience(2)
    assert patience.see(50)
    assert not patience.see(60)
    assert patience.see(40)
    assert not patience.see(41)
    assert not patience.exhausted
    assert not patience.see(math.inf)
    assert patience.exhausted
    patience.renew()
    assert not patience.exhausted
    assert patience.best == 40
