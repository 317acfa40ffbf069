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
    SiteTurnedAway,
)
from console.durable import Admission, Durable
from console.words import SiteId


def apply_admission(durable: Durable, entry: AnyAdmissionEntry, at_ms: int) -> Durable:
    """Returns the durable state after a line about admission."""
    return replace(durable, admission=_after(durable.admission, entry, at_ms))


def _after(admission: Admission, entry: AnyAdmissionEntry, at_ms: int) -> Admission:  # noqa: PLR0911 - one arm per line
    match entry:
        case MeetingLocked():
            return replace(admission, locked=True, inside=entry.inside)
        case MeetingUnlocked():
            return _nobody_waits(replace(admission, locked=False, inside=()))
        case LobbyOpened():
            return replace(admission, lobby=True)
        case LobbyClosed():
            return _nobody_waits(replace(admission, lobby=False))
        case SiteKnocked():
            out = _forgotten(admission, entry.site)
            return replace(out, waiting=(*out.waiting, entry.site), knocked_ms=out.knocked_ms | {entry.site: at_ms})
        case SiteTurnedAway():
            out = _forgotten(admission, entry.site)
            since = {entry.site: admission.knocked_ms.get(entry.site, at_ms)}
            return replace(out, turned_away=(*out.turned_away, entry.site), knocked_ms=out.knocked_ms | since)
        case SiteLetIn():
            out = _forgotten(admission, entry.site)
            return replace(out, let_in=(*_without(out.let_in, entry.site), entry.site))
        case CredentialsRevoked():  # whoever comes with this name next is not the machine that was let in
            out = _forgotten(admission, entry.site)
            inside, let_in = (_without(sites, entry.site) for sites in (out.inside, out.let_in))
            revoked = (*_without(out.revoked, entry.site), entry.site)
            return replace(out, inside=inside, let_in=let_in, revoked=revoked)
        case CredentialEndsSoon():
            return admission


def _nobody_waits(admission: Admission) -> Admission:
    """Forgets who waits: whom the other bar still keeps outside knocks again; a no ends with the last bar."""
    if not admission.locked and not admission.lobby:
        return replace(admission, waiting=(), turned_away=(), knocked_ms={})
    kept = {site: at for site, at in admission.knocked_ms.items() if site in admission.turned_away}
    return replace(admission, waiting=(), knocked_ms=kept)


def _forgotten(admission: Admission, site: SiteId) -> Admission:
    """Returns admission as if the site had never knocked."""
    return replace(
        admission,
        waiting=_without(admission.waiting, site),
        turned_away=_without(admission.turned_away, site),
        knocked_ms={known: at for known, at in admission.knocked_ms.items() if known != site},
    )


def _without(sites: tuple[SiteId, ...], gone: SiteId) -> tuple[SiteId, ...]:
    return tuple(site for site in sites if site != gone)
