"""Pictures as files: PNG and SVG of what is on the screen, CSV of its table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from textgen.engine import storage
from textgen.engine.problem import Problem, noop
from textgen.gui.parts import style
from textgen.gui.parts.picture import Picture, Table

SHARP = 2  # pixels of a PNG for each of the screen's, so that it is sharp in print and on a projector


def as_png(picture: Picture) -> bytes:
    """The picture as it stands, on its ground."""
    image = QImage(picture.size() * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(style.colours().raised)
    painter = QPainter(image)
    _draw(picture, painter)
    return _written(lambda device: image.save(device, "PNG"))


def as_svg(picture: Picture) -> bytes:
    """The same as lines and letters, sharp at every size."""

    def draw(device: QIODevice) -> None:
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(device)
        generator.setSize(QSize(picture.size()))
        generator.setViewBox(QRectF(picture.rect()))
        generator.setTitle(picture.name)
        generator.setDescription(picture.summary())
        painter = QPainter(generator)
        painter.fillRect(picture.rect(), style.colours().raised)
        _draw(picture, painter)

    return _written(draw)


def as_csv(table: Table) -> bytes:
    """The table, in UTF-8 with the mark that spreadsheets want."""
    text = io.StringIO()
    csv.writer(text).writerows([table.heads, *table.lines])
    return text.getvalue().encode("utf-8-sig", "replace")


FORMATS: dict[str, Callable[[Picture], bytes]] = {
    ".png": as_png,
    ".svg": as_svg,
    ".csv": lambda picture: as_csv(picture.table()),
}


def save(path: str, picture: Picture) -> None:
    """Write it in the format that the suffix of `path` says, whole or not at all. Raises Problem."""
    try:
        storage.write(Path(path), [FORMATS[Path(path).suffix.lower()](picture)])
    except OSError as error:
        raise Problem(
            noop("Problem", "The picture could not be saved as {path} ({reason}). Choose another folder or name."),
            path=path,
            reason=error.strerror or str(error),
        ) from error


def _draw(picture: Picture, painter: QPainter) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(style.font())
    picture.paint_on(painter, QSizeF(picture.size()))
    painter.end()


def _written(write: Callable[[QIODevice], object]) -> bytes:
    buffer = QBuffer(room := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(room.data())
