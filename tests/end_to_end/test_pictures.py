"""Pictures, judged by their pixels: whose room stands under whose name, and what every site sees of the program."""

from collections.abc import AsyncGenerator
from pathlib import Path

import numpy as np
import pytest

from console.commands import BringToPodium, PutOnDeck, ReturnToPrevious, SetLayout
from console.engine_port import ProgramPlace, SetViews, TileView
from console.words import MAIN_SITE, Layout, Rung
from hardware.link.frame_slots import FrameReader
from hardware.simulator.rooms.frame_marker import Marker, read_marker
from tests.end_to_end.conftest import SharedMeeting
from tests.end_to_end.meeting import Meeting, eventually, operator

pytestmark = pytest.mark.timeout(120)

TILE = (320, 180)
PROGRAM = (960, 540)
HALL = (1920, 1080)


@pytest.fixture
async def meeting(shared_meeting: SharedMeeting) -> AsyncGenerator[Meeting]:
    async with operator(shared_meeting.folder) as linked:
        await linked.until_live([MAIN_SITE, *shared_meeting.satellites])
        tiles = tuple(TileView(site=site, width=TILE[0], height=TILE[1]) for site in shared_meeting.satellites)
        hall = ProgramPlace(place="hall", width=HALL[0], height=HALL[1])
        views = SetViews(tiles=tiles, program_width=PROGRAM[0], program_height=PROGRAM[1], further_program=(hall,))
        linked.client.show_views(views)
        yield linked


class Screen:
    """Reads the shared pictures as a window does."""

    def __init__(self, shared: SharedMeeting) -> None:
        self._reader = FrameReader(Path(shared.folder.require_address().frames_folder))

    def marker(self, key: str) -> Marker | None:
        picture = self._reader.latest(key)
        if picture is None:
            return None
        rows = np.frombuffer(picture.pixels, np.uint8)[: picture.height * picture.stride]
        pixels = rows.reshape(picture.height, -1, 4)[:, : picture.width, 1].copy()
        return read_marker(pixels) if picture.still_valid() else None

    def size(self, key: str) -> tuple[int, int] | None:
        """Returns width and height of the newest picture."""
        picture = self._reader.latest(key)
        return None if picture is None else (picture.width, picture.height)

    def number(self, key: str) -> int | None:
        marker = self.marker(key)
        return marker.site_number if marker else None


async def test_every_site_is_seen_under_its_own_name(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    screen = Screen(shared_meeting)
    for site in shared_meeting.satellites:
        view = meeting.state.site(site)
        assert view is not None
        await eventually(
            f"the picture of number {view.number} is in the tile of {site}",
            lambda site=site, view=view: screen.number(f"tile/{site}") == view.number,
        )


async def test_tiles_move(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    screen, site = Screen(shared_meeting), shared_meeting.satellites[0]
    seen: set[int] = set()

    def look() -> bool:
        marker = screen.marker(f"tile/{site}")
        if marker is not None:
            seen.add(marker.counter)
        return len(seen) >= 8

    await eventually("eight different pictures in a tile", look)


async def test_all_see_the_podium_and_the_podium_sees_the_main_endpoint(
    shared_meeting: SharedMeeting, meeting: Meeting
) -> None:
    province = shared_meeting.province
    on_air, *others = shared_meeting.satellites

    receipt = await meeting.do(BringToPodium(site=on_air))

    for site in (MAIN_SITE, *others):
        await eventually(f"{site} sees 1", lambda site=site: province.show(site).program_site_number == 1)
    await eventually("the podium sees the main endpoint", lambda: province.show(on_air).program_site_number == 0)
    await eventually("the window sees 1", lambda: Screen(shared_meeting).number("program") == 1)
    await eventually("the hall sees 1", lambda: Screen(shared_meeting).number("program/hall") == 1)
    assert Screen(shared_meeting).size("program/hall") == HALL
    assert province.show(on_air).rung is Rung.PODIUM
    assert receipt.facts["connection_ms"] >= max(receipt.facts["frame_ms"], receipt.facts["sound_ms"])
    # The province's answers are waited for on the loop's own thread: what the link brought meanwhile is read only now.
    connection_ms = receipt.facts["connection_ms"]
    await meeting.state.until("the podium's time", lambda: meeting.state.podium().last_connection_ms == connection_ms)

    await meeting.do(ReturnToPrevious())
    await eventually("all see the main endpoint", lambda: province.show(others[0]).program_site_number == 0)


async def test_the_site_on_deck_is_checked_before_anybody_sees_it(
    shared_meeting: SharedMeeting, meeting: Meeting
) -> None:
    province, site = shared_meeting.province, shared_meeting.satellites[1]

    await meeting.do(PutOnDeck(site=site))
    await meeting.state.until("picture and sound are checked", lambda: bool(meeting.state.on_deck().sound_ok))

    assert province.show(site).listening, "the site shows that the bridge listens"
    assert province.show(site).rung is Rung.ON_DECK
    assert province.show(shared_meeting.satellites[2]).program_site_number != 2
    receipt = await meeting.do(BringToPodium(site=site))
    assert receipt.facts["preflight_ms"] == 0, "the checks on deck count"
    await meeting.do(ReturnToPrevious())


async def test_a_grid_names_the_sites_it_shows(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    await meeting.do(SetLayout(layout=Layout.GRID_2X2))

    await meeting.state.until("four sites are shown", lambda: len(meeting.state.podium().slots) == 4)
    await meeting.do(SetLayout(layout=Layout.MAIN_ENDPOINT))
