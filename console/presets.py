"""Recalling a camera preset: at the main endpoint through its camera driver, at a satellite through its program.

Rules: no move on the camera that is on air unless overridden; an acknowledgement is not a completion, and a camera that
never completes ends the command after its time.
"""

from console.commands import CommandRequest, RecallPreset
from console.effects import MoveCamera
from console.entries import PresetRecalled
from console.receipts import advance, end, keep_in_flight, wait_for_log
from console.scenes import program_slots
from console.site_messages import RecallSitePreset
from console.state import InFlight, Stage, State, link_of
from console.turn import Turn, forget
from console.words import MAIN_SITE, Outcome, Reason


def camera_key(command: RecallPreset) -> str:
    """Returns the key of a camera in the maps of the state."""
    return f"{command.site}/{command.camera}"


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
    if command.site in program_slots(state) and not command.override_on_air:
        return Reason.CAMERA_ON_AIR
    if camera_key(command) in state.moving:
        return Reason.IN_FLIGHT
    if command.site == MAIN_SITE:
        known = next((camera for camera in state.cameras if camera.camera == command.camera), None)
        return None if known is not None and command.preset in known.presets else Reason.UNKNOWN_PRESET
    link = link_of(state, command.site)
    if not link.control:
        return Reason.SITE_HAS_NO_CONTROL if link.connection is not None else Reason.SITE_NOT_CONNECTED
    return None if link.hello is not None and link.hello.has_presets else Reason.UNKNOWN_PRESET


def recall(turn: Turn, flight: InFlight, command: RecallPreset) -> None:
    """Sends the recall out and waits for its completion."""
    reason = _refusal(turn.state, command)
    if reason is not None:
        end(turn, flight.request, Outcome.FAILED, reason, since_ms=flight.since_ms)
        return
    request_id = flight.request.command_id
    if command.site == MAIN_SITE:
        turn.do(MoveCamera(request_id=request_id, camera=command.camera, preset=command.preset))
    else:
        message = RecallSitePreset(request_id=request_id, camera=command.camera, preset=command.preset)
        turn.send(command.site, message)
    key = camera_key(command)
    turn.change(
        moving=turn.state.moving | {key: command.preset},
        camera_failures=forget(turn.state.camera_failures, key),
    )
    deadline_ms = turn.now.monotonic_ms + turn.state.rules.preset_limit_ms
    keep_in_flight(turn, advance(flight, Stage.PRESET, deadline_ms, (), 0))


def take_camera_report(turn: Turn, request_id: str, reason: Reason | None, *, arrived: bool) -> None:
    """Ends a recall as the camera reports it."""
    flight = turn.state.in_flight.get(request_id)
    if flight is None or flight.stage is not Stage.PRESET or not isinstance(flight.request.command, RecallPreset):
        return
    _finish(turn, flight, flight.request.command, None if arrived else reason or Reason.CAMERA_FAILED)


def expire_presets(turn: Turn) -> None:
    """Ends the recalls whose camera never completed."""
    for flight in tuple(turn.state.in_flight.values()):
        command = flight.request.command
        due = flight.stage is Stage.PRESET and turn.now.monotonic_ms >= flight.deadline_ms
        if due and isinstance(command, RecallPreset):
            _finish(turn, flight, command, Reason.TIMEOUT)


def _finish(turn: Turn, flight: InFlight, command: RecallPreset, reason: Reason | None) -> None:
    key, state = camera_key(command), turn.state
    failures = forget(state.camera_failures, key) if reason is None else state.camera_failures | {key: reason}
    turn.change(moving=forget(state.moving, key), camera_failures=failures)
    entry = PresetRecalled(
        site=command.site,
        camera=command.camera,
        preset=command.preset,
        request_id=flight.request.command_id,
        arrived=None if reason is Reason.TIMEOUT else reason is None,
        reason=reason,
    )
    turn.log(entry, flight.request)
    outcome = Outcome.DONE if reason is None else Outcome.FAILED
    end(turn, flight.request, outcome, reason, since_ms=flight.since_ms)
