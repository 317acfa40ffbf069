"""What the log says about who may be in the meeting: security events, each with the person who caused it."""

from console.entry import Entry
from console.words import SiteId


class CredentialsRevoked(Entry):
    """Every credential of the site has ended; its machine can neither stay nor come back without an invitation."""

    site: SiteId


class CredentialEndsSoon(Entry):
    """A site has joined with a credential that ends soon: it needs another one, or a join that renews its key."""

    site: SiteId
    ends_wall_ms: int


class MeetingLocked(Entry):
    """From this line on only these sites may join, and those that are let in by name."""

    inside: tuple[SiteId, ...]


class MeetingUnlocked(Entry):
    pass


class LobbyOpened(Entry):
    pass


class LobbyClosed(Entry):
    pass


class SiteKnocked(Entry):
    """A site with a good credential wants to join and is kept outside, by the lock or the lobby; said once."""

    site: SiteId
    address: str
    locked: bool


class SiteLetIn(Entry):
    site: SiteId


class SiteTurnedAway(Entry):
    """A site that knocked stays outside as long as the lock or the lobby lasts; its knocks are not named again."""

    site: SiteId


AnyAdmissionEntry = (
    CredentialsRevoked
    | CredentialEndsSoon
    | MeetingLocked
    | MeetingUnlocked
    | LobbyOpened
    | LobbyClosed
    | SiteKnocked
    | SiteLetIn
    | SiteTurnedAway
)
