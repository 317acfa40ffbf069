"""The floor from the raised hand to the end of the speech, and what happens when the speaker is cut off."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from console.commands import EndSession, GrantFloor, LiftSafeStop, MuteAll, RequestFloor, SafeStop
from console.words import MAIN_SITE, FloorSource, PodiumPhase
from hardware.simulator.province_orders import AskFloor, EndSpeech, PressMicrophone
from tests.end_to_end.conftest import SharedMeeting
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, new_folder, operator, plan

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
async def meeting(shared_meeting: SharedMeeting) -> AsyncGenerator[Meeting]:
    async with operator(shared_meeting.folder) as linked:
        await linked.until_live([MAIN_SITE, *shared_meeting.satellites])
        yield linked
        await linked.do(EndSession())


def queue(meeting: Meeting) -> list[str]:
    """Returns the sites that wait, in order."""
    return [request.site for request in meeting.state.floor().requests if not request.granted]


async def test_a_speech_from_the_raised_hand_to_its_end(shared_meeting: SharedMeeting, meeting: Meeting) -> None:
    province = shared_meeting.province
    asking, calling, other, _ = shared_meeting.satellites
    raised = AskFloor(site=asking, note="xin phát biểu")
    await eventually("the hand can be raised", lambda: not province.order(raised).not_done)
    await meeting.state.until("the hand is seen", lambda: queue(meeting) == [asking])
    await meeting.do(RequestFloor(site=calling, source=FloorSource.PHONE, note="gọi điện"))
    await meeting.state.until("both wait", lambda: queue(meeting) == [asking, calling])
    await eventually("the site knows its place", lambda: province.show(calling).queue_place == 2)

    request = meeting.state.floor().requests[0].request_id
    receipt = await meeting.do(GrantFloor(request_id=request))

    assert "opened_ms" in receipt.facts
    await meeting.state.until("the speech runs", lambda: meeting.state.floor().speaker == asking)
    await eventually("all hear the speaker", lambda: hears_exactly(province.show(other), {1}))
    await eventually("the next is first now", lambda: province.show(calling).queue_place == 1)
    province.order(EndSpeech(site=asking))

    await meeting.state.until("the speech has ended", lambda: meeting.state.floor().speaker is None)
    await eventually("nobody is heard", lambda: hears_exactly(province.show(other), set()))
    assert not province.show(asking).microphone_open
    assert queue(meeting) == [calling]


async def test_safe_stop_silences_the_speaker_and_gives_him_back(
    shared_meeting: SharedMeeting, meeting: Meeting
) -> None:
    province = shared_meeting.province
    speaker, listener, _, _ = shared_meeting.satellites
    await meeting.do(RequestFloor(site=speaker))
    await meeting.state.until("he waits", lambda: queue(meeting) == [speaker])
    await meeting.do(GrantFloor(request_id=meeting.state.floor().requests[0].request_id))
    await eventually("he is heard", lambda: hears_exactly(province.show(listener), {1}))

    await meeting.do(SafeStop())

    await eventually("nobody is heard", lambda: hears_exactly(province.show(listener), set()))
    await eventually("all see the main endpoint", lambda: province.show(listener).program_site_number == 0)
    await meeting.do(LiftSafeStop())
    await eventually("he is heard again", lambda: hears_exactly(province.show(listener), {1}))
    await eventually("he is seen again", lambda: province.show(listener).program_site_number == 1)


async def test_a_speaker_who_is_cut_off_loses_the_floor_after_the_rules_patience(folder: Folder) -> None:
    folder.start_bridge()
    with folder.province([plan(number, alone=number == 2) for number in range(3)]) as province:
        async with operator(folder) as meeting:
            await meeting.until_live([MAIN_SITE, "s001", "s002"])
            await meeting.do(RequestFloor(site="s002"))
            await meeting.state.until("it waits", lambda: queue(meeting) == ["s002"])
            await meeting.do(GrantFloor(request_id=meeting.state.floor().requests[0].request_id))
            await meeting.state.until("the speech runs", lambda: meeting.state.floor().speaker == "s002")

            province.hang("s002")

            await meeting.state.until(
                "the drop is shown", lambda: meeting.state.floor().speaker_dropped_ms is not None, 6
            )
            assert meeting.state.floor().speaker == "s002", "the floor waits for him"
            await meeting.state.until("the floor is free", lambda: meeting.state.floor().speaker is None, 15)
            await eventually("the main endpoint is seen", lambda: province.show("s001").program_site_number == 0)
            province.resume("s002")
            await meeting.until_live(["s002"])
            await eventually("its microphone is closed", lambda: not province.show("s002").microphone_open)


async def test_where_the_rule_says_so_the_site_opens_its_own_microphone(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with new_folder(tmp_path_factory.mktemp("rule"), sites=2, profile="vn-default") as folder:
        folder.start_bridge()
        with folder.province([plan(number) for number in range(3)]) as province:
            async with operator(folder) as meeting:
                await meeting.until_live([MAIN_SITE, "s001", "s002"])
                await meeting.do(MuteAll())
                await meeting.do(RequestFloor(site="s001"))
                await meeting.state.until("it waits", lambda: queue(meeting) == ["s001"])
                await meeting.do(GrantFloor(request_id=meeting.state.floor().requests[0].request_id))

                await meeting.state.until(
                    "the site is waited for", lambda: meeting.state.podium().phase is PodiumPhase.WAITING_FOR_SITE
                )
                assert province.show("s001").may_open
                for _ in range(20):
                    assert not province.show("s002").program_heard, "what only the bridge may hear is heard by all"
                    await asyncio.sleep(0.05)
                province.order(PressMicrophone(site="s001", open=True))

                await meeting.state.until("on air", lambda: meeting.state.podium().phase is PodiumPhase.ON_AIR)
                await eventually("the speaker is heard", lambda: hears_exactly(province.show("s002"), {1}))
