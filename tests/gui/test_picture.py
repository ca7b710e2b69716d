"""Pictures: their frame, their table and what goes out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from textgen.engine.problem import Problem
from textgen.gui.look.picture_frame import PictureFrame
from textgen.gui.parts import picture_out
from textgen.gui.parts.memory import Memory
from textgen.gui.parts.picture import Picture, Table
from textgen.gui.parts.widgets import SideBySide


class Square(Picture):
    """A picture whose left half is black."""

    def __init__(self) -> None:
        super().__init__("square")
        self.said = "Half of it is black."

    def paint_on(self, painter: QPainter, size: QSizeF) -> None:
        painter.fillRect(QRectF(0, 0, size.width() / 2, size.height()), Qt.GlobalColor.black)

    def summary(self) -> str:
        return self.said

    def table(self) -> Table:
        return Table(("side", "black"), [("left, the", "100 %"), ("right", "0 %")])


@pytest.fixture
def square(qtbot: QtBot) -> Square:
    made = Square()
    made.resize(60, 40)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def frame(qtbot: QtBot, square: Square) -> PictureFrame:
    made = PictureFrame(square, "A square", Memory())
    qtbot.addWidget(made)
    made.show()
    return made


def black(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).lightness() < 20


def test_a_png_is_twice_as_fine_as_the_screen(square: Square, tmp_path: Path) -> None:
    picture_out.save(str(tmp_path / "a.png"), square)
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (120, 80)
    assert black(image, 30, 40) and not black(image, 90, 40)


def test_an_svg_shows_the_same_and_says_what_is_to_be_seen(square: Square, tmp_path: Path) -> None:
    picture_out.save(str(tmp_path / "a.svg"), square)
    written = (tmp_path / "a.svg").read_bytes()
    assert b"Half of it is black." in written
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(written)).render(painter)
    painter.end()
    assert black(image, 15, 20) and not black(image, 45, 20)


def test_a_csv_holds_the_table(square: Square, tmp_path: Path) -> None:
    picture_out.save(str(tmp_path / "a.csv"), square)
    read = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"))))
    assert read == [["side", "black"], ["left, the", "100 %"], ["right", "0 %"]]


def test_a_folder_that_is_not_there_is_a_problem(square: Square, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be saved"):
        picture_out.save(str(tmp_path / "no" / "a.png"), square)


def test_what_cannot_be_saved_is_said_in_the_frame(frame: PictureFrame, tmp_path: Path) -> None:
    frame.save(str(tmp_path / "no" / "a.png"))
    assert any("could not be saved" in label.text() for label in frame.findChildren(QLabel) if label.isVisible())


def test_the_table_stands_in_the_place_of_the_picture(frame: PictureFrame, square: Square, qtbot: QtBot) -> None:
    qtbot.mouseClick(frame.as_table, Qt.MouseButton.LeftButton)
    assert frame.lines.isVisible() and not square.isVisible()
    qtbot.keyClick(frame.lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "side\tblack\nleft, the\t100 %\nright\t0 %"


def test_a_picture_of_nothing_has_no_way_out(frame: PictureFrame, square: Square, qtbot: QtBot) -> None:
    assert frame.out.isEnabled() and square.accessibleDescription() == "Half of it is black."
    square.said = ""
    square.changed.emit()
    qtbot.waitUntil(lambda: not frame.out.isEnabled())
    assert "nothing to export" in frame.out.toolTip()
    assert not frame.summary.isVisible()


@pytest.mark.parametrize(("width", "beside"), [(800, True), (400, False)])
def test_two_stand_beside_each_other_where_there_is_room(qtbot: QtBot, width: int, beside: bool) -> None:
    left, right = QWidget(), QWidget()
    both = SideBySide(left, right, 600)
    qtbot.addWidget(both)
    both.resize(width, 300)
    both.show()
    qtbot.waitUntil(lambda: (left.y() == right.y()) == beside and (left.x() == right.x()) != beside)
