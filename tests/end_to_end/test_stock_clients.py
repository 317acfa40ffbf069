"""Sites without our program, from `invite --device` to the meeting: GStreamer's webrtcbin, and FFmpeg's `whip` muxer.

Both are invited by the command a person types, come through the real HTTPS front, and are seen and heard by the others;
GStreamer also sees and hears the meeting in return.
"""

import asyncio
import contextlib
import datetime
import json
import re
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import pytest

from console.commands import UnmuteSite
from console.words import LinkState
from hardware.signalling.certificate import load_or_make
from hardware.simulator.province import Province
from hardware.simulator.voices import tone_of, who_is_heard
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, operator, plan
from tests.hardware.rtc.test_gstreamer import SYSTEM_PYTHON, has_gstreamer
from tests.own_process import ROOT

pytestmark = pytest.mark.timeout(150)
DEVICE_NUMBER, LISTENER_NUMBER = 3, 1
DEVICE, LISTENER = f"s{DEVICE_NUMBER:03d}", f"s{LISTENER_NUMBER:03d}"
MOST_SECONDS = "90"
GSTREAMER = Path(__file__).with_name("gst_front.py")


@dataclass(frozen=True)
class Invited:
    """What `invite --device` prints, and the bridge's certificate in a file."""

    whip: str
    whep: str
    secret: str
    certificate: Path


def invite_device(folder: Folder) -> Invited:
    """Invites the device as a person does."""
    certificate = folder.outputs / "bridge.pem"
    made = folder.run("invite", str(DEVICE_NUMBER), "--device", "--address", "127.0.0.1")
    exported = folder.run("certificate", "--out", str(certificate))
    assert (made.returncode, exported.returncode) == (0, 0), made.stderr + exported.stderr
    whip, whep = re.findall(r"https://\S+/(?:whip|whep)/\S+", made.stdout)
    (secret,) = re.findall(r"^(?:bearer secret|khóa bí mật) +(\S+)", made.stdout, re.MULTILINE)
    return Invited(whip, whep, secret, certificate)


@contextlib.asynccontextmanager
async def running(command: Sequence[str]) -> AsyncGenerator[Process]:
    """Runs a client that is not ours, and ends it for certain."""
    process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=DEVNULL, cwd=ROOT)
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def is_seen_and_heard(meeting: Meeting, province: Province) -> None:
    """Waits until the device is live with its picture, opens its sound at the bridge, and lets another site hear it."""
    await meeting.until_live([DEVICE, LISTENER])
    await meeting.state.until("its picture has come", lambda: picture_size(meeting) == (640, 360), 20)
    await meeting.do(UnmuteSite(site=DEVICE))
    await eventually("the device is heard", lambda: hears_exactly(province.show(LISTENER), {DEVICE_NUMBER}), 20)


def picture_size(meeting: Meeting) -> tuple[int | None, int | None]:
    view = meeting.state.site(DEVICE)
    return (view.line.width, view.line.height) if view is not None else (None, None)


@pytest.mark.gstreamer
@pytest.mark.skipif(not has_gstreamer(), reason="GStreamer with WebRTC is not installed")
async def test_gstreamer_sends_and_receives_through_the_front(folder: Folder) -> None:
    folder.start_bridge()
    invited, heard = invite_device(folder), folder.outputs / "heard.raw"
    addresses = (invited.whip, invited.whep, invited.secret, str(invited.certificate))
    command = [SYSTEM_PYTHON, str(GSTREAMER), *addresses, str(tone_of(DEVICE_NUMBER)), MOST_SECONDS, str(heard)]
    with folder.province([plan(LISTENER_NUMBER)]) as province:
        async with operator(folder) as meeting, running(command) as client:
            assert client.stdout is not None
            connected = json.loads(await asyncio.wait_for(client.stdout.readline(), 30))
            assert connected == {"state": "connected"}
            await is_seen_and_heard(meeting, province)
            await meeting.do(UnmuteSite(site=LISTENER))
            await eventually("the device hears the other alone", lambda: last_heard(heard) == {LISTENER_NUMBER}, 20)
            client.terminate()
            told = json.loads(await asyncio.wait_for(client.stdout.readline(), 20))
            assert told["left"] == [200, 200]
            assert told["frames"] > 1  # a program in which nothing moves has few
            assert told["width"] >= 640
            await meeting.state.until("it has left", lambda: meeting.link(DEVICE) is not LinkState.LIVE)


def last_heard(recording: Path) -> set[int]:
    """Returns whose voices are in the last second of a recording."""
    samples = np.frombuffer(recording.read_bytes()[-96_000:], np.int16) if recording.exists() else np.zeros(0, np.int16)
    return set(who_is_heard(samples, range(10))) if len(samples) >= 48_000 else set()


@pytest.mark.skipif("whip" not in av.formats_available, reason="this FFmpeg has no WHIP muxer")
async def test_ffmpeg_sends_through_the_front(folder: Folder) -> None:
    folder.start_bridge()
    invited = invite_device(folder)
    own = load_or_make(folder.outputs / "encoder", (), today=datetime.datetime.now(datetime.UTC))
    client_arguments = (invited.whip, invited.secret, str(own.file), str(tone_of(DEVICE_NUMBER)), MOST_SECONDS)
    command = [sys.executable, "-m", "tests.end_to_end.ffmpeg_whip", *client_arguments]
    with folder.province([plan(LISTENER_NUMBER)]) as province:
        async with operator(folder) as meeting, running(command) as client:
            await is_seen_and_heard(meeting, province)
            client.terminate()
            assert await asyncio.wait_for(client.wait(), 20) == 0
            await meeting.state.until("it has left", lambda: meeting.link(DEVICE) is not LinkState.LIVE)
