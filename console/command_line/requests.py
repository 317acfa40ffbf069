"""What somebody typed, as frozen values: one type per command of `main.py`.

Rule: a request names files, sites and numbers as they were typed; whoever carries it out judges them. Every process
begins here, so nothing of the meeting is loaded.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console.data_folder import DataFolder

if TYPE_CHECKING:
    from console.commands import Command


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all requests; `data` is the folder of the installation."""

    data: DataFolder


class OpenConsole(Request):
    """`main.py` alone: the window, and what it needs."""

    person: str


class RunBridge(Request):
    """A None is what the settings file says; port 0 lets the system choose."""

    https_port: int | None
    media_port: int | None
    workers: int | None
    kept: bool


class RunWindow(Request):
    """The window process; `size` is its width and height in pixels (None: the whole screen).

    `screenshots` is a folder where `NAME.want` asks for `NAME.png`, `probe` a file for the window's own timing.
    """

    person: str
    language: str | None
    size: tuple[int, int] | None
    screenshots: Path | None
    probe: Path | None


class RunOffice(Request):
    """The office window alone."""

    person: str
    language: str | None


class MakeSupportBundle(Request):
    """What support may be given; no `out`: what it would hold."""

    out: Path | None


class RunMainRoom(Request):
    """The endpoint of the main room beside its bridge; `kept`: a keeper started it, and it starts a dead one again."""

    video: str | None
    audio: str | None
    kept: bool = False


class RunKeeper(Request):
    pass


class RunWorker(Request):
    """A media worker; `frames` is where its pictures go."""

    frames: Path


class RunRecorder(Request):
    """A recorder; told what to write by the bridge."""


class RunContent(Request):
    """A content player; told what to play by the bridge."""


class RunHeadphones(Request):
    """The operator's headphones; `obeys` the lines of a window instead of playing whatever is listened to."""

    obeys: bool


class ListContentChoices(Request):
    """Lists this machine's windows and screens, which `show-content` may name."""


class TryDevices(Request):
    """Lists cameras, microphones and loudspeakers, or with `try_them` uses those named for some seconds."""

    try_them: bool
    camera: str | None
    microphone: str | None
    loudspeaker: str | None


class RunProvince(Request):
    """A process of simulated sites, which reads its plan and orders from standard input."""


class RunDemo(Request):
    """`data` is a fresh folder unless one was named (`data_named`)."""

    data_named: bool
    sites: int
    headless: bool
    out: Path | None


class RunSatellite(Request):
    """`invitation` is a file or a link; None: as this folder joined before."""

    invitation: str | None
    video: str | None
    audio: str | None
    window: bool
    frames: Path | None
    """Where the window beside this endpoint reads pictures; the endpoint then speaks JSON lines with it."""


class ImportSites(Request):
    """`person` and `reason` stand with the versions of the sites."""

    file: Path
    replace: bool
    person: str
    reason: str


class ListSites(Request):
    csv: Path | None


class AddSite(Request):
    number: str
    name: str
    role: str
    parent: str
    district: str
    carrier: str
    contacts: str
    person: str
    reason: str


class RemoveSite(Request):
    site: str
    person: str
    reason: str


class InviteSite(Request):
    site: str
    device: bool
    address: tuple[str, ...]
    hours: int | None
    out: Path | None
    qr: Path | None
    person: str
    """Stands in the register as who made it."""


class ExportCertificate(Request):
    out: Path | None


class VerifyLog(Request):
    file: Path


class ExportSession(Request):
    """Packs a session for hand-over; without `session` the last one. `json` prints one line for a program."""

    session: str | None
    out: Path
    zip: bool
    samples: bool
    as_it_is: bool
    json: bool
    language: str
    person: str


class VerifyPackage(Request):
    """`key` is the fingerprint, as typed, that the package has to be signed with."""

    package: Path
    key: str | None


class ShowSigningKey(Request):
    """`out` is where the raw public key goes."""

    out: Path | None


class AskBridge(Request):
    """One operator command: its type and its values as typed."""

    person: str
    command_type: "type[Command]"
    values: dict[str, object]


class ShowState(Request):
    person: str
    follow: bool
    only: tuple[str, ...]


class RunBench(Request):
    name: str
    sites: int
    seconds: int | None
    quick: bool
    only: tuple[str, ...]
    out: Path | None
    growth: int | None = None
    """Minutes; None: the growth of the memory is not measured."""


class RunProofs(Request):
    """`percent` of the full length is run."""

    names: tuple[str, ...]
    percent: int = 100
