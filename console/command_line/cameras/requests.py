"""What somebody typed after `cameras`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request


class CamerasRequest(Request):
    """Base of the requests about a site's cameras."""


class FindCameras(CamerasRequest):
    """`hosts` are addresses to look at beside what answers by itself; `serial` asks on every serial port."""

    hosts: tuple[str, ...]
    serial: bool


class TryCamera(CamerasRequest):
    camera: str


class ListCameras(CamerasRequest):
    """`ask` asks every camera what it can do."""

    ask: bool


class AddCamera(CamerasRequest):
    """As in the cameras file; None is what detection finds, else the usual. `password` is read from standard input."""

    camera: str
    title: str | None
    kind: str | None
    host: str | None
    port: int | None
    framing: str | None
    device: str | None
    user: str | None
    serial_port: str | None
    serial_address: int | None
    baud: int | None
    last_slot: int | None
    podium_preset: str | None
    detect: bool
    password: bool
    person: str = ""
    reason: str = ""


class RemoveCamera(CamerasRequest):
    camera: str
    person: str = ""
    reason: str = ""


class SwitchCameraOn(CamerasRequest):
    camera: str


class AdoptCamera(CamerasRequest):
    camera: str


class ForgetPassword(CamerasRequest):
    camera: str
    person: str = ""
    reason: str = ""


class ExportPresets(CamerasRequest):
    camera: str
    file: Path


class ImportPresets(CamerasRequest):
    camera: str
    file: Path


class ExportCameras(CamerasRequest):
    """Every camera with its presets; no password."""

    file: Path


class ImportCameras(CamerasRequest):
    """A file of cameras, or one camera's presets for the camera `into`; `plan` only says what would change."""

    file: Path
    into: str | None
    plan: bool
    overwrite: bool
    person: str = ""
    reason: str = ""
