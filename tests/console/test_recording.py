"""Permission to record: the host's word by name, never in a confidential meeting, and what leaves in a package."""

import pytest

from console.command_line.command_tables import COMMAND_TYPES
from console.commands import AnyCommand, EndSession
from console.events import MeetingFileRead
from console.meeting.meeting_snapshot import RecordingView
from console.notes.recording import may_record
from console.notes.recording_commands import PermitRecording, RefuseRecording
from console.office.meeting import Confidentiality
from console.office.meeting_file import MeetingFile
from console.sites.site_messages import Welcome
from console.words import Outcome, Reason
from tests.console.province import Province, meeting, technician


def view(province: Province) -> RecordingView:
    return province.views["recording"]


def classify(province: Province, secrecy: Confidentiality) -> None:
    session = province.state.durable.session
    assert session is not None
    uid = session.meeting_uid
    province.tell(MeetingFileRead(meeting_uid=uid, file=MeetingFile(meeting_uid=uid, confidentiality=secrecy)))


def test_nobody_is_recorded_unasked() -> None:
    province = meeting()
    assert view(province) == RecordingView()
    assert not may_record(province.state.durable)


def test_the_hosts_word_stands_with_name_and_moment_and_may_be_taken_back() -> None:
    province = meeting()
    assert province.ask(PermitRecording(decided_by=" Ông Hà ", note="CV 12")).outcome is Outcome.DONE
    assert view(province).allowed
    assert (view(province).decided_by, view(province).note, view(province).noted_by) == ("Ông Hà", "CV 12", "Lan")
    province.ask(RefuseRecording(decided_by="Ông Hà"))
    assert view(province).allowed is False
    province.check_replay()


@pytest.mark.parametrize("secrecy", [Confidentiality.RESTRICTED, Confidentiality.STATE_SECRET])
def test_a_confidential_meeting_is_never_recorded(secrecy: Confidentiality) -> None:
    province = meeting()
    classify(province, secrecy)
    refused = province.ask(PermitRecording(decided_by="Ông Hà"))
    assert (refused.outcome, refused.reason) == (Outcome.REFUSED, Reason.MEETING_CONFIDENTIAL)
    assert province.ask(RefuseRecording(decided_by="Ông Hà")).outcome is Outcome.DONE
    assert view(province).confidentiality is secrecy


def test_sites_are_told_that_the_meeting_is_confidential_and_that_it_is_over() -> None:
    province = meeting()
    assert province.sites["s001"].last(Welcome).confidentiality is Confidentiality.OPEN
    classify(province, Confidentiality.STATE_SECRET)
    assert province.sites["s001"].last(Welcome).confidentiality is Confidentiality.STATE_SECRET
    province.leave("s001")
    province.join("s001")
    assert province.sites["s001"].last(Welcome).confidentiality is Confidentiality.STATE_SECRET
    assert province.ask(EndSession()).outcome is Outcome.DONE
    assert province.sites["s001"].last(Welcome).confidentiality is Confidentiality.OPEN


def test_a_permission_ends_when_the_meeting_turns_out_to_be_confidential() -> None:
    province = meeting()
    province.ask(PermitRecording(decided_by="Ông Hà"))
    classify(province, Confidentiality.STATE_SECRET)
    assert view(province).allowed is False
    assert not may_record(province.state.durable)


@pytest.mark.parametrize("command", [PermitRecording(decided_by="  "), RefuseRecording(decided_by="")], ids=str)
def test_nobody_is_no_name(command: AnyCommand) -> None:
    assert type(command) in COMMAND_TYPES
    assert meeting().ask(command).reason is Reason.BAD_VALUE


def test_a_site_does_not_decide_it() -> None:
    assert meeting().ask(PermitRecording(decided_by="x"), technician("s001")).reason is Reason.NOT_ALLOWED
