"""Which devices this machine uses as a site: chosen once in its window, kept in the data folder.

Rule: a choice is a convenience; a file that cannot be read is as none, and one that cannot be written is only lost.
"""

import contextlib
from pathlib import Path

import msgspec

from console.sites.site_facts import DeviceChoice

LARGEST_OCTETS = 64 * 1024


def devices_file(data: Path) -> Path:
    """Returns where a satellite's data folder keeps the choice."""
    return data / "devices.json"


def chosen_devices(data: Path, named: DeviceChoice) -> DeviceChoice:
    """Returns what is `named`, the rest as it was chosen before."""
    kept = _read(devices_file(data))
    return DeviceChoice(
        camera=named.camera or kept.camera,
        microphone=named.microphone or kept.microphone,
        loudspeaker=named.loudspeaker or kept.loudspeaker,
    )


def keep_devices(data: Path, choice: DeviceChoice) -> None:
    """Stores a choice, replacing the file in one step."""
    path = devices_file(data)
    making = path.with_suffix(".making")
    with contextlib.suppress(OSError):
        making.write_bytes(msgspec.json.encode(choice))
        making.replace(path)


def _read(path: Path) -> DeviceChoice:
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(LARGEST_OCTETS), type=DeviceChoice)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return DeviceChoice()
