"""The recording itself: with permission only, watched while it grows, stopped in order, every file in the log."""

from typing import Any

import pytest

from console.commands import AnyCommand, EndSession
from console.engine_port import EngineDown
from console.events import MeetingFileRead
from console.notes.recording_commands import PermitRecording, RefuseRecording
from console.office.meeting import Confidentiality
from console.office.meeting_file import MeetingFile
from console.recordings.recorder_commands import (
    PauseRecording,
    ResumeRecording,
    StartRecording,
    StopRecording,
    TakePicture,
)
from console.recordings.recorder_entries import PictureTaken, RecordingPartEnded, RecordingTurned
from console.recordings.recorder_port import (
    DiskSeen,
    KeepPicture,
    MeasureRecording,
    PictureKept,
    RecordingEnded,
    RecordingFault,
    RecordingSeen,
    SetRecording,
)
from console.recordings.recording_words import RecordingBecause, RecordingState, RecordingWish
from console.rules import Rules
from console.sites.site_messages import ShowRecording
from console.words import AlarmKind, Outcome, Reason, Severity
from tests.console.province import Province, meeting, technician


def permitted(satellites: int = 3) -> Province:
    province = meeting(satellites)
    province.ask(PermitRecording(decided_by="Ông Hà"))
    return province


def recording(satellites: int = 3) -> Province:
    province = permitted(satellites)
    assert province.ask(StartRecording()).outcome is Outcome.DONE
    return province


def told(province: Province) -> list[str | None]:
    """Returns the files that the engine was told to write, oldest first."""
    return [effect.file for effect in province.effects if isinstance(effect, SetRecording)]


def growing(province: Province) -> str:
    file = told(province)[-1]
    assert file is not None
    return file


def grow(province: Province, seconds: int = 1, *, disk: int = 200_000, free: int = 50_000_000_000) -> None:
    """Lets the file that grows gain for some seconds; `disk` is what of 200,000 bytes a second reaches it."""
    for second in range(1, seconds + 1):
        province.wait_ms(1000)
        before = province.state.recorder.seen
        last = before[-1] if before else None
        seen = RecordingSeen(
            at_ms=province.ms,
            file=growing(province),
            length_ms=1000 * second + (last.length_ms if last else 0),
            file_bytes=disk + (last.file_bytes if last else 0),
            taken_bytes=200_000 + (last.taken_bytes if last else 0),
            free_bytes=free,
        )
        province.tell(seen)


def ended(province: Province, file: str | None = None, fault: RecordingFault | None = None) -> None:
    file = file or growing(province)
    report = RecordingEnded(
        at_ms=province.ms, file=file, length_ms=5000, file_bytes=900, sha256="ab" * 32, fault=fault, text=""
    )
    province.tell(report)


def part_ends(province: Province) -> list[RecordingPartEnded]:
    return [line.entry for line in province.lines if isinstance(line.entry, RecordingPartEnded)]


def view(province: Province) -> Any:
    return province.views["recording"]


def alarms(province: Province) -> dict[AlarmKind, Severity]:
    return {alarm.kind: alarm.severity for alarm in province.state.durable.alarms.values() if alarm.cleared_ms is None}


@pytest.mark.parametrize("command", [StartRecording(), ResumeRecording(), TakePicture()], ids=str)
def test_nothing_is_recorded_or_kept_without_a_yes(command: AnyCommand) -> None:
    province = meeting()
    assert province.ask(command).reason is Reason.RECORDING_NOT_ALLOWED
    province.ask(RefuseRecording(decided_by="Ông Hà"))
    assert province.ask(command, command_id="again").outcome is Outcome.REFUSED
    assert not told(province)


@pytest.mark.parametrize("secrecy", [Confidentiality.RESTRICTED, Confidentiality.STATE_SECRET])
def test_a_meeting_that_turns_out_to_be_confidential_is_recorded_no_further(secrecy: Confidentiality) -> None:
    province = recording()
    grow(province)
    session = province.state.durable.session
    assert session is not None
    file = MeetingFile(meeting_uid=session.meeting_uid, confidentiality=secrecy)
    province.tell(MeetingFileRead(meeting_uid=session.meeting_uid, file=file))
    assert told(province)[-1] is None
    assert province.state.durable.recorded.because is RecordingBecause.FORBIDDEN
    for command in (StartRecording(), TakePicture()):
        assert province.ask(command).reason is Reason.MEETING_CONFIDENTIAL


def test_a_site_records_nothing() -> None:
    assert permitted().ask(StartRecording(), technician("s001")).reason is Reason.NOT_ALLOWED


def test_a_recording_runs_and_every_screen_is_told() -> None:
    province = recording()
    assert view(province).state is RecordingState.STARTING
    assert province.sites["s001"].last(ShowRecording) == ShowRecording(recorded=True)
    grow(province, 3)
    assert view(province).state is RecordingState.RUNNING
    assert province.views["recorder"].file_bytes == 600_000
    late = province.join("s003")
    assert late.last(ShowRecording) == ShowRecording(recorded=True)

    assert province.ask(StartRecording()).reason is Reason.NOTHING_TO_DO
    file = growing(province)
    province.ask(StopRecording())
    assert told(province) == [file, None]
    ended(province, file)
    (part,) = part_ends(province)
    assert (part.part, part.because, part.sha256) == (1, RecordingBecause.ASKED, "ab" * 32)
    assert province.sites["s001"].last(ShowRecording) == ShowRecording(recorded=False)
    assert view(province).state is RecordingState.OFF
    province.wait_ms(1000)
    assert province.ask(StopRecording(), command_id="twice").reason is Reason.NOTHING_TO_DO
    turned = [line.entry for line in province.lines if isinstance(line.entry, RecordingTurned)]
    assert [entry.allowed_by for entry in turned] == ["Ông Hà", ""]
    province.check_replay()


@pytest.mark.parametrize("wanted", [True, False])
def test_a_profile_may_want_the_mark_in_the_picture_itself(*, wanted: bool) -> None:
    province = meeting(3, Rules(recording_mark_on_picture=wanted))
    province.ask(PermitRecording(decided_by="Ông Hà"))
    marks: list[bool] = []
    for command in (StartRecording(), PauseRecording(), ResumeRecording(), StopRecording()):
        province.ask(command)
        assert province.program is not None
        marks.append(province.program.recorded)
    assert marks == ([True, False, True, False] if wanted else [False] * 4)


def test_a_pause_ends_the_part_and_the_next_has_the_next_number() -> None:
    province = recording()
    grow(province)
    first = growing(province)
    province.ask(PauseRecording())
    assert view(province).state is RecordingState.PAUSED
    ended(province, first)
    province.ask(ResumeRecording())
    assert growing(province) != first
    assert [part.part for part in province.state.durable.recorded.parts] == [1, 2]
    province.check_replay()


def test_a_restarted_bridge_goes_on_with_a_new_part_and_has_the_old_one_measured() -> None:
    before = recording()
    grow(before, 2)
    old = growing(before)

    after = Province(restored=tuple(before.lines))
    assert not told(after)
    after.engine_up()
    assert growing(after) != old
    assert MeasureRecording(file=old) in after.effects
    ended(after, old, RecordingFault.RECORDER_GONE)
    assert part_ends(after)[-1].because is RecordingBecause.INTERRUPTED
    assert after.state.durable.recorded.wanted is RecordingWish.ON
    after.check_replay()


def test_a_lost_recorder_is_followed_by_a_new_part_soon_and_less_and_less_soon() -> None:
    province = recording()
    grow(province)
    for wait_ms in (1000, 2000, 4000):
        parts = len(told(province))
        ended(province, fault=RecordingFault.DISK)
        province.wait_ms(wait_ms - 100)
        assert len(told(province)) == parts
        province.wait_ms(200)
        assert len(told(province)) == parts + 1
    assert AlarmKind.RECORDING_STALLED in alarms(province)


def test_a_part_waits_for_the_engine() -> None:
    province = recording()
    grow(province)
    province.tell(EngineDown(at_ms=province.ms, incarnation=1, text="gone"))
    ended(province, fault=RecordingFault.SOURCE_GONE)
    province.wait_ms(5000)
    assert len(told(province)) == 1
    province.engine_up(2)
    province.wait_ms(100)
    assert len(told(province)) == 2


@pytest.mark.parametrize("disk", [0, 60_000])
def test_a_file_that_gains_too_little_is_an_alarm_until_it_gains_again(disk: int) -> None:
    province = recording()
    grow(province, 6)
    assert not alarms(province)
    grow(province, 15, disk=disk)
    assert alarms(province) == {AlarmKind.RECORDING_STALLED: Severity.ERROR}
    assert view(province).state is RecordingState.STALLED
    grow(province, 8)
    assert not alarms(province)


def test_a_recorder_that_says_nothing_is_an_alarm() -> None:
    province = recording()
    grow(province, 3)
    province.wait_ms(10_000)
    assert alarms(province) == {AlarmKind.RECORDING_STALLED: Severity.ERROR}


def test_room_is_watched_warned_of_and_kept() -> None:
    province = recording()
    grow(province, 3, free=4_900_000_000)
    province.wait_ms(3000)
    assert alarms(province)[AlarmKind.DISK_LOW] is Severity.WARNING
    assert province.views["recorder"].low
    file = growing(province)
    province.tell(DiskSeen(at_ms=province.ms, free_bytes=990_000_000))
    assert told(province)[-1] is None
    ended(province, file)
    assert part_ends(province)[-1].because is RecordingBecause.DISK_FULL
    province.wait_ms(3000)
    assert alarms(province)[AlarmKind.DISK_LOW] is Severity.ERROR
    assert province.ask(StartRecording()).reason is Reason.DISK_FULL
    province.tell(DiskSeen(at_ms=province.ms, free_bytes=9_000_000_000))
    assert not alarms(province)


def test_a_full_disk_ends_it() -> None:
    province = recording()
    ended(province, fault=RecordingFault.DISK_FULL)
    province.wait_ms(10_000)
    assert len(told(province)) == 1
    assert province.state.durable.recorded.because is RecordingBecause.DISK_FULL


def test_the_session_ends_when_the_last_part_is_written_down() -> None:
    province = recording()
    grow(province)
    file = growing(province)
    assert province.ask(EndSession(), command_id="end") is None
    assert told(province)[-1] is None
    ended(province, file)
    assert province.receipt("end").outcome is Outcome.DONE
    assert province.kinds().index("RecordingPartEnded") < province.kinds().index("SessionEnded")
    assert province.state.durable.session is None


def test_a_disk_that_hangs_does_not_keep_the_session() -> None:
    province = recording()
    grow(province)
    province.ask(EndSession(), command_id="end")
    province.wait_ms(10_500)
    assert province.receipt("end").outcome is Outcome.DONE


def test_pictures_of_the_program_stand_in_the_log() -> None:
    province = permitted()
    province.ask(TakePicture(note=" Toàn cảnh "), command_id="p")
    (wish,) = [effect for effect in province.effects if isinstance(effect, KeepPicture)]
    kept = PictureKept(at_ms=province.ms, request_id=wish.request_id, file=wish.file, file_bytes=7, sha256="cd" * 32)
    province.tell(kept, kept)
    assert province.receipt("p").outcome is Outcome.DONE
    (taken,) = [line.entry for line in province.lines if isinstance(line.entry, PictureTaken)]
    assert (taken.picture, taken.note, taken.file) == (1, "Toàn cảnh", wish.file)
    province.check_replay()


def test_a_picture_that_cannot_be_made_or_never_comes_has_failed() -> None:
    province = permitted()
    province.ask(TakePicture(), command_id="p")
    file = next(effect.file for effect in province.effects if isinstance(effect, KeepPicture))
    province.tell(PictureKept(at_ms=province.ms, request_id="p", file=file, file_bytes=0, sha256="", text="no room"))
    assert province.receipt("p").reason is Reason.DISK_FAILED
    province.wait_ms(1000)
    province.ask(TakePicture(), command_id="q")
    province.wait_ms(6000)
    assert province.receipt("q").reason is Reason.TIMEOUT
