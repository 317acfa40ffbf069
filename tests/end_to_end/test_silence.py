"""Silence, judged by the ears of the sites: who is heard where, and what nobody hears after the order."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from console.commands import (
    BringToPodium,
    LiftSilence,
    MuteAll,
    PutOnDeck,
    ReturnToPrevious,
    TakeOffDeck,
    UnmuteSite,
)
from console.snapshot import Fact
from console.words import MAIN_SITE, Reason
from hardware.simulator.province_orders import Join, Leave, PressMicrophone
from tests.end_to_end.conftest import SharedMeeting
from tests.end_to_end.meeting import Meeting, eventually, hears_exactly, operator

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
async def meeting(shared_meeting: SharedMeeting) -> AsyncGenerator[Meeting]:
    async with operator(shared_meeting.folder) as linked:
        await linked.until_live([MAIN_SITE, *shared_meeting.satellites])
        await linked.do(MuteAll())
        yield linked
        await linked.do(MuteAll())


async def hears(shared: SharedMeeting, site: str, numbers: set[int]) -> None:
    """Waits until a site hears exactly these voices."""
    await eventually(f"{site} hears {numbers}", lambda: hears_exactly(shared.province.show(site), numbers))


async def test_speakers_are_heard_by_all_but_themselves(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    first, second, third, _ = shared_meeting.satellites
    await meeting.do(UnmuteSite(site=first))
    await meeting.do(UnmuteSite(site=second))

    await hears(shared_meeting, third, {1, 2})
    await hears(shared_meeting, MAIN_SITE, {1, 2})
    await hears(shared_meeting, first, {2})
    await hears(shared_meeting, second, {1})


async def test_nobody_hears_anybody_after_mute_all(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    first, second, third, _ = shared_meeting.satellites
    for site in (first, second):
        await meeting.do(UnmuteSite(site=site))
    await hears(shared_meeting, third, {1, 2})

    receipt = await meeting.do(MuteAll())

    assert set(receipt.confirmed) == set(shared_meeting.satellites)
    assert not receipt.unconfirmed
    for site in (MAIN_SITE, *shared_meeting.satellites):
        await hears(shared_meeting, site, set())
    await meeting.state.until(
        "all microphones are reported closed",
        lambda: all(
            view.microphone.reported is Fact.CLOSED for view in meeting.state.sites() if view.site != MAIN_SITE
        ),
    )


async def test_mute_all_except_leaves_one_voice(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    first, second, third, _ = shared_meeting.satellites
    for site in (first, second):
        await meeting.do(UnmuteSite(site=site))
    await hears(shared_meeting, third, {1, 2})

    await meeting.do(MuteAll(except_sites=(second,)))

    await hears(shared_meeting, third, {2})
    await hears(shared_meeting, second, set())


async def test_a_late_joiner_is_under_the_order(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    province, late = shared_meeting.province, shared_meeting.satellites[3]
    province.order(Leave(site=late))
    await eventually("the site has left", lambda: province.show(late).phase == "stopped")
    await meeting.do(MuteAll())

    province.order(Join(site=late))
    await meeting.until_live([late])
    await eventually("the site knows the order", lambda: province.show(late).reason is Reason.STANDING_ORDER)
    pressed = province.order(PressMicrophone(site=late, open=True))

    assert pressed.not_done == (late,)
    assert not province.show(late).microphone_open
    await asyncio.sleep(0.7)
    assert hears_exactly(province.show(MAIN_SITE), set())


async def test_the_podium_is_heard_and_silenced_when_it_ends(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    first, second, _, _ = shared_meeting.satellites
    await meeting.do(BringToPodium(site=first))
    await hears(shared_meeting, second, {1})
    await hears(shared_meeting, first, set())

    await meeting.do(ReturnToPrevious())

    await hears(shared_meeting, second, set())


async def test_the_listen_of_the_bridge_is_heard_by_nobody_else(
    shared_meeting: SharedMeeting, meeting: Meeting
) -> None:
    province = shared_meeting.province
    first, second, _, _ = shared_meeting.satellites
    await meeting.do(LiftSilence())
    await meeting.do(PutOnDeck(site=first))
    await eventually("the bridge listens", lambda: province.show(first).listening)
    await meeting.state.until("its sound is measured", lambda: bool(meeting.state.on_deck().sound_ok))

    await asyncio.sleep(0.7)

    assert hears_exactly(province.show(second), set())
    assert not province.show(first).microphone_open
    await meeting.do(TakeOffDeck())
