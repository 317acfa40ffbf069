"""Who may say which message on a control channel, and when: one row for each, read by the gate itself.

Rule: what has no row is nobody's. A row says what a connection may say of its own site; which commands stand behind
`GiveCommand`, and whose affair an asked floor is, stands in the table of commands (`console/control/command_rights`).
"""

from enum import StrEnum
from typing import NamedTuple

from console.checks.check_messages import SiteLineTested, SiteSoundTested, TickCheck
from console.control.control_messages import GiveCommand
from console.engine_port import ConnectionKind
from console.ports_identity import CredentialKind
from console.sites.site_message import FromSite
from console.sites.site_messages import (
    AskFloor,
    EndSpeech,
    Hello,
    MicrophoneReported,
    OpenMicrophoneTried,
    Pong,
    PresentContent,
    ProgramReported,
    Ready,
    ReceptionReported,
    ReportAttendance,
    ReportIncident,
    RungReported,
    SiteCameraSeen,
    SiteCamerasListed,
    SiteCameraTouched,
    SitePresetReported,
    TakeContent,
    WithdrawRequest,
)
from console.words import MAIN_SITE, SiteId


class Party(StrEnum):
    """Who is at the other end of a connection, by what it showed when it was admitted."""

    PROGRAM = "program"
    """The own program of a satellite, known by its key."""
    MAIN_ROOM = "main room"
    """The program of the main endpoint's room: its cameras and checks are the bridge's own affair."""
    BROWSER = "browser"
    """Our page: no cameras, no measuring, no control of others, whatever a person writes into its console."""
    DEVICE = "device"
    """An encoder or another stock client, whatever channels it opens."""
    VIEWER = "viewer"
    """Whoever only looks: a second receiver of a site; the chair's view has not even a connection of its own."""
    STRANGER = "stranger"
    """A connection that nobody admitted."""


class Stage(StrEnum):
    """How far a connection is."""

    OPENED = "opened"
    """Its channel is open, and it has not said who it is."""
    INTRODUCED = "introduced"
    """It has said hello."""


class MessageRight(NamedTuple):
    """Who may say a message, and from which stage on."""

    parties: frozenset[Party]
    since: Stage = Stage.INTRODUCED


_EVERY_PROGRAM = MessageRight(frozenset({Party.PROGRAM, Party.MAIN_ROOM, Party.BROWSER}))
_SATELLITE = MessageRight(frozenset({Party.PROGRAM, Party.BROWSER}))
_OWN_PROGRAM = MessageRight(frozenset({Party.PROGRAM}))

MESSAGE_RIGHTS: dict[type[FromSite], MessageRight] = {
    Hello: _EVERY_PROGRAM._replace(since=Stage.OPENED),
    # ------------------------------------------------ what its media do
    MicrophoneReported: _EVERY_PROGRAM,
    OpenMicrophoneTried: _EVERY_PROGRAM,
    RungReported: _EVERY_PROGRAM,
    ProgramReported: _EVERY_PROGRAM,
    ReceptionReported: _EVERY_PROGRAM,
    TakeContent: _EVERY_PROGRAM,
    Pong: _EVERY_PROGRAM,
    # ------------------------------------------------ wishes of a satellite's technician
    AskFloor: _SATELLITE,
    WithdrawRequest: _SATELLITE,
    Ready: _SATELLITE,
    EndSpeech: _SATELLITE,
    GiveCommand: _OWN_PROGRAM,
    PresentContent: _OWN_PROGRAM,
    # ------------------------------------------------ what the minutes keep
    ReportIncident: _EVERY_PROGRAM,
    ReportAttendance: _EVERY_PROGRAM,
    TickCheck: _OWN_PROGRAM,
    # ------------------------------------------------ cameras and measuring
    SitePresetReported: _SATELLITE,
    SiteCameraSeen: _OWN_PROGRAM,
    SiteCamerasListed: _OWN_PROGRAM,
    SiteCameraTouched: _OWN_PROGRAM,
    SiteSoundTested: _OWN_PROGRAM,
    SiteLineTested: _OWN_PROGRAM,
}

HEARD = frozenset[Party]().union(*(right.parties for right in MESSAGE_RIGHTS.values()))
"""Whose messages are read at all; those of others are dropped unread."""


def party_of(site: SiteId, connection: ConnectionKind, credential: CredentialKind | None) -> Party:
    """Returns who is at the other end of a connection that was admitted with a kind of credential.

    Of a connection whose credential is not known only that is believed which every credential may have.
    """
    if connection is not ConnectionKind.PROGRAM or credential is CredentialKind.DEVICE:
        return Party.VIEWER if connection is ConnectionKind.VIEWER else Party.DEVICE
    if credential is not CredentialKind.PROGRAM:
        return Party.BROWSER
    return Party.MAIN_ROOM if site == MAIN_SITE else Party.PROGRAM


def may_say(kind: type[FromSite], party: Party, stage: Stage) -> bool:
    """Tells whether a party may say a message of this kind at this stage of its connection."""
    right = MESSAGE_RIGHTS.get(kind)
    return right is not None and party in right.parties and (stage is Stage.INTRODUCED or right.since is Stage.OPENED)
