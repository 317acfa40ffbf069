"""The doors of the conductor: what it needs of the log, of sites, cameras and the office store, as Protocols.

Rule: nothing behind a port blocks or raises for a single item; each has an outbox of its own and reports back through
`Conductor.post`, from a thread only by the loop's `call_soon_threadsafe`.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_wishes import CameraWish
from console.effects import CloseSessionLog, OpenSessionLog, WriteLog, WriteSamples
from console.engine_port import AnyVerb, EnginePort
from console.office.record import Record
from console.sites.site_messages import ToSiteMessage
from console.snapshot import Delta
from console.words import ConnectionId, SessionKind, SiteId

__all__ = [
    "AnyLogEffect",
    "CameraPort",
    "DeltaCallback",
    "EnginePort",
    "LogPort",
    "OfficePort",
    "SitePort",
    "VerbDoor",
]

AnyLogEffect = OpenSessionLog | WriteLog | CloseSessionLog | WriteSamples
DeltaCallback = Callable[[Delta], None]


class LogPort(Protocol):
    """The log book's door: answered by `LogWritten`, `LogFailed` and `LogRecovered`."""

    def submit(self, effect: AnyLogEffect) -> None:
        """Hands an effect to the writer; never blocks, loses no line."""
        ...


class VerbDoor(Protocol):
    """The half of the engine port that the conductor uses: reports arrive by `Conductor.post`."""

    def submit(self, verb: AnyVerb) -> None:
        """Hands a verb to the engine's outbox; never blocks."""
        ...


class SitePort(Protocol):
    """The way to a site's program; the implementation encodes and sends over the engine's control channel."""

    def send(self, site: SiteId, message: ToSiteMessage, connection: ConnectionId | None = None) -> None:
        """Sends a message over a connection's control channel, None: the newest of the site; swallowed without one."""
        ...


class CameraPort(Protocol):
    """One camera of the main endpoint: every request is answered by one `CameraReported`."""

    @property
    def name(self) -> str:
        """The camera's name at its site."""
        ...

    def facts(self) -> CameraFacts:
        """Returns what is known of the camera now."""
        ...

    def recall(self, request_id: str, preset: str) -> None:
        """Begins to move to a preset."""
        ...

    def ask(self, request_id: str, wish: CameraWish) -> None:
        """Begins to do anything else."""
        ...


class OfficePort(Protocol):
    """The office store: sites and credentials."""

    def read_directory(self) -> None:
        """Begins to read the list of sites: answered by `DirectoryRead`."""
        ...

    def read_meeting_file(self, meeting_uid: str) -> None:
        """Begins to read a meeting's file: answered by `MeetingFileRead`."""
        ...

    def note_meeting_held(self, meeting_uid: str, kind: SessionKind, person: str, wall_ms: int) -> None:
        """Begins to let the register say that a meeting was rehearsed, or held."""
        ...

    def put_records(self, records: Sequence[Record], person: str, reason: str) -> None:
        """Adds records to the register; a disk that cannot take them is told as `LogFailed`."""
        ...

    def revoke_site(self, site: SiteId) -> None:
        """Ends every credential of a site."""
        ...
