"""What takes an act back: the inverse of a command, as of the moment before it.

Rules: an inverse is a command like any other, with the rights and guards of whoever undoes; it never opens more than
was open before. The podium is taken back by `ReturnToPrevious`, which "back" also does. What cannot be taken back (the
start and end of a session, a finished speech, a line of the log) has no inverse. After a restart of the bridge there is
nothing to undo.
"""

from console.commands import (
    AnyCommand,
    BringToPodium,
    CommandRequest,
    GrantFloor,
    IncidentCommand,
    LiftSafeStop,
    LiftSilence,
    MoveFloorRequest,
    MuteAll,
    MuteSite,
    PutOnDeck,
    RefuseFloor,
    RequestFloor,
    RestoreFloor,
    ReturnToPrevious,
    SafeStop,
    SetFloorUrgency,
    SetGain,
    SetLayout,
    SkipFloor,
    TakeOffDeck,
    Undo,
    UnmuteSite,
    WithdrawFloor,
)
from console.durable import Durable, find_request, microphone_order, request_of
from console.incidents.incidents import incident_inverse
from console.meeting.cue_notes import cue_inverse
from console.meeting.meeting_commands import ReturnCue, SkipCue, TakeCue
from console.state import State, UndoStep
from console.words import MAIN_SITE, CommandId, Reason, SiteId

OPENS = (UnmuteSite, LiftSilence, LiftSafeStop, ReturnToPrevious)
"""Inverses after which somebody may be heard who was not: armed before they are fired."""


def opens(inverse: AnyCommand) -> bool:
    """Returns whether somebody may be heard after an inverse who was not."""
    return isinstance(inverse, OPENS) or (isinstance(inverse, ReturnCue) and inverse.podium)


def undo_step(state: State, request: CommandRequest) -> UndoStep | None:
    """Returns how a command that is about to begin can be taken back, or None."""
    if isinstance(request.command, IncidentCommand):
        inverse = incident_inverse(state.durable, request.command)
    else:
        inverse = _inverse(state, request.command)
    if inverse is None:
        return None
    return UndoStep(step_id=request.command_id, command=request.command, inverse=inverse)


def step_to_undo(state: State, command: Undo) -> UndoStep | Reason:
    """Returns the step that an undo takes back, or why it takes none back.

    While one is being taken back there is no next: a second window still shows the same one.
    """
    if any(isinstance(pending, CommandId) for pending in state.undo_pending.values()):
        return Reason.IN_FLIGHT
    if not state.undo:
        return Reason.UNDO_STEP_CHANGED if command.expected else Reason.NOTHING_TO_DO
    step = state.undo[-1]
    return step if command.expected in ("", step.step_id) else Reason.UNDO_STEP_CHANGED


def _inverse(state: State, command: AnyCommand) -> AnyCommand | None:  # noqa: C901, PLR0911 - one arm per command
    durable = state.durable
    match command:
        case MuteAll():
            return LiftSilence() if not durable.silence.in_force else MuteAll(except_sites=_heard(state))
        case LiftSilence():
            return MuteAll(except_sites=_heard(state)) if durable.silence.in_force else None
        case MuteSite():
            return UnmuteSite(site=command.site) if microphone_order(durable, command.site).heard else None
        case UnmuteSite():
            return None if microphone_order(durable, command.site).heard else MuteSite(site=command.site)
        case PutOnDeck() | TakeOffDeck():
            return TakeOffDeck() if durable.on_deck is None else PutOnDeck(site=durable.on_deck.site)
        case SetLayout():
            return SetLayout(layout=durable.podium.layout)
        case SafeStop():
            return LiftSafeStop()
        case LiftSafeStop():
            return SafeStop()
        case BringToPodium() | GrantFloor():
            return ReturnToPrevious()
        case TakeCue() | SkipCue():
            return cue_inverse(state, command)
        case SetGain():
            automatic = command.site in durable.auto_levels
            return SetGain(site=command.site, gain_db=durable.gains_db.get(command.site, 0), automatic=automatic)
        case _:
            return _floor_inverse(durable, command)


def _floor_inverse(durable: Durable, command: AnyCommand) -> AnyCommand | None:  # noqa: PLR0911 - one arm per command
    match command:
        case RequestFloor():
            return WithdrawFloor(site=command.site)
        case WithdrawFloor():
            waiting = request_of(durable, command.site)
            return None if waiting is None else RestoreFloor(request_id=waiting.request_id)
        case SkipFloor() | RefuseFloor():
            return RestoreFloor(request_id=command.request_id)
        case MoveFloorRequest():
            waiting = find_request(durable, command.request_id)
            if waiting is None:
                return None
            return MoveFloorRequest(request_id=command.request_id, position=durable.requests.index(waiting))
        case SetFloorUrgency():
            waiting = find_request(durable, command.request_id)
            return None if waiting is None else SetFloorUrgency(request_id=command.request_id, urgency=waiting.urgency)
        case _:
            return None


def _heard(state: State) -> tuple[SiteId, ...]:
    return tuple(site for site in state.directory if microphone_order(state.durable, site).heard and site != MAIN_SITE)
