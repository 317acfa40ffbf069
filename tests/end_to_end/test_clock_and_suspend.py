"""A meeting whose machine gets another time, and one whose machines slept: nothing is lost, nobody is heard by mistake.

Rule: what a sleeping machine looks like from inside is made by stopping all its processes and setting the clock.
"""

import asyncio
import sys
import time

import psutil
import pytest

from console.commands import EndSession, FinishSpeech, GrantFloor, MuteAll, RequestFloor, UnmuteSite
from console.entries import ClockStepped
from console.floor.floor_entries import SpeechEnded
from console.log_book.session_reading import read_session
from console.words import LinkState, Outcome, SiteId
from hardware.simulator.province import Province
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, operator, plan
from tests.end_to_end.set_clock import SettableClock, can_set_clocks
from tests.own_process import OwnProcess, until

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(sys.platform != "linux", reason="libfaketime and stopped processes are Linux's"),
    pytest.mark.skipif(not can_set_clocks(), reason="libfaketime is missing"),
]

HOUR_SECONDS = 3600
NOTICED_SECONDS = 8.0
"""Until the clock's file is read, and the bridge has looked."""
ASLEEP_SECONDS = 15.0
FIRST_SECONDS = 6.0
"""After the wake; until then neither bridge nor site may know what it missed (`BRIDGE_SILENT_SECONDS`)."""
BACK_SECONDS = 40.0
ATTEMPTS = 15
SITES = ("s001", "s002", "s003")
KEPT_LINKS = {LinkState.LIVE, LinkState.OLD}
"""On a busy machine a link may be late for a second; lost it must not be called."""


def start_bridge(folder: Folder, clock: SettableClock) -> OwnProcess:
    """Starts a bridge that lives by this clock."""
    bridge = folder.start("bridge", "--https-port", "0", "--media-port", "0", environment=clock.environment)
    until("the bridge is up", folder.address, 30, bridge)
    return bridge


def stepped(meeting: Meeting) -> int:
    """Returns how often the log's tail says that the clock was set."""
    tail = getattr(meeting.state.views["log"], "tail", ())
    return sum(line.kind == "clock-stepped" for line in tail)


async def grant_first(meeting: Meeting) -> None:
    """Gives the floor to whoever is first; on a busy machine the sound may come too late for the first checks."""
    for _ in range(ATTEMPTS):
        grant = GrantFloor(request_id=meeting.state.floor().requests[0].request_id)
        if (await meeting.client.ask(grant)).outcome is Outcome.DONE:
            return
        await asyncio.sleep(1.0)
    pytest.fail("the floor could not be given")


def back(meeting: Meeting, province: Province) -> bool:
    """Tells whether bridge and sites agree that all are in the meeting, joined anew or over a line that held."""
    return all(province.show(site).phase == "joined" and controlled(meeting, site) for site in SITES)


def controlled(meeting: Meeting, site: SiteId) -> bool:
    """Tells whether a site is live and has reported its microphone over this connection."""
    view = meeting.state.site(site)
    return view is not None and view.link is LinkState.LIVE and view.microphone.reported is not None


def honest(meeting: Meeting, province: Province) -> bool:
    """Tells whether no site is called live that knows itself to be away."""
    return not any(meeting.link(site) is LinkState.LIVE and province.show(site).phase == "waiting" for site in SITES)


def speech_seconds(meeting: Meeting, clock_seconds: int) -> float:
    """Returns how long the running speech has lasted, as a window on the bridge's machine shows it."""
    started_ms = meeting.state.floor().speech_started_ms
    assert started_ms is not None
    return time.time() + clock_seconds - started_ms / 1000


async def test_a_clock_that_is_set_changes_no_duration_and_no_link(folder: Folder) -> None:
    clock = SettableClock(folder.outputs)
    start_bridge(folder, clock)
    with folder.province([plan(number) for number in range(4)]) as province:
        async with operator(folder) as meeting:
            await eventually("all can be told", lambda: all(controlled(meeting, site) for site in SITES), 25)
            await meeting.do(RequestFloor(site="s001"))
            await meeting.state.until("it waits", lambda: bool(meeting.state.floor().requests))
            await grant_first(meeting)
            await meeting.state.until("the speech runs", lambda: meeting.state.floor().speaker == "s001")
            began = time.monotonic()
            already = speech_seconds(meeting, 0)
            for offset in (HOUR_SECONDS, 0):
                clock.set_by(offset)
                started_ms = meeting.state.floor().speech_started_ms
                await meeting.state.until(
                    "the clock was seen",
                    lambda old=started_ms: meeting.state.floor().speech_started_ms != old,
                    NOTICED_SECONDS,
                )
                lasted = already + time.monotonic() - began
                assert speech_seconds(meeting, offset) == pytest.approx(lasted, abs=1.5)
                assert all(meeting.link(site) in KEPT_LINKS for site in SITES)
                assert meeting.state.floor().speaker == "s001", "no deadline has come early"
            await eventually("he is heard", lambda: hears_exactly(province.show("s002"), {1}))
            assert all(province.show(site).joins == 1 for site in SITES)
            await meeting.do(FinishSpeech())
            lasted = already + time.monotonic() - began
            session = meeting.state.session().session
            await meeting.do(EndSession())
    assert session is not None
    lines = list(read_session(folder.data.session_file(session)))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    moments = [line.monotonic_ms for line in lines]
    assert moments == sorted(moments), "the wall clock may go back in the log, time does not"
    steps = [line.entry.by_ms for line in lines if isinstance(line.entry, ClockStepped)]
    assert steps == pytest.approx([HOUR_SECONDS * 1000, -HOUR_SECONDS * 1000], abs=1500)
    (ended,) = (line.entry for line in lines if isinstance(line.entry, SpeechEnded))
    assert ended.took_ms / 1000 == pytest.approx(lasted, abs=1.5)
    assert folder.run("verify-log", str(folder.data.session_file(session))).returncode == 0


async def test_machines_that_slept_come_back_silent_and_say_what_is_true(folder: Folder) -> None:
    clock = SettableClock(folder.outputs)
    bridge = start_bridge(folder, clock)
    with folder.province([plan(number) for number in range(4)]) as province:
        async with operator(folder) as meeting:
            await eventually("all can be told", lambda: all(controlled(meeting, site) for site in SITES), 25)
            await meeting.do(UnmuteSite(site="s001"))
            await eventually("s001 is heard", lambda: hears_exactly(province.show("s002"), {1}))
            await meeting.do(MuteAll())
            await eventually("nobody is heard", lambda: hears_exactly(province.show("s002"), set()))
            session = meeting.state.session().session

            sleeping = [*bridge.tree(), *(psutil.Process(pid) for pid in province.pids)]
            for process in sleeping:
                process.suspend()
            clock.set_by(HOUR_SECONDS)
            await asyncio.sleep(ASLEEP_SECONDS)
            for process in sleeping:
                process.resume()

            woke = time.monotonic()
            heard: list[object] = []
            noticed = False
            while not (noticed and back(meeting, province)) or time.monotonic() < woke + FIRST_SECONDS:
                noticed = noticed or stepped(meeting) > 0
                heard += [number for site in SITES for number in province.show(site).program_heard or ()]
                truthful = time.monotonic() < woke + FIRST_SECONDS or honest(meeting, province)
                assert truthful, "a site that is away is not called live"
                assert time.monotonic() < woke + BACK_SECONDS, (
                    noticed,
                    {site: (meeting.link(site), province.show(site).phase) for site in SITES},
                )
                await asyncio.sleep(0.05)
            assert heard == [], "silence held"
            assert meeting.state.silence().in_force
            assert meeting.state.session().session == session
            await meeting.do(UnmuteSite(site="s003"))
            await eventually("s003 is heard", lambda: hears_exactly(province.show("s001"), {3}))
            await meeting.do(EndSession())
    assert session is not None
    assert folder.run("verify-log", str(folder.data.session_file(session))).returncode == 0
