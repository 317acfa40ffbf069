"""Who may be in the meeting besides having a credential: the lock, the lobby, and the end of a lost machine's rights.

Rules: the main endpoint is never kept out. Who is kept outside has no connection at all, so nothing of the meeting
reaches it; it knocks with every attempt and is named once. A site that is let in hears and is heard as the standing
order and the profile say, like every other.
"""

from console.admission.admission_commands import (
    AdmissionCommand,
    CloseLobby,
    LetIn,
    LockMeeting,
    OpenLobby,
    RevokeCredentials,
    TurnAway,
    UnlockMeeting,
)
from console.admission.admission_entries import (
    AnyAdmissionEntry,
    CredentialEndsSoon,
    CredentialsRevoked,
    LobbyClosed,
    LobbyOpened,
    MeetingLocked,
    MeetingUnlocked,
    SiteKnocked,
    SiteLetIn,
    SiteTurnedAway,
)
from console.admission.admission_view import AdmissionView, WaitingSite
from console.commands import CommandRequest
from console.content.content_port import PresentingEnd
from console.content.presenting import end_presenting_of
from console.effects import PutRecords, RevokeSite
from console.events import AdmissionRefused, SiteAdmitted
from console.office.security_acts import SecurityAct, SecurityDeed
from console.ports_identity import TOLD_SECONDS
from console.receipts import end
from console.sites.roster import close_site
from console.sites.site_messages import Goodbye
from console.state import State, link_of
from console.turn import Turn
from console.words import MAIN_SITE, OPERATORS, Outcome, Reason, SiteId

KNOCKS = frozenset({Reason.MEETING_LOCKED, Reason.IN_LOBBY})


def kept_outside(state: State, site: SiteId) -> Reason | None:
    """Returns why a site with a good credential may not join now; None: it may."""
    admission, durable = state.durable.admission, state.durable
    if site == MAIN_SITE or durable.session is None or site in admission.let_in:
        return None
    if admission.locked and site not in admission.inside:
        return Reason.MEETING_LOCKED
    expected = () if durable.meeting_file is None else durable.meeting_file.sites
    if admission.lobby and expected and site not in expected:
        return Reason.IN_LOBBY
    return None


def admission_view(state: State) -> AdmissionView:
    """Returns what windows see of it; sites that have left the list are not shown."""
    admission = state.durable.admission

    def shown(sites: tuple[SiteId, ...]) -> tuple[WaitingSite, ...]:
        known = (site for site in sites if site in state.directory)
        return tuple(WaitingSite(site=site, since_ms=admission.knocked_ms.get(site, 0)) for site in known)

    return AdmissionView(
        locked=admission.locked,
        lobby=admission.lobby,
        waiting=shown(admission.waiting),
        turned_away=shown(admission.turned_away),
    )


def begin_admission(turn: Turn, request: CommandRequest, command: AdmissionCommand) -> None:
    """Carries out what somebody asked about who may be in the meeting."""
    match command:
        case RevokeCredentials():
            _revoke(turn, request, command)
        case LetIn():
            _let_in(turn, request, command)
        case TurnAway():
            _turn_away(turn, request, command)
        case LockMeeting():
            _set(turn, request, MeetingLocked(inside=_inside(turn.state)), is_so=turn.state.durable.admission.locked)
        case UnlockMeeting():
            _set(turn, request, MeetingUnlocked(), is_so=not turn.state.durable.admission.locked)
        case OpenLobby():
            _set(turn, request, LobbyOpened(), is_so=turn.state.durable.admission.lobby)
        case CloseLobby():
            _set(turn, request, LobbyClosed(), is_so=not turn.state.durable.admission.lobby)


def _set(turn: Turn, request: CommandRequest, entry: AnyAdmissionEntry, *, is_so: bool) -> None:
    if not is_so:
        turn.log(entry, request)
    end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO if is_so else None)


def _inside(state: State) -> tuple[SiteId, ...]:
    """Returns who is connected or was in this session, and has not lost its machine since."""
    connected = {site for site, link in state.links.items() if link.connection is not None}
    was_here = state.durable.attempts.keys() - set(state.durable.admission.revoked)
    return tuple(site for site in state.directory if site in connected | was_here)


def _let_in(turn: Turn, request: CommandRequest, command: LetIn) -> None:
    if command.site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return
    is_so = kept_outside(turn.state, command.site) is None
    _set(turn, request, SiteLetIn(site=command.site), is_so=is_so)


def _turn_away(turn: Turn, request: CommandRequest, command: TurnAway) -> None:
    if command.site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return
    waits = command.site in turn.state.durable.admission.waiting
    _set(turn, request, SiteTurnedAway(site=command.site), is_so=not waits)


def _revoke(turn: Turn, request: CommandRequest, command: RevokeCredentials) -> None:
    if command.site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return
    if command.site == MAIN_SITE and request.actor.role not in OPERATORS:
        end(turn, request, Outcome.REFUSED, Reason.NOT_ALLOWED)
        return
    turn.do(RevokeSite(site=command.site))
    session = "" if turn.state.durable.session is None else turn.state.durable.session.session
    act = SecurityAct(id=request.command_id, deed=SecurityDeed.REVOKED, site=command.site, session=session)
    turn.do(PutRecords(records=(act,), person=request.actor.person))
    turn.send(command.site, Goodbye(reason=Reason.NOT_ALLOWED))
    close_site(turn, command.site, link_of(turn.state, command.site))
    turn.log(CredentialsRevoked(site=command.site), request)
    end_presenting_of(turn, command.site, PresentingEnd.REVOKED)
    end(turn, request, Outcome.DONE)


# ---------------------------------------------------------------- what the front reports


def note_knock(turn: Turn, event: AdmissionRefused) -> bool:
    """Takes the news of a site that was kept outside, once for each; returns whether it was that."""
    if event.site is None or event.refusal not in KNOCKS:
        return False
    admission = turn.state.durable.admission
    if event.site not in admission.waiting and event.site not in admission.turned_away:
        locked = event.refusal == Reason.MEETING_LOCKED
        turn.log(SiteKnocked(site=event.site, address=event.address, locked=locked))
    return True


def tell_end_of_credential(turn: Turn, event: SiteAdmitted) -> None:
    """Names a credential that ends within two weeks, when its site joins with it; once in 10 s."""
    ends_ms = event.credential_ends_ms
    if ends_ms is None or ends_ms - turn.now.wall_ms > TOLD_SECONDS * 1000:
        return
    if turn.seldom(("ends soon", event.site)):
        turn.log(CredentialEndsSoon(site=event.site, ends_wall_ms=ends_ms))
