"""A recording whose machine lost its power: what was written plays to its last seconds, wherever the file ends.

Rule: recorded by the product in a real meeting whose whole process group is killed; then copies of the file are cut, or
spoiled, in their last pages and anywhere else, and read with FFmpeg's libraries as any player does.
"""

import asyncio
import contextlib
import os
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import av
from av.error import FFmpegError

from console.commands import BringToPodium
from console.notes.recording_commands import PermitRecording
from console.recordings.recorder_commands import StartRecording
from console.recordings.recorder_views import RecorderView
from console.words import MAIN_SITE
from tests.end_to_end.meeting import Folder, Meeting, new_folder, operator, plan

RECORDED_SECONDS = 10.0
WAIT_SECONDS = 60.0
PAGE = 4096
LAST_SECONDS = 3.0
"""So much of the end may be missing."""


@dataclass
class CutRecordings:
    """What was found."""

    facts: dict[str, Any] = field(default_factory=dict[str, Any])
    faults: list[str] = field(default_factory=list[str])


def cut_recordings(root: Path, cuts: int, dice: Random) -> CutRecordings:
    """Records, kills, cuts so many copies, and plays each."""
    found = CutRecordings()
    with new_folder(root / "recorded", sites=2) as folder:
        wanted_seconds = asyncio.run(_record_and_kill(folder))
        (path,) = folder.data.recordings.rglob("*.mkv")
        whole = path.read_bytes()
    full_seconds = playable_seconds(path_of(root, whole))
    found.facts = {"recorded_seconds": round(wanted_seconds, 1), "plays_seconds": round(full_seconds, 1), "cuts": cuts}
    if full_seconds < wanted_seconds - LAST_SECONDS:
        found.faults.append(f"of {wanted_seconds:.1f} s recorded {full_seconds:.1f} s play after the cut")
    shortest = 0.0
    for number in range(cuts):
        at = dice.randrange(len(whole) // 3, len(whole))
        octets = whole[:at] + (dice.randbytes(PAGE) if number % 2 else b"")
        missing = full_seconds * at / len(whole) - playable_seconds(path_of(root, octets))
        shortest = max(shortest, missing)
        if missing > LAST_SECONDS:
            found.faults.append(f"cut at octet {at} of {len(whole)}: {missing:.1f} s before the cut do not play")
    found.facts["most_seconds_missing_before_a_cut"] = round(shortest, 1)
    return found


def path_of(root: Path, octets: bytes) -> Path:
    """Writes a copy to be played."""
    path = root / "copy.mkv"
    path.write_bytes(octets)
    return path


def playable_seconds(path: Path) -> float:
    """Returns up to which moment pictures can be decoded; 0 when the file does not open."""
    last = 0.0
    with contextlib.suppress(FFmpegError), av.open(str(path)) as container:
        for packet in container.demux(video=0):
            with contextlib.suppress(FFmpegError):
                last = max([last, *(frame.time or 0.0 for frame in packet.decode())])
    return last


async def _record_and_kill(folder: Folder) -> float:
    """Records a speaker, kills bridge and recorder at one moment; returns how many seconds had been recorded."""
    bridge = folder.start_bridge()
    with folder.province([plan(0), plan(1)]):
        async with operator(folder) as meeting:
            await meeting.until_live([MAIN_SITE, "s001"])
            await meeting.do(BringToPodium(site="s001"))
            await meeting.do(PermitRecording(decided_by="Chánh Văn phòng"))
            await meeting.do(StartRecording())
            await meeting.state.until("the recording runs", lambda: _length_ms(meeting) > 0, WAIT_SECONDS)
            began = time.monotonic() - _length_ms(meeting) / 1000
            await asyncio.sleep(RECORDED_SECONDS)
            lasted = time.monotonic() - began
            for process in bridge.tree():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGSTOP)  # all of them lose power at one moment
            for process in bridge.tree():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGKILL)
    return lasted


def _length_ms(meeting: Meeting) -> int:
    view = meeting.state.views.get("recorder")
    return view.length_ms if isinstance(view, RecorderView) else 0
