"""A recorded meeting: with the host's word, over killed worker and bridge, into files that play and the log proves."""

import hashlib
from pathlib import Path

import av
import numpy as np
import pytest

from console.commands import BringToPodium, EndSession
from console.log_book.session_reading import read_session
from console.meeting.meeting_snapshot import RecordingView
from console.notes.recording_commands import PermitRecording
from console.recordings.recorder_commands import StartRecording, TakePicture
from console.recordings.recorder_entries import PictureTaken, RecordingPartEnded
from console.recordings.recorder_views import RecorderView
from console.recordings.recording_words import RecordingBecause, RecordingState
from console.words import MAIN_SITE, Outcome, Reason
from hardware.simulator.rooms.frame_marker import read_marker
from tests.end_to_end.meeting import Folder, Meeting, operator, plan

pytestmark = pytest.mark.timeout(240)


def recorder_of(meeting: Meeting) -> RecorderView:
    recorder = meeting.state.views["recorder"]
    assert isinstance(recorder, RecorderView)
    return recorder


def length_ms(meeting: Meeting) -> int:
    return recorder_of(meeting).length_ms


async def recorded_for(meeting: Meeting, milliseconds: int, part: int) -> None:
    def long_enough() -> bool:
        recorder = recorder_of(meeting)
        return len(recorder.parts) == part and recorder.length_ms >= milliseconds

    await meeting.state.until(f"{milliseconds} ms of part {part}", long_enough, 30.0)


def site_numbers(path: Path) -> set[int]:
    """Returns whose pictures a part shows."""
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    markers = (read_marker(np.ascontiguousarray(frame, np.uint8)) for frame in frames)
    return {marker.site_number for marker in markers if marker is not None}


def packets_of(path: Path) -> int:
    with av.open(str(path)) as container:
        return sum(packet.size > 0 for packet in container.demux())


def loudest(path: Path) -> float:
    with av.open(str(path)) as container:
        return max(float(np.abs(frame.to_ndarray()).max()) for frame in container.decode(audio=0))


async def test_a_recording_goes_on_over_a_killed_bridge_and_the_log_proves_its_files(folder: Folder) -> None:
    bridge = folder.start_bridge()
    port = str(folder.require_address().https_port)
    with folder.province([plan(0), plan(1)]):
        async with operator(folder) as meeting:
            await meeting.until_live([MAIN_SITE, "s001"])
            refused = await meeting.client.ask(StartRecording())
            assert (refused.outcome, refused.reason) == (Outcome.REFUSED, Reason.RECORDING_NOT_ALLOWED)
            await meeting.do(BringToPodium(site="s001"))
            await meeting.do(PermitRecording(decided_by="Chánh Văn phòng"))
            await meeting.do(StartRecording())
            await recorded_for(meeting, 3000, part=1)
            recording = meeting.state.views["recording"]
            assert isinstance(recording, RecordingView)
            assert recording.state is RecordingState.RUNNING
            await meeting.do(TakePicture())

            bridge.child("worker").kill()
            await recorded_for(meeting, 1, part=2)
            await meeting.until_live([MAIN_SITE, "s001"])
            await recorded_for(meeting, length_ms(meeting) + 2500, part=2)

            bridge.kill()
            folder.start("bridge", "--https-port", port, "--media-port", "0")
            await recorded_for(meeting, 2000, part=3)
            session = meeting.state.session().session
            await meeting.do(EndSession())

    assert session is not None
    log = folder.data.session_file(session)
    assert folder.run("verify-log", str(log)).returncode == 0
    entries = [line.entry for line in read_session(log)]
    ends = {entry.part: entry for entry in entries if isinstance(entry, RecordingPartEnded)}
    assert {number: end.because for number, end in ends.items()} == {
        1: RecordingBecause.INTERRUPTED,
        2: RecordingBecause.INTERRUPTED,
        3: RecordingBecause.SESSION_ENDED,
    }
    (picture,) = [entry for entry in entries if isinstance(entry, PictureTaken)]
    for kept in (*ends.values(), picture):
        octets = (folder.data.recordings / kept.file).read_bytes()
        assert (len(octets), hashlib.sha256(octets).hexdigest()) == (kept.file_bytes, kept.sha256)
    names = {Path(kept.file).name for kept in (*ends.values(), picture)}
    assert names_of_copies(folder) == {*names, "SHA256SUMS"}
    for part, end in ends.items():
        path = folder.data.recordings / end.file
        assert end.length_ms >= 2000
        # A new worker opens nobody's microphone; the podium's picture comes back by itself.
        assert packets_of(path) if part == 3 else site_numbers(path) == {1}
    assert loudest(folder.data.recordings / ends[1].file) > 0.01


def names_of_copies(folder: Folder) -> set[str]:
    copies = folder.outputs / "copies"
    assert folder.run("form", "recordings", "--out", str(copies)).returncode == 0
    return {path.name for path in copies.iterdir()}
