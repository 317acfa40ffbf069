"""Marks, notes, incidents, attendance, gains, and what the chair and urgency do to the queue."""

import pytest

from console.commands import (
    AddNote,
    AnyCommand,
    ApproveFloor,
    GrantFloor,
    MarkMoment,
    OpenIncident,
    RefuseFloor,
    RequestFloor,
    RestoreFloor,
    SetFloorUrgency,
    SetGain,
    SetSpeechLimit,
    TellAttendance,
)
from console.words import FloorSource, FloorUrgency, Outcome, Reason
from tests.console.province import Province, meeting, technician


def order(province: Province) -> list[str]:
    return [request.site for request in province.state.durable.requests]


def test_a_marked_moment_and_an_incident_stand_in_the_record() -> None:
    province = meeting()
    province.ask(MarkMoment(note="tiếng vọng"))
    province.ask(OpenIncident(text=" mất điện ", site="s002"))
    record = province.views["record"]
    assert [mark.note for mark in record.marks] == ["tiếng vọng"]
    (incident,) = record.incidents
    assert (incident.text, incident.site, incident.person) == ("mất điện", "s002", "Lan")
    province.check_replay()


def test_a_note_is_a_line_of_the_log() -> None:
    province = meeting()
    assert province.ask(AddNote(text="Chủ tọa nhắc giờ")).outcome is Outcome.DONE
    assert "NoteAdded" in province.kinds()


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (AddNote(text="  "), Reason.BAD_VALUE),
        (OpenIncident(text=""), Reason.BAD_VALUE),
        (OpenIncident(text="x", site="nobody"), Reason.UNKNOWN_SITE),
        (TellAttendance(site="s001", head_count=-1), Reason.BAD_VALUE),
        (SetGain(site="s001", gain_db=40), Reason.BAD_VALUE),
        (SetGain(site="main", gain_db=3), Reason.BAD_VALUE),
        (SetSpeechLimit(seconds=60), Reason.NOTHING_TO_DO),
    ],
    ids=str,
)
def test_what_says_nothing_is_refused(command: AnyCommand, reason: Reason) -> None:
    assert meeting().ask(command).reason is reason


def test_a_site_tells_of_itself_alone() -> None:
    province = meeting()
    own = technician("s001")
    assert province.ask(TellAttendance(site="s001", head_count=25, in_charge="Bà Hạnh"), own).outcome is Outcome.DONE
    view = province.views["site/s001"]
    assert (view.head_count, view.in_charge) == (25, "Bà Hạnh")
    assert province.ask(OpenIncident(text="loa hỏng", site="s001"), own).outcome is Outcome.DONE
    assert province.ask(OpenIncident(text="x", site="s002"), own).reason is Reason.NOT_ALLOWED
    assert province.ask(AddNote(text="x"), own).reason is Reason.NOT_ALLOWED
    province.check_replay()


def test_a_point_of_order_goes_first_and_priority_before_the_others() -> None:
    province = meeting(5)
    for site in ("s001", "s002"):
        province.ask(RequestFloor(site=site))
    province.ask(RequestFloor(site="s003", urgency=FloorUrgency.PRIORITY))
    province.ask(RequestFloor(site="s004", urgency=FloorUrgency.POINT_OF_ORDER))
    province.ask(RequestFloor(site="s005", urgency=FloorUrgency.PRIORITY))
    assert order(province) == ["s004", "s003", "s005", "s001", "s002"]
    province.ask(SetFloorUrgency(request_id="r2", urgency=FloorUrgency.POINT_OF_ORDER))
    assert order(province) == ["s004", "s002", "s003", "s005", "s001"]
    province.ask(SetFloorUrgency(request_id="r4", urgency=FloorUrgency.NORMAL))
    assert order(province) == ["s002", "s003", "s005", "s001", "s004"]
    province.check_replay()


def test_a_site_cannot_make_itself_urgent() -> None:
    pushy = RequestFloor(site="s001", source=FloorSource.SATELLITE, urgency=FloorUrgency.PRIORITY)
    assert meeting().ask(pushy, technician("s001")).reason is Reason.NOT_ALLOWED


def test_the_chair_approves_and_refuses() -> None:
    province = meeting()
    province.ask(RequestFloor(site="s001"))
    province.ask(RequestFloor(site="s002"))
    province.ask(ApproveFloor(request_id="r2"))
    province.ask(RefuseFloor(request_id="r1", note="hết giờ"))
    (left,) = province.views["floor"].requests
    assert (left.site, left.approved_ms) == ("s002", province.now.wall_ms)
    province.ask(RestoreFloor(request_id="r1"))
    assert order(province) == ["s001", "s002"]
    province.wait_ms(1000)
    assert province.ask(RestoreFloor(request_id="r1")).reason is Reason.UNKNOWN_REQUEST
    province.check_replay()


def test_a_request_is_not_restored_beside_a_newer_one_of_its_site() -> None:
    province = meeting()
    province.ask(RequestFloor(site="s001"))
    province.ask(RefuseFloor(request_id="r1"))
    province.wait_ms(1000)
    province.ask(RequestFloor(site="s001"))
    province.ask(RestoreFloor(request_id="r1"))
    assert order(province) == ["s001"]


def test_a_running_speech_gets_another_limit() -> None:
    province = meeting()
    province.ask(RequestFloor(site="s001"))
    province.ask(GrantFloor(request_id="r1"))
    province.wait_ms(2000)
    assert province.views["floor"].speech_limit_seconds == province.rules.speech_limit_seconds
    province.ask(SetSpeechLimit(seconds=120))
    assert province.views["floor"].speech_limit_seconds == 120
    assert province.program is not None
    assert province.program.speech_limit_seconds == 120
    province.wait_ms(1000)
    province.ask(SetSpeechLimit())
    assert province.views["floor"].speech_limit_seconds is None
    province.check_replay()
