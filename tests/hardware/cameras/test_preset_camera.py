"""Presets on the disk and their pictures: kept over a restart, whole or not at all, never held up by a picture."""

import asyncio
import logging
from pathlib import Path

import pytest

from console.cameras.camera_wishes import Delete, Restore, Save
from console.words import Reason
from hardware.cameras.preset_book import LARGEST_PICTURE, PresetBook
from tests.hardware.cameras.stand import LEFT, RIGHT, stand

JPEG = b"\xff\xd8 a small picture \xff\xd9"


async def picture() -> bytes | None:
    return JPEG


async def test_presets_are_there_again_after_a_restart(tmp_path: Path) -> None:
    async with stand(tmp_path, picture=picture) as made:
        made.head.place = LEFT
        made.port.ask("1", Save(preset="Bàn chủ tọa"))
        assert await made.ended("1") is None
        end = made.end_of("1")
        assert end is not None
        assert end.position == LEFT.rounded()
    async with stand(tmp_path) as made:
        facts = made.port.facts()
        assert facts.presets == ("Bàn chủ tọa",)
        name = facts.saved[0].picture
        assert name is not None
        assert name.startswith("main-ban-chu-toa-")
        assert name.isascii()
        assert (tmp_path / "pictures" / name).read_bytes() == JPEG
        made.head.place = RIGHT
        # Another camera of the same model in its place: its memories are empty.
        made.port.recall("2", "Bàn chủ tọa")
        assert await made.ended("2") is None
        assert made.head.place.rounded() == LEFT.rounded()


async def test_in_a_confidential_meeting_a_preset_is_kept_without_its_picture(tmp_path: Path) -> None:
    confidential = True
    async with stand(tmp_path, picture=picture, may_keep=lambda: not confidential) as made:
        made.port.ask("1", Save(preset="Bàn chủ tọa"))
        assert await made.ended("1") is None
        assert [saved.picture for saved in made.port.facts().saved] == [None]
        assert not list((tmp_path / "pictures").glob("*"))
        confidential = False
        made.port.ask("2", Save(preset="Cửa sau"))
        assert await made.ended("2") is None
        assert len(list((tmp_path / "pictures").iterdir())) == 1


async def test_pictures_go_when_nothing_needs_them_any_more(tmp_path: Path) -> None:
    async with stand(tmp_path, picture=picture) as made:
        for number, overwrite in enumerate((False, True, True)):
            made.port.ask(str(number), Save(preset="a", overwrite=overwrite))
            assert await made.ended(str(number)) is None
        assert len(list((tmp_path / "pictures").iterdir())) == 2
        for number, wish in enumerate((Restore(preset="a"), Delete(preset="a"), Restore(preset="a")), 10):
            made.port.ask(str(number), wish)
            assert await made.ended(str(number)) is None
        (kept,) = (tmp_path / "pictures").iterdir()
        assert kept.name == made.port.facts().saved[0].picture


async def test_a_picture_that_does_not_come_or_is_too_large_stands_in_nobodys_way(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def never() -> bytes | None:
        await asyncio.sleep(60)
        return None

    async def huge() -> bytes | None:
        return bytes(LARGEST_PICTURE + 1)

    for number, take in enumerate((never, huge)):
        async with stand(tmp_path / str(number), picture=take) as made:
            made.port.ask("1", Save(preset="a"))
            assert await made.ended("1") is None
            assert made.port.facts().saved[0].picture is None
    assert any("without a picture" in record.message for record in caplog.records)


async def test_what_the_disk_does_not_take_is_said_and_the_old_preset_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "presets"
    async with stand(folder) as made:
        made.head.place = LEFT
        made.port.ask("1", Save(preset="a"))
        assert await made.ended("1") is None
        kept = (folder / "main.json").read_bytes()
        (folder / "main.json").unlink()
        (folder / "main.json").mkdir()
        (folder / "main.json" / "in the way").touch()
        made.head.place = RIGHT
        with caplog.at_level(logging.ERROR):
            made.port.ask("2", Save(preset="a", overwrite=True))
            assert await made.ended("2") is Reason.PRESET_NOT_KEPT
        made.port.recall("3", "a")
        assert await made.ended("3") is None
        assert made.head.place.rounded() == LEFT.rounded()
        assert kept


async def test_more_presets_than_the_camera_has_memories(tmp_path: Path) -> None:
    async with stand(tmp_path, last_slot=1) as made:
        for number in range(3):
            made.port.ask(str(number), Save(preset=f"góc {number}"))
        ends = [await made.ended(str(number)) for number in range(3)]
        assert ends == [None, Reason.CAMERA_BUSY, Reason.CAMERA_BUSY]
        made.port.ask("a", Save(preset="góc 1"))
        assert await made.ended("a") is None
        made.port.ask("b", Save(preset="góc 2"))
        assert await made.ended("b") is Reason.PRESETS_FULL


def test_a_file_that_cannot_be_read_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "main.json").write_text('{"presets": [{"present": ', encoding="utf-8")
    book = PresetBook(tmp_path, "main")
    assert book.entries == ()
    assert book.trouble is not None
    assert "main.bad" in str(book.trouble)
    assert (tmp_path / "main.bad").exists()
    assert not (tmp_path / "main.json").exists()
