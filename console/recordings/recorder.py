"""Recording the program: begun only with the host's permission, ended when it ends, every file written down.

Rules: what is wanted stands in the log, so that a restarted bridge goes on with a new part by itself. Only one part
grows; every other one that has no end yet is asked for. A meeting that turns out to be confidential is recorded no
further. The recording is stopped in order while there is still 1 GB of room.
Sources: Đồng Nai articles 5.2 and 13.4 (state secrets), 8.3b (the host's permission), 13.2 (storing the recording).
"""

from typing import assert_never

from msgspec.structs import replace

from console.commands import CommandRequest
from console.durable import Durable
from console.engine_port import Capability
from console.notes.recording import confidentiality, may_record
from console.office.meeting import Confidentiality
from console.receipts import end, keep_in_flight, wait_for_log
from console.recordings.recorder_commands import (
    PauseRecording,
    RecorderCommand,
    ResumeRecording,
    StartRecording,
    StopRecording,
    TakePicture,
)
from console.recordings.recorder_entries import PictureTaken, RecordingPartBegun, RecordingPartEnded, RecordingTurned
from console.recordings.recorder_facts import Part
from console.recordings.recorder_now import STALL_MS, STOP_BYTES, is_stalled, retry_after_ms, take_seen
from console.recordings.recorder_port import (
    DiskSeen,
    KeepPicture,
    MeasureRecording,
    PictureKept,
    RecorderReport,
    RecordingEnded,
    RecordingFault,
    RecordingSeen,
    SetRecording,
)
from console.recordings.recording_words import RecordingBecause, RecordingWish
from console.state import InFlight, Stage, State
from console.turn import Turn
from console.words import Outcome, Reason

PICTURE_LIMIT_MS = 5000

_BECAUSE = {
    RecordingFault.DISK_FULL: RecordingBecause.DISK_FULL,
    RecordingFault.DISK: RecordingBecause.DISK_FAILED,
    RecordingFault.SOURCE_GONE: RecordingBecause.INTERRUPTED,
    RecordingFault.RECORDER_GONE: RecordingBecause.INTERRUPTED,
}


# ---------------------------------------------------------------- wishes


def begin_recorder(turn: Turn, request: CommandRequest, command: RecorderCommand, line: int) -> None:
    """Begins what was asked of the recording."""
    wanted = turn.state.durable.recorded.wanted
    match command:
        case StartRecording() | ResumeRecording() | TakePicture():
            refused = why_not_recorded(turn.state)
            if refused is not None:
                end(turn, request, Outcome.REFUSED, refused)
            elif wanted is RecordingWish.ON and not isinstance(command, TakePicture):
                end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
            else:
                wait_for_log(turn, request, line)
        case PauseRecording() | StopRecording():
            _turn_off(turn, request, RecordingWish.PAUSED if isinstance(command, PauseRecording) else RecordingWish.OFF)
        case _:
            assert_never(command)


def why_not_recorded(state: State) -> Reason | None:
    """Returns why nothing may be recorded, or cannot be, now; None: it may."""
    if confidentiality(state.durable) is not Confidentiality.OPEN:
        return Reason.MEETING_CONFIDENTIAL
    if not may_record(state.durable):
        return Reason.RECORDING_NOT_ALLOWED
    if not can_record(state):
        return Reason.RECORDER_ABSENT
    free = state.recorder.free_bytes
    return Reason.DISK_FULL if free is not None and free < STOP_BYTES else None


def can_record(state: State) -> bool:
    """Returns whether the engine is there and knows how to."""
    return state.engine.up and Capability.RECORDING in state.engine.capabilities


def _turn_off(turn: Turn, request: CommandRequest, wanted: RecordingWish) -> None:
    now = turn.state.durable.recorded.wanted
    if now is wanted or now is RecordingWish.OFF:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    turn.log(RecordingTurned(wanted=wanted, because=RecordingBecause.ASKED), request)
    end(turn, request, Outcome.DONE)


def go_on_with_recorder(turn: Turn, flight: InFlight, command: RecorderCommand) -> None:
    """Carries out a wish whose "requested" line is durable."""
    refused = why_not_recorded(turn.state)
    if refused is not None:
        end(turn, flight.request, Outcome.REFUSED, refused, since_ms=flight.since_ms)
    elif isinstance(command, TakePicture):
        _ask_picture(turn, flight)
    else:
        decision = turn.state.durable.recording
        allowed_by = "" if decision is None else decision.decided_by
        turned = RecordingTurned(wanted=RecordingWish.ON, because=RecordingBecause.ASKED, allowed_by=allowed_by)
        turn.log(turned, flight.request)
        turn.change(recorder=replace(turn.state.recorder, retry_ms=None, failures=0))
        end(turn, flight.request, Outcome.DONE, since_ms=flight.since_ms)


def _ask_picture(turn: Turn, flight: InFlight) -> None:
    session = turn.state.durable.session
    assert session is not None
    waiting = sum(each.stage is Stage.PICTURE for each in turn.state.in_flight.values())
    number = len(turn.state.durable.recorded.pictures) + waiting + 1
    file = f"{session.session}/picture-{number:03}.jpg"
    turn.do(KeepPicture(request_id=flight.request.command_id, file=file))
    deadline_ms = turn.now.monotonic_ms + PICTURE_LIMIT_MS
    keep_in_flight(turn, replace(flight, stage=Stage.PICTURE, deadline_ms=deadline_ms))


# ---------------------------------------------------------------- reports


def take_recorder_report(turn: Turn, report: RecorderReport) -> None:
    """Takes what the engine says of recordings."""
    now = turn.state.recorder
    match report:
        case RecordingSeen():
            if report.file == now.growing:
                turn.change(recorder=take_seen(now, report, turn.now.monotonic_ms))
        case RecordingEnded():
            _take_ended(turn, report)
        case PictureKept():
            _take_picture(turn, report)
        case DiskSeen():
            turn.change(recorder=replace(now, free_bytes=report.free_bytes))
        case _:
            assert_never(report)


def _take_ended(turn: Turn, report: RecordingEnded) -> None:
    now, recorded = turn.state.recorder, turn.state.durable.recorded
    turn.change(recorder=replace(now, asked=tuple(file for file in now.asked if file != report.file)))
    part = next((part for part in recorded.parts if part.file == report.file and part.ended_ms is None), None)
    if part is not None:
        turn.log(_part_ended(turn.state.durable, part, report))
    if report.file == now.growing:
        _lose_growing(turn, report)


def _part_ended(durable: Durable, part: Part, report: RecordingEnded) -> RecordingPartEnded:
    still_wanted = durable.recorded.wanted is RecordingWish.ON
    ordered = RecordingBecause.INTERRUPTED if still_wanted else durable.recorded.because
    return RecordingPartEnded(
        part=part.part,
        file=part.file,
        length_ms=report.length_ms,
        file_bytes=report.file_bytes,
        sha256=report.sha256,
        because=ordered if report.fault is None else _BECAUSE[report.fault],
        text=report.text,
    )


def _lose_growing(turn: Turn, report: RecordingEnded) -> None:
    """The file that was to grow has ended by itself: another one begins soon, unless the disk is full."""
    now = turn.state.recorder
    failures = now.failures + 1
    retry_ms = turn.now.monotonic_ms + retry_after_ms(failures - 1)
    turn.change(recorder=replace(now, growing=None, seen=(), retry_ms=retry_ms, failures=failures))
    if report.fault is RecordingFault.DISK_FULL and turn.state.durable.recorded.wanted is RecordingWish.ON:
        turn.log(RecordingTurned(wanted=RecordingWish.OFF, because=RecordingBecause.DISK_FULL))


def _take_picture(turn: Turn, report: PictureKept) -> None:
    flight = turn.state.in_flight.get(report.request_id)
    if flight is None or flight.stage is not Stage.PICTURE or not isinstance(flight.request.command, TakePicture):
        return
    if not report.file_bytes:
        end(turn, flight.request, Outcome.FAILED, Reason.DISK_FAILED, since_ms=flight.since_ms)
        return
    taken = PictureTaken(
        picture=len(turn.state.durable.recorded.pictures) + 1,
        file=report.file,
        file_bytes=report.file_bytes,
        sha256=report.sha256,
        note=flight.request.command.note.strip(),
    )
    turn.log(taken, flight.request)
    end(turn, flight.request, Outcome.DONE, since_ms=flight.since_ms)


# ---------------------------------------------------------------- what follows


def next_recorder_ms(state: State) -> int | None:
    """Returns when something of the recorder is due, in monotonic milliseconds, or None."""
    now = state.recorder
    wanted = state.durable.recorded.wanted is RecordingWish.ON
    due = [now.retry_ms] if now.retry_ms is not None and wanted and can_record(state) else []
    if now.good_ms is not None and not now.stalled:
        due.append(now.good_ms + STALL_MS)
    return min(due, default=None)


def settle_recorder(turn: Turn) -> None:
    """Lets the recorder do what is wanted; nothing at all where nobody ever wished a recording."""
    durable, now = turn.state.durable, turn.state.recorder
    if not durable.recorded.parts and durable.recorded.wanted is RecordingWish.OFF and now.growing is None:
        return
    _turn_off_what_may_not_go_on(turn)
    wanted = turn.state.durable.recorded.wanted is RecordingWish.ON
    if not wanted and turn.state.recorder.growing is not None:
        growing = turn.state.recorder.growing
        turn.do(SetRecording(file=None))
        turn.change(
            recorder=replace(turn.state.recorder, growing=None, seen=(), asked=(*turn.state.recorder.asked, growing))
        )
    if can_record(turn.state):
        _ask_for_left_behind(turn)
        if wanted and turn.state.recorder.growing is None and _may_begin(turn):
            _begin_part(turn)
    _watch(turn, wanted=wanted)


def _turn_off_what_may_not_go_on(turn: Turn) -> None:
    durable, free = turn.state.durable, turn.state.recorder.free_bytes
    if durable.recorded.wanted is RecordingWish.OFF:
        return
    if not may_record(durable):
        turn.log(RecordingTurned(wanted=RecordingWish.OFF, because=RecordingBecause.FORBIDDEN))
    elif durable.recorded.wanted is RecordingWish.ON and free is not None and free < STOP_BYTES:
        turn.log(RecordingTurned(wanted=RecordingWish.OFF, because=RecordingBecause.DISK_FULL))


def _ask_for_left_behind(turn: Turn) -> None:
    now = turn.state.recorder
    open_files = [part.file for part in turn.state.durable.recorded.parts if part.ended_ms is None]
    left = [file for file in open_files if file != now.growing and file not in now.asked]
    for file in left:
        turn.do(MeasureRecording(file=file))
    if left:
        turn.change(recorder=replace(now, asked=(*now.asked, *left)))


def _may_begin(turn: Turn) -> bool:
    retry_ms = turn.state.recorder.retry_ms
    return retry_ms is None or turn.now.monotonic_ms >= retry_ms


def _begin_part(turn: Turn) -> None:
    session = turn.state.durable.session
    if session is None:
        return
    number = len(turn.state.durable.recorded.parts) + 1
    file = f"{session.session}/program-{number:02}.mkv"
    turn.log(RecordingPartBegun(part=number, file=file))
    turn.do(SetRecording(file=file))
    turn.change(recorder=replace(turn.state.recorder, growing=file, seen=(), retry_ms=None))


def _watch(turn: Turn, *, wanted: bool) -> None:
    now, now_ms = turn.state.recorder, turn.now.monotonic_ms
    good_ms = (now.good_ms or now_ms) if wanted else None
    watched = replace(now, good_ms=good_ms)
    watched = replace(watched, stalled=is_stalled(watched, now_ms))
    if watched != now:
        turn.change(recorder=watched)


def expire_pictures(turn: Turn) -> None:
    """Fails the pictures that never came."""
    for flight in tuple(turn.state.in_flight.values()):
        if flight.stage is Stage.PICTURE and turn.now.monotonic_ms >= flight.deadline_ms:
            end(turn, flight.request, Outcome.FAILED, Reason.TIMEOUT, since_ms=flight.since_ms)
