"""A satellite presents: its screen or a film of its machine is the content, while the operator lets it.

Rules: one site at a time, by the operator's word alone, for the connection it has now. The permission ends, and with it
what is presented, when the operator takes it back or shows something else, at a safe stop, when the site's credentials
are revoked, when its line or program is gone, and in a meeting whose file turns out to be confidential. Nothing brings
it back by itself. What a site sends without a permission is dropped.
"""

from console.commands import CommandRequest
from console.content.content_commands import LetPresent
from console.content.content_entries import ContentBegun, ContentEnded, PresentingLet, PresentingOver
from console.content.content_port import ContentFault, PresentingEnd
from console.engine_port import Capability
from console.notes.recording import is_open
from console.receipts import end
from console.sites.site_messages import PresentContent, ShowPresented
from console.state import Link, State, link_of
from console.turn import Turn
from console.words import MAIN_SITE, LinkState, Outcome, Reason, SiteId


def let_present(turn: Turn, request: CommandRequest, command: LetPresent) -> None:
    """Lets a site present; another one that was let before may no more."""
    reason = _refusal(turn.state, command.site)
    if reason is not None:
        end(turn, request, Outcome.REFUSED, reason)
        return
    if turn.state.durable.presenter == command.site:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    end_presenting(turn, PresentingEnd.REPLACED, request)
    turn.log(PresentingLet(site=command.site), request)
    turn.change(presenting_on=link_of(turn.state, command.site).connection)
    end(turn, request, Outcome.DONE)


def _refusal(state: State, site: SiteId) -> Reason | None:
    """Returns why a site cannot be let present now."""
    link, hello = link_of(state, site), link_of(state, site).hello
    checks = (
        (site not in state.directory, Reason.UNKNOWN_SITE),
        (site == MAIN_SITE, Reason.BAD_VALUE),
        (not state.engine.up or Capability.CONTENT not in state.engine.capabilities, Reason.ENGINE_DOWN),
        (state.durable.safe_stop is not None, Reason.SAFE_STOP_IN_FORCE),
        (not is_open(state.durable), Reason.MEETING_CONFIDENTIAL),
        (link.connection is None or link.state is LinkState.LOST, Reason.SITE_NOT_CONNECTED),
        (not link.control or hello is None or not hello.can_present, Reason.SITE_HAS_NO_CONTROL),
    )
    return next((reason for stands, reason in checks if stands), None)


def end_presenting(turn: Turn, why: PresentingEnd, request: CommandRequest | None = None) -> bool:
    """Ends a permission, and what is presented by it; tells whether there was one."""
    site = turn.state.durable.presenter
    if site is not None:
        turn.log(PresentingOver(site=site, why=why), request)
        turn.change(presenting_on=None)
    return site is not None


def end_presenting_of(turn: Turn, site: SiteId, why: PresentingEnd) -> None:
    """Ends the permission where it is this site's."""
    if turn.state.durable.presenter == site:
        end_presenting(turn, why)


def settle_presenting(turn: Turn) -> None:
    """Ends a permission whose ground is gone."""
    site = turn.state.durable.presenter
    if site is None:
        return
    link = link_of(turn.state, site)
    if turn.state.durable.safe_stop is not None:
        end_presenting(turn, PresentingEnd.SAFE_STOP)
    elif not is_open(turn.state.durable):
        end_presenting(turn, PresentingEnd.CONFIDENTIAL)
    elif link.connection is None or link.connection != turn.state.presenting_on or link.state is LinkState.LOST:
        end_presenting(turn, PresentingEnd.SITE_LOST)


def take_presenting(turn: Turn, site: SiteId, wish: PresentContent) -> None:
    """Takes that a site begins or ends to present; of a site that may not nothing is taken."""
    durable = turn.state.durable
    if durable.presenter != site:
        return
    own = durable.content if durable.content is not None and durable.content.site == site else None
    film = wish.film.strip()[: turn.state.rules.text_limit]
    if wish.presents and (own is None or own.path != film):
        turn.log(ContentBegun(number=durable.contents_shown + 1, path=film, site=site))
    elif not wish.presents and own is not None:
        fault = ContentFault.UNREADABLE if wish.fault else None
        text = wish.fault[: turn.state.rules.text_limit]
        turn.log(ContentEnded(number=own.number, site=site, fault=fault, text=text))


def wanted_presented(state: State, site: SiteId, link: Link) -> ShowPresented | None:
    """Returns what a site shall show of the content; None for a program that neither takes nor presents any."""
    if link.hello is None or not (link.hello.takes_content or link.hello.can_present):
        return None
    durable = state.durable
    shown = None if durable.session is None or durable.safe_stop is not None else durable.content
    return ShowPresented(
        shown=shown is not None,
        may_present=durable.presenter == site,
        presents=shown is not None and shown.site == site,
    )
