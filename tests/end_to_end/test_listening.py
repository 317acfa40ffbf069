"""Headphones beside the window: simulated sites speak, a sound server hears what the operator hears."""

import asyncio
import os
import shutil
import signal
import time
from collections.abc import AsyncGenerator, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from console.commands import ListenToSite, MuteAll, UnmuteSite
from console.snapshot import HeadphonesView
from console.words import MAIN_SITE, Outcome, Reason, SiteId
from hardware.simulator.province_orders import Leave
from hardware.simulator.voices import loudness_of_tones
from tests.end_to_end.conftest import SharedMeeting
from tests.end_to_end.meeting import Meeting, eventually, hears_exactly, operator, processes_that_name
from tests.own_process import OwnProcess
from tests.sound_server import Recording, environment_in, serving

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.sound,
    pytest.mark.skipif(shutil.which("pulseaudio") is None, reason="no sound server (pulseaudio) on this machine"),
]

ALL = range(1, 5)
LISTEN_SECONDS = 0.6
HEARD_DB = -55.0


@dataclass
class Ears:
    """What reaches the operator's headphones."""

    recording: Recording

    def numbers(self) -> set[int]:
        """Returns whose voices were heard in the last moment."""
        sound = self.recording.last(LISTEN_SECONDS)
        if len(sound) < 0.4 * 48000:
            return set()
        return {number for number, level in loudness_of_tones(sound, ALL).items() if level > HEARD_DB}

    async def hear(self, *numbers: int) -> None:
        """Waits until exactly these voices are heard."""
        await eventually(f"{numbers} in the headphones", lambda: self.numbers() == set(numbers), seconds=20)

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
    await eventually("the meeting hears 1", lambda: hears_exactly(show(third), {1}))
    assert player_of(shared_meeting) is None, "nothing runs before somebody listens"

    await listen(meeting, site=second)
    await ears.hear(2)
    assert show(second).listening, "the site shows it"
    assert hears_exactly(show(third), {1})
    assert hears_exactly(show(MAIN_SITE), {1})

    await listen(meeting, program=True)
    await ears.hear(1)
    assert not show(second).listening

    await listen(meeting, site=first)
    await ears.hear(1)
    await listen(meeting, site=third)
    await ears.hear(3)
    assert hears_exactly(show(second), {1})

    await listen(meeting)
    await eventually("silence in the headphones", ears.silent)
    assert hears_exactly(show(third), {1})


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
    began = time.monotonic()
    shared_meeting.province.order(Leave(site="s004"))
    await meeting.state.until("nobody is in the headphones", lambda: headphones(meeting) == HeadphonesView())
    await eventually("silence in the headphones", ears.silent)
    assert time.monotonic() - began < 20
    await asyncio.sleep(0.6)
    receipt = await meeting.client.ask(ListenToSite(site="s004"))
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.SITE_NOT_CONNECTED)


def headphones(meeting: Meeting) -> HeadphonesView | None:
    view = meeting.state.views.get("headphones")
    return view if isinstance(view, HeadphonesView) else None
