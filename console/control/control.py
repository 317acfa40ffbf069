"""Delegated control: rights given to a site for a time, and what each right lets its technician ask.

Rules: only an operator gives rights, only where the profile lets them be given, and never on what no right names (the
session itself, safe stop, credentials, undo of others' acts). A right ends with its time, with a line of its own.
Silencing everybody by the safe stop needs no right of this room: it is the operator's alone.
"""

from console.commands import AnyCommand, CommandRequest
from console.control.command_rights import COMMAND_RIGHTS
from console.control.control_commands import ControlCommand, DelegateControl
from console.control.control_entries import ControlDelegated, ControlRevoked
from console.receipts import end
from console.state import State
from console.turn import Turn
from console.words import MAIN_SITE, DelegatedRight, Outcome, Reason, SiteId, SiteRole

MINUTE_MS = 60_000


def right_for(command: AnyCommand) -> DelegatedRight | None:
    """Returns the right that a command needs, None for one that no right lets anybody but the operator give."""
    right = COMMAND_RIGHTS.get(type(command))
    return None if right is None else right.delegated


def delegated(state: State, site: SiteId, command: AnyCommand) -> bool:
    """Returns whether a site was given the right that a command needs."""
    given = state.durable.delegations.get(site)
    return given is not None and right_for(command) in given.rights


def begin_control(turn: Turn, request: CommandRequest, command: ControlCommand) -> None:
    """Gives rights to a site, or takes them back."""
    if isinstance(command, DelegateControl):
        _delegate(turn, request, command)
    elif command.site not in turn.state.durable.delegations:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        turn.log(ControlRevoked(site=command.site), request)
        end(turn, request, Outcome.DONE)


def _delegate(turn: Turn, request: CommandRequest, command: DelegateControl) -> None:
    reason = _refusal(turn.state, command)
    if reason is not None:
        end(turn, request, Outcome.REFUSED, reason)
        return
    entry = ControlDelegated(
        site=command.site,
        rights=tuple(right for right in DelegatedRight if right in command.rights),
        until_wall_ms=None if command.minutes is None else turn.now.wall_ms + command.minutes * MINUTE_MS,
        basis=command.basis.strip(),
    )
    turn.log(entry, request)
    end(turn, request, Outcome.DONE)


def _refusal(state: State, command: DelegateControl) -> Reason | None:
    site = state.directory.get(command.site)
    if site is None or command.site == MAIN_SITE or site.role is not SiteRole.SATELLITE:
        return Reason.UNKNOWN_SITE
    if not state.rules.control_may_be_delegated:
        return Reason.DELEGATION_NOT_FORESEEN
    return None if command.rights else Reason.BAD_VALUE


# ---------------------------------------------------------------- what passes with time


def expire_control(turn: Turn) -> None:
    """Ends the delegations whose time is over."""
    for site, given in tuple(turn.state.durable.delegations.items()):
        if given.until_ms is not None and turn.now.wall_ms >= given.until_ms:
            turn.log(ControlRevoked(site=site, expired=True))
