"""Pictures, levels and headphones of the embedded engine: who is shown where, and what is not converted at all."""

import asyncio
import time

import msgspec
import numpy as np

from console.engine_port import (
    ConnectionKind,
    ProgramApplied,
    ProgramPlace,
    SetListen,
    SetProgram,
    SetViews,
    TileView,
)
from console.words import MAIN_SITE, Layout
from hardware.link.frame_slots import FrameReader, Picture
from hardware.link.levels import LevelReader
from tests.hardware.engines.conftest import RoomMaker
from tests.hardware.engines.engine_room import until
from tests.hardware.engines.small_site import SmallSite


def middle(picture: Picture) -> tuple[int, int, int]:
    rows = np.frombuffer(picture.pixels, np.uint8)[: picture.stride * picture.height].reshape(-1, picture.stride)
    x = picture.width // 2 * 4
    blue, green, red = (int(value) for value in rows[picture.height // 2, x : x + 3])
    return red, green, blue


def grey(luma: int) -> int:
    """Returns the RGB value of a grey of limited-range luma."""
    return round((luma - 16) * 255 / 219)


async def shows(reader: FrameReader, key: str, luma: int) -> Picture:
    found: list[Picture] = []

    def look() -> bool:
        picture = reader.latest(key)
        found[:] = [picture] if picture and all(abs(v - grey(luma)) < 8 for v in middle(picture)) else []
        return bool(found)

    await until(look, what=f"{key} with luma {luma}")
    return found[0]


def views(*tiles: str, program: tuple[int, int] = (0, 0), on_deck: str | None = None) -> SetViews:
    return SetViews(
        tiles=tuple(TileView(site=site, width=236, height=133) for site in tiles),
        program_width=program[0],
        program_height=program[1],
        on_deck=None if on_deck is None else TileView(site=on_deck, width=480, height=270),
    )


async def test_each_tile_shows_its_site_at_its_size_and_hidden_ones_are_not_converted(make_room: RoomMaker) -> None:
    async with make_room() as room:
        sites = [SmallSite(f"s{number:03}", luma=50 + 40 * number) for number in range(4)]
        await room.join(*sites)
        room.engine.submit(views("s001", "s003"))
        reader = room.pictures()
        for site in (sites[1], sites[3]):
            picture = await shows(reader, f"tile/{site.site}", site.luma)
            assert (picture.width, picture.height) == (236, 133)
            assert abs(time.monotonic() * 1000 - picture.captured_monotonic_ms) < 2000
        assert reader.latest("tile/s000") is None
        assert reader.latest("tile/s002") is None
        room.engine.submit(views("s002"))
        await shows(reader, "tile/s002", sites[2].luma)
        await until(lambda: reader.latest("tile/s001") is None, what="the end of a tile that nobody shows")


async def test_program_and_on_deck_have_places_of_their_own(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main, deck = SmallSite(MAIN_SITE, luma=60), SmallSite("s001", luma=180)
        await room.join(main, deck)
        room.engine.submit(views(program=(960, 540), on_deck="s001"))
        room.engine.submit(SetProgram(epoch=1, layout=Layout.MAIN_ENDPOINT, slots=(MAIN_SITE,)))
        reader = room.pictures()
        program = await shows(reader, "program", 60)
        assert (program.width, program.height) == (960, 540)
        preview = await shows(reader, "on_deck", 180)
        assert (preview.width, preview.height) == (480, 270)


async def test_the_program_is_shown_in_as_many_sizes_as_there_are_screens(make_room: RoomMaker) -> None:
    async with make_room() as room:
        main = SmallSite(MAIN_SITE, luma=60)
        await room.join(main)
        room.engine.submit(SetProgram(epoch=1, layout=Layout.MAIN_ENDPOINT, slots=(MAIN_SITE,)))
        screen = ProgramPlace(place="screen", width=1920, height=1080)
        small = views(program=(390, 220))
        room.engine.submit(msgspec.structs.replace(small, further_program=(screen,)))
        reader = room.pictures()
        for key, size in (("program", (390, 220)), ("program/screen", (1920, 1080))):
            picture = await shows(reader, key, 60)
            assert (picture.width, picture.height) == size
        room.engine.submit(small)
        await until(lambda: reader.latest("program/screen") is None, what="the end of a screen that was unplugged")
        assert await frames_in(reader, "program", 1.0) > 4


async def test_a_window_that_comes_later_sees_a_still_program(make_embedded: RoomMaker) -> None:
    async with make_embedded() as room:
        room.engine.submit(SetProgram(epoch=1, layout=Layout.PODIUM, slots=("s009",), slate_text="Chưa có tín hiệu"))
        await room.report(ProgramApplied)
        await asyncio.sleep(0.5)
        room.engine.submit(views(program=(640, 360)))
        reader = room.pictures()
        await until(lambda: reader.latest("program"), what="the slate in the window")


async def test_a_device_that_sends_large_pictures_is_decoded_at_key_frames_until_it_is_shown(
    make_embedded: RoomMaker,
) -> None:
    async with make_embedded() as room:
        device = SmallSite("s001", kind=ConnectionKind.DEVICE, width=1280, height=720, frames_per_second=25)
        await room.join(device)
        room.engine.submit(views("s001"))
        reader = room.pictures()
        await shows(reader, "tile/s001", device.luma)
        assert await frames_in(reader, "tile/s001", 3.0) <= 4
        room.engine.submit(SetProgram(epoch=1, layout=Layout.PODIUM, slots=("s001",)))
        await asyncio.sleep(0.7)
        assert await frames_in(reader, "tile/s001", 1.0) > 10


async def frames_in(reader: FrameReader, key: str, seconds: float) -> int:
    seen: set[int] = set()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        picture = reader.latest(key)
        if picture is not None:
            seen.add(picture.sequence)
        await asyncio.sleep(0.01)
    return len(seen)


async def test_levels(make_embedded: RoomMaker) -> None:
    async with make_embedded() as room:
        one, two = SmallSite("s001", hertz=700), SmallSite("s002", hertz=1100)
        await room.join(one, two)
        room.engine.submit(SetListen(epoch=1, measured_sites=("s001", "s002")))
        levels = LevelReader(room.folder)
        for site in ("s001", "s002"):
            await until(lambda s=site: -25 < (level_of(levels, s) or -127) < -10, what=f"the level of {site}")
        room.engine.submit(SetListen(epoch=2, measured_sites=()))
        await until(lambda: level_of(levels, "s001") is None, what="the end of the level")


def level_of(levels: LevelReader, site: str) -> float | None:
    level = levels.read().get(site)
    return None if level is None else level.level_db
