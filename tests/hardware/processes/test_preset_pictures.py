"""The pictures of presets, read from one folder and nowhere else."""

import asyncio
from pathlib import Path

import pytest

from hardware.processes.window.preset_pictures import LARGEST_PICTURE, MOST_WAITING, PresetPictureReader


async def read(folder: Path, *names: str) -> dict[str, bytes | None]:
    """Asks for pictures and returns what was shown once all of them were."""
    shown: dict[str, bytes | None] = {}
    everything = asyncio.Event()

    def show(name: str, octets: bytes | None) -> None:
        shown[name] = octets
        if len(shown) == len(names):
            everything.set()

    reader = PresetPictureReader(folder, show)
    for name in names:
        reader.want(name)
    await asyncio.wait_for(everything.wait(), 5)
    await reader.end()
    return shown


async def test_a_picture_is_read_and_a_missing_one_is_answered(tmp_path: Path) -> None:
    (tmp_path / "one.jpg").write_bytes(b"picture")
    assert await read(tmp_path, "one.jpg", "two.jpg") == {"one.jpg": b"picture", "two.jpg": None}


@pytest.mark.parametrize("name", ["../secret", "deeper/one.jpg", "/etc/hostname", "", ".."])
async def test_nothing_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "pictures"
    (inside / "deeper").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"secret")
    (inside / "deeper" / "one.jpg").write_bytes(b"secret")
    assert await read(inside, name) == {name: None}


async def test_what_is_too_large_to_be_a_picture_is_left(tmp_path: Path) -> None:
    (tmp_path / "film.jpg").write_bytes(bytes(LARGEST_PICTURE + 1))
    assert await read(tmp_path, "film.jpg") == {"film.jpg": None}


async def test_more_than_wait_are_answered_at_once(tmp_path: Path) -> None:
    names = [f"{number}.jpg" for number in range(MOST_WAITING + 5)]
    for name in names:
        (tmp_path / name).write_bytes(b"picture")
    shown = await read(tmp_path, *names)
    assert list(shown.values()).count(None) == 5
