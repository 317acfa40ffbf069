"""Whoever wants a picture of a window puts a wish into a folder and waits until the wish is gone."""

import asyncio
from pathlib import Path

import pytest

from hardware.processes.window.wanted_pictures import take_wanted_pictures


def take(path: Path) -> None:
    path.write_bytes(b"picture")


async def test_a_wish_becomes_a_picture_until_nobody_looks_any_more(tmp_path: Path) -> None:
    looking = asyncio.create_task(take_wanted_pictures(tmp_path, take))
    for name in ("1-all-live", "2-silence"):
        wish = tmp_path / f"{name}.want"
        wish.touch()
        async with asyncio.timeout(2):
            while wish.exists():  # noqa: ASYNC110 - as a script in another process would wait
                await asyncio.sleep(0.01)
        assert (tmp_path / f"{name}.png").read_bytes() == b"picture"
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking
