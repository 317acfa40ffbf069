"""Who may ask what: one pure rule over every command, by the table of rights.

Rule: the bridge sets the actor from the authenticated connection; nothing in a command can widen it.
"""

from console.checks.check_words import TICKED
from console.commands import Actor, AnyCommand, PresetChange
from console.control.command_rights import COMMAND_RIGHTS, CommandRight, Own
from console.control.control import delegated
from console.state import State
from console.words import AT_CONSOLES, MAIN_SITE, OPERATORS, FloorSource, FloorUrgency, Reason, Role, SiteId


def may(actor: Actor, command: AnyCommand, state: State) -> bool:
    """Returns whether the actor may give the command in this state.

    An operator may give every command of the table, except that a profile may leave a site's presets to its own
    technician; a delegated operator what the scope names; a viewer none; a site's technician what is the site's own
    affair, and exactly what was delegated to it; at a locked console only what works at any.
    """
    right = COMMAND_RIGHTS.get(type(command))
    if right is None:
        return False
    if actor.role is Role.BRIDGE:
        return True
    if actor.role is Role.SITE_TECHNICIAN:
        own = actor.site is not None and _own_affair(right.own, actor.site, command, state)
        return own or (actor.site is not None and delegated(state, actor.site, command))
    if actor.role in OPERATORS or (actor.role is Role.DELEGATED_OPERATOR and _in_scope(actor, right, command, state)):
        return not _left_to_site(command, state)
    return right.at_any_console and actor.role in AT_CONSOLES


def why_not(actor: Actor, state: State) -> Reason:
    """Returns why `may` said no."""
    if actor.role in OPERATORS:
        return Reason.PRESETS_ARE_THE_SITES
    if actor.role is Role.LOCKED_CONSOLE:
        return Reason.LOGIN_NEEDED
    if actor.role is Role.DELEGATED_OPERATOR:
        return Reason.BEYOND_RIGHTS
    return Reason.BEYOND_RIGHTS if actor.site in state.durable.delegations else Reason.NOT_ALLOWED


def _left_to_site(command: AnyCommand, state: State) -> bool:
    theirs = isinstance(command, PresetChange) and command.site != MAIN_SITE
    return theirs and not state.rules.operator_saves_at_sites


def _in_scope(actor: Actor, right: CommandRight, command: AnyCommand, state: State) -> bool:
    """Returns whether a delegated operator's scope holds a command; one about no single site needs all sites."""
    scope = actor.scope
    if scope is None or right.delegated not in scope.rights:
        return False
    return not scope.sites or _site_of(command, state) in scope.sites


def _site_of(command: AnyCommand, state: State) -> SiteId | None:
    """Returns which site a command is about, by its name or by the request it names; None: several, or none."""
    request_id = getattr(command, "request_id", None)
    if request_id is not None:
        return next((each.site for each in state.durable.requests if each.request_id == request_id), None)
    return getattr(command, "site", None)


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
