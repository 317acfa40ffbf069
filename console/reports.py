"""Where every report comes in: of the engine, of the sites' programs, of the other drivers.

Rule: a report changes what is known; what follows from it is settled once, at the end of the decision. A site's wish
becomes a command with that site's technician as actor.
"""

from typing import assert_never

from msgspec.structs import replace

from console.admission.admission import note_knock, tell_end_of_credential
from console.alarms.conduct_port import SiteMisbehaved
from console.alarms.echo import forget_echoes, take_echo
from console.alarms.misconduct import forget_misconduct, take_joins_bounded, take_misconduct
from console.cameras.automation import note_technician
from console.cameras.cameras import (
    forget_cameras,
    note_list,
    take_camera,
    take_list,
    take_list_of_main,
    take_wish_report,
)
from console.cameras.presets import take_camera_report
from console.checks.check_lines import take_line_test, take_site_line_test
from console.checks.check_messages import SiteLineTested, SiteSoundTested, TickCheck
from console.checks.check_port import LineTested, SoundTested
from console.checks.check_steps import take_check_samples, take_site_sound_test, take_sound_test
from console.command_desk import take_command
from console.commands import (
    Actor,
    AnyCommand,
    CommandRequest,
    FinishSpeech,
    GiveReady,
    OpenIncident,
    RequestFloor,
    TellAttendance,
    TickCheckItem,
    WithdrawFloor,
)
from console.configuration.freezing import note_change
from console.content.content import take_content_over, take_wish_for_content
from console.content.content_port import ContentOver
from console.content.presenting import take_presenting
from console.control.control_messages import GiveCommand
from console.durable import commanded
from console.engine_port import (
    AnyReport,
    ConnectionDown,
    ConnectionUp,
    ControlArrived,
    ControlOpened,
    EchoHeard,
    EngineDown,
    EngineLoad,
    EngineTrouble,
    EngineUp,
    FullFrameDecoded,
    GatesApplied,
    MediaAged,
    OfferAnswered,
    ProgramApplied,
    Sampled,
    SoundDecoded,
    SoundObserved,
)
from console.entries import ClockStepped, EngineChanged, NonsenseHeard
from console.events import (
    AdmissionRefused,
    AnyEvent,
    CameraListChanged,
    CameraReported,
    CameraSeen,
    CamerasRead,
    ClockJumped,
    ConfigurationSeen,
    DirectoryRead,
    JoinsBounded,
    LogFailed,
    LogRecovered,
    LogWritten,
    MeetingFileRead,
    SiteAdmitted,
    SiteSaid,
    SiteSaidNonsense,
    TimePassed,
)
from console.incidents.incident_commands import bounded_ago_ms
from console.lines.samples import take_samples, take_site_reception
from console.lines.shedding import take_load
from console.meeting.meeting_now import take_meeting_file
from console.podium.podium import take_first_frame, take_program_report, take_sound_decoded
from console.podium.podium_checks import hear_on_deck
from console.recordings.recorder import take_recorder_report
from console.recordings.recorder_port import DiskSeen, PictureKept, RecordingEnded, RecordingSeen
from console.silence.microphones import take_report as take_microphone
from console.silence.microphones import take_sound, take_try
from console.sites.roster import (
    hear_site,
    take_admission,
    take_connection_down,
    take_connection_up,
    take_control_opened,
    take_denial,
    take_directory,
    take_engine_down,
    take_engine_up,
    take_hello,
    take_media_age,
)
from console.sites.site_messages import (
    AskFloor,
    EndSpeech,
    FromSiteMessage,
    Hello,
    MicrophoneReported,
    OpenMicrophoneTried,
    Pong,
    PresentContent,
    ProgramReported,
    Ready,
    ReceptionReported,
    ReportAttendance,
    ReportIncident,
    RungReported,
    SiteCameraSeen,
    SiteCamerasListed,
    SiteCameraTouched,
    SitePresetReported,
    TakeContent,
    WithdrawRequest,
)
from console.sites.site_wishes import command_id_of, not_too_many
from console.state import link_of
from console.turn import Turn
from console.wall_clock import step_state
from console.wanted import rung_not_carried, rung_seen
from console.words import MAIN_SITE, FloorSource, Origin, Reason, Role, Rung, SiteId


def take_engine_report(turn: Turn, report: AnyReport) -> None:  # noqa: C901, PLR0912, PLR0915 - one arm per report
    """Takes one report of the engine."""
    match report:
        case EngineUp():
            forget_misconduct(turn)
            forget_echoes(turn)
            take_engine_up(turn, report)
        case EngineDown():
            take_engine_down(turn, report)
        case ConnectionUp():
            take_connection_up(turn, report)
        case ControlOpened():
            take_control_opened(turn, report)
        case ConnectionDown():
            take_connection_down(turn, report)
        case GatesApplied():
            _take_gates(turn, report)
        case FullFrameDecoded():
            take_first_frame(turn, report)
            if report.width >= turn.state.rules.full_width:
                rung_seen(turn, report.site, Rung.PODIUM)
        case SoundDecoded():
            take_sound_decoded(turn, report)
            hear_on_deck(turn, report.site)
        case SoundObserved():
            take_sound(turn, report)
        case SoundTested():
            take_sound_test(turn, report)
        case LineTested():
            take_line_test(turn, report)
        case Sampled():
            take_samples(turn, report)
            take_check_samples(turn, report)
            _see_rungs(turn, report)
        case MediaAged():
            take_media_age(turn, report)
        case EchoHeard():
            take_echo(turn, report)
        case SiteMisbehaved():
            take_misconduct(turn, report)
        case EngineLoad():
            take_load(turn, report)
        case EngineTrouble():
            engine = turn.state.engine
            turn.change(engine=replace(engine, text=report.text))
            if turn.seldom(("engine", report.text)):
                turn.log(EngineChanged(up=engine.up, incarnation=engine.incarnation, text=report.text))
        case ProgramApplied():
            _take_program(turn, report)
        case RecordingSeen() | RecordingEnded() | PictureKept() | DiskSeen():
            take_recorder_report(turn, report)
        case ContentOver():
            take_content_over(turn, report)
        case OfferAnswered() | ControlArrived():
            pass
        case _:
            assert_never(report)


def _take_gates(turn: Turn, report: GatesApplied) -> None:
    engine = turn.state.engine
    if report.epoch < engine.gates_applied_epoch:
        return
    applied = replace(
        engine,
        gates_applied=report.open_sites,
        gates_applied_epoch=report.epoch,
        gate_answers=dict(report.answers),
    )
    turn.change(engine=applied)


def _take_program(turn: Turn, report: ProgramApplied) -> None:
    engine = turn.state.engine
    if report.epoch >= engine.program_applied_epoch:
        turn.change(engine=replace(engine, program_applied_epoch=report.epoch, program_shown=report.shown))


def _see_rungs(turn: Turn, report: Sampled) -> None:
    for sample in report.samples:
        width = None if sample.video is None else sample.video.width
        if width is not None and width >= turn.state.rules.full_width:
            rung_seen(turn, sample.site, Rung.PODIUM)


# ---------------------------------------------------------------- sites


def take_site_message(turn: Turn, said: SiteSaid) -> None:  # noqa: C901, PLR0912, PLR0915 - one arm per message
    """Takes what a site's program said over its newest connection."""
    site, message = said.site, said.message
    if link_of(turn.state, site).connection != said.connection:
        return
    hear_site(turn, site)
    match message:
        case Hello():
            forget_cameras(turn, site)
            take_hello(turn, site, message)
        case MicrophoneReported():
            take_microphone(turn, site, message)
        case RungReported():
            if message.limited:
                rung_not_carried(turn, site)
            elif message.rung is not Rung.PODIUM:
                rung_seen(turn, site, message.rung)
        case ProgramReported():
            take_program_report(turn, site, message)
        case OpenMicrophoneTried():
            if not commanded(turn.state.durable, site).heard:
                take_try(turn, site)
        case TakeContent():
            take_wish_for_content(turn, site, message)
        case PresentContent():
            if not_too_many(turn, site):
                take_presenting(turn, site, message)
        case SitePresetReported():
            if _asked_preset(turn, site, message.request_id):
                _take_camera_end(turn, message.request_id, message.reason, arrived=message.arrived)
        case SiteCameraSeen():
            take_camera(turn, site, message.camera)
        case SiteCameraTouched():
            note_technician(turn, site, message.camera)
        case SiteCamerasListed():
            take_list(turn, site, message.cameras)
            if message.change is not None:
                note_list(turn, site, message.change)
        case ReceptionReported():
            take_site_reception(turn, site, message)
        case (
            AskFloor()
            | WithdrawRequest()
            | Ready()
            | EndSpeech()
            | ReportIncident()
            | ReportAttendance()
            | TickCheck()
            | GiveCommand()
        ):
            if not_too_many(turn, site):
                take_command(turn, _site_command(turn, site, message))
        case SiteSoundTested():
            take_site_sound_test(turn, site, message)
        case SiteLineTested():
            take_site_line_test(turn, site, message)
        case Pong():
            pass
        case _:
            assert_never(message)


def _take_camera_end(turn: Turn, request_id: str, reason: Reason | None, *, arrived: bool) -> None:
    take_camera_report(turn, request_id, reason, arrived=arrived)
    take_wish_report(turn, CameraReported(request_id=request_id, arrived=arrived, reason=reason))


def _asked_preset(turn: Turn, site: SiteId, request_id: str) -> bool:
    flight = turn.state.in_flight.get(request_id)
    return flight is not None and getattr(flight.request.command, "site", None) == site


def _site_command(turn: Turn, site: SiteId, message: FromSiteMessage) -> CommandRequest:
    command: AnyCommand
    match message:
        case AskFloor():
            command = RequestFloor(site=site, source=FloorSource.SATELLITE, note=message.note, person=message.person)
        case WithdrawRequest():
            command = WithdrawFloor(site=site)
        case Ready():
            command = GiveReady(site=site)
        case ReportIncident():
            command = OpenIncident(site=site, text=message.text, opened_ago_ms=bounded_ago_ms(message.opened_ago_ms))
        case ReportAttendance():
            command = TellAttendance(site=site, head_count=message.head_count, in_charge=message.in_charge)
        case GiveCommand():
            command = message.command
        case TickCheck():
            command = TickCheckItem(
                site=site,
                stage=message.stage,
                item=message.item,
                result=message.result,
                note=message.note,
                by=message.by,
            )
        case _:
            command = FinishSpeech()
    actor = Actor(person=site, role=Role.SITE_TECHNICIAN, origin=Origin.SATELLITE, site=site)
    if isinstance(message, ReportIncident | ReportAttendance | TickCheck | GiveCommand):
        command_id = command_id_of(site, message.wish_id)
    else:
        command_id = f"{site}-{turn.now.wall_ms}-{turn.next_number()}"
    return CommandRequest(command_id=command_id, actor=actor, command=command)


# ---------------------------------------------------------------- other drivers


def take_event(turn: Turn, event: AnyEvent) -> None:  # noqa: C901, PLR0912, PLR0915 - one arm per event
    """Takes one event of a driver other than the engine."""
    match event:
        case DirectoryRead():
            take_directory(turn, event)
        case MeetingFileRead():
            take_meeting_file(turn, event)
        case SiteAdmitted():
            take_admission(turn, event)
            tell_end_of_credential(turn, event)
        case AdmissionRefused():
            if not note_knock(turn, event):
                take_denial(turn, event)
        case JoinsBounded():
            take_joins_bounded(turn, event)
        case SiteSaid():
            take_site_message(turn, event)
        case SiteSaidNonsense():
            if turn.seldom(("nonsense", event.site)):
                turn.log(NonsenseHeard(site=event.site, text=event.text[: turn.state.rules.text_limit]))
        case LogWritten():
            _take_log_written(turn, event)
        case LogFailed():
            log = replace(turn.state.log, failing=True, failure_text=event.text, failure=event.trouble)
            turn.change(log=log)
        case LogRecovered():
            turn.change(log=replace(turn.state.log, failing=False, failure_text="", failure=None))
        case CamerasRead() | CameraListChanged():
            take_list_of_main(turn, event)
        case ConfigurationSeen():
            note_change(turn, event)
        case CameraReported():
            take_camera_report(turn, event.request_id, event.reason, arrived=event.arrived)
            take_wish_report(turn, event)
        case CameraSeen():
            take_camera(turn, MAIN_SITE, event.camera)
        case ClockJumped():
            turn.log(ClockStepped(by_ms=event.by_ms))
            turn.state = step_state(turn.state, event.by_ms)
        case TimePassed():
            pass
        case _:
            assert_never(event)


def _take_log_written(turn: Turn, event: LogWritten) -> None:
    """Notes how far the log is durable; news of an earlier session say nothing of this one."""
    log = turn.state.log
    if event.session is not None and event.session != log.session:
        return
    number = min(event.number, turn.state.durable.lines)
    if number > log.durable_lines:
        turn.change(log=replace(log, durable_lines=number))
