"""From the registration to the last cue: confirmed, everybody told, a session begun from it, its script taken."""

import csv
import json
import time
from pathlib import Path

import pytest

from console.commands import EndSession, StartSession, Undo
from console.log_book.office_store import OfficeStore
from console.meeting.meeting_commands import TakeCue
from console.meeting.meeting_snapshot import MeetingView, ScriptView
from console.office.meeting import Meeting, Step
from console.office.typed_times import shown_moment
from console.words import MAIN_SITE, Layout, Outcome, Reason, SessionKind
from tests.end_to_end.ad_hoc_registration import AD_HOC
from tests.end_to_end.meeting import Folder, eventually, hears_exactly, operator, plan

pytestmark = pytest.mark.timeout(120)

HOUR_MS = 3_600_000
REGISTRATION = AD_HOC | {
    "sites": [*AD_HOC["sites"], {"site": "s002", "name": "Điểm cầu 2", "contact": "Anh Nam", "phone": "0905 555 666"}]
}
SCRIPT = (
    ("giờ", "nội dung", "người phát biểu", "điểm cầu", "bố cục"),
    ("+0", "Khai mạc", "Chủ trì", "chính", ""),
    ("+10", "Báo cáo của điểm cầu 1", "Chị Hoa", "1", ""),
    ("+20", "Báo cáo của điểm cầu 2", "Anh Nam", "2", "bục và điểm cầu chính"),
    ("+30", "Thảo luận", "", "", "lưới 4"),
    ("+40", "Kết luận", "Chủ trì", "chính", ""),
)


def run(folder: Folder, *arguments: str) -> str:
    ended = folder.run(*arguments)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def use_profile(folder: Folder, profile: str) -> None:
    """Lets everything that is started from now on work by a profile."""
    file = folder.data.settings_file
    kept = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**kept, "profile": profile}), encoding="utf-8")


def register(folder: Folder, tmp_path: Path, start_ms: int) -> str:
    """Registers a meeting by the command line and takes it to its confirmation; returns its identifier."""
    form, script = tmp_path / "meeting.json", tmp_path / "script.csv"
    form.write_text(json.dumps(REGISTRATION), encoding="utf-8")
    with script.open("w", encoding="utf-8-sig", newline="") as sheet:
        csv.writer(sheet, delimiter=";").writerows(SCRIPT)
    uid = run(
        folder, "meeting", "new", "--file", str(form), "--subject", "Ứng phó bão", "--start", shown_moment(start_ms)
    )
    run(folder, "meeting", "step", uid, "submitted", "--reason", "bão đổi hướng")
    run(folder, "meeting", "step", uid, "received")
    run(folder, "meeting", "step", uid, "confirmed")
    assert "4" in run(folder, "meeting", "told", uid, "--by", "zalo"), "power, two sites, telco"
    run(folder, "meeting", "step", uid, "notified")
    run(folder, "script", "import", uid, str(script))
    return uid


def steps(folder: Folder, uid: str) -> list[Step]:
    """Returns the steps that the register keeps of a meeting."""
    with OfficeStore(folder.data.office_file) as office:
        kept = office.register.get(Meeting, uid)
    assert kept is not None
    return [told.step for told in kept.steps]


async def test_a_registered_meeting_is_held_by_its_script(folder: Folder, tmp_path: Path) -> None:
    start_ms = time.time_ns() // 1_000_000 + HOUR_MS
    use_profile(folder, "vn-binh-dinh")
    uid = register(folder, tmp_path, start_ms)
    use_profile(folder, "operator-opens")
    folder.start_bridge()
    async with operator(folder, session=False) as meeting:
        state = meeting.state
        with folder.province([plan(0), plan(1), plan(2)]) as province:
            await meeting.until_live([MAIN_SITE, "s001", "s002"])
            await meeting.do(StartSession(kind=SessionKind.OFFICIAL, meeting_uid=uid))

            def script() -> ScriptView:
                view = state.views.get("script")
                return view if isinstance(view, ScriptView) else ScriptView()

            await state.until("the script is read", lambda: script().next_cue == 1)
            file = state.views["meeting"]
            assert isinstance(file, MeetingView)
            assert file.file is not None
            assert (file.file.subject, file.file.sites) == ("Ứng phó bão", ("s001", "s002"))

            await meeting.do(TakeCue(cue=1))
            await state.until("the first speaker is on deck", lambda: state.on_deck().site == "s001")
            assert (await meeting.do(TakeCue(cue=2))).facts["connection_ms"] > 0
            await eventually("s002 hears s001", lambda: hears_exactly(province.show("s002"), {1}))
            await meeting.do(TakeCue(cue=3))
            await state.until(
                "s002 beside the main endpoint", lambda: state.podium().layout is Layout.PODIUM_BESIDE_MAIN
            )
            assert state.podium().site == "s002"
            back = await meeting.do(Undo())
            assert back.outcome is Outcome.DONE
            await state.until("the second cue stands again", lambda: script().next_cue == 3)
            await state.until("its speaker is back on the podium", lambda: state.podium().site == "s001")
            await meeting.do(TakeCue(cue=5))
            await state.until("nobody is on the podium", lambda: state.podium().site is None)
            refused = await meeting.client.ask(TakeCue(cue=4))
            assert (refused.outcome, refused.reason) == (Outcome.REFUSED, Reason.UNKNOWN_CUE)
            done = {done.number: done.skipped for done in script().done}
            assert done == {1: False, 2: False, 3: True, 4: True, 5: False}
            await meeting.do(EndSession())
            await eventually("the register says that it was held", lambda: steps(folder, uid)[-1] is Step.HELD)
            assert steps(folder, uid) == [Step.SUBMITTED, Step.RECEIVED, Step.CONFIRMED, Step.NOTIFIED, Step.HELD]
