"""Headphones beside the window: simulated sites speak, a sound server hears what the operator hears."""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncGenerator, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.commands import ListenToSite, MuteAll, UnmuteSite
from console.snapshot import HeadphonesView
from console.words import MAIN_SITE, Outcome, Reason, SiteId
from hardware.simulator.province_orders import Leave
from hardware.simulator.voices import tone_of
from tests.end_to_end.conftest import SharedMeeting
from tests.end_to_end.meeting import Meeting, eventually, hears_exactly, operator, processes_that_name
from tests.hardware.engines.small_site import energy_db
from tests.own_process import OwnProcess
from tests.sound_server import Recording, environment_in, serving

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.sound,
    pytest.mark.skipif(shutil.which("pulseaudio") is None, reason="no sound server (pulseaudio) on this machine"),
]

ALL = range(1, 5)
LISTEN_SECONDS = 0.8
HEARD_DB, STANDS_OUT_DB = -45.0, 10.0


@dataclass
class Ears:
    """What reaches the operator's headphones."""

    recording: Recording

    def loudest(self) -> int | None:
        """Returns whose voice stands out of the last moment; gaps of a busy machine blur it and do not hide it."""
        sound = self.recording.last(LISTEN_SECONDS)
        if len(sound) < 0.4 * 48000:
            return None
        levels = {number: energy_db(sound, tone_of(number)) for number in ALL}
        first, second = sorted(levels, key=lambda number: levels[number], reverse=True)[:2]
        return first if levels[first] > HEARD_DB and levels[first] > levels[second] + STANDS_OUT_DB else None

    async def hear(self, number: int) -> None:
        """Waits until this voice is heard above all others."""
        await eventually(f"{number} in the headphones", lambda: self.loudest() == number, seconds=30)

    def silent(self) -> bool:
        sound = self.recording.last(LISTEN_SECONDS)
        return len(sound) > 0 and not sound.any()


@pytest.fixture
def sound_room(tmp_path: Path) -> Iterator[dict[str, str]]:
    environment = environment_in(tmp_path)
    with serving(environment):
        yield {name: environment[name] for name in ("HOME", "XDG_RUNTIME_DIR")}


@pytest.fixture
def ears(sound_room: dict[str, str], tmp_path: Path) -> Iterator[Ears]:
    recording = Recording({**os.environ, **sound_room}, tmp_path / "headphones.pcm")
    yield Ears(recording)
    recording.close()


@pytest.fixture
def window(shared_meeting: SharedMeeting, sound_room: dict[str, str]) -> Generator[OwnProcess]:
    process = shared_meeting.folder.start("window", "--person", "Lan", "--size", "1366x768", environment=sound_room)
    yield process
    process.close()


@pytest.fixture
async def meeting(shared_meeting: SharedMeeting) -> AsyncGenerator[Meeting]:
    async with operator(shared_meeting.folder) as linked:
        await linked.until_live([MAIN_SITE, *shared_meeting.satellites])
        await linked.do(MuteAll())
        yield linked
        await linked.client.ask(ListenToSite())
        await linked.do(MuteAll())


def player_of(shared: SharedMeeting) -> int | None:
    """Returns the process number of the headphones, None while there is none."""
    found = [
        process.pid
        for process in processes_that_name(str(shared.folder.data.root))
        if "headphones" in process.cmdline()
    ]
    return found[0] if found else None


async def listen(meeting: Meeting, *, site: SiteId | None = None, program: bool = False) -> None:
    """Lets the headphones play a site or the program, beyond the guard against repetitions."""
    await asyncio.sleep(0.6)
    await meeting.do(ListenToSite(site=site, program=program))


async def test_a_site_the_program_and_nothing_and_nobody_else_hears_a_difference(
    shared_meeting: SharedMeeting, meeting: Meeting, window: OwnProcess, ears: Ears
) -> None:
    first, second, third, _ = shared_meeting.satellites
    await meeting.do(UnmuteSite(site=first))
    show = shared_meeting.province.show

    async def only_the_first_is_heard(*sites: SiteId) -> None:
        for site in sites:
            await eventually(f"{site} hears 1 alone", lambda site=site: hears_exactly(show(site), {1}))

    await only_the_first_is_heard(third, MAIN_SITE)
    await listen(meeting, site=second)
    await ears.hear(2)
    assert show(second).listening, "the site shows it"
    await only_the_first_is_heard(third, MAIN_SITE)

    await listen(meeting, program=True)
    await ears.hear(1)
    assert not show(second).listening
    await listen(meeting, site=third)
    await ears.hear(3)
    await only_the_first_is_heard(second, MAIN_SITE)

    await listen(meeting)
    await eventually("silence in the headphones", ears.silent)
    await only_the_first_is_heard(third, MAIN_SITE)


async def test_a_killed_player_comes_back_and_ends_with_its_window(
    shared_meeting: SharedMeeting, meeting: Meeting, window: OwnProcess, ears: Ears
) -> None:
    await listen(meeting, site="s002")
    await ears.hear(2)
    before = player_of(shared_meeting)
    assert before is not None
    os.kill(before, signal.SIGKILL)
    await eventually("another player", lambda: player_of(shared_meeting) not in {None, before}, seconds=20)
    await ears.hear(2)

    window.kill()
    await eventually("the player is gone", lambda: player_of(shared_meeting) is None)


async def test_the_command_line_listens_without_any_window(
    shared_meeting: SharedMeeting, meeting: Meeting, sound_room: dict[str, str], ears: Ears
) -> None:
    player = shared_meeting.folder.start("headphones", environment=sound_room)
    try:
        done = shared_meeting.folder.run("do", "listen", "3")
        assert done.returncode == 0, done.stderr
        await ears.hear(3)
        done = shared_meeting.folder.run("do", "listen", "--program")
        assert done.returncode == 0, done.stderr
        await meeting.do(UnmuteSite(site="s004"))
        await ears.hear(4)
    finally:
        player.close()


async def test_a_site_that_leaves_takes_its_sound_along(
    shared_meeting: SharedMeeting, meeting: Meeting, window: OwnProcess, ears: Ears
) -> None:
    await listen(meeting, site="s004")
    await ears.hear(4)
    shared_meeting.province.order(Leave(site="s004"))
    await meeting.state.until("nobody is in the headphones", lambda: headphones(meeting) == HeadphonesView())
    await eventually("silence in the headphones", ears.silent)
    await asyncio.sleep(0.6)
    receipt = await meeting.client.ask(ListenToSite(site="s004"))
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.SITE_NOT_CONNECTED)


def headphones(meeting: Meeting) -> HeadphonesView | None:
    view = meeting.state.views.get("headphones")
    return view if isinstance(view, HeadphonesView) else None
