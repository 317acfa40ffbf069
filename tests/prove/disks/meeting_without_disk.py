"""A meeting whose disk is taken away from it, in one way after the other, and what it says and does meanwhile.

Rule: the same promises for every way: the meeting goes on, it is said at once, no line is lost, and when the disk is
back the log is written and whole.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from console.commands import EndSession, MuteAll, UnmuteSite
from console.log_book.restart import open_session_for_restart
from console.log_book.session_reading import read_session
from console.snapshot import LogView
from console.words import Outcome
from hardware.link.link_client import LinkLost
from hardware.processes.published_state import NotSeen
from hardware.simulator.province import Province
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, new_folder, operator, plan
from tests.prove.disks.small_disk import fill, give_up, plug_in, pull_out, read_only, require_disks, small_disk

DISK_MEGABYTES = 48
SAID_SECONDS = 40.0
BACK_SECONDS = 30.0
"""The writer tries again every 5 s at the longest."""
JUDGED_SECONDS = 180.0
UNSEEN = (AssertionError, NotSeen, LinkLost)


@contextlib.contextmanager
def full(data: Path) -> Generator[None]:
    """The disk has no room for a single octet."""
    filler = data / "filler"
    fill(data, filler)
    try:
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def unwritable(data: Path) -> Generator[None]:
    """The log's folder turned read-only under the writer's hands."""
    with read_only(data / "sessions"):
        yield


@contextlib.contextmanager
def moved_away(data: Path) -> Generator[None]:
    """The log's folder has another name, with the open files in it."""
    away = data / "sessions.moved"
    (data / "sessions").rename(away)
    try:
        yield
    finally:
        away.rename(data / "sessions")


WAYS: dict[str, Callable[[Path], contextlib.AbstractContextManager[None]]] = {
    "disk full": full,
    "read-only": unwritable,
    "folder moved away": moved_away,
}


@dataclass
class Told:
    """What was seen of one way: seconds, and sentences of what was wrong."""

    way: str
    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    faults: list[str] = field(default_factory=list[str])


async def meet_without_disk(root: Path) -> list[Told]:
    """Holds one meeting on a small disk, takes the disk away in every way, and judges the log at its end."""
    told: list[Told] = []
    with small_disk(root / "data", DISK_MEGABYTES), new_folder(root, sites=2) as folder:
        bridge = folder.start_bridge()
        with folder.province([plan(1), plan(2)]) as province:
            async with operator(folder) as meeting:
                await meeting.until_live(["s001", "s002"])
                for way, without in WAYS.items():
                    told.append(await _once(Told(way), without(folder.data.root), meeting, province))
                session = meeting.state.session().session
                lines = log_of(meeting).lines
                await meeting.do(EndSession())
        bridge.close()
        assert session is not None
        whole = Told("the log afterwards")
        _judge(whole, folder, session, lines, orders=len(WAYS))
    return [*told, whole]


async def lose_the_disk(root: Path) -> Told:
    """Lets the disk of a meeting fail for good, and looks what a machine that is started again finds on it."""
    told, data = Told("disk failed for good"), root / "data"
    with small_disk(data, DISK_MEGABYTES), new_folder(root, sites=2) as folder:
        bridge = folder.start_bridge()
        with folder.province([plan(1), plan(2)]) as province:
            async with operator(folder) as meeting:
                await meeting.until_live(["s001", "s002"])
                await _speak(meeting, province)
                shown = log_of(meeting).durable_lines
                give_up(data)
                try:
                    await _goes_on(told, meeting, province)
                except UNSEEN as error:
                    told.faults.append(f"{told.way}: {error}")
        bridge.close()
        folder.close()
        pull_out(data)
        plug_in(data.with_name(f"{data.name}.disk"), data)  # its journal is played back
        live = open_session_for_restart(folder.data)
        told.facts |= {"lines_shown_as_written": shown, "lines_found": 0 if live is None else len(live.lines)}
        if live is None or len(live.lines) < shown:
            told.faults.append(f"of {shown} lines that were shown as written not all are found: {told.facts}")
    return told


async def _once(
    told: Told, without: contextlib.AbstractContextManager[None], meeting: Meeting, province: Province
) -> Told:
    try:
        with without:
            await _goes_on(told, meeting, province)
        began = time.monotonic()
        await meeting.state.until("the log is written", lambda: _caught_up(meeting), BACK_SECONDS)
        told.facts["written_again_seconds"] = round(time.monotonic() - began, 1)
    except UNSEEN as error:
        told.faults.append(f"{told.way}: {error}")
    return told


async def _goes_on(told: Told, meeting: Meeting, province: Province) -> None:
    """Gives the floor and silences all; both are done although nothing can be written."""
    began = time.monotonic()
    await _speak(meeting, province)
    while not log_of(meeting).failing and time.monotonic() < began + SAID_SECONDS:
        await _speak(meeting, province)  # a full disk has room for what goes into files that are there
    assert log_of(meeting).failing, "nobody says that the log cannot be written"
    told.facts["said_seconds"] = round(time.monotonic() - began, 1)
    told.facts["said"] = log_of(meeting).failure_text
    await _speak(meeting, province)
    assert log_of(meeting).failing, "the mark went before the disk came back"


async def _speak(meeting: Meeting, province: Province) -> None:
    """Gives one site the floor and silences all: both have to be done and heard, whatever the disk does."""
    for command, heard in ((UnmuteSite(site="s001"), {1}), (MuteAll(), set[int]())):
        assert (await meeting.client.ask(command)).outcome is Outcome.DONE, f"{command} was not done"
        await eventually(f"{heard} are heard", lambda heard=heard: hears_exactly(province.show("s002"), heard))


def log_of(meeting: Meeting) -> LogView:
    """Returns what the published state says of the log."""
    view = meeting.state.views["log"]
    assert isinstance(view, LogView)
    return view


def _caught_up(meeting: Meeting) -> bool:
    view = log_of(meeting)
    return not view.failing and view.durable_lines == view.lines


def _judge(told: Told, folder: Folder, session: str, lines: int, *, orders: int) -> None:
    path = folder.data.session_file(session)
    found = read_session(path)
    kinds = [type(line.entry).__name__ for line in found]
    told.facts |= {
        "lines": len(found.lines),
        "verified": folder.run("verify-log", str(path), seconds=JUDGED_SECONDS).returncode == 0,
    }
    if [line.number for line in found] != list(range(1, len(found.lines) + 1)) or len(found.lines) < lines:
        told.faults.append(f"of {lines} lines {len(found.lines)} are in the log")
    if min(kinds.count("MicrophoneOrdered"), kinds.count("SilenceOrdered")) < orders:
        told.faults.append("an order that was given while the disk was away is not in the log")
    if not told.facts["verified"]:
        told.faults.append("the log does not verify")


def without_disk(root: Path) -> list[Told]:
    """Returns what became of two meetings; raises `NoDisk`."""
    require_disks()
    for name in ("for-a-while", "for-good"):
        (root / name).mkdir()
    return [*asyncio.run(meet_without_disk(root / "for-a-while")), asyncio.run(lose_the_disk(root / "for-good"))]
