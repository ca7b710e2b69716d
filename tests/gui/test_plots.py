"""The learning curve: thousands of points cheaply, plain numbers, steady axes, and a sentence for those who cannot see."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from textgen.engine.reports import Evaluation, Progress
from textgen.gui.parts import curve_data, style
from textgen.gui.parts.curve_data import MOST_POINTS, Frame, Trace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def progress(seconds: float, perplexity: float, share: float | None = None) -> Progress:
    return Progress("training", 1, seconds / 20, seconds, 1000.0, perplexity, share, None)


def evaluation(seconds: float, held_out: float, training: float = 30.0, best: bool = True) -> Evaluation:
    return Evaluation(1, seconds / 20, seconds, training, held_out, best, "The king said.")


@pytest.fixture
def curve(qtbot: QtBot):
    from textgen.gui.train.plots import LearningCurve

    curve = LearningCurve()
    qtbot.addWidget(curve)
    curve.resize(640, 400)
    curve.show()
    return curve


def length(curve) -> float:
    return curve._plot.viewRange()[0][1]


# ---- the numbers behind it --------------------------------------------------------------------------------------------


def test_a_long_trace_stays_short_and_keeps_its_ends() -> None:
    trace = Trace()
    for start in range(0, 60_000, 10):
        trace.extend((float(i), 100.0) for i in range(start, start + 10))
    assert len(trace.x) < 2 * MOST_POINTS
    assert (np.diff(trace.x) > 0).all()
    assert trace.x[-1] > 59_900
    assert trace.x[0] < 60
    assert trace.value(0) == pytest.approx(100)


def test_what_has_no_logarithm_is_left_out() -> None:
    trace = Trace()
    trace.extend([(0, math.inf), (1, math.nan), (2, 0.0), (3, 50.0)])
    assert list(trace.x) == [3.0]
    assert trace.value(0) == pytest.approx(50)


@pytest.mark.parametrize(("low", "high"), [(1, 10), (20, 700), (31, 38), (1, 100_000), (5.1, 5.4), (990, 1010)])
@pytest.mark.parametrize("most", [2, 4, 8, 20])
def test_ticks_are_round_inside_and_not_too_many(low: float, high: float, most: int) -> None:
    ticks = curve_data.perplexity_ticks(math.log10(low), math.log10(high), most)
    assert 1 <= len(ticks) <= most + 1
    assert all(low * 0.999 <= tick <= high * 1.001 for tick in ticks)
    assert ticks == sorted(set(ticks))


def test_ticks_of_a_usual_curve_are_the_expected_ones() -> None:
    assert curve_data.perplexity_ticks(math.log10(20), math.log10(700), 6) == [20, 50, 100, 200, 500]


def test_edges_are_round_and_enclose() -> None:
    for value in (1.0, 3.3, 9.99, 47, 700, 13_154):
        assert curve_data.edge_below(value) <= value <= curve_data.edge_above(value)
    assert (curve_data.edge_below(47), curve_data.edge_above(47)) == (30, 50)


def test_the_lower_axis_grows_in_steps_and_never_back() -> None:
    frame = Frame()
    lengths = [frame.length(minutes / 10) for minutes in range(400)]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) <= 8
    frame.running = False
    assert frame.length(33.0) == pytest.approx(34, abs=0.1)


def test_the_lower_axis_is_as_long_as_the_training_where_that_is_known() -> None:
    frame = Frame()
    frame.expected = 10.0
    assert frame.length(0.1) == frame.length(5.0) == pytest.approx(10.2)


def test_a_wavering_estimate_does_not_move_the_lower_axis() -> None:
    frame = Frame()
    frame.expected = 10.0
    first = frame.length(1.0)
    for frame.expected in (9.7, 10.05, 8.5, 10.0):
        assert frame.length(1.0) == first
    frame.expected = 5.0
    assert frame.length(1.0) == pytest.approx(5.1)


def test_the_upper_end_leaves_the_steep_beginning_out_once_something_is_measured() -> None:
    frame, trace = Frame(), Trace()
    trace.extend([(0, 13_000), (1, 300)])
    assert frame.heights(trace, [], [])[1] > 13_000
    low, high = frame.heights(trace, [evaluation(60, 310)], [])
    assert 310 < high < 1000
    assert 1 <= low < 300


def test_the_sentence_names_first_last_best_and_training() -> None:
    points = [evaluation(10, 420), evaluation(80, 33.1), evaluation(120, 36.2, training=21)]
    sentence = curve_data.summary(points)
    for part in ("420", "36.2", "33.1", "1 min 20 s", "2 min", "21.0"):
        assert part in sentence
    assert curve_data.summary([]) == "Nothing has been measured yet."


# ---- the widget -------------------------------------------------------------------------------------------------------


def test_appended_points_are_drawn_and_told(curve) -> None:
    curve.append([progress(s, 500 / (s + 1)) for s in range(60)], [evaluation(30, 80), evaluation(60, 60)])
    curve.flush()
    x, y = curve._held_out.getData()
    assert list(x) == [0.5, 1.0]
    assert list(10**y) == pytest.approx([80, 60])
    assert "60" in curve.accessibleDescription()
    assert curve._best_name.toPlainText() == "best 60.0"


def test_drawing_waits_until_somebody_looks(curve) -> None:
    curve.hide()
    curve.append([progress(1, 50)], [evaluation(1, 60)])
    curve.flush()
    assert curve._held_out.getData()[0] is None
    assert "60" in curve.accessibleDescription()
    curve.show()
    assert list(curve._held_out.getData()[0]) == [pytest.approx(1 / 60)]


def test_reports_in_quick_succession_are_drawn_together(curve, qtbot: QtBot) -> None:
    drawn = []
    curve._redraw.timeout.connect(lambda: drawn.append(len(curve._trace.x)))
    for second in range(50):
        curve.append([progress(second, 100)])
    qtbot.waitUntil(lambda: bool(drawn))
    assert drawn == [50]


def test_the_axes_hold_still_while_a_training_with_a_limit_runs(curve) -> None:
    lengths = set()
    for second in range(1, 100):
        curve.append([progress(second, 300 / second + 30, share=second / 100)])
        curve.flush()
        lengths.add(round(length(curve), 3))
    assert len(lengths) == 1


def test_the_end_fits_the_axis_to_the_curve(curve) -> None:
    curve.append([progress(30, 40, share=0.05)], [evaluation(30, 50)])
    curve.flush()
    assert length(curve) > 9
    curve.finish()
    assert length(curve) == pytest.approx(0.515)


def test_a_saved_history_is_shown_like_a_training(curve) -> None:
    curve.append([progress(30, 40)], [evaluation(30, 50)])
    curve.show_history([evaluation(60, 90, training=70), evaluation(120, 45, training=35)])
    assert list(curve._held_out.getData()[0]) == [1.0, 2.0]
    assert list(10 ** curve._training.getData()[1]) == pytest.approx([70, 35])
    curve.clear()
    assert curve.summary() == "Nothing has been measured yet."
    assert not curve._best.isVisible()


def test_tick_numbers_are_plain(curve) -> None:
    axis = curve._plot.getAxis("left")
    assert axis.tickStrings([math.log10(v) for v in (2, 20, 5000)], 1, 1) == ["2", "20", "5,000"]
    assert curve._plot.getAxis("bottom").tickStrings([0.1, 1.5, 120], 1, 1) == ["0.1", "1.5", "120"]


def test_the_pointer_reads_the_nearest_point(curve) -> None:
    curve.append([progress(1, 100, share=1 / 120)], [evaluation(30, 80, 75), evaluation(90, 40, 25)])
    curve.flush()
    box = curve._plot.getViewBox()
    near = box.mapViewToScene(QPointF(1.49, math.log10(60)))
    curve._on_pointer(near)
    assert curve.reading() == "1 min 30 s, pass 4.5\nheld-out 40.0\ntraining 25.0"
    assert curve._hair.isVisible()
    curve._on_pointer(box.mapViewToScene(QPointF(1.0, math.log10(60))))
    assert curve.reading() == ""
    assert not curve._hair.isVisible()


def test_the_arrow_keys_read_point_after_point(curve, qtbot: QtBot) -> None:
    curve.append([], [evaluation(30, 80), evaluation(60, 60), evaluation(90, 40)])
    curve.flush()
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(curve, key)
        seen.append(curve.reading().split(",")[0])
    assert seen == ["1 min 30 s", "1 min", "1 min 30 s", "1 min 30 s"]


def test_the_focus_shows_in_the_reading_of_the_newest_point(curve, qtbot: QtBot) -> None:
    curve.append([], [evaluation(30, 80), evaluation(60, 60)])
    with qtbot.waitActive(curve):
        curve.activateWindow()
    curve.clearFocus()
    curve.setFocus()
    assert curve.reading().startswith("1 min")
    curve.clearFocus()
    assert curve.reading() == ""


def test_a_reading_does_not_outlive_its_training(curve) -> None:
    curve.append([], [evaluation(30, 80)])
    curve._read_at(0)
    curve.clear()
    assert curve.reading() == ""


def test_baselines_are_named_dotted_lines_inside_the_picture(curve) -> None:
    curve.append([progress(10, 60)], [evaluation(10, 50)])
    curve.set_baselines({"word counts alone": 412.0})
    low, high = curve._plot.viewRange()[1]
    (line,) = curve._lines
    assert line.value() == pytest.approx(math.log10(412))
    assert low < line.value() < high
    assert line.label.format == "word counts alone: 412"
    assert line.pen.style() == Qt.PenStyle.DotLine
    curve.set_baselines({})
    assert curve._lines == []


@pytest.mark.parametrize(("held_out", "anchors"), [(30, [(1, 1), (1, 1)]), (80, [(0, 1), (0, 0)])])
def test_the_names_of_baselines_stand_where_the_curve_is_not(curve, held_out: float, anchors: list) -> None:
    curve.append([progress(10, 60)], [evaluation(10, 200), evaluation(20, held_out)])
    curve.set_baselines({"pairs": 92.0, "runs": 71.0})
    assert [line.label.anchors[0] for line in curve._lines] == anchors


def test_the_name_of_the_best_point_leaves_room_to_a_line_just_above_it(curve) -> None:
    curve.append([], [evaluation(10, 200), evaluation(20, 60), evaluation(30, 62)])
    curve.flush()
    assert curve._best_name.anchor.y() > 1
    curve.set_baselines({"runs": 66.0})
    assert curve._best_name.anchor.y() < 0


def test_it_follows_light_and_dark(curve) -> None:
    app = QApplication.instance()
    before = app.palette()
    accent = style.colours().accent
    dark = QPalette(Qt.GlobalColor.black)
    try:
        app.setPalette(dark)
        QApplication.processEvents()
        assert style.colours().accent != accent
        assert curve._held_out.opts["pen"].color() == style.colours().accent
        assert curve._plot.backgroundBrush().color() == style.colours().raised
    finally:
        app.setPalette(before)
        QApplication.processEvents()
