"""One meeting under each of the five regulations: registered, held, written down, handed over, taken at the department.

Rule: the same program and the same steps; what differs is what the province's text says, and it is asserted from there.
"""

import asyncio
import contextlib
import io
import json
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from console.commands import (
    EndSession,
    FinishSpeech,
    GrantFloor,
    MuteAll,
    RequestFloor,
    SetGain,
    StartSession,
    TellAttendance,
)
from console.control.control_commands import DelegateControl
from console.incidents.incident_commands import (
    AskFallback,
    CloseIncident,
    DecideFallback,
    OpenIncident,
    RestoreIncident,
    TellOfIncident,
    UpdateIncident,
)
from console.words import (
    MAIN_SITE,
    DelegatedRight,
    FallbackAct,
    FloorSource,
    IncidentCategory,
    NoticeChannel,
    Outcome,
    Reason,
    SessionKind,
)
from hardware.simulator.province_orders import PressMicrophone
from tests.console.command_line.typed import carry_out
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, new_folder, operator, plan
from tests.own_process import ROOT

pytestmark = pytest.mark.timeout(180)

HOUR_MS = 3600_000
FAR_AWAY_MS = 1_868_144_400_000
"""14 March 2029, 08:00 in Viet Nam: a Wednesday without holidays around it."""


class Text(NamedTuple):
    """What a province's regulation says of such a meeting; times as the program prints them."""

    registered_by: str
    checks: tuple[str, ...]
    told: tuple[str, ...]
    others: tuple[str, ...] = ()
    missing: str = ""
    """A field of the form that must not be empty."""
    urgent: str = ""
    """The line of a registration that is urgent."""
    answer: str = ""
    """The answer that has an end as soon as the registration is received; empty where the text sets none."""
    handed_over: str = ""
    """The line of what is handed over; empty where the text knows no recordings."""


TEXTS = {
    "vn-binh-dinh": Text(
        registered_by="17:00 09/03/2029  registration  Đ8 k1",
        checks=("17:00 13/03/2029  check/T-1wd  Đ10 k2b", "07:30 14/03/2029  check/T-30min  Đ10 k2c"),
        told=("notice/power/power  Đ9 k2", "notice/satellites/plan  Đ10 k2a", "notice/telco/plan  Đ10 k2a"),
        answer="response/confirm  Đ9 k1",
        others=("response/confirm  Đ9 k1", "17:00 29/12/2029  statistics/meetings/year  Đ16 k2d"),
        missing="legal basis",
        urgent="05:00 14/03/2029  registration  Đ8 k2c",
        handed_over="handover  Đ12 k2",
    ),
    "vn-thanh-hoa": Text(
        registered_by="17:00 12/03/2029  registration  Đ7 k2",
        checks=("17:00 13/03/2029  check/T-1d  Đ11 k1", "07:00 14/03/2029  check/T-1h  Đ11 k1"),
        told=("17:00 13/03/2029  notice/telco/line  Đ7 k3", "17:00 13/03/2029  notice/power/power  Đ7 k3"),
        others=("statistics/effectiveness/year  Đ8 k8", "statistics/to_province/year  Đ12 k2"),
        missing="plan",
        urgent="no limit  registration  Đ7 k4",
    ),
    "vn-dong-nai": Text(
        registered_by="08:00 13/03/2029  registration  Đ10 k2, Đ11 k2a",
        checks=("06:00 14/03/2029  check/T-2h  Đ11 k2b",),
        told=("notice/main_endpoint/check_schedule  Đ11 k2b", "notice/every_unit/public_schedule  Đ14 k3"),
        answer="response/answer  Đ11 k2b",
        others=("response/answer  Đ11 k2b", "statistics/meetings/half_year  Đ14 k4"),
        missing="satellites",
        urgent="02:00 14/03/2029  registration  Đ10 k3",
        handed_over="handover  Đ5 k3",
    ),
    "vn-dak-lak": Text(
        registered_by="17:00 07/03/2029  registration  I.4b, II.1 b1",
        checks=("check/T-half_day  I.4g, II.1 b5", "07:30 14/03/2029  check/T-30min  II.1 b6"),
        told=("notice/satellites/check_schedule  II.1 b3", "notice/communes/check_schedule  II.1 b3"),
        answer="response/approve  II.1 b2",
        others=("07:00 14/03/2029  connect  II.1 b6-7", "07:30 14/03/2029  main_ready", "response/approve  II.1 b2"),
        missing="script",
        urgent="no limit  registration  II.2 b1",
    ),
    "vn-bac-kan": Text(
        registered_by="17:00 11/03/2029  registration  Đ6 k1-2",
        checks=("17:00 13/03/2029  check/T-half_day  Đ7 k1b", "07:00 14/03/2029  check/T-1h  Đ7 k1b"),
        told=("notice/satellites/meeting  Đ7 k1a", "notice/power/power  Đ7 k1a", "notice/telco/line  Đ7 k1a"),
        others=("statistics/meetings/half_year  Đ14 k1c",),
        missing="scale",
        urgent="no limit  registration  Đ6 k4",
    ),
}


def registration(start_ms: int, **more: object) -> dict[str, object]:
    """Returns a registration with everything that any of the five forms asks for."""
    site = {
        "address": "Số 1 Trần Phú",
        "contact": "Nguyễn Văn An",
        "phone": "0905123456",
        "participants": "Lãnh đạo xã",
    }
    return {
        "subject": "Họp giao ban công tác tháng",
        "governing_body": "UBND tỉnh",
        "agency": "Sở Nội vụ",
        "host_unit": "Sở Nội vụ",
        "legal_basis": {"number": "12/GM-UBND", "day": "2026-11-20", "issuer": "UBND tỉnh"},
        "venue": "Hội trường A",
        "chairperson": "Trần Thị Bình",
        "chairperson_title": "Phó Chủ tịch",
        "start_ms": start_ms,
        "end_ms": start_ms + 2 * HOUR_MS,
        "technician": "Lê Minh",
        "technician_phone": "0912345678",
        "contact_name": "Lê Minh",
        "contact_phone": "0912345678",
        "participants": "Lãnh đạo các sở",
        "sites": [{"site": f"s{n:03}", "name": f"Điểm cầu {n}", "attendee_count": 10, **site} for n in (1, 2)],
        "agenda": "Báo cáo, thảo luận, kết luận",
        "plan": "Họp trực tuyến với hai điểm cầu",
        "scale": "Hai điểm cầu",
        **more,
    }


class Office:
    """The office's own commands on a folder, in English: typed here, so that twenty of them cost no twenty starts."""

    def __init__(self, folder: Folder, tmp_path: Path) -> None:
        self._folder, self._tmp = folder, tmp_path

    def run(self, *arguments: str) -> str:
        """Runs a command that has to succeed and returns what it printed."""
        code, said = self._typed(arguments)
        assert code == 0, (arguments, said)
        return said

    def refused(self, *arguments: str) -> str:
        """Runs a command that has to be refused and returns its sentence."""
        code, said = self._typed(arguments)
        assert code != 0, (arguments, said)
        return said

    def _typed(self, arguments: Sequence[str]) -> tuple[int, str]:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = carry_out(*arguments, "--data", str(self._folder.data.root))
        return code, said.getvalue()

    def register(self, values: dict[str, object]) -> str:
        file = self._tmp / "registration.json"
        file.write_text(json.dumps(values))
        return self.run("meeting", "new", "--file", str(file)).strip()


@pytest.mark.parametrize("province", TEXTS)
async def test_a_meeting_from_its_registration_to_the_department(province: str, tmp_path: Path) -> None:
    with new_folder(tmp_path, sites=2, profile=province) as folder:
        office = Office(folder, tmp_path)
        await asyncio.to_thread(clocks_are_the_provinces, office, TEXTS[province])
        await asyncio.to_thread(urgent_and_answered, office, TEXTS[province], tmp_path)
        await asyncio.to_thread(people_are_listed, office, tmp_path)
        meeting_uid = await asyncio.to_thread(registered_too_late, office)
        folder.start_bridge()
        with folder.province([plan(number) for number in range(3)]) as simulated:
            async with operator(folder, session=False) as meeting:
                await rehearsed(meeting, meeting_uid, province)
                await held(meeting, simulated, meeting_uid)
        await asyncio.to_thread(written_down_and_handed_over, office, tmp_path, province)


def clocks_are_the_provinces(office: Office, text: Text) -> None:
    """Registers in time: what is missing, and until when, is what the articles say."""
    uid = office.register(registration(FAR_AWAY_MS, wishes=["store_media"]))
    shown = office.run("meeting", "show", uid)
    for line in (text.registered_by, *text.checks, *text.told, *text.others, text.handed_over):
        assert line in shown, f"{line!r} is not in\n{shown}"
    assert bool(text.handed_over) == ("handover" in shown)
    assert "Missing" not in shown
    empty = office.register({"subject": "Họp", "host_unit": "Sở Nội vụ", "start_ms": FAR_AWAY_MS})
    assert text.missing in office.refused("meeting", "step", empty, "submitted")


def urgent_and_answered(office: Office, text: Text, tmp_path: Path) -> None:
    """Registers an urgent meeting by its own rule; once received, the answer has its end, and the form is printed."""
    uid = office.register(registration(FAR_AWAY_MS, urgency="ad_hoc", urgency_reason="Ứng phó bão"))
    assert text.urgent in office.run("meeting", "show", uid)
    office.run("meeting", "step", uid, "submitted")
    assert not text.answer or f"no limit  {text.answer}" in office.run("meeting", "show", uid)
    office.run("meeting", "step", uid, "received")
    assert not text.answer or f"no limit  {text.answer}" not in office.run("meeting", "show", uid)
    office.run("meeting", "export", uid, "--out", str(tmp_path / "registration.docx"))
    assert (tmp_path / "registration.docx").stat().st_size > 1000


def people_are_listed(office: Office, tmp_path: Path) -> None:
    """Takes the list of technicians from a table and gives it out again for all sites."""
    head = "name;title;unit;phone;email;zalo;roles;sites"
    person = "Lê Minh;Chuyên viên;Sở Nội vụ;0912345678;minh@snv.gov.vn;0912345678;technician;1"
    table, given = tmp_path / "people.csv", tmp_path / "given.csv"
    table.write_text(f"{head}\r\n{person}\r\n", encoding="utf-8-sig")
    office.run("directory", "import", "people", str(table))
    office.run("directory", "export", "people", str(given))
    assert "0912345678;minh@snv.gov.vn" in given.read_text(encoding="utf-8-sig")


def registered_too_late(office: Office) -> str:
    """Registers a meeting that starts within the hour: only with a reason, which is kept."""
    uid = office.register(registration(int(time.time() * 1000) + HOUR_MS // 2, wishes=["store_media"]))
    assert "reason" in office.refused("meeting", "step", uid, "submitted").lower()
    why = "Chủ tịch UBND tỉnh yêu cầu họp gấp"
    office.run("meeting", "step", uid, "submitted", "--reason", why)
    for step in ("received", "confirmed"):
        office.run("meeting", "step", uid, step, "--reason", why)
    assert why in office.run("meeting", "show", uid)
    return uid


async def rehearsed(meeting: Meeting, meeting_uid: str, province: str) -> None:
    """Connects all for the rehearsal; control of the session is given away only where the text foresees it."""
    await meeting.do(StartSession(kind=SessionKind.REHEARSAL, title="Tổng duyệt", meeting_uid=meeting_uid))
    await meeting.until_live([MAIN_SITE, "s001", "s002"])
    given = await meeting.client.ask(DelegateControl(site="s001", rights=(DelegatedRight.FLOOR,), minutes=30))
    if province == "vn-dong-nai":
        assert given.outcome is Outcome.DONE
    else:
        assert (given.outcome, given.reason) == (Outcome.REFUSED, Reason.DELEGATION_NOT_FORESEEN)
    await meeting.do(EndSession())


async def held(meeting: Meeting, simulated: Any, meeting_uid: str) -> None:
    """Holds the meeting: attendance, a floor request by telephone, a speech, an incident with all that is asked."""
    await meeting.do(StartSession(kind=SessionKind.OFFICIAL, title="Họp giao ban", meeting_uid=meeting_uid))
    await meeting.until_live([MAIN_SITE, "s001", "s002"])
    await meeting.do(MuteAll())
    await meeting.do(TellAttendance(site="s001", head_count=12, in_charge="Chủ tịch xã"))
    await meeting.do(RequestFloor(site="s001", source=FloorSource.PHONE, note="Ý kiến của xã"))
    await meeting.state.until("it waits", lambda: bool(meeting.state.floor().requests))
    await meeting.do(GrantFloor(request_id=meeting.state.floor().requests[0].request_id))
    simulated.order(PressMicrophone(site="s001", open=True))
    await meeting.state.until("the speech runs", lambda: meeting.state.floor().speaker == "s001", 15)
    await eventually("it is heard", lambda: hears_exactly(simulated.show("s002"), {1}))
    loud = simulated.show("s002").program_level_db
    await meeting.do(SetGain(site="s001", gain_db=-18))
    await eventually("it is quieter", lambda: (simulated.show("s002").program_level_db or loud) < loud - 8)
    await meeting.do(FinishSpeech())
    await an_incident(meeting)
    await meeting.do(EndSession())


async def an_incident(meeting: Meeting) -> None:
    await meeting.do(OpenIncident(text="Mất tiếng", site="s002", category=IncidentCategory.LINE_LOST))
    record = meeting.state.views
    await meeting.state.until("it is noted", lambda: bool(record["record"].incidents))  # type: ignore[union-attr]
    incident = record["record"].incidents[0].incident_id  # type: ignore[union-attr]
    restored_by = int(time.time() * 1000) + HOUR_MS
    more = UpdateIncident(
        incident_id=incident, cause="Đứt cáp quang", solution="Họp ghép", restore_expected_wall_ms=restored_by
    )
    await meeting.do(more)
    await meeting.do(TellOfIncident(incident_id=incident, party="telco", channel=NoticeChannel.PHONE))
    await meeting.do(AskFallback(incident_id=incident, act=FallbackAct.MERGE_SITE, text="Họp tại điểm cầu 1"))
    await meeting.do(DecideFallback(incident_id=incident, decided_by="Trần Thị Bình", approved=True))
    await meeting.do(RestoreIncident(incident_id=incident))
    await meeting.do(CloseIncident(incident_id=incident))


def written_down_and_handed_over(office: Office, tmp_path: Path, province: str) -> None:
    """Writes the log and the ledger, confirms, exports; the department takes the package by its registered key."""
    log = json.loads(office.run("form", "show"))
    rows = {row["site"]: row for row in log["sites"]}
    assert rows["s002"]["status"] == "incident"
    assert "Đứt cáp quang" in json.dumps(rows["s002"], ensure_ascii=False)
    assert rows["s001"]["status"] == "normal"
    assert not any(rows["s001"]["devices"].values()), "what nobody checked stays empty"
    office.run("form", "confirm", "unit_leader", "Trần Thị Bình", "--title", "Giám đốc")
    wanted = (
        ("phu-luc-2", "log.docx"),
        ("phu-luc-3", "ledger.xlsx"),
        ("shutdown", "off.docx"),
        ("statistics", "y.xlsx"),
    )
    for name, file in wanted:
        office.run("form", name, "--out", str(tmp_path / file))
        assert (tmp_path / file).stat().st_size > 1000
    office.run("form", "phu-luc-3", "--out", str(tmp_path / "ledger.json"))
    (row,) = json.loads((tmp_path / "ledger.json").read_text())["rows"]
    assert "Họp giao ban" in json.dumps(row, ensure_ascii=False), "the rehearsal is no meeting of the ledger"
    office.run("export", "--last", "--out", str(tmp_path / "stick"))
    (package,) = (tmp_path / "stick").iterdir()
    told = (package / "bag-info.txt").read_text()
    assert f"Profile-Id: {province}" in told
    version = json.loads((ROOT / "resources" / "profiles" / f"{province}.json").read_text())["version"]
    assert f"Profile-Version: {version}" in told
    fingerprint = "".join(re.findall(r"\b[0-9A-F]{4}\b", office.run("signing-key")))
    taken_at_the_department(tmp_path, package, fingerprint)


def taken_at_the_department(tmp_path: Path, package: Path, fingerprint: str) -> None:
    with new_folder(tmp_path / "department", sites=1) as folder:
        department = Office(folder, tmp_path)
        department.refused("department", "import", str(package))
        department.run("department", "register-key", fingerprint, "Sở Nội vụ")
        assert "1 taken" in department.run("department", "import", str(package))
        assert "Họp giao ban" in department.run("department", "list")
        events = package / "data" / "events.jsonl"
        events.write_bytes(events.read_bytes() + b" ")
        department.refused("department", "import", str(package))
