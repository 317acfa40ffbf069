"""The cameras file of a data folder: where a site's cameras are and how they are spoken to.

Rule: a file that is wrong is refused whole with one sentence and never rewritten by the program; a satellite has its
own. Nothing here reads a file.

    {"cameras": [{"camera": "main", "title": "Camera bàn chủ tọa", "host": "192.168.10.21", "framing": "sony-udp"}]}
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.trouble import Told, TroubleKind, trouble

LARGEST_OCTETS = 64 * 1024
MOST_CAMERAS = 8


class BadCameras(Told):
    """The file names no usable cameras; one sentence says where."""


class Framing(StrEnum):
    """How VISCA packets go to the camera; a serial line will be one more."""

    SONY_UDP = "sony-udp"
    """VISCA over IP with Sony's header, UDP port 52381."""
    RAW_UDP = "raw-udp"
    """Bare packets, UDP port 1259 (PTZOptics and others)."""
    RAW_TCP = "raw-tcp"
    """Bare packets, TCP port 5678 (PTZOptics and others)."""


USUAL_PORTS = {Framing.SONY_UDP: 52381, Framing.RAW_UDP: 1259, Framing.RAW_TCP: 5678}

CameraName = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
Host = Annotated[str, msgspec.Meta(min_length=1, max_length=253, pattern=r"^[0-9A-Za-z_.:%-]+$")]
Slot = Annotated[int, msgspec.Meta(ge=0, le=254)]


class CameraProfile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One camera. `camera` names it in commands and files (small letters, digits, hyphens); `title` is for people.

    Slots are the camera's memories as numbered on the wire, counted from 0; `kept_free` are those with a function of
    their own. A camera that counts otherwise, or has fewer, says so here.
    """

    camera: CameraName
    title: Annotated[str, msgspec.Meta(max_length=100)] = ""
    host: Host
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] | None = None
    framing: Framing = Framing.SONY_UDP
    checks_sequence: bool = True
    """False: the camera answers with sequence numbers of its own."""
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
        """The port, the framing's usual one when none is named."""
        return self.port or USUAL_PORTS[self.framing]

    @property
    def slots(self) -> tuple[int, ...]:
        """The memories that may be used, in order."""
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
        if not camera.slots:
            raise BadCameras(trouble(TroubleKind.CAMERA_WITHOUT_SLOTS, camera=camera.camera))
    return cameras
