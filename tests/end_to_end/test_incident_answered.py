"""A failure in a running meeting, from the sheet of whom to call to the chair's word in the incident report."""

import json
from pathlib import Path

import pytest

from console.commands import EndSession
from console.incidents.incident_commands import (
    AskFallback,
    DecideFallback,
    OpenIncident,
    RestoreIncident,
    TellOfIncident,
    UpdateIncident,
)
from console.log_book.office_store import OfficeStore
from console.notes.record_snapshot import RecordView
from console.office.people import Person, Role
from console.office.places import Line
from console.regulation.province import Party
from console.words import FallbackAct, IncidentCategory, Outcome, Reason
from hardware.processes.bridge.call_book import read_call_book
from tests.end_to_end.meeting import Meeting, new_folder, operator

pytestmark = pytest.mark.timeout(90)
FAILED = "mất tín hiệu đường truyền"


def only_incident(meeting: Meeting) -> str:
    """Returns the identifier of the session's one incident."""
    record = meeting.state.views["record"]
    assert isinstance(record, RecordView)
    (incident,) = record.incidents
    return incident.incident_id


async def test_who_was_called_and_what_the_chair_decided_stand_in_the_report(tmp_path: Path) -> None:
    with new_folder(tmp_path, sites=2, profile="vn-binh-dinh") as folder:
        with OfficeStore(folder.data.office_file) as office:
            duty = Person(id="p1", name="Trực VNPT", unit="VNPT", phone="0256 3888 999", roles=(Role.TELECOM,))
            line = Line(id="l1", site="s001", provider="VNPT", circuit_id="TSL-01")
            office.register.put([duty, line], "Lan")
        folder.start_bridge()
        async with operator(folder) as meeting:
            await meeting.do(OpenIncident(text=FAILED, site="s001", category=IncidentCategory.LINE_LOST))
            await meeting.state.until(
                "it is noted", lambda: bool(getattr(meeting.state.views["record"], "incidents", ()))
            )
            incident = only_incident(meeting)

            book = read_call_book(folder.data)
            assert book is not None
            first = book.sheet(IncidentCategory.LINE_LOST, "s001")[0]
            assert (first.party, first.people, first.lines, first.by_regulation) == (
                Party.TELCO,
                (duty,),
                (line,),
                True,
            )
            await meeting.do(TellOfIncident(incident_id=incident, party=f"doanh nghiệp viễn thông: {duty.name}"))

            early = await meeting.client.ask(DecideFallback(incident_id=incident, decided_by="Ông Hà", approved=True))
            assert (early.outcome, early.reason) == (Outcome.REFUSED, Reason.BAD_VALUE), "nothing was asked"
            await meeting.do(AskFallback(incident_id=incident, act=FallbackAct.INTERNET, text="đường của xã"))
            await meeting.do(
                DecideFallback(incident_id=incident, decided_by="Ông Hà", approved=True, note="đến hết phiên")
            )
            await meeting.do(UpdateIncident(incident_id=incident, cause="đứt cáp", solution="đổi sang Internet"))
            await meeting.do(RestoreIncident(incident_id=incident))
            session = meeting.state.session().session
            await meeting.do(EndSession())
        assert session is not None
        out = tmp_path / "incident.json"
        written = folder.run("form", "incident", "--session", session, "--out", str(out))
        assert written.returncode == 0, written.stderr
        verified = folder.run("verify-log", str(folder.data.session_file(session)))
        assert verified.returncode == 0, verified.stdout
    (kept,) = json.loads(out.read_bytes())
    (told,) = kept["told"]
    assert told["party"] == "doanh nghiệp viễn thông: Trực VNPT"
    (fallback,) = kept["fallbacks"]
    wanted = {
        "act": "internet",
        "text": "đường của xã",
        "approved": True,
        "decided_by": "Ông Hà",
        "note": "đến hết phiên",
    }
    assert {name: fallback[name] for name in wanted} == wanted
    assert (kept["site"], kept["cause"], kept["solution"]) == ("s001", "đứt cáp", "đổi sang Internet")
