"""Pictures painted out of shared memory: the newest one, never a torn one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hardware.link.frame_slots import FrameReader, FrameWriter
from widgets.drawing.pictures import PictureFeed

WIDTH, HEIGHT = 32, 18


@pytest.fixture
def writer(tmp_path: Path, qapp: QApplication) -> Iterator[FrameWriter]:
    writer = FrameWriter(tmp_path)
    yield writer
    writer.close()


def write(writer: FrameWriter, grey: int) -> None:
    writer.write("tile/a", bytes((grey, grey, grey, 255)) * (WIDTH * HEIGHT), WIDTH, HEIGHT, 4 * WIDTH, 0, 0)


def painted(feed: PictureFeed) -> set[int]:
    """Returns the greys that stand in a painted picture."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    with QPainter(image) as painter:
        feed.paint(painter, QRectF(0, 0, WIDTH, HEIGHT), 1.0)
    return {image.pixelColor(x, y).red() for x in range(WIDTH) for y in range(HEIGHT)}


def test_the_newest_picture_is_painted_and_stays(writer: FrameWriter, tmp_path: Path) -> None:
    feed = PictureFeed(FrameReader(tmp_path), "tile/a")
    write(writer, 10)
    assert feed.refresh()
    assert painted(feed) == {10}
    write(writer, 20)
    assert painted(feed) == {10}
    assert feed.refresh()
    assert not feed.refresh()
    assert painted(feed) == {20}


def test_a_picture_that_its_writer_has_overtaken_gives_way_to_the_newest(writer: FrameWriter, tmp_path: Path) -> None:
    feed = PictureFeed(FrameReader(tmp_path), "tile/a")
    write(writer, 10)
    assert feed.refresh()
    for grey in (20, 30, 40):  # the fourth lies where the first did
        write(writer, grey)
    assert painted(feed) == {40}


def test_a_picture_stays_when_its_slot_has_ended(writer: FrameWriter, tmp_path: Path) -> None:
    feed = PictureFeed(FrameReader(tmp_path), "tile/a")
    write(writer, 10)
    assert feed.refresh()
    writer.drop("tile/a")
    assert not feed.refresh()
    assert painted(feed) == {10}


def test_a_forgotten_picture_is_gone(writer: FrameWriter, tmp_path: Path) -> None:
    feed = PictureFeed(FrameReader(tmp_path), "tile/a")
    write(writer, 10)
    assert feed.refresh()
    feed.forget()
    assert feed.image is None
    assert painted(feed) == {255}
