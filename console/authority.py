"""Who may ask what: one pure rule over every command, by the table of rights.

Rule: the bridge sets the actor from the authenticated connection; nothing in a command can widen it.
"""

from console.checks.check_words import TICKED
from console.commands import Actor, AnyCommand, PresetChange
from console.control.command_rights import COMMAND_RIGHTS, Own
from console.control.control import delegated
from console.state import State
from console.words import MAIN_SITE, FloorSource, FloorUrgency, Reason, Role, SiteId


def may(actor: Actor, command: AnyCommand, state: State) -> bool:
    """Returns whether the actor may give the command in this state.

    An operator may give every command of the table, except that a profile may leave a site's presets to its own
    technician; a viewer none; a site's technician what is the site's own affair, and exactly what was delegated to it.
    """
    right = COMMAND_RIGHTS.get(type(command))
    if right is None:
        return False
    match actor.role:
        case Role.OPERATOR:
            theirs = isinstance(command, PresetChange) and command.site != MAIN_SITE
            return not theirs or state.rules.operator_saves_at_sites
        case Role.BRIDGE:
            return True
        case Role.SITE_TECHNICIAN:
            return actor.site is not None and (
                _own_affair(right.own, actor.site, command, state) or delegated(state, actor.site, command)
            )
        case Role.VIEWER:
            return False


def why_not(actor: Actor, state: State) -> Reason:
    """Returns why `may` said no."""
    if actor.role is Role.OPERATOR:
        return Reason.PRESETS_ARE_THE_SITES
    return Reason.BEYOND_RIGHTS if actor.site in state.durable.delegations else Reason.NOT_ALLOWED


def _own_affair(own: Own, site: SiteId, command: AnyCommand, state: State) -> bool:
    names_itself = getattr(command, "site", None) == site
    match own:
        case Own.NEVER:
            return False
        case Own.ITS_SITE:
            return names_itself
        case Own.ITS_HAND:
            calm = getattr(command, "urgency", None) is FloorUrgency.NORMAL
            return names_itself and calm and getattr(command, "source", None) is FloorSource.SATELLITE
        case Own.ITS_TICK:
            return names_itself and getattr(command, "item", None) in TICKED
        case Own.ITS_SPEECH:
            speech, podium = state.durable.speech, state.durable.podium
            return site in (None if speech is None else speech.site, podium.site)
