"""Files of the configuration as commands change them: refused while frozen, written, then kept in the register.

Rules: nothing is written when any of the parts may not be changed. The files are written before the register, so that
what is kept was done; a satellite's folder has no register, and its program tells the bridge.
"""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from console.command_line.exits import BadInput
from console.command_line.files import open_office, read_octets, write_octets
from console.configuration.configuration_parts import ConfigurationPart
from console.data_folder import DataFolder
from console.log_book.configuration_keeping import keep_file_change, standing_of
from console.log_book.database import STORE_ERRORS, storage_trouble
from console.log_book.office_store import OfficeStore


def path_of(data: DataFolder, part: ConfigurationPart) -> Path:
    """Returns where a part that is a file of the data folder stands; raises `KeyError` for any other."""
    return {
        ConfigurationPart.SETTINGS: data.settings_file,
        ConfigurationPart.ORGANISATION: data.organisation_file,
        ConfigurationPart.CALENDAR: data.calendar_file,
        ConfigurationPart.CAMERAS: data.cameras_file,
        ConfigurationPart.CAMERA_PASSWORDS: data.presets / "passwords",
        ConfigurationPart.CERTIFICATE: data.certificate / "bridge.pem",
        ConfigurationPart.SIGNING_KEY: data.signing_key_file,
    }[part]


def change_files(
    data: DataFolder, contents: Mapping[ConfigurationPart, bytes | None], person: str, reason: str = ""
) -> None:
    """Puts files of the configuration in their places, None: takes them away.

    Raises `BadInput`, and `ConfigurationIsFrozen` before anything is changed.
    """
    with open_office(data) as office, keeping(data, office, tuple(contents), person, reason):
        for part, octets in contents.items():
            if octets is None:
                path_of(data, part).unlink(missing_ok=True)
            else:
                write_octets(path_of(data, part), octets)


@contextmanager
def keeping(
    data: DataFolder, office: OfficeStore, parts: tuple[ConfigurationPart, ...], person: str, reason: str
) -> Generator[None]:
    """Lets files be changed while the context lasts, and keeps what became of them; raises as `change_files`."""
    try:
        standings = {part: standing_of(office, part, reason) for part in parts}
        before = {part: content_of(data, part) for part in parts}
        yield
        for part, standing in standings.items():
            contents = (before[part], content_of(data, part))
            keep_file_change(office, part, contents, standing, (person, reason))
    except STORE_ERRORS as error:
        raise BadInput(storage_trouble(error)) from error


@contextmanager
def keeping_cameras(data: DataFolder, person: str, reason: str) -> Generator[None]:
    """The same for the list of cameras and their passwords; a satellite's folder keeps nothing."""
    if not data.office_file.exists():
        yield
        return
    parts = (ConfigurationPart.CAMERAS, ConfigurationPart.CAMERA_PASSWORDS)
    with open_office(data) as office, keeping(data, office, parts, person, reason):
        yield


def content_of(data: DataFolder, part: ConfigurationPart) -> bytes | None:
    """Returns a part's file as it is, None where there is none; raises `BadInput`.

    Of passwords only what changes when they are written: whoever had a digest of them could try words against it.
    """
    path = path_of(data, part)
    if not path.exists():
        return None
    if part is ConfigurationPart.CAMERA_PASSWORDS:
        stamp = path.stat()
        return f"{stamp.st_mtime_ns}/{stamp.st_size}".encode()
    return read_octets(path)
