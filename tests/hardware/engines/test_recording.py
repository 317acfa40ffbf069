"""Recording by the engine: what was sent is what plays, sound with its picture, whatever is cut off or killed."""

import asyncio
import contextlib
import hashlib
import itertools
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.error import FFmpegError

from console.engine_port import SetProgram
from console.recordings.recorder_port import (
    DiskSeen,
    KeepPicture,
    PictureKept,
    RecordingEnded,
    RecordingFault,
    RecordingSeen,
    SetRecording,
)
from console.words import MAIN_SITE, Layout
from hardware.engines.embedded.driver import EmbeddedEngine, EngineSettings
from hardware.rtc.media_types import VideoCodec
from tests.hardware.engines.conftest import FONTS, ROOT, EmbeddedRoom, worker_command
from tests.hardware.engines.engine_room import until
from tests.hardware.engines.small_site import SmallSite, energy_db

FILE = "session/program-01.mkv"
RECORDER = "import sys; from hardware.engines.embedded.recording.recorder import run; sys.exit(run())"
DARK, BRIGHT = 60, 200
LOW, HIGH = 400.0, 1000.0
LIP_SYNC_SECONDS, DELAYED_SECONDS = 0.08, 0.5


@contextlib.asynccontextmanager
async def recording_room(folder: Path, codecs: tuple[VideoCodec, ...] = ("H264",)) -> AsyncIterator[EmbeddedRoom]:
    settings = EngineSettings(
        worker_command=worker_command(folder),
        font_folder=FONTS,
        recorder_command=[sys.executable, "-c", RECORDER],
        recordings_folder=folder / "recordings",
    )
    engine = EmbeddedEngine(settings)
    room = EmbeddedRoom(engine, folder=folder)
    try:
        await engine.start()
        await room.up()
        speaker = SmallSite("s001", luma=DARK, hertz=LOW, codecs=codecs, width=640, height=360, frames_per_second=25)
        await room.join(SmallSite(MAIN_SITE, codecs=codecs), speaker)
        await room.gates("s001")
        engine.submit(SetProgram(epoch=1, layout=Layout.PODIUM, slots=("s001",)))
        yield room
    finally:
        await room.stop()
        await engine.close()


async def grown(room: EmbeddedRoom, milliseconds: int) -> RecordingSeen:
    return await room.report(RecordingSeen, lambda seen: seen.length_ms >= milliseconds, seconds=20.0)


def packets(path: Path) -> dict[str, list[float]]:
    """Returns the moments, in seconds, of everything that a player would find in a file."""
    found: dict[str, list[float]] = {"video": [], "audio": []}
    with contextlib.suppress(FFmpegError), av.open(str(path)) as container:
        for packet in container.demux():
            if packet.pts is not None:
                found[packet.stream.type].append(float(packet.pts * packet.time_base))
    return found


def brightness(path: Path) -> list[tuple[float, int]]:
    with av.open(str(path)) as container:
        return [
            (frame.time or 0.0, int(frame.to_ndarray(format="gray")[100, 640])) for frame in container.decode(video=0)
        ]


def loudness(path: Path, hertz: float) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            sound: Any = frame.to_ndarray().reshape(-1)
            scaled = sound * 32768 if sound.dtype.kind == "f" else sound
            found.append((frame.time or 0.0, energy_db(np.asarray(scaled), hertz)))
    return found


@pytest.mark.parametrize("codecs", [("H264",), ("VP8",)], ids=["h264", "vp8"])
async def test_a_part_plays_with_sound_and_picture_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codecs: tuple[VideoCodec, ...]
) -> None:
    monkeypatch.chdir(ROOT)
    async with recording_room(tmp_path, codecs) as room:
        room.engine.submit(SetRecording(file=FILE))
        speaker = room.sites[1]
        await grown(room, 500)
        for luma, hertz in ((BRIGHT, HIGH), (DARK, LOW), (BRIGHT, HIGH)):
            speaker.luma, speaker.hertz = luma, hertz
            await asyncio.sleep(0.7)
        await asyncio.sleep(0.5)
        room.engine.submit(SetRecording(file=None))
        ended = await room.report(RecordingEnded, seconds=10.0)
        assert (await room.report(DiskSeen)).free_bytes > 0

    path = tmp_path / "recordings" / FILE
    octets = path.read_bytes()
    assert ended.fault is None
    assert (ended.file_bytes, ended.sha256) == (len(octets), hashlib.sha256(octets).hexdigest())
    found = packets(path)
    assert ended.length_ms / 1000 == pytest.approx(max(*found["video"], *found["audio"]), abs=0.06)
    assert max(np.diff(found["audio"])) < 1.0
    pictures, sounds = turns(brightness(path), (DARK + BRIGHT) / 2), turns(loudness(path, HIGH), -40.0)
    assert len(pictures) == 3
    assert in_step(pictures, sounds)


def in_step(pictures: list[float], sounds: list[float]) -> bool:
    """Tells whether marks belong together: a busy machine may delay one, or break a tone, never all of them."""
    apart = [min(abs(sound - picture) for sound in sounds) for picture in pictures]
    return min(apart) <= LIP_SYNC_SECONDS and max(apart) <= DELAYED_SECONDS


def turns(course: list[tuple[float, Any]], border: float) -> list[float]:
    """Returns when a course passed a border, up or down."""
    above = [(at, value > border) for at, value in course]
    return [at for (_, was), (at, now) in itertools.pairwise(above) if was != now]


async def test_what_a_killed_recorder_left_plays_and_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    async with recording_room(tmp_path) as room:
        room.engine.submit(SetRecording(file=FILE))
        seen = await grown(room, 2000)
        assert seen.file_bytes > 0
        assert isinstance(room.engine, EmbeddedEngine)
        (recorder,) = room.engine.recorder_process_ids()
        os.kill(recorder, signal.SIGKILL)
        ended = await room.report(RecordingEnded, seconds=15.0)
        assert ended.fault is RecordingFault.RECORDER_GONE
        path = tmp_path / "recordings" / FILE
        assert ended.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert ended.length_ms > 0

        # Whatever a power cut leaves of it plays up to there.
        whole, most = path.read_bytes(), 0.0
        for share in (0.5, 0.8, 0.97):
            cut = tmp_path / "cut.mkv"
            cut.write_bytes(whole[: int(len(whole) * share)])
            lengths = packets(cut)
            assert lengths["video"], share
            most = max(most, lengths["video"][-1])
        assert most > 0


async def test_a_disk_that_takes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (tmp_path / "recordings").write_text("a file where the folder should be")
    async with recording_room(tmp_path) as room:
        room.engine.submit(SetRecording(file=FILE))
        ended = await room.report(RecordingEnded, seconds=10.0)
        assert ended.fault is RecordingFault.DISK
        assert ended.file_bytes == 0
        assert ended.text
        room.engine.submit(KeepPicture(request_id="p0", file="session/picture-001.jpg"))
        assert (await room.report(PictureKept)).file_bytes == 0


async def test_a_picture_of_the_program_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    async with recording_room(tmp_path) as room:
        room.sites[1].luma = BRIGHT
        room.sites[1].become(1280, 720, 25)
        await until(lambda: (room.sites[0].shown_luma() or 0) > 190, what="the speaker in the program")
        room.engine.submit(KeepPicture(request_id="p1", file="session/picture-001.jpg"))
        kept = await room.report(PictureKept)
        octets = (tmp_path / "recordings" / kept.file).read_bytes()
        assert (kept.file_bytes, kept.sha256) == (len(octets), hashlib.sha256(octets).hexdigest())
        with av.open(str(tmp_path / "recordings" / kept.file)) as container:
            frame = next(container.decode(video=0))
        assert (frame.width, frame.height) == (1280, 720)
        assert abs(int(frame.to_ndarray(format="gray")[300, 640]) - (BRIGHT - 16) * 255 / 219) < 6
