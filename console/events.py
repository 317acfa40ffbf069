"""What the world reports to the core: facts in the past tense, frozen.

Rule: a message that no rule handles must not type-check (`decide` matches over `Message`).
Everything an engine says comes as its own report type from `engine_port`.
"""

import msgspec

from console.cameras.camera_facts import CameraFacts
from console.cameras.list_changes import ListChange
from console.commands import CommandRequest
from console.configuration.configuration_records import ConfigurationChange
from console.engine_port import AnyReport, ConnectionKind
from console.office.meeting_file import MeetingFile
from console.ports_identity import CredentialKind
from console.sites.site_messages import FromSiteMessage
from console.trouble import Trouble
from console.words import ConnectionId, Reason, SiteId, SiteRole


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Base of what drivers other than the engine report."""


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the directory."""

    site: SiteId
    number: int
    name: str
    role: SiteRole = SiteRole.SATELLITE
    parent: SiteId | None = None
    district: str = ""
    carrier: str = ""
    contacts: str = ""


class DirectoryRead(Event):
    """The full list of sites, main endpoint included; the core replaces what it knew."""

    sites: tuple[Site, ...]


class MeetingFileRead(Event):
    """What the register has of a meeting; without a file it is not there, or could not be read (`text` says why)."""

    meeting_uid: str
    file: MeetingFile | None = None
    text: str = ""


class SiteAdmitted(Event):
    """The signalling front authenticated a connection of a site (before its media is up)."""

    site: SiteId
    connection: ConnectionId
    kind: ConnectionKind
    address: str
    credential: str
    """Identifier (never the secret) of the credential that was used, the same over its renewals."""
    credential_ends_ms: int | None = None
    """When it ends on the wall clock (UTC), None: not by itself."""
    credential_kind: CredentialKind | None = None


class AdmissionRefused(Event):
    """Somebody was turned away at the front."""

    site: SiteId | None
    address: str
    reason_text: str
    refusal: str = ""
    """The front's kind of it, a value of `TroubleKind`; empty where it has none."""


class JoinsBounded(Event):
    """A site asks to join so often that it is told to wait from now on, or does so no more."""

    site: SiteId
    standing: bool


class SiteSaid(Event):
    """A schema-checked message from a site's program."""

    site: SiteId
    connection: ConnectionId
    message: FromSiteMessage


class SiteSaidNonsense(Event):
    """A message of a site that did not pass the schema; nothing else is disturbed."""

    site: SiteId
    connection: ConnectionId
    text: str


class LogWritten(Event):
    """Every log line of `session` up to `number` is durable."""

    number: int
    session: str | None = None
    """None: the session that runs."""


class LogFailed(Event):
    """Lines could not be written (they are kept in memory and tried again)."""

    text: str
    trouble: Trouble | None = None
    """The same as a kind, where it has one."""


class LogRecovered(Event):
    pass


class CamerasRead(Event):
    """The full list of the main endpoint's cameras; the core replaces what it knew."""

    cameras: tuple[CameraFacts, ...]


class CameraListChanged(Event):
    """What has changed in the main endpoint's list of cameras while the bridge runs."""

    change: ListChange


class ConfigurationSeen(Event):
    """A change of the configuration that the office's register has got, with who made it and why."""

    change: ConfigurationChange
    person: str = ""
    reason: str = ""


class CameraSeen(Event):
    """One camera of the main endpoint as its driver knows it now."""

    camera: CameraFacts


class CameraReported(Event):
    """The end of a camera request at the main endpoint's driver."""

    request_id: str
    arrived: bool
    """For any other wish than a recall: it was carried out."""
    reason: Reason | None = None
    position: tuple[int, int, int] | None = None
    """Pan, tilt and zoom of a preset that was saved, in the camera's units."""


class ClockJumped(Event):
    """The wall clock moved against the monotonic one by more than 2 s."""

    by_ms: int


class TimePassed(Event):
    """A deadline named by `next_deadline` is due."""


AnyEvent = (
    DirectoryRead
    | MeetingFileRead
    | SiteAdmitted
    | AdmissionRefused
    | JoinsBounded
    | SiteSaid
    | SiteSaidNonsense
    | LogWritten
    | LogFailed
    | LogRecovered
    | CamerasRead
    | CameraListChanged
    | ConfigurationSeen
    | CameraSeen
    | CameraReported
    | ClockJumped
    | TimePassed
)

Message = CommandRequest | AnyEvent | AnyReport


class Now(msgspec.Struct, frozen=True):
    """The moment of a decision: time is an argument."""

    monotonic_ms: int
    wall_ms: int
