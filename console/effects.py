"""What is to be done, as decided by the core; drivers carry it out through outboxes, nobody waits.

Engine verbs (`engine_port.AnyVerb`) are effects themselves.
"""

import msgspec

from console.cameras.camera_wishes import CameraWish
from console.engine_port import AnyVerb
from console.entries import Line
from console.lines.line_history import LinePoint
from console.office.record import Record
from console.sites.site_messages import ToSiteMessage
from console.words import CommandId, ConnectionId, Outcome, Reason, SessionKind, SiteId


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """Base of effects that are not engine verbs."""


class SendToSite(Effect):
    """A message to a site's program over the control channel of its newest connection, or of the one that is named."""

    site: SiteId
    message: ToSiteMessage
    connection: ConnectionId | None = None


class WriteLog(Effect):
    """Lines of one decision; written in one transaction, answered by `LogWritten`."""

    lines: tuple[Line, ...]


class OpenSessionLog(Effect):
    """Makes the session's file; comes before its first `WriteLog`."""

    session: str
    meeting_uid: str
    title: str


class CloseSessionLog(Effect):
    session: str


class WriteSamples(Effect):
    """Statistics beside the chain (prunable): `rows` are (site, wall_ms, JSON of the sample)."""

    rows: tuple[tuple[SiteId, int, str], ...]
    points: tuple[LinePoint, ...] = ()
    """The lines over a stretch of time that began at `points_wall_ms`, for the history of the whole meeting."""
    points_wall_ms: int = 0


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The one answer to a command."""

    command_id: CommandId
    outcome: Outcome
    reason: Reason | None = None
    confirmed: tuple[SiteId, ...] = ()
    unconfirmed: tuple[SiteId, ...] = ()
    took_ms: int = 0
    facts: dict[str, int] = {}
    """Named measured times in milliseconds, e.g. `connection_ms`."""


class AnswerCommand(Effect):
    receipt: Receipt


class MoveCamera(Effect):
    """A preset recall at the main endpoint's own camera driver."""

    request_id: str
    camera: str
    preset: str


class AskCamera(Effect):
    """Any other wish to the main endpoint's own camera driver."""

    request_id: str
    camera: str
    wish: CameraWish


class ReadDirectory(Effect):
    """Asks for a `DirectoryRead`."""


class ReadMeetingFile(Effect):
    """Asks for a `MeetingFileRead` of the meeting in the office's register."""

    meeting_uid: str


class NoteMeetingHeld(Effect):
    """Lets the register say that a registered meeting was rehearsed, or held."""

    meeting_uid: str
    kind: SessionKind
    person: str
    wall_ms: int


class PutRecords(Effect):
    """Adds records to the office's register, in the name of a person."""

    records: tuple[Record, ...]
    person: str
    reason: str = ""


class RevokeSite(Effect):
    """Ends the site's credentials in the office store."""

    site: SiteId


OfficeEffect = ReadDirectory | ReadMeetingFile | NoteMeetingHeld | PutRecords | RevokeSite
"""What the office store carries out."""
AnyEffect = (
    SendToSite
    | WriteLog
    | OpenSessionLog
    | CloseSessionLog
    | WriteSamples
    | AnswerCommand
    | MoveCamera
    | AskCamera
    | OfficeEffect
    | AnyVerb
)
