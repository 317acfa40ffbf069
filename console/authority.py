"""Who may ask what: one pure rule over every command.

Rule: the bridge sets the actor from the authenticated connection; nothing in a command can widen it.
"""

from console.checks.check_words import TICKED
from console.commands import (
    Actor,
    AnyCommand,
    FinishSpeech,
    GiveReady,
    OpenIncident,
    PresetChange,
    RequestFloor,
    TellAttendance,
    TickCheckItem,
    WithdrawFloor,
)
from console.control.control import delegated
from console.state import State
from console.words import MAIN_SITE, FloorSource, FloorUrgency, Reason, Role


def may(actor: Actor, command: AnyCommand, state: State) -> bool:
    """Returns whether the actor may give the command in this state.

    An operator may do everything, except that a profile may leave a site's presets to its own technician; a viewer
    nothing; a site's technician asks for the floor, withdraws, says Ready, ends
    the speech, tells of an incident and of who is there, each for the own site alone, and besides that exactly what was
    delegated to the site.
    """
    match actor.role:
        case Role.OPERATOR:
            theirs = isinstance(command, PresetChange) and command.site != MAIN_SITE
            return not theirs or state.rules.operator_saves_at_sites
        case Role.BRIDGE:
            return True
        case Role.SITE_TECHNICIAN:
            return actor.site is not None and (
                _own_affair(actor.site, command, state) or delegated(state, actor.site, command)
            )
        case Role.VIEWER:
            return False


def why_not(actor: Actor, state: State) -> Reason:
    """Returns why `may` said no."""
    if actor.role is Role.OPERATOR:
        return Reason.PRESETS_ARE_THE_SITES
    return Reason.BEYOND_RIGHTS if actor.site in state.durable.delegations else Reason.NOT_ALLOWED


def _own_affair(site: str, command: AnyCommand, state: State) -> bool:  # noqa: PLR0911 - one arm per command
    match command:
        case RequestFloor():
            if command.urgency is not FloorUrgency.NORMAL:
                return False
            return command.site == site and command.source is FloorSource.SATELLITE
        case WithdrawFloor() | GiveReady():
            return command.site == site
        case OpenIncident() | TellAttendance():
            return command.site == site
        case TickCheckItem():
            return command.site == site and command.item in TICKED
        case FinishSpeech():
            speech, podium = state.durable.speech, state.durable.podium
            return site in (None if speech is None else speech.site, podium.site)
        case _:
            return False
