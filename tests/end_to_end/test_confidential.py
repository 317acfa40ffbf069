"""A confidential meeting, as the office registered it: nothing of it is recorded, pictured or handed out."""

import asyncio
import json
import zipfile

import pytest

from console.commands import AnyCommand, SavePreset, StartSession
from console.log_book.office_store import OfficeStore
from console.meeting.meeting_snapshot import RecordingView
from console.notes.recording_commands import PermitRecording
from console.office.meeting import Confidentiality
from console.office.meeting import Meeting as Registered
from console.recordings.recorder_commands import StartRecording, TakePicture
from console.words import MAIN_SITE, Outcome, Reason, SessionKind
from tests.end_to_end.meeting import Folder, operator

pytestmark = pytest.mark.timeout(120)
REFUSED: tuple[AnyCommand, ...] = (PermitRecording(decided_by="Chủ tịch"), StartRecording(), TakePicture())


async def test_of_a_state_secret_meeting_nothing_is_recorded_pictured_or_handed_out(folder: Folder) -> None:
    secret = Registered(id="m1", subject="Giao ban", confidentiality=Confidentiality.STATE_SECRET)
    with OfficeStore(folder.data.office_file) as office:
        office.register.put([secret], "Lan")
    folder.start_bridge()
    async with operator(folder, session=False) as meeting:
        await meeting.do(StartSession(kind=SessionKind.OFFICIAL, title="Giao ban", meeting_uid="m1"))

        def known() -> bool:
            view = meeting.state.views.get("recording")
            return isinstance(view, RecordingView) and view.confidentiality is Confidentiality.STATE_SECRET

        await meeting.state.until("the meeting is known as secret", known)
        for command in REFUSED:
            receipt = await meeting.client.ask(command)
            assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.MEETING_CONFIDENTIAL), command
        no_camera = await meeting.client.ask(SavePreset(site=MAIN_SITE, camera="main", preset="Bục"))
        assert no_camera.outcome is not Outcome.DONE
        out = folder.outputs / "stick"
        out.mkdir()
        made = await asyncio.to_thread(folder.run, "export", "--last", "--out", str(out), "--zip")
        assert made.returncode == 0, made.stderr
        (package,) = out.glob("*.zip")
        with zipfile.ZipFile(package) as opened:
            names = opened.namelist()
            header = json.loads(opened.read(next(name for name in names if name.endswith("session.json"))))
        assert (header["confidential"], header["samples_included"]) == (True, False)
        assert [name for name in names if name.lower().endswith((".mkv", ".jpg", ".jpeg", ".png"))] == []
        assert not list(folder.data.recordings.rglob("*.*")), "no file of it is on the disk"
