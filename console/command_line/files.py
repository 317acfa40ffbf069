"""Reads and writes the files that people name or edit; whatever is wrong with one becomes one sentence.

Rule: a file is replaced in one step or not at all, and a bad one is never changed. What understands a file is loaded
with it: every process reads the settings, few read anything else.
"""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console.command_line.exits import BadInput
from console.data_folder import DataFolder, FolderUnusable
from console.settings import BadSettings, Language, Settings, read_settings
from console.trouble import Told, Trouble, TroubleKind, trouble

if TYPE_CHECKING:
    from console.cameras.camera_profile import CameraProfile
    from console.log_book.office_store import OfficeStore
    from console.regulation.calendar import Calendar
    from console.regulation.profile import ProfileInForce


def read_octets(path: Path) -> bytes:
    """Returns a file's content; raises `BadInput`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(trouble(TroubleKind.FILE_UNREADABLE, path=path, why=error.strerror or error)) from error


def write_octets(path: Path, octets: bytes, *, private: bool = False) -> None:
    """Puts a file in place in one step, `private` for the owner alone; raises `BadInput`."""
    making = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600 if private else 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(octets)
        making.replace(path)
    except OSError as error:
        making.unlink(missing_ok=True)
        raise BadInput(trouble(TroubleKind.FILE_UNWRITABLE, path=path, why=error.strerror or error)) from error


def in_file(error: Told, file: Path) -> Trouble | str:
    """Returns a trouble with the file that it is found in."""
    return msgspec.structs.replace(error.trouble, file=str(file)) if error.trouble else f"{file}: {error}"


def settings_of(data: DataFolder) -> Settings:
    """Returns the settings of a data folder, the defaults when it has no file; raises `BadInput`."""
    if not data.settings_file.exists():
        return Settings()
    try:
        return read_settings(read_octets(data.settings_file))
    except BadSettings as error:
        raise BadInput(in_file(error, data.settings_file)) from error


def cameras_of(data: DataFolder) -> "tuple[CameraProfile, ...]":
    """Returns the cameras of a data folder, none when it has no file; raises `BadInput`."""
    from console.cameras.camera_profile import BadCameras, read_cameras

    if not data.cameras_file.exists():
        return ()
    try:
        return read_cameras(read_octets(data.cameras_file))
    except BadCameras as error:
        raise BadInput(in_file(error, data.cameras_file)) from error


def language_of(data: DataFolder) -> Language:
    """Returns the language that people read: `DIEM_CAU_LANGUAGE`, the settings, or Vietnamese; never raises."""
    with contextlib.suppress(ValueError):
        return Language(os.environ.get("DIEM_CAU_LANGUAGE", ""))
    with contextlib.suppress(BadInput):
        return settings_of(data).language
    return Language.VIETNAMESE


def profile_file(settings: Settings, profiles: Path) -> Path:
    """Returns the file of the profile in the settings: a shipped one by its name, or the path itself."""
    shipped = profiles / f"{settings.profile}.json"
    return shipped if shipped.is_file() else Path(settings.profile).expanduser()


def profile_of(data: DataFolder, settings: Settings, profiles: Path, program_version: str) -> "ProfileInForce":
    """Returns the profile in the settings with the data folder's overlay over it; raises `BadInput`."""
    from console.regulation.profile import BadProfile, read_profile

    path = profile_file(settings, profiles)
    octets = read_octets(path)
    overlay = read_octets(data.organisation_file) if data.organisation_file.exists() else None
    try:
        read_profile(octets, program_version)
    except BadProfile as error:
        raise BadInput(in_file(error, path)) from error
    try:
        return read_profile(octets, program_version, overlay)
    except BadProfile as error:
        raise BadInput(in_file(error, data.organisation_file)) from error


def calendar_of(data: DataFolder, shipped: Path) -> "Calendar":
    """Returns the shipped working calendar with the data folder's own days put over it; raises `BadInput`."""
    from console.regulation.calendar import BadCalendar, read_calendar

    overrides = read_octets(data.calendar_file) if data.calendar_file.exists() else None
    try:
        return read_calendar(read_octets(shipped), overrides)
    except BadCalendar as error:
        raise BadInput(in_file(error, shipped if overrides is None else data.calendar_file)) from error


def open_office(data: DataFolder) -> "OfficeStore":
    """Opens the office store, made with its folder when there is none; raises `BadInput`."""
    # Loaded here, because a window that reads its settings must not wait for a data base.
    from console.log_book.database import StoreUnusable
    from console.log_book.office_store import OfficeStore

    try:
        data.make()
        return OfficeStore(data.office_file)
    except (FolderUnusable, StoreUnusable) as error:
        raise BadInput(error.trouble or str(error)) from error
