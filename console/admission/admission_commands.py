"""What people may ask about who may be in the meeting."""

from console.command import Command
from console.words import SiteId


class RevokeCredentials(Command):
    """Ends every credential and connection of a site: its machine was lost, or is nobody's any more."""

    site: SiteId


class LockMeeting(Command):
    """Lets no further site in: who is here or was here may come back, anybody else is let in by name."""


class UnlockMeeting(Command):
    """Lets every site in again that may join."""


class OpenLobby(Command):
    """Lets sites that are not of this meeting wait until they are let in; the lobby is closed at first."""


class CloseLobby(Command):
    pass


class LetIn(Command):
    """Lets one site in that the lock or the lobby keeps outside; it may come back as often as it has to."""

    site: SiteId


class TurnAway(Command):
    """Says no to one site that waits: it stays outside and is not named again, until it is let in after all."""

    site: SiteId


AdmissionCommand = RevokeCredentials | LockMeeting | UnlockMeeting | OpenLobby | CloseLobby | LetIn | TurnAway
