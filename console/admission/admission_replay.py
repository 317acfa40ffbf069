"""How the log's lines about admission give the durable state."""

from msgspec.structs import replace

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
)
from console.durable import Admission, Durable
from console.words import SiteId


def apply_admission(durable: Durable, entry: AnyAdmissionEntry) -> Durable:
    """Returns the durable state after a line about admission."""
    return replace(durable, admission=_after(durable.admission, entry))


def _after(admission: Admission, entry: AnyAdmissionEntry) -> Admission:  # noqa: PLR0911 - one arm per line
    match entry:
        case MeetingLocked():
            return replace(admission, locked=True, inside=entry.inside)
        case MeetingUnlocked():
            return replace(admission, locked=False, inside=(), waiting=())
        case LobbyOpened():
            return replace(admission, lobby=True)
        case LobbyClosed():
            return replace(admission, lobby=False, waiting=())
        case SiteKnocked():
            return replace(admission, waiting=(*_without(admission.waiting, entry.site), entry.site))
        case SiteLetIn():
            let_in = (*_without(admission.let_in, entry.site), entry.site)
            return replace(admission, let_in=let_in, waiting=_without(admission.waiting, entry.site))
        case CredentialsRevoked():  # whoever comes with this name next is not the machine that was let in
            outside = (admission.inside, admission.let_in, admission.waiting)
            inside, let_in, waiting = (_without(sites, entry.site) for sites in outside)
            revoked = (*_without(admission.revoked, entry.site), entry.site)
            return replace(admission, inside=inside, let_in=let_in, waiting=waiting, revoked=revoked)
        case CredentialEndsSoon():
            return admission


def _without(sites: tuple[SiteId, ...], gone: SiteId) -> tuple[SiteId, ...]:
    return tuple(site for site in sites if site != gone)
