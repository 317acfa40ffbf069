"""Incidents: noticed at their moment, told of, restored, closed, taken back; and nothing is said of a closed one."""

import pytest

from console.commands import (
    AnyCommand,
    CloseIncident,
    OpenIncident,
    ReopenIncident,
    RestoreIncident,
    TellOfIncident,
    Undo,
    UpdateIncident,
)
from console.notes.record_facts import Incident
from console.notes.record_snapshot import RecordView
from console.words import IncidentCategory, NoticeChannel, Outcome, Reason
from tests.console.province import Province, meeting, technician


def incident(province: Province) -> Incident:
    record = province.views["record"]
    assert isinstance(record, RecordView)
    (only,) = record.incidents
    return only


def with_incident() -> Province:
    province = meeting()
    province.wait_ms(60_000)
    province.ask(OpenIncident(text="mất tiếng", site="s002", category=IncidentCategory.NO_SOUND, opened_ago_ms=20_000))
    return province


def test_an_incident_carries_the_moment_it_was_noticed_and_not_the_one_it_was_saved() -> None:
    province = with_incident()
    assert incident(province).at_ms == province.now.wall_ms - 20_000
    assert incident(province).category is IncidentCategory.NO_SOUND
    province.check_replay()


def test_no_incident_was_noticed_before_its_session_began() -> None:
    province = meeting()
    started_ms = province.views["session"].started_ms
    province.ask(OpenIncident(text="mất điện", opened_ago_ms=3_600_000))
    assert incident(province).at_ms == started_ms


def test_a_category_alone_is_enough_in_the_first_two_seconds() -> None:
    province = meeting()
    assert province.ask(OpenIncident(text="", category=IncidentCategory.POWER)).outcome is Outcome.DONE
    assert (incident(province).text, incident(province).category) == ("", IncidentCategory.POWER)


def test_an_incident_is_filled_in_later_and_closed() -> None:
    province = with_incident()
    expected_ms = province.now.wall_ms + 600_000
    province.ask(UpdateIncident(incident_id="i1", cause=" dây đứt ", restore_expected_wall_ms=expected_ms))
    province.ask(UpdateIncident(incident_id="i1", solution="thay dây", category=IncidentCategory.LINE_LOST))
    province.ask(TellOfIncident(incident_id="i1", party="VNPT Đắk Lắk", told_ago_ms=5_000))
    province.ask(RestoreIncident(incident_id="i1"))
    province.ask(CloseIncident(incident_id="i1"))
    now_ms, view = province.now.wall_ms, incident(province)
    assert (view.text, view.cause, view.solution) == ("mất tiếng", "dây đứt", "thay dây")
    assert (view.category, view.restore_expected_ms) == (IncidentCategory.LINE_LOST, expected_ms)
    assert (view.restored_ms, view.closed_ms, view.closed_by) == (now_ms, now_ms, "Lan")
    (notice,) = view.told
    assert (notice.party, notice.channel, notice.at_ms, notice.by) == (
        *("VNPT Đắk Lắk", NoticeChannel.PHONE),
        *(now_ms - 5_000, "Lan"),
    )
    province.check_replay()


def test_a_closed_incident_is_opened_again_before_more_is_said() -> None:
    province = with_incident()
    province.ask(CloseIncident(incident_id="i1"))
    assert province.ask(UpdateIncident(incident_id="i1", cause="x")).reason is Reason.INCIDENT_CLOSED
    province.ask(ReopenIncident(incident_id="i1"))
    assert province.ask(UpdateIncident(incident_id="i1", cause="x")).outcome is Outcome.DONE


@pytest.mark.parametrize(
    "command",
    [
        UpdateIncident(incident_id="i1", text="mất hẳn tiếng", cause="loa hỏng", site=""),
        RestoreIncident(incident_id="i1"),
        CloseIncident(incident_id="i1"),
    ],
    ids=lambda command: type(command).__name__,
)
def test_what_was_said_of_an_incident_is_taken_back(command: AnyCommand) -> None:
    province = with_incident()
    before = incident(province)
    province.ask(command)
    assert incident(province) != before
    province.ask(Undo())
    assert incident(province) == before
    province.check_replay()


def test_an_incident_noted_by_mistake_leaves_the_record_and_its_lines_stay() -> None:
    province = with_incident()
    province.ask(Undo())
    assert province.views["record"].incidents == ()
    assert {"IncidentOpened", "IncidentClosed"} <= set(province.kinds())
    province.ask(OpenIncident(text="mất hình"))
    assert incident(province).incident_id == "i2"
    province.check_replay()


def test_closing_and_taking_that_back_keeps_when_it_worked_again() -> None:
    province = with_incident()
    province.ask(RestoreIncident(incident_id="i1"))
    restored_ms = incident(province).restored_ms
    province.wait_ms(5_000)
    province.ask(CloseIncident(incident_id="i1"))
    province.ask(Undo())
    assert (incident(province).restored_ms, incident(province).closed_ms) == (restored_ms, None)


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (OpenIncident(text="  "), Reason.BAD_VALUE),
        (OpenIncident(text="x", site="nobody"), Reason.UNKNOWN_SITE),
        (UpdateIncident(incident_id="i9", text="x"), Reason.UNKNOWN_INCIDENT),
        (UpdateIncident(incident_id="i1", site="nobody"), Reason.UNKNOWN_SITE),
        (UpdateIncident(incident_id="i1", restore_expected_wall_ms=1), Reason.BAD_VALUE),
        (UpdateIncident(incident_id="i1"), Reason.NOTHING_TO_DO),
        (RestoreIncident(incident_id="i1", restored_wall_ms=1), Reason.BAD_VALUE),
        (RestoreIncident(incident_id="i1", restored_wall_ms=9_999_999_999_999), Reason.BAD_VALUE),
        (ReopenIncident(incident_id="i1"), Reason.NOTHING_TO_DO),
        (ReopenIncident(incident_id="i1", restored_wall_ms=1), Reason.BAD_VALUE),
        (TellOfIncident(incident_id="i1", party=" "), Reason.BAD_VALUE),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(command: AnyCommand, reason: Reason) -> None:
    assert with_incident().ask(command).reason is reason


def test_a_technician_opens_an_incident_of_the_own_site_and_fills_in_none() -> None:
    province = meeting()
    own = technician("s001")
    assert province.ask(OpenIncident(text="loa hỏng", site="s001"), own).outcome is Outcome.DONE
    assert province.ask(UpdateIncident(incident_id="i1", text="x"), own).reason is Reason.NOT_ALLOWED
