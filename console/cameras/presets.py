"""Recalling a camera preset: at the main endpoint through its camera driver, at a satellite through its program.

Rules: no move on the camera that is on air unless overridden; an acknowledgement is not a completion, and a camera that
never completes ends the command after its time. The newest recall wins; the driver tells which ones it superseded. A
camera on air may move under cover: the program shows the main endpoint first, then it moves, and is shown again when it
has arrived, or after six seconds.
"""

from console.cameras.automation import note_hand
from console.cameras.camera_entries import PresetRecalled
from console.cameras.camera_facts import find_name
from console.cameras.camera_moves import Cover, Moving
from console.cameras.cameras import on_air, outcome_of
from console.cameras.standing import camera_key, known_camera
from console.commands import CommandRequest, RecallPreset
from console.effects import MoveCamera
from console.podium.scenes import layout_now
from console.receipts import advance, end, keep_in_flight, wait_for_log
from console.sites.site_messages import RecallSitePreset
from console.state import InFlight, Stage, State, link_of
from console.turn import Turn, forget
from console.words import MAIN_SITE, Layout, Outcome, Reason


def ask_recall(turn: Turn, request: CommandRequest, command: RecallPreset, line: int) -> None:
    """Begins a preset recall, or refuses it."""
    reason = _refusal(turn.state, command)
    if reason is not None:
        end(turn, request, Outcome.REFUSED, reason)
    else:
        wait_for_log(turn, request, line)


def _refusal(state: State, command: RecallPreset) -> Reason | None:
    if command.site not in state.directory:
        return Reason.UNKNOWN_SITE
    if on_air(state, command.site) and not (command.override_on_air or _coverable(state, command)):
        return Reason.CAMERA_ON_AIR
    link = link_of(state, command.site)
    if command.site != MAIN_SITE and not link.control:
        return Reason.SITE_HAS_NO_CONTROL if link.connection is not None else Reason.SITE_NOT_CONNECTED
    known = known_camera(state, command.site, command.camera)
    if known is not None:
        return None if find_name(known.presets, command.preset) is not None else Reason.UNKNOWN_PRESET
    # A program that names no cameras of its own can still be asked.
    silent = command.site not in state.site_cameras and link.hello is not None and link.hello.has_presets
    return None if silent else Reason.UNKNOWN_PRESET


def _coverable(state: State, command: RecallPreset) -> bool:
    """Returns whether the main endpoint can be shown while this camera moves."""
    podium_shown = layout_now(state) in (Layout.PODIUM, Layout.PODIUM_BESIDE_MAIN)
    covered = state.cover is not None and state.cover.site == command.site
    return command.cover and command.site != MAIN_SITE and (podium_shown or covered)


def recall(turn: Turn, flight: InFlight, command: RecallPreset) -> None:
    """Sends the recall out and waits for its completion."""
    reason = _refusal(turn.state, command)
    if reason is not None:
        end(turn, flight.request, Outcome.FAILED, reason, since_ms=flight.since_ms)
        return
    note_hand(turn, camera_key(command.site, command.camera), flight.request.actor)
    if command.cover and on_air(turn.state, command.site):
        _cover(turn, flight, command)
    else:
        _send(turn, flight, command)


def _cover(turn: Turn, flight: InFlight, command: RecallPreset) -> None:
    """Shows the main endpoint; the camera moves when that is what everybody sees."""
    rules, now_ms = turn.state.rules, turn.now.monotonic_ms
    cover = Cover(command_id=flight.request.command_id, site=command.site, until_ms=now_ms + rules.cover_limit_ms)
    turn.change(cover=cover)
    keep_in_flight(turn, advance(flight, Stage.COVER, now_ms + rules.cover_shown_ms, (), 0))


def move_under_cover(turn: Turn) -> None:
    """Moves the cameras whose cover everybody sees, or should see by now."""
    for flight in tuple(turn.state.in_flight.values()):
        command = flight.request.command
        if flight.stage is not Stage.COVER or not isinstance(command, RecallPreset):
            continue
        seen = command.site not in turn.state.engine.program_shown
        if seen or turn.now.monotonic_ms >= flight.deadline_ms:
            _send(turn, flight, command)


def _uncover(turn: Turn, flight: InFlight) -> None:
    cover = turn.state.cover
    if cover is not None and cover.command_id == flight.request.command_id:
        turn.change(cover=None)


def _send(turn: Turn, flight: InFlight, command: RecallPreset) -> None:
    request_id, now_ms = flight.request.command_id, turn.now.monotonic_ms
    if command.site == MAIN_SITE:
        turn.do(MoveCamera(request_id=request_id, camera=command.camera, preset=command.preset))
    else:
        message = RecallSitePreset(request_id=request_id, camera=command.camera, preset=command.preset, sent_ms=now_ms)
        turn.send(command.site, message)
    key = camera_key(command.site, command.camera)
    turn.change(
        moving=turn.state.moving | {key: Moving(command_id=request_id, preset=command.preset)},
        camera_failures=forget(turn.state.camera_failures, key),
    )
    keep_in_flight(turn, advance(flight, Stage.PRESET, now_ms + turn.state.rules.preset_limit_ms, (), 0))


def take_camera_report(turn: Turn, request_id: str, reason: Reason | None, *, arrived: bool) -> None:
    """Ends a recall as the camera reports it."""
    flight = turn.state.in_flight.get(request_id)
    if flight is None or flight.stage is not Stage.PRESET or not isinstance(flight.request.command, RecallPreset):
        return
    _finish(turn, flight, flight.request.command, None if arrived else reason or Reason.CAMERA_FAILED)


def expire_presets(turn: Turn) -> None:
    """Ends the recalls whose camera never completed, and a cover that has lasted too long."""
    cover = turn.state.cover
    if cover is not None and turn.now.monotonic_ms >= cover.until_ms:
        turn.change(cover=None)
    for flight in tuple(turn.state.in_flight.values()):
        command = flight.request.command
        due = flight.stage is Stage.PRESET and turn.now.monotonic_ms >= flight.deadline_ms
        if due and isinstance(command, RecallPreset):
            _finish(turn, flight, command, Reason.TIMEOUT)


def _finish(turn: Turn, flight: InFlight, command: RecallPreset, reason: Reason | None) -> None:
    _uncover(turn, flight)
    key, state = camera_key(command.site, command.camera), turn.state
    moving = state.moving.get(key)
    if moving is not None and moving.command_id == flight.request.command_id:
        turn.change(moving=forget(state.moving, key))
    if reason is None:
        turn.change(camera_failures=forget(state.camera_failures, key))
    elif reason is not Reason.SUPERSEDED:
        turn.change(camera_failures=state.camera_failures | {key: reason})
    entry = PresetRecalled(
        site=command.site,
        camera=command.camera,
        preset=command.preset,
        request_id=flight.request.command_id,
        arrived=None if reason in (Reason.TIMEOUT, Reason.CAMERA_UNCONFIRMED) else reason is None,
        reason=reason,
    )
    turn.log(entry, flight.request)
    end(turn, flight.request, outcome_of(reason), reason, since_ms=flight.since_ms)
