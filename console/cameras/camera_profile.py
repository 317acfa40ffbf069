"""The cameras file of a data folder: where a site's cameras are and how they are spoken to.

Rule: a file that is wrong is refused whole with one sentence and never rewritten by the program; a satellite has its
own. Nothing here reads a file.

    {"cameras": [{"camera": "main", "title": "Camera bàn chủ tọa", "host": "192.168.10.21", "framing": "sony-udp"},
                 {"camera": "hall", "kind": "onvif", "host": "192.168.10.22", "user": "dieukhien"},
                 {"camera": "desk", "kind": "usb", "device": "/dev/video0"}]}
"""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from console.trouble import Told, TroubleKind, trouble

LARGEST_OCTETS = 64 * 1024
MOST_CAMERAS = 8


class BadCameras(Told):
    """The file names no usable cameras; one sentence says where."""


class CameraKind(StrEnum):
    """What a camera understands."""

    VISCA = "visca"
    ONVIF = "onvif"
    """Profile S or T over HTTP; its password stands in a file of its own."""
    USB = "usb"
    """At this machine, by the system's own camera controls; no memory for presets."""


class Framing(StrEnum):
    """How VISCA packets go to the camera: with Sony's header or bare, and over what; each goes with any port."""

    SONY_UDP = "sony-udp"
    """VISCA over IP with Sony's header, usually UDP port 52381."""
    SONY_TCP = "sony-tcp"
    """The same header over TCP, as some cameras of other makers have it."""
    RAW_UDP = "raw-udp"
    """Bare packets, usually UDP port 1259 (PTZOptics and others; some clones have 52381)."""
    RAW_TCP = "raw-tcp"
    """Bare packets, usually TCP port 5678 (PTZOptics and others; some clones have 52381)."""
    SERIAL = "serial"
    """Bare packets over RS-232 or RS-422, up to seven cameras on a line."""

    @property
    def sony_header(self) -> bool:
        """Whether packets go behind Sony's header and its sequence numbers."""
        return self in (Framing.SONY_UDP, Framing.SONY_TCP)

    @property
    def loses(self) -> bool:
        """Whether what is sent may get lost on the way."""
        return self in (Framing.SONY_UDP, Framing.RAW_UDP)


USUAL_PORTS = {
    Framing.SONY_UDP: 52381,
    Framing.SONY_TCP: 52381,
    Framing.RAW_UDP: 1259,
    Framing.RAW_TCP: 5678,
    Framing.SERIAL: 0,
}
ONVIF_PORT = 80
KEPT_PLACES = 200
"""Presets and what each was before, where the camera numbers no memories itself."""

CameraName = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
Host = Annotated[str, msgspec.Meta(min_length=1, max_length=253, pattern=r"^[0-9A-Za-z_.:%-]+$")]
Port = Annotated[int, msgspec.Meta(ge=1, le=65535)]
Slot = Annotated[int, msgspec.Meta(ge=0, le=254)]
Device = Annotated[str, msgspec.Meta(max_length=250, pattern=r"^[^\x00-\x1f\x7f]*\Z")]


class CameraProfile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One camera. `camera` names it in commands and files (small letters, digits, hyphens); `title` is for people.

    Slots are the camera's memories as numbered on the wire, counted from 0; `kept_free` are those with a function of
    their own. A camera that counts otherwise, or has fewer, says so here. What differs from one model to the next is
    named below; None is found out by asking.
    """

    camera: CameraName
    title: Annotated[str, msgspec.Meta(max_length=100)] = ""
    kind: CameraKind = CameraKind.VISCA
    host: Host = ""
    """Name or address; a camera at this machine (USB) or on a serial line has none."""
    device: Device = ""
    """USB: `/dev/video0`, on Windows the camera's name."""
    user: Annotated[str, msgspec.Meta(max_length=100)] = ""
    """ONVIF: the name to log in with; empty where the camera asks for none."""
    port: Port | None = None
    framing: Framing = Framing.SONY_UDP
    serial_port: Device = ""
    """`COM3`, `/dev/ttyUSB0`; cameras with the same one are on one line."""
    serial_address: Annotated[int, msgspec.Meta(ge=1, le=7)] = 1
    """Which camera of the line."""
    baud: Annotated[int, msgspec.Meta(ge=1200, le=115200)] = 9600
    checks_sequence: bool = True
    """False: the camera answers with sequence numbers of its own."""
    late_ack: bool = False
    """It says that it has taken a move only when the move has ended; no move is sent twice by time alone then."""
    reply_port: Port | None = None
    """It answers to this port of ours and not to the one that asked (52381 mostly); only then is the port bound here,
    once for all such cameras. Another program that holds it keeps this camera from being heard."""
    min_gap_ms: Annotated[int, msgspec.Meta(ge=0, le=1000)] = 0
    """The least time between two packets."""
    has_memory: bool | None = None
    has_absolute: bool | None = None
    """Whether it goes to a position that is sent."""
    position_octets: Literal[11, 12, 13] | None = None
    """Length of its answer to where it stands: four nibbles each, five for pan (BRC-X1000), five for both (FR7)."""
    first_slot: Slot = 0
    last_slot: Slot = 15
    """Sony SRG-120 and 300 have 16, BRC and SRG-A 64; PTZOptics 255."""
    kept_free: tuple[Slot, ...] = tuple(range(90, 100))
    """PTZOptics: 90 to 99 open menus and switch functions."""
    fastest_pan: Annotated[int, msgspec.Meta(ge=1, le=24)] = 24
    fastest_tilt: Annotated[int, msgspec.Meta(ge=1, le=23)] = 20
    move_seconds: Annotated[float, msgspec.Meta(ge=1, le=15)] = 15.0
    """The longest move; a camera that has not arrived by then has failed."""
    podium_preset: Annotated[str, msgspec.Meta(max_length=100)] = ""
    """The preset that shows whoever speaks at this site; empty: the camera stays as it is."""

    @property
    def wire_port(self) -> int:
        """The port, the usual one when none is named."""
        if self.kind is CameraKind.ONVIF:
            return self.port or ONVIF_PORT
        return self.port or USUAL_PORTS[self.framing]

    @property
    def place(self) -> str:
        """Where the camera is, for a sentence or a log."""
        if self.kind is CameraKind.USB:
            return self.device
        serial = self.kind is CameraKind.VISCA and self.framing is Framing.SERIAL
        return self.serial_port if serial else self.host

    @property
    def slots(self) -> tuple[int, ...]:
        """The memories that may be used, in order."""
        if self.kind is not CameraKind.VISCA:
            return tuple(range(KEPT_PLACES))
        return tuple(slot for slot in range(self.first_slot, self.last_slot + 1) if slot not in self.kept_free)


class CamerasFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    cameras: Annotated[tuple[CameraProfile, ...], msgspec.Meta(max_length=MOST_CAMERAS)] = ()


def read_cameras(octets: bytes) -> tuple[CameraProfile, ...]:
    """Returns the cameras in a file's content; raises `BadCameras`."""
    if len(octets) > LARGEST_OCTETS:
        raise BadCameras(trouble(TroubleKind.FILE_TOO_LARGE, most="64 kB"))
    try:
        cameras = msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"), type=CamerasFile).cameras
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadCameras(trouble(TroubleKind.CAMERAS_BAD, why=error)) from error
    names = [camera.camera for camera in cameras]
    for camera in cameras:
        if names.count(camera.camera) > 1:
            raise BadCameras(trouble(TroubleKind.CAMERA_TWICE, camera=camera.camera))
        if not camera.place:
            raise BadCameras(trouble(TroubleKind.CAMERA_WITHOUT_PLACE, camera=camera.camera))
        if not camera.slots:
            raise BadCameras(trouble(TroubleKind.CAMERA_WITHOUT_SLOTS, camera=camera.camera))
    return cameras
