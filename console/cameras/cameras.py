"""Cameras by hand, and their presets saved, renamed, deleted and restored, at the main endpoint and at satellites.

Rules: no move of a camera that is on air unless overridden; stopping is held up by nothing, not even by the log; a
move by hand goes on only as long as it is asked for again, and is two lines in the log however long it takes. The
driver answers every request once; what it does not answer ends after its time.
"""

from collections.abc import Collection

from msgspec.structs import replace

from console.cameras.automation import forget_technicians, note_hand
from console.cameras.camera_entries import (
    CameraDrifted,
    CameraDriven,
    CameraLinkChanged,
    CameraListed,
    CameraRecalibrated,
    CameraReplaced,
    PresetsAdopted,
    PresetsRehearsed,
)
from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_moves import DriveNow
from console.cameras.camera_wishes import Adopt, CameraWish, Drive, FocusByItself, Recalibrate, Rehearse, Stop, SwitchOn
from console.cameras.camera_words import CameraLink
from console.cameras.list_changes import ListChange
from console.cameras.preset_changes import change_refusal, log_change, wish_of_change
from console.cameras.standing import camera_key, drift_of, known_camera
from console.commands import (
    AdoptPresets,
    CommandRequest,
    DriveCamera,
    FocusCamera,
    PresetChange,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    StopCamera,
    SwitchOnCamera,
)
from console.configuration.freezing import note_change_at_site
from console.effects import AnswerCommand, AskCamera, Receipt
from console.events import CameraListChanged, CameraReported, CamerasRead
from console.podium.scenes import program_slots
from console.receipts import advance, end, keep_in_flight, supersede, wait_for_log
from console.sites.site_messages import AskSiteCamera
from console.state import InFlight, Stage, State, link_of
from console.turn import Turn, forget
from console.words import MAIN_SITE, Outcome, Reason, SiteId

CameraCommand = (
    DriveCamera
    | StopCamera
    | RecalibrateCamera
    | RehearsePresets
    | FocusCamera
    | SwitchOnCamera
    | AdoptPresets
    | PresetChange
)

BARE_WISHES: dict[type[CameraCommand], CameraWish] = {
    StopCamera: Stop(),
    RecalibrateCamera: Recalibrate(),
    RehearsePresets: Rehearse(),
    FocusCamera: FocusByItself(),
    SwitchOnCamera: SwitchOn(),
    AdoptPresets: Adopt(),
}
"""What a driver is asked for a command that says no more than itself."""


def camera_refusal(state: State, site: SiteId, camera: str) -> Reason | None:
    """Returns why a camera cannot be asked anything now, or None."""
    if site not in state.directory:
        return Reason.UNKNOWN_SITE
    if site != MAIN_SITE and not link_of(state, site).control:
        return Reason.SITE_HAS_NO_CONTROL if link_of(state, site).connection is not None else Reason.SITE_NOT_CONNECTED
    return None if known_camera(state, site, camera) is not None else Reason.UNKNOWN_CAMERA


def on_air(state: State, site: SiteId) -> bool:
    """Returns whether the program shows the site's camera."""
    return site in program_slots(state)


def outcome_of(reason: Reason | None) -> Outcome:
    """Returns how a camera command ends that a driver reports with this reason."""
    match reason:
        case None:
            return Outcome.DONE
        case Reason.SUPERSEDED:
            return Outcome.SUPERSEDED
        case Reason.CAMERA_UNCONFIRMED:
            return Outcome.UNCONFIRMED
        case _:
            return Outcome.FAILED


# ---------------------------------------------------------------- asked


def ask_camera(turn: Turn, request: CommandRequest, command: CameraCommand, line: int) -> None:
    """Begins a camera command, or refuses it."""
    reason = _refusal(turn.state, command)
    if reason is not None:
        end(turn, request, Outcome.REFUSED, reason)
    elif isinstance(command, StopCamera):
        _stop(turn, request, command)
    else:
        wait_for_log(turn, request, line)


def renew_drive(turn: Turn, request: CommandRequest) -> bool:
    """Goes on with a move by hand of the same person, without a line in the log; False when it is a new one."""
    command, state = request.command, turn.state
    if not isinstance(command, DriveCamera) or _refusal(state, command) is not None:
        return False
    key, now_ms = camera_key(command.site, command.camera), turn.now.monotonic_ms
    drive = state.drives.get(key)
    if drive is None or drive.request.actor != request.actor or drive.until_ms <= now_ms:
        return False
    turn.change(drives=state.drives | {key: replace(drive, until_ms=now_ms + command.hold_ms)})
    note_hand(turn, key, request.actor)
    _send_wish(turn, request.command_id, command)
    turn.do(AnswerCommand(receipt=Receipt(command_id=request.command_id, outcome=Outcome.DONE)))
    return True


def go_on_with_camera(turn: Turn, flight: InFlight, command: CameraCommand) -> None:
    """Sends the wish of a command whose "requested" line is durable."""
    reason = _refusal(turn.state, command)
    if reason is not None:
        end(turn, flight.request, Outcome.FAILED, reason, since_ms=flight.since_ms)
        return
    now_ms = turn.now.monotonic_ms
    key = camera_key(command.site, command.camera)
    if isinstance(command, DriveCamera | RecalibrateCamera | RehearsePresets):
        note_hand(turn, key, flight.request.actor)
    if isinstance(command, DriveCamera):
        drive = DriveNow(request=flight.request, since_ms=now_ms, until_ms=now_ms + command.hold_ms)
        turn.change(drives=turn.state.drives | {key: drive}, camera_failures=forget(turn.state.camera_failures, key))
    _send_wish(turn, flight.request.command_id, command)
    rules = turn.state.rules
    limit_ms = rules.recalibration_limit_ms if isinstance(command, RecalibrateCamera) else rules.camera_limit_ms
    known = known_camera(turn.state, command.site, command.camera)
    if isinstance(command, RehearsePresets) and known is not None:
        limit_ms += rules.preset_limit_ms * (len(known.presets) + 1)
    keep_in_flight(turn, advance(flight, Stage.CAMERA, now_ms + limit_ms, (), 0))


def _stop(turn: Turn, request: CommandRequest, command: StopCamera) -> None:
    """Stops now: what still waits for the log is void, what moves is let go."""
    now_ms = turn.now.monotonic_ms
    for flight in tuple(turn.state.in_flight.values()):
        waiting = flight.request.command
        moves = isinstance(waiting, DriveCamera | RecallPreset)
        if moves and flight.stage is Stage.LOG and (waiting.site, waiting.camera) == (command.site, command.camera):
            supersede(turn, flight)
    _send_wish(turn, request.command_id, command)
    _end_drive(turn, camera_key(command.site, command.camera))
    deadline_ms = now_ms + turn.state.rules.camera_limit_ms
    keep_in_flight(turn, InFlight(request=request, since_ms=now_ms, stage=Stage.CAMERA, deadline_ms=deadline_ms))


def _refusal(state: State, command: CameraCommand) -> Reason | None:
    reason = camera_refusal(state, command.site, command.camera)
    if reason is not None or isinstance(command, StopCamera):
        return reason
    if isinstance(command, DriveCamera):
        return Reason.CAMERA_ON_AIR if on_air(state, command.site) and not command.override_on_air else None
    if isinstance(command, RecalibrateCamera | RehearsePresets):
        return Reason.CAMERA_ON_AIR if on_air(state, command.site) else None
    known = known_camera(state, command.site, command.camera)
    if known is None or isinstance(command, FocusCamera | SwitchOnCamera | AdoptPresets):
        return None
    return change_refusal(known, command)


def _send_wish(turn: Turn, request_id: str, command: CameraCommand) -> None:
    wish = _wish_of(command)
    if command.site == MAIN_SITE:
        turn.do(AskCamera(request_id=request_id, camera=command.camera, wish=wish))
        return
    message = AskSiteCamera(request_id=request_id, camera=command.camera, wish=wish, sent_ms=turn.now.monotonic_ms)
    turn.send(command.site, message)


def _wish_of(command: CameraCommand) -> CameraWish:
    match command:
        case DriveCamera():
            return Drive(
                pan=command.pan, tilt=command.tilt, zoom=command.zoom, focus=command.focus, hold_ms=command.hold_ms
            )
        case StopCamera() | RecalibrateCamera() | RehearsePresets() | FocusCamera() | SwitchOnCamera() | AdoptPresets():
            return BARE_WISHES[type(command)]
        case _:
            return wish_of_change(command)


# ---------------------------------------------------------------- answered


def take_wish_report(turn: Turn, report: CameraReported) -> None:
    """Ends a camera command as the driver reports it."""
    flight = turn.state.in_flight.get(report.request_id)
    if flight is None or flight.stage is not Stage.CAMERA:
        return
    reason = None if report.arrived else report.reason or Reason.CAMERA_FAILED
    _finish(turn, flight, reason, report.position)


def take_camera(turn: Turn, site: SiteId, facts: CameraFacts) -> None:
    """Takes what a driver tells of a camera; a change of its link is a line in the log."""
    known, state = known_camera(turn.state, site, facts.camera), turn.state
    cameras = state.cameras if site == MAIN_SITE else state.site_cameras.get(site, ())
    kept = tuple(facts if camera.camera == facts.camera else camera for camera in cameras)
    kept = kept if known is not None else (*kept, facts)
    drifted = drift_of(state, site, facts.camera)
    if site == MAIN_SITE:
        turn.change(cameras=kept)
    else:
        turn.change(site_cameras=state.site_cameras | {site: kept[: state.rules.cameras_per_site]})
    before = CameraLink.CONNECTING if known is None else known.link
    told = facts.link is not before and facts.link is not CameraLink.CONNECTING
    if told and turn.seldom((site, facts.camera, facts.link)):
        turn.log(CameraLinkChanged(site=site, camera=facts.camera, link=facts.link))
    _notice_another(turn, site, known, facts)
    drift, stood = drift_of(turn.state, site, facts.camera), state.durable.presets.get(camera_key(site, facts.camera))
    if drift is not None and drift is not drifted and stood is not None and turn.seldom((site, facts.camera, drift)):
        turn.log(CameraDrifted(site=site, camera=facts.camera, preset=stood, drift=drift))


def _notice_another(turn: Turn, site: SiteId, known: CameraFacts | None, facts: CameraFacts) -> None:
    """Writes once that another model of camera stands where presets were saved."""
    if not facts.of_another or (known is not None and known.of_another and known.model == facts.model):
        return
    if turn.seldom((site, facts.camera, facts.model)):
        turn.log(
            CameraReplaced(
                site=site,
                camera=facts.camera,
                before=facts.model_before,
                after=facts.model,
                presets=facts.of_another,
            )
        )


def take_list(turn: Turn, site: SiteId, names: Collection[str]) -> None:
    """Forgets the cameras of a site that its list no longer names; what they were asked, their drivers have ended."""
    state = turn.state
    known = state.cameras if site == MAIN_SITE else state.site_cameras.get(site, ())
    for gone in (camera.camera for camera in known if camera.camera not in names):
        key = camera_key(site, gone)
        _end_drive(turn, key)
        turn.change(camera_failures=forget(turn.state.camera_failures, key))
    kept = tuple(camera for camera in known if camera.camera in names)
    if site == MAIN_SITE:
        turn.change(cameras=kept)
    elif kept != known:
        turn.change(site_cameras=state.site_cameras | {site: kept})


def note_list(turn: Turn, site: SiteId, change: ListChange) -> None:
    """Writes what has changed in the list of a site's cameras, and who changed it."""
    for one in change.changes:
        entry = CameraListed(
            site=site,
            camera=one.camera,
            act=one.act,
            before=one.before,
            after=one.after,
            password_changed=one.password_changed,
            person=change.person,
        )
        turn.log(entry)
    note_change_at_site(turn, site, change)


def take_list_of_main(turn: Turn, event: CamerasRead | CameraListChanged) -> None:
    """Takes which cameras the main endpoint has, or what has changed among them."""
    if isinstance(event, CameraListChanged):
        note_list(turn, MAIN_SITE, event.change)
        return
    take_list(turn, MAIN_SITE, [camera.camera for camera in event.cameras])
    turn.change(cameras=event.cameras)


def forget_cameras(turn: Turn, site: SiteId) -> None:
    """Forgets the cameras of a site whose program begins anew."""
    turn.change(site_cameras=forget(turn.state.site_cameras, site))


# ---------------------------------------------------------------- time


def expire_cameras(turn: Turn) -> None:
    """Ends commands that no driver answered, and moves by hand that were not asked for again."""
    now_ms = turn.now.monotonic_ms
    for flight in tuple(turn.state.in_flight.values()):
        if flight.stage is Stage.CAMERA and now_ms >= flight.deadline_ms:
            _finish(turn, flight, Reason.TIMEOUT, None)
    for key, drive in tuple(turn.state.drives.items()):
        if now_ms >= drive.until_ms:
            _end_drive(turn, key)
    forget_technicians(turn)


def _end_drive(turn: Turn, key: str) -> None:
    drive = turn.state.drives.get(key)
    if drive is None:
        return
    turn.change(drives=forget(turn.state.drives, key))
    site, _, camera = key.partition("/")
    took_ms = min(turn.now.monotonic_ms, drive.until_ms) - drive.since_ms
    turn.log(CameraDriven(site=site, camera=camera, took_ms=took_ms), drive.request)


def _finish(turn: Turn, flight: InFlight, reason: Reason | None, position: tuple[int, int, int] | None) -> None:
    command, state = flight.request.command, turn.state
    if isinstance(command, CameraCommand):
        key = camera_key(command.site, command.camera)
        if reason not in (None, Reason.SUPERSEDED):
            turn.change(camera_failures=state.camera_failures | {key: reason})
        if isinstance(command, PresetChange):
            log_change(turn, flight.request, command, position, reason)
        elif isinstance(command, RehearsePresets):
            _log_rehearsal(turn, flight.request, command, reason)
        elif isinstance(command, RecalibrateCamera):
            turn.log(CameraRecalibrated(site=command.site, camera=command.camera, reason=reason), flight.request)
        elif isinstance(command, AdoptPresets) and reason is None:
            _log_adoption(turn, flight.request, command)
        elif isinstance(command, SwitchOnCamera) and reason is None:
            turn.change(camera_failures=forget(state.camera_failures, key))
    end(turn, flight.request, outcome_of(reason), reason, since_ms=flight.since_ms)


def _log_adoption(turn: Turn, request: CommandRequest, command: AdoptPresets) -> None:
    known = known_camera(turn.state, command.site, command.camera)
    model, presets = ("", ()) if known is None else (known.model, known.presets)
    entry = PresetsAdopted(site=command.site, camera=command.camera, model=model, presets=presets)
    turn.log(entry, request)
    turn.change(camera_failures=forget(turn.state.camera_failures, camera_key(command.site, command.camera)))


def _log_rehearsal(turn: Turn, request: CommandRequest, command: RehearsePresets, reason: Reason | None) -> None:
    known = known_camera(turn.state, command.site, command.camera)
    trials = () if known is None else known.rehearsed
    entry = PresetsRehearsed(
        site=command.site,
        camera=command.camera,
        tried=len(trials),
        missed=tuple(trial.preset for trial in trials if trial.reason is not None),
        changed=tuple(trial.preset for trial in trials if trial.looks_alike is False),
        reason=reason,
    )
    turn.log(entry, request)
