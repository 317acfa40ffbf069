"""What a window sees and hears follows the folder of the bridge that is connected."""

from pathlib import Path

from hardware.link.frame_slots import FrameWriter
from hardware.link.levels import LevelWriter
from hardware.link.live_pictures import LivePictures


def paint(folder: Path, shade: int) -> None:
    pixels = memoryview(bytes([shade]) * (4 * 8 * 8))
    FrameWriter(folder).write("program", pixels, 8, 8, 32, 1000, 1)


def test_before_the_first_bridge_there_is_nothing() -> None:
    pictures = LivePictures()
    assert pictures.latest("program", 0) is None
    assert pictures.read() == {}


def test_a_new_bridge_has_a_new_folder(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, shade, level in ((first, 10, -20.0), (second, 200, -40.0)):
        folder.mkdir()
        paint(folder, shade)
        LevelWriter(folder).write("s001", level, level, 5)
    pictures = LivePictures()
    for folder, shade, level in ((first, 10, -20.0), (first, 10, -20.0), (second, 200, -40.0)):
        pictures.follow(folder)
        picture = pictures.latest("program", 0)
        assert picture is not None
        assert picture.pixels[0] == shade
        assert pictures.read()["s001"].level_db == level
